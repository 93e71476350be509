//! `begreper`: every name that a case or a verdict may hold, for those who write cases.

use crate::rules::load::{Loaded, Words};
use crate::rules::quantity::Unit;
use crate::rules::{Choice, Concept, Kind, RuleBook, Sort, TextId};

use super::edition::Edition;
use super::failure::Failure;
use super::wire::{ConceptEntry, ConsequenceEntry, OptionEntry, ProjectEntry, Vocabulary};

/// Lists the names.
///
/// # Errors
/// Only where memory fails.
pub fn vocabulary(loaded: &Loaded) -> Result<Vocabulary, Failure> {
    let Loaded { book, words, .. } = loaded;
    Ok(Vocabulary {
        edition: Edition::of(book)?.id,
        projects: projects(loaded),
        concepts: book.concepts.iter().map(|concept| entry(concept, words)).collect(),
        dispensations: consequences(book, words, Sort::Dispensation),
        permits: consequences(book, words, Sort::Permit),
        duties: consequences(book, words, Sort::Duty),
        clearances: consequences(book, words, Sort::Clearance),
    })
}

fn projects(loaded: &Loaded) -> Vec<ProjectEntry> {
    let projects = loaded.sources.projects.iter().map(|(_, project)| ProjectEntry {
        id: project.id.clone(),
        name: project.name.nb.clone(),
        given: project.given.clone(),
    });
    projects.collect()
}

fn entry(concept: &Concept, words: &Words) -> ConceptEntry {
    let unsure = concept.question.as_ref().is_some_and(|question| question.unsure.is_some());
    ConceptEntry {
        id: concept.id.clone(),
        name: in_bokmaal(words, concept.name),
        kind: kind(&concept.kind),
        unit: unit(&concept.kind),
        options: options(&concept.kind, words),
        may_be_unsure: unsure,
        derived: !concept.derivation.is_empty(),
    }
}

const fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::YesNo => "ja-nei",
        Kind::Choice(_) => "valg",
        Kind::Number(Unit::Count) => "antall",
        Kind::Number(_) => "mål",
        Kind::Date => "dato",
    }
}

fn unit(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Number(unit) => Some(unit.sign()).filter(|sign| !sign.is_empty()),
        _ => None,
    }
}

fn options(kind: &Kind, words: &Words) -> Vec<OptionEntry> {
    match kind {
        Kind::Choice(options) => {
            let entry = |choice: &Choice| OptionEntry { id: choice.id.clone(), name: in_bokmaal(words, choice.name) };
            options.iter().map(entry).collect()
        }
        _ => Vec::new(),
    }
}

fn consequences(book: &RuleBook, words: &Words, sort: Sort) -> Vec<ConsequenceEntry> {
    let of_sort = book.consequences.iter().filter(|consequence| consequence.sort == sort);
    let entries = of_sort.map(|consequence| ConsequenceEntry {
        id: consequence.id.clone(),
        name: in_bokmaal(words, consequence.name),
        citation: in_bokmaal(words, consequence.citation).replace('\u{a0}', " "),
        standard: consequence.standard,
    });
    entries.collect()
}

fn in_bokmaal(words: &Words, id: TextId) -> String {
    words.text(id).map(|text| text.nb.clone()).unwrap_or_default()
}
