//! The widget: a reducer over answers and a view of the verdict.
//!
//! One component holds the [`state::State`]; everything below it is a function from state to markup.

pub mod field;
pub mod finder;
pub mod joint;
pub mod state;
pub mod waiting;

mod answers_summary;
mod choice_field;
mod clearances;
mod date_field;
mod edition;
mod error_summary;
mod field_parts;
mod icon;
mod listen;
mod markup;
mod names;
mod option_row;
mod own;
mod progress;
mod project_field;
mod quantity_field;
mod question;
mod reasons;
mod result;
mod rich_text;
mod status_line;
mod todo_list;
mod together;
mod view;
mod why;

use std::rc::Rc;

use yew::{Component, Context, Html, Properties};

use crate::engine::assess;
use crate::rules::RuleBook;
use crate::rules::date::Date;
use crate::wording::words::Words;

use joint::Joint;
use names::Name;
use state::{Action, Focus, Screen, State, Wait};
use view::View;

/// What the widget tells the page around it.
pub trait Page {
    /// Moves the focus to the element with this id, if it is there.
    fn focus(&self, id: &str);
    /// Fetches the rules and words for the project at a place in the book.
    fn fetch(&self, place: u8);
    /// Tells that something has been shown anew, and of which case: see [`crate::engine::Case::numbers`].
    fn shown(&self, case: &[i64]);
    /// Tells that a screen is shown.
    fn step(&self, number: usize, project: &str);
    /// Tells that an answer is shown: the outcome of all parts, the part that decides it with its rule, and each part with
    /// its own outcome, on a line. No answers of the resident are in it.
    fn outcome(&self, project: &str, outcome: &str, rule: &str, in_force: &str, parts: &str);
}

/// What the widget is given.
#[derive(Clone, Properties)]
pub struct Props {
    /// The law, as far as it has been fetched.
    pub book: &'static RuleBook,
    /// The words.
    pub words: Rc<Words>,
    /// The level of the first heading.
    pub level: u8,
    /// The place of the project that the page has chosen.
    pub project: Option<usize>,
    /// What people call each kind of work, a line each; empty until it has been fetched.
    pub search: Rc<str>,
    /// The day it is.
    pub today: Date,
    /// The edition of the rules, as it is called.
    pub edition: Rc<str>,
    /// Where the pages of the rule book stand.
    pub rule_book: Rc<str>,
    /// What the resident did before the widget was ready.
    pub early: Rc<[Action]>,
    /// The page around.
    pub page: Rc<dyn Page>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.words, &other.words) && Rc::ptr_eq(&self.search, &other.search) && self.level == other.level
    }
}

/// The widget.
pub struct App {
    state: State,
    focus: Focus,
}

impl App {
    /// The conversation so far, for whoever shows the same one elsewhere.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }
}

impl Component for App {
    type Message = Action;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { book, words, project, today, early, .. } = ctx.props();
        let mut state = State::new(book, *today, *project, words.decimal_mark());
        let mut focus = Focus::Stays;
        for action in early.iter() {
            focus = state.reduce(action.clone());
        }
        fetch(ctx.props(), &state);
        Self { state, focus }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let before = self.state.number();
        let typed = matches!(action, Action::Choose(..) | Action::Type(..));
        let failed = matches!(action, Action::NotFetched);
        self.focus = self.state.reduce(action);
        if !failed {
            fetch(ctx.props(), &self.state);
        }
        if !typed && (self.focus == Focus::Heading || self.state.number() != before) {
            tell(ctx.props(), &self.state);
        }
        true
    }

    /// More of the law may have come, and may be what the resident waits for.
    fn changed(&mut self, ctx: &Context<Self>, _old: &Props) -> bool {
        let props = ctx.props();
        self.state.book = props.book;
        self.state.decimal_mark = props.words.decimal_mark();
        if self.state.wait == Some(Wait::Coming) && self.state.wanted().is_none() {
            self.update(ctx, Action::Next);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let mut view = View { state: &self.state, words: &props.words, props, link: ctx.link(), open: Vec::new() };
        let verdict = self.state.verdict();
        view.el("section", "bus");
        view.set(Name::DataSize, "md");
        view.set(Name::Lang, &props.words.tag);
        view.set(Name::Label, view.word("veiviseren"));
        match (self.state.screen(), &verdict) {
            (Screen::Questions(questions), _) => question::question(&mut view, questions, verdict.as_ref()),
            (Screen::Result, Some(verdict)) => result::result(&mut view, verdict),
            (Screen::Result, None) => {}
        }
        status_line::status_line(&mut view, verdict.as_ref());
        view.finish()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        match core::mem::replace(&mut self.focus, Focus::Stays) {
            Focus::Stays => {}
            Focus::Heading => ctx.props().page.focus("tittel"),
            Focus::Errors => ctx.props().page.focus("feil"),
        }
        ctx.props().page.shown(&self.state.case());
    }
}

/// Asks for the rules of a project as soon as it is chosen.
fn fetch(props: &Props, state: &State) {
    if let Some(place) = state.wanted() {
        props.page.fetch(place);
    }
}

/// Tells the page which screen is shown, and which answer.
fn tell(props: &Props, state: &State) {
    let project = state.project().map_or("", |project| project.id.as_str());
    props.page.step(state.number(), project);
    if *state.screen() != Screen::Result {
        return;
    }
    let joint = Joint::of(state);
    let Some(decisive) = state.situation_at(joint.decides) else { return };
    let basis = assess(&decisive).basis.and_then(|rule| Some((rule, state.book.version(rule, state.date())?)));
    let (rule, from) = basis.map_or((String::new(), String::new()), |(rule, version)| {
        (state.book.rule(rule).id.clone(), version.from.iso())
    });
    let mut parts = String::new();
    for (project, headline) in &joint.parts {
        parts.push_str(&[&project.id, " ", headline.outcome(), "\n"].concat());
    }
    props.page.outcome(&decisive.project.id, joint.headline.outcome(), &rule, &from, &parts);
}
