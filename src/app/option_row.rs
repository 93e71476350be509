//! One answer to choose: a radio button whose whole row can be pressed.

use crate::rules::digits::count;

use super::field::{Field, Pick};
use super::field_parts::{both, described_by, description, id, invalid};
use super::names::Name;
use super::view::View;

/// An answer to choose.
pub(super) struct OptionRow<'a> {
    /// The field's place on the screen.
    pub(super) place: usize,
    /// The row's place in the field.
    pub(super) row: usize,
    /// What it answers.
    pub(super) pick: Pick,
    /// What the resident reads.
    pub(super) label: &'a str,
    /// What it covers.
    pub(super) help: &'a str,
    /// Whether the whole field has a help text.
    pub(super) has_help: bool,
}

/// The row.
pub(super) fn option_row(view: &mut View, field: &Field, option: &OptionRow) {
    let own_id = id(option.place, &["-", &count(option.row)].concat());
    let help_id = if option.help.is_empty() { String::new() } else { [&own_id, "-om"].concat() };
    framed(view, option.pick == Pick::Unsure);
    view.el("input", "ds-input");
    view.set(Name::Type, "radio");
    view.set(Name::Id, &own_id);
    view.set(Name::RadioGroup, &id(option.place, ""));
    view.set(Name::Invalid, invalid(field));
    view.set(Name::DescribedBy, &both(&help_id, &described_by(option.place, field, option.has_help)));
    view.ticked(field.pick == option.pick, option.place, option.pick);
    view.end();
    label(view, &own_id, option.label);
    if !option.help.is_empty() {
        description(view, &help_id, option.help);
    }
    view.end();
}

/// Opens the frame of a row; "don't know" stands apart.
pub(super) fn framed(view: &mut View, apart: bool) {
    view.el("div", if apart { "ds-field valg for-seg" } else { "ds-field valg" });
    view.set(Name::DataVariant, "outline");
}

/// The label of the field with this id.
pub(super) fn label(view: &mut View, id: &str, words: &str) {
    view.el("label", "ds-label");
    view.set(Name::For, id);
    view.say(words);
    view.end();
}
