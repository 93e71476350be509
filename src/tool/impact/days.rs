//! What day it is.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::rules::date::Date;

const SECONDS_A_DAY: u64 = 86_400;

/// Today, by universal time.
pub(super) fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / SECONDS_A_DAY);
    day(i64::try_from(since).unwrap_or(0)).unwrap_or(Date::FIRST)
}

/// The day that lies so many days after 1 January 1970. The year is counted from 1 March, so that a leap day ends it.
fn day(since: i64) -> Option<Date> {
    let days = since + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let (date, month) = (day_of_year - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    Date::new(year + era * 400 + i64::from(month <= 2), month, date)
}

#[cfg(test)]
mod tests {
    use super::day;
    use crate::rules::date::Date;

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        for (since, date) in [(0, "1970-01-01"), (11_016, "2000-02-29"), (18_748, "2021-05-01"), (20_778, "2026-11-21")]
        {
            assert_eq!(day(since), Date::parse_iso(date), "{date}");
        }
    }
}
