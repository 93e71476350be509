//! Which kinds of work to prove, as they are named on the command line.

use crate::rules::RuleBook;
use crate::tool::failure::Failure;
use crate::tool::nearest::nearest;

/// The places of the kinds of work in the book, in its order.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Kinds {
    /// Every one; only then can it be told what no case reaches.
    All,
    /// Some of them.
    Some(Vec<usize>),
}

impl Kinds {
    /// Those with these names; all of them where none is named.
    ///
    /// # Errors
    /// Names each that is not in the rules, and what may have been meant.
    pub fn named(book: &RuleBook, names: &[String]) -> Result<Self, Failure> {
        if names.is_empty() {
            return Ok(Self::All);
        }
        let known: Vec<&str> = book.projects.iter().map(|project| project.id.as_str()).collect();
        let unknown: Vec<String> =
            names.iter().filter(|name| !known.contains(&name.as_str())).map(|name| fault(name, &known)).collect();
        if !unknown.is_empty() {
            return Err(Failure(unknown.join("\n")));
        }
        let chosen = (0..known.len()).filter(|place| known.get(*place).is_some_and(|id| names.iter().any(|n| n == id)));
        Ok(Self::Some(chosen.collect()))
    }

    pub(super) fn has(&self, place: usize) -> bool {
        match self {
            Self::All => true,
            Self::Some(places) => places.contains(&place),
        }
    }
}

fn fault(name: &str, known: &[&str]) -> String {
    let quoted = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>();
    let near = nearest(name, known);
    match quoted(&near).split_last() {
        None => format!("tiltaket `{name}` finnes ikke; tiltakene er {}", quoted(known).join(", ")),
        Some((last, [])) => format!("tiltaket `{name}` finnes ikke; mente du {last}?"),
        Some((last, others)) => format!("tiltaket `{name}` finnes ikke; mente du {} eller {last}?", others.join(", ")),
    }
}
