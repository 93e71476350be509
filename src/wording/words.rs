//! The words of the language in use, and the filling of their blanks.

use crate::rules::quantity::{Unit, Written};
use crate::rules::texts::Texts;
use crate::rules::{Project, TextId};

/// The words of one language, as far as they have been fetched.
pub struct Words {
    texts: Texts,
    /// The language tag.
    pub tag: String,
    /// Whether the reasons have been fetched.
    pub complete: bool,
    /// What the municipality says in its own words, a line each; empty where it says nothing.
    pub own: String,
}

impl Words {
    /// Reads the first file, the second where it has come, and what the municipality itself says.
    #[must_use]
    pub fn read(tag: String, first: &str, second: Option<&str>, own: Option<String>) -> Self {
        let mut texts = Texts::default();
        texts.add(first);
        if let Some(second) = second {
            texts.add(second);
        }
        let own = own.unwrap_or_default();
        texts.add_own(&own);
        Self { texts, tag, complete: second.is_some(), own }
    }

    /// All of them.
    #[must_use]
    pub const fn texts(&self) -> &Texts {
        &self.texts
    }

    /// A numbered text.
    #[must_use]
    pub fn text(&self, id: TextId) -> &str {
        self.texts.get(id)
    }

    /// An interface word.
    #[must_use]
    pub fn word<'a>(&'a self, name: &'a str) -> &'a str {
        self.texts.word(name)
    }

    /// The interface words with their names, in order; after the interface's own come the shelves, each with its projects.
    pub fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.names()
    }

    /// The kinds of work, in order: their ids, and what people call them.
    pub fn work(&self) -> impl Iterator<Item = (&str, &str)> {
        self.names().filter_map(|(name, label)| Some((name.strip_prefix("tiltak.")?, label)))
    }

    /// What people call a kind of work.
    #[must_use]
    pub fn project(&self, project: &Project) -> String {
        self.word_of("tiltak.", &project.id)
    }

    /// What people call the kind of work at a place in the book, also where its rules have not been fetched.
    #[must_use]
    pub fn project_at(&self, place: usize) -> &str {
        self.work().nth(place).map(|(_, name)| name).unwrap_or_default()
    }

    /// An interface word whose name is in two parts.
    #[must_use]
    pub fn word_of(&self, prefix: &str, name: &str) -> String {
        self.word(&[prefix, name].concat()).to_owned()
    }

    /// An interface word with its blanks filled.
    #[must_use]
    pub fn filled(&self, name: &str, blanks: &[(&str, &str)]) -> String {
        self.texts.filled(name, blanks)
    }

    /// Comma in Norwegian, point in English.
    #[must_use]
    pub fn decimal_mark(&self) -> char {
        if self.tag == "en" { '.' } else { ',' }
    }

    /// A number with its unit. From ten metres up nobody says "and nought tenths".
    #[must_use]
    pub fn number(&self, amount: i64, unit: Unit) -> String {
        let is_long = unit == Unit::Metre && amount >= 10_000 && amount % 1_000 == 0;
        if is_long {
            return [&self.number(amount / 1_000, Unit::Count), "\u{a0}m"].concat();
        }
        Written { amount, unit, decimal_mark: self.decimal_mark() }.text()
    }
}
