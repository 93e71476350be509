//! Elements, written from the outside in: open one, write what is in it, end it. A view is a row of small calls; lists of
//! finished elements handed from function to function would be twice the code, and the widget is fetched over slow nets.

use yew::Html;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VTag, VText};

use super::names::{NAMES, Name};
use super::view::View;

impl View<'_> {
    /// Opens an element.
    #[inline(never)]
    pub(super) fn element(&mut self, tag: &'static str) {
        let mut made = VTag::new(tag);
        let values = NAMES.iter().map(|_| None).collect();
        made.attributes = Attributes::Dynamic { keys: NAMES, values };
        self.open.push(made);
    }

    /// Opens an element of a class.
    #[inline(never)]
    pub(super) fn el(&mut self, tag: &'static str, class: &str) {
        self.element(tag);
        self.set(Name::Class, class);
    }

    /// Opens a screen: new elements for each, so that nothing ticked or opened stays behind.
    pub(super) fn screen(&mut self, tag: &'static str, class: &str) {
        self.el(tag, class);
        if let Some(screen) = self.open.last_mut() {
            screen.key = Some(Key::from(self.state.number()));
        }
    }

    /// Gives the open element an attribute; an empty value leaves it out.
    pub(super) fn set(&mut self, name: Name, value: &str) {
        self.set_around(0, name, value);
    }

    /// Gives the element so many levels around the open one an attribute.
    #[inline(never)]
    pub(super) fn set_around(&mut self, levels: usize, name: Name, value: &str) {
        let element = self.open.iter_mut().rev().nth(levels);
        let Some(VTag { attributes: Attributes::Dynamic { values, .. }, .. }) = element else { return };
        if let (Some(place), false) = (values.get_mut(name as usize), value.is_empty()) {
            *place = Some(AttributeOrProperty::Attribute(value.to_owned().into()));
        }
    }

    /// Ends the innermost element.
    #[inline(never)]
    pub(super) fn end(&mut self) {
        if let Some(done) = self.open.pop() {
            self.add(done.into());
        }
    }

    /// Ends an element and the one around it.
    pub(super) fn end_both(&mut self) {
        self.end();
        self.end();
    }

    /// Words.
    #[inline(never)]
    pub(super) fn say(&mut self, words: &str) {
        self.add(VText::new(words.to_owned()).into());
    }

    /// Holds a place for what may come, so that what stands beside it stays the same element.
    #[inline(never)]
    pub(super) fn nothing(&mut self) {
        self.add(VList::new().into());
    }

    /// An element with words and nothing else.
    #[inline(never)]
    pub(super) fn line(&mut self, tag: &'static str, class: &str, words: &str) {
        self.el(tag, class);
        self.say(words);
        self.end();
    }

    /// A paragraph of words.
    #[inline(never)]
    pub(super) fn p(&mut self, words: &str) {
        self.line("p", "", words);
    }

    /// What only those hear who listen.
    #[inline(never)]
    pub(super) fn heard(&mut self, said: &str) {
        self.line("span", "ds-sr-only", said);
    }

    /// Opens what is opened by those who want it, with a drawing before its name or none; two ends close it.
    #[inline(never)]
    pub(super) fn details(&mut self, class: &str, drawing: &str, summary: &str, heard: &str) {
        self.el("details", &["ds-details ", class].concat());
        self.element("summary");
        if !drawing.is_empty() {
            self.drawing("tegning", drawing);
        }
        self.say(summary);
        if !heard.is_empty() {
            self.heard(&[": ", heard].concat());
        }
        self.end();
        self.element("div");
    }

    /// Lines drawn in a square of 24, for those who see; words beside them say the same. Inline: a page may forbid images
    /// from elsewhere.
    #[inline(never)]
    pub(super) fn drawing(&mut self, class: &str, path: &str) {
        self.el("svg", class);
        self.set(Name::ViewBox, "0 0 24 24");
        self.set(Name::Hidden, "true");
        self.set(Name::Focusable, "false");
        self.element("path");
        self.set(Name::Path, path);
        self.end_both();
    }

    /// A heading, so many levels below the first.
    #[inline(never)]
    pub(super) fn heading(&mut self, below: u8, id: &str, title: &str) {
        self.el(heading_tag(self.props.level.saturating_add(below)), "ds-heading");
        self.set(Name::Id, id);
        self.say(title);
        self.end();
    }

    /// Opens the heading of a screen, which takes the focus.
    #[inline(never)]
    pub(super) fn title(&mut self) {
        self.el(heading_tag(self.props.level), "ds-heading");
        self.set(Name::Id, "tittel");
        self.set(Name::TabIndex, "-1");
    }

    /// Opens a part of the answer under its heading.
    #[inline(never)]
    pub(super) fn section(&mut self, word: &str) {
        self.el("div", "avsnitt");
        self.heading(1, "", self.words.word(word));
    }

    /// A place that code which is fetched later fills.
    #[inline(never)]
    pub(super) fn later(&mut self, id: &str) {
        self.element("div");
        self.set(Name::Id, id);
        self.end();
    }

    /// All that is written.
    pub(super) fn finish(mut self) -> Html {
        debug_assert!(self.open.len() == 1, "an element that was not ended");
        self.open.pop().map(Html::from).unwrap_or_default()
    }

    fn add(&mut self, done: Html) {
        if let Some(around) = self.open.last_mut() {
            around.add_child(done);
        }
    }
}

/// The tag of a heading; there are six levels.
const fn heading_tag(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
