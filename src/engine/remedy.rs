//! What would make it legal: the smallest changes of the builder's own measures that lead to a better answer.
//!
//! Which measures are the builder's to change, and which way, is told by whoever asks; nothing else is ever changed. What is
//! found has been judged again, so it holds what it promises.

use crate::rules::in_order::in_order;
use crate::rules::levers::Levers;
use crate::rules::range::Range;
use crate::rules::{ConceptId, Requirement};

use super::answers::Answer;
use super::situation::Situation;
use super::standing::Standing;
use super::status::Status;
use super::turning_points::{Measure, turning_points};
use super::verdict::{Verdict, assess};

/// A measure with another amount, both in its smallest steps.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Change {
    /// Which measure.
    pub concept: ConceptId,
    /// What was answered.
    pub from: i64,
    /// What it would have to be.
    pub to: i64,
}

impl Change {
    /// How much it is changed.
    #[must_use]
    pub const fn size(self) -> i64 {
        (self.to - self.from).abs()
    }
}

/// Changes that together lead to something better, and where they lead.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Remedy {
    /// One change, or two where none alone will do.
    pub changes: Vec<Change>,
    /// Where the project stands then.
    pub standing: Standing,
}

/// The smallest changes of one measure, nearest first for each; then of two measures, where that leads further than any one.
///
/// A measure that is not known exactly is left alone. Different measures are listed, not ranked.
#[must_use]
pub fn remedies(situation: &Situation, verdict: &Verdict, levers: &Levers) -> Vec<Remedy> {
    let Some(now) = Standing::of(situation, verdict) else { return Vec::new() };
    if verdict.may_start(situation.book) {
        return Vec::new();
    }
    let measures = levers.ways.iter().filter_map(|(concept, way)| Measure::of(situation, *concept, *way));
    let measures: Vec<Measure> = measures.collect();
    let search = Search { situation, now, kept: &levers.kept };
    let mut found: Vec<Remedy> = measures.iter().flat_map(|measure| search.single(*measure)).collect();
    let pairs = search.pairs(&measures, &found);
    found.extend(pairs);
    found
}

struct Search<'a> {
    situation: &'a Situation<'a>,
    now: Standing,
    kept: &'a [Requirement],
}

impl Search<'_> {
    /// Where some changes lead, if that is possible and better.
    fn better(&self, changes: &[Change]) -> Option<Standing> {
        let after = self.situation.with(changes);
        let breaks =
            |kept: &Requirement| after.judge(kept) == Status::Broken && self.situation.judge(kept) != Status::Broken;
        if self.kept.iter().any(breaks) {
            return None;
        }
        let standing = Standing::of(&after, &assess(&after))?;
        standing.is_better_than(&self.now).then_some(standing)
    }

    /// The nearest change of one measure to each better standing.
    fn single(&self, measure: Measure) -> Vec<Remedy> {
        let mut found: Vec<Remedy> = Vec::new();
        for steps in turning_points(self.situation, measure, self.kept) {
            let changes = vec![measure.change(steps)];
            if let Some(standing) = self.better(&changes)
                && !found.iter().any(|nearer| nearer.standing.is_no_worse_than(&standing))
            {
                found.push(Remedy { changes, standing });
            }
        }
        found
    }

    fn pairs(&self, measures: &[Measure], singles: &[Remedy]) -> Vec<Remedy> {
        let mut found = Vec::new();
        for (place, first) in measures.iter().enumerate() {
            for second in measures.iter().skip(place + 1).filter(|second| second.concept != first.concept) {
                found.extend(self.pair(*first, *second, singles));
            }
        }
        found
    }

    /// The more the first is changed, the less of the second may be needed: each pair that no other undercuts in both.
    fn pair(&self, first: Measure, second: Measure, singles: &[Remedy]) -> Vec<Remedy> {
        let mut found: Vec<Remedy> = Vec::new();
        for steps in turning_points(self.situation, first, self.kept) {
            let changed = self.situation.with(&[first.change(steps)]);
            for then in turning_points(&changed, second, self.kept) {
                let Some(standing) = self.better(&[first.change(steps), second.change(then)]) else { continue };
                if singles.iter().any(|single| single.standing.is_no_worse_than(&standing)) {
                    continue;
                }
                let remedy = self.tightened([(first, steps), (second, then)], standing);
                if !found.iter().any(|other| other.undercuts(&remedy)) {
                    found.retain(|other| !remedy.undercuts(other));
                    found.push(remedy);
                }
            }
        }
        found
    }

    /// The second may have made less of the first enough, and so on until neither can be less.
    fn tightened(&self, mut pair: [(Measure, i64); 2], mut standing: Standing) -> Remedy {
        let mut settled = 0;
        while settled < 2 {
            let [(measure, steps), (other, others)] = pair;
            let held = other.change(others);
            let near = turning_points(&self.situation.with(&[held]), measure, self.kept).into_iter();
            let less = near.take_while(|less| *less < steps).find_map(|less| {
                let then = self.better(&[measure.change(less), held])?;
                then.is_no_worse_than(&standing).then_some((less, then))
            });
            settled = if less.is_some() { 0 } else { settled + 1 };
            let mut kept = steps;
            if let Some((less, then)) = less {
                (kept, standing) = (less, then);
            }
            pair = [(other, others), (measure, kept)];
        }
        let mut changes = pair.map(|(measure, steps)| measure.change(steps)).to_vec();
        in_order(&mut changes, |one, other| one > other);
        Remedy { changes, standing }
    }
}

impl Remedy {
    /// Whether this leads as far with as little of the same measures.
    fn undercuts(&self, other: &Self) -> bool {
        let needs_less = self.changes.iter().zip(&other.changes).all(|(one, other)| one.size() <= other.size());
        needs_less && self.standing.is_no_worse_than(&other.standing)
    }
}

impl Measure {
    const fn change(self, steps: i64) -> Change {
        Change { concept: self.concept, from: self.from, to: self.at(steps) }
    }
}

impl<'a> Situation<'a> {
    /// The same with some measures changed.
    #[must_use]
    pub fn with(&self, changes: &[Change]) -> Situation<'a> {
        let mut answers = self.answers.clone();
        for Change { concept, to, .. } in changes {
            answers.set(*concept, Answer::Number(Range::exactly(*to)));
        }
        Situation { book: self.book, project: self.project, date: self.date, answers }
    }

    /// The same without what is answered about a concept.
    #[must_use]
    pub fn without(&self, concept: ConceptId) -> Situation<'a> {
        let mut answers = self.answers.clone();
        answers.remove(concept);
        Situation { book: self.book, project: self.project, date: self.date, answers }
    }
}
