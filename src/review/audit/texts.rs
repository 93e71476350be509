//! The texts that residents read: the same in every language, and without numbers of their own.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::load::{Language, Loaded};
use crate::rules::problem::Problem;
use crate::rules::wire::Text;

use super::problem;

/// A language that has lost a placeholder would leave out a number.
#[must_use]
pub fn placeholders_agree(loaded: &Loaded) -> Vec<Problem> {
    let differs = |text: &&Text| {
        let [nb, nn, en] = Language::ALL.map(|language| placeholders(language.of(text)));
        nb != nn || nb != en
    };
    let tell = |text: &Text| {
        problem("tekster", format!("«{}»", text.nb), "språkene har ikke de samme plassholderne i krøllparentes")
    };
    all_texts(loaded).filter(differs).map(tell).collect()
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn all_texts(loaded: &Loaded) -> impl Iterator<Item = &Text> {
    (0_u16..loaded.book.texts)
        .filter_map(|id| loaded.words.text(crate::rules::TextId(id)))
        .chain(loaded.words.interface().map(|(_, text)| text))
}

/// A limit stands once, in the rule. What residents read borrows it.
#[must_use]
pub fn digits_are_borrowed(loaded: &Loaded) -> Vec<Problem> {
    let mut problems = Vec::new();
    let told: BTreeMap<&str, Vec<&Text>> = loaded
        .sources
        .rules
        .iter()
        .map(|(file, rule)| {
            let broken = rule.conditions.iter().map(|condition| &condition.if_broken);
            (file.as_str(), broken.chain(&rule.notes).chain(&rule.procedure).collect())
        })
        .collect();
    for (file, texts) in told {
        problems.extend(texts.into_iter().filter_map(|text| digit_fault(file, text)));
    }
    for (file, content) in &loaded.sources.concepts {
        let texts = content
            .concepts
            .values()
            .flat_map(|concept| [concept.question.as_ref(), concept.help.as_ref(), concept.why.as_ref()]);
        problems.extend(texts.flatten().filter_map(|text| digit_fault(file, text)));
    }
    problems
}

fn digit_fault(file: &str, text: &Text) -> Option<Problem> {
    let loose = Language::ALL.into_iter().find(|language| has_loose_digit(language.of(text)))?;
    let message = "teksten har et tall; lån det med {grense}, eller skriv frister med bokstaver";
    Some(problem(file, format!("«{}»", loose.of(text)), message))
}

/// Digits belong to names of law, forms, standards, years and web addresses, not to sentences.
fn has_loose_digit(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.iter().enumerate().any(|(place, word)| {
        let before = place.checked_sub(1).and_then(|place| words.get(place)).copied().unwrap_or_default();
        word.chars().any(|c| c.is_ascii_digit()) && !word.contains('{') && !is_name(word, before)
    })
}

fn is_name(word: &str, before: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let named = ["§", "§§", "NS", "skjema", "skjemaet", "form", "nr.", "og", "and", "nummer", "blankett"];
    let of_law = ["TEK17", "SAK10"].iter().any(|law| word.contains(law));
    of_law || digits >= 4 || (named.contains(&before) && word.contains('-')) || matches!(before, "§" | "§§")
}
