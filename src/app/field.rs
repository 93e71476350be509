//! One question on the screen: what is picked or typed, and what is wrong with it.

use crate::engine::Answer;
use crate::rules::date::{Date, year};
use crate::rules::digits::digits;
use crate::rules::quantity::{QuantityError, Unit, Written, parse_amount};
use crate::rules::range::Range;
use crate::rules::{Concept, ConceptId, Kind, RuleBook};

/// What a field asks about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ask {
    /// Which project.
    Project,
    /// When the works begin.
    Start,
    /// A concept of the rules.
    Concept(ConceptId),
}

/// What has been chosen in a field.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Pick {
    /// Nothing yet.
    Nothing,
    /// One of the options, by its place.
    Option(u8),
    /// A range that can be answered with one press.
    Quick(usize),
    /// What is typed in the text field.
    Typed,
    /// "Don't know".
    Unsure,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fault {
    /// Nothing is chosen.
    Choose,
    /// The number cannot be read.
    Number(QuantityError),
    /// No date is written.
    NoDate,
    /// Not a day of the calendar.
    NotADate,
    /// A year is not enough here.
    WholeDate,
    /// The day has not come yet.
    InFuture,
}

/// A question on the screen.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Field {
    /// What it asks about.
    pub ask: Ask,
    /// What is chosen.
    pub pick: Pick,
    /// What is typed, kept also while something else is chosen.
    pub text: String,
    /// Whether an earlier answer was not exact enough.
    pub exact: bool,
    /// What was wrong when Next was last pressed.
    pub fault: Option<Fault>,
}

/// The place of "not begun yet" among the answers about the start.
pub const NOT_BEGUN: u8 = 0;
/// The place of "begun or finished".
pub const BEGUN: u8 = 1;

impl Field {
    /// A field with nothing in it.
    #[must_use]
    pub const fn empty(ask: Ask) -> Self {
        Self { ask, pick: Pick::Nothing, text: String::new(), exact: false, fault: None }
    }

    /// Puts an earlier answer back into the field.
    #[must_use]
    pub fn answered(mut self, concept: &Concept, answer: Option<Answer>, decimal_mark: char) -> Self {
        match answer {
            None => {}
            Some(Answer::Option(option)) => self.pick = Pick::Option(option),
            Some(Answer::DontKnow) => self.pick = Pick::Unsure,
            Some(Answer::Number(range)) => self.put_back(concept, range, decimal_mark),
        }
        self
    }

    fn put_back(&mut self, concept: &Concept, range: Range, decimal_mark: char) {
        let quick = concept.question.iter().flat_map(|question| &question.quick).position(|quick| *quick == range);
        self.pick = quick.map_or(Pick::Typed, Pick::Quick);
        if quick.is_none() {
            self.text = match concept.kind {
                Kind::Number(unit) => bare(range.low, unit, decimal_mark),
                _ => typed_date(range),
            };
        }
    }

