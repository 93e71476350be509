//! The rules and words as the widget fetches them, and the pointer to today's.
//!
//! ```text
//! gjeldende.json                    the edition, and the hashes of:
//! start.<language>                  the interface's words, the names of all work, a book in which every work is blank, and
//!                                   of each shelf the hash of:
//! hylle-<shelf>.<language>          the words to ask with and the rules, blank where no work of the shelf leads, and the hashes
//!                                   of what comes along later and of:
//! grunner-<shelf>.<language>        the words to give reasons with
//! senere.<language>                 words for what comes along once the first question is answered, and what is compiled for it
//! sok                               what people call each kind of work, and its picture
//! oppslag.json                      where addresses are looked up
//! begreper.json                     the concepts that a municipality's own conditions may rest on
//! regler, kommuner                  all the rules at once, which no widget fetches; the municipalities
//! ```
//!
//! Whatever the pointer names is known by its hash, so that it can be kept for ever; only the pointer changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::rules::compiled::encode;
use crate::rules::excerpt::Excerpt;
use crate::rules::load::{Language, Loaded, Shelf, Words};
use crate::rules::quantity::Unit;
use crate::rules::take_away;
use crate::rules::texts::{NAME_END, SEPARATOR};
use crate::rules::with_later::WithLater;
use crate::rules::{ConceptId, Kind, RuleBook};

use super::clock::build_day;
use super::edition::Edition;
use super::failure::Failure;
use super::municipalities;
use super::named_file::{NamedFile, write};
use super::wire::{JudgedConcept, PictureFile, Pointer, StartFile};
use super::{esbuild, pictures, start};

/// The version of the pointer and all that it names; the loader knows one.
pub const FORMAT: u8 = 3;
/// What stands in a shelf's file between words and rules. No text may hold it.
pub const RULES_BEGIN: u8 = 0;

/// Everything that has been written.
#[derive(Debug)]
pub struct Artefacts {
    /// What every conversation starts with, by language.
    pub starts: Vec<NamedFile>,
    /// Each shelf in each language.
    pub shelves: Vec<ShelfFiles>,
    /// What people call each kind of work.
    pub search: NamedFile,
    /// The municipalities.
    pub municipalities: NamedFile,
    /// What comes along once the first question is answered, by language.
    pub later: Vec<NamedFile>,
}

/// A shelf in one language.
#[derive(Debug)]
pub struct ShelfFiles {
    /// Which shelf.
    pub shelf: String,
    /// Which language, by its place among all.
    pub language: usize,
    /// Rules, and words to ask with.
    pub first: NamedFile,
    /// Words to give reasons with.
    pub reasons: NamedFile,
}

/// Writes everything into `folder`.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn build(root: &Path, loaded: &Loaded, folder: &Path) -> Result<Artefacts, Failure> {
    fs::create_dir_all(folder).map_err(Failure::at("make", folder))?;
    let edition = Edition::of(&loaded.book)?;
    let rules = write(folder, "regler", "bin", &edition.bytes)?;
    let municipalities =
        write(folder, "kommuner", "txt", municipalities::lines(&municipalities::read(root)?).as_bytes())?;
    let later = later_files(root, loaded, folder)?;
    let mut shelves = Vec::new();
    for shelf in loaded.words.shelves() {
        shelves.extend(shelf_files(loaded, shelf, &later, folder)?);
    }
    let search = write(folder, "sok", "txt", search(root, loaded)?.as_bytes())?;
    let blank = compiled(&loaded.book.excerpt(|_| false))?;
    let starts = Language::ALL.into_iter().enumerate().map(|(place, language)| {
        let words = start(&loaded.words, language, shelves.iter().filter(|files| files.language == place));
        write(folder, &format!("start.{}", language.tag()), "bin", &with_rules(words, &blank))
    });
    let starts = starts.collect::<Result<Vec<_>, _>>()?;
    let pointer = Pointer {
        format: FORMAT,
        edition: edition.id,
        day: build_day().iso(),
        rules: rules.hash,
        starts: Language::ALL.iter().zip(&starts).map(|(language, file)| (language.tag(), file.hash.clone())).collect(),
        search: search.hash.clone(),
        municipalities: municipalities.hash.clone(),
    };
    // Where addresses are looked up is no law, but may move as suddenly, and must follow without new code.
    let services = root.join("src/embed/oppslag.json");
    fs::copy(&services, folder.join("oppslag.json")).map_err(Failure::at("copy", &services))?;
    save(&folder.join("begreper.json"), &judged_concepts(&loaded.book))?;
    let path = folder.join("gjeldende.json");
    save(&path, &pointer)?;
    Ok(Artefacts { starts, shelves, search, municipalities, later })
}

fn save(path: &Path, content: &impl Serialize) -> Result<(), Failure> {
    let json = serde_json::to_string(content).map_err(|error| Failure(error.to_string()))?;
    fs::write(path, json).map_err(Failure::at("write", path))
}

