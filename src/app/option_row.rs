//! One answer to choose: a radio button whose whole row can be pressed.

use yew::{Html, html};

use super::field::{Field, Pick};
use super::field_parts::id;
use super::state::Action;
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
    pub(super) described_by: Option<String>,
}

/// The row. The field's first row carries what describes the field.
pub(super) fn option_row(view: &View, field: &Field, option: OptionRow) -> Html {
    let OptionRow { place, row, pick, label, help, described_by } = option;
    let own_id = id(place, &["-", &row.to_string()].concat());
    let help_id = [&own_id, "-om"].concat();
    let described: Vec<String> = help.iter().map(|_| help_id.clone()).chain(described_by).collect();
    let choose = view.link.callback(move |_: yew::Event| Action::Choose(place, pick));
    let class = if pick == Pick::Unsure { "ds-field valg for-seg" } else { "ds-field valg" };
    html! {
        <div class={class} data-variant="outline">
            <input class="ds-input" type="radio" id={own_id.clone()} name={id(place, "")} checked={field.pick == pick}
                onchange={choose} aria-invalid={field.fault.map(|_| "true")}
                aria-describedby={(!described.is_empty()).then(|| described.join(" "))} />
            <label class="ds-label" for={own_id}>{ label }</label>
            if let Some(help) = help {
                <p data-field="description" id={help_id}>{ help }</p>
            }
        </div>
    }
}
