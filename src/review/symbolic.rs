//! The judgement of every case at once.
//!
//! A second writing of `engine::verdict`, over diagrams instead of answers: the engine itself judges each comparison and each
//! option, here they are put together. `prove` holds the two writings against each other.

mod beside;
mod lawful;
mod track;
mod weigh;

use std::collections::BTreeMap;

use crate::rules::{ConceptId, ConsequenceId, Outcome, Requirement, RuleId, Sort, Version};

use super::diagram::{Diagram, Diagrams};
use super::space::{Space, World};

pub use weigh::{BROKEN, MET, UNKNOWN};

/// A place in the law: a rule, and its condition where it is one.
pub type Place = (RuleId, Option<usize>);

/// What follows for every case, as diagrams.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Judged {
    /// [`UNDECIDED`], or an outcome as [`number`] writes it.
    pub outcome: Diagram,
    /// The same for the mildest application that it can be.
    pub at_least: Diagram,
    /// Where works may start.
    pub may_start: Diagram,
    /// Where something beside the track is open.
    pub open_beside: Diagram,
    /// What could still change the verdict.
    pub missing: BTreeMap<ConceptId, Diagram>,
    /// What follows, and from where.
    pub follows: BTreeMap<(ConsequenceId, Place), Diagram>,
    /// Which conditions of tried rules are told as broken.
    pub breaches: BTreeMap<(RuleId, usize), Diagram>,
    /// Which conditions of rules beside the track are broken.
    pub broken_beside: BTreeMap<(RuleId, usize), Diagram>,
    /// Where every condition holds, of the rule that frees the case and of all that stands beside it: worked out from the
    /// conditions alone.
    pub lawful: Diagram,
    /// Which rule decides.
    pub decides: BTreeMap<RuleId, Diagram>,
    /// Which rule the verdict rests on, decided or not.
    pub basis: BTreeMap<RuleId, Diagram>,
    /// Where a rule is tried or judged beside, and its scope is met.
    pub concerns: BTreeMap<RuleId, Diagram>,
}

/// The number of an outcome that is not decided.
pub const UNDECIDED: u32 = 0;

/// The number of an outcome; greater is stricter.
#[must_use]
pub const fn number(outcome: Outcome) -> u32 {
    match outcome {
        Outcome::NotAMeasure => 1,
        Outcome::Exempt => 2,
        Outcome::ApplyYourself => 3,
        Outcome::ApplyWithProfessional => 4,
    }
}

/// Judges all of a space in one of its worlds.
#[must_use]
pub fn judge(world: &World, space: &Space, diagrams: &mut Diagrams) -> Judged {
    Judge::new(world, space, diagrams).judge()
}

/// Where a requirement is known to hold.
#[must_use]
pub fn holds(world: &World, space: &Space, diagrams: &mut Diagrams, requirement: &Requirement) -> Diagram {
    let status = Judge::new(world, space, diagrams).weigh(requirement).status;
    diagrams.is(status, MET)
}

/// One judgement on its way.
struct Judge<'a> {
    world: &'a World<'a>,
    space: &'a Space,
    diagrams: &'a mut Diagrams,
    weighed: BTreeMap<usize, weigh::Weighed>,
    judged: Judged,
}

impl<'a> Judge<'a> {
    fn new(world: &'a World<'a>, space: &'a Space, diagrams: &'a mut Diagrams) -> Self {
        let nowhere = diagrams.end(0);
        let judged = Judged {
            outcome: nowhere,
            at_least: nowhere,
            may_start: nowhere,
            open_beside: nowhere,
            missing: BTreeMap::new(),
            follows: BTreeMap::new(),
            breaches: BTreeMap::new(),
            broken_beside: BTreeMap::new(),
            lawful: nowhere,
            decides: BTreeMap::new(),
            basis: BTreeMap::new(),
            concerns: BTreeMap::new(),
        };
        Self { world, space, diagrams, weighed: BTreeMap::new(), judged }
    }

    fn judge(mut self) -> Judged {
        let track = self.track();
        self.broken_alternatives(&track);
        self.standing_alternatives(&track);
        self.beside(&track);
        self.settle(&track);
        self.judged.lawful = self.lawful();
        self.judged
    }

    fn version(&self, rule: RuleId) -> Option<&'a Version> {
        self.world.book.version(rule, self.world.date)
    }

    /// An exemption is never shown while something beside it is unknown.
    fn settle(&mut self, track: &track::Track) {
        let exempt = number(Outcome::Exempt);
        let open = self.judged.open_beside;
        let held = self.diagrams.join(track.mildest, open, &|mildest, open| u32::from(mildest == exempt && open != 0));
        let settled = self.diagrams.without(track.decided, held);
        let only = |of: u32, settled: u32, wanted: u32| if settled == wanted { of } else { UNDECIDED };
        self.judged.outcome = self.diagrams.join(track.mildest, settled, &|of, settled| only(of, settled, 1));
        let least = number(Outcome::ApplyYourself);
        self.judged.at_least = self.diagrams.join(track.mildest, settled, &|of, settled| {
            if of >= least { only(of, settled, 0) } else { UNDECIDED }
        });
        self.may_start();
    }

    fn may_start(&mut self) {
        let exempt = number(Outcome::Exempt);
        let mut green = self.diagrams.map(self.judged.outcome, &|of| u32::from(of != UNDECIDED && of <= exempt));
        let bars = |id: &ConsequenceId| self.world.book.consequence(*id).sort != Sort::Duty;
        let follows = self.judged.follows.iter().filter(|((id, _), _)| bars(id)).map(|(_, where_)| *where_);
        let missing = self.judged.missing.values().copied();
        for open in follows.chain(missing).chain([self.judged.open_beside]).collect::<Vec<_>>() {
            green = self.diagrams.without(green, open);
        }
        self.judged.may_start = green;
    }

    fn follow(&mut self, consequence: ConsequenceId, place: Place, at: Diagram) {
        add(self.diagrams, &mut self.judged.follows, (consequence, place), at);
    }

    fn miss(&mut self, concept: ConceptId, at: Diagram) {
        add(self.diagrams, &mut self.judged.missing, concept, at);
    }

    /// Each "don't know" becomes the thing to clear.
    fn clear_up(&mut self, unsure: &BTreeMap<ConceptId, Diagram>, place: Place, at: Diagram) {
        for (concept, unsure) in unsure {
            let question = self.world.book.concept(*concept).question.as_ref();
            if let Some(clear) = question.and_then(|question| question.unsure.as_ref()).map(|unsure| unsure.clear) {
                let at = self.diagrams.and(at, *unsure);
                self.follow(clear, place, at);
            }
        }
    }
}

/// Adds to what is known under a name.
fn add<K: Ord>(diagrams: &mut Diagrams, into: &mut BTreeMap<K, Diagram>, name: K, at: Diagram) {
    if diagrams.is_never(at) {
        return;
    }
    let known = into.get(&name).copied();
    let all = known.map_or(at, |known| diagrams.or(known, at));
    into.insert(name, all);
}
