//! The rules that are tried in order, for every case: which is met, which may still be, and what the broken ones leave.

use std::collections::BTreeMap;

use crate::review::diagram::Diagram;
use crate::rules::{ConceptId, Condition, Consequences, RuleId, Version};

use super::weigh::Weighed;
use super::{BROKEN, Judge, MET, Place, UNDECIDED, UNKNOWN, add, number};

/// A rule that does not concern the case, or does not exist on its day.
const PASSED_OVER: u32 = 3;

/// Where the order of trying leads.
pub(super) struct Track {
    /// The rules tried, with where each ends broken and where unknown.
    tried: Vec<Tried>,
    /// The mildest outcome that is still possible, as a number.
    pub(super) mildest: Diagram,
    /// Where it is the only one.
    pub(super) decided: Diagram,
}

struct Tried {
    rule: RuleId,
    broken: Diagram,
    unknown: Diagram,
}

/// Which rule still stands first, which is met, and whether two that stand end differently. Places count from one.
#[derive(Clone, Copy, Default)]
struct Trail {
    first: u32,
    met: u32,
    differs: bool,
}

impl Trail {
    const fn packed(self) -> u32 {
        self.first | self.met << 8 | (self.differs as u32) << 16
    }

    const fn of(packed: u32) -> Self {
        Self { first: packed & 0xFF, met: packed >> 8 & 0xFF, differs: packed >> 16 == 1 }
    }

    const fn decided(self) -> bool {
        self.met != 0 && !self.differs
    }

    const fn basis(self) -> u32 {
        if self.decided() { self.met } else { self.first }
    }
}

