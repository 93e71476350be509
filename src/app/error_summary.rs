//! What must be put right, just above Next, each with a way to its field.

use super::field::{Ask, BEGUN, Field, Pick};
use super::field_parts::{fault_text, id};
use super::listen::Act;
use super::names::Name;
use super::view::View;

/// The list, while anything is wrong.
pub(super) fn error_summary(view: &mut View) {
    let state = view.state;
    if state.fields.iter().all(|field| field.fault.is_none()) {
        return view.nothing();
    }
    view.el("div", "ds-error-summary");
    view.set(Name::Id, "feil");
    view.set(Name::Role, "group");
    view.set(Name::TabIndex, "-1");
    view.set(Name::LabelledBy, "feil-tittel");
    view.heading(1, "feil-tittel", view.word("feil-oversikt"));
    view.el("ul", "ds-list");
    for (place, field) in state.fields.iter().enumerate() {
        let Some(fault) = field.fault else { continue };
        let target = target(view, place, field);
        view.element("li");
        view.el("a", "ds-link");
        view.set(Name::Href, &["#", &target].concat());
        view.pressed(Act::Focus(target));
        view.say(&fault_text(view, field, fault));
        view.end_both();
    }
    view.end_both();
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
