//! What one wants to build, on three shelves.

use super::field::{Field, Pick};
use super::field_parts::error;
use super::names::Name;
use super::option_row::{OptionRow, option_row};
use super::view::View;

/// The shelves, in order. Their projects stand in the order of the rule book.
const GROUPS: [&str; 3] = ["frittliggende", "tilbygg", "terrasse"];

/// All projects, under the headings of their groups.
pub(super) fn project_field(view: &mut View, place: usize, field: &Field) {
    view.el("div", "hyller");
    view.set(Name::Role, "radiogroup");
    view.set(Name::LabelledBy, "tittel");
    for group in GROUPS {
        shelf(view, place, field, group);
    }
    error(view, place, field);
    view.end();
}

fn shelf(view: &mut View, place: usize, field: &Field, group: &str) {
    view.el("fieldset", "ds-fieldset");
    view.line("legend", "ds-label", &view.words.word_of("gruppe.", group));
    view.el("div", "rader spalter");
    for (n, project) in (0_u8..).zip(&view.state.book.projects) {
        if project.group == group {
            let label = view.text(project.name);
            option_row(
                view,
                field,
                &OptionRow { place, row: n.into(), pick: Pick::Option(n), label, help: "", has_help: false },
            );
        }
    }
    view.end_both();
}
