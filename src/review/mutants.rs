//! Do the examples guard the rules? Every part of them is made otherwise, one at a time, and some example must notice.
//!
//! A mutant is the rule book with one thing changed: a limit moved by its smallest step, a comparison or an answer turned,
//! a condition, a fall-back or a duty dropped, a date moved by a day. Where every example still says the same, the
//! rules could be changed so by mistake and nobody would know: the mutant has survived, and an example is missing.
//!
//! What is made otherwise, and why nothing else:
//! - Everything that the engine reads to reach a verdict: rules in all their versions, derived concepts, what "don't
//!   know" leads to, tables, kinds of work, the sorts of what may follow, and the day that the rules begin on. Texts and the order of asking change no verdict.
//! - A limit is moved by the smallest step that the examples are written in, see `step`.
//! - A mutant that cannot change any verdict is not made. Where that is so, the reason stands beside the code that
//!   leaves it out; there is no list of exceptions.
//!
//! Nothing here runs by itself: whoever calls spreads the mutants over the cores that there are.

mod bound;
mod concepts;
mod consequences;
mod jury;
mod projects;
mod proved;
mod reads;
mod requirement;
mod rules;
mod same;
mod step;
mod tables;
mod told;
mod unread;
mod variant;

use core::fmt;

use crate::rules::date::Date;
use crate::rules::load::Loaded;
use crate::rules::{Concept, ConceptId, Consequence, ConsequenceId, Project, Rule, RuleId, Table, TableId};

pub use jury::Jury;
use variant::Variant;

/// What could be changed unnoticed, and which example is missing. In bokmål, for the lawyer who writes it.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Hole {
    /// The file, from the rules folder on.
    pub file: String,
    /// The place, in the law's own words.
    pub place: String,
    /// What could be changed, and what to write.
    pub message: String,
}

impl fmt::Display for Hole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, place, message } = self;
        if place.is_empty() { write!(f, "{file}: {message}") } else { write!(f, "{file}: {place}: {message}") }
    }
}

/// The rules with one thing made otherwise.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// What a lawyer is told, should no example notice.
    pub hole: Hole,
    part: Part,
}

/// The part of the rule book that is put in place of the right one.
#[derive(Clone, Debug)]
enum Part {
    /// A rule, of which only the version from this day is otherwise; `None` where the days themselves are.
    Rule(RuleId, Option<Date>, Box<Rule>),
    Concept(ConceptId, Box<Concept>),
    Table(TableId, Table),
    Project(usize, Box<Project>),
    Consequence(ConsequenceId, Box<Consequence>),
    CoversFrom(Date),
}

/// Every mutant of the rules, in the order of the files.
#[must_use]
pub fn all(loaded: &Loaded) -> Vec<Mutant> {
    let mut all = covers_from(loaded);
    all.extend(concepts::mutants(loaded));
    all.extend(consequences::mutants(loaded));
    all.extend(tables::mutants(loaded));
    all.extend(rules::mutants(loaded));
    all.extend(projects::mutants(loaded));
    all
}

fn covers_from(loaded: &Loaded) -> Vec<Mutant> {
    let first = loaded.book.covers_from;
    let moved = step::days_beside(first).into_iter().map(|day| {
        let change = format!("`dekker-fra` {first} kan flyttes til {day}");
        Variant::new(day, change, "et eksempel dagen før reglene begynner, og ett den første dagen")
    });
    moved.map(|variant| mutant("regelsett.json", variant, Part::CoversFrom)).collect()
}

fn mutant<T>(file: &str, variant: Variant<T>, part: impl FnOnce(T) -> Part) -> Mutant {
    let Variant { value, place, change, example } = variant;
    let message = format!("{change} uten at noe eksempel merker det; skriv {example}");
    Mutant { hole: Hole { file: file.to_owned(), place: place.join(", "), message }, part: part(value) }
}
