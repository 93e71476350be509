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
            let rows = sentences.iter().map(|sentence| row(volume, sentence, &pairs, &file.not_encoded));
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
fn row(volume: &Volume, sentence: &str, pairs: &[Pair], not_encoded: &[wire::NotEncoded]) -> Html {
    let quoted = |quote: &str| sentence.contains(quote);
    let own: Vec<&Pair> = pairs.iter().filter(|(_, file)| file.quote.as_deref().is_some_and(quoted)).collect();
    let quotes: Vec<&str> = own.iter().filter_map(|(_, file)| file.quote.as_deref()).collect();
    let law = el("blockquote", &[("class", "lov"), ("lang", "no")], tag("p", marked(sentence, &quotes)));
    let conditions = own.iter().map(|(own, file)| {
        let quote = file.quote.as_deref().filter(|quote| *quote != sentence.trim_end_matches('.'));
        let quote = quote.map(|quote| el("p", &[("class", "sitat"), ("lang", "no")], tag("q", quote)));
        of_class("div", "vilkår", Html::from(quote).then(condition(volume, own)))
    });
    let reasons = not_encoded.iter().filter(|part| quoted(&part.quote)).map(|part| {
        let whole = part.quote.trim_end_matches('.') == sentence.trim_end_matches('.');
        let quote = (!whole).then(|| el("p", &[("class", "sitat"), ("lang", "no")], tag("q", part.quote.as_str())));
        let head = of_class("p", "utenfor", volume.word("ikke-kodet"));
        of_class("div", "ikke-kodet", head.then(quote).then(volume.in_bokmal("p", &part.why)))
    });
    let beside: Vec<Html> = conditions.chain(reasons).collect();
    of_class("div", "setning", [law, of_class("div", "ved-siden", beside)])
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
