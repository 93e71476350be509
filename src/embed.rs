//! The custom element: attributes in, events out, mount and unmount.
//!
//! `element.js` owns the element and fetches; this side mounts the app and hands words on. The clock is read here.

use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::app::field::{Ask, Pick};
use crate::app::state::Action;
use crate::app::{App, Page, Props};
use crate::rules::compiled::{self, Unreadable};
use crate::rules::date::Date;
use crate::rules::{RuleBook, compiled::decode};
use crate::wording::words::Words;

#[wasm_bindgen]
extern "C" {
    /// The element's own side.
    #[derive(Clone)]
    pub type Host;
    #[wasm_bindgen(method)]
    fn fokus(this: &Host, id: &str);
    #[wasm_bindgen(method)]
    fn hent(this: &Host, place: u8);
    #[wasm_bindgen(method)]
    fn vist(this: &Host, case: &[i64]);
    #[wasm_bindgen(method)]
    fn steg(this: &Host, number: u32, project: &str);
    #[wasm_bindgen(method)]
    fn utfall(this: &Host, project: &str, outcome: &str, rule: &str, in_force: &str, parts: &str);
}

impl Page for Host {
    fn focus(&self, id: &str) {
        self.fokus(id);
    }

    fn fetch(&self, place: u8) {
        self.hent(place);
    }

    fn shown(&self, case: &[i64]) {
        self.vist(case);
    }

    fn step(&self, number: usize, project: &str) {
        self.steg(u32::try_from(number).unwrap_or(u32::MAX), project);
    }

    fn outcome(&self, project: &str, outcome: &str, rule: &str, in_force: &str, parts: &str) {
        self.utfall(project, outcome, rule, in_force, parts);
    }
}

/// The rules, read once for every element on the page.
#[wasm_bindgen]
pub struct Rules {
    book: &'static RuleBook,
    edition: Rc<str>,
    rule_book: Rc<str>,
}

#[wasm_bindgen]
impl Rules {
    /// Reads an artefact, or several excerpts one after another; the rule book's pages stand beside them. `own` is what a
    /// municipality says on its own pages, a line each.
    ///
    /// # Errors
    /// `format` for another version of the format, `rules` for anything else that is wrong.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands optional strings over by value")]
    pub fn new(bytes: &[u8], edition: &str, rule_book: &str, own: Option<String>) -> Result<Rules, String> {
        let mut book = decode(bytes).map_err(|error| match error {
            Unreadable::OtherVersion => "format".to_owned(),
            _ => "rules".to_owned(),
        })?;
        if let Some(own) = own {
            // Each fault leaves something to clear; whoever wrote the condition is told before it comes here.
            book.tighten(&own);
        }
        // Leaked on purpose: the page keeps its rules, and no code is fetched that takes them apart.
        Ok(Self { book: Box::leak(Box::new(book)), edition: edition.into(), rule_book: rule_book.into() })
    }

    /// The version of the format that this widget reads.
    #[must_use]
    pub fn format() -> u8 {
        compiled::MARK.last().copied().unwrap_or_default()
    }
}

/// A running widget.
#[wasm_bindgen]
pub struct Widget {
    handle: Option<AppHandle<App>>,
    props: Props,
}

#[wasm_bindgen]
impl Widget {
    /// Starts the app. `chosen`, `typed` and `pressed` are what the resident did while the page was still static:
    /// the place of the radio button, the date, and the button `neste` or `annet`.
    #[must_use]
    #[wasm_bindgen(constructor)]
    #[allow(clippy::too_many_arguments, reason = "one call from JavaScript, where an object would cost more")]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands optional strings over by value")]
    pub fn new(
        mount: Element,
        host: Host,
        rules: &Rules,
        language: String,
        first: &str,
        second: Option<String>,
        level: u8,
        project: Option<usize>,
        chosen: Option<u8>,
        typed: String,
        pressed: &str,
        own: Option<String>,
    ) -> Widget {
        let early = early(chosen, typed, pressed).into();
        let props = Props {
            book: rules.book,
            words: words(language, first, second.as_deref(), own),
            level,
            project,
            search: "".into(),
            today: today(),
            edition: Rc::clone(&rules.edition),
            rule_book: Rc::clone(&rules.rule_book),
            early,
            page: Rc::new(host),
        };
        let handle = Renderer::<App>::with_root_and_props(mount, props.clone()).render();
        Self { handle: Some(handle), props }
    }

    /// Takes more of the rules, and other words or the rest of them.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands optional strings over by value")]
    pub fn take(&mut self, rules: &Rules, language: String, first: &str, second: Option<String>, own: Option<String>) {
        self.props.book = rules.book;
        self.props.words = words(language, first, second.as_deref(), own);
        self.update();
    }

    /// Takes what people call each kind of work.
    pub fn search(&mut self, lines: &str) {
        self.props.search = lines.into();
        self.update();
    }

    /// Takes another heading level.
    pub fn level(&mut self, level: u8) {
        self.props.level = level;
        self.update();
    }

    /// Hears that what [`Host`] was asked to fetch did not come.
    pub fn missing(&self) {
        if let Some(handle) = &self.handle {
            handle.send_message(Action::NotFetched);
        }
    }

    /// Takes up another case.
    pub fn recall(&self, numbers: &[i64]) {
        if let Some(handle) = &self.handle {
            handle.send_message(Action::Recall(numbers.into()));
        }
    }

    /// Ends the app.
    pub fn destroy(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
    }

    fn update(&mut self) {
        if let Some(handle) = &mut self.handle {
            handle.update(self.props.clone());
        }
    }
}

fn words(language: String, first: &str, second: Option<&str>, own: Option<String>) -> Rc<Words> {
    Rc::new(Words::read(language, first, second, own))
}

fn early(chosen: Option<u8>, typed: String, pressed: &str) -> Vec<Action> {
    let mut actions = Vec::new();
    if !typed.is_empty() {
        actions.push(Action::Type(0, typed));
    }
    actions.extend(chosen.map(|place| Action::Choose(0, Pick::Option(place))));
    match pressed {
        "neste" => actions.push(Action::Next),
        "annet" => actions.push(Action::Change(Ask::Project)),
        _ => {}
    }
    actions
}

/// The day, where the resident is.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    let date = Date::new(now.get_full_year().into(), i64::from(now.get_month()) + 1, now.get_date().into());
    date.unwrap_or(FIRST_DAY)
}

/// A clock that shows no day of the calendar is no clock; no rule is in force then.
const FIRST_DAY: Date = Date::FIRST;
