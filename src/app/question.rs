//! A screen of questions.

use yew::{Html, SubmitEvent, html};

use crate::engine::{Verdict, assess};
use crate::rules::Kind;

use super::choice_field::choice_field;
use super::date_field::{date_field, start_field};
use super::error_summary::error_summary;
use super::field::{Ask, Field};
use super::project_field::project_field;
use super::quantity_field::{Before, quantity_field};
use super::state::{Action, Questions};
use super::view::View;
use super::why::why;
use super::{progress, rich_text};

/// Heading, questions, errors, and the way on and back.
pub(super) fn question(view: &View, questions: &Questions, verdict: Option<&Verdict>) -> Html {
    let before = view.state.situation_before();
    let judged = before.as_ref().map(|situation| (situation, assess(situation)));
    let before: Before = judged.as_ref().map(|(situation, verdict)| (*situation, verdict));
    let fields = view.state.fields.iter().enumerate().map(|(place, field)| asked(view, place, field, before));
    let next = view.link.callback(|event: SubmitEvent| {
        event.prevent_default();
        Action::Next
    });
    html! {
        <form key={view.state.number()} class="skjerm" novalidate={true} onsubmit={next}>
            { heading(view, questions, verdict) }
            { above(view, questions) }
            { for fields }
            { error_summary(view) }
            <div class="knapper">
                <button type="submit" class="ds-button">{ view.word("neste").to_owned() }</button>
                if view.state.can_go_back() { { view.button("tertiary", Action::Back, "tilbake") } }
            </div>
        </form>
    }
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
    html! { <div class="sak">{ asked }{ why(view, concept, before) }</div> }
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
    let inside = html! {
        <>
            if let Some(progress) = &progress {
                <span class="del">{ progress::sentence(view, progress) }<span class="ds-sr-only">{ ". " }</span></span>
            }
            { title.to_owned() }
        </>
    };
    html! { <>{ progress.as_ref().map(progress::marks).unwrap_or_default() }{ view.title("md", inside) }</> }
}

/// What the first screens say before they ask.
fn above(view: &View, questions: &Questions) -> Html {
    let chosen = view.state.project().filter(|_| questions.asks.first() == Some(&Ask::Start));
    html! {
        <>
            if view.state.number() == 1 {
                <p class="innledning">{ rich_text::rich_text(view, view.word("innledning")) }</p>
            }
            if let Some(project) = chosen {
                <p class="gjelder">
                    { view.words.filled("det-gjelder", &[("tiltak", view.text(project.name))]) }{ " " }
                    <button type="button" class="lenke" onclick={view.press(Action::Change(Ask::Project))}>
                        { view.word("velg-noe-annet").to_owned() }
                    </button>
                </p>
            }
        </>
    }
}
