//! The texts of one language: numbered ones from the rules, named ones from the interface.

use super::TextId;
use super::local;

/// What stands between texts in a file. No text may hold it; `check` sees to that.
pub const SEPARATOR: char = '\n';
/// What stands between an interface word's name and its text.
pub const NAME_END: char = '\t';

/// The words of one language, as far as they have been read.
///
/// Two files: what is needed to ask comes first, what is needed to give reasons may come later. A named text has its name
/// and a tab before it; no text holds a tab.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Texts {
    numbered: Vec<String>,
    named: Vec<(String, String)>,
    own: Vec<String>,
}

impl Texts {
    /// The number of the first text that is a municipality's own; those of the rules never come so far.
    pub const OWN: u16 = 0x8000;

    /// Whether a text is a municipality's own.
    #[must_use]
    pub const fn is_own(id: TextId) -> bool {
        id.0 >= Self::OWN
    }

    /// Adds a file, whose numbered texts go on where those of the one before ended.
    pub fn add(&mut self, file: &str) {
        for line in file.split(SEPARATOR) {
            match line.split_once(NAME_END) {
                Some((name, text)) => self.named.push((name.to_owned(), text.to_owned())),
                None => self.numbered.push(line.to_owned()),
            }
        }
    }

    /// Adds what a municipality says of its own conditions, in the order in which [`local`] numbers it. Files come first.
    pub fn add_own(&mut self, lines: &str) {
        let words = local::WORDS.map(|word| self.word(word).to_owned());
        self.own.extend(words);
        local::texts(lines, &mut self.own);
    }

    /// A numbered text; empty until its file has been read.
    #[must_use]
    pub fn get(&self, id: TextId) -> &str {
        let (texts, place) = match id.0.checked_sub(Self::OWN) {
            Some(place) => (&self.own, usize::from(place)),
            None => (&self.numbered, id.index()),
        };
        texts.get(place).map_or("", String::as_str)
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

    /// An interface word with its blanks filled.
    #[must_use]
    pub fn filled(&self, name: &str, blanks: &[(&str, &str)]) -> String {
        fill(self.word(name), blanks)
    }
}

/// Puts words in the blanks of a text: `{svar}`. A blank that nobody fills stays, so that it is seen.
#[must_use]
pub fn fill(text: &str, blanks: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = blanks.iter().find(|(known, _)| *known == name)?;
            Some((*value, after))
        });
        if let Some((value, after)) = value {
            filled.push_str(value);
            rest = after;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_filled_and_unknown_ones_stay() {
        assert_eq!(fill("{a} og {b} og {c}", &[("a", "1"), ("b", "2")]), "1 og 2 og {c}");
        assert_eq!(fill("uten", &[]), "uten");
    }
}
