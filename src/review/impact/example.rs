//! The case that shows a change: ordinary in everything but what matters, and judged by the engine itself on both sides.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::{Answer, Answers, Situation, Status, assess};
use crate::review::amount;
use crate::review::case;
use crate::review::diagram::{Diagram, Point};
use crate::review::examples::texts_of;
use crate::review::space::{Told, World, versions};
use crate::review::symbolic::{UNDECIDED, number};
use crate::rules::requirements::requirements;
use crate::rules::{Kind, Requirement};

use super::cause::lower;
use super::{Cause, Comparison, Ending, Side};

/// A case that changes.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Example {
    /// How many of its answers are out of the ordinary.
    pub unusual: usize,
    /// It in words: the kind of work and the answers that matter.
    pub words: String,
    /// Every answer, as `assess` reads them.
    pub answers: BTreeMap<String, String>,
    /// What the engine says of it, where that is not what the diagrams say: then something is wrong with this tool.
    pub mismatch: Option<(Ending, Ending)>,
}

/// The ordinary value of each variable, and how far each value is from it.
pub(super) struct Ordinary {
    /// The concepts that the lawyers' example answers.
    known: BTreeSet<String>,
    values: Vec<usize>,
    costs: Vec<Vec<u64>>,
}

/// An answer out of the ordinary costs more than all distances together.
const UNUSUAL: u64 = 1 << 40;

impl Ordinary {
    fn cost(&self, variable: usize, value: usize) -> u64 {
        self.costs.get(variable).and_then(|costs| costs.get(value)).copied().unwrap_or(UNUSUAL)
    }

    fn value(&self, variable: usize) -> usize {
        self.values.get(variable).copied().unwrap_or(0)
    }
}

