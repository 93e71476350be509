//! The lawyers' examples, run: what the rules say against what they should say.

use std::collections::BTreeMap;

use crate::engine::{Answers, Situation, Status, Verdict, assess};
use crate::rules::code::Code;
use crate::rules::date::Date;
use crate::rules::load::Loaded;
use crate::rules::problem::{Finding, Problem};
use crate::rules::wire::{Example, ExampleFile};
use crate::rules::{Project, RuleBook, RuleId};

use super::render::{Named, named};
use super::{case, example_faults};

/// How many examples there are, and every one that fails.
#[derive(Debug, Default)]
pub struct Report {
    /// Examples run.
    pub count: usize,
    /// What the rules said otherwise than the example.
    pub failures: Vec<Problem>,
}

/// An example that has been read: what to judge, and what must come of it.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The day of the works.
    pub date: Date,
    /// What is judged.
    pub subject: Subject,
    /// What it answers.
    pub answers: Answers,
    expected: Expected,
}

/// What an example is about.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A rule as if it were all there is.
    Rule(RuleId, Box<Project>),
    /// A kind of work as a whole, by its place in the rule book.
    Project(usize),
}

/// What an example says: the outcome, and of the rest what it mentions. Lists are sorted, each name once.
#[derive(Clone, Debug)]
struct Expected {
    outcome: String,
    at_least: Option<String>,
    may_start: Option<bool>,
    lists: Vec<(List, Vec<String>)>,
}

/// A list that an example may say.
#[derive(Clone, Copy, Debug)]
enum List {
    Dispensations,
    Permits,
    Duties,
    Clearances,
    Broken,
    Limits,
    Missing,
    Consequences,
    BrokenRules,
    BrokenConditions,
    OpenConditions,
}

/// What the rules say of an example.
struct Said {
    named: Named,
    /// How each condition of a rule tried alone stands; empty where it does not concern the example.
    conditions: Vec<Status>,
}

/// Runs every example of every file.
#[must_use]
pub fn run(loaded: &Loaded) -> Report {
    let (mut report, mut findings) = (Report::default(), Vec::new());
    for (path, file) in &loaded.sources.examples {
        let unreadable = example_faults::of_file(loaded, path, file);
        for (n, example) in file.examples.iter().enumerate() {
            report.count += 1;
            let faults = example_faults::of_example(loaded, path, file, n);
            if unreadable.is_empty() && faults.is_empty() {
                let tried = Trial::read(loaded, file, example).map(|trial| trial.differences(&loaded.book));
                let differences = tried.unwrap_or_else(|unread| vec![unread]);
                if !differences.is_empty() {
                    let place = ("eksempler", n);
                    findings.push(Finding::new(Code::ExampleDiffers, path, place, differences.join("; ")));
                }
            }
            findings.extend(faults);
        }
        findings.extend(unreadable);
    }
    report.failures = loaded.sources.locate(findings);
    report
}

/// Every example that can be read, in the order of the files.
#[must_use]
pub fn trials(loaded: &Loaded) -> Vec<Trial> {
    let files = loaded.sources.examples.iter();
    let examples = files.flat_map(|(_, file)| file.examples.iter().map(move |example| (file, example)));
    examples.filter_map(|(file, example)| Trial::read(loaded, file, example).ok()).collect()
}

impl Trial {
    fn read(loaded: &Loaded, file: &ExampleFile, example: &Example) -> Result<Self, String> {
        let book = &loaded.book;
        let subject = Subject::read(book, file)?;
        let texts = texts_of(loaded, file, example)?;
        let answers = case::answers(book, subject.project(book), &texts).map_err(|faults| {
            faults.into_iter().map(|fault| format!("{}: {}", fault.field, fault.message)).collect::<Vec<_>>().join("; ")
        })?;
        let day = example.date.as_ref().unwrap_or(&file.date);
        let date = Date::parse_iso(day).ok_or_else(|| format!("\"{day}\" er ikke en dato"))?;
        Ok(Self { date, subject, answers, expected: Expected::read(example) })
    }

    /// Whether the rules say what the example says. The book may differ from the one that the example was read with,
    /// as long as its numbers stand for the same things.
    #[must_use]
    pub fn holds(&self, book: &RuleBook) -> bool {
        self.said(book).is_some_and(|said| self.expected.is_met(&said))
    }

