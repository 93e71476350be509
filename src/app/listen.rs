//! What elements listen for and what they then do.

use std::rc::Rc;

use yew::TargetCast;
use yew::html::Scope;
use yew::virtual_dom::{Listener, ListenerKind};

use super::field::Pick;
use super::names::Name;
use super::state::Action;
use super::view::View;
use super::{App, Page};

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
}

struct Listen {
    on: On,
    act: Act,
    link: Scope<App>,
    page: Rc<dyn Page>,
}

impl View<'_> {
    /// The open element does it when pressed.
    pub(super) fn pressed(&mut self, act: Act) {
        self.listen(On::Press, act);
    }

    /// The open form goes on when it is sent.
    pub(super) fn sent(&mut self) {
        self.listen(On::Send, Act::Do(Action::Next));
    }

    /// The open element is a radio button or a box to tick.
    pub(super) fn ticked(&mut self, checked: bool, place: usize, pick: Pick) {
        if let Some(input) = self.open.last_mut() {
            input.set_checked(checked);
        }
        self.listen(On::Tick, Act::Do(Action::Choose(place, pick)));
    }

    /// The open element is a text field.
    pub(super) fn typed(&mut self, value: &str, place: usize) {
        if let Some(input) = self.open.last_mut() {
            input.set_value(Some(value.to_owned()));
        }
        self.listen(On::Type, Act::Type(place));
    }

    /// A button.
    #[inline(never)]
    pub(super) fn button(&mut self, variant: &'static str, act: Act, word: &str) {
        self.el("button", "ds-button");
        self.set(Name::Type, "button");
        self.set(Name::DataVariant, variant);
        self.pressed(act);
        self.say(self.words.word(word));
        self.end();
    }

    /// A button that looks like a link; `heard` tells which of many it is.
    #[inline(never)]
    pub(super) fn link_button(&mut self, action: Action, word: &str, heard: &str) {
        self.el("button", "lenke");
        self.set(Name::Type, "button");
        self.pressed(Act::Do(action));
        self.say(self.words.word(word));
        if !heard.is_empty() {
            self.heard(&[": ", heard].concat());
        }
        self.end();
    }

    #[inline(never)]
    fn listen(&mut self, on: On, act: Act) {
        let listen = Listen { on, act, link: self.link.clone(), page: Rc::clone(&self.props.page) };
        if let Some(element) = self.open.last_mut() {
            element.add_listener(Rc::new(listen));
        }
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
        }
    }

    fn passive(&self) -> bool {
        false
    }
}