/// Every concept with how it is answered and the kinds of work that it judges.
#[must_use]
pub fn judged_concepts(book: &RuleBook) -> BTreeMap<&str, JudgedConcept<'_>> {
    let ids = (0_u16..).map(ConceptId);
    let concepts = ids.zip(&book.concepts).map(|(id, concept)| {
        let form = match &concept.kind {
            Kind::YesNo => "ja-nei",
            Kind::Choice(_) => "valg",
            Kind::Number(Unit::Count) => "antall",
            Kind::Number(unit) => unit.sign(),
            Kind::Date => "dato",
        };
        let judged = book.projects.iter().filter(|project| book.project_reads(project, id));
        (concept.id.as_str(), JudgedConcept { form, projects: judged.map(|project| project.id.as_str()).collect() })
    });
    concepts.collect()
}

/// The words of the start, with each shelf's hash after its name.
fn start<'a>(words: &Words, language: Language, files: impl Iterator<Item = &'a ShelfFiles>) -> String {
    let hashes: BTreeMap<&str, &str> = files.map(|files| (files.shelf.as_str(), files.first.hash.as_str())).collect();
    words.start(language, |shelf| format!(".{}", hashes.get(shelf.id.as_str()).copied().unwrap_or_default()))
}

fn compiled(excerpt: &Excerpt) -> Result<Vec<u8>, Failure> {
    encode(&excerpt.book).map_err(|error| Failure(format!("cannot compile the rules: {error}")))
}

fn with_rules(words: String, rules: &[u8]) -> Vec<u8> {
    let mut file = words.into_bytes();
    file.push(RULES_BEGIN);
    file.extend_from_slice(rules);
    file
}

/// What comes along once the first question is answered: words, and what is compiled for it.
fn later_files(root: &Path, loaded: &Loaded, folder: &Path) -> Result<Vec<NamedFile>, Failure> {
    let start: StartFile = read(root, "start.json")?;
    let beginnings = start::lines(&start::beginnings(loaded, &start));
    let files = Language::ALL.into_iter().map(|language| {
        let begin = start.words.iter().map(|(name, text)| format!("{name}{NAME_END}{}", language.of(text)));
        let words = begin.chain([loaded.words.later_file(language), beginnings.clone(), taken(loaded, language)]);
        let words = words.collect::<Vec<_>>().join(&SEPARATOR.to_string());
        let compiled = WithLater { workings: loaded.workings(language).to_vec(), ..loaded.with_later.clone() };
        let wrong = |error| Failure(format!("cannot compile what comes later: {error}"));
        let compiled = compiled.write().map_err(wrong)?;
        write(folder, &format!("senere.{}", language.tag()), "bin", &with_rules(words, &compiled))
    });
    files.collect()
}

/// What can be taken away, each line under its own name.
fn taken(loaded: &Loaded, language: Language) -> String {
    let Some(file) = &loaded.sources.take_away else { return String::new() };
    let lines = take_away::lines(file, language, &|citation| loaded.words.write(citation, language));
    let named = lines.lines().map(|line| format!("ta-med{NAME_END}{line}"));
    named.collect::<Vec<_>>().join(&SEPARATOR.to_string())
}

/// What people call each kind of work; after a blank line the pictures of them all, which come as late.
fn search(root: &Path, loaded: &Loaded) -> Result<String, Failure> {
    let pictures: PictureFile = read(root, "bilder.json")?;
    let places = loaded.book.projects.iter().map(|project| project.id.as_str());
    let sheet = esbuild::minify_css(root, &pictures::sheet(&pictures, places))?;
    Ok([&loaded.words.search(), "", &String::from_utf8_lossy(&sheet)].join("\n"))
}

/// A file of what comes later that the tool alone reads.
fn read<T: DeserializeOwned>(root: &Path, name: &str) -> Result<T, Failure> {
    let path = root.join("rules/senere").join(name);
    let text = fs::read_to_string(&path).map_err(Failure::at("read", &path))?;
    serde_json::from_str(&text).map_err(|error| Failure(format!("rules/senere/{name}: {error}")))
}

fn shelf_files(loaded: &Loaded, shelf: &Shelf, later: &[NamedFile], folder: &Path) -> Result<Vec<ShelfFiles>, Failure> {
    let excerpt = loaded.book.excerpt(|project| shelf.holds(&project.id));
    let rules = compiled(&excerpt)?;
    let files = Language::ALL.into_iter().zip(later).enumerate().map(|(place, (language, later))| {
        let named = |kind: &str| format!("{kind}-{}.{}", shelf.id, language.tag());
        let reasons = loaded.words.reasons(language, &excerpt.texts);
        let reasons = write(folder, &named("grunner"), "txt", reasons.as_bytes())?;
        let questions = loaded.words.questions(language, &excerpt.texts);
        let first = with_rules(
            format!("{}{SEPARATOR}{questions}{SEPARATOR}senere{NAME_END}{}", reasons.hash, later.hash),
            &rules,
        );
        let first = write(folder, &named("hylle"), "bin", &first)?;
        Ok(ShelfFiles { shelf: shelf.id.clone(), language: place, first, reasons })
    });
    files.collect()
}
