//! The rules as the widget fetches them, and the pointer to today's.
//!
//! Whatever the pointer names is known by its hash, so that it can be kept for ever; only the pointer changes.

use std::fs;
use std::path::Path;

use crate::rules::load::{Language, Loaded, Words};
use crate::rules::texts::{NAME_END, SEPARATOR};
use crate::rules::{Project, RuleBook, TextId};

use super::edition::Edition;
use super::failure::Failure;
use super::municipalities;
use super::named_file::write;
use super::wire::{Languages, NamedFile, Pointer};

/// The version of the pointer and all that it names; the loader knows one.
pub const FORMAT: u8 = 1;

impl Languages {
    fn write(make: impl Fn(Language) -> Result<NamedFile, Failure>) -> Result<Self, Failure> {
        Ok(Self { nb: make(Language::Nb)?, nn: make(Language::Nn)?, en: make(Language::En)? })
    }

    /// The files in the order of the languages.
    #[must_use]
    pub fn all(&self) -> [&NamedFile; 3] {
        [&self.nb, &self.nn, &self.en]
    }
}

/// Writes everything into `folder`.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn build(root: &Path, loaded: &Loaded, folder: &Path) -> Result<Pointer, Failure> {
    fs::create_dir_all(folder).map_err(Failure::at("make", folder))?;
    let Loaded { book, words, .. } = loaded;
    let edition = Edition::of(book)?;
    let file = |language: Language, kind: &str, text: String| {
        write(folder, &format!("{kind}.{}", language.tag()), "txt", text.as_bytes())
    };
    let pointer = Pointer {
        format: FORMAT,
        rules: write(folder, "regler", "bin", &edition.bytes)?,
        words: Languages::write(|language| file(language, "ord", first_words(book, words, language)))?,
        reasons: Languages::write(|language| file(language, "grunner", words.second_file(language)))?,
        municipalities: write(folder, "kommuner", "txt", municipalities::lines(root)?.as_bytes())?,
        edition: edition.id,
    };
    let path = folder.join("gjeldende.json");
    let json = serde_json::to_string(&pointer).map_err(|error| Failure(error.to_string()))?;
    fs::write(&path, json).map_err(Failure::at("write", &path))?;
    Ok(pointer)
}

/// A language's first file, and the names of the projects, so that they can be shown before the rules are read.
fn first_words(book: &RuleBook, words: &Words, language: Language) -> String {
    let text = |id: TextId| words.text(id).map_or("", |text| language.of(text));
    let mut file = vec![words.first_file(language)];
    let mut last = None;
    for Project { shelf, id, name, .. } in &book.projects {
        if last.replace(shelf) != Some(shelf) {
            file.push(format!("{SEPARATOR}hylle.{id}{NAME_END}{}", text(*shelf)));
        }
        file.push(format!("{SEPARATOR}tiltak.{id}{NAME_END}{}", text(*name)));
    }
    file.concat()
}
