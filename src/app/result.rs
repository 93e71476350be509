//! The answer, its reasons, and what to do about it.

use yew::Html;

use crate::engine::{Situation, Verdict, next_question};

use super::answers_summary::answers_summary;
use super::clearances::clearances;
use super::edition::edition;
use super::headline::{Headline, headline};
use super::icon::icon;
use super::markup::{Act, el, element, group, p, text};
use super::reasons::reasons;
use super::rich_text::rich_text;
use super::state::{Action, Start};
use super::todo_list::{duties, todo_list};
use super::view::View;
use super::wording;

/// The whole of it.
pub(super) fn result(view: &View, verdict: &Verdict) -> Html {
    let Some(situation) = view.state.situation() else { return Html::default() };
    let headline = headline(view.state.book, verdict);
    let more_to_ask = next_question(view.state.book, verdict).is_some();
    let mut inside = vec![banner(view, &situation, headline)];
    if more_to_ask && headline.is_application() {
        inside.push(go_on(view));
    }
    inside.push(body(view, &situation, verdict, headline));
    inside.push(answers_summary(view));
    inside.push(edition(view, &situation, verdict));
    inside.push(buttons(view));
    el("div", "skjerm svar", inside)
}

fn buttons(view: &View) -> Html {
    let mut inside = vec![
        view.button("secondary", Act::Print, "skriv-ut"),
        view.button("tertiary", Act::Do(Action::Restart), "start-på-nytt"),
    ];
    if view.state.can_go_back() {
        inside.push(view.button("tertiary", Act::Do(Action::Back), "tilbake"));
    }
    el("div", "knapper uten-papir", inside)
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
        Headline::CheckFirst | Headline::Undecided => group(vec![clear, todo, reasons, duties, notes]),
        Headline::InOrderFirst => group(vec![todo, clear, reasons, duties, notes]),
        _ => group(vec![reasons, todo, clear, duties, notes]),
    }
}

/// The headline: sign, words and colour say the same.
fn banner(view: &View, situation: &Situation, headline: Headline) -> Html {
    let begun = matches!(view.state.start, Some(Start::Begun(_)));
    let key = [headline.key(), if begun { "-ferdig" } else { "" }].concat();
    let covered_from = wording::date(situation.book.covers_from.number());
    let more = view.words.filled(&[&key, "-mer"].concat(), &[("dato", &covered_from)]);
    let said = element("div", &[], vec![view.title(vec![text(view.words.word(&key))]), p(&more)]);
    element("div", &[("class", "utfall"), ("data-color", headline.color())], vec![icon(headline), said])
}

/// An application is certain; the rest of the questions say what it needs.
fn go_on(view: &View) -> Html {
    let button = view.button("primary", Act::Do(Action::Continue), "se-søknaden");
    el("div", "videre uten-papir", vec![p(view.word("se-søknaden-hjelp")), button])
}

fn notes(view: &View, situation: &Situation, verdict: &Verdict) -> Html {
    let version = verdict.basis.and_then(|rule| situation.book.version(rule, situation.date));
    let of_rule = version.map_or(&[][..], |version| &version.notes);
    let mut notes: Vec<Html> = Vec::new();
    for list in [of_rule, &situation.project.notes] {
        for note in list {
            let note = wording::about(view.words, situation.project, *note);
            notes.push(element("li", &[], vec![rich_text(view, &note)]));
        }
    }
    if notes.is_empty() {
        return Html::default();
    }
    view.section("verdt-å-vite", vec![el("ul", "ds-list", notes)])
}
