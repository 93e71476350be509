//! The smallest step of a limit, and a limit as it is written.
//!
//! The regulations write metres and square metres with one or two decimals, and the examples try the first hundredth
//! on the wrong side of a limit: 4,01 m, 50,01 m². So the step is a hundredth for what is measured, one for what is
//! counted, and a day for a date. An answer could be finer, but no rule is, and no tape measure.

use crate::rules::Kind;
use crate::rules::date::Date;
use crate::rules::quantity::Unit;

/// The amounts one step below and above, as far as there are any: nothing in the law is less than nought.
pub(super) fn beside(kind: &Kind, amount: i64) -> Vec<i64> {
    match kind {
        Kind::Number(unit) => amounts_beside(*unit, amount),
        Kind::Date => {
            Date::numbered(amount).map(days_beside).unwrap_or_default().into_iter().map(Date::number).collect()
        }
        Kind::YesNo | Kind::Choice(_) => Vec::new(),
    }
}

/// The same for a number with a unit.
pub(super) fn amounts_beside(unit: Unit, amount: i64) -> Vec<i64> {
    let step = (unit.scale() / 100).max(1);
    [amount - step, amount + step].into_iter().filter(|amount| *amount >= 0).collect()
}

/// The day before and the day after.
pub(super) fn days_beside(day: Date) -> Vec<Date> {
    [day_before(day), Some(day.following()).filter(|next| *next != day)].into_iter().flatten().collect()
}

fn day_before(day: Date) -> Option<Date> {
    let (year, month, number) = parts(day);
    let last_of = |year, month| (28..=31).rev().find_map(|day| Date::new(year, month, day));
    Date::new(year, month, number - 1).or_else(|| last_of(year, month - 1)).or_else(|| Date::new(year - 1, 12, 31))
}

const fn parts(day: Date) -> (i64, i64, i64) {
    let number = day.number();
    (number / 10_000, number / 100 % 100, number % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(days: Vec<Date>) -> Vec<String> {
        days.into_iter().map(Date::iso).collect()
    }

    #[test]
    fn days_cross_months_and_years() {
        let beside = |text| iso(Date::parse_iso(text).map(days_beside).unwrap_or_default());
        assert_eq!(beside("2024-03-01"), ["2024-02-29", "2024-03-02"]);
        assert_eq!(beside("2017-01-01"), ["2016-12-31", "2017-01-02"]);
        assert_eq!(beside("2016-12-31"), ["2016-12-30", "2017-01-01"]);
    }

    #[test]
    fn a_limit_of_nought_moves_only_up() {
        assert_eq!(beside(&Kind::Number(Unit::Metre), 0), [10]);
        assert_eq!(beside(&Kind::Number(Unit::Count), 1), [0, 2]);
        assert_eq!(beside(&Kind::Number(Unit::SquareMetre), 500_000), [499_900, 500_100]);
    }
}
