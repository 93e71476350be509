//! What one wants to build, on three shelves.

use yew::Html;

use super::field::{Field, Pick};
use super::field_parts::{described_by, error};
use super::markup::{el, element, words};
use super::option_row::{OptionRow, option_row};
use super::view::View;

/// The shelves, in order. Their projects stand in the order of the rule book.
const GROUPS: [&str; 3] = ["frittliggende", "tilbygg", "terrasse"];

/// All projects, under the headings of their groups.
pub(super) fn project_field(view: &View, place: usize, field: &Field) -> Html {
    let mut inside = Vec::new();
    for group in GROUPS {
        inside.push(shelf(view, place, field, group));
    }
    inside.push(error(view, place, field));
    element("div", &[("role", "radiogroup"), ("aria-labelledby", "tittel"), ("class", "hyller")], inside)
}

fn shelf(view: &View, place: usize, field: &Field, group: &str) -> Html {
    let mut rows = Vec::new();
    for (n, project) in (0_u8..).zip(&view.state.book.projects).filter(|(_, project)| project.group == group) {
        let label = view.text(project.name).to_owned();
        let described_by = described_by(place, field, false);
        let option = OptionRow { place, row: n.into(), pick: Pick::Option(n), label, help: None, described_by };
        rows.push(option_row(view, field, option));
    }
    let legend = words("legend", "ds-label", &view.words.word_of("gruppe.", group));
    el("fieldset", "ds-fieldset", vec![legend, el("div", "rader spalter", rows)])
}
