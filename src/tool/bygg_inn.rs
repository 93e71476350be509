//! Bygg inn: the page where an editor puts together what to paste, with what it must know of this build.
//!
//! ```text
//! bygg-inn/index.html, bygg-inn.js, bygg-inn.css   the page
//! bygg-inn/forhandsvisning.html, forhandsvisning.js the page in its frame, which shows what has been chosen
//! bygg-inn/utgave.json                             the version, the hash that browsers check the script against, late code by name
//! bygg-inn/kommuner.txt                            the municipalities, as municipalities::choices writes them
//! bygg-inn/sjekkliste.<language>.json              the limits of today, for those who meet no script
//! ```

use std::fs;
use std::path::Path;

use serde::Serialize;

use crate::rulebook::checklists;
use crate::rules::date::Date;
use crate::rules::load::{Language, Loaded};

use super::artefacts::FORMAT;
use super::build::{json, page_style};
use super::edition::Edition;
use super::failure::Failure;
use super::wire::{ChecklistFile, ChecklistWords, EmbedEdition, Limits};
use super::{clock, compress, esbuild, hash, municipalities, rulebook};

/// The folder of the page.
pub const FOLDER: &str = "bygg-inn";

/// Where the page's sources are.
const SOURCES: &str = "src/bygg-inn";

/// Builds everything into `folder`. `widget` is the folder where the widget has been built, `edition` what it is
/// called.
///
/// # Errors
/// Where something is missing or wrong; says what to do.
pub fn build(root: &Path, loaded: &Loaded, folder: &Path, widget: &Path, edition: &str) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(Failure::at("make", folder))?;
    write_json(&folder.join("utgave.json"), &about(widget, edition)?)?;
    rules(root, loaded, folder)?;
    let sources = root.join(SOURCES);
    // The page finds today's law as the widget does, beside it, and the widget's late code by the names in `utgave.json`.
    let law = json("../regler/")?;
    let defined = [("__FORMAT__", FORMAT.to_string()), ("__SENERE__", "{}".to_owned()), ("__REGLER__", law)];
    for script in ["bygg-inn.js", "forhandsvisning.js"] {
        write(&folder.join(script), &esbuild::bundle(root, &sources.join(script), &defined)?)?;
    }
    for page in ["index.html", "forhandsvisning.html"] {
        let from = sources.join(page);
        fs::copy(&from, folder.join(page)).map_err(Failure::at("copy", &from))?;
    }
    page_style(root, &Path::new(SOURCES).join("bygg-inn.css"), &folder.join("bygg-inn.css"))
}

fn about<'a>(widget: &Path, edition: &'a str) -> Result<EmbedEdition<'a>, Failure> {
    let script = widget.join("veiviser.js");
    let bytes = fs::read(&script).map_err(Failure::at("read", &script))?;
    let files = compress::files(widget).map_err(Failure::at("read", widget))?;
    let late = files.iter().filter_map(|file| {
        let name = file.file_name()?.to_str()?;
        let (first, rest) = name.strip_suffix(".js")?.split_once('.')?;
        (rest.len() == hash::IN_NAME).then(|| (first.to_owned(), name.to_owned()))
    });
    Ok(EmbedEdition { version: edition, integrity: hash::integrity(&bytes), late: late.collect() })
}

/// Writes what follows from the rules: the municipalities and the checklists.
///
/// # Errors
/// Where a file of words is missing or has another form.
pub fn rules(root: &Path, loaded: &Loaded, folder: &Path) -> Result<(), Failure> {
    let choices = municipalities::choices(&municipalities::read(root)?);
    write(&folder.join("kommuner.txt"), choices.as_bytes())?;
    let words = words(root)?;
    let edition = Edition::of(&loaded.book)?.id;
    for language in Language::ALL {
        let list = checklist(loaded, &words, language, clock::today(), &edition);
        write_json(&folder.join(format!("sjekkliste.{}.json", language.tag())), &list)?;
    }
    Ok(())
}

/// The words of the checklist.
///
/// # Errors
/// Where the file is missing or has another form.
pub fn words(root: &Path) -> Result<ChecklistWords, Failure> {
    let path = root.join("rules/sjekkliste.json");
    let text = fs::read_to_string(&path).map_err(Failure::at("read", &path))?;
    serde_json::from_str(&text).map_err(|error| Failure(format!("rules/sjekkliste.json: {error}")))
}

/// The checklist in a language, as of a day.
#[must_use]
pub fn checklist<'a>(
    loaded: &Loaded,
    words: &'a ChecklistWords,
    language: Language,
    date: Date,
    edition: &'a str,
) -> ChecklistFile<'a> {
    let lists = checklists(loaded, language, date);
    let projects = lists.into_iter().map(|list| {
        let page = rulebook::page_of(&list.project, language);
        (list.project, Limits { name: list.name, limits: list.limits, page })
    });
    ChecklistFile {
        date: date.to_string(),
        edition,
        words: words.words.iter().map(|(name, text)| (name.as_str(), language.of(text))).collect(),
        always: words.always.iter().map(|text| language.of(text)).collect(),
        front: rulebook::front_page_of(language),
        projects: projects.collect(),
    }
}

fn write_json(path: &Path, content: &impl Serialize) -> Result<(), Failure> {
    let json = serde_json::to_vec(content).map_err(|error| Failure(error.to_string()))?;
    write(path, &json)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(Failure::at("write", path))
}
