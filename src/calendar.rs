//! Days to remember as a file that every calendar reads: iCalendar, RFC 5545.

use crate::rules::date::Date;
use crate::rules::digits::digits;

/// The longest a line may be, in bytes and without its end.
const LONGEST: usize = 75;
/// The end of a line.
const END: &str = "\r\n";

/// Something to do on a day.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Event<'a> {
    /// What tells it from the others of the case.
    pub id: &'a str,
    /// The day.
    pub day: Date,
    /// How many days ahead the calendar reminds of it; 0 for not at all.
    pub warn: i64,
    /// What to do, in a few words.
    pub title: &'a str,
    /// The rest.
    pub text: &'a str,
    /// Where to read more; empty for nowhere.
    pub address: &'a str,
}

/// The file. `seed` is what tells the case from others, so that the same day is not noted twice; `stamp` is now, as
/// `20261122T142500Z`.
#[must_use]
pub fn calendar(seed: &str, stamp: &str, events: &[Event]) -> String {
    let mut file = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bygg-uten-a-soke//1//NO", "CALSCALE:GREGORIAN"] {
        write(&mut file, line);
    }
    for event in events {
        entry(&mut file, seed, stamp, event);
    }
    write(&mut file, "END:VCALENDAR");
    file
}

/// A day some days after another, or before it; the calendar ends with the year 9999.
#[must_use]
pub fn days_after(day: Date, days: i64) -> Date {
    of_number(number_of(day) + days).unwrap_or(day)
}

/// Events as lines `id, day, days of warning, title, text, address` with tabs between; what is no event is passed over.
#[must_use]
pub fn events(lines: &str) -> Vec<Event<'_>> {
    lines.split('\n').filter_map(event).collect()
}

fn event(line: &str) -> Option<Event<'_>> {
    let mut fields = line.split('\t');
    let (id, day) = (fields.next()?, Date::parse_iso(fields.next()?)?);
    let warn = fields.next()?.parse().ok()?;
    Some(Event { id, day, warn, title: fields.next()?, text: fields.next()?, address: fields.next()? })
}

fn entry(file: &mut String, seed: &str, stamp: &str, event: &Event) {
    write(file, "BEGIN:VEVENT");
    field(file, "UID:", &[&named(seed, event.id), "@bygg-uten-a-soke"].concat());
    field(file, "DTSTAMP:", stamp);
    field(file, "DTSTART;VALUE=DATE:", &digits(event.day.number()));
    field(file, "DTEND;VALUE=DATE:", &digits(days_after(event.day, 1).number()));
    field(file, "SUMMARY:", &escaped(event.title));
    field(file, "DESCRIPTION:", &escaped(event.text));
    if event.address.starts_with("http") && !event.address.contains(char::is_control) {
        field(file, "URL:", event.address);
    }
    // The day is not taken: there is only something to remember.
    write(file, "TRANSP:TRANSPARENT");
    if event.warn > 0 {
        warning(file, event);
    }
    write(file, "END:VEVENT");
}

fn warning(file: &mut String, event: &Event) {
    write(file, "BEGIN:VALARM");
    write(file, "ACTION:DISPLAY");
    field(file, "TRIGGER:", &["-P", &digits(event.warn), "D"].concat());
    field(file, "DESCRIPTION:", &escaped(event.title));
    write(file, "END:VALARM");
}

/// Sixteen signs that are the same for the same case and event.
fn named(seed: &str, id: &str) -> String {
    let bytes = seed.bytes().chain([0]).chain(id.bytes());
    let sum = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let digit = |place: u32| char::from_digit(u32::try_from(sum >> (60 - 4 * place) & 15).unwrap_or_default(), 16);
    (0..16).filter_map(digit).collect()
}

fn field(file: &mut String, name: &str, value: &str) {
    write(file, &[name, value].concat());
}

/// Marks that separate are told from those that are meant; no other control than a new line can be.
fn escaped(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => told.extend(['\\', sign]),
            '\n' => told.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => told.push(sign),
        }
    }
    told
}

/// A line, folded where it is too long: never within a sign.
fn write(file: &mut String, line: &str) {
    let mut width = 0;
    for sign in line.chars() {
        if width + sign.len_utf8() > LONGEST {
            file.push_str(END);
            file.push(' ');
            width = 1;
        }
        file.push(sign);
        width += sign.len_utf8();
    }
    file.push_str(END);
}

