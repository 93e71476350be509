//! What some case reaches, gathered over all kinds of work and days, and what none does.

use std::collections::BTreeSet;

use crate::review::diagram::Diagrams;
use crate::review::space::World;
use crate::review::symbolic::Judged;
use crate::rules::date::Date;
use crate::rules::{ConceptId, ConsequenceId, RuleBook, RuleId};

/// A condition as of a day: the rule, the first day of its version, and the place.
type Dated = (RuleId, Date, usize);

/// What some case reaches.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    conditions: BTreeSet<Dated>,
    consequences: BTreeSet<ConsequenceId>,
    versions: BTreeSet<(RuleId, Date)>,
    /// Rules that decide, or are told as broken, for a kind of work.
    tried: BTreeSet<(String, RuleId)>,
    asked: BTreeSet<ConceptId>,
}

impl Reached {
    pub(super) fn of(world: &World, judged: &Judged, diagrams: &Diagrams) -> Self {
        let from = |rule: RuleId| world.book.version(rule, world.date).map(|version| version.from);
        let mut reached = Self::default();
        for ((rule, place), at) in judged.breaches.iter().chain(&judged.broken_beside) {
            if !diagrams.is_never(*at) {
                reached.conditions.extend(from(*rule).map(|from| (*rule, from, *place)));
            }
        }
        for ((consequence, (rule, place)), at) in &judged.follows {
            if !diagrams.is_never(*at) {
                reached.consequences.insert(*consequence);
                // A doubt is told too, although nothing is broken.
                reached.conditions.extend(from(*rule).zip(*place).map(|(from, place)| (*rule, from, place)));
            }
        }
        for (rule, _) in judged.concerns.iter().filter(|(_, at)| !diagrams.is_never(**at)) {
            reached.versions.extend(from(*rule).map(|from| (*rule, from)));
        }
        let told = judged.breaches.iter().map(|((rule, _), at)| (*rule, *at));
        let decides = judged.decides.iter().map(|(rule, at)| (*rule, *at));
        for (rule, _) in decides.chain(told).filter(|(_, at)| !diagrams.is_never(*at)) {
            reached.tried.insert((world.project.id.clone(), rule));
        }
        reached
            .asked
            .extend(judged.missing.iter().filter(|(_, at)| !diagrams.is_never(**at)).map(|(concept, _)| *concept));
        reached
    }

    /// With what another kind of work or day reaches.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.conditions.extend(other.conditions);
        self.consequences.extend(other.consequences);
        self.versions.extend(other.versions);
        self.tried.extend(other.tried);
        self.asked.extend(other.asked);
        self
    }
}

/// Everything in a rule book that no case reaches, in the words of the rule files.
#[must_use]
pub fn unreached(book: &RuleBook, reached: &Reached) -> Vec<String> {
    let mut lost = Vec::new();
    for (id, rule) in (0_u16..).map(RuleId).zip(&book.rules) {
        for version in &rule.versions {
            if !reached.versions.contains(&(id, version.from)) {
                lost.push(format!("regelen `{}` fra {} gjelder aldri for noe tiltak", rule.id, version.from));
                continue;
            }
            for place in 0..version.conditions.len() {
                if !reached.conditions.contains(&(id, version.from, place)) {
                    let place = place + 1;
                    lost.push(format!(
                        "vilkår {place} i `{}` fra {} kan aldri brytes eller være i tvil",
                        rule.id, version.from
                    ));
                }
            }
        }
    }
    for (id, consequence) in (0_u16..).map(ConsequenceId).zip(&book.consequences) {
        if id != book.before && !reached.consequences.contains(&id) {
            lost.push(format!("følgen `{}` kan aldri inntreffe", consequence.id));
        }
    }
    for project in &book.projects {
        for rule in project.tries.iter().filter(|rule| !reached.tried.contains(&(project.id.clone(), **rule))) {
            lost.push(format!(
                "tiltaket `{}` verken ender i `{}` eller får høre hvorfor ikke",
                project.id,
                book.rule(*rule).id
            ));
        }
    }
    for (id, concept) in (0_u16..).map(ConceptId).zip(&book.concepts) {
        if concept.question.is_some() && !reached.asked.contains(&id) && !is_given(book, id) {
            lost.push(format!("begrepet `{}` blir aldri spurt om", concept.id));
        }
    }
    lost
}

/// Whether some kind of work answers it by itself: then the others need not ask.
fn is_given(book: &RuleBook, concept: ConceptId) -> bool {
    book.projects.iter().any(|project| project.given.iter().any(|(given, _)| *given == concept))
}
