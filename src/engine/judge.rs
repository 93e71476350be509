//! One requirement, condition or rule against the answers.

use crate::rules::range::Range;
use crate::rules::{Base, Bound, Branch, Comparison, ConceptId, Condition, Requirement, RuleId, Value, Version};

use super::answers::Answer;
use super::situation::{Situation, number};
use super::status::Status;

impl Situation<'_> {
    /// How a requirement stands.
    #[must_use]
    pub fn judge(&self, requirement: &Requirement) -> Status {
        match requirement {
            Requirement::All(parts) => all(parts.iter().map(|part| self.judge(part))),
            Requirement::Any(parts) => any(parts.iter().map(|part| self.judge(part))),
            Requirement::OneOf(concept, options) => match self.answers.get(*concept) {
                Some(Answer::Option(option)) => Status::from(Some(options >> option & 1 == 1)),
                _ => Status::Unknown,
            },
            Requirement::Bound(concept, comparison, bound) => self.compare(*concept, *comparison, bound),
        }
    }

    /// How a condition stands: doubt keeps it unknown, whatever its answers.
    #[must_use]
    pub fn judge_condition(&self, condition: &Condition) -> Status {
        match condition.doubt.as_ref().map(|doubt| self.judge(&doubt.when)) {
            Some(Status::Met | Status::Unknown) => Status::Unknown,
            Some(Status::Broken) | None => self.judge(&condition.requirement),
        }
    }

    /// How a rule stands with all that it presupposes; `None` where it does not concern this project or day.
    #[must_use]
    pub fn judge_rule(&self, rule: RuleId) -> Option<Status> {
        let version = self.book.version(rule, self.date)?;
        let scope = version.scope.as_ref().map_or(Status::Met, |scope| self.judge(scope));
        (scope > Status::Broken).then(|| scope.min(self.judge_version(version)))
    }

    fn judge_version(&self, version: &Version) -> Status {
        let own = version.conditions.iter().map(|condition| self.judge_condition(condition));
        let presupposed = version.presupposes.iter().filter_map(|rule| self.judge_part(*rule));
        all(own.chain(presupposed))
    }

    /// A rule that another presupposes counts only where it is about the project: until that is known, it settles nothing.
    fn judge_part(&self, rule: RuleId) -> Option<Status> {
        let version = self.book.version(rule, self.date)?;
        match version.scope.as_ref().map_or(Status::Met, |scope| self.judge(scope)) {
            Status::Broken => None,
            Status::Unknown => Some(Status::Unknown),
            Status::Met => Some(self.judge_version(version)),
        }
    }

    pub(super) fn compare(&self, concept: ConceptId, comparison: Comparison, bound: &Bound) -> Status {
        let Some(limit) = self.bound(bound) else { return Status::Unknown };
        let value = self.value(concept).times(limit.scale);
        Status::from(match comparison {
            Comparison::AtMost => value.at_most(limit.range),
            Comparison::AtLeast => limit.range.at_most(value),
            Comparison::Under => limit.range.at_most(value).map(|reaches| !reaches),
            Comparison::Over => value.at_most(limit.range).map(|stays| !stays),
            Comparison::Exactly => value.equals(limit.range),
        })
    }

    /// What is known of a concept's value.
    #[must_use]
    pub fn value(&self, concept: ConceptId) -> Range {
        if let Some(range) = number(self.answers.get(concept)) {
            return range;
        }
        let derivation = &self.book.concept(concept).derivation;
        if derivation.is_empty() { Range::ANY } else { self.derive(derivation) }
    }

    /// The first branch that holds; every branch that may, while that is not known.
    fn derive(&self, branches: &[Branch]) -> Range {
        let mut known: Option<Range> = None;
        for branch in branches {
            let holds = branch.when.as_ref().map_or(Status::Met, |when| self.judge(when));
            if holds == Status::Broken {
                continue;
            }
            let value = self.evaluate(&branch.value);
            known = Some(known.map_or(value, |known| known.or(value)));
            if holds == Status::Met {
                return known.unwrap_or(Range::ANY);
            }
        }
        Range::ANY
    }

    fn evaluate(&self, value: &Value) -> Range {
        match value {
            Value::Literal(amount) => Range::exactly(*amount),
            Value::Of(concept) => self.value(*concept),
            Value::Sum(parts) => parts.iter().fold(Range::exactly(0), |sum, part| sum.plus(self.evaluate(part))),
        }
    }

    /// The bound, with the factor that the compared value must be multiplied by; `None` where a table is silent.
    #[must_use]
    pub fn bound(&self, bound: &Bound) -> Option<Limit> {
        let base = match bound.base {
            Base::Literal(amount) => Limit { range: Range::exactly(amount), scale: 1 },
            Base::Fraction(numerator, denominator, concept) => {
                Limit { range: self.value(concept).times(numerator), scale: denominator }
            }
            Base::Table(table, date) => Limit { range: self.look_up(table, date)?, scale: 1 },
        };
        let Some((concept, threshold)) = bound.raised_by else { return Some(base) };
        let rise = self.value(concept).over(threshold).times(base.scale);
        Some(Limit { range: base.range.plus(rise), scale: base.scale })
    }

    fn look_up(&self, table: crate::rules::TableId, date: ConceptId) -> Option<Range> {
        let rows = &self.book.table(table).rows;
        let known = self.value(date);
        let row_at = |day: i64| rows.iter().rposition(|(from, _)| from.number() <= day);
        let first = row_at(known.low)?;
        let last = known.high.map_or(Some(rows.len().saturating_sub(1)), row_at)?;
        let possible = rows.get(first..=last)?.iter().map(|(_, amount)| Range::exactly(*amount));
        possible.reduce(Range::or)
    }
}

/// "And" is the least of all; one broken part settles it.
fn all(parts: impl Iterator<Item = Status>) -> Status {
    let mut least = Status::Met;
    for part in parts {
        if part == Status::Broken {
            return part;
        }
        least = least.min(part);
    }
    least
}

/// "Or" is the most of all; one met part settles it.
fn any(parts: impl Iterator<Item = Status>) -> Status {
    let mut most = Status::Broken;
    for part in parts {
        if part == Status::Met {
            return part;
        }
        most = most.max(part);
    }
    most
}

/// A bound as compared: `scale` times the value against `range`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limit {
    /// What is known of the bound, times the scale.
    pub range: Range,
    /// The denominator of a fraction; 1 otherwise.
    pub scale: i64,
}
