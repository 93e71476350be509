//! Where a measure turns a judgement: the amounts at which some comparison in the rules starts to stand otherwise.
//!
//! Between two of them every comparison stands as it did, and so does the verdict. That is what makes the smallest change exact:
//! only a turning point can be one. Each comparison is linear in the measure, or follows branches that are chosen by
//! comparisons which are looked at too; so between neighbouring points it turns at most once more.

use crate::rules::in_order::in_order;
use crate::rules::levers::Way;
use crate::rules::range::Range;
use crate::rules::requirements::requirements;
use crate::rules::{Comparison, ConceptId, Kind, Requirement, RuleBook};

use super::answers::Answer;
use super::situation::Situation;
use super::status::Status;

/// The most that a measure grows to while a change is looked for, in whole units.
const MOST: i64 = 10_000;

/// A measure that is known exactly, and the way it may go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    pub(super) concept: ConceptId,
    pub(super) way: Way,
    pub(super) from: i64,
    step: i64,
    reach: i64,
}

impl Measure {
    /// The measure as answered; `None` where it is not a number, or not known exactly.
    pub(super) fn of(situation: &Situation, concept: ConceptId, way: Way) -> Option<Self> {
        let Kind::Number(unit) = situation.book.concept(concept).kind else { return None };
        let Some(Answer::Number(range)) = situation.answers.get(concept) else { return None };
        let from = range.exact()?;
        // As exact as an answer may be written.
        let step = unit.scale() / 10_i64.pow(u32::try_from(unit.decimals()).unwrap_or_default());
        let reach = match way {
            Way::Less => from / step,
            Way::More => (MOST * unit.scale() - from).max(0) / step,
        };
        Some(Self { concept, way, from, step, reach })
    }

    /// The amount some steps away.
    pub(super) const fn at(self, steps: i64) -> i64 {
        match self.way {
            Way::Less => self.from - steps * self.step,
            Way::More => self.from + steps * self.step,
        }
    }
}

/// The steps away, ascending, at which something stands otherwise than one step nearer.
pub(super) fn turning_points(situation: &Situation, measure: Measure, kept: &[Requirement]) -> Vec<i64> {
    let comparisons = comparisons(situation, measure.concept, kept);
    let mut tried = situation.with(&[]);
    let mut points = vec![0, measure.reach + 1];
    loop {
        let mut found = Vec::new();
        for (first, next) in points.iter().zip(points.iter().skip(1)) {
            found.extend(comparisons.iter().filter_map(|it| turn(&mut tried, measure, it, *first, next - 1)));
        }
        if found.is_empty() {
            break;
        }
        points.append(&mut found);
        in_order(&mut points, |one, other| one > other);
        points.dedup();
    }
    points.retain(|point| (1..=measure.reach).contains(point));
    points
}

/// The first step after `first` at which a comparison stands as it does at `last`, where the two differ.
fn turn(tried: &mut Situation, measure: Measure, comparison: &Requirement, first: i64, last: i64) -> Option<i64> {
    let mut stands = |steps: i64| -> Status {
        tried.answers.set(measure.concept, Answer::Number(Range::exactly(measure.at(steps))));
        tried.judge(comparison)
    };
    let (mut near, mut far, end) = (first, last, stands(last));
    if last <= first || stands(first) == end {
        return None;
    }
    while far - near > 1 {
        let middle = near + (far - near) / 2;
        if stands(middle) == end {
            far = middle;
        } else {
            near = middle;
        }
    }
    Some(far)
}

/// Every comparison in the rules of a project, and among what is kept, that the concept has a part in.
fn comparisons(situation: &Situation, concept: ConceptId, kept: &[Requirement]) -> Vec<Requirement> {
    let mut found = Vec::new();
    let versions = situation.book.versions_of(situation.project, |rule| situation.book.version(rule, situation.date));
    for requirement in versions.into_iter().flat_map(requirements).chain(kept) {
        gather(situation.book, requirement, concept, &mut found);
    }
    found
}

fn gather(book: &RuleBook, requirement: &Requirement, concept: ConceptId, found: &mut Vec<Requirement>) {
    if !book.requirement_reads(requirement, concept) {
        return;
    }
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => {
            for part in parts {
                gather(book, part, concept, found);
            }
        }
        Requirement::OneOf(..) => {}
        Requirement::Bound(of, comparison, bound) => {
            // "Exactly" turns twice; as two comparisons each turns once.
            let ways: &[Comparison] = match comparison {
                Comparison::Exactly => &[Comparison::AtMost, Comparison::AtLeast],
                other => &[*other],
            };
            for way in ways {
                let it = Requirement::Bound(*of, *way, bound.clone());
                if !found.contains(&it) {
                    found.push(it);
                }
            }
            let derived = std::iter::once(*of).chain(bound.concepts());
            derived.for_each(|of| gather_branches(book, of, concept, found));
        }
    }
}

/// The comparisons that choose how a derived value follows.
fn gather_branches(book: &RuleBook, derived: ConceptId, concept: ConceptId, found: &mut Vec<Requirement>) {
    for branch in &book.concept(derived).derivation {
        branch.when.iter().for_each(|when| gather(book, when, concept, found));
        let mut sources = Vec::new();
        branch.sources(&mut sources);
        for of in sources {
            gather_branches(book, of, concept, found);
        }
    }
}
