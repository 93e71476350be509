//! One project on one day with its answers: everything that a requirement is judged against.

use crate::rules::date::Date;
use crate::rules::range::Range;
use crate::rules::{ConceptId, Project, RuleBook};

use super::answers::{Answer, Answers};

/// What is judged. What the choice of project answers by itself is already among the answers.
pub struct Situation<'a> {
    /// The law.
    pub book: &'a RuleBook,
    /// The kind of work.
    pub project: &'a Project,
    /// The day on which the works start.
    pub date: Date,
    pub(super) answers: Answers,
}

impl<'a> Situation<'a> {
    /// Puts the project's own answers over the resident's.
    #[must_use]
    pub fn new(book: &'a RuleBook, project: &'a Project, answers: &Answers, date: Date) -> Self {
        let mut answers = answers.clone();
        project.given.iter().for_each(|(concept, given)| answers.set(*concept, Answer::from(*given)));
        Self { book, project, date, answers }
    }

    /// What is answered about a concept, by the resident or by the choice of project.
    #[must_use]
    pub fn answer(&self, concept: ConceptId) -> Option<Answer> {
        self.answers.get(concept)
    }
}

/// A value that is known within ends; the widest when nothing is known.
pub(super) fn number(answer: Option<Answer>) -> Option<Range> {
    match answer {
        Some(Answer::Number(range)) => Some(range),
        _ => None,
    }
}
