//! A day, or a year where that is enough, and the question of when the works begin.

use yew::{Html, html};

use crate::rules::ConceptId;

use super::field::{BEGUN, Field, NOT_BEGUN, Pick};
use super::field_parts::{described_by, error, help, id, question_text};
use super::option_row::{OptionRow, option_row};
use super::quantity_field::{typed, unsure_row};
use super::view::View;

/// A concept that is a date.
pub(super) fn date_field(view: &View, place: usize, field: &Field, concept_id: ConceptId) -> Html {
    let help = help(view, place, concept_id);
    let described = described_by(place, field, true);
    let form = if field.exact { "hele-datoen" } else { "dato-eller-år" };
    html! {
        <div class="spm">
            <div class="ds-field">
                <label class="ds-label" for={id(place, "")}>
                    { question_text(view, concept_id) }{ " " }<span class="enhet">{ view.word(form).to_owned() }</span>
                </label>
                { help.unwrap_or_default() }
                { text_field(view, place, field, described) }
            </div>
            { unsure_row(view, place, field, view.state.book.concept(concept_id)) }
            { error(view, place, field) }
        </div>
    }
}

/// When the works begin. It chooses the rules, so it is always asked.
pub(super) fn start_field(view: &View, place: usize, field: &Field) -> Html {
    let described = described_by(place, field, true);
    let row = |row: usize, pick, word| {
        let label = view.word(word).to_owned();
        option_row(view, field, OptionRow { place, row, pick, label, help: None, described_by: described.clone() })
    };
    html! {
        <fieldset class="ds-fieldset" aria-labelledby="tittel">
            <p data-field="description" id={id(place, "-hjelp")}>{ view.word("hvorfor-når").to_owned() }</p>
            <div class="rader">
                { row(0, Pick::Option(NOT_BEGUN), "ikke-begynt") }
                { row(1, Pick::Option(BEGUN), "begynt") }
            </div>
            if field.pick == Pick::Option(BEGUN) {
                <div class="ds-field annet">
                    <label class="ds-label" for={id(place, "")}>{ view.word("dato-begynt").to_owned() }</label>
                    <p data-field="description" id={id(place, "-form")}>{ view.word("dato-form").to_owned() }</p>
                    { text_field(view, place, field, Some([id(place, "-form"), " ".to_owned(), id(place, "-feil")].concat())) }
                </div>
            }
            { error(view, place, field) }
        </fieldset>
    }
}

/// `decimal` gives a keyboard with digits and a point or comma on every phone; each of them divides a date.
fn text_field(view: &View, place: usize, field: &Field, described_by: Option<String>) -> Html {
    html! {
        <input class="ds-input" type="text" inputmode="decimal" autocomplete="off" size="12" id={id(place, "")}
            value={field.text.clone()} oninput={typed(view, place)}
            aria-invalid={field.fault.map(|_| "true")} aria-describedby={described_by} />
    }
}
