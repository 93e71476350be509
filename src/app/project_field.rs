//! What one wants to build, on three shelves.

use yew::{Html, html};

use super::field::{Field, Pick};
use super::field_parts::{described_by, error};
use super::option_row::{OptionRow, option_row};
use super::view::View;

/// The shelves, in order. Their projects stand in the order of the rule book.
const GROUPS: [&str; 3] = ["frittliggende", "tilbygg", "terrasse"];

/// All projects, under the headings of their groups.
pub(super) fn project_field(view: &View, place: usize, field: &Field) -> Html {
    html! {
        <div role="radiogroup" aria-labelledby="tittel" class="hyller">
            { for GROUPS.map(|group| shelf(view, place, field, group)) }
            { error(view, place, field) }
        </div>
    }
}

fn shelf(view: &View, place: usize, field: &Field, group: &str) -> Html {
    let on_shelf = (0_u8..).zip(&view.state.book.projects).filter(|(_, project)| project.group == group);
    let rows = on_shelf.map(|(n, project)| {
        let label = view.text(project.name).to_owned();
        let described_by = described_by(place, field, false);
        let option = OptionRow { place, row: n.into(), pick: Pick::Option(n), label, help: None, described_by };
        option_row(view, field, option)
    });
    html! {
        <fieldset class="ds-fieldset">
            <legend class="ds-label">{ view.words.word_of("gruppe.", group) }</legend>
            <div class="rader spalter">{ for rows }</div>
        </fieldset>
    }
}
