//! Which rules the answer rests on, what it does not see, and whose responsibility it is.

use yew::{Html, html};

use crate::engine::{Situation, Verdict};

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
    let tried = verdict.tried.iter().filter_map(|(rule, _)| situation.book.version(*rule, situation.date));
    let unchecked = tried.clone().any(|version| !version.checked);
    html! {
        <div class="avsnitt om-svaret">
            { view.heading(1, "sm", view.word("om-svaret")) }
            <p>{ view.word("ditt-ansvar").to_owned() }</p>
            <p>{ view.word("ser-ikke").to_owned() }{ " " }{ view.word("ser-ikke-vedtak").to_owned() }</p>
            <p>
                { judged }{ " " }{ view.words.filled("nyeste", &[("dato", &newest)]) }
                if unchecked { { " " }<strong>{ view.word("ikke-kontrollert").to_owned() }</strong> }
            </p>
            <p>{ view.word("kilder").to_owned() }</p>
        </div>
    }
}
