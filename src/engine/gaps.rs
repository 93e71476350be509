//! Which answers an unknown requirement still waits for.

use crate::rules::{Base, Bound, Branch, ConceptId, Condition, Requirement, Value};

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

impl Found {
    fn only_unsure(concept: ConceptId) -> Self {
        let mut found = Self::default();
        found.unsure.insert(concept);
        found
    }
}

impl Situation<'_> {
    /// Judges a requirement and, while it is unknown, adds what it waits for: both in one walk.
    pub(super) fn weigh(&self, requirement: &Requirement, gaps: &mut Gaps) -> Status {
        match requirement {
            Requirement::All(parts) => self.weigh_parts(parts, Status::Met, Status::min, gaps),
            Requirement::Any(parts) => self.weigh_parts(parts, Status::Broken, Status::max, gaps),
            Requirement::OneOf(concept, _) => {
                let status = self.judge(requirement);
                if status == Status::Unknown {
                    gaps.add(&self.look_at_option(*concept));
                }
                status
            }
            Requirement::Bound(concept, comparison, bound) => {
                let status = self.compare(*concept, *comparison, bound);
                if status == Status::Unknown {
                    gaps.add(&self.look_at_comparison(*concept, bound));
                }
                status
            }
        }
    }

    /// Starts from what no parts would give; a part that is as far from it as can be settles the whole.
    fn weigh_parts(
        &self,
        parts: &[Requirement],
        start: Status,
        join: fn(Status, Status) -> Status,
        gaps: &mut Gaps,
    ) -> Status {
        let settled = if start == Status::Met { Status::Broken } else { Status::Met };
        let mut inner = Gaps::default();
        let mut status = start;
        for part in parts {
            status = join(status, self.weigh(part, &mut inner));
            if status == settled {
                return settled;
            }
        }
        if status == Status::Unknown {
            gaps.extend(&inner);
        }
        status
    }

    /// Judges a condition, its doubt included, and adds what it waits for while it is unknown.
    pub(super) fn weigh_condition(&self, condition: &Condition, gaps: &mut Gaps) -> Status {
        let doubt = condition.doubt.as_ref().map_or(Status::Broken, |doubt| self.weigh(&doubt.when, gaps));
        let status = self.weigh(&condition.requirement, gaps);
        if doubt == Status::Broken { status } else { Status::Unknown }
    }

    fn look_at_option(&self, concept: ConceptId) -> Found {
        let mut found = Found::default();
        self.look_at(concept, &mut found);
        found
    }

    fn look_at_comparison(&self, concept: ConceptId, bound: &Bound) -> Found {
        if let Some(date) = self.silent_for(bound) {
            return Found::only_unsure(date);
        }
        let mut found = self.look_at_option(concept);
        bound.concepts().for_each(|concept| self.look_at(concept, &mut found));
        found
    }

    /// The date for which a table says nothing, although all of it is known to lie before the table begins: nothing
    /// else is worth asking.
    fn silent_for(&self, bound: &Bound) -> Option<ConceptId> {
        let Base::Table(table, date) = bound.base else { return None };
        let (begins, _) = self.book.table(table).rows.first()?;
        let latest = self.value(date).high?;
        (latest < begins.number()).then_some(date)
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
            let mut gaps = Gaps::default();
            let holds = branch.when.as_ref().map_or(Status::Met, |when| self.weigh(when, &mut gaps));
            found.missing.extend(&gaps.missing);
            found.unsure.extend(&gaps.unsure);
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
    fn extend(&mut self, other: &Self) {
        self.missing.extend(&other.missing);
        self.unsure.extend(&other.unsure);
    }

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
