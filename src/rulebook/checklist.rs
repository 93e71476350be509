//! What a resident must keep within, as a short list that needs no script: the plain limits of the mildest rule of a kind
//! of work on a day.

use crate::rules::date::Date;
use crate::rules::load::{Language, Loaded};
use crate::rules::quantity::{Unit, Written};
use crate::rules::{Base, Bound, Comparison, ConceptId, Kind, Outcome, Project, Requirement, Version};

/// The limits of a kind of work.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Checklist {
    /// The kind of work, by its name in the rule files.
    pub project: String,
    /// What people call it.
    pub name: String,
    /// One limit in each: "Mønehøyde: høyst 4,0 m".
    pub limits: Vec<String>,
}

/// The limits of every kind of work, in the order of the shelves.
#[must_use]
pub fn checklists(loaded: &Loaded, language: Language, date: Date) -> Vec<Checklist> {
    let shelved = loaded.words.shelves().iter().flat_map(|shelf| &shelf.projects);
    let projects = shelved.filter_map(|(id, _)| loaded.book.projects.iter().find(|project| project.id == *id));
    projects.map(|project| of(&Told { loaded, language, date }, project)).collect()
}

/// Where the words are found.
struct Told<'a> {
    loaded: &'a Loaded,
    language: Language,
    date: Date,
}

fn of(told: &Told, project: &Project) -> Checklist {
    let mut limits = Vec::new();
    if let Some(version) = mildest(told, project) {
        collect(told, version, &mut limits);
    }
    // Where one measure has several limits, something else decides which; that is for the guide to ask.
    let alone = limits.iter().filter(|(concept, comparison, amount)| {
        !limits.iter().any(|other| (other.0, other.1) == (*concept, *comparison) && other.2 != *amount)
    });
    let limits = alone.filter_map(|(concept, comparison, amount)| told.limit(*concept, *comparison, *amount));
    Checklist { project: project.id.clone(), name: told.text(project.name), limits: limits.collect() }
}

/// The first that is tried where it needs no application.
fn mildest<'a>(told: &Told<'a>, project: &Project) -> Option<&'a Version> {
    let mut versions = project.tries.iter().filter_map(|rule| told.loaded.book.version(*rule, told.date));
    versions.find(|version| version.outcome == Some(Outcome::Exempt))
}

type Limit = (ConceptId, Comparison, i64);

/// Its own limits and those of the rules that are part of it.
fn collect(told: &Told, version: &Version, into: &mut Vec<Limit>) {
    for limit in version.conditions.iter().flat_map(|condition| required(&condition.requirement)) {
        if !into.contains(&limit) {
            into.push(limit);
        }
    }
    for rule in &version.presupposes {
        if let Some(version) = told.loaded.book.version(*rule, told.date) {
            collect(told, version, into);
        }
    }
}

/// The limits that must always hold. Of several ways, one may be enough, and which one is for the guide to ask; a limit
/// beside mere kinds of things, such as the height of a roof that has a ridge, still is one.
fn required(requirement: &Requirement) -> Vec<Limit> {
    match requirement {
        Requirement::All(parts) => parts.iter().flat_map(required).collect(),
        Requirement::Any(parts) => {
            let all: Vec<Limit> = parts.iter().flat_map(required).collect();
            if all.len() == 1 { all } else { Vec::new() }
        }
        Requirement::Bound(concept, comparison, Bound { base: Base::Literal(amount), .. }) => {
            vec![(*concept, *comparison, *amount)]
        }
        Requirement::Bound(..) | Requirement::OneOf(..) => Vec::new(),
    }
}

impl Told<'_> {
    fn text(&self, id: crate::rules::TextId) -> String {
        self.loaded.words.text(id).map(|text| self.language.of(text).to_owned()).unwrap_or_default()
    }

    fn limit(&self, concept: ConceptId, comparison: Comparison, amount: i64) -> Option<String> {
        let concept = self.loaded.book.concept(concept);
        let Kind::Number(unit) = concept.kind else { return None };
        let name = match comparison {
            Comparison::AtMost => "høyst-tall",
            Comparison::AtLeast => "minst-tall",
            Comparison::Under => "under-tall",
            Comparison::Over => "over-tall",
            Comparison::Exactly => "nøyaktig-tall",
        };
        let (_, words) = self.loaded.words.interface().find(|(word, _)| *word == name)?;
        let told = self.language.of(words).replace("{tall}", &self.number(amount, unit));
        Some(format!("{}: {told}", self.text(concept.name)))
    }

    fn number(&self, amount: i64, unit: Unit) -> String {
        let decimal_mark = if self.language == Language::En { '.' } else { ',' };
        Written { amount, unit, decimal_mark }.text()
    }
}
