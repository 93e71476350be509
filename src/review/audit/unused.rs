//! What is written and never used, and quick answers that answer nothing.

use std::collections::BTreeSet;

use crate::rules::load::Loaded;
use crate::rules::problem::Problem;
use crate::rules::range::Range;
use crate::rules::{Base, Comparison, ConceptId, ConsequenceId, Requirement, RuleBook, RuleId, Version};

use super::problem;

/// Every concept is read by a rule, every consequence follows from something, every rule is tried by some work.
#[must_use]
pub fn everything_is_used(loaded: &Loaded) -> Vec<Problem> {
    let book = &loaded.book;
    let concepts = concepts_read(book);
    let unread = (0_u16..).map(ConceptId).zip(&book.concepts).filter(|(id, _)| !concepts.contains(id));
    let mut problems: Vec<_> = unread
        .map(|(_, concept)| {
            problem("begreper", format!("`{}`", concept.id), "ingen regel leser begrepet; bruk det eller fjern det")
        })
        .collect();
    let given = consequences_given(book);
    let idle = (0_u16..).map(ConsequenceId).zip(&book.consequences).filter(|(id, _)| !given.contains(id));
    problems.extend(idle.map(|(_, item)| {
        problem("folger.json", format!("`{}`", item.id), "følgen kan aldri inntreffe; bruk den eller fjern den")
    }));
    let tried = rules_reached(book);
    let untried = (0_u16..).map(RuleId).zip(&book.rules).filter(|(id, _)| !tried.contains(id));
    problems.extend(untried.map(|(_, rule)| {
        problem("tiltak", format!("`{}`", rule.id), "ingen tiltak prøves mot regelen; ta den i bruk eller fjern den")
    }));
    problems
}

fn versions(book: &RuleBook) -> impl Iterator<Item = &Version> {
    book.rules.iter().flat_map(|rule| &rule.versions)
}

fn requirements(version: &Version) -> impl Iterator<Item = &Requirement> {
    let conditions = version.conditions.iter().flat_map(|condition| {
        let doubt = condition.doubt.iter().map(|doubt| &doubt.when);
        let consequences = condition.consequences.iter().filter_map(|consequences| consequences.when.as_ref());
        core::iter::once(&condition.requirement).chain(doubt).chain(consequences)
    });
    let additions = version.additions.iter().filter_map(|addition| addition.when.as_ref());
    version.scope.iter().chain(conditions).chain(additions)
}

fn concepts_read(book: &RuleBook) -> BTreeSet<ConceptId> {
    let mut read = Vec::new();
    versions(book).flat_map(requirements).for_each(|requirement| requirement.concepts(&mut read));
    let mut place = 0;
    while let Some(concept) = read.get(place).copied() {
        place += 1;
        if !read.iter().take(place - 1).any(|known| *known == concept) {
            book.concept(concept).derivation.iter().for_each(|branch| branch.sources(&mut read));
        }
    }
    read.into_iter().collect()
}

fn consequences_given(book: &RuleBook) -> BTreeSet<ConsequenceId> {
    let from_rules = versions(book).flat_map(|version| {
        let additions = version.additions.iter().map(|addition| addition.consequence);
        let conditions = version.conditions.iter().flat_map(|condition| {
            let doubt = condition.doubt.iter().map(|doubt| doubt.clear);
            condition.consequences.iter().flat_map(|consequences| consequences.gives.iter().copied()).chain(doubt)
        });
        additions.chain(conditions)
    });
    let from_doubt = book
        .concepts
        .iter()
        .filter_map(|concept| concept.question.as_ref()?.unsure.as_ref())
        .map(|unsure| unsure.clear);
    from_rules.chain(from_doubt).chain([book.before]).collect()
}

fn rules_reached(book: &RuleBook) -> BTreeSet<RuleId> {
    let mut reached: Vec<RuleId> =
        book.projects.iter().flat_map(|project| project.tries.iter().chain(&project.beside)).copied().collect();
    let mut known = BTreeSet::new();
    while let Some(rule) = reached.pop() {
        if known.insert(rule) {
            let versions = &book.rule(rule).versions;
            reached.extend(versions.iter().flat_map(|version| version.presupposes.iter().chain(&version.beside)));
        }
    }
    known
}

/// "At least 30 m" must be enough for every fixed limit on what it answers.
#[must_use]
pub fn quick_answers_settle(loaded: &Loaded) -> Vec<Problem> {
    let book = &loaded.book;
    let mut problems = Vec::new();
    for (id, concept) in (0_u16..).map(ConceptId).zip(&book.concepts) {
        let quick = concept.question.iter().flat_map(|question| &question.quick);
        let open = quick.filter(|range| {
            versions(book).flat_map(requirements).any(|requirement| leaves_open(requirement, id, **range))
        });
        problems.extend(open.map(|_| {
            problem("begreper", format!("`{}`", concept.id), "hurtigsvaret avgjør ikke alle grensene på begrepet")
        }));
    }
    problems
}

fn leaves_open(requirement: &Requirement, concept: ConceptId, range: Range) -> bool {
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => parts.iter().any(|part| leaves_open(part, concept, range)),
        Requirement::Bound(own, comparison, bound) if *own == concept => match bound.base {
            Base::Literal(limit) if bound.raised_by.is_none() => undecided(*comparison, range, Range::exactly(limit)),
            _ => false,
        },
        _ => false,
    }
}

fn undecided(comparison: Comparison, range: Range, limit: Range) -> bool {
    match comparison {
        Comparison::AtMost | Comparison::Over => range.at_most(limit).is_none(),
        Comparison::AtLeast | Comparison::Under => limit.at_most(range).is_none(),
        Comparison::Exactly => range.equals(limit).is_none(),
    }
}
