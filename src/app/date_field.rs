//! A day, or a year where that is enough, and the question of when the works begin.

use crate::rules::ConceptId;

use super::field::{BEGUN, Field, NOT_BEGUN, Pick};
use super::field_parts::{both, described_by, description, error, help, id, question_text};
use super::names::Name;
use super::option_row::{OptionRow, label, option_row};
use super::quantity_field::{end_written, question_label, text_field};
use super::view::View;

/// A concept that is a date.
pub(super) fn date_field(view: &mut View, place: usize, field: &Field, concept_id: ConceptId) {
    let form = if field.exact { "hele-datoen" } else { "dato-eller-år" };
    view.el("div", "spm");
    view.el("div", "ds-field");
    question_label(view, place, &question_text(view, concept_id), view.words.word(form));
    let has_help = help(view, place, concept_id);
    text_field(view, place, field, "12", &described_by(place, field, has_help));
    end_written(view, place, field, view.state.book.concept(concept_id));
}

/// When the works begin. It chooses the rules, so it is always asked.
pub(super) fn start_field(view: &mut View, place: usize, field: &Field) {
    view.el("fieldset", "ds-fieldset");
    view.set(Name::LabelledBy, "tittel");
    description(view, &id(place, "-hjelp"), view.word("hvorfor-når"));
    view.el("div", "rader");
    for (option, word) in [(NOT_BEGUN, "ikke-begynt"), (BEGUN, "begynt")] {
        let (row, pick, label) = (option.into(), Pick::Option(option), view.word(word));
        option_row(view, field, &OptionRow { place, row, pick, label, help: "", has_help: true });
    }
    view.end();
    if field.pick == Pick::Option(BEGUN) {
        day(view, place, field);
    }
    error(view, place, field);
    view.end();
}

fn day(view: &mut View, place: usize, field: &Field) {
    let form = id(place, "-form");
    view.el("div", "ds-field annet");
    label(view, &id(place, ""), view.words.word("dato-begynt"));
    description(view, &form, view.words.word("dato-form"));
    text_field(view, place, field, "12", &both(&form, &described_by(place, field, false)));
    view.end();
}
