//! What the rules on the desk come to: what is wrong with them, which examples fail, and what they change.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::review::check::check;
use crate::review::render::Named;
use crate::rules::code::Code;
use crate::rules::date::Date;
use crate::rules::load::{Loaded, load};
use crate::rules::problem::Problem;
use crate::rules::source::Files;
use crate::rules::{ConceptId, RuleBook, YES_NO};

use super::account::{Account, Task, account, tasks};
use super::case::{About, Case};
use super::changes::{Changes, Judged, changes};
use super::glossary::Glossary;

/// The published rules, and those on the desk as far as they can be read.
#[derive(Debug)]
pub struct Examiner {
    published: Loaded,
    known: Vec<Told>,
    glossary: Glossary,
    now: Option<Loaded>,
}

/// What was found.
#[derive(Clone, Debug, Serialize)]
pub struct Examined {
    /// Whether the rules can be judged by at all.
    pub whole: bool,
    /// Examples run.
    pub examples: usize,
    /// Examples that fail.
    pub failing: Vec<Told>,
    /// Everything else that is wrong and was not so in the published rules.
    pub problems: Vec<Told>,
    /// How much of what is wrong was so before.
    pub known: usize,
    /// What the change does; absent while the rules cannot be judged by.
    pub changes: Option<Changes>,
    /// Cases to begin from.
    pub cases: Vec<Start>,
}

/// A problem, in parts.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Told {
    /// The file.
    pub file: String,
    /// The line, where it is known.
    pub line: Option<usize>,
    /// The place in it.
    pub place: String,
    /// What is wrong.
    pub message: String,
}

/// A case to begin from.
#[derive(Clone, Debug, Serialize)]
pub struct Start {
    /// The file and the place of its example in it.
    pub file: String,
    /// The place of the example in the file.
    pub at: usize,
    /// What it is called.
    pub name: String,
    /// The kind of work.
    pub project: String,
}

/// A case as the page keeps it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct OwnCase {
    /// The kind of work.
    pub project: String,
    /// The day on which the works start.
    pub date: String,
    /// The answers, as examples write them.
    pub answers: BTreeMap<String, String>,
}

/// A case with what is needed to show its answers.
#[derive(Clone, Debug, Serialize)]
pub struct Opened {
    /// The case.
    pub case: OwnCase,
    /// What the kind of work is called.
    pub project: String,
    /// What each answer is to, in the order in which the guide asks.
    pub questions: Vec<Question>,
}

/// What an answer is to.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// The concept.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its type.
    pub kind: String,
    /// The answers to choose from, each with what it is called; a yes or a no is called by its own name.
    pub options: Vec<(String, String)>,
    /// Whether "don't know" is an answer.
    pub unsure: bool,
}

/// What both rules say of a case.
#[derive(Clone, Debug, Serialize)]
pub struct Verdicts {
    /// The published rules.
    pub before: Verdict,
    /// The rules on the desk.
    pub after: Option<Verdict>,
}

/// What one set of rules says of a case.
#[derive(Clone, Debug, Serialize)]
pub struct Verdict {
    /// The outcome, where the case can be judged.
    pub judged: Option<Judged>,
    /// What is broken, by name.
    pub broken: Vec<String>,
    /// What is wrong with the case.
    pub fault: String,
}

