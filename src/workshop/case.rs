//! The case of an example, apart from what it should come to, so that other rules can judge it too.

use std::collections::BTreeMap;

use crate::engine::{Situation, assess};
use crate::review::case;
use crate::review::examples::{alone_outcome, rule_alone, texts_of};
use crate::review::render::{Named, named};
use crate::rules::date::Date;
use crate::rules::load::Loaded;
use crate::rules::wire::{Example, ExampleFile};
use crate::rules::{Project, RuleBook};

/// A case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Case {
    /// What is judged.
    pub about: About,
    /// The day on which the works start.
    pub date: Date,
    /// The answers, as examples write them.
    pub answers: BTreeMap<String, String>,
}

/// What a case is about.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum About {
    /// A rule by itself.
    Rule(String),
    /// A kind of work as a whole.
    Project(String),
}

impl Case {
    /// The case of an example; `None` where it cannot be read, which `check` tells.
    #[must_use]
    pub fn of(loaded: &Loaded, file: &ExampleFile, example: &Example) -> Option<Self> {
        let about = match (&file.rule, &file.project) {
            (Some(rule), None) => About::Rule(rule.clone()),
            (None, Some(project)) => About::Project(project.clone()),
            _ => return None,
        };
        let date = Date::parse_iso(example.date.as_ref().unwrap_or(&file.date))?;
        Some(Self { about, date, answers: texts_of(loaded, file, example).ok()? })
    }

    /// What a rule book says of it.
    ///
    /// # Errors
    /// What the book does not know, or an answer that cannot be read, in plain Norwegian.
    pub fn judge(&self, book: &RuleBook) -> Result<Named, String> {
        match &self.about {
            About::Project(id) => {
                let project = book.find_project(id).ok_or_else(|| format!("tiltaket `{id}` finnes ikke"))?;
                Ok(named(book, &assess(&self.situation(book, project)?)))
            }
            About::Rule(id) => {
                let project = rule_alone(book, id).ok_or_else(|| format!("regelen `{id}` finnes ikke"))?;
                let verdict = assess(&self.situation(book, &project)?);
                let outcome = alone_outcome(&verdict, !project.tries.is_empty());
                Ok(Named { outcome, ..named(book, &verdict) })
            }
        }
    }

    fn situation<'a>(&self, book: &'a RuleBook, project: &'a Project) -> Result<Situation<'a>, String> {
        let told = |fault: case::Fault| format!("{}: {}", fault.field, fault.message);
        let answers = case::answers(book, Some(project), &self.answers)
            .map_err(|faults| faults.into_iter().map(told).collect::<Vec<_>>().join("; "))?;
        Ok(Situation::new(book, project, &answers, self.date))
    }
}
