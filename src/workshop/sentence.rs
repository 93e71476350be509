//! A `krav` as a sentence, with the numbers and dates that can be changed where they stand.
//!
//! The words between are keys such as `høyst`; what they are in a sentence, `ord.json` says.

use serde::Serialize;

use crate::review::document::{Document, step};
use crate::rules::quantity::Unit;

use super::edit::{Field, Shape};
use super::glossary::{Concept, Glossary};

/// A sentence, or several that belong together.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sentence {
    /// Every one.
    All(Vec<Sentence>),
    /// At least one.
    Any(Vec<Sentence>),
    /// One sentence.
    One(Vec<Part>),
}

/// A part of a sentence.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// What something is called.
    Name(String),
    /// A word of the rule language.
    Word(String),
    /// One of the options, or anything else quoted.
    Quoted(String),
    /// Something that can be changed.
    Field(Field),
}

/// The sentence of a requirement that stands at `place` in its file.
#[must_use]
pub fn sentence(requirement: &Document, place: &str, glossary: &Glossary) -> Sentence {
    let Some((key, content)) = requirement.only() else { return unreadable() };
    let inside = step(place, key);
    let several = || {
        let parts = content.items().iter().enumerate();
        parts.map(|(at, part)| sentence(part, &step(&inside, at), glossary)).collect()
    };
    match key {
        "alle" => Sentence::All(several()),
        "minst-én" => Sentence::Any(several()),
        concept => Sentence::One(about(concept, content, &inside, glossary)),
    }
}

fn unreadable() -> Sentence {
    Sentence::One(vec![Part::Word("uleselig".to_owned())])
}

fn about(id: &str, content: &Document, place: &str, glossary: &Glossary) -> Vec<Part> {
    let concept = glossary.concept(id);
    let mut parts = vec![Part::Name(glossary.concept_name(id).to_owned())];
    if let Some(answer) = content.text() {
        parts.push(Part::Word(answer.to_owned()));
    } else if let Some((operator, bound)) = content.only() {
        parts.push(Part::Word(operator.to_owned()));
        parts.extend(compared(concept, bound, &step(place, operator), glossary));
    }
    parts
}

fn compared(concept: Option<&Concept>, bound: &Document, place: &str, glossary: &Glossary) -> Vec<Part> {
    let option = |id: &str| {
        let name = concept.and_then(|concept| concept.options.iter().find(|(known, _)| known == id));
        Part::Quoted(name.map_or(id, |(_, name)| name).to_owned())
    };
    match bound {
        Document::List(items) => items.iter().filter_map(Document::text).map(option).collect(),
        Document::Text(text) if concept.is_some_and(|concept| !concept.options.is_empty()) => vec![option(text)],
        Document::Text(text) => vec![Part::Field(limit(text, place, concept.and_then(|concept| concept.unit)))],
        _ => bound_of(concept, bound, place, glossary),
    }
}

fn limit(text: &str, place: &str, unit: Option<Unit>) -> Field {
    let shape = unit.map_or(Shape::Date, Shape::of);
    Field { place: place.to_owned(), shape, value: text.to_owned() }
}

/// A bound that is more than a number.
fn bound_of(concept: Option<&Concept>, bound: &Document, place: &str, glossary: &Glossary) -> Vec<Part> {
    let name = |id: &str| Part::Name(glossary.concept_name(id).to_owned());
    let word = |key: &str| Part::Word(key.to_owned());
    let mut parts = Vec::new();
    for (key, content) in bound.entries() {
        match (key.as_str(), content.text()) {
            ("grense", Some(text)) => {
                parts.push(Part::Field(limit(text, &step(place, key), concept.and_then(|concept| concept.unit))));
            }
            ("halve", Some(id)) => parts.extend([word("halve"), name(id)]),
            ("del", Some(text)) => parts.extend([Part::Quoted(text.to_owned()), word("del")]),
            ("av", Some(id)) => parts.push(name(id)),
            ("tabell", Some(id)) => parts.extend([word("tabell"), Part::Quoted(glossary.name(id).to_owned())]),
            ("etter", Some(id)) => parts.extend([word("etter"), name(id)]),
            ("økt-med", None) => parts.extend(raised(content, &step(place, key), glossary)),
            _ => parts.push(word("uleselig")),
        }
    }
    parts
}

fn raised(content: &Document, place: &str, glossary: &Glossary) -> Vec<Part> {
    let Some((id, over)) = content.only() else { return Vec::new() };
    let Some((operator, threshold)) = over.only() else { return Vec::new() };
    let unit = glossary.concept(id).and_then(|concept| concept.unit);
    let place = step(&step(place, id), operator);
    vec![
        Part::Word("økt-med".to_owned()),
        Part::Name(glossary.concept_name(id).to_owned()),
        Part::Word("utover".to_owned()),
        Part::Field(limit(threshold.text().unwrap_or_default(), &place, unit)),
    ]
}
