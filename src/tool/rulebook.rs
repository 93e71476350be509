//! `rulebook`: the pages of the rule book, below `regelbok/`.

use std::fs;
use std::path::Path;

use crate::rulebook::{LANGUAGES, STYLE, pages};
use crate::rules::address::slug;
use crate::rules::load::{Language, Loaded};

use super::edition::Edition;
use super::failure::Failure;
use super::files;

/// The folder beside the widget; the widget links there.
pub const FOLDER: &str = "regelbok";

/// Writes the rule book in `dist/` and nothing else there. Tells how many pages it has.
///
/// # Errors
/// Where the rules are wrong, or a file cannot be written.
pub fn rulebook(root: &Path) -> Result<usize, Failure> {
    let loaded = files::load(root)?;
    let folder = root.join("dist").join(FOLDER);
    let _ = fs::remove_dir_all(&folder);
    write(&loaded, &folder)
}

/// Writes every page and the style into a folder.
///
/// # Errors
/// Where the rules have no words for the pages, or a file cannot be written.
pub fn write(loaded: &Loaded, folder: &Path) -> Result<usize, Failure> {
    let edition = Edition::of(&loaded.book)?.id;
    let pages = pages(loaded, &edition).ok_or_else(|| Failure::new("filen rules/regelbok.json mangler"))?;
    for (path, page) in &pages {
        file(&folder.join(path), page)?;
    }
    file(&folder.join("regelbok.css"), STYLE)?;
    Ok(pages.len())
}

/// The page of a kind of work, from the rule book's folder. It has no English pages; those who read English get bokmål.
#[must_use]
pub fn page_of(project: &str, language: Language) -> String {
    format!("{}/tiltak-{}.html", written(language), slug(project))
}

/// The first page in a language, from the rule book's folder.
#[must_use]
pub fn front_page_of(language: Language) -> String {
    format!("{}/index.html", written(language))
}

fn written(language: Language) -> &'static str {
    if LANGUAGES.contains(&language) { language.tag() } else { Language::Nb.tag() }
}

fn file(path: &Path, content: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::at("make", folder))?;
    }
    fs::write(path, content).map_err(Failure::at("write", path))
}
