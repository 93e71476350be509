//! An amount of a concept in text: a number with its unit, or a day.

use crate::rules::Kind;
use crate::rules::date::Date;
use crate::rules::quantity::{Unit, Written};

/// As the rule files and cases write it: `50 m²`, `2021-05-01`.
#[must_use]
pub fn written(kind: &Kind, amount: i64) -> String {
    text(kind, amount, Date::iso)
}

/// As people say it: `50 m²`, `1.5.2021`.
#[must_use]
pub fn said(kind: &Kind, amount: i64) -> String {
    text(kind, amount, Date::norwegian)
}

fn text(kind: &Kind, amount: i64, day: fn(Date) -> String) -> String {
    match kind {
        Kind::Number(unit) => number(amount, *unit),
        _ => Date::numbered(amount).map_or_else(|| amount.to_string(), day),
    }
}

/// A number with its unit.
#[must_use]
pub fn number(amount: i64, unit: Unit) -> String {
    Written { amount, unit, decimal_mark: ',' }.text()
}
