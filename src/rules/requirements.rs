//! Everything that is required anywhere: in a condition, in a version of a rule, in the whole book.

use super::{Condition, Requirement, RuleBook, Version};

/// Every version of every rule.
pub fn versions(book: &RuleBook) -> impl Iterator<Item = &Version> {
    book.rules.iter().flat_map(|rule| &rule.versions)
}

/// Every requirement of a version: its scope, its conditions with their doubts and consequences, and what comes with it.
pub fn requirements(version: &Version) -> impl Iterator<Item = &Requirement> {
    let additions = version.additions.iter().filter_map(|addition| addition.when.as_ref());
    version.scope.iter().chain(version.conditions.iter().flat_map(of_condition)).chain(additions)
}

/// What a condition requires, when it is in doubt, and when each of its consequences follows.
pub fn of_condition(condition: &Condition) -> impl Iterator<Item = &Requirement> {
    let doubt = condition.doubt.iter().map(|doubt| &doubt.when);
    let consequences = condition.consequences.iter().filter_map(|consequences| consequences.when.as_ref());
    core::iter::once(&condition.requirement).chain(doubt).chain(consequences)
}