    /// What the rules say otherwise.
    fn differences(&self, book: &RuleBook) -> Vec<String> {
        self.said(book).map_or_else(Vec::new, |said| self.expected.differences(&said))
    }

    fn said(&self, book: &RuleBook) -> Option<Said> {
        let project = self.subject.project(book)?;
        let situation = Situation::new(book, project, &self.answers, self.date);
        let mut verdict = assess(&situation);
        let Subject::Rule(rule, _) = self.subject else {
            return Some(Said { named: named(book, &verdict), conditions: Vec::new() });
        };
        project.beside.iter().for_each(|rule| situation.breaches(*rule, &mut verdict.breaches));
        let outcome = alone_outcome(&verdict, !project.tries.is_empty());
        Some(Said { named: Named { outcome, ..named(book, &verdict) }, conditions: conditions(&situation, rule) })
    }
}

fn conditions(situation: &Situation, rule: RuleId) -> Vec<Status> {
    let version = situation.book.version(rule, situation.date);
    let concerned = version.filter(|_| situation.judge_rule(rule).is_some());
    let conditions = concerned.map_or(&[][..], |version| &version.conditions);
    conditions.iter().map(|condition| situation.judge_condition(condition)).collect()
}

impl Subject {
    fn read(book: &RuleBook, file: &ExampleFile) -> Result<Self, String> {
        match (&file.rule, &file.project) {
            (Some(id), None) => {
                let alone = find_rule(book, id).zip(rule_alone(book, id));
                let alone = alone.ok_or_else(|| format!("regelen `{id}` finnes ikke"))?;
                Ok(Self::Rule(alone.0, Box::new(alone.1)))
            }
            (None, Some(id)) => {
                let place = book.projects.iter().position(|project| project.id == *id);
                place.map(Self::Project).ok_or_else(|| format!("tiltaket `{id}` finnes ikke"))
            }
            _ => Err("filen må ha enten `regel` eller `tiltak`".to_owned()),
        }
    }

    /// The kind of work that is judged, as the book has it.
    #[must_use]
    pub fn project<'a>(&'a self, book: &'a RuleBook) -> Option<&'a Project> {
        match self {
            Self::Rule(_, alone) => Some(alone),
            Self::Project(place) => book.projects.get(*place),
        }
    }
}

fn find_rule(book: &RuleBook, id: &str) -> Option<RuleId> {
    let place = book.rules.iter().position(|rule| rule.id == id)?;
    u16::try_from(place).ok().map(RuleId)
}

/// A rule as if it were all there is. A rule that decides is tried; one that only accompanies stands beside.
pub(crate) fn rule_alone(book: &RuleBook, id: &str) -> Option<Project> {
    let rule = find_rule(book, id)?;
    let decides = book.rule(rule).versions.iter().any(|version| version.outcome.is_some());
    let first = book.projects.first()?;
    let (tries, beside) = if decides { (vec![rule], vec![]) } else { (vec![], vec![rule]) };
    Some(Project { tries, beside, given: Vec::new(), adapted: Vec::new(), notes: Vec::new(), ..first.clone() })
}

pub(crate) fn alone_outcome(verdict: &Verdict, decides: bool) -> &'static str {
    let beside = match (verdict.open_beside, verdict.broken_beside) {
        (true, _) => Status::Unknown,
        (false, true) => Status::Broken,
        (false, false) => Status::Met,
    };
    match verdict.tried.first().map_or(beside, |(_, status)| *status) {
        _ if decides && verdict.tried.is_empty() => "gjelder-ikke",
        Status::Met => "oppfylt",
        Status::Broken => "brutt",
        Status::Unknown => "uavklart",
    }
}

pub(crate) fn texts_of(
    loaded: &Loaded,
    file: &ExampleFile,
    example: &Example,
) -> Result<BTreeMap<String, String>, String> {
    let mut texts = BTreeMap::new();
    for id in &file.builds_on {
        let base = loaded.sources.bases.iter().find(|(_, base)| base.id == *id);
        let (_, base) = base.ok_or_else(|| format!("grunnlaget `{id}` finnes ikke i rules/grunnlag/"))?;
        texts.extend(base.answers.clone());
    }
    texts.extend(file.base.clone());
    texts.extend(example.change.clone());
    for name in &example.without {
        texts.remove(name).ok_or_else(|| format!("`{name}` i `uten` er ikke besvart i grunnlaget"))?;
    }
    Ok(texts)
}

