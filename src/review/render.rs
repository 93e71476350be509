//! A verdict in the names of the rule files, for machines and for examples.

use crate::engine::{Breach, Status, Verdict};
use crate::rules::quantity::Written;
use crate::rules::{ConceptId, ConsequenceId, Kind, Outcome, RuleBook, Sort};

/// The verdict's lists as sorted names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Named {
    /// The outcome, or that it cannot be decided.
    pub outcome: &'static str,
    /// The mildest application that it can be.
    pub at_least: Option<&'static str>,
    /// What green means.
    pub may_start: bool,
    /// Dispensations.
    pub dispensations: Vec<String>,
    /// Permits.
    pub permits: Vec<String>,
    /// Duties, the standard ones left out.
    pub duties: Vec<String>,
    /// The standard duties, which the other lists leave out.
    pub standard: Vec<String>,
    /// Things to clear.
    pub clearances: Vec<String>,
    /// Rules tried and broken.
    pub broken_rules: Vec<String>,
    /// Broken concepts.
    pub broken: Vec<String>,
    /// The limits that are broken, as the resident reads them.
    pub limits: Vec<String>,
    /// Missing concepts.
    pub missing: Vec<String>,
}

/// Names a verdict.
#[must_use]
pub fn named(book: &RuleBook, verdict: &Verdict) -> Named {
    let those = |sort, standard| {
        let of_sort = verdict.of_sort(book, sort).filter(move |id| book.consequence(*id).standard == standard);
        sorted(of_sort.map(|id| consequence(book, id)))
    };
    let of_sort = |sort| those(sort, false);
    let broken_rules = verdict.tried.iter().filter(|(_, status)| *status == Status::Broken);
    Named {
        outcome: verdict.outcome.map_or("uavklart", outcome),
        at_least: verdict.at_least.map(outcome),
        may_start: verdict.may_start(book),
        dispensations: of_sort(Sort::Dispensation),
        permits: of_sort(Sort::Permit),
        duties: of_sort(Sort::Duty),
        standard: those(Sort::Duty, true),
        broken_rules: sorted(broken_rules.map(|(rule, _)| book.rule(*rule).id.clone())),
        clearances: of_sort(Sort::Clearance),
        broken: sorted(verdict.breaches.iter().map(|breach| concept(book, breach.concept))),
        limits: sorted(verdict.breaches.iter().filter_map(|breach| limit(book, breach))),
        missing: sorted(verdict.missing.iter().map(|id| concept(book, id))),
    }
}

/// The name of an outcome.
#[must_use]
pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NotAMeasure => "ikke-tiltak",
        Outcome::Exempt => "unntatt-fra-søknadsplikt",
        Outcome::ApplyYourself => "søknad-uten-ansvarsrett",
        Outcome::ApplyWithProfessional => "søknad-med-ansvarsrett",
    }
}

fn consequence(book: &RuleBook, id: ConsequenceId) -> String {
    book.consequence(id).id.clone()
}

fn concept(book: &RuleBook, id: ConceptId) -> String {
    book.concept(id).id.clone()
}

/// Dates are not told as limits; they are borrowed by no text.
fn limit(book: &RuleBook, breach: &Breach) -> Option<String> {
    let Kind::Number(unit) = book.concept(breach.concept).kind else { return None };
    let text = Written { amount: breach.limit?, unit, decimal_mark: ',' }.text();
    Some(text.replace('\u{a0}', " "))
}

fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.dedup();
    names
}
