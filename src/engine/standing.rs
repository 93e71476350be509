//! How good an answer is, for comparing what a change leads to.

use crate::rules::in_order::in_order;
use crate::rules::{ConsequenceId, Outcome, Sort};

use super::situation::Situation;
use super::verdict::Verdict;

/// Where a project stands: the mildest outcome that is possible, and what bars a start there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Standing {
    /// The mildest outcome that it can have.
    pub outcome: Outcome,
    /// Whether that is its outcome. Else more must be answered first.
    pub is_decided: bool,
    /// Dispensations, permits and things to clear that broken conditions bring, each once, ascending.
    pub barriers: Vec<ConsequenceId>,
}

impl Standing {
    /// The standing that a verdict gives; `None` where no rule stands.
    #[must_use]
    pub fn of(situation: &Situation, verdict: &Verdict) -> Option<Self> {
        let standing = || situation.book.version(verdict.basis?, situation.date)?.outcome;
        let outcome = verdict.outcome.or(verdict.at_least).or_else(standing)?;
        let known = verdict.follows.iter().filter(|follows| follows.concept.is_none());
        let barring = known.filter(|follows| situation.book.consequence(follows.consequence).sort != Sort::Duty);
        let mut barriers: Vec<ConsequenceId> = barring.map(|follows| follows.consequence).collect();
        in_order(&mut barriers, |one, other| one > other);
        barriers.dedup();
        Some(Self { outcome, is_decided: verdict.outcome.is_some(), barriers })
    }

    /// Whether this is milder or less barred, and in no way worse. Two that are each better in something cannot be compared.
    #[must_use]
    pub fn is_better_than(&self, other: &Self) -> bool {
        let is_milder = self.applied_for() < other.applied_for();
        self.is_no_worse_than(other) && (is_milder || self.barriers.len() < other.barriers.len())
    }

    /// Whether nothing about this is worse.
    #[must_use]
    pub fn is_no_worse_than(&self, other: &Self) -> bool {
        self.applied_for() <= other.applied_for()
            && self.barriers.iter().all(|barrier| other.barriers.contains(barrier))
    }

    /// What must be applied for. Whoever need not apply gains nothing by building what is no measure at all.
    fn applied_for(&self) -> Outcome {
        self.outcome.max(Outcome::Exempt)
    }
}
