//! A conversation, apart from the rules it was held under: what was answered, so that it can be held again under others.

use crate::app::field::{Ask, BEGUN, Field, NOT_BEGUN, Pick};
use crate::app::state::{Action, Focus, Screen, Start, State};
use crate::engine::{Answer, Answers};
use crate::rules::date::Date;
use crate::rules::range::Range;
use crate::rules::{Concept, ConceptId, Kind, RuleBook};

/// The most screens that a conversation has.
const LONGEST: usize = 200;

/// What was answered, by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Conversation {
    project: Option<String>,
    start: Option<Start>,
    answers: Vec<(String, Kept)>,
    continued: bool,
    /// The last screen to go to; `None` goes as far as there are answers.
    number: Option<usize>,
}

/// An answer that outlives its rules.
#[derive(Clone, Debug)]
enum Kept {
    YesNo(u8),
    Choice(String),
    Number(Range),
    DontKnow,
}

impl Conversation {
    /// What has been said in a widget.
    pub(super) fn of(state: &State) -> Self {
        let mut conversation = Self::about(state.book, state.project().map(|it| it.id.clone()), &state.answers);
        conversation.start = state.start;
        conversation.continued = state.continued;
        conversation.number = Some(state.number());
        conversation
    }

    /// A case whose works have not begun.
    pub(super) fn about(book: &RuleBook, project: Option<String>, answers: &Answers) -> Self {
        let kept = |(id, answer)| {
            let concept = book.concept(id);
            Some((concept.id.clone(), kept(concept, answer)?))
        };
        let answers = answers.iter().filter_map(kept).collect();
        Self { project, start: Some(Start::NotBegun), answers, continued: false, number: None }
    }

    /// What a resident would do to come to the same place.
    pub(super) fn actions(&self, book: &'static RuleBook, today: Date, decimal_mark: char) -> Vec<Action> {
        let mut state = State::new(book, today, None, decimal_mark);
        let mut done = Vec::new();
        for _ in 0..LONGEST {
            if self.number.is_some_and(|number| state.number() >= number) || !self.go_on(&mut state, &mut done) {
                break;
            }
        }
        done
    }

    /// Answers one screen; whether there may be another.
    fn go_on(&self, state: &mut State, done: &mut Vec<Action>) -> bool {
        let mut act = |state: &mut State, action: Action| {
            done.push(action.clone());
            state.reduce(action)
        };
        if *state.screen() == Screen::Result {
            let more = self.continued && !state.continued;
            return more && act(state, Action::Continue) != Focus::Errors;
        }
        let fields: Vec<Ask> = state.fields.iter().map(|field| field.ask).collect();
        let known: Vec<Option<Field>> = fields.iter().map(|ask| self.field(state, *ask)).collect();
        let all = known.iter().all(Option::is_some);
        for (place, field) in known.into_iter().enumerate() {
            for action in field.iter().flat_map(|field| filled(place, field)) {
                act(state, action);
            }
        }
        all && act(state, Action::Next) != Focus::Errors
    }

    fn field(&self, state: &State, ask: Ask) -> Option<Field> {
        let mut field = Field::empty(ask);
        match ask {
            Ask::Project => {
                let id = self.project.as_ref()?;
                let place = state.book.projects.iter().position(|project| project.id == *id)?;
                field.pick = Pick::Option(u8::try_from(place).ok()?);
            }
            Ask::Start => match self.start? {
                Start::NotBegun => field.pick = Pick::Option(NOT_BEGUN),
                Start::Begun(date) => {
                    field.pick = Pick::Option(BEGUN);
                    field.text = date.iso();
                }
            },
            Ask::Concept(id) => {
                let answer = self.answer(state.book, id)?;
                field = field.answered(state.book.concept(id), Some(answer), state.decimal_mark);
            }
        }
        Some(field)
    }

    fn answer(&self, book: &RuleBook, id: ConceptId) -> Option<Answer> {
        let concept = book.concept(id);
        let (_, kept) = self.answers.iter().find(|(name, _)| *name == concept.id)?;
        match (kept, &concept.kind) {
            (Kept::YesNo(option), Kind::YesNo) => Some(Answer::Option(*option)),
            (Kept::Choice(id), Kind::Choice(options)) => {
                let place = options.iter().position(|option| option.id == *id)?;
                u8::try_from(place).ok().map(Answer::Option)
            }
            (Kept::Number(range), Kind::Number(_) | Kind::Date) => Some(Answer::Number(*range)),
            (Kept::DontKnow, _) => Some(Answer::DontKnow),
            _ => None,
        }
    }
}

fn kept(concept: &Concept, answer: Answer) -> Option<Kept> {
    match (answer, &concept.kind) {
        (Answer::DontKnow, _) => Some(Kept::DontKnow),
        (Answer::Number(range), _) => Some(Kept::Number(range)),
        (Answer::Option(place), Kind::Choice(options)) => {
            options.get(usize::from(place)).map(|option| Kept::Choice(option.id.clone()))
        }
        (Answer::Option(place), _) => Some(Kept::YesNo(place)),
    }
}

fn filled(place: usize, field: &Field) -> Vec<Action> {
    let typed = (!field.text.is_empty()).then(|| Action::Type(place, field.text.clone()));
    let chosen = (field.pick != Pick::Typed).then_some(Action::Choose(place, field.pick));
    chosen.into_iter().chain(typed).collect()
}
