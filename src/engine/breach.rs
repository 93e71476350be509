//! What is broken, down to the answer that breaks it.

use crate::rules::{ConceptId, Requirement, RuleId, Version};

use super::situation::Situation;
use super::status::Status;

/// An answer that breaks a condition of a rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Breach {
    /// The rule in whose conditions it stands; a presupposed rule is named itself.
    pub rule: RuleId,
    /// The condition's place in the rule.
    pub condition: usize,
    /// What was answered about.
    pub concept: ConceptId,
    /// The bound that it broke, in the concept's smallest steps, where there is one.
    pub limit: Option<i64>,
}

impl Situation<'_> {
    /// Adds every breach in a broken rule and in what it presupposes.
    pub fn breaches(&self, rule: RuleId, into: &mut Vec<Breach>) {
        let Some(version) = self.book.version(rule, self.date) else { return };
        if !self.concerns(version) {
            return;
        }
        for (place, condition) in version.conditions.iter().enumerate() {
            if self.judge_condition(condition) == Status::Broken {
                self.broken_parts(&condition.requirement, &mut |concept, limit| {
                    into.push(Breach { rule, condition: place, concept, limit });
                });
            }
        }
        version.presupposes.iter().for_each(|rule| self.breaches(*rule, into));
    }

    /// Whether the rule is known not to be about this project.
    #[must_use]
    pub fn is_outside(&self, version: &Version) -> bool {
        version.scope.as_ref().is_some_and(|scope| self.judge(scope) == Status::Broken)
    }

    /// Whether the rule is known to be about this project.
    pub(super) fn concerns(&self, version: &Version) -> bool {
        version.scope.as_ref().is_none_or(|scope| self.judge(scope) == Status::Met)
    }

    fn broken_parts(&self, requirement: &Requirement, found: &mut dyn FnMut(ConceptId, Option<i64>)) {
        if self.judge(requirement) != Status::Broken {
            return;
        }
        match requirement {
            Requirement::All(parts) => parts.iter().for_each(|part| self.broken_parts(part, found)),
            Requirement::Any(parts) => telling(parts).for_each(|part| self.broken_parts(part, found)),
            Requirement::OneOf(concept, _) => found(*concept, None),
            Requirement::Bound(concept, _, bound) => {
                found(*concept, self.bound(bound).map(|limit| limit.range.low / limit.scale));
            }
        }
    }
}

/// Of several ways to meet the law, none taken, the ones to tell: a measure that falls short says more than an
/// option not chosen; where there is no measure, the first way.
fn telling(ways: &[Requirement]) -> impl Iterator<Item = &Requirement> {
    let measured = ways.iter().any(Requirement::has_bound);
    ways.iter()
        .enumerate()
        .filter(move |(place, way)| if measured { way.has_bound() } else { *place == 0 })
        .map(|(_, way)| way)
}
