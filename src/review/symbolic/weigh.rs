//! One requirement for every case: how it stands, and what it waits for.

use std::collections::BTreeMap;

use crate::engine::{self, ConceptSet, Status};
use crate::review::diagram::{Diagram, Diagrams};
use crate::rules::{ConceptId, Condition, Requirement};

use super::{Judge, add};

/// The numbers of a status.
pub const BROKEN: u32 = 0;
/// May or may not hold.
pub const UNKNOWN: u32 = 1;
/// Holds.
pub const MET: u32 = 2;

/// A requirement or a condition, weighed.
#[derive(Clone, Debug)]
pub(super) struct Weighed {
    /// [`BROKEN`], [`UNKNOWN`] or [`MET`].
    pub(super) status: Diagram,
    /// Where an answer is missed.
    pub(super) missing: BTreeMap<ConceptId, Diagram>,
    /// Where "don't know" leaves it unknown.
    pub(super) unsure: BTreeMap<ConceptId, Diagram>,
    /// Of what is missed, what could bring it to be met, and to be broken.
    toward: [BTreeMap<ConceptId, Diagram>; 2],
}

const TO_BROKEN: usize = 0;
const TO_MET: usize = 1;

impl Judge<'_> {
    pub(super) fn weigh(&mut self, requirement: &Requirement) -> Weighed {
        let address = core::ptr::from_ref(requirement).addr();
        if let Some(known) = self.weighed.get(&address) {
            return known.clone();
        }
        let weighed = match requirement {
            Requirement::All(parts) => self.weigh_parts(parts, MET, u32::min, TO_MET),
            Requirement::Any(parts) => self.weigh_parts(parts, BROKEN, u32::max, TO_BROKEN),
            Requirement::OneOf(..) | Requirement::Bound(..) => self.weigh_leaf(requirement),
        };
        self.weighed.insert(address, weighed.clone());
        weighed
    }

    /// The whole comes back to where it starts only if every part can.
    fn weigh_parts(&mut self, parts: &[Requirement], start: u32, join: fn(u32, u32) -> u32, back: usize) -> Weighed {
        let mut whole = Weighed::known(self.diagrams.end(start));
        let mut stuck = self.diagrams.end(0);
        for part in parts {
            let part = self.weigh(part);
            whole.status = self.diagrams.join(whole.status, part.status, &join);
            let own = part.stuck(self.diagrams, back);
            stuck = self.diagrams.or(stuck, own);
            whole.extend(self.diagrams, &part);
        }
        for at in whole.toward.get_mut(back).into_iter().flat_map(BTreeMap::values_mut) {
            *at = self.diagrams.without(*at, stuck);
        }
        whole.only_unknown(self.diagrams);
        whole
    }

    /// Doubt keeps a condition unknown, whatever its answers; where nothing can take it away, they are not asked for.
    pub(super) fn weigh_condition(&mut self, condition: &Condition) -> Weighed {
        let mut weighed = self.weigh(&condition.requirement);
        if let Some(doubt) = &condition.doubt {
            let doubt = self.weigh(&doubt.when);
            let lasting = doubt.stuck(self.diagrams, TO_BROKEN);
            let met = self.diagrams.is(doubt.status, MET);
            let lasting = self.diagrams.or(lasting, met);
            let toward = weighed.toward.iter_mut().flat_map(BTreeMap::values_mut);
            for at in toward.chain(weighed.missing.values_mut()).chain(weighed.unsure.values_mut()) {
                *at = self.diagrams.without(*at, lasting);
            }
            let status = |own: u32, doubt: u32| if doubt == BROKEN { own } else { UNKNOWN };
            weighed.status = self.diagrams.join(weighed.status, doubt.status, &status);
            for (concept, at) in &doubt.missing {
                add(self.diagrams, &mut weighed.missing, *concept, *at);
            }
            for (concept, at) in &doubt.unsure {
                add(self.diagrams, &mut weighed.unsure, *concept, *at);
            }
        }
        weighed
    }

    /// The engine judges every combination of the values that matter.
    fn weigh_leaf(&mut self, requirement: &Requirement) -> Weighed {
        let asked = self.space.asked_by(self.world, requirement);
        let mut found = Vec::new();
        let all = self.leaf(requirement, &asked, &mut Vec::new(), &mut found);
        let found = &found;
        let at = |number: u32| found.get(number as usize);
        let status = self.diagrams.map(all, &|n| at(n).map_or(UNKNOWN, |weighed| as_number(weighed.status)));
        let mut weighed = Weighed::known(status);
        weighed.missing = self.split(all, found, |weighed| weighed.missing);
        let fixed = matches!(requirement, Requirement::OneOf(concept, options)
            if self.world.book.concept(*concept).has_no_other(*options));
        let to_broken = if fixed { BTreeMap::new() } else { weighed.missing.clone() };
        weighed.toward = [to_broken, weighed.missing.clone()];
        weighed.unsure = self.split(all, found, |weighed| weighed.unsure);
        weighed
    }

    fn leaf(
        &mut self,
        requirement: &Requirement,
        left: &[usize],
        told: &mut Vec<(usize, usize)>,
        found: &mut Vec<engine::Weighed>,
    ) -> Diagram {
        let Some((variable, left)) = left.split_first() else {
            let weighed = self.space.situation(self.world, told).weighed(requirement);
            let known = found.iter().position(|other| *other == weighed);
            let place = known.unwrap_or(found.len());
            if known.is_none() {
                found.push(weighed);
            }
            return self.diagrams.end(u32::try_from(place).unwrap_or(u32::MAX));
        };
        let mut children = Vec::new();
        for value in 0..self.space.width(*variable) {
            told.push((*variable, value));
            children.push(self.leaf(requirement, left, told, found));
            told.pop();
        }
        self.diagrams.ask(*variable, children)
    }

    /// For each concept, where it is among those that are picked.
    fn split(
        &mut self,
        all: Diagram,
        found: &[engine::Weighed],
        pick: fn(&engine::Weighed) -> ConceptSet,
    ) -> BTreeMap<ConceptId, Diagram> {
        let mut concepts = ConceptSet::none();
        for weighed in found {
            concepts.extend(&pick(weighed));
        }
        let place = |concept: ConceptId| {
            move |n: u32| u32::from(found.get(n as usize).is_some_and(|weighed| pick(weighed).contains(concept)))
        };
        concepts.iter().map(|concept| (concept, self.diagrams.map(all, &place(concept)))).collect()
    }
}

