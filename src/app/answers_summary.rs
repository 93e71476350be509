//! All answers, each with a way to change it.

use crate::rules::ConceptId;

use super::field::Ask;
use super::state::{Action, Start};
use super::view::View;
use crate::wording;

/// The list, in the order of the questions.
pub(super) fn answers_summary(view: &mut View) {
    let state = view.state;
    let project = state.project().map(|project| view.words.project(project)).unwrap_or_default();
    let start = match state.start {
        Some(Start::Begun(date)) => view.words.filled("begynte", &[("dato", &wording::long_date(view.words, date))]),
        _ => view.word("ikke-begynt").to_owned(),
    };
    view.section("svarene-dine");
    view.el("dl", "svar-liste");
    row(view, view.words.word("tiltaket"), &project, Ask::Project);
    row(view, view.words.word("arbeidets-start"), &start, Ask::Start);
    for part in &state.book.parts {
        for step in &part.steps {
            for concept in &step.concepts {
                given(view, *concept);
            }
        }
    }
    view.end_both();
}

/// The answer about a concept, where there is one and this kind of work asks for it.
fn given(view: &mut View, id: ConceptId) {
    let state = view.state;
    let (Some(answer), Some(project)) = (state.answers.get(id), state.project()) else { return };
    if !state.book.project_asks(project, id) {
        return;
    }
    let concept = state.book.concept(id);
    row(view, view.words.text(concept.name), &wording::answer(view.words, concept, answer), Ask::Concept(id));
}

fn row(view: &mut View, name: &str, answer: &str, ask: Ask) {
    view.element("div");
    view.line("dt", "", name);
    view.line("dd", "", answer);
    view.el("dd", "uten-papir");
    view.link_button(Action::Change(ask), "endre", name);
    view.end_both();
}
