//! Numbers: which of them the rules hold against one another, and the values that stand for all others.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::date::Date;
use crate::rules::quantity::Unit;
use crate::rules::requirements::requirements;
use crate::rules::{Base, Bound, ConceptId, Given, Kind, Requirement, Value};

use super::linear::{Sum, points};
use super::{Known, Told, World, versions};

/// Numbers that must be taken together.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// Their concepts.
    pub(super) concepts: Vec<String>,
    /// The places of the concepts among all numbers.
    numbers: Vec<usize>,
    /// What changes its sign where a rule sees a difference.
    zeros: BTreeSet<Sum>,
}

/// All numbers among the concepts, in groups.
pub(super) fn groups(worlds: &[World], concepts: &[String]) -> Vec<Group> {
    let names: Vec<String> = concepts.iter().filter(|name| is_number(worlds, name)).cloned().collect();
    let zeros = zeros(worlds, &names);
    let mut group_of: Vec<usize> = (0..names.len()).collect();
    for zero in &zeros {
        let tied: Vec<usize> = zero.times.keys().filter_map(|number| group_of.get(*number).copied()).collect();
        if let Some(first) = tied.iter().min() {
            group_of.iter_mut().filter(|group| tied.contains(group)).for_each(|group| *group = *first);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    group_of.iter().enumerate().for_each(|(number, group)| groups.entry(*group).or_default().push(number));
    let made = groups.into_values().map(|numbers| Group {
        concepts: numbers.iter().filter_map(|number| names.get(*number).cloned()).collect(),
        zeros: zeros.iter().filter(|zero| zero.times.keys().any(|number| numbers.contains(number))).cloned().collect(),
        numbers,
    });
    made.collect()
}

fn is_number(worlds: &[World], concept: &str) -> bool {
    kind(worlds, concept).is_some_and(|kind| matches!(kind, Kind::Number(_) | Kind::Date))
}

fn kind<'a>(worlds: &[World<'a>], concept: &str) -> Option<&'a Kind> {
    worlds.iter().find_map(|world| Some(&world.book.concept(world.book.find_concept(concept)?).kind))
}

/// Every sum whose sign some comparison depends on.
fn zeros(worlds: &[World], names: &[String]) -> BTreeSet<Sum> {
    let mut zeros = BTreeSet::new();
    for world in worlds {
        let reader = Reader { world, names };
        let all = versions(world).into_values().flat_map(requirements);
        all.for_each(|requirement| reader.zeros(requirement, &mut zeros));
    }
    zeros.retain(|zero| !zero.times.is_empty());
    zeros
}

/// Reads comparisons as sums of numbers.
struct Reader<'a> {
    world: &'a World<'a>,
    names: &'a [String],
}

impl Reader<'_> {
    fn zeros(&self, requirement: &Requirement, into: &mut BTreeSet<Sum>) {
        match requirement {
            Requirement::All(parts) | Requirement::Any(parts) => parts.iter().for_each(|part| self.zeros(part, into)),
            Requirement::OneOf(..) => {}
            Requirement::Bound(concept, _, bound) => self.compared(*concept, bound, into),
        }
    }

    fn compared(&self, concept: ConceptId, bound: &Bound, into: &mut BTreeSet<Sum>) {
        into.extend(self.direct(concept, bound));
        core::iter::once(concept).chain(bound.concepts()).for_each(|concept| self.behind(concept, into));
    }

    /// The sums of the comparison itself.
    fn direct(&self, concept: ConceptId, bound: &Bound) -> BTreeSet<Sum> {
        let mut zeros = BTreeSet::new();
        let (limits, scale) = self.limits(bound, &mut zeros);
        for value in self.forms(concept) {
            for limit in &limits {
                zeros.insert(value.clone().scaled(scale).minus(limit));
            }
        }
        zeros
    }

    /// What the conditions behind a derived number compare.
    fn behind(&self, concept: ConceptId, into: &mut BTreeSet<Sum>) {
        for branch in &self.world.book.concept(concept).derivation {
            branch.when.iter().for_each(|when| self.zeros(when, into));
            self.behind_value(&branch.value, into);
        }
    }

    fn behind_value(&self, value: &Value, into: &mut BTreeSet<Sum>) {
        match value {
            Value::Literal(_) => {}
            Value::Of(concept) => self.behind(*concept, into),
            Value::Sum(parts) => parts.iter().for_each(|part| self.behind_value(part, into)),
        }
    }

    fn limits(&self, bound: &Bound, zeros: &mut BTreeSet<Sum>) -> (Vec<Sum>, i64) {
        let (mut limits, scale) = match bound.base {
            Base::Literal(amount) => (vec![Sum::constant(amount)], 1),
            Base::Fraction(numerator, denominator, concept) => {
                (self.forms(concept).into_iter().map(|form| form.scaled(numerator)).collect(), denominator)
            }
            Base::Table(table, date) => {
                let rows = &self.world.book.table(table).rows;
                for form in self.forms(date) {
                    zeros.extend(rows.iter().map(|(from, _)| form.clone().minus(&Sum::constant(from.number()))));
                }
                (rows.iter().map(|(_, amount)| Sum::constant(*amount)).collect(), 1)
            }
        };
        if let Some((concept, threshold)) = bound.raised_by {
            for form in self.forms(concept) {
                let over = form.minus(&Sum::constant(threshold));
                let raised: Vec<Sum> =
                    limits.iter().map(|limit| limit.clone().plus(&over.clone().scaled(scale))).collect();
                limits.extend(raised);
                zeros.insert(over);
            }
        }
        (limits, scale)
    }

    /// Every sum that a concept's value can be.
    fn forms(&self, concept: ConceptId) -> Vec<Sum> {
        let given = self.world.project.given.iter().find(|(id, _)| *id == concept);
        if let Some((_, Given::Number(range))) = given {
            return vec![Sum::constant(range.low)];
        }
        let asked = self.world.book.concept(concept);
        if asked.derivation.is_empty() {
            let place = self.names.iter().position(|name| *name == asked.id);
            return place.map(Sum::of).into_iter().collect();
        }
        asked.derivation.iter().flat_map(|branch| self.forms_of(&branch.value)).collect()
    }

    fn forms_of(&self, value: &Value) -> Vec<Sum> {
        match value {
            Value::Literal(amount) => vec![Sum::constant(*amount)],
            Value::Of(concept) => self.forms(*concept),
            Value::Sum(parts) => parts.iter().fold(vec![Sum::default()], |sums, part| {
                let forms = self.forms_of(part);
                sums.iter().flat_map(|sum| forms.iter().map(|form| sum.clone().plus(form))).collect()
            }),
        }
    }
}