impl Expected {
    fn read(example: &Example) -> Self {
        let numbers = |places: &Option<Vec<usize>>| Some(places.as_ref()?.iter().map(ToString::to_string).collect());
        let (broken, open) = (numbers(&example.broken_conditions), numbers(&example.open_conditions));
        let lists = [
            (List::BrokenConditions, &broken),
            (List::OpenConditions, &open),
            (List::Dispensations, &example.dispensations),
            (List::Permits, &example.permits),
            (List::Duties, &example.duties),
            (List::Clearances, &example.clearances),
            (List::Broken, &example.broken),
            (List::Limits, &example.limits),
            (List::Missing, &example.missing),
            (List::Consequences, &example.consequences),
            (List::BrokenRules, &example.broken_rules),
        ];
        let told = |(list, names): (List, &Option<Vec<String>>)| Some((list, in_order(names.clone()?)));
        Self {
            outcome: example.outcome.clone(),
            at_least: example.at_least.clone(),
            may_start: example.may_start,
            lists: lists.into_iter().filter_map(told).collect(),
        }
    }

    fn is_met(&self, said: &Said) -> bool {
        self.outcome == said.named.outcome
            && self.at_least.as_deref().is_none_or(|at_least| at_least == at_least_of(&said.named))
            && self.may_start.is_none_or(|may_start| may_start == said.named.may_start)
            && self.lists.iter().all(|(list, expected)| *expected == list.of(said))
    }

    fn differences(&self, said: &Said) -> Vec<String> {
        let mut differences = Vec::new();
        let mut expect = |name: &str, expected: String, actual: String| {
            if expected != actual {
                differences.push(format!("{name} er {actual}, men eksemplet sier {expected}"));
            }
        };
        expect("utfall", self.outcome.clone(), said.named.outcome.to_owned());
        if let Some(at_least) = &self.at_least {
            expect("minst", at_least.clone(), at_least_of(&said.named).to_owned());
        }
        if let Some(may_start) = self.may_start {
            expect("kan-starte", may_start.to_string(), said.named.may_start.to_string());
        }
        for (list, expected) in &self.lists {
            let written = |names: &[String]| format!("[{}]", names.join(", "));
            expect(list.name(), written(expected), written(&list.of(said)));
        }
        differences
    }
}

fn at_least_of(said: &Named) -> &'static str {
    said.at_least.unwrap_or("ingen")
}

impl List {
    const fn name(self) -> &'static str {
        match self {
            Self::Dispensations => "dispensasjoner",
            Self::Permits => "tillatelser",
            Self::Duties => "plikter",
            Self::Clearances => "avklar",
            Self::Broken => "brudd",
            Self::Limits => "grenser",
            Self::Missing => "mangler",
            Self::Consequences => "følger",
            Self::BrokenRules => "brutte-regler",
            Self::BrokenConditions => "brutte-vilkår",
            Self::OpenConditions => "uavklarte-vilkår",
        }
    }

    fn of(self, Said { named: said, conditions }: &Said) -> Vec<String> {
        let standing = |wanted: Status| {
            let places = (1_usize..).zip(conditions).filter(|(_, status)| **status == wanted);
            in_order(places.map(|(place, _)| place.to_string()).collect())
        };
        let all = [&said.dispensations, &said.permits, &said.duties, &said.standard, &said.clearances];
        match self {
            Self::Dispensations => said.dispensations.clone(),
            Self::Permits => said.permits.clone(),
            Self::Duties => said.duties.clone(),
            Self::Clearances => said.clearances.clone(),
            Self::Broken => said.broken.clone(),
            Self::Limits => said.limits.clone(),
            Self::Missing => said.missing.clone(),
            Self::Consequences => in_order(all.into_iter().flatten().cloned().collect()),
            Self::BrokenRules => said.broken_rules.clone(),
            Self::BrokenConditions => standing(Status::Broken),
            Self::OpenConditions => standing(Status::Unknown),
        }
    }
}

fn in_order(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names.dedup();
    names
}
