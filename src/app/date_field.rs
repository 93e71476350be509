//! A day, or a year where that is enough, and the question of when the works begin.

use yew::Html;

use crate::rules::ConceptId;

use super::field::{BEGUN, Field, NOT_BEGUN, Pick};
use super::field_parts::{both, described_by, description, error, help, id, question_text};
use super::markup::{el, element, text};
use super::option_row::{OptionRow, option_row};
use super::quantity_field::{label, text_field, written};
use super::view::View;

/// A concept that is a date.
pub(super) fn date_field(view: &View, place: usize, field: &Field, concept_id: ConceptId) -> Html {
    let help = help(view, place, concept_id);
    let described = described_by(place, field, help.is_some());
    let form = if field.exact { "hele-datoen" } else { "dato-eller-år" };
    let label = label(place, &question_text(view, concept_id), view.word(form));
    let input = text_field(view, place, field, "12", &described);
    written(view, place, field, view.state.book.concept(concept_id), vec![label, help.unwrap_or_default(), input])
}

/// When the works begin. It chooses the rules, so it is always asked.
pub(super) fn start_field(view: &View, place: usize, field: &Field) -> Html {
    let described = described_by(place, field, true);
    let row = |row: usize, pick, word| {
        let label = view.word(word).to_owned();
        option_row(view, field, OptionRow { place, row, pick, label, help: None, described_by: described.clone() })
    };
    let rows = vec![row(0, Pick::Option(NOT_BEGUN), "ikke-begynt"), row(1, Pick::Option(BEGUN), "begynt")];
    let mut inside = vec![description(&id(place, "-hjelp"), text(view.word("hvorfor-når"))), el("div", "rader", rows)];
    if field.pick == Pick::Option(BEGUN) {
        inside.push(day(view, place, field));
    }
    inside.push(error(view, place, field));
    element("fieldset", &[("class", "ds-fieldset"), ("aria-labelledby", "tittel")], inside)
}

fn day(view: &View, place: usize, field: &Field) -> Html {
    let form = id(place, "-form");
    let inside = vec![
        element("label", &[("class", "ds-label"), ("for", &id(place, ""))], vec![text(view.word("dato-begynt"))]),
        description(&form, text(view.word("dato-form"))),
        text_field(view, place, field, "12", &both(form, &described_by(place, field, false))),
    ];
    el("div", "ds-field annet", inside)
}