/// Days since the first of March of the year 0, by the rule of the Gregorian calendar.
const fn number_of(day: Date) -> i64 {
    let (year, month, day) = (day.number() / 10_000, day.number() / 100 % 100, day.number() % 100);
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
}

fn of_number(number: i64) -> Option<Date> {
    let mut year = number / 366;
    while number_of_march(year + 1) <= number {
        year += 1;
    }
    let in_year = number - number_of_march(year);
    let month = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month + 2) / 5 + 1;
    if month < 10 { Date::new(year, month + 3, day) } else { Date::new(year + 1, month - 9, day) }
}

const fn number_of_march(year: i64) -> i64 {
    365 * year + year / 4 - year / 100 + year / 400
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::{Event, calendar, days_after, events};
    use crate::rules::date::Date;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn days_are_counted_as_the_calendar_counts_them() {
        for (from, days, to) in [
            ("2026-11-22", 28, "2026-12-20"),
            ("2026-12-31", 1, "2027-01-01"),
            ("2028-02-01", 28, "2028-02-29"),
            ("2027-02-01", 28, "2027-03-01"),
            ("2027-03-01", -14, "2027-02-15"),
            ("2100-03-01", -1, "2100-02-28"),
            ("2000-03-01", -1, "2000-02-29"),
            ("9999-12-31", 1, "9999-12-31"),
        ] {
            assert_eq!(days_after(day(from), days), day(to), "{days} days after {from}");
        }
        let mut one = day("1999-01-01");
        for days in 0..10_000 {
            assert_eq!(days_after(day("1999-01-01"), days), one);
            assert_eq!(days_after(one, -days), day("1999-01-01"));
            one = one.following();
        }
    }

    #[test]
    fn a_file_is_what_the_standard_says() {
        let (title, text, address) = ("Meld fra; nå, ja\\nei", "a\nb\tc", "https://x.no/#bus=1");
        let event = Event { id: "melding", day: day("2026-12-31"), warn: 7, title, text, address };
        let file = calendar("x", "20261122T142500Z", &[event]);
        assert!(file.ends_with("END:VCALENDAR\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
        for line in [
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "DTSTAMP:20261122T142500Z",
            "SUMMARY:Meld fra\\; nå\\, ja\\\\nei",
            "DESCRIPTION:a\\nbc",
            "URL:https://x.no/#bus=1",
            "TRIGGER:-P7D",
        ] {
            assert!(file.split("\r\n").any(|found| found == line), "{line} is not in {file}");
        }
        assert_eq!(file.matches("BEGIN:").count(), file.matches("\nEND:").count());
    }

    #[test]
    fn long_lines_are_folded_between_signs_and_read_back_whole() {
        let text = "Høgda på ferdig planert terreng \u{1f3e0} ".repeat(20);
        let event = Event { id: "a", day: day("2026-12-31"), warn: 0, title: &text, text: &text, address: "" };
        let file = calendar("x", "20261122T142500Z", &[event]);
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        assert!(file.replace("\r\n ", "").contains(&["SUMMARY:", &text, "\r\n"].concat()));
    }

    #[test]
    fn the_same_day_of_the_same_case_has_the_same_name() {
        let uid = |seed: &str, id: &str| {
            let event = Event { id, day: day("2026-12-31"), warn: 0, title: "", text: "", address: "ftp://x.no" };
            calendar(seed, "", &[event]).split("\r\n").find(|line| line.starts_with("UID:")).unwrap().to_owned()
        };
        assert_eq!(uid("x", "a"), uid("x", "a"));
        assert_ne!(uid("x", "a"), uid("x", "b"));
        assert_ne!(uid("xa", ""), uid("x", "a"));
    }

    #[test]
    fn lines_that_are_no_events_are_passed_over() {
        let told = events("a\t2026-12-31\t7\tTittel\tTekst\t\nb\ti morgen\t0\tx\ty\t\n\nc\t2026-01-01");
        let event = Event { id: "a", day: day("2026-12-31"), warn: 7, title: "Tittel", text: "Tekst", address: "" };
        assert_eq!(told, [event]);
    }
}
