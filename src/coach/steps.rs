//! From measures to the answer, step by step.

use core::cmp::Ordering;

use crate::rules::quantity::Unit;
use crate::rules::working::{Counted, Operation, Side, Term, Variant};

use super::exact::Exact;
use super::inputs::Known;
use super::{Fault, Place, Sort};

/// A step that is made, with what it was made of.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Made {
    /// Which step.
    pub step: usize,
    /// For which part, from 0.
    pub row: Option<usize>,
    /// What went into it, in order.
    pub from: Vec<(Term, Exact)>,
    /// What came of it; `None` where it does not count.
    pub value: Option<Exact>,
}

/// Everything known so far.
pub(super) struct Bench<'a> {
    variant: &'a Variant,
    measures: Vec<Vec<Vec<Known>>>,
    steps: Vec<Vec<Known>>,
    /// The steps that could be made, in order.
    pub(super) made: Vec<Made>,
}

impl<'a> Bench<'a> {
    pub(super) const fn new(variant: &'a Variant, measures: Vec<Vec<Vec<Known>>>) -> Self {
        Self { variant, measures, steps: Vec::new(), made: Vec::new() }
    }

    /// Makes every step that can be made.
    pub(super) fn work(&mut self, faults: &mut Vec<Fault>) {
        for (place, step) in self.variant.steps.iter().enumerate() {
            let rows: Vec<Option<usize>> = match step.each {
                Some(group) => {
                    let rows = self.measures.get(usize::from(group)).map_or(0, Vec::len);
                    (0..rows).map(Some).collect()
                }
                None => vec![None],
            };
            let made = rows.into_iter().map(|row| self.make(place, &step.operation, row, faults)).collect();
            self.steps.push(made);
        }
    }

    /// The answer.
    pub(super) fn last(&self) -> Option<Exact> {
        match self.steps.last().and_then(|rows| rows.first()) {
            Some(Known::Amount(value)) => Some(*value),
            _ => None,
        }
    }

    fn make(&mut self, place: usize, operation: &Operation, row: Option<usize>, faults: &mut Vec<Fault>) -> Known {
        let mut from = Vec::new();
        for term in operation.terms() {
            for known in self.gather(place, term, row) {
                match known {
                    Known::Missing => return Known::Missing,
                    Known::Amount(value) => from.push((term, value)),
                    Known::Absent => {}
                }
            }
        }
        match value(operation, &from) {
            Ok(None) if from.is_empty() => Known::Absent,
            Ok(value) => {
                self.made.push(Made { step: place, row, from, value });
                value.map_or(Known::Absent, Known::Amount)
            }
            Err(sort) => {
                faults.push(Fault { place: Place::Step { step: place, row }, sort });
                Known::Missing
            }
        }
    }

    /// What a term stands for: the part in hand, or all parts.
    fn gather(&self, place: usize, term: Term, row: Option<usize>) -> Vec<Known> {
        let own = self.variant.steps.get(place).and_then(|step| step.each);
        let rows: Vec<Known> = match term {
            Term::Measure(group, measure) => {
                let rows = self.measures.get(usize::from(group)).into_iter().flatten();
                rows.filter_map(|row| row.get(usize::from(measure)).copied()).collect()
            }
            Term::Step(step) => self.steps.get(usize::from(step)).cloned().unwrap_or_default(),
        };
        match (self.variant.several(term), row) {
            (Some(group), Some(row)) if own == Some(group) => rows.get(row).copied().into_iter().collect(),
            _ => rows,
        }
    }
}

/// What an operation gives; `None` where it has nothing to give.
fn value(operation: &Operation, from: &[(Term, Exact)]) -> Result<Option<Exact>, Sort> {
    let values: Vec<Exact> = from.iter().map(|(_, value)| *value).collect();
    let Some((first, others)) = values.split_first() else { return Ok(None) };
    let whole = |made: Option<Exact>| made.map(Some).ok_or(Sort::TooLarge);
    match operation {
        Operation::Sum(_) => whole(others.iter().try_fold(*first, |sum, other| sum.plus(*other))),
        Operation::Product(terms) if values.len() < terms.len() => Ok(None),
        Operation::Product(_) => whole(others.iter().try_fold(*first, |product, other| product.times(*other))),
        Operation::Less(terms) => less(terms, from),
        Operation::Mean(_) => {
            let sum = others.iter().try_fold(*first, |sum, other| sum.plus(*other));
            let many = i64::try_from(values.len()).ok().map(|many| Exact::of(many, Unit::Count));
            whole(sum.zip(many).and_then(|(sum, many)| sum.shared(many)))
        }
        Operation::Largest(_) => whole(farthest(*first, others, Ordering::Greater)),
        Operation::Smallest(_) => whole(farthest(*first, others, Ordering::Less)),
        Operation::Double(_) => whole(first.times_whole(2)),
        Operation::Half(_) => whole(first.shared(Exact::of(2, Unit::Count))),
        Operation::Apart(..) => match others.first() {
            Some(other) => whole(apart(*first, *other)),
            None => Ok(None),
        },
        Operation::Share(..) => match others.first() {
            Some(whole) if whole.is_zero() => Err(Sort::ByNothing),
            Some(by) => whole(first.shared(*by).and_then(|share| share.times_whole(100 * Unit::Percent.scale()))),
            None => Ok(None),
        },
        Operation::Counted(counted) => counted_value(counted, from),
    }
}

/// The first less the others. Nothing to take from is nothing; more taken than there is, is a fault.
fn less(terms: &[Term], from: &[(Term, Exact)]) -> Result<Option<Exact>, Sort> {
    let Some(((term, whole), others)) = from.split_first() else { return Ok(None) };
    if Some(term) != terms.first() {
        return Ok(None);
    }
    let left = others.iter().try_fold(*whole, |left, (_, other)| left.minus(*other)).ok_or(Sort::TooLarge)?;
    if left.is_below_zero() { Err(Sort::BelowZero) } else { Ok(Some(left)) }
}

fn farthest(first: Exact, others: &[Exact], way: Ordering) -> Option<Exact> {
    others.iter().try_fold(first, |best, other| Some(if other.against(best)? == way { *other } else { best }))
}

fn apart(one: Exact, other: Exact) -> Option<Exact> {
    if one.against(other)? == Ordering::Less { other.minus(one) } else { one.minus(other) }
}

fn counted_value(counted: &Counted, from: &[(Term, Exact)]) -> Result<Option<Exact>, Sort> {
    let [(_, what), (_, when)] = from else { return Ok(None) };
    let way = if counted.side == Side::Over { Ordering::Greater } else { Ordering::Less };
    let counts = when.against(Exact::of(counted.limit, Unit::Metre)).ok_or(Sort::TooLarge)? == way;
    Ok(counts.then_some(*what))
}
