//! Which rules the answer rests on, what it does not see, and whose responsibility it is.

use yew::Html;

use crate::engine::{Situation, Verdict};

use super::markup::{el, p, words};
use super::state::Start;
use super::view::View;
use super::wording;

/// The small print, in full sentences.
pub(super) fn edition(view: &View, situation: &Situation, verdict: &Verdict) -> Html {
    let begun = matches!(view.state.start, Some(Start::Begun(_)));
    let day = wording::date(situation.date.number());
    let newest = wording::date(situation.book.newest().number());
    let key = if begun { "utgave-begynt" } else { "utgave" };
    let judged = view.words.filled(key, &[("dato", &day), ("utgave", &view.props.edition)]);
    let mut tried = verdict.tried.iter().filter_map(|(rule, _)| situation.book.version(*rule, situation.date));
    let unchecked = tried.any(|version| !version.checked);
    let unchecked = if unchecked { words("p", "ukontrollert", view.word("ikke-kontrollert")) } else { Html::default() };
    let inside = vec![
        p(view.word("ditt-ansvar")),
        p(&[view.word("ser-ikke"), " ", view.word("ser-ikke-vedtak")].concat()),
        p(&[judged, view.words.filled("nyeste", &[("dato", &newest)])].join(" ")),
        unchecked,
        p(view.word("kilder")),
    ];
    el("div", "om-svaret", vec![view.section("om-svaret", inside)])
}
