//! The lawyers' examples, run: what the rules say against what they should say.

use std::collections::BTreeMap;

use crate::engine::{Situation, Status, Verdict, assess};
use crate::rules::date::Date;
use crate::rules::load::Loaded;
use crate::rules::problem::Problem;
use crate::rules::wire::{Example, ExampleFile};
use crate::rules::{Project, RuleBook, RuleId};

use super::case;
use super::render::{Named, named};

/// How many examples there are, and every one that fails.
#[derive(Debug, Default)]
pub struct Report {
    /// Examples run.
    pub count: usize,
    /// What the rules said otherwise than the example.
    pub failures: Vec<Problem>,
}

/// Runs every example of every file.
#[must_use]
pub fn run(loaded: &Loaded) -> Report {
    let mut report = Report::default();
    for (path, file) in &loaded.sources.examples {
        for example in &file.examples {
            report.count += 1;
            if let Err(message) = try_one(loaded, file, example) {
                let place = format!("«{}»", example.name);
                report.failures.push(Problem { file: path.clone(), place, message });
            }
        }
    }
    report
}

fn try_one(loaded: &Loaded, file: &ExampleFile, example: &Example) -> Result<(), String> {
    let book = &loaded.book;
    let alone;
    let (project, by_itself) = match (&file.rule, &file.project) {
        (Some(rule), None) => {
            alone = rule_alone(book, rule).ok_or_else(|| format!("regelen `{rule}` finnes ikke"))?;
            (&alone, true)
        }
        (None, Some(id)) => (book.find_project(id).ok_or_else(|| format!("tiltaket `{id}` finnes ikke"))?, false),
        _ => return Err("filen må ha enten `regel` eller `tiltak`".to_owned()),
    };
    let texts = texts_of(loaded, file, example)?;
    let answers = case::answers(book, Some(project), &texts).map_err(|faults| {
        faults.into_iter().map(|fault| format!("{}: {}", fault.field, fault.message)).collect::<Vec<_>>().join("; ")
    })?;
    let day = example.date.as_ref().unwrap_or(&file.date);
    let date = Date::parse_iso(day).ok_or_else(|| format!("\"{day}\" er ikke en dato"))?;
    let situation = Situation::new(book, project, &answers, date);
    let mut verdict = assess(&situation);
    if by_itself {
        project.beside.iter().for_each(|rule| situation.breaches(*rule, &mut verdict.breaches));
    }
    let mut said = named(book, &verdict);
    if by_itself {
        said.outcome = alone_outcome(&verdict, !project.tries.is_empty());
    }
    compare(&said, example)
}

/// A rule as if it were all there is. A rule that decides is tried; one that only accompanies stands beside.
pub(crate) fn rule_alone(book: &RuleBook, id: &str) -> Option<Project> {
    let place = book.rules.iter().position(|rule| rule.id == id)?;
    let rule = RuleId(u16::try_from(place).ok()?);
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

fn compare(said: &Named, example: &Example) -> Result<(), String> {
    let mut differences = Vec::new();
    let mut expect = |name: &str, expected: String, actual: String| {
        if expected != actual {
            differences.push(format!("{name} er {actual}, men eksemplet sier {expected}"));
        }
    };
    expect("utfall", example.outcome.clone(), said.outcome.to_owned());
    if let Some(at_least) = &example.at_least {
        expect("minst", at_least.clone(), said.at_least.unwrap_or("ingen").to_owned());
    }
    if let Some(may_start) = example.may_start {
        expect("kan-starte", may_start.to_string(), said.may_start.to_string());
    }
    let all =
        [&said.dispensations, &said.permits, &said.duties, &said.clearances].into_iter().flatten().cloned().collect();
    for (name, expected, actual) in [
        ("dispensasjoner", &example.dispensations, &said.dispensations),
        ("tillatelser", &example.permits, &said.permits),
        ("plikter", &example.duties, &said.duties),
        ("avklar", &example.clearances, &said.clearances),
        ("brudd", &example.broken, &said.broken),
        ("mangler", &example.missing, &said.missing),
        ("følger", &example.consequences, &all),
    ] {
        if let Some(expected) = expected {
            expect(name, list(expected), list(actual));
        }
    }
    if differences.is_empty() { Ok(()) } else { Err(differences.join("; ")) }
}

fn list(names: &[String]) -> String {
    let mut names = names.to_vec();
    names.sort();
    names.dedup();
    format!("[{}]", names.join(", "))
}
