//! A case as JSON, a line for each kind of work, as the command `assess` reads it.
//!
//! Written by hand, for what writes JSON in general is many times as large, and this is fetched.

use crate::engine::Answer;
use crate::engine::case::Part;
use crate::rules::date::Date;
use crate::rules::digits::count;
use crate::rules::quantity::Unit;
use crate::rules::{Concept, Kind, RuleBook};

use super::value::{decimal, written};
use super::{Derivation, Link, is_working};

/// The lines. The day is that on which the works began, and else that of the link.
#[must_use]
pub fn json(book: &RuleBook, link: &Link) -> String {
    let day = link.case.start.unwrap_or(link.day);
    let mut text = String::new();
    for (place, part) in link.case.parts.iter().enumerate() {
        let of_part: Vec<&Derivation> = link.derivations.iter().filter(|derivation| derivation.part == place).collect();
        line(book, place, part, day, &of_part, &mut text);
    }
    text
}

fn line(book: &RuleBook, place: usize, part: &Part, day: Date, derivations: &[&Derivation], text: &mut String) {
    let Some(project) = book.projects.get(part.project) else { return };
    text.push_str("{\"id\":");
    text.push_str(&count(place + 1));
    member(text, "tiltak", &project.id);
    member(text, "dato", &day.iso());
    let answers = part.answers.iter().filter_map(|(id, answer)| {
        let concept = book.concepts.get(id.index())?;
        Some((concept.id.as_str(), said(concept, answer)?))
    });
    object(text, "svar", answers);
    let workings = derivations.iter().filter(|derivation| is_working(&derivation.working)).filter_map(|derivation| {
        Some((book.concepts.get(derivation.concept.index())?.id.as_str(), derivation.working.clone()))
    });
    let workings: Vec<_> = workings.collect();
    if !workings.is_empty() {
        object(text, "utregninger", workings.into_iter());
    }
    text.push_str("}\n");
}

/// An answer as others write it, the unit with it. A range that nobody can be asked for is written as in a link, which
/// `assess` refuses by name rather than takes for something else.
fn said(concept: &Concept, answer: Answer) -> Option<String> {
    let (Kind::Number(unit), Answer::Number(range)) = (&concept.kind, answer) else { return written(concept, answer) };
    let with_unit = |amount: i64| match unit {
        Unit::Count => decimal(amount, *unit),
        unit => [&decimal(amount, *unit), " ", unit.sign()].concat(),
    };
    match (range.exact(), range.low, range.high) {
        (Some(amount), ..) => Some(with_unit(amount)),
        (None, 0, Some(high)) => Some(["høyst ", &with_unit(high)].concat()),
        (None, low, None) => Some(["minst ", &with_unit(low)].concat()),
        _ => written(concept, answer),
    }
}

fn object(text: &mut String, key: &str, members: impl Iterator<Item = (impl AsRef<str>, String)>) {
    text.push(',');
    quoted(text, key);
    text.push_str(":{");
    for (place, (name, value)) in members.enumerate() {
        if place > 0 {
            text.push(',');
        }
        quoted(text, name.as_ref());
        text.push(':');
        quoted(text, &value);
    }
    text.push('}');
}

fn member(text: &mut String, key: &str, value: &str) {
    text.push(',');
    quoted(text, key);
    text.push(':');
    quoted(text, value);
}

/// A string of JSON.
pub(super) fn quoted(text: &mut String, told: &str) {
    text.push('"');
    for sign in told.chars() {
        match sign {
            '"' | '\\' => text.extend(['\\', sign]),
            '\u{0}'..='\u{1f}' => {
                text.push_str("\\u00");
                let code = u32::from(sign);
                text.extend([code >> 4, code & 15].into_iter().filter_map(|half| char::from_digit(half, 16)));
            }
            _ => text.push(sign),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_string_is_what_every_reader_of_json_takes_it_for() {
        for told in ["", "a\"b\\c/", "\u{0}\u{1}\n\r\t\u{1f} ", "æøå \u{2028}\u{1f600}\u{7f}"] {
            let mut text = String::new();
            quoted(&mut text, told);
            assert_eq!(serde_json::from_str::<String>(&text).ok().as_deref(), Some(told), "{text}");
        }
    }
}
