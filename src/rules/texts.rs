//! The texts of one language: numbered ones from the rules, named ones from the interface.

use super::TextId;

/// What stands between texts in a file. No text may hold it; `check` sees to that.
pub const SEPARATOR: char = '\n';
/// What stands between an interface word's name and its text.
pub const NAME_END: char = '\t';

/// The words of one language, as far as they have been read.
///
/// Two files: what is needed to ask comes first, what is needed to give reasons may come later.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Texts {
    numbered: Vec<String>,
    named: Vec<(String, String)>,
}

impl Texts {
    /// Reads the first file: `early` numbered texts, then named ones.
    #[must_use]
    pub fn read(first: &str, early: u16) -> Self {
        let mut texts = Self::default();
        for line in first.split(SEPARATOR) {
            if texts.numbered.len() < usize::from(early) {
                texts.numbered.push(line.to_owned());
            } else if let Some((name, text)) = line.split_once(NAME_END) {
                texts.named.push((name.to_owned(), text.to_owned()));
            }
        }
        texts
    }

    /// Adds the second file, whose numbered texts go on where those of the first ended; no text holds a tab.
    pub fn add(&mut self, second: &str) {
        for line in second.split(SEPARATOR) {
            match line.split_once(NAME_END) {
                Some((name, text)) => self.named.push((name.to_owned(), text.to_owned())),
                None => self.numbered.push(line.to_owned()),
            }
        }
    }

    /// A numbered text; empty until its file has been read.
    #[must_use]
    pub fn get(&self, id: TextId) -> &str {
        self.numbered.get(id.index()).map_or("", String::as_str)
    }

    /// The interface words with their names, in the order of their files.
    pub fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.named.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// An interface word; its own name where it is missing, so that nobody meets an empty button.
    #[must_use]
    pub fn word<'a>(&'a self, name: &'a str) -> &'a str {
        self.named.iter().find(|(known, _)| known == name).map_or(name, |(_, text)| text)
    }
}
