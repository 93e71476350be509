//! Yes, no, or one of several.

use crate::rules::{Concept, ConceptId, Kind};

use super::field::{Field, Pick};
use super::field_parts::{error, find_it, help, question_text};
use super::option_row::{OptionRow, option_row};
use super::view::View;
use crate::wording;

/// The question with its answers below one another, "don't know" last and apart.
pub(super) fn choice_field(view: &mut View, place: usize, field: &Field, concept_id: ConceptId) {
    let concept = view.state.book.concept(concept_id);
    let has_help = open_rows(view, place, concept_id);
    view.el("div", "rader");
    let mut options = options(view, concept_id);
    if concept.question.as_ref().is_some_and(|question| question.unsure.is_some()) {
        options.push((Pick::Unsure, view.word("vet-ikke").to_owned(), String::new()));
    }
    for (row, (pick, label, help)) in options.iter().enumerate() {
        option_row(view, field, &OptionRow { place, row, pick: *pick, label, help, has_help });
    }
    view.end();
    end_rows(view, place, field, concept);
}

/// Opens the question and its help; tells whether there is any.
pub(super) fn open_rows(view: &mut View, place: usize, concept_id: ConceptId) -> bool {
    view.el("fieldset", "ds-fieldset");
    view.line("legend", "ds-label", &question_text(view, concept_id));
    help(view, place, concept_id)
}

/// Below the rows: where to find the answer and what is wrong.
pub(super) fn end_rows(view: &mut View, place: usize, field: &Field, concept: &Concept) {
    if field.pick == Pick::Unsure {
        find_it(view, concept);
    }
    error(view, place, field);
    view.end();
}

/// The options that the project offers: place, name and what each covers.
fn options(view: &View, concept_id: ConceptId) -> Vec<(Pick, String, String)> {
    let Kind::Choice(choices) = &view.state.book.concept(concept_id).kind else {
        let plain = |place, word| (Pick::Option(place), view.words.word(word).to_owned(), String::new());
        return vec![plain(0, "ja"), plain(1, "nei")];
    };
    let mut options = Vec::new();
    let Some(project) = view.state.project() else { return options };
    let adapted = project.adapted.iter().find(|(id, _)| *id == concept_id);
    let shown = adapted.and_then(|(_, adapted)| adapted.options);
    for (place, choice) in (0_u8..).zip(choices) {
        if shown.is_none_or(|bits| bits >> place & 1 == 1) {
            let about = |text| wording::about(view.words, project, text);
            options.push((Pick::Option(place), about(choice.name), choice.help.map(about).unwrap_or_default()));
        }
    }
    options
}