    /// What the field says about a concept.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn answer(&self, concept: &Concept) -> Result<Answer, Fault> {
        match (self.pick, &concept.kind) {
            (Pick::Unsure, _) => Ok(Answer::DontKnow),
            (Pick::Option(option), Kind::YesNo | Kind::Choice(_)) => Ok(Answer::Option(option)),
            (Pick::Quick(place), Kind::Number(_)) => Self::quick(concept, place),
            (Pick::Typed, Kind::Number(unit)) => self.number(*unit),
            (Pick::Nothing, Kind::Number(_)) if self.is_plain(concept) => Err(Fault::Number(QuantityError::Empty)),
            (Pick::Typed | Pick::Nothing, Kind::Date) => self.date_or_year(),
            _ => Err(Fault::Choose),
        }
    }

    /// Whether the field is a text field alone, with no ranges to press.
    #[must_use]
    pub fn is_plain(&self, concept: &Concept) -> bool {
        self.exact || concept.question.as_ref().is_none_or(|question| question.quick.is_empty())
    }

    fn quick(concept: &Concept, place: usize) -> Result<Answer, Fault> {
        let range = concept.question.as_ref().and_then(|question| question.quick.get(place));
        range.map(|range| Answer::Number(*range)).ok_or(Fault::Choose)
    }

    fn number(&self, unit: Unit) -> Result<Answer, Fault> {
        parse_amount(&self.text, unit).map(|amount| Answer::Number(Range::exactly(amount))).map_err(Fault::Number)
    }

    fn date_or_year(&self) -> Result<Answer, Fault> {
        match (year(&self.text), self.exact) {
            (Some(_), true) => Err(Fault::WholeDate),
            (Some((first, last)), false) => {
                Ok(Answer::Number(Range { low: first.number(), high: Some(last.number()) }))
            }
            (None, _) => self.date().map(|date| Answer::Number(Range::exactly(date.number()))),
        }
    }

    /// The date that is typed.
    ///
    /// # Errors
    /// When there is none.
    pub fn date(&self) -> Result<Date, Fault> {
        if self.text.trim().is_empty() {
            return Err(Fault::NoDate);
        }
        read_date(&self.text).ok_or(Fault::NotADate)
    }

    /// When the works begin: `None` is not begun yet.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn start(&self, today: Date) -> Result<Option<Date>, Fault> {
        match self.pick {
            Pick::Option(NOT_BEGUN) => Ok(None),
            Pick::Option(BEGUN) => match self.date()? {
                date if date > today => Err(Fault::InFuture),
                date => Ok(Some(date)),
            },
            _ => Err(Fault::Choose),
        }
    }

    /// What is wrong with the field now.
    #[must_use]
    pub fn check(&self, book: &RuleBook, today: Date) -> Option<Fault> {
        match self.ask {
            Ask::Project if matches!(self.pick, Pick::Option(_)) => None,
            Ask::Project => Some(Fault::Choose),
            Ask::Start => self.start(today).err(),
            Ask::Concept(id) => self.answer(book.concept(id)).err(),
        }
    }
}

/// A date with its parts divided by any of the signs that people use, or by none: `1.5.2021`, `01/05-2021`, `01052021`.
fn read_date(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let (day, rest) = text.split_at(2);
        let (month, year) = rest.split_at(2);
        return Date::parse_norwegian(&[day, month, year].join("."));
    }
    if let Some(date) = Date::parse_iso(text) {
        return Some(date);
    }
    let dotted: String = text.chars().map(|c| if matches!(c, ',' | '/' | '-' | ' ') { '.' } else { c }).collect();
    Date::parse_norwegian(&dotted)
}

/// The number as one types it, without its unit.
fn bare(amount: i64, unit: Unit, decimal_mark: char) -> String {
    Written { amount, unit, decimal_mark }.number().split('\u{a0}').collect()
}

fn typed_date(range: Range) -> String {
    let day = range.low;
    if range.exact().is_none() {
        return digits(day / 10_000);
    }
    [digits(day % 100), digits(day / 100 % 100), digits(day / 10_000)].join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_however_it_is_divided() {
        for text in ["1.5.2021", "01052021", "01/05-2021", "1 5 2021", "01,05,2021", "2021-05-01"] {
            assert_eq!(read_date(text), Date::parse_iso("2021-05-01"), "{text}");
        }
        assert_eq!(read_date("32.5.2021"), None);
    }

    #[test]
    fn works_that_have_begun_need_a_day_that_has_come() {
        let today = Date::new(2026, 11, 21).unwrap_or_else(|| unreachable!());
        let field = |text: &str| Field { pick: Pick::Option(BEGUN), text: text.to_owned(), ..Field::empty(Ask::Start) };
        assert_eq!(field("22.11.2026").start(today), Err(Fault::InFuture));
        assert_eq!(field("").start(today), Err(Fault::NoDate));
        assert_eq!(field("21.11.2026").start(today), Ok(Some(today)));
    }
}
