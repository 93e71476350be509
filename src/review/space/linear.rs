//! Sums of numbers, where they are nought, and one point in every part of the space that such sums divide.
//!
//! What a comparison of measures depends on is the sign of a few sums. Two cases with the same signs are the same case, so
//! one point for each combination of signs that occurs stands for all of them. Which combinations occur is decided exactly,
//! by eliminating one number after the other.

use std::collections::{BTreeMap, BTreeSet};

/// A sum of whole multiples of numbers, and a constant.
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Sum {
    pub(super) times: BTreeMap<usize, i64>,
    pub(super) constant: i64,
}

impl Sum {
    pub(super) fn constant(constant: i64) -> Self {
        Self { times: BTreeMap::new(), constant }
    }

    pub(super) fn of(number: usize) -> Self {
        Self { times: BTreeMap::from([(number, 1)]), constant: 0 }
    }

    pub(super) fn scaled(mut self, factor: i64) -> Self {
        self.times.values_mut().for_each(|times| *times = times.saturating_mul(factor));
        self.times.retain(|_, times| *times != 0);
        self.constant = self.constant.saturating_mul(factor);
        self
    }

    pub(super) fn plus(mut self, other: &Self) -> Self {
        for (number, times) in &other.times {
            *self.times.entry(*number).or_default() += times;
        }
        self.times.retain(|_, times| *times != 0);
        self.constant = self.constant.saturating_add(other.constant);
        self
    }

    pub(super) fn minus(self, other: &Self) -> Self {
        self.plus(&other.clone().scaled(-1))
    }

    /// The sum with a number put in.
    pub(super) fn with(&self, number: usize, amount: i64) -> Self {
        let mut made = self.clone();
        if let Some(times) = made.times.remove(&number) {
            made.constant = made.constant.saturating_add(times.saturating_mul(amount));
        }
        made
    }

    /// The same zero, written in one way: without a common factor, and beginning with a plus.
    fn normal(self) -> Self {
        let divisor = self.times.values().fold(self.constant.abs(), |divisor, times| common(divisor, times.abs()));
        let negative = self.times.values().next().is_some_and(|times| *times < 0);
        let sign = if negative { -1 } else { 1 };
        if divisor == 0 {
            return self;
        }
        let times = self.times.into_iter().map(|(number, times)| (number, sign * times / divisor)).collect();
        Self { times, constant: sign * self.constant / divisor }
    }
}

const fn common(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { common(b, a % b) }
}

/// Points for these numbers, in order: at least one in every part of the space, no number below nought.
///
/// `between` picks a whole number strictly between two, the last having no end above.
pub(super) fn points(
    numbers: &[usize],
    zeros: &BTreeSet<Sum>,
    between: &dyn Fn(usize, i64, Option<i64>) -> Option<i64>,
) -> Vec<Vec<i64>> {
    let Some((last, earlier)) = numbers.split_last() else { return vec![Vec::new()] };
    let zeros: BTreeSet<Sum> = zeros.iter().cloned().map(Sum::normal).collect();
    let (here, below): (Vec<_>, Vec<_>) = zeros.into_iter().partition(|zero| zero.times.contains_key(last));
    let mut shadows: BTreeSet<Sum> = below.into_iter().filter(|zero| !zero.times.is_empty()).collect();
    for (place, one) in here.iter().enumerate() {
        // Where a zero meets nought, and where two zeros meet, the order along the last number changes.
        shadows.insert(one.with(*last, 0));
        for other in here.iter().skip(place + 1) {
            let (a, b) = (times(one, *last), times(other, *last));
            shadows.insert(one.clone().scaled(b).minus(&other.clone().scaled(a)));
        }
    }
    shadows.retain(|shadow| !shadow.times.is_empty());
    let mut made = Vec::new();
    for point in points(earlier, &shadows, between) {
        for amount in along(*last, earlier, &point, &here, between) {
            made.push(point.iter().copied().chain([amount]).collect());
        }
    }
    made
}

fn times(sum: &Sum, number: usize) -> i64 {
    sum.times.get(&number).copied().unwrap_or(0)
}

/// Every zero along the last number, and a number between each two.
fn along(
    last: usize,
    earlier: &[usize],
    point: &[i64],
    zeros: &[Sum],
    between: &dyn Fn(usize, i64, Option<i64>) -> Option<i64>,
) -> Vec<i64> {
    // Twice the place, so that a zero between two whole numbers has a place of its own.
    let mut places = BTreeSet::from([0]);
    for zero in zeros {
        let fixed = earlier.iter().zip(point).fold(zero.clone(), |sum, (number, amount)| sum.with(*number, *amount));
        let (above, below) = (-fixed.constant, times(&fixed, last));
        if below != 0 {
            let whole = above.div_euclid(below);
            places.insert(2 * whole + i64::from(above.rem_euclid(below) != 0));
        }
    }
    let places: Vec<i64> = places.into_iter().filter(|place| *place >= 0).collect();
    let mut amounts = BTreeSet::new();
    for (n, place) in places.iter().enumerate() {
        if place % 2 == 0 {
            amounts.insert(place / 2);
        }
        // The next whole number that lies at or beyond the next place.
        let end = places.get(n + 1).map(|next| (next + 1) / 2);
        amounts.extend(between(last, place / 2, end));
    }
    amounts.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A multiple of twelve where it can be, so that half of it is a whole number too.
    fn between(_: usize, low: i64, high: Option<i64>) -> Option<i64> {
        [(low / 12 + 1) * 12, low + 1].into_iter().find(|next| high.is_none_or(|high| *next < high))
    }

    fn signs(zeros: &BTreeSet<Sum>, point: &[i64]) -> Vec<i64> {
        let value = |sum: &Sum| sum.times.iter().map(|(n, times)| times * point[*n]).sum::<i64>() + sum.constant;
        zeros.iter().map(|zero| value(zero).signum()).collect()
    }

    /// Every combination of signs that some point of a wide grid shows is shown by a point that was picked. The limits lie far
    /// apart, as the law's do: in steps of a tenth of a metre, counted in thousandths.
    #[test]
    fn every_part_of_the_space_has_its_point() {
        let sum = |times: &[(usize, i64)], constant| Sum { times: times.iter().copied().collect(), constant };
        // Half the height (1) and what projects (2) over 10, against the distance (0); fixed limits on each.
        let zeros = BTreeSet::from([
            sum(&[(0, 2), (1, -1)], 0),
            sum(&[(0, 2), (1, -1), (2, -2)], 2_000),
            sum(&[(0, 1), (2, -1)], -3_000),
            sum(&[(0, 1)], -4_000),
            sum(&[(1, 1)], -8_000),
            sum(&[(2, 1)], -1_000),
        ]);
        let picked: BTreeSet<_> =
            points(&[0, 1, 2], &zeros, &between).iter().map(|point| signs(&zeros, point)).collect();
        let mut seen = BTreeSet::new();
        for distance in (0..12_000).step_by(250) {
            for height in (0..20_000).step_by(500) {
                for projects in (0..4_000).step_by(250).chain([7_000]) {
                    seen.insert(signs(&zeros, &[distance, height, projects]));
                }
            }
        }
        let lost: Vec<_> = seen.difference(&picked).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}
