//! Options that make no difference.

use crate::rules::code::Code;
use crate::rules::load::Loaded;
use crate::rules::problem::Finding;
use crate::rules::requirements::{requirements, versions};
use crate::rules::{Concept, ConceptId, Given, Kind, Project, Requirement, RuleBook};

use super::unused::file_of_concept;

/// Every option can be chosen for some work, and some rule asks for it, or against it.
///
/// One option of a question may stand for everything that no rule names: "something else". What a kind of work itself
/// answers needs no rule, for there the resident chooses nothing.
#[must_use]
pub fn options_make_a_difference(loaded: &Loaded) -> Vec<Finding> {
    let concepts = (0_u16..).map(ConceptId).zip(&loaded.book.concepts);
    concepts.flat_map(|(id, concept)| idle_options(loaded, id, concept)).collect()
}

fn idle_options(loaded: &Loaded, id: ConceptId, concept: &Concept) -> Vec<Finding> {
    let Kind::Choice(options) = &concept.kind else { return Vec::new() };
    let named = named(&loaded.book, id) | answered(&loaded.book, id);
    let offered = loaded.book.projects.iter().map(|project| offered(project, id)).fold(0, |all, bits| all | bits);
    let mut findings = Vec::new();
    let mut nameless = 0;
    for n in 0..options.len() {
        nameless += usize::from(named & (1 << n) == 0);
        let message = if offered & (1 << n) == 0 {
            "ingen tiltak gir innbyggeren dette valget; ta det i bruk i `tilpass`, eller fjern det"
        } else if named & (1 << n) == 0 && nameless > 1 {
            "ingen regel skiller dette valget fra de andre som ikke er nevnt i noe krav; bruk det i et krav, eller slå valgene sammen"
        } else {
            continue;
        };
        let path = ("begreper", &concept.id, "valg", n);
        findings.push(Finding::new(Code::UnreachedOption, &file_of_concept(loaded, &concept.id), path, message));
    }
    findings
}

/// The options that a requirement somewhere names.
fn named(book: &RuleBook, id: ConceptId) -> u32 {
    let derived = book.concepts.iter().flat_map(|concept| &concept.derivation);
    let derived = derived.filter_map(|branch| branch.when.as_ref());
    versions(book)
        .flat_map(requirements)
        .chain(derived)
        .map(|requirement| bits(requirement, id))
        .fold(0, |all, bits| all | bits)
}

fn bits(requirement: &Requirement, id: ConceptId) -> u32 {
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => {
            parts.iter().map(|part| bits(part, id)).fold(0, |all, bits| all | bits)
        }
        Requirement::OneOf(own, bits) if *own == id => *bits,
        _ => 0,
    }
}

/// The options that some kind of work answers itself.
fn answered(book: &RuleBook, id: ConceptId) -> u32 {
    let given = book.projects.iter().flat_map(|project| &project.given).filter(|(own, _)| *own == id);
    given.fold(0, |all, (_, given)| match given {
        Given::Option(option) => all | 1 << option,
        Given::Number(_) => all,
    })
}

/// The options that a kind of work leaves to the resident, or answers itself.
fn offered(project: &Project, id: ConceptId) -> u32 {
    match project.given.iter().find(|(own, _)| *own == id) {
        Some((_, Given::Option(option))) => 1 << option,
        Some(_) => 0,
        None => {
            let adapted = project.adapted.iter().find(|(own, _)| *own == id);
            adapted.and_then(|(_, adapted)| adapted.options).unwrap_or(u32::MAX)
        }
    }
}
