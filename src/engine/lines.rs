//! The lines that the law draws: what a measure must keep for the mildest answer, in amounts, as the case stands.

use crate::rules::{Comparison, ConceptId, ConsequenceId, Outcome, Requirement, RuleId};

use super::situation::Situation;
use super::status::Status;
use super::verdict::Verdict;

/// A line for one measure.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Line {
    /// The measure, or what follows from measures.
    pub concept: ConceptId,
    /// On which side it must stay.
    pub comparison: Comparison,
    /// The line itself, in the measure's smallest steps. Of a fraction that comes out between two steps, the stricter.
    pub amount: i64,
    /// Whether it is drawn beside the rule that decides.
    pub is_beside: bool,
    /// What comes on the other side where no condition is broken there, such as a duty.
    pub brings: Option<ConsequenceId>,
    /// Whether the measure is known to be on the other side, and nothing else makes up for it.
    pub is_crossed: bool,
}

impl Situation<'_> {
    /// Every line, each once: of the mildest rule that still stands, or else of the mildest that was tried, and of all beside it.
    #[must_use]
    pub fn lines(&self, verdict: &Verdict) -> Vec<Line> {
        let mut lines = Lines { situation: self, seen: Vec::new(), found: Vec::new() };
        lines.seen.extend(self.mildest(verdict).map(|rule| (rule, false)));
        lines.seen.extend(self.project.beside.iter().map(|rule| (*rule, true)));
        let mut place = 0;
        while let Some((rule, is_beside)) = lines.seen.get(place).copied() {
            place += 1;
            lines.rule(rule, is_beside);
        }
        lines.found
    }

    fn mildest(&self, verdict: &Verdict) -> Option<RuleId> {
        let exempts = |rule: &RuleId| {
            let version = self.book.version(*rule, self.date);
            version.is_some_and(|version| version.outcome == Some(Outcome::Exempt))
        };
        let mut tried = verdict.tried.iter().filter(|(rule, _)| exempts(rule));
        let standing = tried.clone().find(|(_, status)| *status > Status::Broken);
        standing.or_else(|| tried.next()).map(|(rule, _)| *rule)
    }
}

struct Lines<'a> {
    situation: &'a Situation<'a>,
    seen: Vec<(RuleId, bool)>,
    found: Vec<Line>,
}

/// Where a comparison stands.
struct Context {
    is_beside: bool,
    is_broken: bool,
    brings: Option<ConsequenceId>,
}

impl Lines<'_> {
    fn rule(&mut self, rule: RuleId, is_beside: bool) {
        let situation = self.situation;
        let Some(version) = situation.book.version(rule, situation.date) else { return };
        if situation.is_outside(version) {
            return;
        }
        for condition in &version.conditions {
            let is_broken = situation.judge_condition(condition) == Status::Broken;
            self.requirement(&condition.requirement, &Context { is_beside, is_broken, brings: None });
        }
        for addition in &version.additions {
            if let Some(when) = &addition.when {
                // What comes on one side of a line: it is told from the other side.
                self.requirement(when, &Context { is_beside, is_broken: false, brings: Some(addition.consequence) });
            }
        }
        version.presupposes.iter().for_each(|rule| self.follow(*rule, is_beside));
        version.beside.iter().for_each(|rule| self.follow(*rule, true));
    }

    fn follow(&mut self, rule: RuleId, is_beside: bool) {
        if self.seen.iter().all(|(seen, _)| *seen != rule) {
            self.seen.push((rule, is_beside));
        }
    }

    fn requirement(&mut self, requirement: &Requirement, context: &Context) {
        match requirement {
            Requirement::All(parts) | Requirement::Any(parts) => {
                for part in parts {
                    self.requirement(part, context);
                }
            }
            Requirement::OneOf(..) => {}
            Requirement::Bound(concept, comparison, bound) => {
                let Some(limit) = self.situation.bound(bound) else { return };
                // A line that may lie further out is drawn where it lies at least.
                let exact = limit.range.exact().unwrap_or(limit.range.low);
                if exact <= 0 {
                    return;
                }
                let Context { is_beside, is_broken, brings } = *context;
                let comparison = if brings.is_some() { across(*comparison) } else { *comparison };
                let amount = stricter(exact, limit.scale, comparison);
                let is_crossed = is_broken && self.situation.judge(requirement) == Status::Broken;
                self.add(Line { concept: *concept, comparison, amount, is_beside, brings, is_crossed });
            }
        }
    }

    /// The same line may be drawn by several conditions; crossed in one of them, it is crossed.
    fn add(&mut self, line: Line) {
        let same = |other: &&mut Line| {
            (other.concept, other.comparison, other.amount) == (line.concept, line.comparison, line.amount)
        };
        match self.found.iter_mut().find(same) {
            Some(known) => {
                known.is_crossed |= line.is_crossed;
                known.is_beside &= line.is_beside;
                known.brings = known.brings.filter(|_| line.brings.is_some());
            }
            None => self.found.push(line),
        }
    }
}

/// The other side of a line.
const fn across(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::AtMost => Comparison::Over,
        Comparison::AtLeast => Comparison::Under,
        Comparison::Under => Comparison::AtLeast,
        Comparison::Over => Comparison::AtMost,
        Comparison::Exactly => Comparison::Exactly,
    }
}

const fn stricter(amount: i64, scale: i64, comparison: Comparison) -> i64 {
    match comparison {
        Comparison::AtLeast | Comparison::Over => (amount + scale - 1) / scale,
        _ => amount / scale,
    }
}
