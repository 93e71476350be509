//! The conversation: where we are, what has been answered, and what an action makes of it. Pure.

mod parts;

use std::rc::Rc;

use crate::engine::{Answer, Answers, NextQuestion, Situation, Verdict, assess, next_question};
use crate::rules::date::Date;
use crate::rules::{ConceptId, Outcome, Project, RuleBook};

use super::field::{Ask, BEGUN, Field, NOT_BEGUN, Pick};
use super::waiting::Waiting;

/// A screen.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Screen {
    /// Questions that are asked together.
    Questions(Questions),
    /// The answer.
    Result,
}

/// Questions that are asked together.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Questions {
    /// Part and step; `None` for the project and the start.
    pub step: Option<(usize, usize)>,
    /// What is asked.
    pub asks: Vec<Ask>,
}

/// When the works begin.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Start {
    /// They have not begun: today's rules.
    NotBegun,
    /// They began on a day.
    Begun(Date),
}

/// Something that the resident does.
#[derive(Clone, Debug)]
pub enum Action {
    /// Chooses an answer in the field at a place.
    Choose(usize, Pick),
    /// Types in the field at a place.
    Type(usize, String),
    /// Goes on.
    Next,
    /// Goes back.
    Back,
    /// Goes on although an application is certain.
    Continue,
    /// Changes one answer.
    Change(Ask),
    /// Begins on one more part, of the kind at a place in the book or of one to be chosen.
    Add(Option<u8>),
    /// Turns to the part at a place.
    Show(usize),
    /// Takes away the part at a place.
    Remove(usize),
    /// Takes up a case that was answered elsewhere.
    Recall(Rc<[i64]>),
    /// Begins afresh.
    Restart,
    /// Hears that the rules for the chosen project could not be fetched.
    NotFetched,
}

/// Where the focus goes after an action.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Focus {
    /// It stays.
    Stays,
    /// To the heading of the new screen.
    Heading,
    /// To the list of errors.
    Errors,
}

/// How it goes with the rules for the project that is chosen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wait {
    /// They are being fetched; it goes on by itself when they come.
    Coming,
    /// They could not be fetched.
    Failed,
}

/// The conversation.
pub struct State {
    /// The law.
    pub book: &'static RuleBook,
    /// The day it is.
    pub today: Date,
    /// Comma or point, for numbers put back into fields.
    pub decimal_mark: char,
    /// The project that the page has chosen, by its place in the book.
    pub preset: Option<usize>,
    /// The project, by its place in the book.
    pub project: Option<usize>,
    /// When the works begin.
    pub start: Option<Start>,
    /// All answers.
    pub answers: Answers,
    /// The fields on the screen.
    pub fields: Vec<Field>,
    /// Whether the resident goes on although an application is certain.
    pub continued: bool,
    /// What is waited for.
    pub wait: Option<Wait>,
    /// The other parts, where one project is several kinds of work in law.
    pub waiting: Waiting,
    /// How many screens were seen before the trail began.
    passed: usize,
    /// Screens seen; the last ones may lie ahead, after going back.
    trail: Vec<Screen>,
    at: usize,
}

impl State {
    /// The beginning of a conversation, about a project if the page has chosen one.
    #[must_use]
    pub fn new(book: &'static RuleBook, today: Date, preset: Option<usize>, decimal_mark: char) -> Self {
        let mut state = Self {
            book,
            today,
            decimal_mark,
            preset,
            project: None,
            start: None,
            answers: Answers::new(),
            fields: Vec::new(),
            continued: false,
            wait: None,
            waiting: Waiting::default(),
            passed: 0,
            trail: Vec::new(),
            at: 0,
        };
        state.restart();
        state
    }

