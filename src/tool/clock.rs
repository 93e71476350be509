//! Today's date. The core has no clock; it is told.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::rules::date::Date;

/// Today, as the clock of this machine has it in universal time.
#[must_use]
pub fn today() -> Date {
    day_of(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs()))
}

/// The day that what is built is dated: that of `SOURCE_DATE_EPOCH` where it is set, so that what is built again is the same.
#[must_use]
pub fn build_day() -> Date {
    let told = env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    told.map_or_else(today, day_of)
}

fn day_of(seconds: u64) -> Date {
    let (year, month, day) = civil(i64::try_from(seconds / 86_400).unwrap_or_default());
    Date::new(year, month, day).unwrap_or(Date::FIRST)
}

/// The calendar day so many days after 1 January 1970: counted in years that begin in March, in eras of 400.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(19_782), (2024, 2, 29));
        assert_eq!(civil(19_783), (2024, 3, 1));
        assert!(today() > Date::FIRST);
    }
}