impl Judge<'_> {
    pub(super) fn track(&mut self) -> Track {
        let order = &self.world.project.tries;
        let outcomes: Vec<u32> = order.iter().map(|rule| self.outcome_of(*rule)).collect();
        let outcome =
            |place: u32| place.checked_sub(1).and_then(|n| outcomes.get(n as usize)).copied().unwrap_or(UNDECIDED);
        let mut trail = self.diagrams.end(0);
        let mut tried = Vec::new();
        for (place, rule) in (1_u32..).zip(order) {
            let Some(status) = self.judge_rule(*rule) else { continue };
            let still = self.diagrams.map(trail, &|trail| u32::from(Trail::of(trail).met == 0));
            let ends = |wanted: u32| move |status: u32, still: u32| u32::from(still != 0 && status == wanted);
            let broken = self.diagrams.join(status, still, &ends(BROKEN));
            let unknown = self.diagrams.join(status, still, &ends(UNKNOWN));
            tried.push(Tried { rule: *rule, broken, unknown });
            let next = |trail: u32, status: u32| step(Trail::of(trail), status, place, &outcome).packed();
            trail = self.diagrams.join(trail, status, &next);
        }
        self.rests_on(trail, order);
        Track {
            tried,
            mildest: self.diagrams.map(trail, &|trail| outcome(Trail::of(trail).first)),
            decided: self.diagrams.map(trail, &|trail| u32::from(Trail::of(trail).decided())),
        }
    }

    fn outcome_of(&self, rule: RuleId) -> u32 {
        self.version(rule).and_then(|version| version.outcome).map_or(UNDECIDED, number)
    }

    fn rests_on(&mut self, trail: Diagram, tries: &[RuleId]) {
        for (place, rule) in (1_u32..).zip(tries) {
            let basis = self.diagrams.map(trail, &|trail| u32::from(Trail::of(trail).basis() == place));
            add(self.diagrams, &mut self.judged.basis, *rule, basis);
            let last = |trail: Trail| trail.decided() && trail.met == place;
            let decides = self.diagrams.map(trail, &|trail| u32::from(last(Trail::of(trail))));
            add(self.diagrams, &mut self.judged.decides, *rule, decides);
        }
    }

    /// A status, or [`PASSED_OVER`]; `None` where the rule does not exist on the day.
    fn judge_rule(&mut self, rule: RuleId) -> Option<Diagram> {
        self.judge_within(rule, &|scope, own| if scope == BROKEN { PASSED_OVER } else { scope.min(own) })
    }

    /// The same of a rule that another presupposes: until it is known to be about the case, it settles nothing.
    fn judge_part(&mut self, rule: RuleId) -> Option<Diagram> {
        self.judge_within(rule, &|scope, own| match scope {
            BROKEN => PASSED_OVER,
            MET => own,
            _ => UNKNOWN,
        })
    }

    fn judge_within(&mut self, rule: RuleId, within: &dyn Fn(u32, u32) -> u32) -> Option<Diagram> {
        let version = self.version(rule)?;
        let mut status = self.diagrams.end(MET);
        for condition in &version.conditions {
            let condition = self.weigh_condition(condition);
            status = self.diagrams.join(status, condition.status, &u32::min);
        }
        for rule in &version.presupposes {
            let Some(presupposed) = self.judge_part(*rule) else { continue };
            let concerned = |own: u32, other: u32| if other == PASSED_OVER { own } else { own.min(other) };
            status = self.diagrams.join(status, presupposed, &concerned);
        }
        let Some(scope) = &version.scope else {
            let everywhere = self.diagrams.end(1);
            add(self.diagrams, &mut self.judged.concerns, rule, everywhere);
            return Some(status);
        };
        let scope = self.weigh(scope).status;
        let met = self.diagrams.is(scope, MET);
        add(self.diagrams, &mut self.judged.concerns, rule, met);
        Some(self.diagrams.join(scope, status, within))
    }

    /// What broken rules leave behind: reasons, and what follows from them.
    pub(super) fn broken_alternatives(&mut self, track: &Track) {
        for tried in &track.tried {
            self.breaches(tried.rule, tried.broken);
            let Some(version) = self.version(tried.rule) else { continue };
            let at = self.where_concerned(version, tried.broken);
            for (place, condition) in version.conditions.iter().enumerate() {
                let weighed = self.weigh_condition(condition);
                let broken = self.where_it_is(&weighed, BROKEN, at);
                self.consequences(&condition.consequences, (tried.rule, Some(place)), broken);
            }
        }
    }

    fn breaches(&mut self, rule: RuleId, at: Diagram) {
        let Some(version) = self.version(rule) else { return };
        let at = self.where_concerned(version, at);
        for (place, condition) in version.conditions.iter().enumerate() {
            let weighed = self.weigh_condition(condition);
            let broken = self.where_it_is(&weighed, BROKEN, at);
            add(self.diagrams, &mut self.judged.breaches, (rule, place), broken);
        }
        version.presupposes.iter().for_each(|rule| self.breaches(*rule, at));
    }

    fn where_concerned(&mut self, version: &Version, at: Diagram) -> Diagram {
        let Some(scope) = &version.scope else { return at };
        let scope = self.weigh(scope);
        self.where_it_is(&scope, MET, at)
    }

    pub(super) fn where_it_is(&mut self, weighed: &Weighed, status: u32, at: Diagram) -> Diagram {
        self.diagrams.join(weighed.status, at, &|own, at| u32::from(at != 0 && own == status))
    }

    /// What the rules that may still hold wait for; only those with the mildest outcome are worth a question.
    pub(super) fn standing_alternatives(&mut self, track: &Track) {
        for tried in &track.tried {
            let mut wanted = BTreeMap::new();
            self.unknown_in_rule(tried.rule, tried.unknown, &mut wanted);
            let outcome = self.outcome_of(tried.rule);
            let mildest = self.diagrams.is(track.mildest, outcome);
            for (concept, at) in wanted {
                let at = self.diagrams.and(at, mildest);
                self.miss(concept, at);
            }
        }
    }

    fn unknown_in_rule(&mut self, rule: RuleId, at: Diagram, wanted: &mut BTreeMap<ConceptId, Diagram>) {
        let Some(version) = self.version(rule) else { return };
        self.unknown_scope(version, rule, at, wanted);
        self.unknown_conditions(version, rule, at, wanted);
    }

    fn unknown_scope(
        &mut self,
        version: &Version,
        rule: RuleId,
        at: Diagram,
        wanted: &mut BTreeMap<ConceptId, Diagram>,
    ) {
        if let Some(scope) = &version.scope {
            let scope = self.weigh(scope);
            self.want(&scope, at, wanted);
            self.clear_up(&scope.unsure, (rule, None), at);
        }
    }

    /// Of what is presupposed, only that which is known to be about the case.
    fn unknown_conditions(
        &mut self,
        version: &Version,
        rule: RuleId,
        at: Diagram,
        wanted: &mut BTreeMap<ConceptId, Diagram>,
    ) {
        for (place, condition) in version.conditions.iter().enumerate() {
            let weighed = self.weigh_condition(condition);
            let unknown = self.where_it_is(&weighed, UNKNOWN, at);
            self.want(&weighed, unknown, wanted);
            self.doubts(condition, &weighed, (rule, Some(place)), unknown);
        }
        for rule in &version.presupposes {
            let Some(version) = self.version(*rule) else { continue };
            self.unknown_scope(version, *rule, at, wanted);
            let within = self.where_concerned(version, at);
            self.unknown_conditions(version, *rule, within, wanted);
        }
    }

    fn want(&mut self, weighed: &Weighed, at: Diagram, wanted: &mut BTreeMap<ConceptId, Diagram>) {
        for (concept, missing) in &weighed.missing {
            let at = self.diagrams.and(*missing, at);
            add(self.diagrams, wanted, *concept, at);
        }
    }

    pub(super) fn doubts(&mut self, condition: &Condition, weighed: &Weighed, place: Place, at: Diagram) {
        self.clear_up(&weighed.unsure, place, at);
        if let Some(doubt) = &condition.doubt {
            let when = self.weigh(&doubt.when);
            let at = self.where_it_is(&when, MET, at);
            self.follow(doubt.clear, place, at);
        }
    }

    /// The first that fits. While that is unknown, whatever could settle it is wanted, of all that may come first. Returns
    /// where it is not settled.
    pub(super) fn consequences(&mut self, all: &[Consequences], place: Place, at: Diagram) -> Diagram {
        let (mut left, mut settled) = (at, self.diagrams.end(1));
        for consequences in all {
            let Some(when) = &consequences.when else {
                let here = self.diagrams.and(left, settled);
                consequences.gives.iter().for_each(|id| self.follow(*id, place, here));
                break;
            };
            let when = self.weigh(when);
            let met = self.where_it_is(&when, MET, left);
            let here = self.diagrams.and(met, settled);
            consequences.gives.iter().for_each(|id| self.follow(*id, place, here));
            left = self.diagrams.without(left, met);
            let unknown = self.where_it_is(&when, UNKNOWN, left);
            self.note(&when, place, unknown);
            settled = self.diagrams.without(settled, unknown);
        }
        self.diagrams.not(settled)
    }

    /// Keeps what is wanted, and turns each "don't know" into the thing to clear.
    pub(super) fn note(&mut self, weighed: &Weighed, place: Place, at: Diagram) {
        for (concept, missing) in &weighed.missing {
            let at = self.diagrams.and(*missing, at);
            self.miss(*concept, at);
        }
        self.clear_up(&weighed.unsure, place, at);
    }
}

fn step(trail: Trail, status: u32, place: u32, outcome: &dyn Fn(u32) -> u32) -> Trail {
    if trail.met != 0 || status == BROKEN || status == PASSED_OVER {
        return trail;
    }
    let first = if trail.first == 0 { place } else { trail.first };
    let met = if status == MET { place } else { 0 };
    Trail { first, met, differs: trail.differs || outcome(first) != outcome(place) }
}