    /// Does what an action says.
    pub fn reduce(&mut self, action: Action) -> Focus {
        let waited = self.wait.take().is_some();
        match action {
            Action::Choose(place, pick) => self.edit(place, |field| field.pick = pick),
            Action::Type(place, text) => self.edit(place, |field| {
                match field.ask {
                    Ask::Project => field.pick = Pick::Nothing,
                    Ask::Start => {}
                    Ask::Concept(_) => field.pick = Pick::Typed,
                }
                field.text = text;
            }),
            Action::Next => self.next(),
            Action::Back => self.back(),
            Action::Continue => {
                self.continued = true;
                self.go_to_following()
            }
            Action::Change(ask) => {
                self.go_to(Screen::Questions(Questions { step: self.step_of(ask), asks: vec![ask] }))
            }
            Action::Add(kind) => self.add(kind),
            Action::Show(place) => self.show(place),
            Action::Remove(place) => self.remove(place),
            Action::Recall(case) => self.recall(&case),
            Action::Restart => {
                self.restart();
                Focus::Heading
            }
            Action::NotFetched => {
                self.wait = waited.then_some(Wait::Failed);
                Focus::Stays
            }
        }
    }

    /// The place of the project that is chosen, if its rules have not been fetched.
    #[must_use]
    pub fn wanted(&self) -> Option<u8> {
        let picked = self.fields.iter().find_map(|field| match (field.ask, field.pick) {
            (Ask::Project, Pick::Option(place)) => Some(place),
            _ => None,
        });
        let place = picked.or_else(|| u8::try_from(self.project?).ok())?;
        self.book.projects.get(usize::from(place))?.is_blank().then_some(place)
    }

    /// The screen.
    #[must_use]
    pub fn screen(&self) -> &Screen {
        self.trail.get(self.at).unwrap_or(&Screen::Result)
    }

    /// Which screen it is, counted from one.
    #[must_use]
    pub fn number(&self) -> usize {
        self.passed + self.at + 1
    }

