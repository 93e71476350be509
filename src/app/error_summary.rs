//! What must be put right, just above Next, each with a way to its field.

use yew::Html;

use super::field::{Ask, BEGUN, Field, Pick};
use super::field_parts::{fault_text, id};
use super::markup::{Act, active, el, element, text};
use super::view::{View, heading_tag};

/// The list, while anything is wrong.
pub(super) fn error_summary(view: &View) -> Html {
    let mut items = Vec::new();
    for (place, field) in view.state.fields.iter().enumerate() {
        let Some(fault) = field.fault else { continue };
        let target = target(view, place, field);
        let address = ["#", &target].concat();
        let attributes = [("class", "ds-link"), ("href", &*address)];
        let link = vec![text(&fault_text(view, field, fault))];
        items.push(element("li", &[], vec![active("a", &attributes, view.pressed(Act::Focus(target)), link)]));
    }
    if items.is_empty() {
        return Html::default();
    }
    let tag = heading_tag(view.props.level.saturating_add(1));
    let title = element(tag, &[("class", "ds-heading"), ("id", "feil-tittel")], vec![text(view.word("feil-oversikt"))]);
    let attributes = [
        ("class", "ds-error-summary"),
        ("id", "feil"),
        ("role", "group"),
        ("tabindex", "-1"),
        ("aria-labelledby", "feil-tittel"),
    ];
    element("div", &attributes, vec![title, el("ul", "ds-list", items)])
}

/// Where the mending is done: the text field, or the first of the options.
fn target(view: &View, place: usize, field: &Field) -> String {
    let written = match field.ask {
        Ask::Project => false,
        Ask::Start => field.pick == Pick::Option(BEGUN),
        Ask::Concept(concept) => {
            let concept = view.state.book.concept(concept);
            let is_number_or_date = !matches!(concept.kind, crate::rules::Kind::YesNo | crate::rules::Kind::Choice(_));
            is_number_or_date && (field.pick == Pick::Typed || field.is_plain(concept))
        }
    };
    id(place, if written { "" } else { "-0" })
}
