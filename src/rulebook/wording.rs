//! The statute, sentence by sentence, and beside each what is made of it.

use crate::rules::wire::{self, Wording};
use crate::rules::{Condition, Version};

use super::condition::condition;
use super::html::{Html, el, of_class, tag};
use super::volume::Volume;

/// The words and the conditions, or why the words are not there and the conditions alone.
pub(super) fn wording(volume: &Volume, version: &Version, file: &wire::Rule) -> Html {
    let pairs: Vec<Pair> = version.conditions.iter().zip(&file.conditions).collect();
    match &file.wording {
        Wording::Quoted(sentences) => {
            let rows = sentences.iter().map(|sentence| row(volume, sentence, sentences, &pairs, &file.not_encoded));
            of_class("div", "ordlyd", rows.collect::<Vec<_>>())
        }
        Wording::Unquoted(source) => {
            let rests = of_class("p", "varsel", volume.word(unread(source.kind)));
            let basis = of_class("p", "grunnlag", volume.in_bokmal("span", &source.basis));
            let conditions = pairs.iter().map(|(own, _)| of_class("div", "vilkår", condition(volume, own)));
            rests.then(basis).then(of_class("div", "uten-ordlyd", conditions.collect::<Vec<_>>()))
        }
    }
}

type Pair<'a> = (&'a Condition, &'a wire::Condition);

const fn unread(kind: wire::SourceKind) -> &'static str {
    match kind {
        wire::SourceKind::NotRead => "ikke-lest",
        wire::SourceKind::Guidance => "veiledning",
        wire::SourceKind::Practice => "praksis",
    }
}

/// A sentence, and beside it its conditions and what of it is not encoded.
fn row(volume: &Volume, sentence: &str, all: &[String], pairs: &[Pair], not_encoded: &[wire::NotEncoded]) -> Html {
    let quote_of = |(_, file): &Pair| file.quote.clone().unwrap_or_default();
    let why_quote = |part: &wire::NotEncoded| part.quote.clone();
    let mut own = quoting_first(sentence, all, pairs, quote_of);
    let mut told = quoting_first(sentence, all, not_encoded, why_quote);
    if own.is_empty() && told.is_empty() {
        own = quoting(sentence, pairs, quote_of);
        told = quoting(sentence, not_encoded, why_quote);
    }
    let quoted: Vec<&str> = own.iter().filter_map(|(_, file)| file.quote.as_deref()).collect();
    let law = el("blockquote", &[("class", "lov"), ("lang", "no")], tag("p", marked(sentence, &quoted)));
    let conditions = own.iter().map(|(own, file)| {
        let quote = part_of(sentence, file.quote.as_deref().unwrap_or_default());
        of_class("div", "vilkår", Html::from(quote).then(condition(volume, own)))
    });
    let reasons = told.iter().map(|part| {
        let head = of_class("p", "utenfor", volume.word("ikke-kodet"));
        let quote = part_of(sentence, &part.quote);
        of_class("div", "ikke-kodet", head.then(quote).then(volume.in_bokmal("p", &part.why)))
    });
    let beside: Vec<Html> = conditions.chain(reasons).collect();
    of_class("div", "setning", [law, of_class("div", "ved-siden", beside)])
}

/// What quotes a sentence.
fn quoting<'a, T>(sentence: &str, parts: &'a [T], quote: impl Fn(&T) -> String) -> Vec<&'a T> {
    parts.iter().filter(|part| sentence.contains(&quote(part))).collect()
}

/// What quotes this sentence and none before it. A quote of few words may stand in several; it is shown beside the first,
/// and again only where a sentence would otherwise have nothing beside it.
fn quoting_first<'a, T>(
    sentence: &str,
    all: &[String],
    parts: &'a [T],
    quote: impl Fn(&T) -> String + Copy,
) -> Vec<&'a T> {
    let mut found = quoting(sentence, parts, quote);
    found.retain(|part| {
        let quote = quote(part);
        all.iter().find(|sentence| sentence.contains(&quote)).is_some_and(|first| first == sentence)
    });
    found
}

/// The quote, where it is not the whole sentence.
fn part_of(sentence: &str, quote: &str) -> Option<Html> {
    let whole = quote.trim_end_matches('.') == sentence.trim_end_matches('.');
    (!whole).then(|| el("p", &[("class", "sitat"), ("lang", "no")], tag("q", quote)))
}

/// The sentence, with the words that have become conditions marked.
fn marked(sentence: &str, quotes: &[&str]) -> Html {
    let places: Vec<(usize, usize)> =
        quotes.iter().filter_map(|quote| sentence.find(quote).map(|at| (at, at + quote.len()))).collect();
    let mut ends: Vec<usize> = places.iter().flat_map(|(from, to)| [*from, *to]).chain([0, sentence.len()]).collect();
    ends.sort_unstable();
    ends.dedup();
    let between = ends.iter().zip(ends.iter().skip(1));
    between
        .map(|(from, to)| {
            let part = sentence.get(*from..*to).unwrap_or_default();
            let encoded = places.iter().any(|(start, end)| start <= from && to <= end);
            if encoded { of_class("span", "kodet", part) } else { Html::from(part) }
        })
        .collect()
}
