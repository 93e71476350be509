//! The widget itself on the rules on the desk, once for each language, all in the same conversation.

use std::rc::Rc;

use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::app::{App, Props};
use crate::embed::Host;
use crate::rules::RuleBook;
use crate::rules::date::Date;
use crate::wording::words::Words;

use super::replay::Conversation;

/// The widgets.
pub(super) struct Stage {
    shown: Option<Shown>,
    today: Date,
    conversation: Conversation,
    places: Vec<Place>,
}

/// What the edition is called, of rules that nobody has published.
const UNPUBLISHED: &str = "utkast";

/// What the widgets show.
struct Shown {
    // Leaked for each change that is shown, some hundred kilobytes: a widget keeps its rules for as long as its page lives.
    book: &'static RuleBook,
    words: Vec<Rc<Words>>,
}

/// Where a widget stands.
struct Place {
    mount: Element,
    host: Host,
    handle: Option<AppHandle<App>>,
}

impl Stage {
    pub(super) fn new(today: Date) -> Self {
        Self { shown: None, today, conversation: Conversation::default(), places: Vec::new() }
    }

    /// A place for the widget of the next language.
    pub(super) fn add(&mut self, mount: Element, host: Host) {
        self.places.push(Place { mount, host, handle: None });
    }

    /// Other rules; the conversation goes on under them.
    pub(super) fn take(&mut self, book: RuleBook, words: impl Iterator<Item = (String, String, String)>) {
        let read =
            |(tag, first, second): (String, String, String)| Rc::new(Words::read(tag, &first, Some(&second), None));
        self.shown = Some(Shown { words: words.map(read).collect(), book: Box::leak(Box::new(book)) });
        self.play(None);
    }

    /// The rules that are shown.
    pub(super) fn book(&self) -> Option<&'static RuleBook> {
        self.shown.as_ref().map(|shown| shown.book)
    }

    /// Another conversation, and the day on which it is held.
    pub(super) fn hold(&mut self, conversation: Conversation, today: Date) {
        self.conversation = conversation;
        self.today = today;
        self.play(None);
    }

    /// The same conversation on another day.
    pub(super) fn on(&mut self, day: Date) {
        self.today = day;
        self.play(None);
    }

    /// The other widgets follow the one in which something was done.
    pub(super) fn follow(&mut self, leader: usize) {
        let handle = self.places.get(leader).and_then(|place| place.handle.as_ref());
        let Some(state) = handle.and_then(|handle| handle.get_component()).map(|app| Conversation::of(app.state()))
        else {
            return;
        };
        self.conversation = state;
        self.play(Some(leader));
    }

    /// Holds the conversation in every widget but the one that leads.
    fn play(&mut self, leader: Option<usize>) {
        let Some(shown) = &self.shown else { return };
        for (at, (place, words)) in self.places.iter_mut().zip(&shown.words).enumerate() {
            if Some(at) == leader {
                continue;
            }
            if let Some(handle) = place.handle.take() {
                handle.destroy();
            }
            let props = Props {
                book: shown.book,
                words: Rc::clone(words),
                level: 4,
                project: None,
                search: "".into(),
                today: self.today,
                edition: UNPUBLISHED.into(),
                rule_book: "../regelbok/".into(),
                early: self.conversation.actions(shown.book, self.today, words.decimal_mark()).into(),
                page: Rc::new(place.host.clone()),
            };
            place.handle = Some(Renderer::<App>::with_root_and_props(place.mount.clone(), props).render());
        }
    }
}
