//! Answers with which a part of a rule is never read, or no longer decides: there it may say anything.
//!
//! A rule says some things twice. What concerns only an extension need not say again, in each condition, that a
//! detached building does not count. To change the second place then changes no verdict, and no example could show it.
//! Each way in which a place can be idle is one function here, with the reason; each looks at one answer alone, so it
//! holds whatever else is answered.

use crate::engine::{Answer, Answers, Situation, Status};
use crate::rules::date::Date;
use crate::rules::{ConceptId, Condition, Project, Requirement, RuleBook, Version};

/// Whether an answer, whatever else is answered, leaves the place unread.
pub(super) type Unread<'a> = dyn Fn(ConceptId, Answer) -> bool + 'a;

/// Outside its scope a rule is passed over, and none of its conditions is read.
pub(super) fn outside_scope(book: &RuleBook, version: &Version, concept: ConceptId, answer: Answer) -> bool {
    version.scope.as_ref().is_some_and(|scope| alone(book, scope, concept, answer) == Status::Broken)
}

/// Consequences are read only while the condition is broken or unknown.
pub(super) fn met(book: &RuleBook, condition: &Condition, concept: ConceptId, answer: Answer) -> bool {
    condition.doubt.is_none() && alone(book, &condition.requirement, concept, answer) == Status::Met
}

/// One met part of "at least one" settles it; the others are no longer asked.
pub(super) fn beside_met(book: &RuleBook, others: &[Requirement], concept: ConceptId, answer: Answer) -> bool {
    others.iter().any(|other| alone(book, other, concept, answer) == Status::Met)
}

/// How a requirement stands when nothing is known but one answer.
fn alone(book: &RuleBook, requirement: &Requirement, concept: ConceptId, answer: Answer) -> Status {
    let Some(project) = book.projects.first() else { return Status::Unknown };
    let nothing_given = Project { given: Vec::new(), ..project.clone() };
    let mut answers = Answers::new();
    answers.set(concept, answer);
    Situation::new(book, &nothing_given, &answers, Date::FIRST).judge(requirement)
}
