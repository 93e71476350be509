//! What some case reaches, gathered over all kinds of work and days, and what none does.

use std::collections::BTreeSet;

use crate::review::diagram::{Diagram, Diagrams};
use crate::review::space::World;
use crate::review::symbolic::Judged;
use crate::rules::date::Date;
use crate::rules::{ConceptId, ConsequenceId, RuleBook, RuleId};

/// What some case of one kind of work reaches under the law of one day.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    conditions: BTreeSet<(RuleId, usize)>,
    consequences: BTreeSet<ConsequenceId>,
    rules: BTreeSet<RuleId>,
    /// Rules that decide, or are told as broken.
    tried: BTreeSet<RuleId>,
    asked: BTreeSet<ConceptId>,
}

/// A condition as of a day: the rule, the first day of its version, and the place.
type Dated = (RuleId, Date, usize);

/// What is reached by all kinds of work on all days.
#[derive(Debug, Default)]
pub struct AllReached {
    conditions: BTreeSet<Dated>,
    consequences: BTreeSet<ConsequenceId>,
    versions: BTreeSet<(RuleId, Date)>,
    /// By the name of the kind of work.
    tried: BTreeSet<(String, RuleId)>,
    asked: BTreeSet<ConceptId>,
}

impl Reached {
    pub(super) fn of(judged: &Judged, diagrams: &Diagrams) -> Self {
        let mut reached = Self::default();
        for (place, at) in judged.breaches.iter().chain(&judged.broken_beside) {
            if !diagrams.is_never(*at) {
                reached.conditions.insert(*place);
            }
        }
        for ((consequence, (rule, place)), at) in &judged.follows {
            if !diagrams.is_never(*at) {
                reached.consequences.insert(*consequence);
                // A doubt is told too, although nothing is broken.
                reached.conditions.extend(place.map(|place| (*rule, place)));
            }
        }
        let somewhere = |at: &Diagram| !diagrams.is_never(*at);
        reached.rules.extend(judged.concerns.iter().filter(|(_, at)| somewhere(at)).map(|(rule, _)| *rule));
        let told = judged.breaches.iter().map(|((rule, _), at)| (rule, at));
        let decides = judged.decides.iter().chain(told);
        reached.tried.extend(decides.filter(|(_, at)| somewhere(at)).map(|(rule, _)| *rule));
        reached.asked.extend(judged.missing.iter().filter(|(_, at)| somewhere(at)).map(|(concept, _)| *concept));
        reached
    }
}

impl AllReached {
    /// With what is reached in one more world: that one, or any with the same law.
    pub fn add(&mut self, world: &World, reached: &Reached) {
        let from = |rule: RuleId| world.book.version(rule, world.date).map(|version| version.from);
        let conditions = reached.conditions.iter();
        self.conditions.extend(conditions.filter_map(|(rule, place)| Some((*rule, from(*rule)?, *place))));
        self.consequences.extend(&reached.consequences);
        self.versions.extend(reached.rules.iter().filter_map(|rule| Some((*rule, from(*rule)?))));
        self.tried.extend(reached.tried.iter().map(|rule| (world.project.id.clone(), *rule)));
        self.asked.extend(&reached.asked);
    }
}

/// Everything in a rule book that no case reaches, in the words of the rule files.
#[must_use]
pub fn unreached(book: &RuleBook, reached: &AllReached) -> Vec<String> {
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
