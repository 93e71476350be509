//! Numbers without rounding: a mean of three is a third of something, and only the answer is rounded.

use core::cmp::Ordering;

use crate::rules::quantity::Unit;
use crate::rules::working::Rounding;

/// A fraction of the smallest steps of a unit: millimetres, square millimetres, hundredths of a per cent or things.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Exact {
    over: i128,
    under: i128,
}

/// Square millimetres in the square centimetre that areas are otherwise told in.
const AREA: i128 = 100;

const fn step(unit: Unit) -> i128 {
    match unit {
        Unit::SquareMetre => AREA,
        Unit::Metre | Unit::Percent | Unit::Count => 1,
    }
}

impl Exact {
    /// An amount as answers hold it.
    #[must_use]
    pub fn of(amount: i64, unit: Unit) -> Self {
        Self { over: i128::from(amount) * step(unit), under: 1 }
    }

    /// In lowest terms; `None` where it is divided by nothing.
    fn new(over: i128, under: i128) -> Option<Self> {
        let common = greatest_common_divisor(over, under);
        (under != 0 && common != 0).then(|| Self { over: over / common, under: under / common })
    }

    /// Both together; `None` where there is no room.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let over = self.over.checked_mul(other.under)?.checked_add(other.over.checked_mul(self.under)?)?;
        Self::new(over, self.under.checked_mul(other.under)?)
    }

    /// What is left; `None` where there is no room. It may be below zero.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { over: other.over.checked_neg()?, under: other.under })
    }

    /// Both multiplied; `None` where there is no room.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        Self::new(self.over.checked_mul(other.over)?, self.under.checked_mul(other.under)?)
    }

    /// As many times.
    #[must_use]
    pub fn times_whole(self, many: i64) -> Option<Self> {
        self.times(Self::of(many, Unit::Count))
    }

    /// Shared; `None` where it is shared by nothing, or there is no room.
    #[must_use]
    pub fn shared(self, by: Self) -> Option<Self> {
        Self::new(self.over.checked_mul(by.under)?, self.under.checked_mul(by.over)?)
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.over == 0
    }

    /// Whether it is less than nothing.
    #[must_use]
    pub const fn is_below_zero(self) -> bool {
        self.over < 0
    }

    /// Which is larger; `None` where there is no room to tell.
    #[must_use]
    pub fn against(self, other: Self) -> Option<Ordering> {
        Some(self.over.checked_mul(other.under)?.cmp(&other.over.checked_mul(self.under)?))
    }

    /// The amount to show, in the smallest steps that can be written, and whether it is exactly that.
    #[must_use]
    pub fn shown(self, unit: Unit, rounding: Rounding) -> Option<(i64, bool)> {
        self.in_steps(step(unit), rounding)
    }

    /// The amount as an answer, which may not have more decimals than one may type; and whether it is exactly that.
    #[must_use]
    pub fn answer(self, unit: Unit, rounding: Rounding) -> Option<(i64, bool)> {
        let coarse = unit.scale() / power_of_ten(unit.decimals());
        let (amount, exact) = self.in_steps(step(unit).checked_mul(i128::from(coarse))?, rounding)?;
        Some((amount.checked_mul(coarse)?, exact))
    }

    fn in_steps(self, step: i128, rounding: Rounding) -> Option<(i64, bool)> {
        let under = self.under.checked_mul(step)?;
        let (whole, rest) = (self.over.div_euclid(under), self.over.rem_euclid(under));
        let more = i128::from(rest > 0 && rounding == Rounding::Up);
        Some((i64::try_from(whole + more).ok()?, rest == 0))
    }
}

/// Never negative, and nothing only of two nothings.
fn greatest_common_divisor(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one.saturating_abs(), other.saturating_abs());
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

fn power_of_ten(decimals: usize) -> i64 {
    (0..decimals).fold(1, |power, _| power * 10)
}
