//! The answer, its reasons, and what to do about it.

use yew::{Html, html};

use crate::engine::{Situation, Verdict, next_question};

use super::answers_summary::answers_summary;
use super::clearances::clearances;
use super::edition::edition;
use super::headline::{Headline, headline};
use super::icon::icon;
use super::reasons::reasons;
use super::rich_text::rich_text;
use super::state::{Action, Start};
use super::todo_list::{duties, todo_list};
use super::view::View;
use super::wording;

/// The whole of it.
pub(super) fn result(view: &View, verdict: &Verdict) -> Html {
    let Some(situation) = view.state.situation() else { return Html::default() };
    let headline = headline(&view.state.book, verdict);
    let more_to_ask = next_question(&view.state.book, verdict).is_some();
    html! {
        <div key={view.state.number()} class="skjerm svar">
            { banner(view, &situation, headline) }
            if more_to_ask && headline.is_application() { { go_on(view) } }
            { body(view, &situation, verdict, headline) }
            { answers_summary(view) }
            { edition(view, &situation, verdict) }
            <div class="knapper uten-papir">
                <button type="button" class="ds-button" data-variant="secondary" onclick={print(view)}>
                    { view.word("skriv-ut").to_owned() }
                </button>
                { view.button("tertiary", Action::Restart, "start-på-nytt") }
                if view.state.can_go_back() { { view.button("tertiary", Action::Back, "tilbake") } }
            </div>
        </div>
    }
}

/// What is to be cleared comes before the reasons where the answer hangs on it.
fn body(view: &View, situation: &Situation, verdict: &Verdict, headline: Headline) -> Html {
    let reasons = reasons(view, situation, verdict, headline);
    if !view.words.complete {
        return reasons;
    }
    let todo = todo_list(view, situation, verdict);
    let duties = duties(view, situation, verdict);
    let notes = notes(view, situation, verdict);
    let hangs = matches!(headline, Headline::CheckFirst | Headline::Undecided | Headline::NotCovered);
    let clear = clearances(view, situation, verdict, if hangs { "sjekk" } else { "sjekk-også" });
    match headline {
        Headline::NotCovered => clear,
        Headline::CheckFirst | Headline::Undecided => html! { <>{ clear }{ todo }{ reasons }{ duties }{ notes }</> },
        Headline::InOrderFirst => html! { <>{ todo }{ clear }{ reasons }{ duties }{ notes }</> },
        _ => html! { <>{ reasons }{ todo }{ clear }{ duties }{ notes }</> },
    }
}

/// The headline: sign, words and colour say the same.
fn banner(view: &View, situation: &Situation, headline: Headline) -> Html {
    let begun = matches!(view.state.start, Some(Start::Begun(_)));
    let key = [headline.key(), if begun { "-ferdig" } else { "" }].concat();
    let covered_from = wording::date(situation.book.covers_from.number());
    let more = view.words.filled(&[&key, "-mer"].concat(), &[("dato", &covered_from)]);
    html! {
        <div class="utfall" data-color={headline.color()}>
            { icon(headline) }
            <div>
                { view.title("lg", view.words.word(&key).to_owned().into()) }
                <p>{ more }</p>
            </div>
        </div>
    }
}

/// An application is certain; the rest of the questions say what it needs.
fn go_on(view: &View) -> Html {
    html! {
        <div class="videre uten-papir">
            <p>{ view.word("se-søknaden-hjelp").to_owned() }</p>
            { view.button("primary", Action::Continue, "se-søknaden") }
        </div>
    }
}

fn notes(view: &View, situation: &Situation, verdict: &Verdict) -> Html {
    let version = verdict.basis.and_then(|rule| situation.book.version(rule, situation.date));
    let of_rule = version.iter().flat_map(|version| &version.notes);
    let notes: Vec<Html> = of_rule
        .chain(&situation.project.notes)
        .map(|note| html! { <li>{ rich_text(view, &wording::about(view.words, situation.project, *note)) }</li> })
        .collect();
    if notes.is_empty() {
        return Html::default();
    }
    html! {
        <div class="avsnitt">
            { view.heading(1, "sm", view.word("verdt-å-vite")) }
            <ul class="ds-list">{ for notes }</ul>
        </div>
    }
}

fn print(view: &View) -> yew::Callback<yew::MouseEvent> {
    let page = view.props.page.clone();
    yew::Callback::from(move |_| page.print())
}
