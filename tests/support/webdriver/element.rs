//! Elements of a page, and the roots inside them.

use serde_json::{Value, json};

use super::{Browser, ELEMENT, SHADOW, by};

/// An element, or a shadow root: something to look for elements in.
pub(crate) struct Element<'a> {
    pub(super) browser: &'a Browser,
    pub(super) id: String,
}

impl<'a> Element<'a> {
    /// The root inside it, once it has one.
    pub(crate) fn shadow(&self) -> Shadow<'a> {
        let path = format!("/element/{}/shadow", self.id);
        let browser = self.browser;
        let found = browser.until("a shadow root", || {
            let value = browser.remote.send("GET", &path, &Value::Null).ok()?;
            Some(value[SHADOW].as_str()?.to_owned())
        });
        Shadow { browser, id: found }
    }

    /// The first element inside that a selector meets.
    pub(crate) fn find(&self, css: &str) -> Element<'a> {
        let path = format!("/element/{}/element", self.id);
        self.browser.until(css, || self.browser.element(&self.browser.try_post(&path, &by(css)).ok()?, ELEMENT))
    }

    /// Clicks in its middle, as a mouse does.
    pub(crate) fn click(&self) {
        self.browser.post(&format!("/element/{}/click", self.id), &json!({}));
    }

    /// The same, where it may have gone since it was found, or still moves; what else is wrong fails loudly.
    pub(crate) fn try_click(&self) -> Option<()> {
        let clicked = self.browser.try_post(&format!("/element/{}/click", self.id), &json!({}));
        let Err(error) = clicked else { return Some(()) };
        let passes = ["stale element", "was not found", "intercepted"];
        let said = error.to_string();
        assert!(passes.iter().any(|passing| said.contains(passing)), "click: {said}");
        None
    }

    /// Types into it.
    pub(crate) fn keys(&self, text: &str) {
        self.browser.post(&format!("/element/{}/value", self.id), &json!({ "text": text }));
    }

    /// Empties it.
    pub(crate) fn clear(&self) {
        self.browser.post(&format!("/element/{}/clear", self.id), &json!({}));
    }

    /// The text as it is shown.
    pub(crate) fn text(&self) -> String {
        self.browser.get(&format!("/element/{}/text", self.id)).as_str().unwrap_or_default().to_owned()
    }

    /// A property, as scripts see it.
    pub(crate) fn property(&self, name: &str) -> Value {
        self.browser.get(&format!("/element/{}/property/{name}", self.id))
    }

    /// An attribute, as the page writes it.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.run(&format!("return arguments[0].getAttribute('{name}')")).as_str().map(str::to_owned)
    }

    /// A property of its style, as computed.
    pub(crate) fn style(&self, name: &str) -> String {
        self.browser.get(&format!("/element/{}/css/{name}", self.id)).as_str().unwrap_or_default().to_owned()
    }

    /// The name that assistive technology is told.
    pub(crate) fn label(&self) -> String {
        self.browser.get(&format!("/element/{}/computedlabel", self.id)).as_str().unwrap_or_default().to_owned()
    }

    /// The role that assistive technology is told.
    pub(crate) fn role(&self) -> String {
        self.browser.get(&format!("/element/{}/computedrole", self.id)).as_str().unwrap_or_default().to_owned()
    }

    /// Runs a script of which `arguments[0]` is this element.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.browser.run(script, &[self.handle()])
    }

    /// What a script must be handed to meet this element.
    pub(crate) fn handle(&self) -> Value {
        json!({ ELEMENT: self.id })
    }
}

/// An open shadow root.
pub(crate) struct Shadow<'a> {
    pub(super) browser: &'a Browser,
    pub(super) id: String,
}

impl<'a> Shadow<'a> {
    /// The first element inside that a selector meets, once there is one.
    pub(crate) fn find(&self, css: &str) -> Element<'a> {
        self.browser.until(css, || self.try_find(css))
    }

    /// The first element inside that a selector meets now.
    pub(crate) fn try_find(&self, css: &str) -> Option<Element<'a>> {
        let path = format!("/shadow/{}/element", self.id);
        self.browser.element(&self.browser.try_post(&path, &by(css)).ok()?, ELEMENT)
    }

    /// Every element inside that a selector meets now.
    pub(crate) fn all(&self, css: &str) -> Vec<Element<'a>> {
        let found = self.browser.post(&format!("/shadow/{}/elements", self.id), &by(css));
        let found = found.as_array().into_iter().flatten();
        found.filter_map(|value| self.browser.element(value, ELEMENT)).collect()
    }
}
