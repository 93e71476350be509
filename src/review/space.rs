//! Everything that can be answered about a kind of work, reduced to the answers that the rules can tell apart.
//!
//! A yes or no, an option, "don't know" and nothing at all are what they are. A number is reduced to the limits that the
//! rules mention and one number between each two. Numbers that a rule holds against one another (a distance against half a
//! height, a loft against a third of its storey) are taken together: one value for each combination that the rules can tell
//! apart and that can occur.

mod linear;
mod numbers;

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::{Answer, Answers, Situation};
use crate::rules::date::Date;
use crate::rules::range::Range;
use crate::rules::requirements::requirements;
use crate::rules::{ConceptId, Kind, Project, Requirement, RuleBook, RuleId, Version};

/// One kind of work under the law of one day.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// The law.
    pub book: &'a RuleBook,
    /// The kind of work.
    pub project: &'a Project,
    /// The day on which the works start.
    pub date: Date,
}

/// An answer in the names of the rule files, so that two rule books can be asked the same.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Told {
    /// Not asked, or not answered yet.
    Nothing,
    /// Asked, and not known.
    DontKnow,
    /// One of the options, by name.
    Option(String),
    /// A number, exactly or within ends.
    Number(i64, Option<i64>),
}

impl Told {
    /// Whether it is all that can be told.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        match self {
            Self::Option(_) => true,
            Self::Number(low, high) => *high == Some(*low),
            Self::Nothing | Self::DontKnow => false,
        }
    }

    /// Whether another answer may come after this one: nothing may become anything, what is not known may become known, and
    /// ends may close.
    #[must_use]
    pub fn may_become(&self, more: &Self) -> bool {
        match (self, more) {
            (Self::Nothing, _) => true,
            (Self::DontKnow, more) => *more == Self::DontKnow || more.is_exact(),
            (Self::Number(low, high), Self::Number(own_low, own_high)) => {
                low <= own_low && high.is_none_or(|high| own_high.is_some_and(|own| own <= high))
            }
            (told, more) => told == more,
        }
    }

    /// Whether nobody would ask again.
    #[must_use]
    pub fn is_answer(&self) -> bool {
        *self == Self::DontKnow || self.is_exact()
    }
}

/// Concepts that must be answered together, and what can be answered.
#[derive(Clone, Debug)]
pub struct Variable {
    /// The concepts, by name.
    pub concepts: Vec<String>,
    /// The values: one answer for each concept.
    pub values: Vec<Vec<Told>>,
    /// What each value may become when one more thing is told.
    becomes: Vec<BTreeSet<usize>>,
}

/// All variables of some worlds, in the order of asking.
#[derive(Clone, Debug)]
pub struct Space {
    /// The variables.
    pub variables: Vec<Variable>,
    places: BTreeMap<String, usize>,
}

/// Whether what is not known is part of the space.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Known {
    /// Every question is answered exactly.
    All,
    /// Anything may be unasked, unknown, or known within ends only.
    Some,
}

impl Space {
    /// The space that all of these worlds share.
    #[must_use]
    pub fn of(worlds: &[World], known: Known) -> Self {
        let concepts = asked(worlds);
        let groups = numbers::groups(worlds, &concepts);
        let mut space = Self { variables: Vec::new(), places: BTreeMap::new() };
        for concept in &concepts {
            if space.places.contains_key(concept) {
                continue;
            }
            let group = groups.iter().find(|group| group.concepts.contains(concept));
            let members = group.map_or(core::slice::from_ref(concept), |group| &group.concepts).to_vec();
            space.places.extend(members.iter().map(|name| (name.clone(), space.variables.len())));
            let values = if group.is_some() { Vec::new() } else { options(worlds, concept, known) };
            let becomes = more_told(&values);
            space.variables.push(Variable { concepts: members, values, becomes });
        }
        // Numbers that stand alone first: what is told apart among the others may depend on them.
        let (alone, together): (Vec<_>, Vec<_>) = groups.iter().partition(|group| group.concepts.len() == 1);
        for group in alone.into_iter().chain(together) {
            space.tell_apart(worlds, group, &group.cases(worlds, known));
        }
        space
    }

