//! Which kinds of work and which other rules lead to a rule.

use std::collections::BTreeSet;

use crate::rules::{Project, RuleBook, RuleId};

/// Rules that presuppose this one, and rules that have it beside them, in any version.
pub(super) fn leading_to(book: &RuleBook, rule: RuleId) -> (Vec<RuleId>, Vec<RuleId>) {
    let all = || (0_u16..).map(RuleId).zip(&book.rules);
    let presupposing = all().filter(|(_, other)| other.versions.iter().any(|v| v.presupposes.contains(&rule)));
    let beside = all().filter(|(_, other)| other.versions.iter().any(|v| v.beside.contains(&rule)));
    (presupposing.map(|(id, _)| id).collect(), beside.map(|(id, _)| id).collect())
}

/// The kinds of work that are held against a rule, directly or through other rules.
pub(super) fn used_by(book: &RuleBook, rule: RuleId) -> Vec<&Project> {
    book.projects.iter().filter(|project| reached(book, project).contains(&rule)).collect()
}

/// Every rule that a kind of work may be held against.
fn reached(book: &RuleBook, project: &Project) -> BTreeSet<RuleId> {
    let mut left: Vec<RuleId> = project.tries.iter().chain(&project.beside).copied().collect();
    let mut reached = BTreeSet::new();
    while let Some(rule) = left.pop() {
        if reached.insert(rule) {
            let versions = &book.rule(rule).versions;
            left.extend(versions.iter().flat_map(|version| version.presupposes.iter().chain(&version.beside)));
        }
    }
    reached
}
