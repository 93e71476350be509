//! One answer as text: `ja`, the name of an option, `49,5`, `..50`, `30..`, `2021-05-01`, `1997`, `vet-ikke`.

use crate::engine::Answer;
use crate::rules::date::{Date, year};
use crate::rules::digits::digits;
use crate::rules::quantity::Unit;
use crate::rules::range::Range;
use crate::rules::{Concept, Kind};

/// What stands for "don't know"; no option may be called that.
pub(super) const DONT_KNOW: &str = "vet-ikke";
/// What stands between the ends of a range.
const TO: &str = "..";

/// An answer as text; `None` where it cannot be an answer to the question.
pub(super) fn written(concept: &Concept, answer: Answer) -> Option<String> {
    match (answer, &concept.kind) {
        (Answer::DontKnow, _) => Some(DONT_KNOW.to_owned()),
        (Answer::Option(place), kind) => kind.options().get(usize::from(place)).map(|id| (*id).to_owned()),
        (Answer::Number(range), Kind::Number(unit)) => Some(ends(range, |amount| decimal(amount, *unit))),
        (Answer::Number(range), Kind::Date) => Some(date_or_year(range)),
        (Answer::Number(_), _) => None,
    }
}

/// The answer that a text gives; `None` where it gives none to this question.
pub(super) fn answer(concept: &Concept, text: &str) -> Option<Answer> {
    if text == DONT_KNOW {
        return concept.question.as_ref()?.unsure.as_ref().map(|_| Answer::DontKnow);
    }
    match &concept.kind {
        Kind::Number(unit) => range(text, |end| amount(end, *unit)).map(Answer::Number),
        Kind::Date => dates(text).map(Answer::Number),
        kind => {
            let place = kind.options().iter().position(|option| *option == text)?;
            u8::try_from(place).ok().map(Answer::Option)
        }
    }
}

/// A number with a comma and no more decimals than it has.
pub(super) fn decimal(amount: i64, unit: Unit) -> String {
    let mut step = unit.scale();
    let mut text = digits(amount / step);
    let mut rest = amount % step;
    if rest > 0 {
        text.push(',');
    }
    while rest > 0 {
        step /= 10;
        text.push_str(&digits(rest / step));
        rest %= step;
    }
    text
}

/// The number that [`decimal`] writes, to the smallest step of its unit: a number that was worked out may have more decimals
/// than one that is typed.
fn amount(text: &str, unit: Unit) -> Option<i64> {
    const MOST_DIGITS: usize = 10;
    let (whole, mut fraction) = text.split_once(',').unwrap_or((text, ""));
    let is_number = |text: &str| text.len() <= MOST_DIGITS && text.bytes().all(|sign| sign.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let number = |text: &str| text.bytes().fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    let mut amount = number(whole) * unit.scale();
    let mut step = unit.scale();
    while let Some((digit, rest)) = fraction.split_at_checked(1) {
        step /= 10;
        amount += number(digit) * step;
        fraction = rest;
    }
    (step > 0).then_some(amount)
}

fn ends(range: Range, written: impl Fn(i64) -> String) -> String {
    if let Some(amount) = range.exact() {
        return written(amount);
    }
    let low = if range.low > 0 { written(range.low) } else { String::new() };
    [low, TO.to_owned(), range.high.map(written).unwrap_or_default()].concat()
}

fn range(text: &str, amount: impl Fn(&str) -> Option<i64>) -> Option<Range> {
    let Some((low, high)) = text.split_once(TO) else { return amount(text).map(Range::exactly) };
    let low = if low.is_empty() { 0 } else { amount(low)? };
    let high = if high.is_empty() { None } else { Some(amount(high)?) };
    high.is_none_or(|high| low <= high).then_some(Range { low, high })
}

fn date_or_year(range: Range) -> String {
    let text = digits(range.low / 10_000);
    let whole =
        year(&text).is_some_and(|(first, last)| (first.number(), Some(last.number())) == (range.low, range.high));
    if whole { text } else { ends(range, |day| Date::numbered(day).map(Date::iso).unwrap_or_default()) }
}

fn dates(text: &str) -> Option<Range> {
    if let Some((first, last)) = year(text) {
        return Some(Range { low: first.number(), high: Some(last.number()) });
    }
    range(text, |end| Date::parse_iso(end).map(Date::number))
}
