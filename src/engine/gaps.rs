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
    /// Whether what is missing could still break the condition.
    pub(super) may_break: bool,
}

/// A judgement of one requirement with its gaps.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Weighed {
    /// How it stands.
    pub status: Status,
    /// Not asked yet, or not answered exactly enough.
    pub missing: ConceptSet,
    /// Asked, and not known.
    pub unsure: ConceptSet,
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
        let mut open = Open::default();
        let status = self.walk(requirement, &mut open);
        gaps.extend(&open.gaps());
        status
    }

    fn walk(&self, requirement: &Requirement, open: &mut Open) -> Status {
        match requirement {
            Requirement::All(parts) => self.walk_parts(parts, Status::Met, open),
            Requirement::Any(parts) => self.walk_parts(parts, Status::Broken, open),
            Requirement::OneOf(concept, options) => {
                let status = self.judge(requirement);
                if status == Status::Unknown {
                    open.wait_for(&self.look_at_option(*concept));
                    if self.book.concept(*concept).has_no_other(*options) {
                        open.broken = ConceptSet::none();
                    }
                }
                status
            }
            Requirement::Bound(concept, comparison, bound) => {
                let status = self.compare(*concept, *comparison, bound);
                if status == Status::Unknown {
                    open.wait_for(&self.look_at_comparison(*concept, bound));
                }
                status
            }
        }
    }

    /// How a requirement stands by itself, and what it waits for.
    #[must_use]
    pub fn weighed(&self, requirement: &Requirement) -> Weighed {
        let mut gaps = Gaps::default();
        let status = self.weigh(requirement, &mut gaps);
        Weighed { status, missing: gaps.missing, unsure: gaps.unsure }
    }

    /// Starts from what no parts would give: met for "and", broken for "or". A part that is as far from it as can be settles
    /// the whole; the whole ends where it started only if every part does.
    fn walk_parts(&self, parts: &[Requirement], start: Status, open: &mut Open) -> Status {
        let and = start == Status::Met;
        let (mut whole, mut status, mut stuck) = (Open::default(), start, false);
        for part in parts {
            let mut own = Open::default();
            let now = self.walk(part, &mut own);
            status = if and { status.min(now) } else { status.max(now) };
            if now != Status::Unknown && now != start {
                return now;
            }
            let to_start = if and { &own.met } else { &own.broken };
            stuck |= now == Status::Unknown && to_start.is_empty();
            whole.extend(&own);
        }
        if status == Status::Unknown {
            if stuck {
                *(if and { &mut whole.met } else { &mut whole.broken }) = ConceptSet::none();
            }
            open.extend(&whole);
        }
        status
    }

    /// Judges a condition, its doubt included, and adds what it waits for while it is unknown. Where there is doubt that no
    /// answer can take away, none is asked for.
    pub(super) fn weigh_condition(&self, condition: &Condition, gaps: &mut Gaps) -> Status {
        let mut open = Open::default();
        let doubt = condition.doubt.as_ref().map_or(Status::Broken, |doubt| self.walk(&doubt.when, &mut open));
        gaps.extend(&open.gaps());
        let mut own = Open::default();
        let status = self.walk(&condition.requirement, &mut own);
        if doubt != Status::Broken && open.broken.is_empty() {
            own = Open::default();
        }
        gaps.extend(&own.gaps());
        gaps.may_break = !own.broken.is_empty();
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

    /// The date for which a table says nothing, because all of it lies before the table begins or nobody knows it: nothing
    /// else is worth asking.
    fn silent_for(&self, bound: &Bound) -> Option<ConceptId> {
        let Base::Table(table, date) = bound.base else { return None };
        if self.answers.get(date) == Some(Answer::DontKnow) {
            return Some(date);
        }
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
}

/// What a requirement waits for, by what the answers could bring it to: an answer that can bring it nowhere is not asked for.
#[derive(Clone, Copy, Default)]
struct Open {
    met: ConceptSet,
    broken: ConceptSet,
    unsure: ConceptSet,
}

impl Open {
    fn gaps(&self) -> Gaps {
        let mut missing = self.met;
        missing.extend(&self.broken);
        Gaps { missing, unsure: self.unsure, may_break: false }
    }

    fn extend(&mut self, other: &Self) {
        self.met.extend(&other.met);
        self.broken.extend(&other.broken);
        self.unsure.extend(&other.unsure);
    }

    /// A range is asked again only when nothing else is wanted. Where every answer is exact and the
    /// law's own table is silent, what was answered cannot be known from here.
    fn wait_for(&mut self, found: &Found) {
        let settled = found.missing.is_empty() && found.unsure.is_empty();
        let missing = if settled { &found.inexact } else { &found.missing };
        self.met.extend(missing);
        self.broken.extend(missing);
        self.unsure.extend(&found.unsure);
        if settled && found.inexact.is_empty() {
            self.unsure.extend(&found.answered);
        }
    }
}