    /// Of the ways to tell a group's numbers, keeps one for each that the rules can tell apart, and which may become which
    /// when more is told.
    fn tell_apart(&mut self, worlds: &[World], group: &numbers::Group, cases: &[numbers::Case]) {
        let Some(place) = group.concepts.first().and_then(|name| self.place_of(name)) else { return };
        let all: BTreeSet<&Vec<Told>> = cases.iter().flat_map(BTreeMap::values).collect();
        // Round numbers, and what is known, first: they stand for the rest.
        let mut values: Vec<Vec<Told>> = all.into_iter().cloned().collect();
        values.sort_by_key(|value| value.iter().filter(|told| !told.is_exact()).count());
        if let Some(variable) = self.variables.get_mut(place) {
            variable.values.clone_from(&values);
        }
        let signatures = match group.concepts.as_slice() {
            [_] => values.iter().map(|value| vec![Signature::Alone(value.clone())]).collect(),
            _ => self.signatures(worlds, place, group),
        };
        let mut classes: BTreeMap<Vec<Signature>, usize> = BTreeMap::new();
        let mut class_of: BTreeMap<Vec<Told>, usize> = BTreeMap::new();
        let mut kept = Vec::new();
        for (value, signature) in values.into_iter().zip(signatures) {
            let next = classes.len();
            let class = *classes.entry(signature).or_insert(next);
            if class == next {
                kept.push(value.clone());
            }
            class_of.insert(value, class);
        }
        let becomes = numbers::becomes(cases, &class_of, kept.len());
        if let Some(variable) = self.variables.get_mut(place) {
            variable.values = kept;
            variable.becomes = becomes;
        }
    }

    /// What every comparison in the group makes of each value.
    fn signatures(&self, worlds: &[World], place: usize, group: &numbers::Group) -> Vec<Vec<Signature>> {
        let values = self.variables.get(place).map_or(&[][..], |variable| &variable.values);
        let mut signatures: Vec<Vec<Signature>> = values.iter().map(|value| vec![Signature::of_form(value)]).collect();
        for (world, requirement) in group.comparisons(worlds) {
            let asked = self.asked_by(world, requirement);
            let others: Vec<usize> = asked.into_iter().filter(|other| *other != place).collect();
            for other in self.combinations(&others) {
                for (value, signature) in signatures.iter_mut().enumerate() {
                    let mut point = other.clone();
                    point.push((place, value));
                    let weighed = self.situation(world, &point).weighed(requirement);
                    signature.push(Signature::Judged(weighed.status, weighed.missing, weighed.unsure));
                }
            }
        }
        signatures
    }

    /// Whether a value may become another when more is told.
    #[must_use]
    pub fn may_become(&self, variable: usize, value: usize, other: usize) -> bool {
        let becomes = self.variables.get(variable).and_then(|variable| variable.becomes.get(value));
        becomes.is_some_and(|becomes| becomes.contains(&other))
    }

    /// The value of a variable of which nothing is told.
    #[must_use]
    pub fn nothing(&self, variable: usize) -> Option<usize> {
        let values = self.variables.get(variable)?.values.iter();
        values.into_iter().position(|value| value.iter().all(|told| *told == Told::Nothing))
    }

    /// The values in which nothing more would be asked, that a value is or may become.
    #[must_use]
    pub fn answered(&self, variable: usize, value: usize) -> Vec<usize> {
        let (mut left, mut seen) = (vec![value], BTreeSet::from([value]));
        while let Some(next) = left.pop() {
            let becomes = self.variables.get(variable).and_then(|variable| variable.becomes.get(next));
            left.extend(becomes.into_iter().flatten().copied().filter(|more| seen.insert(*more)));
        }
        // What is answered stays so: "don't know" is an answer.
        let stays = self.value(variable, value).iter().all(Told::is_answer);
        if stays {
            return vec![value];
        }
        seen.retain(|value| self.value(variable, *value).iter().all(Told::is_answer));
        seen.into_iter().collect()
    }

