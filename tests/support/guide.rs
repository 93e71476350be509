//! A guide on a page, used as a resident uses it: by what its questions are about and what its answers say.

#![allow(dead_code, reason = "each test file uses its part")]

use serde_json::{Value, json};

use crate::webdriver::{Browser, Element, Engine, key};

/// A guide in a browser.
pub(crate) struct Guide<'a> {
    browser: &'a Browser,
    css: &'static str,
}

impl<'a> Guide<'a> {
    /// The guide that a selector meets, once it asks its first question.
    pub(crate) fn on(browser: &'a Browser, css: &'static str) -> Self {
        let asks = "return !!document.querySelector(arguments[0])?.shadowRoot?.querySelector('section.bus form')";
        browser.until("the widget to run", || browser.run(asks, &[json!(css)]).as_bool()?.then_some(()));
        Self { browser, css }
    }

    /// Runs a script with the guide's root as `root`.
    pub(crate) fn run(&self, script: &str, arguments: &[Value]) -> Value {
        let whole = format!("const root = document.querySelector({}).shadowRoot; {script}", json!(self.css));
        self.browser.run(&whole, arguments)
    }

    pub(crate) fn element(&self, css: &str) -> Element<'a> {
        self.browser.find(self.css).shadow().find(css)
    }

    /// What the heading says.
    pub(crate) fn title(&self) -> String {
        self.text("#tittel")
    }

    pub(crate) fn text(&self, css: &str) -> String {
        self.run("return root.querySelector(arguments[0])?.innerText ?? ''", &[json!(css)])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Everything that can be read, its no-break spaces as plain ones.
    pub(crate) fn whole_text(&self) -> String {
        self.text("section.bus").replace('\u{a0}', " ")
    }

    /// Which concepts are asked about on this screen.
    pub(crate) fn asked(&self) -> Vec<String> {
        let names = self.run("return [...root.querySelectorAll('[data-begrep]')].map((e) => e.dataset.begrep)", &[]);
        names.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
    }

    /// Ticks the row of a field that says this; `field` is a selector.
    pub(crate) fn tick(&self, field: &str, label: &str) {
        let script = "const rows = [...root.querySelectorAll(arguments[0] + ' label')];
            const words = (e) => e.textContent.replaceAll('\u{a0}', ' ').trim();
            const row = rows.find((e) => words(e) === arguments[1]);
            if (!row) return rows.map((e) => e.innerText);
            row.click(); return true";
        let ticked = self.run(script, &[json!(field), json!(label)]);
        assert_eq!(ticked, json!(true), "{field}: no row says {label:?}");
    }

    /// Types into the text field of a question, choosing to type first where there are quick answers.
    pub(crate) fn write(&self, field: &str, text: &str) {
        self.run("root.querySelector(arguments[0] + ' .annet input[type=radio]')?.click()", &[json!(field)]);
        let css = format!("{field} input[type=text]");
        let input = self.element(&css);
        if self.is_out_of_reach() {
            let script = "const input = root.querySelector(arguments[0]);
                input.value = arguments[1];
                input.dispatchEvent(new Event('input', { bubbles: true }))";
            self.run(script, &[json!(css), json!(text)]);
            return;
        }
        input.clear();
        input.keys(text);
    }

    /// Goes on, and waits for another screen: also where its rules must be fetched first.
    pub(crate) fn next(&self) {
        // What comes along later may come at any time, and is no other screen.
        let without = "const screen = root.querySelector('section.bus .skjerm').cloneNode(true);
            for (const later of screen.querySelectorAll(`[id$='-regn'], #endringer, #ta-med, #for-start`)) later.replaceChildren();
            return screen.innerHTML";
        let screen = || self.run(without, &[]);
        let before = screen();
        self.submit();
        self.browser.until("the screen to change", || (screen() != before).then_some(()));
    }

    /// Presses the button that goes on.
    pub(crate) fn submit(&self) {
        self.press("button[type=submit]");
    }

    /// Presses the first that a selector meets, once there is one. The app may just have put its own in its place.
    pub(crate) fn press(&self, css: &str) {
        let element = self.element(css);
        if self.is_out_of_reach() {
            self.run("root.querySelector(arguments[0]).click()", &[json!(css)]);
            return;
        }
        // Firefox's driver does not scroll the page around a frame of the same site.
        self.run("root.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })", &[json!(css)]);
        if element.try_click().is_none() {
            self.browser.until("it to be pressed", || self.element(css).try_click());
        }
    }

    /// `WebKit`'s driver presses nothing below the edge of the window where that is in a frame, and types into no field there;
    /// a script of the frame's own does it then.
    pub(crate) fn is_out_of_reach(&self) -> bool {
        self.browser.engine == Engine::WebKit && self.browser.run("return parent !== window", &[]) == json!(true)
    }

    /// Says that the works have not begun.
    pub(crate) fn not_begun(&self, label: &str) {
        self.tick("form", label);
        self.next();
    }

    /// Answers every question as told until the result is shown; an answer is a row's words or a number to type.
    pub(crate) fn answer_all(&self, answers: &[(&str, &str)]) {
        for _ in 0..60 {
            if self.asked().is_empty() {
                return;
            }
            self.answer_screen(answers);
        }
        panic!("the questions do not end");
    }

    /// Answers until a concept is asked about.
    pub(crate) fn answer_until(&self, concept: &str, answers: &[(&str, &str)]) {
        while !self.asked().iter().any(|name| name == concept) {
            self.answer_screen(answers);
        }
    }

    /// Answers what is on the screen and goes on.
    pub(crate) fn answer_screen(&self, answers: &[(&str, &str)]) {
        for concept in self.asked() {
            let answer = answers.iter().find(|(name, _)| *name == concept);
            let asked = || self.text(&format!("[data-begrep={concept}]"));
            let (_, answer) = answer.unwrap_or_else(|| panic!("no answer to {concept}: {}", asked()));
            self.answer(&concept, answer);
        }
        self.next();
    }

    /// Answers one question.
    pub(crate) fn answer(&self, concept: &str, answer: &str) {
        let field = format!("[data-begrep='{concept}']");
        if answer.starts_with(|c: char| c.is_ascii_digit()) {
            self.write(&field, answer);
        } else {
            self.tick(&field, answer);
        }
    }

    /// Answers one question with the keyboard alone, coming from wherever the focus is.
    pub(crate) fn answer_by_keys(&self, concept: &str, answer: &str) {
        self.tab_into(concept);
        if answer.starts_with(|c: char| c.is_ascii_digit()) {
            let last = "const radios = [...root.querySelectorAll(`[data-begrep='${arguments[0]}'] input[type=radio]`)];
                return radios.findIndex((radio) => radio.closest('.annet'))";
            let steps = self.run(last, &[json!(concept)]).as_i64().unwrap_or(-1);
            if steps >= 0 {
                self.choose_by_keys(steps);
                self.browser.press(&[key::TAB]);
            }
            self.browser.press(
                &answer.chars().map(String::from).collect::<Vec<_>>().iter().map(String::as_str).collect::<Vec<_>>(),
            );
            return;
        }
        let script = "const rows = [...root.querySelectorAll(`[data-begrep='${arguments[0]}'] label`)];
            return rows.findIndex((row) => row.innerText.replaceAll('\u{a0}', ' ').trim() === arguments[1])";
        let place = self.run(script, &[json!(concept), json!(answer)]).as_i64().unwrap_or(-1);
        assert!(place >= 0, "{concept}: no row says {answer:?}");
        self.choose_by_keys(place);
    }

    /// From the first radio button of a group to the one that many steps on.
    fn choose_by_keys(&self, steps: i64) {
        self.browser.press(&[key::SPACE]);
        (0..steps).for_each(|_| self.browser.press(&[key::DOWN]));
    }

    fn tab_into(&self, concept: &str) {
        let inside = "return root.activeElement?.closest('[data-begrep]')?.dataset.begrep === arguments[0] && root.activeElement.matches('input')";
        for _ in 0..30 {
            if self.run(inside, &[json!(concept)]) == json!(true) {
                return;
            }
            self.browser.press(&[key::TAB]);
        }
        panic!("{concept} cannot be reached with the tab key");
    }

    /// Waits until a selector meets something.
    pub(crate) fn await_there(&self, css: &str) {
        let there =
            || (self.run("return !!root.querySelector(arguments[0])", &[json!(css)]) == json!(true)).then_some(());
        self.browser.until(css, there);
    }

    /// The link that the button copies, as it is written in the address.
    pub(crate) fn copied_link(&self) -> String {
        self.await_there("#ta-med button");
        self.browser.run("window.copied = null; Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { window.copied = text; } } })", &[]);
        let press =
            "[...root.querySelectorAll('#ta-med button')].find((it) => it.textContent === 'Kopier lenke').click()";
        self.run(press, &[]);
        self.browser.until("the link", || self.browser.run("return window.copied", &[]).as_str().map(str::to_owned))
    }
}
