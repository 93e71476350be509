//! What is judged beside the track, for every case.

use crate::review::diagram::Diagram;
use crate::rules::{Addition, Condition, RuleId};

use super::track::Track;
use super::weigh::Weighed;
use super::{BROKEN, Judge, MET, UNKNOWN, add};

impl Judge<'_> {
    /// Everything judged beside the track, and what comes with the rule that decides.
    pub(super) fn beside(&mut self, track: &Track) {
        let everywhere = self.diagrams.end(1);
        self.world.project.beside.iter().for_each(|rule| self.accompany(*rule, everywhere));
        for (rule, basis) in self.judged.basis.clone() {
            let Some(version) = self.version(rule) else { continue };
            let decided = self.diagrams.and(basis, track.decided);
            self.additions(&version.additions, rule, decided);
            version.beside.iter().for_each(|rule| self.accompany(*rule, basis));
        }
    }

    fn accompany(&mut self, rule: RuleId, at: Diagram) {
        let Some(version) = self.version(rule) else { return };
        let (mut within, mut met, mut waits) = (at, at, None);
        if let Some(scope) = &version.scope {
            let scope = self.weigh(scope);
            met = self.where_it_is(&scope, MET, at);
            let out = self.where_it_is(&scope, BROKEN, at);
            within = self.diagrams.without(at, out);
            self.note(&scope, (rule, None), within);
            waits = Some(scope);
        }
        add(self.diagrams, &mut self.judged.concerns, rule, met);
        for (place, condition) in version.conditions.iter().enumerate() {
            self.accompanying(condition, rule, place, within, met);
        }
        self.additions(&version.additions, rule, met);
        if let Some(scope) = waits {
            let open = self.diagrams.without(within, met);
            let asks = self.misses_any(&scope, open);
            self.may_come(&version.additions, asks);
        }
        version.beside.iter().for_each(|rule| self.accompany(*rule, within));
    }

    fn accompanying(&mut self, condition: &Condition, rule: RuleId, index: usize, within: Diagram, met: Diagram) {
        let place = (rule, Some(index));
        let weighed = self.weigh_condition(condition);
        let broken = self.where_it_is(&weighed, BROKEN, within);
        let counts = self.diagrams.and(broken, met);
        add(self.diagrams, &mut self.judged.broken_beside, (rule, index), counts);
        let unsettled = self.consequences(&condition.consequences, place, counts);
        let may_count = self.diagrams.without(broken, met);
        let unknown = self.where_it_is(&weighed, UNKNOWN, within);
        for open in [may_count, unknown, unsettled] {
            self.judged.open_beside = self.diagrams.or(self.judged.open_beside, open);
        }
        self.doubts(condition, &weighed, place, unknown);
        self.wait_for(condition, &weighed, unknown);
    }

    /// An unknown condition may yet break, and then what follows depends on more.
    fn wait_for(&mut self, condition: &Condition, weighed: &Weighed, at: Diagram) {
        self.note_missing(weighed, at);
        let mut asks = weighed.may_break(self.diagrams, at);
        for consequences in &condition.consequences {
            let Some(when) = &consequences.when else { return };
            let when = self.weigh(when);
            self.note_missing(&when, asks);
            let met = self.where_it_is(&when, MET, asks);
            asks = self.diagrams.without(asks, met);
        }
    }

    fn additions(&mut self, additions: &[Addition], rule: RuleId, at: Diagram) {
        for addition in additions {
            let Some(when) = &addition.when else {
                self.follow(addition.consequence, (rule, None), at);
                continue;
            };
            let when = self.weigh(when);
            let met = self.where_it_is(&when, MET, at);
            self.follow(addition.consequence, (rule, None), met);
            let unknown = self.where_it_is(&when, UNKNOWN, at);
            self.note(&when, (rule, None), unknown);
        }
    }

    /// What additions would wait for, should their rule turn out to concern the project.
    fn may_come(&mut self, additions: &[Addition], at: Diagram) {
        for when in additions.iter().filter_map(|addition| addition.when.as_ref()) {
            let when = self.weigh(when);
            self.note_missing(&when, at);
        }
    }

    fn note_missing(&mut self, weighed: &Weighed, at: Diagram) {
        for (concept, missing) in &weighed.missing {
            let at = self.diagrams.and(*missing, at);
            self.miss(*concept, at);
        }
    }

    /// Where at least one answer is missed.
    fn misses_any(&mut self, weighed: &Weighed, at: Diagram) -> Diagram {
        let mut any = self.diagrams.end(0);
        for missing in weighed.missing.values() {
            any = self.diagrams.or(any, *missing);
        }
        self.diagrams.and(any, at)
    }
}