    /// Every combination of values of these variables.
    fn combinations(&self, variables: &[usize]) -> Vec<Vec<(usize, usize)>> {
        variables.iter().fold(vec![Vec::new()], |points, variable| {
            let widths = self.width(*variable);
            let more = |point: &Vec<(usize, usize)>| {
                let point = point.clone();
                (0..widths).map(move |value| [point.clone(), vec![(*variable, value)]].concat()).collect::<Vec<_>>()
            };
            points.iter().flat_map(more).collect()
        })
    }

    /// How many values a variable has.
    #[must_use]
    pub fn width(&self, variable: usize) -> usize {
        self.variables.get(variable).map_or(0, |variable| variable.values.len())
    }

    /// How many values each variable has.
    #[must_use]
    pub fn widths(&self) -> Vec<usize> {
        self.variables.iter().map(|variable| variable.values.len()).collect()
    }

    /// A value of a variable.
    #[must_use]
    pub fn value(&self, variable: usize, value: usize) -> &[Told] {
        self.variables.get(variable).and_then(|variable| variable.values.get(value)).map_or(&[], Vec::as_slice)
    }

    /// The variables that a requirement depends on, ascending.
    #[must_use]
    pub fn asked_by(&self, world: &World, requirement: &Requirement) -> Vec<usize> {
        let mut asked = BTreeSet::new();
        for concept in sources(world.book, requirement) {
            if !is_given(world, concept) {
                asked.extend(self.places.get(&world.book.concept(concept).id));
            }
        }
        asked.into_iter().collect()
    }

    /// The variable that a concept belongs to.
    #[must_use]
    pub fn place_of(&self, concept: &str) -> Option<usize> {
        self.places.get(concept).copied()
    }

    /// A case: what is not told is not asked.
    #[must_use]
    pub fn situation<'a>(&self, world: &World<'a>, told: &[(usize, usize)]) -> Situation<'a> {
        let mut answers = Answers::new();
        for (variable, value) in told {
            let Some(variable) = self.variables.get(*variable) else { continue };
            let Some(value) = variable.values.get(*value) else { continue };
            for (concept, told) in variable.concepts.iter().zip(value) {
                if let Some((id, answer)) = answer(world.book, concept, told) {
                    answers.set(id, answer);
                }
            }
        }
        Situation::new(world.book, world.project, &answers, world.date)
    }
}

/// What cannot be told apart must agree in this.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Signature {
    Alone(Vec<Told>),
    Form(Vec<u8>),
    Judged(crate::engine::Status, crate::engine::ConceptSet, crate::engine::ConceptSet),
}

impl Signature {
    fn of_form(value: &[Told]) -> Self {
        let form = |told: &Told| match told {
            Told::Nothing => 0,
            Told::DontKnow => 1,
            Told::Option(_) => 2,
            Told::Number(..) if told.is_exact() => 3,
            Told::Number(..) => 4,
        };
        Self::Form(value.iter().map(form).collect())
    }
}

fn answer(book: &RuleBook, concept: &str, told: &Told) -> Option<(ConceptId, Answer)> {
    let id = book.find_concept(concept)?;
    let answer = match (told, &book.concept(id).kind) {
        (Told::DontKnow, _) => Answer::DontKnow,
        (Told::Option(name), kind) => {
            Answer::Option(u8::try_from(kind.options().iter().position(|option| option == name)?).ok()?)
        }
        (Told::Nothing, _) => return None,
        (Told::Number(low, high), _) => Answer::Number(Range { low: *low, high: *high }),
    };
    Some((id, answer))
}

fn is_given(world: &World, concept: ConceptId) -> bool {
    world.project.given.iter().any(|(given, _)| *given == concept)
}

/// The days on which some part of the law changes, from the first that the book covers: between two of them nothing does.
#[must_use]
pub fn days(book: &RuleBook) -> Vec<Date> {
    core::iter::successors(Some(book.covers_from), |day| book.next_change(*day)).collect()
}

