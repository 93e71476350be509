//! The first question that could still change something, with what is asked beside it.

use crate::rules::{ConceptId, RuleBook, RuleId};

use super::situation::Situation;
use super::verdict::Verdict;

/// One screen.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NextQuestion {
    /// The part of the conversation.
    pub part: usize,
    /// The step in it.
    pub step: usize,
    /// What to ask, in order: the step's concepts that still matter.
    pub concepts: Vec<ConceptId>,
}

/// The next screen; `None` when nothing more can matter.
#[must_use]
pub fn next_question(book: &RuleBook, verdict: &Verdict) -> Option<NextQuestion> {
    let first = if verdict.ask_first.is_empty() { &verdict.missing } else { &verdict.ask_first };
    if first.is_empty() {
        return None;
    }
    for (part_place, part) in book.parts.iter().enumerate() {
        let step = part.steps.iter().position(|step| step.concepts.iter().any(|concept| first.contains(*concept)));
        if let Some(place) = step {
            let concepts = part.steps.get(place)?.concepts.iter().copied().filter(|concept| first.contains(*concept));
            return Some(NextQuestion { part: part_place, step: place, concepts: concepts.collect() });
        }
    }
    None
}

/// The rule and the condition for whose sake a concept is asked: the first that reads it, in the order of judging.
#[must_use]
pub fn asked_because(situation: &Situation, verdict: &Verdict, concept: ConceptId) -> Option<(RuleId, Option<usize>)> {
    let tried = verdict.tried.iter().map(|(rule, _)| *rule);
    let basis = verdict.basis.into_iter();
    let mut queue: Vec<RuleId> = tried.chain(situation.project.beside.iter().copied()).chain(basis).collect();
    let mut place = 0;
    while let Some(rule) = queue.get(place).copied() {
        place += 1;
        let Some(version) = situation.book.version(rule, situation.date) else { continue };
        if situation.is_outside(version) {
            continue;
        }
        let condition = situation.book.reading_condition(version, concept);
        if condition.is_some() || situation.book.reads_elsewhere(version, concept) {
            return Some((rule, condition));
        }
        queue.extend(version.presupposes.iter().chain(&version.beside));
    }
    None
}