/// A way of telling a number: exactly, or so; what is told so has ends that count as limits beside other numbers.
#[derive(Clone, Debug)]
struct Way {
    /// `None` is exactly.
    told: Option<Told>,
    ends: Vec<i64>,
}

impl Way {
    /// What is told of an amount in this way; `None` where it does not lie within the ends.
    fn tell(&self, amount: i64) -> Option<Told> {
        match &self.told {
            None => Some(Told::Number(amount, Some(amount))),
            Some(Told::Number(low, high)) if amount < *low || high.is_some_and(|high| amount > high) => None,
            Some(told) => Some(told.clone()),
        }
    }
}

/// One case of all the numbers of a group, told in every way: each place is a way for each number.
pub(super) type Case = BTreeMap<Vec<usize>, Vec<Told>>;

impl Group {
    /// Cases that stand for all others, each told in every way.
    ///
    /// A point in every part of the space that some way of telling can tell apart: the ends of each way count as limits.
    pub(super) fn cases(&self, worlds: &[World], known: Known) -> Vec<Case> {
        let ways: Vec<Vec<Way>> = (0..self.numbers.len()).map(|place| self.ways(worlds, place, known)).collect();
        let mut zeros = self.zeros.clone();
        for (number, ways) in self.numbers.iter().zip(&ways) {
            let ends: BTreeSet<i64> = ways.iter().flat_map(|way| way.ends.iter().copied()).collect();
            let fixed = zeros.iter().flat_map(|zero| ends.iter().map(|end| zero.with(*number, *end)));
            let own = ends.iter().filter(|end| **end > 0).map(|end| Sum::of(*number).minus(&Sum::constant(*end)));
            let more: BTreeSet<Sum> = fixed.chain(own).filter(|zero| !zero.times.is_empty()).collect();
            zeros.extend(more);
        }
        let between = |number: usize, low: i64, high: Option<i64>| {
            let concept = self.numbers.iter().position(|own| *own == number).and_then(|place| self.concepts.get(place));
            between(concept.and_then(|concept| kind(worlds, concept)), low, high)
        };
        points(&self.numbers, &zeros, &between).iter().map(|point| told_in_every_way(point, &ways)).collect()
    }

    fn ways(&self, worlds: &[World], place: usize, known: Known) -> Vec<Way> {
        let mut ways = vec![Way { told: None, ends: Vec::new() }];
        let (Some(concept), Known::Some) = (self.concepts.get(place), known) else { return ways };
        let mut also = |told: Told, ends: Vec<i64>| {
            if !ways.iter().any(|way| way.told.as_ref() == Some(&told)) {
                ways.push(Way { told: Some(told), ends });
            }
        };
        also(Told::Nothing, vec![0]);
        for world in worlds {
            let id = world.book.find_concept(concept);
            let Some(question) = id.and_then(|id| world.book.concept(id).question.as_ref()) else { continue };
            if question.unsure.is_some() {
                also(Told::DontKnow, vec![0]);
            }
            for quick in &question.quick {
                also(Told::Number(quick.low, quick.high), core::iter::once(quick.low).chain(quick.high).collect());
            }
        }
        if kind(worlds, concept) == Some(&Kind::Date) {
            self.years(place).into_iter().for_each(|(low, high)| also(Told::Number(low, Some(high)), vec![low, high]));
        }
        ways
    }

