//! `rulebook`: the pages of the rule book, below `regelbok/`.

use std::fs;
use std::path::Path;

use crate::rulebook::{STYLE, pages};
use crate::rules::load::Loaded;

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

fn file(path: &Path, content: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Failure::at("make", folder))?;
    }
    fs::write(path, content).map_err(Failure::at("write", path))
}
