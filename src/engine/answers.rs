//! What the resident has told us, one answer at most for each concept.

use crate::rules::range::Range;
use crate::rules::{ConceptId, Given};

/// An answer. What has not been asked has none; "don't know" is an answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Answer {
    /// One of the options, by its place; yes is 0 and no is 1.
    Option(u8),
    /// A number or a date, exactly or within ends.
    Number(Range),
    /// Asked, and not known.
    DontKnow,
}

impl From<Given> for Answer {
    fn from(given: Given) -> Self {
        match given {
            Given::Option(option) => Self::Option(option),
            Given::Number(range) => Self::Number(range),
        }
    }
}

/// All answers so far. The order in which they came leaves no trace.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    /// No answers yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The answer about a concept, if it has been asked.
    #[must_use]
    pub fn get(&self, id: ConceptId) -> Option<Answer> {
        self.0.get(id.index()).copied().flatten()
    }

    /// Keeps an answer, in place of an earlier one.
    pub fn set(&mut self, id: ConceptId, answer: Answer) {
        if self.0.len() <= id.index() {
            self.0.resize(id.index() + 1, None);
        }
        if let Some(place) = self.0.get_mut(id.index()) {
            *place = Some(answer);
        }
    }

    /// Forgets an answer.
    pub fn remove(&mut self, id: ConceptId) {
        if let Some(place) = self.0.get_mut(id.index()) {
            *place = None;
        }
    }

    /// Every answer with its concept, ascending.
    pub fn iter(&self) -> impl Iterator<Item = (ConceptId, Answer)> {
        (0_u16..).map(ConceptId).zip(&self.0).filter_map(|(id, answer)| answer.map(|answer| (id, answer)))
    }
}