    /// Whether there is anything to go back to: from the first question about one more part, to the parts before it.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.at > 0 || self.is_begun_beside()
    }

    /// The project, once it is chosen and its rules have been fetched.
    #[must_use]
    pub fn project(&self) -> Option<&Project> {
        self.book.projects.get(self.project?).filter(|project| !project.is_blank())
    }

    /// The day whose rules hold.
    #[must_use]
    pub fn date(&self) -> Date {
        match self.start {
            Some(Start::Begun(date)) => date,
            Some(Start::NotBegun) | None => self.today,
        }
    }

    /// What is judged, once the project and the start are known.
    #[must_use]
    pub fn situation(&self) -> Option<Situation<'_>> {
        self.start?;
        Some(Situation::new(self.book, self.project()?, &self.answers, self.date()))
    }

    /// What is judged without the answers on this screen: what its questions were asked for.
    #[must_use]
    pub fn situation_before(&self) -> Option<Situation<'_>> {
        self.start?;
        let mut answers = self.answers.clone();
        for field in &self.fields {
            if let Ask::Concept(id) = field.ask {
                answers.remove(id);
            }
        }
        Some(Situation::new(self.book, self.project()?, &answers, self.date()))
    }

    /// The judgement so far.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        self.situation().map(|situation| assess(&situation))
    }

    fn restart(&mut self) {
        self.project = self.preset;
        self.start = None;
        self.answers = Answers::new();
        self.continued = false;
        self.waiting = Waiting::default();
        self.passed = 0;
        self.at = 0;
        self.trail = vec![self.following()];
        self.open();
    }

    fn edit(&mut self, place: usize, change: impl FnOnce(&mut Field)) -> Focus {
        if let Some(field) = self.fields.get_mut(place) {
            change(field);
            if field.fault.is_some() {
                field.fault = field.check(self.book, self.today);
            }
        }
        Focus::Stays
    }

    fn next(&mut self) -> Focus {
        for field in &mut self.fields {
            field.fault = field.check(self.book, self.today);
        }
        if self.fields.iter().any(|field| field.fault.is_some()) {
            return Focus::Errors;
        }
        if self.wanted().is_some() {
            self.wait = Some(Wait::Coming);
            return Focus::Stays;
        }
        if self.keep() {
            self.trail.truncate(self.at + 1);
        }
        if self.at + 1 < self.trail.len() {
            self.at += 1;
            self.open();
            return Focus::Heading;
        }
        self.go_to_following()
    }

    fn back(&mut self) -> Focus {
        if self.keep() {
            self.trail.truncate(self.at + 1);
        }
        if self.at == 0 && self.is_begun_beside() {
            return self.leave();
        }
        self.at = self.at.saturating_sub(1);
        self.open();
        Focus::Heading
    }

    fn go_to_following(&mut self) -> Focus {
        let screen = self.following();
        self.go_to(screen)
    }

    fn go_to(&mut self, screen: Screen) -> Focus {
        self.trail.truncate(self.at + 1);
        self.trail.push(screen);
        self.at += 1;
        self.open();
        Focus::Heading
    }

    /// What comes after all that is answered.
    fn following(&self) -> Screen {
        let alone = |ask| Screen::Questions(Questions { step: None, asks: vec![ask] });
        if self.project.is_none() {
            return alone(Ask::Project);
        }
        let Some(verdict) = self.verdict() else { return alone(Ask::Start) };
        if is_certain_application(&verdict) && !self.continued {
            return Screen::Result;
        }
        match next_question(self.book, &verdict) {
            Some(NextQuestion { part, step, concepts }) => Screen::Questions(Questions {
                step: Some((part, step)),
                asks: concepts.into_iter().map(Ask::Concept).collect(),
            }),
            None => Screen::Result,
        }
    }

    /// Fills the fields of the screen with what is known.
    fn open(&mut self) {
        let missing = self.verdict().map(|verdict| verdict.missing).unwrap_or_default();
        let asks = match self.screen() {
            Screen::Questions(questions) => questions.asks.clone(),
            Screen::Result => Vec::new(),
        };
        self.fields = asks.into_iter().map(|ask| self.field(ask, |id| missing.contains(id))).collect();
    }

    fn field(&self, ask: Ask, still_missing: impl Fn(ConceptId) -> bool) -> Field {
        let mut field = Field::empty(ask);
        match ask {
            Ask::Project => {
                let place = self.project.and_then(|place| u8::try_from(place).ok());
                field.pick = place.map_or(Pick::Nothing, Pick::Option);
            }
            Ask::Start => match self.start {
                // Most ask before they begin: today unless told otherwise.
                None | Some(Start::NotBegun) => field.pick = Pick::Option(NOT_BEGUN),
                Some(Start::Begun(date)) => {
                    field.pick = Pick::Option(BEGUN);
                    field.text = date.iso();
                }
            },
            Ask::Concept(id) => {
                let answer = self.answers.get(id);
                field.exact = still_missing(id) && matches!(answer, Some(Answer::Number(_)));
                field = field.answered(self.book.concept(id), answer, self.decimal_mark);
                if field.exact {
                    field.pick = Pick::Typed;
                }
            }
        }
        field
    }

    /// Keeps what the fields say, as far as it can be read; tells whether anything is new.
    fn keep(&mut self) -> bool {
        let before = (self.project, self.start, self.answers.clone());
        for field in self.fields.clone() {
            match field.ask {
                Ask::Project => self.keep_project(&field),
                Ask::Start => {
                    if let Ok(start) = field.start(self.today) {
                        self.start = Some(start.map_or(Start::NotBegun, Start::Begun));
                    }
                }
                Ask::Concept(_) => self.answers = self.written(),
            }
        }
        before != (self.project, self.start, self.answers.clone())
    }

    /// Another project keeps the answers, save those that it does not offer. One that has not been fetched is none yet.
    fn keep_project(&mut self, field: &Field) {
        let Pick::Option(place) = field.pick else { return };
        let place = usize::from(place);
        let Some(project) = self.book.projects.get(place).filter(|project| !project.is_blank()) else { return };
        self.project = Some(place);
        for (concept, adapted) in &project.adapted {
            let offered = |option: u8| adapted.options.is_none_or(|options| options >> option & 1 == 1);
            if matches!(self.answers.get(*concept), Some(Answer::Option(option)) if !offered(option)) {
                self.answers.remove(*concept);
            }
        }
    }

    fn step_of(&self, ask: Ask) -> Option<(usize, usize)> {
        let Ask::Concept(id) = ask else { return None };
        self.book.parts.iter().enumerate().find_map(|(part_place, part)| {
            let step = part.steps.iter().position(|step| step.concepts.contains(&id))?;
            Some((part_place, step))
        })
    }
}

/// Whether nothing that may still be answered can take the application away.
#[must_use]
pub fn is_certain_application(verdict: &Verdict) -> bool {
    verdict.outcome.or(verdict.at_least) >= Some(Outcome::ApplyYourself)
}
