//! From a judgement to sentences in the chosen language. Pure: whoever shows them is not known here.

pub mod headline;
pub mod law_to_come;
pub mod limit_hint;
pub mod words;

use crate::engine::{Answer, Breach, Situation};
use crate::rules::date::Date;
use crate::rules::digits::digits;
use crate::rules::quantity::Unit;
use crate::rules::range::Range;
use crate::rules::texts::fill;
use crate::rules::{Comparison, Concept, ConceptId, Kind, Project, TextId, Version};

use words::Words;

/// What a resident has answered, as a phrase.
#[must_use]
pub fn answer(words: &Words, concept: &Concept, answer: Answer) -> String {
    match (answer, &concept.kind) {
        (Answer::DontKnow, _) => words.word("vet-ikke").to_owned(),
        (Answer::Option(option), Kind::YesNo) => words.word(if option == 0 { "ja" } else { "nei" }).to_owned(),
        (Answer::Option(option), Kind::Choice(choices)) => {
            choices.get(usize::from(option)).map(|choice| words.text(choice.name).to_owned()).unwrap_or_default()
        }
        (Answer::Number(range), Kind::Number(unit)) => within(words, range, *unit),
        (Answer::Number(range), _) => day_or_year(range),
        (Answer::Option(_), _) => String::new(),
    }
}

/// A number that is known exactly or within ends.
#[must_use]
pub fn within(words: &Words, range: Range, unit: Unit) -> String {
    match (range.exact(), range.high) {
        (Some(amount), _) => words.number(amount, unit),
        (None, Some(high)) => words.filled("høyst-tall", &[("tall", &words.number(high, unit))]),
        (None, None) => words.filled("minst-tall", &[("tall", &words.number(range.low, unit))]),
    }
}

fn day_or_year(range: Range) -> String {
    let day = range.low;
    if range.exact().is_none() {
        return digits(day / 10_000);
    }
    date(day)
}

/// A day as residents read it: `1.5.2021`.
#[must_use]
pub fn date(number: i64) -> String {
    [digits(number % 100), digits(number / 100 % 100), digits(number / 10_000)].join(".")
}

/// A day to plan by: `1. juli 2027`.
#[must_use]
pub fn long_date(words: &Words, day: Date) -> String {
    let number = day.number();
    let month = ["måned-", &digits(number / 100 % 100)].concat();
    words.filled(&month, &[("dag", &digits(number % 100)), ("år", &digits(number / 10_000))])
}

/// A limit, such as "at most 50 m²".
#[must_use]
pub fn limit(words: &Words, comparison: Comparison, amount: i64, unit: Unit) -> String {
    let key = match comparison {
        Comparison::AtMost => "høyst-tall",
        Comparison::AtLeast => "minst-tall",
        Comparison::Under => "under-tall",
        Comparison::Over => "over-tall",
        Comparison::Exactly => "nøyaktig-tall",
    };
    words.filled(key, &[("tall", &words.number(amount, unit))])
}

/// A text of a question, with the project and the numbers that it borrows.
#[must_use]
pub fn asking(words: &Words, project: &Project, concept: &Concept, text: TextId) -> String {
    let borrowed = concept.question.as_ref().map_or(&[][..], |question| &question.numbers);
    let mut numbers = Vec::new();
    for (_, amount, unit) in borrowed {
        numbers.push(words.number(*amount, *unit));
    }
    let mut blanks: Vec<(&str, &str)> = Vec::new();
    for ((name, ..), number) in borrowed.iter().zip(&numbers) {
        blanks.push((name, number));
    }
    blanks.push(("tiltaket", words.text(project.definite)));
    fill(words.text(text), &blanks)
}

/// Any other text of the rules, with the project in it.
#[must_use]
pub fn about(words: &Words, project: &Project, text: TextId) -> String {
    fill(words.text(text), &[("tiltaket", words.text(project.definite))])
}

/// Why a condition is broken, with the resident's own number against the limit.
#[must_use]
pub fn breach(
    words: &Words,
    situation: &Situation,
    version: &Version,
    breach: &Breach,
    given: Option<Answer>,
) -> String {
    let concept = situation.book.concept(breach.concept);
    let Some(condition) = version.conditions.get(breach.condition) else { return String::new() };
    let told = given.map_or_else(|| known(words, situation, breach.concept), |given| answer(words, concept, given));
    let bound = match (breach.limit, &concept.kind) {
        (Some(amount), Kind::Number(unit)) => words.number(amount, *unit),
        _ => String::new(),
    };
    let blanks = [
        ("svar", told.as_str()),
        ("grense", bound.as_str()),
        ("begrep", words.text(concept.name)),
        ("tiltaket", words.text(situation.project.definite)),
    ];
    capitalized(&fill(words.text(condition.if_broken), &blanks))
}

/// A number that follows from other answers.
#[must_use]
pub fn known(words: &Words, situation: &Situation, concept: ConceptId) -> String {
    match situation.book.concept(concept).kind {
        Kind::Number(unit) => within(words, situation.value(concept), unit),
        _ => String::new(),
    }
}

/// A sentence may begin with a borrowed word, such as the project.
#[must_use]
pub fn capitalized(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let upper = |first: char| match first {
        'æ' => 'Æ',
        'ø' => 'Ø',
        'å' => 'Å',
        other => other.to_ascii_uppercase(),
    };
    letters.next().map(upper).into_iter().chain(letters).collect()
}
