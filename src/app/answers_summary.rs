//! All answers, each with a way to change it.

use yew::Html;

use super::field::Ask;
use super::markup::{el, element, words};
use super::state::{Action, Start};
use super::view::View;
use super::wording;

/// The list, in the order of the questions.
pub(super) fn answers_summary(view: &View) -> Html {
    let state = view.state;
    let project = state.project().map_or("", |project| view.text(project.name));
    let start = match state.start {
        Some(Start::Begun(date)) => view.words.filled("begynte", &[("dato", &wording::date(date.number()))]),
        _ => view.word("ikke-begynt").to_owned(),
    };
    let given = |id| state.project().is_some_and(|project| project.given.iter().any(|(known, _)| *known == id));
    let mut rows = vec![
        row(view, view.word("tiltaket"), project, Ask::Project),
        row(view, view.word("arbeidets-start"), &start, Ask::Start),
    ];
    for step in state.book.parts.iter().flat_map(|part| &part.steps) {
        for id in step.concepts.iter().copied().filter(|id| !given(*id)) {
            let Some(answer) = state.answers.get(id) else { continue };
            let concept = state.book.concept(id);
            let told = wording::answer(view.words, concept, answer);
            rows.push(row(view, view.text(concept.name), &told, Ask::Concept(id)));
        }
    }
    view.section("svarene-dine", vec![el("dl", "svar-liste", rows)])
}

fn row(view: &View, name: &str, answer: &str, ask: Ask) -> Html {
    let change = el("dd", "uten-papir", vec![view.link_button(Action::Change(ask), "endre", name)]);
    element("div", &[], vec![words("dt", "", name), words("dd", "", answer), change])
}
