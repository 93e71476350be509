//! Each claim, asked of all cases at once.

use std::collections::BTreeSet;

use crate::review::diagram::{Diagram, Point};
use crate::review::space::Told;
use crate::review::symbolic::UNDECIDED;
use crate::rules::{ConceptId, Sort};

use super::{Claim, Failure, Prover, fewest, told};

impl Prover<'_> {
    pub(super) fn failures(&mut self) -> Vec<Failure> {
        let mut failures = Vec::new();
        failures.extend(self.green_without_the_law());
        failures.extend(self.gained_by_withholding());
        failures.extend(self.complete_and_undecided());
        failures.extend(self.idle_questions());
        failures
    }

    fn green_without_the_law(&mut self) -> Option<Failure> {
        let wrong = self.diagrams.without(self.judged.may_start, self.judged.lawful);
        let point = self.fewest(wrong)?;
        Some(self.failure(Claim::NeverGreenUnlessAllHolds, &point))
    }

    fn complete_and_undecided(&mut self) -> Option<Failure> {
        let mut wrong = self.undecided_track();
        for (what, at) in &self.judged.follows {
            if self.world.book.consequence(what.0).sort == Sort::Clearance {
                wrong = self.diagrams.without(wrong, *at);
            }
        }
        let exact = self.exact();
        wrong = self.diagrams.and(wrong, exact);
        let point = self.fewest(wrong)?;
        Some(self.failure(Claim::EveryCompleteCaseIsDecided, &point))
    }

    /// Where every question is answered exactly.
    fn exact(&mut self) -> Diagram {
        let (yes, no) = (self.diagrams.end(1), self.diagrams.end(0));
        let mut exact = yes;
        for variable in (0..self.space.variables.len()).rev() {
            let values = 0..self.space.width(variable);
            let children = values.map(|value| if self.is_exact(variable, value) { exact } else { no }).collect();
            exact = self.diagrams.ask(variable, children);
        }
        exact
    }

    /// A decided outcome, and a start, must stay when more is told.
    fn gained_by_withholding(&mut self) -> Option<Failure> {
        let space = self.space;
        let told_more = |variable: usize, value: usize, other: usize| space.may_become(variable, value, other);
        let outcome = |now: u32, then: u32| now != UNDECIDED && now != then;
        let start = |now: u32, then: u32| now != 0 && then == 0;
        let clash = self.diagrams.clash(self.judged.outcome, &told_more, &outcome);
        let clash = clash.or_else(|| self.diagrams.clash(self.judged.may_start, &told_more, &start));
        let (variable, value, other, mut point) = clash?;
        *point.get_mut(variable)? = Some(value);
        let mut failure = self.failure(Claim::NothingIsGainedByWithholding, &point);
        let names = space.variables.get(variable).map_or(&[][..], |variable| &variable.concepts);
        let changed =
            space.value(variable, value).iter().zip(space.value(variable, other)).position(|(a, b)| a != b)?;
        failure.turns_on = names.get(changed).cloned().zip(space.value(variable, other).get(changed).cloned());
        Some(failure)
    }

    /// Every question that is asked can still change something, as long as every answer given so far still counts and the
    /// questions came in their order.
    fn idle_questions(&mut self) -> Vec<Failure> {
        let judged = self.judged;
        let verdict: Vec<(Diagram, BTreeSet<usize>)> =
            self.verdict().into_iter().map(|part| (part, self.diagrams.asked(part))).collect();
        let mut failures = Vec::new();
        for (concept, missing) in &judged.missing {
            let matters = self.can_matter(*concept, &verdict);
            let mut idle = self.diagrams.without(*missing, matters);
            idle = self.where_answers_count(idle);
            for later in self.asked_later(*concept) {
                if !self.diagrams.is_never(idle) {
                    let in_turn = self.not_asked_without(*missing, later);
                    idle = self.diagrams.and(idle, in_turn);
                }
            }
            if let Some(point) = self.fewest(idle) {
                let mut failure = self.failure(Claim::NoQuestionIsIdle, &point);
                failure.turns_on = Some((self.world.book.concept(*concept).id.clone(), Told::Nothing));
                failures.push(failure);
            }
        }
        failures
    }

    /// The variables whose step comes after the concept's own.
    fn asked_later(&self, concept: ConceptId) -> Vec<usize> {
        let steps = self.world.book.parts.iter().flat_map(|part| &part.steps);
        let later = steps.skip_while(|step| !step.concepts.contains(&concept)).skip(1);
        let names = later.flat_map(|step| &step.concepts).map(|concept| &self.world.book.concept(*concept).id);
        let later: BTreeSet<usize> = names.filter_map(|name| self.space.place_of(name)).collect();
        later.into_iter().collect()
    }

    /// Where a variable is untold, or what was missed would not have been missed before it was told: else it would have been
    /// asked for first.
    fn not_asked_without(&mut self, missing: Diagram, variable: usize) -> Diagram {
        let everywhere = self.diagrams.end(1);
        if !self.diagrams.asked(missing).contains(&variable) {
            return self.untold(variable);
        }
        let Some(nothing) = self.space.nothing(variable) else { return everywhere };
        let before = self.diagrams.with(missing, variable, nothing);
        let fine = self.diagrams.not(before);
        let untold = self.untold(variable);
        self.diagrams.or(untold, fine)
    }

    /// Where nothing is told of a variable.
    fn untold(&mut self, variable: usize) -> Diagram {
        let nothing = self.space.nothing(variable);
        let values = 0..self.space.width(variable);
        let told = values.map(|value| self.diagrams.end(u32::from(Some(value) == nothing))).collect();
        self.diagrams.ask(variable, told)
    }

    /// Of some cases, those in which no answer could be taken back without being asked for again.
    fn where_answers_count(&mut self, mut cases: Diagram) -> Diagram {
        for (concept, missing) in &self.judged.missing {
            if self.diagrams.is_never(cases) {
                return cases;
            }
            let Some(variable) = self.space.place_of(&self.world.book.concept(*concept).id) else { continue };
            let Some(nothing) = self.space.nothing(variable) else { continue };
            let wanted = self.diagrams.with(*missing, variable, nothing);
            let untold = self.untold(variable);
            let fine = self.diagrams.or(untold, wanted);
            cases = self.diagrams.and(cases, fine);
        }
        cases
    }

    /// Where some way of answering the rest leaves a verdict that turns on this concept, and on those taken with it.
    fn can_matter(&mut self, concept: ConceptId, verdict: &[(Diagram, BTreeSet<usize>)]) -> Diagram {
        let nowhere = self.diagrams.end(0);
        let name = &self.world.book.concept(concept).id;
        let Some(variable) = self.space.place_of(name) else { return nowhere };
        // That nobody knows is an answer too.
        let values: Vec<usize> =
            (0..self.space.width(variable)).filter(|value| self.is_answered(variable, *value)).collect();
        let mut turns = nowhere;
        for (part, _) in verdict.iter().filter(|(_, asked)| asked.contains(&variable)) {
            let varies = self.diagrams.varies(*part, variable, &values);
            turns = self.diagrams.or(turns, varies);
        }
        let space = self.space;
        let answered = |variable: usize, value: usize| space.answered(variable, value);
        self.diagrams.reaches(turns, &answered)
    }

    /// Every part of the verdict that a resident could see change.
    fn verdict(&self) -> Vec<Diagram> {
        let mut parts: Vec<Diagram> = vec![self.judged.outcome, self.judged.at_least, self.judged.may_start];
        parts.extend(self.judged.follows.values());
        parts.extend(self.judged.breaches.values());
        parts.sort();
        parts.dedup();
        parts
    }

    fn fewest(&self, at: Diagram) -> Option<Point> {
        fewest(self.space, self.diagrams, at)
    }

    fn failure(&self, claim: Claim, point: &Point) -> Failure {
        Failure { claim, answers: told(self.space, point), turns_on: None }
    }
}
