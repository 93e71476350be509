//! The promise, proved over every answer that the rules can tell apart, for one kind of work under the law of one day.
//!
//! Nothing is sampled. The judgement of all cases is one set of decision diagrams ([`super::symbolic`]), and each claim is a
//! question to them that is answered for all cases at once. A claim that fails is shown by the fewest answers.

mod claims;
mod found;
mod own;

use std::collections::BTreeMap;

use crate::rules::{ConsequenceId, Sort};

use super::diagram::{Diagram, Diagrams, Point};
use super::space::{Known, Space, Told, World};
use super::symbolic::{Judged, Place, UNDECIDED, judge};

pub use found::{AllReached, Reached, unreached};
pub use own::{Own, only_stricter, own, own_conditions};

/// What must hold of every case.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Claim {
    /// Works may start only where every condition is known to hold.
    NeverGreenUnlessAllHolds,
    /// An answer that is withheld never makes the outcome better than the answer would.
    NothingIsGainedByWithholding,
    /// With every question answered, the outcome is decided, or an authority must decide something that is named.
    EveryCompleteCaseIsDecided,
    /// What is asked can change something.
    NoQuestionIsIdle,
    /// A municipality's own conditions make no answer milder and nothing green that is not.
    OwnConditionsOnlyTighten,
    /// Where a municipality's own condition is not known to hold, nothing is green.
    OwnConditionsBar,
    /// Where a municipality's own conditions hold, they change nothing.
    OwnConditionsMetChangeNothing,
    /// Where a municipality's own condition takes the green away, it is told, or asked about.
    OwnConditionsAreTold,
}

/// A claim that does not hold, and the case that shows it.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Failure {
    /// The claim.
    pub claim: Claim,
    /// The answers: concept and what is told. What stands for nothing is left out.
    pub answers: Vec<(String, Told)>,
    /// The concept whose answer it turns on, where there is one, and what it then is.
    pub turns_on: Option<(String, Told)>,
}

/// What was found about one kind of work on one day.
#[derive(Clone, Debug)]
pub struct Proof {
    /// How many values each variable has; their product is the number of cells.
    pub widths: Vec<usize>,
    /// How many nodes the diagrams have.
    pub nodes: usize,
    /// The claims that fail.
    pub failures: Vec<Failure>,
    /// The share of all complete cases, in parts of [`super::diagram::WHOLE`], that end undecided, by the place that leaves them so.
    pub undecided: BTreeMap<(ConsequenceId, Place), u128>,
    /// The share of all complete cases that end so; each outcome by its number.
    pub shares: BTreeMap<u32, u128>,
    /// What some case reaches.
    pub reached: Reached,
}

/// Proves every claim, or shows where it fails.
#[must_use]
pub fn prove(world: &World) -> Proof {
    let space = Space::of(core::slice::from_ref(world), Known::Some);
    let mut diagrams = Diagrams::new(space.widths());
    let judged = judge(world, &space, &mut diagrams);
    let mut prover = Prover { world, space: &space, diagrams: &mut diagrams, judged: &judged };
    let failures = prover.failures();
    let undecided = prover.undecided();
    let shares = prover.shares();
    let reached = Reached::of(&judged, prover.diagrams);
    Proof { widths: space.widths(), nodes: diagrams.size(), failures, undecided, shares, reached }
}

struct Prover<'a> {
    world: &'a World<'a>,
    space: &'a Space,
    diagrams: &'a mut Diagrams,
    judged: &'a Judged,
}

impl Prover<'_> {
    fn is_exact(&self, variable: usize, value: usize) -> bool {
        self.space.value(variable, value).iter().all(Told::is_exact)
    }

    fn is_answered(&self, variable: usize, value: usize) -> bool {
        self.space.value(variable, value).iter().all(Told::is_answer)
    }

    /// The share of complete cases for which it holds.
    fn share(&self, of: Diagram) -> u128 {
        self.diagrams.share(of, &|variable, value| self.is_exact(variable, value))
    }

    fn shares(&mut self) -> BTreeMap<u32, u128> {
        let mut shares = BTreeMap::new();
        for number in self.diagrams.ends(self.judged.outcome) {
            let at = self.diagrams.is(self.judged.outcome, number);
            shares.insert(number, self.share(at));
        }
        shares
    }

    /// What leaves complete cases undecided.
    fn undecided(&mut self) -> BTreeMap<(ConsequenceId, Place), u128> {
        let undecided = self.undecided_track();
        let mut shares = BTreeMap::new();
        for (what, at) in &self.judged.follows {
            if self.world.book.consequence(what.0).sort == Sort::Clearance {
                let both = self.diagrams.and(undecided, *at);
                shares.insert(*what, self.share(both));
            }
        }
        shares.retain(|_, share| *share > 0);
        shares
    }

    fn undecided_track(&mut self) -> Diagram {
        self.diagrams.is(self.judged.outcome, UNDECIDED)
    }
}

/// A case in words: what is told, nothing left unsaid save what makes no difference.
fn told(space: &Space, point: &Point) -> Vec<(String, Told)> {
    let mut told = Vec::new();
    for (variable, value) in space.variables.iter().zip(point) {
        let Some(value) = value.and_then(|value| variable.values.get(value)) else { continue };
        let both = variable.concepts.iter().cloned().zip(value.iter().cloned());
        told.extend(both.filter(|(_, told)| *told != Told::Nothing));
    }
    told
}

/// A case that shows it, with as little told as can be.
fn fewest(space: &Space, diagrams: &Diagrams, at: Diagram) -> Option<Point> {
    let cost = |variable: usize, value: usize| {
        space.value(variable, value).iter().filter(|told| **told != Told::Nothing).count() as u64
    };
    diagrams.cheapest(at, &cost)
}
