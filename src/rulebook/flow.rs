//! Which steps of the conversation a kind of work can meet, and which provisions each is asked for.

use std::collections::BTreeSet;

use crate::engine::{Answers, Situation, Status};
use crate::rules::date::Date;
use crate::rules::requirements::of_condition;
use crate::rules::{ConceptId, Project, Requirement, RuleBook, RuleId, Version};

/// A step that can be asked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Stop {
    /// The part of the conversation.
    pub part: usize,
    /// The step in it.
    pub step: usize,
    /// What can be asked there.
    pub concepts: Vec<ConceptId>,
    /// Rules of the track that ask for it.
    pub track: Vec<RuleId>,
    /// Rules beside the track that ask for it.
    pub beside: Vec<RuleId>,
}

/// The steps in their order. What the kind of work answers by itself, and what only that leads to, is left out.
#[must_use]
pub fn stops(book: &RuleBook, project: &Project, date: Date) -> Vec<Stop> {
    let situation = Situation::new(book, project, &Answers::new(), date);
    let readers = readers(&situation);
    let mut stops = Vec::new();
    for (part, of_part) in book.parts.iter().enumerate() {
        for (step, of_step) in of_part.steps.iter().enumerate() {
            let asked = |concept: &ConceptId| readers.iter().any(|reader| reader.concepts.contains(concept));
            let concepts: Vec<ConceptId> = of_step.concepts.iter().copied().filter(asked).collect();
            if !concepts.is_empty() {
                let reads = |reader: &&Reader| concepts.iter().any(|concept| reader.concepts.contains(concept));
                let (track, beside): (Vec<&Reader>, Vec<&Reader>) = readers.iter().filter(reads).partition(|r| r.track);
                let [track, beside] = [track, beside].map(|readers| readers.iter().map(|reader| reader.rule).collect());
                stops.push(Stop { part, step, concepts, track, beside });
            }
        }
    }
    stops
}

/// A rule and what it can ask.
struct Reader {
    rule: RuleId,
    track: bool,
    concepts: BTreeSet<ConceptId>,
}

fn readers(situation: &Situation) -> Vec<Reader> {
    let mut readers = Vec::new();
    let project = situation.project;
    project.tries.iter().for_each(|rule| walk(situation, *rule, true, &mut readers));
    project.beside.iter().for_each(|rule| walk(situation, *rule, false, &mut readers));
    readers
}

fn walk(situation: &Situation, rule: RuleId, track: bool, readers: &mut Vec<Reader>) {
    if readers.iter().any(|reader| reader.rule == rule) {
        return;
    }
    let Some(version) = situation.book.version(rule, situation.date) else { return };
    if version.scope.as_ref().is_some_and(|scope| situation.judge(scope) == Status::Broken) {
        return;
    }
    readers.push(Reader { rule, track, concepts: concepts(situation, version) });
    version.presupposes.iter().for_each(|rule| walk(situation, *rule, track, readers));
    version.beside.iter().for_each(|rule| walk(situation, *rule, false, readers));
}

fn concepts(situation: &Situation, version: &Version) -> BTreeSet<ConceptId> {
    let mut found = BTreeSet::new();
    let open = version.conditions.iter().filter(|condition| situation.judge_condition(condition) != Status::Met);
    let of_conditions = open.flat_map(of_condition);
    let of_additions = version.additions.iter().filter_map(|addition| addition.when.as_ref());
    for requirement in version.scope.iter().chain(of_conditions).chain(of_additions) {
        collect(situation, requirement, &mut found);
    }
    found
}

/// Only what is still open: a part that the kind of work has settled asks nothing.
fn collect(situation: &Situation, requirement: &Requirement, found: &mut BTreeSet<ConceptId>) {
    if situation.judge(requirement) != Status::Unknown {
        return;
    }
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => {
            for part in parts {
                collect(situation, part, found);
            }
        }
        Requirement::OneOf(concept, _) => add(situation, *concept, found),
        Requirement::Bound(concept, _, bound) => {
            add(situation, *concept, found);
            bound.concepts().for_each(|concept| add(situation, concept, found));
        }
    }
}

/// A concept that is derived stands for all that it is derived from.
fn add(situation: &Situation, concept: ConceptId, found: &mut BTreeSet<ConceptId>) {
    if situation.project.given.iter().any(|(known, _)| *known == concept) || !found.insert(concept) {
        return;
    }
    for branch in &situation.book.concept(concept).derivation {
        if branch.when.as_ref().is_none_or(|when| situation.judge(when) > Status::Broken) {
            let mut sources = Vec::new();
            branch.sources(&mut sources);
            for source in sources {
                add(situation, source, found);
            }
        }
    }
}
