//! What one wants to build, on its shelves.

use super::field::{Field, Pick};
use super::field_parts::error;
use super::names::Name;
use super::option_row::{OptionRow, option_row};
use super::view::View;

/// All projects, under the headings of their shelves, in the order of the rule book: those too whose rules have not been
/// fetched.
pub(super) fn project_field(view: &mut View, place: usize, field: &Field) {
    let words = view.words;
    let mut place_in_book = 0_u8;
    view.el("div", "hyller");
    view.set(Name::Role, "radiogroup");
    view.set(Name::LabelledBy, "tittel");
    for (name, label) in words.names() {
        if name.starts_with("hylle.") {
            if place_in_book > 0 {
                view.end_both();
            }
            view.el("fieldset", "ds-fieldset");
            view.line("legend", "ds-label", label);
            view.el("div", "rader spalter");
        } else if name.starts_with("tiltak.") {
            let (row, pick) = (place_in_book.into(), Pick::Option(place_in_book));
            option_row(view, field, &OptionRow { place, row, pick, label, help: "", has_help: false });
            place_in_book = place_in_book.saturating_add(1);
        }
    }
    view.end_both();
    error(view, place, field);
    view.end();
}
