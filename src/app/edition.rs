//! Which rules the answer rests on, what it does not see, and whose responsibility it is.

use crate::engine::{Situation, Verdict};

use super::state::Start;
use super::view::View;
use crate::wording;

/// The small print, in full sentences.
pub(super) fn edition(view: &mut View, situation: &Situation, verdict: &Verdict) {
    let begun = matches!(view.state.start, Some(Start::Begun(_)));
    let day = wording::long_date(view.words, situation.date);
    let newest = wording::long_date(view.words, situation.book.newest_on(situation.date));
    let [key, newest_key] = if begun { ["utgave-begynt", "nyeste-begynt"] } else { ["utgave", "nyeste"] };
    let judged = view.words.filled(key, &[("dato", &day), ("utgave", &view.props.edition)]);
    let mut tried = verdict.tried.iter().filter_map(|(rule, _)| situation.book.version(*rule, situation.date));
    view.el("div", "om-svaret");
    view.section("om-svaret");
    view.p(view.word("ditt-ansvar"));
    view.p(&[view.word("ser-ikke"), " ", view.word("ser-ikke-vedtak")].concat());
    let copied_on = view.word("kopi-fra");
    if copied_on != "kopi-fra" {
        view.p(&view.words.filled("kopi", &[("dato", copied_on)]));
    }
    view.p(&[judged, view.words.filled(newest_key, &[("dato", &newest)])].join(" "));
    if tried.any(|version| !version.is_checked(view.state.today)) {
        view.line("p", "ukontrollert", view.word("ikke-kontrollert"));
    }
    view.p(view.word("kilder"));
    view.end_both();
}
