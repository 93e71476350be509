//! One answer to choose: a radio button whose whole row can be pressed.

use yew::Html;

use crate::rules::digits::count;

use super::field::{Field, Pick};
use super::field_parts::{both, description, id, invalid};
use super::markup::{element, text, tick};
use super::view::View;

/// An answer to choose.
pub(super) struct OptionRow {
    /// The field's place on the screen.
    pub(super) place: usize,
    /// The row's place in the field.
    pub(super) row: usize,
    /// What it answers.
    pub(super) pick: Pick,
    /// What the resident reads.
    pub(super) label: String,
    /// What it covers.
    pub(super) help: Option<String>,
    /// Which texts describe the whole field.
    pub(super) described_by: String,
}

/// The row.
pub(super) fn option_row(view: &View, field: &Field, option: OptionRow) -> Html {
    let OptionRow { place, row, pick, label, help, described_by } = option;
    let own_id = id(place, &["-", &count(row)].concat());
    let help_id = help.as_ref().map(|_| [&own_id, "-om"].concat()).unwrap_or_default();
    let described = both(help_id.clone(), &described_by);
    let row = vec![
        tick(
            &[
                ("class", "ds-input"),
                ("type", "radio"),
                ("id", &own_id),
                ("name", &id(place, "")),
                ("aria-invalid", invalid(field)),
                ("aria-describedby", &described),
            ],
            field.pick == pick,
            view.ticked(place, pick),
        ),
        element("label", &[("class", "ds-label"), ("for", &own_id)], vec![text(&label)]),
        help.map(|help| description(&help_id, text(&help))).unwrap_or_default(),
    ];
    framed(pick == Pick::Unsure, row)
}

/// The frame of a row; "don't know" stands apart.
pub(super) fn framed(apart: bool, row: Vec<Html>) -> Html {
    let class = if apart { "ds-field valg for-seg" } else { "ds-field valg" };
    element("div", &[("class", class), ("data-variant", "outline")], row)
}
