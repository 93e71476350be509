//! Words of the interface that are never shown.

use std::collections::BTreeSet;

use crate::rules::code::Code;
use crate::rules::path::Path;
use crate::rules::problem::Finding;
use crate::rules::source::Sources;

/// Before the name of whom to ask.
const WHOM: &str = "hos.";

/// Before the name of a service of the municipality, and before that name where somebody is sent there.
const SERVICE: (&str, &str) = ("lenke.", "kommunen-");

/// Every word of the interface is asked for by the widget, or by the rules themselves. `asked` is every text that the
/// widget's own code holds; a word may be put together of several.
#[must_use]
pub fn words_are_shown(sources: &Sources, asked: &BTreeSet<String>) -> Vec<Finding> {
    let Some(interface) = &sources.interface else { return Vec::new() };
    let whom = whom(sources);
    let is_sent_to = |service: &str| whom.contains([SERVICE.1, service].concat().as_str());
    let shown = |name: &str| match name.strip_prefix(WHOM) {
        Some(name) => whom.contains(name),
        None => is_made_of(name, asked) || name.strip_prefix(SERVICE.0).is_some_and(is_sent_to),
    };
    let sections = [
        ("ord", &interface.words),
        ("ord-i-spørsmålene", &interface.question_words),
        ("ord-i-svaret", &interface.answer_words),
    ];
    let words = sections.into_iter().flat_map(|(section, words)| words.keys().map(move |name| (section, name)));
    let idle = words.filter(|(_, name)| !shown(name));
    idle.map(|(section, name)| {
        let message = format!("ordet `{name}` vises aldri; fjern det, eller rett navnet");
        Finding::new(Code::UnusedWord, "grensesnitt.json", (section, name), message)
    })
    .collect()
}

/// Whoever a resident is sent to has a name in the interface.
#[must_use]
pub fn whom_to_ask_is_known(sources: &Sources) -> Vec<Finding> {
    let Some(interface) = &sources.interface else { return Vec::new() };
    let unknown = |whom: &str| !interface.question_words.contains_key(&[WHOM, whom].concat());
    let message = |whom: &str| {
        format!("`{whom}` har ikke noe navn; skriv `{WHOM}{whom}` i grensesnitt.json, eller rett skrivemåten")
    };
    let consequences = sources.consequences.iter().flat_map(|file| &file.consequences);
    let consequences = consequences
        .filter(|(_, it)| unknown(&it.with))
        .map(|(id, it)| Finding::new(Code::UnknownWhom, "folger.json", ("følger", id, "hos"), message(&it.with)));
    let concepts =
        sources.concepts.iter().flat_map(|(file, content)| content.concepts.iter().map(move |it| (file, it)));
    let concepts = concepts.filter_map(|(file, (name, concept))| {
        let whom = concept.unsure.as_ref().map(|unsure| &unsure.find.with).filter(|whom| unknown(whom))?;
        let path = Path::from(("begreper", name, "vet-ikke", "finn-svaret")).then("hos");
        Some(Finding::new(Code::UnknownWhom, file, path, message(whom)))
    });
    consequences.chain(concepts).collect()
}

/// Everybody whom a resident may be sent to.
fn whom(sources: &Sources) -> BTreeSet<&str> {
    let consequences = sources.consequences.iter().flat_map(|file| file.consequences.values()).map(|it| &it.with);
    let concepts = sources.concepts.iter().flat_map(|(_, file)| file.concepts.values());
    let unsure = concepts.filter_map(|concept| concept.unsure.as_ref()).map(|unsure| &unsure.find.with);
    consequences.chain(unsure).map(String::as_str).collect()
}

/// Whether a name is one of the texts, or some of them after one another, and perhaps a number last.
fn is_made_of(name: &str, texts: &BTreeSet<String>) -> bool {
    texts.contains(name)
        || name.char_indices().skip(1).any(|(at, _)| {
            let is_number = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit());
            name.split_at_checked(at)
                .is_some_and(|(first, rest)| texts.contains(first) && (is_number(rest) || is_made_of(rest, texts)))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_be_made_of_parts() {
        let texts = ["svar-", "fri", "-mer"].map(str::to_owned).into_iter().collect();
        assert!(is_made_of("svar-fri-mer", &texts) && is_made_of("fri", &texts));
        assert!(is_made_of("svar-12", &texts) && !is_made_of("12", &texts));
        assert!(!is_made_of("svar-fritt", &texts) && !is_made_of("svarfri", &texts));
    }
}
