//! A case as others write it: names and texts, turned into answers.

use std::collections::BTreeMap;

use crate::engine::{Answer, Answers};
use crate::rules::date::{Date, year};
use crate::rules::load::half_open;
use crate::rules::quantity::{QuantityError, Unit, parse_amount};
use crate::rules::range::Range;
use crate::rules::{Concept, ConceptId, Given, Kind, Project, RuleBook};

/// What stands for "don't know".
pub const DONT_KNOW: &str = "vet-ikke";

/// What is wrong with one field of a case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    /// The field, such as `svar.mønehøyde`.
    pub field: String,
    /// What is wrong and what could stand there instead.
    pub message: String,
}

/// Reads answers, all faults at once.
///
/// # Errors
/// Every field that cannot be read.
pub fn answers(
    book: &RuleBook,
    project: Option<&Project>,
    texts: &BTreeMap<String, String>,
) -> Result<Answers, Vec<Fault>> {
    let mut answers = Answers::new();
    let mut faults = Vec::new();
    for (name, text) in texts {
        match read(book, project, name, text) {
            Ok((concept, answer)) => answers.set(concept, answer),
            Err(message) => faults.push(Fault { field: format!("svar.{name}"), message }),
        }
    }
    faults.extend(doubly_told(book, &answers));
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

/// Reads one answer.
///
/// # Errors
/// Says what is wrong with it.
pub(crate) fn read(
    book: &RuleBook,
    project: Option<&Project>,
    name: &str,
    text: &str,
) -> Result<(ConceptId, Answer), String> {
    let concept = book.find_concept(name);
    let concept = concept.ok_or_else(|| format!("`{name}` er ikke et begrep; kommandoen `begreper` viser alle"))?;
    let answer = answer(book.concept(concept), text)?;
    match project.and_then(|project| given(project, concept)) {
        Some(given) if given != answer => {
            Err(format!("`{name}` følger av tiltaket selv; fjern svaret, eller velg et annet tiltak"))
        }
        _ => Ok((concept, answer)),
    }
}

fn given(project: &Project, concept: ConceptId) -> Option<Answer> {
    project.given.iter().find(|(id, _)| *id == concept).map(|(_, given): &(_, Given)| Answer::from(*given))
}

fn answer(concept: &Concept, text: &str) -> Result<Answer, String> {
    let text = text.trim();
    if text == DONT_KNOW {
        let may = concept.question.as_ref().is_some_and(|question| question.unsure.is_some());
        return if may { Ok(Answer::DontKnow) } else { Err("her kan svaret ikke være vet-ikke".to_owned()) };
    }
    match &concept.kind {
        kind @ (Kind::YesNo | Kind::Choice(_)) => option(&kind.options(), text),
        Kind::Number(unit) => number(text, *unit),
        Kind::Date => date(text),
    }
}

fn option(options: &[&str], text: &str) -> Result<Answer, String> {
    let place = options.iter().position(|option| *option == text).and_then(|place| u8::try_from(place).ok());
    place.map(Answer::Option).ok_or_else(|| format!("`{text}` er ikke et av svarene: {}", options.join(", ")))
}

fn number(text: &str, unit: Unit) -> Result<Answer, String> {
    if let Some(range) = half_open(text, unit) {
        return Ok(Answer::Number(range));
    }
    let amount = parse_amount(text, unit).map_err(|error| why(error, text, unit))?;
    Ok(Answer::Number(Range::exactly(amount)))
}

fn why(error: QuantityError, text: &str, unit: Unit) -> String {
    let sign = unit.sign();
    let like = if sign.is_empty() { "2".to_owned() } else { format!("4,0 {sign}") };
    match error {
        QuantityError::Empty => format!("svaret er tomt; skriv et tall som \"{like}\""),
        QuantityError::NotANumber => format!("\"{text}\" er ikke et tall; skriv det som \"{like}\""),
        QuantityError::Negative => format!("\"{text}\" er mindre enn null; mål er aldri det"),
        QuantityError::TooManyDecimals => format!("\"{text}\" har for mange desimaler; høyst {}", unit.decimals()),
        QuantityError::TooLarge => format!("\"{text}\" er for stort"),
        QuantityError::WrongUnit => {
            format!("\"{text}\" har en annen enhet enn den som trengs; skriv det som \"{like}\"")
        }
    }
}

fn date(text: &str) -> Result<Answer, String> {
    let exact = Date::parse_iso(text).or_else(|| Date::parse_norwegian(text)).map(|day| Range::exactly(day.number()));
    let within = || year(text).map(|(first, last)| Range { low: first.number(), high: Some(last.number()) });
    let range = exact
        .or_else(within)
        .ok_or_else(|| format!("\"{text}\" er ikke en dato; skriv 2021-05-01, eller bare årstallet"))?;
    Ok(Answer::Number(range))
}

/// A derived value may be told as it is, but not beside what it is derived from.
pub(crate) fn doubly_told(book: &RuleBook, answers: &Answers) -> Vec<Fault> {
    let told = |concept: &ConceptId| answers.get(*concept).is_some();
    let twice = |concept: ConceptId| {
        let mut sources = Vec::new();
        book.concept(concept).derivation.iter().for_each(|branch| branch.sources(&mut sources));
        let source = sources.into_iter().find(told)?;
        let (name, source) = (&book.concept(concept).id, &book.concept(source).id);
        let message = format!("`{name}` følger av `{source}`; oppgi enten den ene eller den andre");
        Some(Fault { field: format!("svar.{name}"), message })
    };
    answers.iter().filter_map(|(concept, _)| twice(concept)).collect()
}
