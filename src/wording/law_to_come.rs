//! The law to come, where it changes the answer: people plan today what they build next year.

use crate::engine::{Answers, Situation, assess};
use crate::rules::date::Date;
use crate::rules::{Project, RuleBook};

use crate::wording::headline::{Headline, headline};

/// The first day on which the same answers give another headline than today's, and that headline.
#[must_use]
pub fn law_to_come(
    book: &RuleBook,
    project: &Project,
    answers: &Answers,
    today: Date,
    now: Headline,
) -> Option<(Date, Headline)> {
    let mut day = today;
    loop {
        day = book.next_change(day)?;
        let then = headline(book, &assess(&Situation::new(book, project, answers, day)));
        if then != now {
            return Some((day, then));
        }
    }
}