/// The asked concepts that a requirement rests on, through what is derived.
#[must_use]
pub fn sources(book: &RuleBook, requirement: &Requirement) -> BTreeSet<ConceptId> {
    let mut left = Vec::new();
    requirement.concepts(&mut left);
    let (mut seen, mut asked) = (BTreeSet::new(), BTreeSet::new());
    while let Some(concept) = left.pop() {
        if !seen.insert(concept) {
            continue;
        }
        let derivation = &book.concept(concept).derivation;
        if derivation.is_empty() {
            asked.insert(concept);
        }
        for branch in derivation {
            branch.sources(&mut left);
        }
    }
    asked
}

/// The versions in force that can be judged for a kind of work, each rule once.
#[must_use]
pub fn versions<'a>(world: &World<'a>) -> BTreeMap<RuleId, &'a Version> {
    let mut left: Vec<RuleId> = world.project.tries.iter().chain(&world.project.beside).copied().collect();
    let mut found = BTreeMap::new();
    while let Some(rule) = left.pop() {
        let Some(version) = world.book.version(rule, world.date) else { continue };
        if found.insert(rule, version).is_none() {
            left.extend(version.presupposes.iter().chain(&version.beside));
        }
    }
    found
}

/// The concepts that may be asked in these worlds, in the order of asking.
fn asked(worlds: &[World]) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for world in worlds {
        let order = world.book.parts.iter().flat_map(|part| &part.steps).flat_map(|step| &step.concepts);
        let order: Vec<ConceptId> = order.copied().collect();
        let all = versions(world).into_values().flat_map(requirements);
        let all: BTreeSet<ConceptId> = all.flat_map(|requirement| sources(world.book, requirement)).collect();
        for concept in all.into_iter().filter(|concept| !is_given(world, *concept)) {
            let place = order.iter().position(|other| *other == concept).unwrap_or(usize::MAX);
            let name = &world.book.concept(concept).id;
            if !found.iter().any(|(_, known)| known == name) {
                found.push((place, name.clone()));
            }
        }
    }
    found.sort();
    found.into_iter().map(|(_, name)| name).collect()
}

/// Of values that are all told apart, what each may become.
fn more_told(values: &[Vec<Told>]) -> Vec<BTreeSet<usize>> {
    let more = |value: &Vec<Told>| {
        let others = values.iter().enumerate().filter(|(_, other)| *other != value);
        others
            .filter(|(_, other)| value.iter().zip(*other).all(|(told, more)| told.may_become(more)))
            .map(|(place, _)| place)
            .collect()
    };
    values.iter().map(more).collect()
}

/// What can be answered where one chooses.
fn options(worlds: &[World], concept: &str, known: Known) -> Vec<Vec<Told>> {
    let mut values: Vec<Told> = Vec::new();
    let mut may_be_unsure = false;
    for world in worlds {
        let Some(id) = world.book.find_concept(concept) else { continue };
        let asked = world.book.concept(id);
        may_be_unsure |= asked.question.as_ref().is_some_and(|question| question.unsure.is_some());
        for name in shown(world, id, &asked.kind) {
            if !values.contains(&Told::Option(name.clone())) {
                values.push(Told::Option(name));
            }
        }
    }
    if known == Known::Some {
        values.push(Told::Nothing);
        values.extend(may_be_unsure.then_some(Told::DontKnow));
    }
    values.into_iter().map(|value| vec![value]).collect()
}

/// The options that the kind of work offers.
fn shown(world: &World, concept: ConceptId, kind: &Kind) -> Vec<String> {
    let adapted = world.project.adapted.iter().find(|(id, _)| *id == concept).and_then(|(_, adapted)| adapted.options);
    let options = kind.options();
    let shown = options.into_iter().enumerate().filter(|(place, _)| adapted.is_none_or(|bits| bits >> place & 1 == 1));
    shown.map(|(_, option)| option.to_owned()).collect()
}