impl Examiner {
    /// Reads the published rules.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn new(published: &Files) -> Result<Self, Vec<Problem>> {
        let known = told(check(published).problems);
        Ok(Self { published: load(published)?, known, glossary: Glossary::read(published), now: None })
    }

    /// The rules on the desk, where they could be judged by when they were last examined.
    #[must_use]
    pub const fn now(&self) -> Option<&Loaded> {
        self.now.as_ref()
    }

    /// Examines the files on the desk.
    pub fn examine(&mut self, files: &Files) -> Examined {
        let checked = check(files);
        let (failing, problems): (Vec<_>, Vec<_>) = checked.problems.into_iter().partition(is_failing_example);
        let (known, problems): (Vec<_>, Vec<_>) =
            told(problems).into_iter().partition(|told| self.known.iter().any(|known| known.is_same(told)));
        self.glossary = Glossary::read(files);
        self.now = checked.loaded;
        let now = self.now.as_ref();
        Examined {
            whole: now.is_some(),
            examples: checked.examples,
            failing: told(failing),
            problems,
            known: known.len(),
            changes: now.map(|now| changes(&self.published, now)),
            cases: now.map(|now| starts(now, &self.glossary)).unwrap_or_default(),
        }
    }

    /// The case of an example on the desk.
    #[must_use]
    pub fn open(&self, file: &str, at: usize) -> Option<Opened> {
        let now = self.now.as_ref()?;
        let (_, examples) = now.sources.examples.iter().find(|(path, _)| path == file)?;
        let case = Case::of(now, examples, examples.examples.get(at)?)?;
        let About::Project(id) = case.about else { return None };
        Some(Opened {
            questions: asking_order(&now.book, case.answers.keys()).map(|id| self.question(id)).collect(),
            project: self.glossary.name(&id).to_owned(),
            case: OwnCase { project: id, date: case.date.iso(), answers: case.answers },
        })
    }

    /// What must be worked out to know what the change does to every answer there is.
    #[must_use]
    pub fn tasks(&self, today: Date) -> Vec<Task> {
        self.now.as_ref().map(|now| tasks(&self.published, now, today)).unwrap_or_default()
    }

    /// Works out a part of it; nothing where the rules cannot be judged by, or there is no such day.
    #[must_use]
    pub fn account(&self, project: &str, date: &str) -> Option<Account> {
        Some(account(&self.published, self.now.as_ref()?, project, Date::parse_iso(date)?))
    }

    fn question(&self, id: &str) -> Question {
        let concept = self.glossary.concept(id).cloned().unwrap_or_default();
        let options = match concept.kind.as_str() {
            "ja-nei" => YES_NO.map(|word| (word.to_owned(), word.to_owned())).to_vec(),
            _ => concept.options,
        };
        Question { id: id.to_owned(), name: concept.name, kind: concept.kind, options, unsure: concept.unsure }
    }

    /// Judges a case by both rules.
    #[must_use]
    pub fn judge(&self, own: &OwnCase) -> Verdicts {
        let verdict = |loaded: &Loaded| self.verdict(loaded, own);
        Verdicts { before: verdict(&self.published), after: self.now.as_ref().map(verdict) }
    }

    fn verdict(&self, loaded: &Loaded, own: &OwnCase) -> Verdict {
        match judged(loaded, own) {
            Ok(said) => Verdict {
                judged: Some(Judged::of(&said)),
                broken: said.broken.iter().map(|id| self.glossary.concept_name(id).to_owned()).collect(),
                fault: String::new(),
            },
            Err(fault) => Verdict { judged: None, broken: Vec::new(), fault },
        }
    }
}

fn asking_order<'a>(book: &RuleBook, names: impl Iterator<Item = &'a String>) -> impl Iterator<Item = &'a String> {
    let asked: Vec<ConceptId> =
        book.parts.iter().flat_map(|part| &part.steps).flat_map(|step| &step.concepts).copied().collect();
    let place = |name: &String| book.find_concept(name).and_then(|id| asked.iter().position(|known| *known == id));
    let mut names: Vec<&String> = names.collect();
    names.sort_by_key(|name| place(name).unwrap_or(usize::MAX));
    names.into_iter()
}

fn judged(loaded: &Loaded, own: &OwnCase) -> Result<Named, String> {
    let OwnCase { project, date, answers } = own.clone();
    let date = Date::parse_iso(&date).ok_or_else(|| format!("\"{date}\" er ikke en dato"))?;
    Case { about: About::Project(project), date, answers }.judge(&loaded.book)
}

/// Whether the rules say otherwise than an example; all else that may be wrong with its file is told with the rest.
fn is_failing_example(problem: &Problem) -> bool {
    problem.code == Code::ExampleDiffers
}

impl Told {
    /// Whether it is the same problem, wherever its line has come to stand.
    fn is_same(&self, other: &Self) -> bool {
        self.file == other.file && self.place == other.place && self.message == other.message
    }
}

/// Each problem once, in the order in which they were found.
fn told(problems: Vec<Problem>) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for problem in problems {
        let Problem { file, line, place, message, .. } = problem;
        let told = Told { file, line: Some(line), place, message };
        if !all.contains(&told) {
            all.push(told);
        }
    }
    all
}

fn starts(loaded: &Loaded, glossary: &Glossary) -> Vec<Start> {
    let mut starts = Vec::new();
    for (path, file) in &loaded.sources.examples {
        let Some(project) = &file.project else { continue };
        let project = glossary.name(project);
        starts.extend(file.examples.iter().enumerate().map(|(at, example)| Start {
            file: path.clone(),
            at,
            name: example.name.clone(),
            project: project.to_owned(),
        }));
    }
    starts
}
