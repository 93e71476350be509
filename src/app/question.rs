//! A screen of questions.

use yew::Html;

use crate::engine::{Verdict, assess};
use crate::rules::Kind;

use super::choice_field::choice_field;
use super::date_field::{date_field, start_field};
use super::error_summary::error_summary;
use super::field::{Ask, Field};
use super::markup::{Act, active, el, element, group, heard, text, words};
use super::progress;
use super::project_field::project_field;
use super::quantity_field::{Before, quantity_field};
use super::state::{Action, Questions};
use super::view::View;
use super::why::why;

/// Heading, questions, errors, and the way on and back.
pub(super) fn question(view: &View, questions: &Questions, verdict: Option<&Verdict>) -> Html {
    let before = view.state.situation_before();
    let judged = before.as_ref().map(|situation| (situation, assess(situation)));
    let before: Before = judged.as_ref().map(|(situation, verdict)| (*situation, verdict));
    let mut inside = vec![heading(view, questions, verdict), above(view, questions)];
    for (place, field) in view.state.fields.iter().enumerate() {
        inside.push(asked(view, place, field, before));
    }
    inside.push(error_summary(view));
    let next = element("button", &[("type", "submit"), ("class", "ds-button")], vec![text(view.word("neste"))]);
    let back = view.state.can_go_back().then(|| view.button("tertiary", Act::Do(Action::Back), "tilbake"));
    inside.push(el("div", "knapper", vec![next, back.unwrap_or_default()]));
    active("form", &[("class", "skjerm"), ("novalidate", "true")], view.sent(), inside)
}

fn asked(view: &View, place: usize, field: &Field, before: Before) -> Html {
    let Ask::Concept(concept) = field.ask else {
        return if field.ask == Ask::Project {
            project_field(view, place, field)
        } else {
            start_field(view, place, field)
        };
    };
    let asked = match view.state.book.concept(concept).kind {
        Kind::YesNo | Kind::Choice(_) => choice_field(view, place, field, concept),
        Kind::Number(unit) => quantity_field(view, place, field, concept, unit, before),
        Kind::Date => date_field(view, place, field, concept),
    };
    let name = &*view.state.book.concept(concept).id;
    element("div", &[("class", "sak"), ("data-begrep", name)], vec![asked, why(view, concept, before)])
}

/// The heading takes the focus, so it says both the part and the step.
fn heading(view: &View, questions: &Questions, verdict: Option<&Verdict>) -> Html {
    let progress = questions.step.zip(verdict).and_then(|((part, _), verdict)| progress::progress(view, part, verdict));
    let step = questions.step.and_then(|(part, step)| view.state.book.parts.get(part)?.steps.get(step));
    let title = match (step, questions.asks.first()) {
        (Some(step), _) => view.text(step.name),
        (None, Some(Ask::Project)) => view.word("hva-vil-du-bygge"),
        (None, _) => view.word("når-begynner-arbeidet"),
    };
    let mut inside = vec![text(title)];
    let Some(progress) = progress else { return view.title(inside) };
    let part = el("span", "del", vec![text(&progress::sentence(view, &progress)), heard(". ")]);
    inside.insert(0, part);
    group(vec![progress::marks(&progress), view.title(inside)])
}

/// What the first screens say before they ask.
fn above(view: &View, questions: &Questions) -> Html {
    let chosen = view.state.project().filter(|_| questions.asks.first() == Some(&Ask::Start));
    let first =
        if view.state.number() == 1 { words("p", "innledning", view.word("innledning")) } else { Html::default() };
    let about = chosen.map(|project| {
        let about = view.words.filled("det-gjelder", &[("tiltak", view.text(project.name))]);
        let other = view.link_button(Action::Change(Ask::Project), "velg-noe-annet", "");
        el("p", "gjelder", vec![text(&about), text(" "), other])
    });
    group(vec![first, about.unwrap_or_default()])
}
