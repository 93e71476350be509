//! A screen of questions.

use crate::engine::{Verdict, assess};
use crate::rules::Kind;

use super::choice_field::choice_field;
use super::date_field::{date_field, start_field};
use super::error_summary::error_summary;
use super::field::{Ask, Field};
use super::field_parts;
use super::listen::Act;
use super::names::Name;
use super::own::{is_choice, notices, service};
use super::progress::progress;
use super::project_field::project_field;
use super::quantity_field::{Before, quantity_field};
use super::state::{Action, Questions};
use super::view::View;
use super::why::why;

/// Heading, questions, errors, and the way on and back.
pub(super) fn question(view: &mut View, questions: &Questions, verdict: Option<&Verdict>) {
    let state = view.state;
    let before = state.situation_before();
    let judged = before.as_ref().map(|situation| (situation, assess(situation)));
    let before: Before = judged.as_ref().map(|(situation, verdict)| (*situation, verdict));
    view.screen("form", "skjerm");
    view.set(Name::NoValidate, "true");
    view.sent();
    heading(view, questions, verdict);
    above(view, questions);
    for (place, field) in state.fields.iter().enumerate() {
        asked(view, place, field, before);
    }
    error_summary(view);
    buttons(view);
    if questions.asks.first() == Some(&Ask::Start) {
        view.later("for-start");
    }
    view.end();
}

fn buttons(view: &mut View) {
    view.el("div", "knapper");
    view.el("button", "ds-button");
    view.set(Name::Type, "submit");
    view.say(view.word("neste"));
    view.end();
    if view.state.can_go_back() {
        view.button("tertiary", Act::Do(Action::Back), "tilbake");
    }
    view.end();
}

fn asked(view: &mut View, place: usize, field: &Field, before: Before) {
    let book = view.state.book;
    let id = match field.ask {
        Ask::Project => return project_field(view, place, field),
        Ask::Start => return start_field(view, place, field),
        Ask::Concept(id) => id,
    };
    let concept = book.concept(id);
    view.el("div", "sak");
    view.set(Name::DataConcept, &concept.id);
    match concept.kind {
        Kind::YesNo | Kind::Choice(_) => choice_field(view, place, field, id),
        Kind::Number(unit) => {
            quantity_field(view, place, field, id, unit, before);
            view.later(&field_parts::id(place, "-regn"));
        }
        Kind::Date => date_field(view, place, field, id),
    }
    let with = whom(view, field);
    if view.state.fields.iter().take(place).all(|field| whom(view, field) != with) {
        service(view, with);
    }
    notices(view, "begrep", &concept.id);
    why(view, id, before);
    view.end();
}

/// Who knows the answer.
fn whom<'a>(view: &View<'a>, field: &Field) -> &'a str {
    let Ask::Concept(id) = field.ask else { return "" };
    let question = view.state.book.concept(id).question.as_ref();
    question.and_then(|question| Some(question.unsure.as_ref()?.with.as_str())).unwrap_or_default()
}

/// The heading takes the focus, so it says both the part and the step.
fn heading(view: &mut View, questions: &Questions, verdict: Option<&Verdict>) {
    let book = view.state.book;
    let step = questions.step.and_then(|(part, step)| book.parts.get(part)?.steps.get(step));
    let title = match (step, questions.asks.first()) {
        (Some(step), _) => view.text(step.name),
        (None, Some(Ask::Project)) => view.word("hva-vil-du-bygge"),
        (None, _) => view.word("når-begynner-arbeidet"),
    };
    let part = questions.step.zip(verdict).map(|((part, _), verdict)| progress(view, part, verdict));
    view.title();
    if let Some(part) = part {
        view.el("span", "del");
        view.say(&part);
        view.heard(". ");
        view.end();
    }
    view.say(title);
    view.end();
}

/// What the first screens say before they ask.
fn above(view: &mut View, questions: &Questions) {
    if view.state.number() == 1 {
        view.line("p", "innledning", view.word("innledning"));
    }
    let chosen = view.state.project.filter(|_| questions.asks.first() == Some(&Ask::Start));
    let Some(name) = chosen.map(|place| view.words.project_at(place)) else { return };
    view.el("p", "gjelder");
    view.say(&view.words.filled("det-gjelder", &[("tiltak", name)]));
    if is_choice(view.words) {
        view.say(" ");
        view.link_button(Action::Change(Ask::Project), "velg-noe-annet", "");
    }
    view.end();
    if let Some(project) = view.state.project() {
        notices(view, "tiltak", &project.id);
    }
}
