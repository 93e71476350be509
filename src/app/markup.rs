//! Elements in few words. One function makes them all: a macro would make each of them a page of machine code, and the
//! widget is fetched over slow nets.

use yew::html::Scope;
use yew::virtual_dom::{AttributeOrProperty, Listener, ListenerKind, VTag, VText};
use yew::{Html, TargetCast};

use super::field::Pick;
use super::state::Action;
use super::{App, Page};

use std::rc::Rc;

/// Names and values; an empty value leaves the attribute out.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// An element.
#[inline(never)]
pub(super) fn element(tag: &'static str, attributes: Attributes, inside: Vec<Html>) -> Html {
    let mut made = tag_with(tag, attributes);
    made.add_children(inside);
    made.into()
}

/// An element with a class.
#[inline(never)]
pub(super) fn el(tag: &'static str, class: &str, inside: Vec<Html>) -> Html {
    element(tag, &[("class", class)], inside)
}

/// An element with a class and words.
#[inline(never)]
pub(super) fn words(tag: &'static str, class: &str, words: &str) -> Html {
    el(tag, class, vec![text(words)])
}

/// A paragraph of words.
pub(super) fn p(paragraph: &str) -> Html {
    words("p", "", paragraph)
}

/// Words.
#[inline(never)]
pub(super) fn text(words: &str) -> Html {
    VText::new(words.to_owned()).into()
}

/// What only those hear who listen.
pub(super) fn heard(said: &str) -> Html {
    words("span", "ds-sr-only", said)
}

/// What is opened by those who want it.
pub(super) fn details(class: &str, summary: Vec<Html>, inside: Vec<Html>) -> Html {
    let parts = vec![element("summary", &[], summary), element("div", &[], inside)];
    element("details", &[("class", &["ds-details ", class].concat())], parts)
}

/// Several things in a row.
#[inline(never)]
pub(super) fn group(inside: Vec<Html>) -> Html {
    inside.into_iter().collect()
}

/// An element that does something.
#[inline(never)]
pub(super) fn active(tag: &'static str, attributes: Attributes, on: Listen, inside: Vec<Html>) -> Html {
    let mut made = tag_with(tag, attributes);
    made.add_listener(Rc::new(on));
    made.add_children(inside);
    made.into()
}

/// A radio button or a box to tick.
pub(super) fn tick(attributes: Attributes, checked: bool, on: Listen) -> Html {
    let mut made = tag_with("input", attributes);
    made.set_checked(checked);
    made.add_listener(Rc::new(on));
    made.into()
}

/// A text field.
pub(super) fn typed(attributes: Attributes, value: &str, on: Listen) -> Html {
    let mut made = tag_with("input", attributes);
    made.set_value(Some(value.to_owned()));
    made.add_listener(Rc::new(on));
    made.into()
}

/// Yew compares attributes place by place where all elements share one list of names; a map for each would be more code.
fn tag_with(tag: &'static str, attributes: Attributes) -> VTag {
    let mut values = Vec::with_capacity(NAMES.len());
    for name in NAMES {
        let value = attributes.iter().find(|(known, value)| known == name && !value.is_empty());
        values.push(value.map(|(_, value)| AttributeOrProperty::Attribute((*value).to_owned().into())));
    }
    debug_assert!(attributes.iter().all(|(name, _)| NAMES.contains(name)), "an attribute that NAMES lacks");
    let mut made = VTag::new(tag);
    made.attributes = yew::virtual_dom::Attributes::Dynamic { keys: NAMES, values: values.into_boxed_slice() };
    made
}

/// Every attribute in use, in the order in which elements get them.
const NAMES: &[&str] = &[
    "type",
    "class",
    "data-field",
    "inputmode",
    "autocomplete",
    "size",
    "id",
    "name",
    "role",
    "tabindex",
    "for",
    "href",
    "target",
    "rel",
    "lang",
    "novalidate",
    "data-begrep",
    "data-color",
    "data-size",
    "data-variant",
    "viewBox",
    "d",
    "focusable",
    "aria-hidden",
    "aria-invalid",
    "aria-label",
    "aria-labelledby",
    "aria-describedby",
];

/// What an element listens for and what it then does.
pub(super) struct Listen {
    on: On,
    act: Act,
    link: Scope<App>,
    page: Rc<dyn Page>,
}

/// The events that matter here.
#[derive(Clone, Copy)]
enum On {
    Press,
    Tick,
    Type,
    Send,
}

/// What may be done.
pub(super) enum Act {
    /// An action on the state.
    Do(Action),
    /// What is typed in the field at a place.
    Type(usize),
    /// Goes to the element with this id.
    Focus(String),
    /// Prints.
    Print,
}

impl super::view::View<'_> {
    /// Does it when pressed.
    pub(super) fn pressed(&self, act: Act) -> Listen {
        self.listen(On::Press, act)
    }

    /// Chooses when ticked.
    pub(super) fn ticked(&self, place: usize, pick: Pick) -> Listen {
        self.listen(On::Tick, Act::Do(Action::Choose(place, pick)))
    }

    /// Hands on what is typed.
    pub(super) fn typing(&self, place: usize) -> Listen {
        self.listen(On::Type, Act::Type(place))
    }

    /// Goes on when the form is sent.
    pub(super) fn sent(&self) -> Listen {
        self.listen(On::Send, Act::Do(Action::Next))
    }

    fn listen(&self, on: On, act: Act) -> Listen {
        Listen { on, act, link: self.link.clone(), page: Rc::clone(&self.props.page) }
    }
}

impl Listener for Listen {
    fn kind(&self) -> ListenerKind {
        match self.on {
            On::Press => ListenerKind::onclick,
            On::Tick => ListenerKind::onchange,
            On::Type => ListenerKind::oninput,
            On::Send => ListenerKind::onsubmit,
        }
    }

    /// A form that were sent, or a link that were followed, would leave the page.
    fn handle(&self, event: web_sys::Event) {
        event.prevent_default();
        match &self.act {
            Act::Do(action) => self.link.send_message(action.clone()),
            Act::Type(place) => {
                let field = event.target_unchecked_into::<web_sys::HtmlInputElement>();
                self.link.send_message(Action::Type(*place, field.value()));
            }
            Act::Focus(id) => self.page.focus(id),
            Act::Print => self.page.print(),
        }
    }

    fn passive(&self) -> bool {
        false
    }
}
