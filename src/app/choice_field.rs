//! Yes, no, or one of several.

use yew::Html;

use crate::rules::{Concept, ConceptId, Kind};

use super::field::{Field, Pick};
use super::field_parts::{described_by, error, find_it, help, question_text};
use super::markup::{el, words};
use super::option_row::{OptionRow, option_row};
use super::view::View;

/// The question with its answers below one another, "don't know" last and apart.
pub(super) fn choice_field(view: &View, place: usize, field: &Field, concept_id: ConceptId) -> Html {
    let concept = view.state.book.concept(concept_id);
    let help = help(view, place, concept_id);
    let described_by = described_by(place, field, help.is_some());
    let row = |row: usize, pick, label: &str, help: Option<String>| {
        let described_by = described_by.clone();
        option_row(view, field, OptionRow { place, row, pick, label: label.to_owned(), help, described_by })
    };
    let mut rows: Vec<Html> = Vec::new();
    for (option, label, help) in options(view, concept_id) {
        rows.push(row(rows.len(), Pick::Option(option), &label, help));
    }
    let unsure = concept.question.as_ref().is_some_and(|question| question.unsure.is_some());
    if unsure {
        rows.push(row(rows.len(), Pick::Unsure, view.word("vet-ikke"), None));
    }
    asked_in_rows(
        view,
        place,
        field,
        concept,
        vec![words("legend", "ds-label", &question_text(view, concept_id)), help.unwrap_or_default()],
        rows,
    )
}

/// Rows under their question, with where to find the answer and what is wrong.
pub(super) fn asked_in_rows(
    view: &View,
    place: usize,
    field: &Field,
    concept: &Concept,
    mut above: Vec<Html>,
    rows: Vec<Html>,
) -> Html {
    above.push(el("div", "rader", rows));
    if field.pick == Pick::Unsure {
        above.push(find_it(view, concept));
    }
    above.push(error(view, place, field));
    el("fieldset", "ds-fieldset", above)
}

/// The options that the project offers: place, name and what each covers.
fn options(view: &View, concept_id: ConceptId) -> Vec<(u8, String, Option<String>)> {
    let Kind::Choice(choices) = &view.state.book.concept(concept_id).kind else {
        return vec![(0, view.word("ja").to_owned(), None), (1, view.word("nei").to_owned(), None)];
    };
    let shown = view.state.project().and_then(|project| {
        let (_, adapted) = project.adapted.iter().find(|(id, _)| *id == concept_id)?;
        adapted.options
    });
    let about = |text| {
        view.state.project().map_or_else(String::new, |project| super::wording::about(view.words, project, text))
    };
    let mut options = Vec::new();
    for (place, choice) in (0_u8..).zip(choices) {
        if shown.is_none_or(|bits| bits >> place & 1 == 1) {
            options.push((place, about(choice.name), choice.help.map(about).filter(|help| !help.is_empty())));
        }
    }
    options
}
