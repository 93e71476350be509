//! The texts that residents read: the same in every language, and without numbers of their own.

use std::collections::BTreeSet;

use crate::rules::code::Code;
use crate::rules::load::Language;
use crate::rules::problem::Finding;
use crate::rules::source::Sources;

use super::every_text::{Placed, every_text};

/// A text without words is a hole on the page; a line break or a tab would end it early.
#[must_use]
pub fn texts_are_not_empty(sources: &Sources) -> Vec<Finding> {
    let mut findings = Vec::new();
    for placed in every_text(sources) {
        let empty = |text: &str| text.trim().is_empty() || text.contains(['\n', '\t']);
        let bad = Language::ALL.into_iter().filter(|language| empty(language.of(&placed.text)));
        findings.extend(bad.map(|language| {
            let message = "teksten er tom eller har linjeskift; skriv den på én linje";
            Finding::new(Code::EmptyText, &placed.file, placed.path.then(language.tag()), message)
        }));
    }
    findings
}

/// A language that has lost a placeholder would leave out a number.
#[must_use]
pub fn placeholders_agree(sources: &Sources) -> Vec<Finding> {
    every_text(sources).iter().flat_map(disagreement).collect()
}

fn disagreement(placed: &Placed) -> Vec<Finding> {
    let Placed { file, path, text } = placed;
    let own = placeholders(&text.nb);
    let differs = |language: &Language| placeholders(language.of(text)) != own;
    let others = Language::ALL.into_iter().filter(differs);
    others
        .map(|language| {
            let names = own.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ");
            let names = if names.is_empty() { "ingen".to_owned() } else { names };
            let message = format!("språkene har ikke de samme plassholderne; bokmål har {names}. Skriv de samme her");
            Finding::new(Code::Placeholders, file, path.then(language.tag()), message)
        })
        .collect()
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// A placeholder that nothing fills would be read as it stands.
#[must_use]
pub fn blanks_are_filled(sources: &Sources) -> Vec<Finding> {
    // The widget, its late parts and the checklist fill their own.
    let own = ["grensesnitt.json", "senere", "sjekkliste.json"];
    let texts = every_text(sources).into_iter().filter(|placed| !own.contains(&placed.home()));
    texts.filter_map(|placed| unfilled(sources, &placed)).collect()
}

fn unfilled(sources: &Sources, placed: &Placed) -> Option<Finding> {
    let mut known = vec!["tiltaket"];
    if placed.keys().next() == Some("ved-brudd") {
        known.extend(["svar", "grense", "begrep"]);
    }
    if let Some(concept) = placed.keys().find_map(|key| concept(sources, key)) {
        known.extend(concept.numbers.keys().map(String::as_str));
    }
    let unknown = placeholders(&placed.text.nb).into_iter().find(|name| !known.contains(name))?;
    let known = known.into_iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ");
    let message = format!("{{{unknown}}} blir aldri fylt ut her; bruk {known}");
    Some(Finding::new(Code::UnknownPlaceholder, &placed.file, placed.path.then("nb"), message))
}

fn concept<'a>(sources: &'a Sources, name: &str) -> Option<&'a crate::rules::wire::Concept> {
    sources.concepts.iter().find_map(|(_, file)| file.concepts.get(name))
}

/// A limit stands once, in the rule. What residents read borrows it.
#[must_use]
pub fn digits_are_borrowed(sources: &Sources) -> Vec<Finding> {
    let ruled: BTreeSet<&str> = sources.rules.iter().map(|(file, _)| file.as_str()).collect();
    let told = |placed: &Placed| {
        let keys: &[&str] = match placed.home() {
            "begreper" => &["spørsmål", "hjelp", "mer", "hvorfor"],
            _ if ruled.contains(placed.file.as_str()) => &["ved-brudd", "merknader", "framgangsmåte"],
            _ => &[],
        };
        placed.keys().next().is_some_and(|key| keys.contains(&key))
    };
    every_text(sources).into_iter().filter(told).filter_map(|placed| digit_fault(&placed)).collect()
}

fn digit_fault(Placed { file, path, text }: &Placed) -> Option<Finding> {
    let loose = Language::ALL.into_iter().find(|language| has_loose_digit(language.of(text)))?;
    let message = "teksten har et tall; lån det med {grense}, eller skriv frister med bokstaver";
    Some(Finding::new(Code::LooseDigit, file, path.then(loose.tag()), message))
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
