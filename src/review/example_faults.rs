//! Examples that cannot be tried, because of how they are written.

use std::collections::BTreeMap;

use crate::engine::Answers;
use crate::rules::code::Code;
use crate::rules::date::Date;
use crate::rules::load::Loaded;
use crate::rules::path::Path;
use crate::rules::problem::Finding;
use crate::rules::wire::ExampleFile;
use crate::rules::{Project, RuleBook};

use super::case;
use super::examples::{rule_alone, texts_of};

/// What is wrong with a file before any of its examples is looked at.
pub(crate) fn of_file(loaded: &Loaded, path: &str, file: &ExampleFile) -> Vec<Finding> {
    let subject = subject_fault(&loaded.book, file);
    let subject = subject.map(|(code, place, message)| Finding::new(code, path, place, message));
    let mut findings: Vec<Finding> = subject.into_iter().collect();
    findings.extend(date_fault(path, "på-dato".into(), &file.date));
    let known = |id: &String| loaded.sources.bases.iter().any(|(_, base)| base.id == *id);
    for (n, id) in file.builds_on.iter().enumerate().filter(|(_, id)| !known(id)) {
        let message = format!("grunnlaget `{id}` finnes ikke i rules/grunnlag/; rett skrivemåten");
        findings.push(Finding::new(Code::UnknownBase, path, ("bygger-på", n), message));
    }
    findings
}

fn subject_fault(book: &RuleBook, file: &ExampleFile) -> Option<(Code, Path, String)> {
    match (&file.rule, &file.project) {
        (Some(id), None) if !book.rules.iter().any(|rule| rule.id == *id) => {
            let message = format!("regelen `{id}` finnes ikke; rett skrivemåten (navnet er `id` i regelens fil)");
            Some((Code::UnknownRule, "regel".into(), message))
        }
        (None, Some(id)) if book.find_project(id).is_none() => {
            let message = format!("tiltaket `{id}` finnes ikke; rett skrivemåten (navnet er `id` i tiltakets fil)");
            Some((Code::UnknownProject, "tiltak".into(), message))
        }
        (Some(_), None) | (None, Some(_)) => None,
        _ => {
            let message = "filen må ha enten `regel` eller `tiltak`; skriv hva eksemplene handler om".to_owned();
            Some((Code::ExampleSubject, Path::default(), message))
        }
    }
}

fn date_fault(file: &str, place: Path, day: &str) -> Option<Finding> {
    let message = format!("\"{day}\" er ikke en dato i kalenderen; skriv den som 2021-05-01");
    Date::parse_iso(day).is_none().then(|| Finding::new(Code::NotADate, file, place, message))
}

/// What is wrong with one example.
pub(crate) fn of_example(loaded: &Loaded, path: &str, file: &ExampleFile, n: usize) -> Vec<Finding> {
    let Some(example) = file.examples.get(n) else { return Vec::new() };
    let place = Path::from(("eksempler", n));
    let day = example.date.as_deref();
    let mut findings: Vec<_> = day.and_then(|day| date_fault(path, place.then("på-dato"), day)).into_iter().collect();
    match texts_of(loaded, file, example) {
        Ok(texts) => findings.extend(answer_faults(loaded, path, file, n, &texts)),
        Err(_) if file.builds_on.iter().any(|id| !loaded.sources.bases.iter().any(|(_, base)| base.id == *id)) => {}
        Err(message) => {
            let message = format!("{message}; fjern det fra `uten`, eller svar på det i `grunnlag`");
            findings.push(Finding::new(Code::NotAnswered, path, place.then("uten"), message));
        }
    }
    findings
}

fn answer_faults(
    loaded: &Loaded,
    path: &str,
    file: &ExampleFile,
    n: usize,
    texts: &BTreeMap<String, String>,
) -> Vec<Finding> {
    let Some(example) = file.examples.get(n) else { return Vec::new() };
    let Err(faults) = answers(&loaded.book, file, texts) else { return Vec::new() };
    let at = |field: &str| {
        let name = field.trim_start_matches("svar.");
        if example.change.contains_key(name) {
            ("eksempler", n, "endre", name).into()
        } else {
            Path::from(("grunnlag", name))
        }
    };
    faults.into_iter().map(|fault| Finding::new(Code::ExampleAnswer, path, at(&fault.field), fault.message)).collect()
}

fn answers(book: &RuleBook, file: &ExampleFile, texts: &BTreeMap<String, String>) -> Result<Answers, Vec<case::Fault>> {
    let alone = file.rule.as_ref().and_then(|id| rule_alone(book, id));
    let whole = file.project.as_ref().and_then(|id| book.find_project(id));
    let project: Option<&Project> = alone.as_ref().or(whole);
    case::answers(book, project, texts)
}
