//! What is known of a number: exactly, or within ends.

use serde::{Deserialize, Serialize};

/// A closed range of amounts. An exact answer has equal ends; "at least 30 m" has no upper end.
///
/// No amount in the law is negative, so nothing known is the range from nought up.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Range {
    /// The least it can be.
    pub low: i64,
    /// The most it can be; `None` has no end.
    pub high: Option<i64>,
}

impl Range {
    /// Nothing is known but that it is no less than nought.
    pub const ANY: Self = Self { low: 0, high: None };

    /// Exactly this.
    #[must_use]
    pub const fn exactly(amount: i64) -> Self {
        Self { low: amount, high: Some(amount) }
    }

    /// The exact amount, if it is known.
    #[must_use]
    pub fn exact(self) -> Option<i64> {
        self.high.filter(|high| *high == self.low)
    }

    /// The sum of two.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let high = self.high.zip(other.high).map(|(a, b)| a.saturating_add(b));
        Self { low: self.low.saturating_add(other.low), high }
    }

    /// The least range that holds both.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let high = self.high.zip(other.high).map(|(a, b)| a.max(b));
        Self { low: self.low.min(other.low), high }
    }

    /// What lies over a threshold, nought when nothing does.
    #[must_use]
    pub fn over(self, threshold: i64) -> Self {
        let above = |amount: i64| amount.saturating_sub(threshold).max(0);
        Self { low: above(self.low), high: self.high.map(above) }
    }

    /// The same number of times as much.
    #[must_use]
    pub fn times(self, factor: i64) -> Self {
        Self { low: self.low.saturating_mul(factor), high: self.high.map(|high| high.saturating_mul(factor)) }
    }

    /// Whether it is never more than the other; `None` where it may or may not.
    #[must_use]
    pub fn at_most(self, other: Self) -> Option<bool> {
        if self.high.is_some_and(|high| high <= other.low) {
            return Some(true);
        }
        let always_more = other.high.is_some_and(|high| self.low > high);
        always_more.then_some(false)
    }

    /// Whether both are the same; `None` where they may or may not be.
    #[must_use]
    pub fn equals(self, other: Self) -> Option<bool> {
        match (self.at_most(other), other.at_most(self)) {
            (Some(true), Some(true)) => Some(true),
            (Some(false), _) | (_, Some(false)) => Some(false),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_that_touch_are_decided_and_ends_that_cross_are_not() {
        let up_to_8 = Range { low: 0, high: Some(8) };
        assert_eq!(up_to_8.at_most(Range::exactly(8)), Some(true));
        assert_eq!(up_to_8.at_most(Range::exactly(7)), None);
        assert_eq!(Range { low: 9, high: None }.at_most(up_to_8), Some(false));
        assert_eq!(Range::ANY.equals(Range::exactly(0)), None);
        assert_eq!(Range::exactly(3).equals(Range::exactly(3)), Some(true));
    }
}