impl<'a> Comparison<'a> {
    pub(super) fn side(&self, side: usize) -> Side<'a> {
        let [old, new] = self.sides;
        if side == 0 { old } else { new }
    }

    pub(super) fn world(&self, side: usize) -> World<'a> {
        let [old, new] = self.worlds;
        if side == 0 { old } else { new }
    }

    /// What is ordinary: what the lawyers' own examples start from, and else what meets the most requirements.
    pub(super) fn ordinary(&self) -> Ordinary {
        let usual = self.usual_answers();
        let leaves = self.leaves();
        let (mut values, mut costs) = (Vec::new(), Vec::new());
        for variable in 0..self.space.variables.len() {
            let like = self.likeness(variable, &usual, &leaves);
            let best = (0..like.len()).min_by_key(|value| like.get(*value)).unwrap_or(0);
            let cost = |(value, (_, far)): (usize, &(usize, u64))| if value == best { 0 } else { UNUSUAL + far };
            costs.push(like.iter().enumerate().map(cost).collect());
            values.push(best);
        }
        let book = self.side(1).book();
        let known = usual.iter().map(|(id, _)| book.concept(id).id.clone()).collect();
        Ordinary { known, values, costs }
    }

    /// How unlike the usual each value is: the requirements that see a difference, and how far the numbers lie apart.
    fn likeness(&self, variable: usize, usual: &Answers, leaves: &[&Requirement]) -> Vec<(usize, u64)> {
        let world = self.world(1);
        let mut known = Answers::new();
        let mut usually = Vec::new();
        for name in self.space.variables.get(variable).map_or(&[][..], |variable| &variable.concepts) {
            let told = world.book.find_concept(name).and_then(|id| Some((id, usual.get(id)?)));
            usually.push(told.and_then(|(id, answer)| told_as(&world.book.concept(id).kind, answer)));
            if let Some((id, answer)) = told {
                known.set(id, answer);
            }
        }
        let reference =
            (known != Answers::new()).then(|| Situation::new(world.book, world.project, &known, world.date));
        let own = leaves.iter().filter(|leaf| self.space.asked_by(&world, leaf).contains(&variable));
        let own: Vec<&&Requirement> = own.collect();
        let unlike = |value: usize| {
            let here = self.space.situation(&world, &[(variable, value)]);
            let differs = own.iter().filter(|leaf| match &reference {
                Some(reference) => here.judge(leaf) != reference.judge(leaf),
                None => here.judge(leaf) == Status::Broken,
            });
            (differs.count(), far(self.space.value(variable, value), &usually))
        };
        (0..self.space.width(variable)).map(unlike).collect()
    }

    /// Every option and comparison that the new side judges.
    fn leaves(&self) -> Vec<&'a Requirement> {
        let all: Vec<&'a Requirement> = versions(&self.world(1)).into_values().flat_map(requirements).collect();
        let mut leaves = Vec::new();
        for requirement in all {
            collect(requirement, &mut leaves);
        }
        leaves
    }

    fn usual_answers(&self) -> Answers {
        let side = self.side(1);
        let project = self.world(1).project;
        let files = side.rules.sources.examples.iter().filter(|(_, file)| file.project.as_ref() == Some(&project.id));
        let texts =
            files.filter_map(|(_, file)| file.examples.first().and_then(|one| texts_of(side.rules, file, one).ok()));
        let read = texts.filter_map(|texts| case::answers(side.book(), Some(project), &texts).ok());
        read.into_iter().next().unwrap_or_default()
    }

    /// The most ordinary case of some that change.
    pub(super) fn example(
        &self,
        at: Diagram,
        cause: &Cause,
        (from, to): (Ending, Ending),
        ordinary: &Ordinary,
    ) -> Option<Example> {
        let mut point = self.diagrams.cheapest(at, &|variable, value| ordinary.cost(variable, value))?;
        let asked: Vec<bool> = point.iter().map(Option::is_some).collect();
        for (variable, value) in point.iter_mut().enumerate() {
            *value = value.or(Some(ordinary.value(variable)));
        }
        let unusual = point.iter().enumerate().filter(|(n, value)| **value != Some(ordinary.value(*n))).count();
        let said = (self.engine_says(0, &point), self.engine_says(1, &point));
        Some(Example {
            unusual,
            words: self.words(&point, &asked, cause, ordinary),
            answers: self.answers(&point),
            mismatch: (said != (from, to)).then_some(said),
        })
    }

    fn engine_says(&self, side: usize, point: &Point) -> Ending {
        let world = self.world(side);
        let told: Vec<(usize, usize)> =
            point.iter().enumerate().filter_map(|(n, value)| Some((n, (*value)?))).collect();
        let verdict = assess(&self.space.situation(&world, &told));
        Ending::reached(verdict.outcome.map_or(UNDECIDED, number), verdict.may_start(world.book))
    }

    fn answers(&self, point: &Point) -> BTreeMap<String, String> {
        let told = point.iter().enumerate().filter_map(|(n, value)| Some((n, (*value)?)));
        let told = told.flat_map(|(n, value)| self.told(n, value));
        told.filter_map(|(name, told)| Some((name.clone(), self.written(name, told, false)?))).collect()
    }

    fn told(&self, variable: usize, value: usize) -> impl Iterator<Item = (&String, &Told)> {
        let names = self.space.variables.get(variable).map_or(&[][..], |variable| &variable.concepts);
        names.iter().zip(self.space.value(variable, value))
    }

    /// What is out of the ordinary, and what the changed condition reads.
    fn words(&self, point: &Point, asked: &[bool], cause: &Cause, ordinary: &Ordinary) -> String {
        let named = self.world(1).project.name;
        let mut parts = vec![self.side(1).says(named)];
        let read = cause.concepts();
        let told_of = |name: &String, told: &Told| {
            read.contains(name) && (matches!(told, Told::Option(_)) || ordinary.known.contains(name))
        };
        for (variable, value) in point.iter().enumerate().filter_map(|(n, value)| Some((n, (*value)?))) {
            let usual = self.told(variable, ordinary.value(variable)).map(|(_, told)| told);
            for ((name, told), usual) in self.told(variable, value).zip(usual) {
                let matters = told != usual || told_of(name, told) && asked.get(variable) == Some(&true);
                if let Some(words) = self.written(name, told, true).filter(|_| matters) {
                    parts.push(words);
                }
            }
        }
        if parts.len() == 1 {
            parts.push("ellers vanlig".to_owned());
        }
        parts.join(", ")
    }

    /// An answer in words with its name, or as `assess` reads it.
    fn written(&self, name: &str, told: &Told, in_words: bool) -> Option<String> {
        let side =
            [1, 0].into_iter().map(|side| self.side(side)).find(|side| side.book().find_concept(name).is_some())?;
        let concept = side.book().concept(side.book().find_concept(name)?);
        let title = lower(&side.says(concept.name));
        let text = match (told, &concept.kind) {
            (Told::Option(id), Kind::Choice(choices)) if in_words => {
                let choice = choices.iter().find(|choice| choice.id == *id)?;
                return Some(format!("{title}: «{}»", side.says(choice.name)));
            }
            (Told::Option(id), _) if in_words => return Some(format!("{title}: {id}")),
            (Told::Option(id), _) => id.clone(),
            (Told::Number(amount, _), kind) if in_words => amount::said(kind, *amount),
            (Told::Number(amount, _), kind) => amount::written(kind, *amount),
            (Told::Nothing | Told::DontKnow, _) => return None,
        };
        Some(if in_words { format!("{title} {text}") } else { text.replace('\u{a0}', " ") })
    }
}

fn told_as(kind: &Kind, answer: Answer) -> Option<Told> {
    match (answer, kind) {
        (Answer::Number(range), _) => Some(Told::Number(range.low, Some(range.low))),
        (Answer::Option(place), _) => {
            kind.options().get(usize::from(place)).map(|option| Told::Option((*option).to_owned()))
        }
        (Answer::DontKnow, _) => None,
    }
}

/// How far answers lie from the usual; nought is the least usual of all where nothing is known.
fn far(value: &[Told], usual: &[Option<Told>]) -> u64 {
    let each = value.iter().zip(usual).map(|(told, usual)| match (told, usual) {
        (Told::Number(amount, _), Some(Told::Number(usual, _))) => amount.abs_diff(*usual).min(UNUSUAL >> 8),
        (Told::Number(0, _), None) => UNUSUAL >> 8,
        (Told::Number(amount, _), None) => amount.unsigned_abs().min(UNUSUAL >> 9),
        (told, Some(usual)) => u64::from(told != usual),
        (_, None) => 0,
    });
    each.sum()
}

fn collect<'a>(requirement: &'a Requirement, leaves: &mut Vec<&'a Requirement>) {
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => parts.iter().for_each(|part| collect(part, leaves)),
        Requirement::OneOf(..) | Requirement::Bound(..) => leaves.push(requirement),
    }
}
