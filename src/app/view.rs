//! What every part of the view is given.

use yew::html::Scope;
use yew::virtual_dom::VTag;
use yew::{Callback, Html, MouseEvent, html};

use crate::rules::TextId;

use super::state::{Action, State};
use super::words::Words;
use super::{App, Props};

/// State, words and the way back to the state.
pub(super) struct View<'a> {
    pub(super) state: &'a State,
    pub(super) words: &'a Words,
    pub(super) props: &'a Props,
    pub(super) link: &'a Scope<App>,
}

impl<'a> View<'a> {
    /// An interface word.
    pub(super) fn word(&self, name: &'a str) -> &'a str {
        self.words.word(name)
    }

    /// A numbered text.
    pub(super) fn text(&self, id: TextId) -> &'a str {
        self.words.text(id)
    }

    /// What a press does.
    pub(super) fn press(&self, action: Action) -> Callback<MouseEvent> {
        self.link.callback(move |event: MouseEvent| {
            event.prevent_default();
            action.clone()
        })
    }

    /// A heading, so many levels below the first.
    pub(super) fn heading(&self, below: u8, size: &'static str, text: &str) -> Html {
        let attributes = [("class", "ds-heading"), ("data-size", size)];
        element(heading_tag(self.props.level.saturating_add(below)), &attributes, text.to_owned().into())
    }

    /// The heading of a screen, which takes the focus.
    pub(super) fn title(&self, size: &'static str, inside: Html) -> Html {
        let attributes = [("class", "ds-heading"), ("data-size", size), ("id", "tittel"), ("tabindex", "-1")];
        element(heading_tag(self.props.level), &attributes, inside)
    }

    /// A button.
    pub(super) fn button(&self, variant: &'static str, action: Action, word: &'a str) -> Html {
        html! {
            <button type="button" class="ds-button" data-variant={variant} onclick={self.press(action)}>
                { self.word(word).to_owned() }
            </button>
        }
    }
}

/// An element whose tag is chosen here.
pub(super) fn element(tag: &'static str, attributes: &[(&'static str, &'static str)], inside: Html) -> Html {
    let mut made = VTag::new(tag);
    for (name, value) in attributes {
        made.add_attribute(name, *value);
    }
    made.add_child(inside);
    made.into()
}

/// The tag of a heading; there are six levels.
pub(super) const fn heading_tag(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
