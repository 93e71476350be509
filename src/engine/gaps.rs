//! Which answers an unknown requirement still waits for.

use crate::rules::{Bound, Branch, ConceptId, Condition, Requirement, Value};

use super::answers::Answer;
use super::concept_set::ConceptSet;
use super::situation::Situation;
use super::status::Status;

/// Answers that are wanted, and answers that were given as "don't know".
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Gaps {
    /// Not asked yet, or not answered exactly enough.
    pub(super) missing: ConceptSet,
    /// Asked, and not known.
    pub(super) unsure: ConceptSet,
}

/// What is found while one comparison is looked through.
#[derive(Default)]
struct Found {
    missing: ConceptSet,
    unsure: ConceptSet,
    inexact: ConceptSet,
    answered: ConceptSet,
}

impl Situation<'_> {
    /// Adds what a requirement waits for; nothing once it is met or broken.
    pub(super) fn gaps(&self, requirement: &Requirement, gaps: &mut Gaps) {
        if self.judge(requirement) != Status::Unknown {
            return;
        }
        match requirement {
            Requirement::All(parts) | Requirement::Any(parts) => parts.iter().for_each(|part| self.gaps(part, gaps)),
            Requirement::OneOf(concept, _) => gaps.add(&self.look_at_option(*concept)),
            Requirement::Bound(concept, _, bound) => gaps.add(&self.look_at_comparison(*concept, bound)),
        }
    }

    /// Adds what an unknown condition waits for, its doubt included.
    pub(super) fn condition_gaps(&self, condition: &Condition, gaps: &mut Gaps) {
        self.gaps(&condition.requirement, gaps);
        if let Some(doubt) = &condition.doubt {
            self.gaps(&doubt.when, gaps);
        }
    }

    fn look_at_option(&self, concept: ConceptId) -> Found {
        let mut found = Found::default();
        self.look_at(concept, &mut found);
        found
    }

    fn look_at_comparison(&self, concept: ConceptId, bound: &Bound) -> Found {
        let mut found = self.look_at_option(concept);
        bound.concepts().for_each(|concept| self.look_at(concept, &mut found));
        found
    }

    fn look_at(&self, concept: ConceptId, found: &mut Found) {
        let derivation = &self.book.concept(concept).derivation;
        match self.answers.get(concept) {
            None if !derivation.is_empty() => self.look_at_derivation(derivation, found),
            None => found.missing.insert(concept),
            Some(Answer::DontKnow) => found.unsure.insert(concept),
            Some(Answer::Number(range)) if range.exact().is_none() => found.inexact.insert(concept),
            Some(_) => found.answered.insert(concept),
        }
    }

    fn look_at_derivation(&self, branches: &[Branch], found: &mut Found) {
        for branch in branches {
            let holds = branch.when.as_ref().map_or(Status::Met, |when| self.judge(when));
            if holds == Status::Unknown {
                let mut gaps = Gaps::default();
                branch.when.iter().for_each(|when| self.gaps(when, &mut gaps));
                found.missing.extend(&gaps.missing);
                found.unsure.extend(&gaps.unsure);
            }
            if holds > Status::Broken {
                self.look_at_value(&branch.value, found);
            }
            if holds == Status::Met {
                return;
            }
        }
    }

    fn look_at_value(&self, value: &Value, found: &mut Found) {
        match value {
            Value::Literal(_) => {}
            Value::Of(concept) => self.look_at(*concept, found),
            Value::Sum(parts) => parts.iter().for_each(|part| self.look_at_value(part, found)),
        }
    }
}

impl Gaps {
    /// A range is asked again only when nothing else is wanted. Where every answer is exact and the
    /// law's own table is silent, what was answered cannot be known from here.
    fn add(&mut self, found: &Found) {
        self.missing.extend(&found.missing);
        self.unsure.extend(&found.unsure);
        if found.missing.is_empty() && found.unsure.is_empty() {
            if found.inexact.is_empty() {
                self.unsure.extend(&found.answered);
            } else {
                self.missing.extend(&found.inexact);
            }
        }
    }
}
