//! A calendar date, as a number that compares as dates do.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::digits::digits;

/// A date as the number yyyymmdd. There is no clock in the core: a date is always handed in.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Date(i64);

impl Date {
    /// The first of all days; no law was in force then.
    pub const FIRST: Self = Self(10_000_101);

    /// The date of a year, month and day; `None` where the calendar has no such day.
    #[must_use]
    pub fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let exists =
            (1000..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self(year * 10_000 + month * 100 + day))
    }

    /// The date that rules and answers compare as this number; `None` where the calendar has no such day.
    #[must_use]
    pub fn numbered(number: i64) -> Option<Self> {
        Self::new(number / 10_000, number / 100 % 100, number % 100)
    }

    /// Reads `2026-11-21`.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-').map(whole);
        let date = Self::new(parts.next()??, parts.next()??, parts.next()??)?;
        (parts.next().is_none() && text.len() == 10).then_some(date)
    }

    /// Reads `21.11.2026`, as people in Norway write dates.
    #[must_use]
    pub fn parse_norwegian(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('.').map(|part| whole(part.trim()));
        let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
        parts.next().is_none().then(|| Self::new(year, month, day)).flatten()
    }

    /// The number that rules and answers compare.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }
}

fn whole(text: &str) -> Option<i64> {
    let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.bytes().fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0')))
}

const fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Date {
    /// As `2026-11-21`.
    #[must_use]
    pub fn iso(self) -> String {
        let Self(n) = self;
        let two = |part: i64| [digits(part / 10), digits(part % 10)].concat();
        [digits(n / 10_000), two(n / 100 % 100), two(n % 100)].join("-")
    }

    /// As residents read it: `1.5.2021`.
    #[must_use]
    pub fn norwegian(self) -> String {
        let Self(n) = self;
        [digits(n % 100), digits(n / 100 % 100), digits(n / 10_000)].join(".")
    }
}

impl Date {
    /// The day after; the last day of the calendar has none, and is its own.
    #[must_use]
    pub fn following(self) -> Self {
        let Self(n) = self;
        let (year, month) = (n / 10_000, n / 100 % 100);
        let in_month = Self::new(year, month, n % 100 + 1);
        in_month.or_else(|| Self::new(year, month + 1, 1)).or_else(|| Self::new(year + 1, 1, 1)).unwrap_or(self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

/// The whole of a year, for those who remember no more than that.
#[must_use]
pub fn year(text: &str) -> Option<(Date, Date)> {
    let year = whole(text.trim()).filter(|_| text.trim().len() == 4)?;
    Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_the_last_of_a_month_comes_the_first_of_the_next() {
        for (day, next) in [
            ("2027-06-30", "2027-07-01"),
            ("2027-06-29", "2027-06-30"),
            ("2028-02-28", "2028-02-29"),
            ("2023-02-28", "2023-03-01"),
            ("2027-12-31", "2028-01-01"),
            ("9999-12-31", "9999-12-31"),
        ] {
            assert_eq!(Date::parse_iso(day).map(Date::following), Date::parse_iso(next), "{day}");
        }
    }

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert_eq!(Date::parse_iso("2024-02-29").map(Date::number), Some(20_240_229));
        for text in ["2023-02-29", "2023-13-01", "2023-1-1", "2023-01-01-01", "i går", ""] {
            assert_eq!(Date::parse_iso(text), None, "{text}");
        }
        assert_eq!(Date::parse_norwegian("1.5.2021"), Date::parse_iso("2021-05-01"));
    }
}
