//! The quick way through a well-written case: what an answer means is looked up once and remembered.
//!
//! Whatever is in any way unusual is left to the slow way, which knows how to tell what is wrong.

use std::collections::HashMap;

use serde_json::value::RawValue;

use crate::engine::{Answer, Answers, Situation, assess};
use crate::review::case;
use crate::review::impact::{Ending, Side};
use crate::review::symbolic::{UNDECIDED, number};
use crate::rules::date::Date;
use crate::rules::{ConceptId, Project};

use super::wire::PlainCase;

/// The most answers that are remembered for one kind of work.
const MOST: usize = 50_000;

/// One side, with what it has already understood.
pub(super) struct Quick<'a> {
    side: Side<'a>,
    known: HashMap<String, Known<'a>>,
    key: String,
}

/// What answers mean for one kind of work, by name and text.
struct Known<'a> {
    project: &'a Project,
    answers: HashMap<String, (ConceptId, Answer)>,
}

impl<'a> Quick<'a> {
    pub(super) fn new(side: Side<'a>) -> Self {
        Self { side, known: HashMap::new(), key: String::new() }
    }

    /// The case's answers; `None` where anything is unusual.
    fn understand(&mut self, case: &PlainCase) -> Option<(&'a Project, Answers)> {
        let book = &self.side.rules.book;
        if !self.known.contains_key(case.project.as_ref()) {
            let project = book.find_project(&case.project)?;
            self.known.insert(case.project.clone().into_owned(), Known { project, answers: HashMap::new() });
        }
        let known = self.known.get_mut(case.project.as_ref())?;
        let mut answers = Answers::new();
        for (name, text) in &case.answers.0 {
            self.key.clear();
            self.key.extend([name.0.as_ref(), "\n", text.0.as_ref()]);
            let (concept, answer) = if let Some(answer) = known.answers.get(&self.key) {
                *answer
            } else {
                let answer = case::read(book, Some(known.project), &name.0, &text.0).ok()?;
                if known.answers.len() < MOST {
                    known.answers.insert(self.key.clone(), answer);
                }
                answer
            };
            if answers.get(concept).is_some() {
                return None;
            }
            answers.set(concept, answer);
        }
        case::doubly_told(book, &answers).is_empty().then_some((known.project, answers))
    }

    fn ending(&self, project: &Project, answers: &Answers) -> Ending {
        let book = &self.side.rules.book;
        let verdict = assess(&Situation::new(book, project, answers, self.side.date));
        Ending::reached(verdict.outcome.map_or(UNDECIDED, number), verdict.may_start(book))
    }
}

/// What both sides say of a case that is written as nearly all are.
pub(super) struct Said<'a> {
    pub(super) id: Option<&'a RawValue>,
    pub(super) project: String,
    pub(super) from: Ending,
    pub(super) to: Ending,
}

pub(super) fn judge<'a>(line: &'a str, old: &mut Quick, new: &mut Quick) -> Option<Said<'a>> {
    // Letters beyond these may be written in two ways, and must be composed first.
    if line.bytes().any(|byte| byte >= 0xC4) {
        return None;
    }
    let case: PlainCase = serde_json::from_str(line).ok()?;
    Date::parse_iso(&case.date)?;
    if case.id.is_some_and(|id| id.get().starts_with(['{', '['])) {
        return None;
    }
    let (project, answers) = new.understand(&case)?;
    let to = new.ending(project, &answers);
    let from = if core::ptr::eq(old.side.rules, new.side.rules) {
        old.ending(project, &answers)
    } else {
        let (project, answers) = old.understand(&case)?;
        old.ending(project, &answers)
    };
    Some(Said { id: case.id, project: case.project.into_owned(), from, to })
}
