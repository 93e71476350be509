//! The limit that an answer must keep, where the mildest rule still standing has a plain one.

use crate::engine::{Situation, Status, Verdict};
use crate::rules::{Base, Comparison, ConceptId, Outcome, Requirement, RuleId};

/// The bound on a concept that must hold for no application to be needed.
#[must_use]
pub fn limit_hint(situation: &Situation, verdict: &Verdict, concept: ConceptId) -> Option<(Comparison, i64)> {
    let (rule, _) = verdict.tried.iter().find(|(_, status)| *status > Status::Broken)?;
    let version = situation.book.version(*rule, situation.date)?;
    version.outcome.filter(|outcome| *outcome == Outcome::Exempt)?;
    in_rule(situation, *rule, concept)
}

fn in_rule(situation: &Situation, rule: RuleId, concept: ConceptId) -> Option<(Comparison, i64)> {
    let version = situation.book.version(rule, situation.date).filter(|version| !situation.is_outside(version))?;
    let mut found = version.conditions.iter().find_map(|condition| bound(situation, &condition.requirement, concept));
    for part in version.presupposes.iter().filter_map(|rule| in_rule(situation, *rule, concept)) {
        if found.is_none_or(|found| is_stricter(part, found)) {
            found = Some(part);
        }
    }
    found
}

/// Whether a limit leaves less room than another of the same sort.
#[must_use]
pub fn is_stricter((comparison, amount): (Comparison, i64), (other, than): (Comparison, i64)) -> bool {
    let less = matches!(comparison, Comparison::AtMost | Comparison::Under);
    comparison == other && if less { amount < than } else { amount > than }
}

/// Through "or" only where one way is left, so that the limit is a limit.
fn bound(situation: &Situation, requirement: &Requirement, concept: ConceptId) -> Option<(Comparison, i64)> {
    match requirement {
        Requirement::All(parts) => parts.iter().find_map(|part| bound(situation, part, concept)),
        Requirement::Any(parts) => {
            let mut open = parts.iter().filter(|part| situation.judge(part) > Status::Broken);
            let only = open.next()?;
            if open.next().is_some() { None } else { bound(situation, only, concept) }
        }
        Requirement::Bound(of, comparison, limit) if *of == concept => match limit.base {
            Base::Literal(amount) => Some((*comparison, amount)),
            _ => None,
        },
        _ => None,
    }
}
