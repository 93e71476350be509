//! Several parts in one conversation: one more is begun, one is turned to or taken away.

use crate::app::field::{Ask, Pick};
use crate::app::waiting::Waiting;
use crate::engine::case::{self, Part, Told};
use crate::engine::{Answers, Situation};

use super::{Focus, Screen, Start, State};

impl State {
    /// What is judged of the part at a place among all.
    #[must_use]
    pub fn situation_at(&self, place: usize) -> Option<Situation<'_>> {
        let Some(part) = self.waiting.get(place) else { return self.situation() };
        let project = self.book.projects.get(part.project)?;
        Some(Situation::new(self.book, project, &self.with_shared(part), self.date()))
    }

    /// Everything that has been answered, with what stands on the screen and can be read: as [`Case::numbers`] tells it.
    #[must_use]
    pub fn case(&self) -> Vec<i64> {
        let mut told = Vec::new();
        told.push(if let Some(Start::Begun(date)) = self.start { date.number() } else { 0 });
        told.extend([case::count(self.waiting.place()), case::count(self.waiting.all())]);
        for place in 0..self.waiting.all() {
            let (project, continued, answers) = match self.waiting.get(place) {
                Some(part) => (part.project, part.continued, self.with_shared(part)),
                None => (self.project.unwrap_or(usize::MAX), self.continued, self.written()),
            };
            case::tell(&mut told, project, continued, &answers);
        }
        told
    }

    /// The answers with those on the screen.
    #[inline(never)]
    pub(super) fn written(&self) -> Answers {
        let mut answers = self.answers.clone();
        for field in &self.fields {
            if let Ask::Concept(id) = field.ask
                && let Ok(answer) = field.answer(self.book.concept(id))
            {
                answers.set(id, answer);
            }
        }
        answers
    }

    /// Takes up a case that was answered elsewhere, as [`crate::engine::Case::numbers`] tells it, and goes to what comes next in it.
    pub(super) fn recall(&mut self, numbers: &[i64]) -> Focus {
        let mut told = Told(numbers);
        self.start = Some(told.start().map_or(Start::NotBegun, Start::Begun));
        self.waiting = Waiting::default();
        let place = told.size();
        for _ in 0..told.size() {
            let mut part = told.part();
            self.answers = part.answers;
            part.answers = self.answers_of(false);
            self.waiting.exchange(Some(part), usize::MAX);
        }
        let part = self.waiting.exchange(None, place);
        self.turn_to(part)
    }

    /// Whether one more part has just been begun, and nothing of it lies behind.
    pub(super) fn is_begun_beside(&self) -> bool {
        self.waiting.all() > 1 && *self.screen() != Screen::Result
    }

    /// The answers about the property, or those about this part alone.
    fn answers_of(&self, property: bool) -> Answers {
        let mut answers = self.answers.clone();
        for (id, _) in self.answers.iter() {
            if self.book.concept(id).of_property != property {
                answers.remove(id);
            }
        }
        answers
    }

    /// A waiting part's answers, with those about the property.
    fn with_shared(&self, part: &Part) -> Answers {
        let mut answers = self.answers_of(true);
        part.answers.iter().for_each(|(id, answer)| answers.set(id, answer));
        answers
    }

    /// The part that is talked about, as it will wait.
    fn part(&self) -> Option<Part> {
        let (answers, continued) = (self.answers_of(false), self.continued);
        Some(Part { project: self.project?, answers, continued })
    }

    /// Goes on with a part where it was left, or with one to be chosen.
    fn turn_to(&mut self, part: Option<Part>) -> Focus {
        self.passed += self.trail.len();
        self.at = 0;
        if let Some(part) = part {
            self.answers = self.with_shared(&part);
            self.project = Some(part.project);
            self.continued = part.continued;
            self.trail = vec![Screen::Result];
            // What the parts share may have changed meanwhile, and with it what must be asked.
            if self.following() != Screen::Result {
                return self.go_to_following();
            }
        } else {
            self.answers = self.answers_of(true);
            self.project = None;
            self.continued = false;
            self.trail = vec![self.following()];
        }
        self.open();
        Focus::Heading
    }

    /// Turns to the part at a place.
    pub(super) fn show(&mut self, place: usize) -> Focus {
        let part = self.part();
        let part = self.waiting.exchange(part, place);
        self.turn_to(part)
    }

    /// Begins on one more part: as if its kind had been chosen from all of them, where it is told.
    pub(super) fn add(&mut self, kind: Option<u8>) -> Focus {
        let part = self.part();
        let none = self.waiting.exchange(part, usize::MAX);
        self.turn_to(none);
        if let (Some(kind), Some(field)) = (kind, self.fields.first_mut()) {
            field.pick = Pick::Option(kind);
            self.next();
        }
        Focus::Heading
    }

    /// Takes away the part at a place. Where it is the one that is talked about, its neighbour takes its place.
    pub(super) fn remove(&mut self, place: usize) -> Focus {
        let own = self.waiting.place();
        let mut next = own.min(self.waiting.all().saturating_sub(2));
        if place != own {
            let part = self.part();
            self.waiting.exchange(part, place);
            next = own.saturating_sub(usize::from(place < own));
        }
        let part = self.waiting.exchange(None, next);
        self.turn_to(part)
    }

    /// Back to the parts before: one more that is not answered to its end is dropped.
    pub(super) fn leave(&mut self) -> Focus {
        let place = self.waiting.place();
        let is_answered = self.project.is_some() && self.following() == Screen::Result;
        if is_answered { self.show(place.saturating_sub(1)) } else { self.remove(place) }
    }
}
