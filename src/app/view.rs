//! What every part of the view is given, and where it writes.

use yew::html::Scope;
use yew::virtual_dom::VTag;

use crate::rules::TextId;

use super::state::State;
use super::{App, Props};
use crate::wording::words::Words;

/// State, words, the way back to the state, and the elements being written.
pub(super) struct View<'a> {
    pub(super) state: &'a State,
    pub(super) words: &'a Words,
    pub(super) props: &'a Props,
    pub(super) link: &'a Scope<App>,
    /// The open elements, the innermost last.
    pub(super) open: Vec<VTag>,
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
}
