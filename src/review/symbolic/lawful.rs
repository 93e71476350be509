//! Where the law frees a case, said as plainly as can be: some rule that needs no application is met in every condition, and
//! so is everything beside it that concerns the case. Nothing of what a verdict collects on its way is used.

use crate::review::diagram::Diagram;
use crate::rules::{Outcome, RuleId, Version};

use super::{BROKEN, Judge, MET};

impl Judge<'_> {
    pub(super) fn lawful(&mut self) -> Diagram {
        let mut lawful = self.diagrams.end(0);
        for rule in &self.world.project.tries {
            let Some(version) = self.version(*rule) else { continue };
            if matches!(version.outcome, Some(Outcome::Exempt | Outcome::NotAMeasure)) {
                let met = self.whole_rule(*rule);
                let beside = self.all_beside(&version.beside);
                let freed = self.diagrams.and(met, beside);
                lawful = self.diagrams.or(lawful, freed);
            }
        }
        let beside = self.all_beside(&self.world.project.beside);
        self.diagrams.and(lawful, beside)
    }

    /// The rule is about the case, and every condition holds, of it and of all that it presupposes.
    fn whole_rule(&mut self, rule: RuleId) -> Diagram {
        let Some(version) = self.version(rule) else { return self.diagrams.end(0) };
        let mut holds = self.conditions(version);
        for rule in &version.presupposes {
            let Some(presupposed) = self.version(*rule) else { continue };
            let out = self.out_of_scope(presupposed);
            let met = self.whole_rule(*rule);
            let fine = self.diagrams.or(out, met);
            holds = self.diagrams.and(holds, fine);
        }
        let within = self.in_scope(version);
        self.diagrams.and(holds, within)
    }

    /// Each rule is not about the case, or all of it holds, and the same goes for what stands beside it.
    fn all_beside(&mut self, rules: &[RuleId]) -> Diagram {
        let mut all = self.diagrams.end(1);
        for rule in rules {
            let Some(version) = self.version(*rule) else { continue };
            let (out, within) = (self.out_of_scope(version), self.in_scope(version));
            let conditions = self.conditions(version);
            let further = self.all_beside(&version.beside);
            let holds = self.diagrams.and(conditions, further);
            let holds = self.diagrams.and(holds, within);
            let fine = self.diagrams.or(out, holds);
            all = self.diagrams.and(all, fine);
        }
        all
    }

    fn conditions(&mut self, version: &Version) -> Diagram {
        let mut all = self.diagrams.end(1);
        for condition in &version.conditions {
            let status = self.weigh_condition(condition).status;
            let met = self.diagrams.is(status, MET);
            all = self.diagrams.and(all, met);
        }
        all
    }

    fn in_scope(&mut self, version: &Version) -> Diagram {
        self.scope(version, MET)
    }

    fn out_of_scope(&mut self, version: &Version) -> Diagram {
        self.scope(version, BROKEN)
    }

    fn scope(&mut self, version: &Version, wanted: u32) -> Diagram {
        let Some(scope) = &version.scope else { return self.diagrams.end(u32::from(wanted == MET)) };
        let status = self.weigh(scope).status;
        self.diagrams.is(status, wanted)
    }
}
