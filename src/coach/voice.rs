//! The words and the decimal mark that an account is given in.

use crate::rules::quantity::{Unit, Written};
use crate::rules::texts::Texts;

/// How one speaks.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'a> {
    /// The words, by name.
    pub texts: &'a Texts,
    /// Comma in Norwegian, point in English.
    pub decimal_mark: char,
}

impl Voice<'_> {
    /// A number with its unit.
    #[must_use]
    pub fn number(self, amount: i64, unit: Unit) -> String {
        Written { amount, unit, decimal_mark: self.decimal_mark }.text()
    }

    /// A number as one types it: without its unit, and without space between its digits.
    #[must_use]
    pub fn bare(self, amount: i64, unit: Unit) -> String {
        bare(amount, unit, self.decimal_mark)
    }

    /// A word with its blanks filled.
    #[must_use]
    pub fn filled(self, key: &str, blanks: &[(&str, &str)]) -> String {
        self.texts.filled(key, blanks)
    }
}

/// A number as one types it.
pub(super) fn bare(amount: i64, unit: Unit, decimal_mark: char) -> String {
    Written { amount, unit, decimal_mark }.number().split('\u{a0}').collect()
}
