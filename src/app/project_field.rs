//! What one wants to build, on three shelves.

use super::field::{Field, Pick};
use super::field_parts::error;
use super::names::Name;
use super::option_row::{OptionRow, option_row};
use super::view::View;

/// All projects, under the headings of their shelves.
pub(super) fn project_field(view: &mut View, place: usize, field: &Field) {
    let book = view.state.book;
    let mut places = 0_u8..;
    view.el("div", "hyller");
    view.set(Name::Role, "radiogroup");
    view.set(Name::LabelledBy, "tittel");
    for shelf in book.projects.chunk_by(|a, b| a.shelf == b.shelf) {
        view.el("fieldset", "ds-fieldset");
        view.line("legend", "ds-label", shelf.first().map_or("", |project| view.text(project.shelf)));
        view.el("div", "rader spalter");
        for (project, n) in shelf.iter().zip(&mut places) {
            let (row, pick, label) = (n.into(), Pick::Option(n), view.text(project.name));
            option_row(view, field, &OptionRow { place, row, pick, label, help: "", has_help: false });
        }
        view.end_both();
    }
    error(view, place, field);
    view.end();
}
