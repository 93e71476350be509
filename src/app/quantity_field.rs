//! A number, written as one says it, with its unit beside it.

use yew::{Html, InputEvent, TargetCast, html};

use crate::engine::{Situation, Verdict};
use crate::rules::quantity::Unit;
use crate::rules::{Concept, ConceptId};

use super::field::{Field, Pick};
use super::field_parts::{described_by, error, find_it, help, id, question_text, unit_word};
use super::limit_hint::limit_hint;
use super::option_row::{OptionRow, option_row};
use super::state::Action;
use super::view::View;
use super::wording;

/// What a number is asked for: the judgement without the answers on the screen.
pub(super) type Before<'a> = Option<(&'a Situation<'a>, &'a Verdict)>;

/// The field: a text field, with ranges to press where the concept has them.
pub(super) fn quantity_field(
    view: &View,
    place: usize,
    field: &Field,
    concept_id: ConceptId,
    unit: Unit,
    before: Before,
) -> Html {
    let concept = view.state.book.concept(concept_id);
    let question = question_text(view, concept_id);
    let hint = hint(view, concept_id, unit, before);
    let help = help(view, place, concept_id);
    let described_by = described_by(place, field, help.is_some());
    if !field.is_plain(concept) {
        return ranges(view, place, field, concept, unit, Around { question, hint, help, described_by });
    }
    html! {
        <div class="spm">
            <div class="ds-field">
                <label class="ds-label" for={id(place, "")}>
                    { question }{ " " }<span class="enhet">{ in_unit(view, unit) }</span>
                </label>
                { help.unwrap_or_default() }
                { hint }
                if field.exact { <p class="grense">{ view.word("trenger-nøyaktig").to_owned() }</p> }
                { text_field(view, place, field, unit, described_by) }
            </div>
            { unsure_row(view, place, field, concept) }
            { error(view, place, field) }
        </div>
    }
}

/// What stands round the answers.
struct Around {
    question: String,
    hint: Html,
    help: Option<Html>,
    described_by: Option<String>,
}

/// Ranges as radio buttons, another measurement, and "don't know".
fn ranges(view: &View, place: usize, field: &Field, concept: &Concept, unit: Unit, around: Around) -> Html {
    let quick = concept.question.iter().flat_map(|question| &question.quick);
    let labels = quick.map(|range| first_upper(&wording::within(view.words, *range, unit)));
    let mut picks: Vec<(Pick, String)> = labels.enumerate().map(|(n, label)| (Pick::Quick(n), label)).collect();
    picks.push((Pick::Typed, view.word("annet-mål").to_owned()));
    let typed = picks.len();
    if concept.question.as_ref().is_some_and(|question| question.unsure.is_some()) {
        picks.push((Pick::Unsure, view.word("vet-ikke").to_owned()));
    }
    let mut rows: Vec<Html> = Vec::new();
    for (row, (pick, label)) in picks.into_iter().enumerate() {
        let described_by = around.described_by.clone();
        rows.push(option_row(view, field, OptionRow { place, row, pick, label, help: None, described_by }));
        if row + 1 == typed && field.pick == Pick::Typed {
            rows.push(other_measurement(view, place, field, unit));
        }
    }
    html! {
        <fieldset class="ds-fieldset">
            <legend class="ds-label">{ around.question }</legend>
            { around.help.unwrap_or_default() }
            { around.hint }
            <div class="rader">{ for rows }</div>
            if field.pick == Pick::Unsure { { find_it(view, concept) } }
            { error(view, place, field) }
        </fieldset>
    }
}

fn other_measurement(view: &View, place: usize, field: &Field, unit: Unit) -> Html {
    html! {
        <div class="ds-field annet">
            <label class="ds-label" for={id(place, "")}>
                { view.word("skriv-målet").to_owned() }{ ". " }<span class="enhet">{ in_unit(view, unit) }</span>
            </label>
            { text_field(view, place, field, unit, described_by(place, field, false)) }
        </div>
    }
}

/// The text field with its unit; the unit stands in the label too, for the sign is not read aloud.
fn text_field(view: &View, place: usize, field: &Field, unit: Unit, described_by: Option<String>) -> Html {
    let input = html! {
        <input class="ds-input" type="text" inputmode="decimal" autocomplete="off" size="8" id={id(place, "")}
            value={field.text.clone()} oninput={typed(view, place)}
            aria-invalid={field.fault.map(|_| "true")} aria-describedby={described_by} />
    };
    if unit == Unit::Count {
        return input;
    }
    html! {
        <div class="ds-field-affixes">
            { input }<span class="ds-field-affix" aria-hidden="true">{ unit.sign() }</span>
        </div>
    }
}

/// What typing does.
pub(super) fn typed(view: &View, place: usize) -> yew::Callback<InputEvent> {
    view.link.callback(move |event: InputEvent| {
        let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
        Action::Type(place, input.value())
    })
}

/// "Don't know" beside a text field: a box to tick, which can be taken back.
pub(super) fn unsure_row(view: &View, place: usize, field: &Field, concept: &Concept) -> Html {
    if concept.question.as_ref().is_none_or(|question| question.unsure.is_none()) {
        return Html::default();
    }
    let unsure = field.pick == Pick::Unsure;
    let other = if unsure { Pick::Typed } else { Pick::Unsure };
    let choose = view.link.callback(move |_: yew::Event| Action::Choose(place, other));
    html! {
        <>
            <div class="ds-field valg for-seg" data-variant="outline">
                <input class="ds-input" type="checkbox" id={id(place, "-vet-ikke")} checked={unsure} onchange={choose} />
                <label class="ds-label" for={id(place, "-vet-ikke")}>{ view.word("vet-ikke").to_owned() }</label>
            </div>
            if unsure { { find_it(view, concept) } }
        </>
    }
}

fn in_unit(view: &View, unit: Unit) -> String {
    match unit {
        Unit::Count => view.word("helt-tall").to_owned(),
        _ => view.words.filled("i-enhet", &[("enhet", unit_word(view, unit))]),
    }
}

fn hint(view: &View, concept: ConceptId, unit: Unit, before: Before) -> Html {
    let limit = before.and_then(|(situation, verdict)| limit_hint(situation, verdict, concept));
    let Some((comparison, amount)) = limit else { return Html::default() };
    let limit = wording::limit(view.words, comparison, amount, unit);
    html! { <p class="grense">{ view.words.filled("uten-søknad", &[("grense", &limit)]) }</p> }
}

fn first_upper(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
