//! Whether the texts are plain: short sentences, few long words, no words of the office, no double negation.
//!
//! What is long, heavy or of the office is told by `klarsprak.json`, which lawyers maintain.

use crate::rules::code::Code;
use crate::rules::load::Language;
use crate::rules::problem::Finding;
use crate::rules::source::Sources;
use crate::rules::wire::{PlainLanguage, PlainWords};

use super::every_text::{Placed, every_text};
use crate::review::sentences::{sentences, words};

/// Letters beyond which a word is long, by the definition of LIX.
const LONG_WORD: usize = 6;

/// Warns of every text that could be plainer, with a suggestion.
#[must_use]
pub fn language_is_plain(sources: &Sources) -> Vec<Finding> {
    let Some(plain) = &sources.plain_language else { return Vec::new() };
    let mut findings = Vec::new();
    for placed in every_text(sources) {
        for language in Language::ALL {
            let words = plain.of(language);
            let text = language.of(&placed.text);
            let told = [long_sentence(plain, text), heavy(plain, text), double_negation(words, text)];
            let told = told.into_iter().flatten().chain(office_words(words, text));
            findings.extend(told.map(|(code, message)| warning(&placed, language, code, message)));
        }
    }
    findings
}

fn warning(placed: &Placed, language: Language, code: Code, message: String) -> Finding {
    Finding::new(code, &placed.file, placed.path.then(language.tag()), message)
}

impl PlainLanguage {
    fn of(&self, language: Language) -> &PlainWords {
        match language {
            Language::Nb => &self.nb,
            Language::Nn => &self.nn,
            Language::En => &self.en,
        }
    }
}

fn long_sentence(plain: &PlainLanguage, text: &str) -> Option<(Code, String)> {
    let longest = sentences(text).into_iter().max_by_key(|sentence| words(sentence).count())?;
    let count = words(longest).count();
    let message = || {
        let most = plain.sentence.most_words;
        format!("«{}» har {count} ord; del den, så hver setning har høyst {most}", beginning(longest))
    };
    (count > plain.sentence.most_words).then(|| (Code::LongSentence, message()))
}

fn heavy(plain: &PlainLanguage, text: &str) -> Option<(Code, String)> {
    let (count, lix) = (words(text).count(), lix(text));
    let longest = weighed(text).max_by_key(|word| word.chars().count()).unwrap_or_default();
    let message = || {
        let most = plain.lix.most;
        format!(
            "teksten har lesbarhetstall (LIX) {lix}, over {most}; skriv kortere setninger og kortere ord enn «{longest}»"
        )
    };
    (count >= plain.lix.from_words && lix > plain.lix.most).then(|| (Code::HeavyText, message()))
}

/// Words for each sentence, and long words in a hundred.
fn lix(text: &str) -> usize {
    let count = weighed(text).count();
    let long = weighed(text).filter(|word| word.chars().count() > LONG_WORD).count();
    if count == 0 { 0 } else { count / sentences(text).len().max(1) + long * 100 / count }
}

/// The words that can be heavy: web addresses are not chosen by who writes.
fn weighed(text: &str) -> impl Iterator<Item = &str> {
    words(text).filter(|word| !word.contains(['.', '/']))
}

fn beginning(sentence: &str) -> String {
    let first: Vec<&str> = sentence.split_whitespace().take(6).collect();
    format!("{} …", first.join(" "))
}

fn office_words<'a>(plain: &'a PlainWords, text: &'a str) -> impl Iterator<Item = (Code, String)> + 'a {
    let spoken = spoken(text);
    let found = move |word: &&String| spoken.contains(&format!(" {} ", word.to_lowercase()));
    plain.office.iter().flat_map(move |office| {
        let words: Vec<&String> = office.words.iter().filter(&found).collect();
        words.into_iter().map(|word| (Code::OfficeWord, format!("«{word}» er tungt; skriv heller «{}»", office.better)))
    })
}

/// The words alone, small, a space round each.
fn spoken(text: &str) -> String {
    format!(" {} ", words(text).collect::<Vec<_>>().join(" ").to_lowercase())
}

fn double_negation(plain: &PlainWords, text: &str) -> Option<(Code, String)> {
    let twice = sentences(text)
        .into_iter()
        .find(|sentence| clauses(plain, sentence).any(|clause| negations(plain, &clause) > 1))?;
    let message = format!("«{}» nekter to ganger; si heller rett fram hva som gjelder", beginning(twice));
    Some((Code::DoubleNegation, message))
}

/// What lies between commas and the words that begin a new thought, fixed expressions taken out.
fn clauses<'a>(plain: &'a PlainWords, sentence: &'a str) -> impl Iterator<Item = String> + 'a {
    sentence.split([',', ';', ':', '–', '(']).flat_map(|part| {
        let fixed = plain.fixed.iter().map(|fixed| fixed.to_lowercase());
        let mut part = fixed.fold(spoken(part), |part, fixed| part.replace(&format!(" {fixed} "), " "));
        for word in &plain.begins_clause {
            part = part.replace(&format!(" {word} "), " | ");
        }
        part.split('|').map(str::to_owned).collect::<Vec<_>>()
    })
}

fn negations(plain: &PlainWords, clause: &str) -> usize {
    words(clause).filter(|word| plain.negations.iter().any(|negation| negation == word)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_ease_counts_words_and_long_words() {
        // Ten words in two sentences, one of them long: 5 + 10.
        assert_eq!(lix("Du kan bo her nå. Det er en grei eiendom."), 15);
        assert_eq!(lix(""), 0);
    }
}
