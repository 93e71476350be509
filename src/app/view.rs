//! What every part of the view is given.

use yew::Html;
use yew::html::Scope;

use crate::rules::TextId;

use super::markup::{Act, active, element, text};
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

    /// A heading, so many levels below the first.
    pub(super) fn heading(&self, below: u8, title: &str) -> Html {
        let tag = heading_tag(self.props.level.saturating_add(below));
        element(tag, &[("class", "ds-heading")], vec![text(title)])
    }

    /// The heading of a screen, which takes the focus.
    pub(super) fn title(&self, inside: Vec<Html>) -> Html {
        let attributes = [("class", "ds-heading"), ("id", "tittel"), ("tabindex", "-1")];
        element(heading_tag(self.props.level), &attributes, inside)
    }

    /// A part of the answer under its heading.
    pub(super) fn section(&self, word: &str, mut inside: Vec<Html>) -> Html {
        inside.insert(0, self.heading(1, self.words.word(word)));
        element("div", &[("class", "avsnitt")], inside)
    }

    /// A button.
    pub(super) fn button(&self, variant: &'static str, act: Act, word: &str) -> Html {
        let attributes = [("type", "button"), ("class", "ds-button"), ("data-variant", variant)];
        active("button", &attributes, self.pressed(act), vec![text(self.words.word(word))])
    }

    /// A button that looks like a link; `heard` tells which of many it is.
    pub(super) fn link_button(&self, action: Action, word: &str, heard: &str) -> Html {
        let mut inside = vec![text(self.words.word(word))];
        if !heard.is_empty() {
            inside.push(super::markup::heard(&[": ", heard].concat()));
        }
        active("button", &[("type", "button"), ("class", "lenke")], self.pressed(Act::Do(action)), inside)
    }
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