    /// A year alone is an answer to a date; it can lie on both sides of a day that matters.
    fn years(&self, place: usize) -> BTreeSet<(i64, i64)> {
        let own = self.numbers.get(place);
        let days = self.zeros.iter().filter(|zero| zero.times.keys().eq(own)).map(|zero| zero.constant.abs());
        days.map(|day| day / 10_000).map(|year| (year * 10_000 + 101, year * 10_000 + 1231)).collect()
    }

    /// Every comparison that holds numbers of this group against something.
    pub(super) fn comparisons<'a, 'b>(&self, worlds: &'b [World<'a>]) -> Vec<(&'b World<'a>, &'a Requirement)> {
        let mut found = Vec::new();
        for world in worlds {
            for requirement in versions(world).into_values().flat_map(requirements) {
                collect(world, requirement, &mut found);
            }
        }
        let names = &names_of_all(worlds);
        let own = |(world, requirement): &(&World, &Requirement)| {
            let Requirement::Bound(concept, _, bound) = requirement else { return false };
            let zeros = Reader { world, names }.direct(*concept, bound);
            zeros.iter().any(|zero| zero.times.keys().any(|number| self.is_own(names, *number)))
        };
        found.retain(own);
        found
    }

    fn is_own(&self, names: &[String], number: usize) -> bool {
        names.get(number).is_some_and(|name| self.concepts.contains(name))
    }
}

fn names_of_all(worlds: &[World]) -> Vec<String> {
    let concepts = worlds.iter().flat_map(|world| &world.book.concepts);
    let mut names: Vec<String> = concepts.map(|concept| concept.id.clone()).collect();
    names.sort();
    names.dedup();
    names
}

/// Every comparison in a requirement, and behind the numbers that it compares.
fn collect<'a, 'b>(
    world: &'b World<'a>,
    requirement: &'a Requirement,
    found: &mut Vec<(&'b World<'a>, &'a Requirement)>,
) {
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => {
            for part in parts {
                collect(world, part, found);
            }
        }
        Requirement::OneOf(..) => {}
        Requirement::Bound(concept, _, bound) => {
            found.push((world, requirement));
            let mut left: Vec<ConceptId> = core::iter::once(*concept).chain(bound.concepts()).collect();
            let mut seen = BTreeSet::new();
            while let Some(concept) = left.pop() {
                if !seen.insert(concept) {
                    continue;
                }
                for branch in &world.book.concept(concept).derivation {
                    branch.when.iter().for_each(|when| collect(world, when, found));
                    branch.sources(&mut left);
                }
            }
        }
    }
}

/// Which class may become which when one number of a case is told better.
pub(super) fn becomes(cases: &[Case], class_of: &BTreeMap<Vec<Told>, usize>, classes: usize) -> Vec<BTreeSet<usize>> {
    let mut becomes = vec![BTreeSet::new(); classes];
    for case in cases {
        for (ways, told) in case {
            let Some(class) = class_of.get(told) else { continue };
            for more in told_better(case, ways, told) {
                let better = class_of.get(more).filter(|better| *better != class);
                if let (Some(set), Some(better)) = (becomes.get_mut(*class), better) {
                    set.insert(*better);
                }
            }
        }
    }
    becomes
}

/// The same case with one number told better.
fn told_better<'a>(case: &'a Case, ways: &'a [usize], told: &'a [Told]) -> impl Iterator<Item = &'a Vec<Told>> {
    case.iter().filter_map(move |(other, more)| {
        let one = ways.iter().zip(other).filter(|(a, b)| a != b).count() == 1;
        (one && told.iter().zip(more).all(|(told, more)| told.may_become(more))).then_some(more)
    })
}

fn told_in_every_way(point: &[i64], ways: &[Vec<Way>]) -> Case {
    let start = Case::from([(Vec::new(), Vec::new())]);
    point.iter().zip(ways).fold(start, |case, (amount, ways)| {
        let mut longer = Case::new();
        for (place, way) in ways.iter().enumerate() {
            let Some(told) = way.tell(*amount) else { continue };
            for (places, all) in &case {
                longer.insert([places.clone(), vec![place]].concat(), [all.clone(), vec![told.clone()]].concat());
            }
        }
        longer
    })
}

/// A number between two others, such as people would answer: round, and near the lower one. Round numbers can also be
/// halved and divided by three and five, so that what depends on such parts has a number to stand for it.
fn between(kind: Option<&Kind>, low: i64, high: Option<i64>) -> Option<i64> {
    let fits = |amount: &i64| *amount > low && high.is_none_or(|high| *amount < high);
    match kind {
        Some(Kind::Date) => day_between(low, high),
        Some(Kind::Number(Unit::Count)) => Some(low + 1).filter(fits),
        _ => [3_000, 1_500, 300, 150, 30, 1].iter().map(|step| (low / step + 1) * step).find(fits),
    }
}

fn day_between(low: i64, high: Option<i64>) -> Option<i64> {
    let first = low.max(19_000_101) + 1;
    let is_day = |day: &i64| Date::numbered(*day).is_some();
    (first..first + 10_000).take_while(|day| high.is_none_or(|high| *day < high)).find(is_day)
}