impl Weighed {
    fn known(status: Diagram) -> Self {
        let toward = [BTreeMap::new(), BTreeMap::new()];
        Self { status, missing: BTreeMap::new(), unsure: BTreeMap::new(), toward }
    }

    /// Of some cases, those in which an answer could still break it.
    pub(super) fn may_break(&self, diagrams: &mut Diagrams, at: Diagram) -> Diagram {
        let mut breaks = diagrams.end(0);
        for way in self.toward.get(TO_BROKEN).into_iter().flat_map(BTreeMap::values) {
            breaks = diagrams.or(breaks, *way);
        }
        diagrams.and(breaks, at)
    }

    /// Where it is unknown and no answer can bring it that way.
    fn stuck(&self, diagrams: &mut Diagrams, way: usize) -> Diagram {
        let mut stuck = diagrams.is(self.status, UNKNOWN);
        for at in self.toward.get(way).into_iter().flat_map(BTreeMap::values) {
            stuck = diagrams.without(stuck, *at);
        }
        stuck
    }

    fn extend(&mut self, diagrams: &mut Diagrams, part: &Self) {
        part.unsure.iter().for_each(|(concept, at)| add(diagrams, &mut self.unsure, *concept, *at));
        for (own, part) in self.toward.iter_mut().zip(&part.toward) {
            for (concept, at) in part {
                add(diagrams, own, *concept, *at);
            }
        }
    }

    /// What is settled waits for nothing; what is not waits for what can bring it either way.
    fn only_unknown(&mut self, diagrams: &mut Diagrams) {
        let unknown = diagrams.is(self.status, UNKNOWN);
        let toward = self.toward.iter_mut().flat_map(BTreeMap::values_mut);
        for at in toward.chain(self.unsure.values_mut()) {
            *at = diagrams.and(*at, unknown);
        }
        for toward in &self.toward {
            for (concept, at) in toward {
                add(diagrams, &mut self.missing, *concept, *at);
            }
        }
    }
}

const fn as_number(status: Status) -> u32 {
    match status {
        Status::Broken => BROKEN,
        Status::Unknown => UNKNOWN,
        Status::Met => MET,
    }
}
