//! What must be put right, just above Next, each with a way to its field.

use yew::{Html, html};

use super::field::{Ask, BEGUN, Field, Pick};
use super::field_parts::{fault_text, id};
use super::view::{View, element, heading_tag};

/// The list, while anything is wrong.
pub(super) fn error_summary(view: &View) -> Html {
    let faults = view.state.fields.iter().enumerate().filter_map(|(place, field)| Some((place, field, field.fault?)));
    let items: Vec<Html> = faults
        .map(|(place, field, fault)| {
            let target = target(view, place, field);
            let page = view.props.page.clone();
            let address = ["#", &target].concat();
            let go = move |event: yew::MouseEvent| {
                event.prevent_default();
                page.focus(&target);
            };
            html! { <li><a class="ds-link" href={address} onclick={go}>{ fault_text(view, field, fault) }</a></li> }
        })
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    let tag = heading_tag(view.props.level.saturating_add(1));
    html! {
        <div class="ds-error-summary" id="feil" role="group" tabindex="-1" aria-labelledby="feil-tittel">
            { element(tag, &[("class", "ds-heading"), ("id", "feil-tittel")], view.word("feil-oversikt").to_owned().into()) }
            <ul class="ds-list">{ for items }</ul>
        </div>
    }
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
