//! The files as a list to choose from: provisions by the act they stand in, their versions by date, and all other files.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::review::document::Document;
use crate::review::section_order::section_order;
use crate::rules::source::Files;

/// The file that says what the acts are called.
const RULE_BOOK: &str = "regelbok.json";

/// Everything there is to open.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Catalogue {
    /// Provisions by act.
    pub acts: Vec<Act>,
    /// The other files, by folder; those beside the folders stand under an empty name.
    pub others: Vec<(String, Vec<Other>)>,
}

/// An act or a regulation.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Act {
    /// What it is called.
    pub name: String,
    /// Its provisions.
    pub provisions: Vec<Provision>,
}

/// A provision.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Provision {
    /// Its id, or its folder where the file cannot be read.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where it stands: `§ 4-1 a`.
    pub section: String,
    /// Its versions, the oldest first.
    pub versions: Vec<Version>,
}

/// A version of a provision.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Version {
    /// The file.
    pub path: String,
    /// Its first day, as the file's name has it.
    pub from: String,
    /// The file of its examples, where there is one.
    pub examples: Option<String>,
}

/// A file that is no provision.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Other {
    /// The file.
    pub path: String,
    /// What it is about; the file's name where it says nothing itself.
    pub name: String,
}

/// Lists the files.
#[must_use]
pub fn catalogue(files: &Files) -> Catalogue {
    let mut acts: BTreeMap<String, BTreeMap<String, Provision>> = BTreeMap::new();
    let mut others: BTreeMap<String, Vec<Other>> = BTreeMap::new();
    for (path, text) in files {
        match provision_folder(path) {
            Some((folder, from)) => add_version(&mut acts, files, path, folder, from, text),
            None if is_beside_a_provision(path) => {}
            None => {
                let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
                others.entry(folder.to_owned()).or_default().push(other(path, text));
            }
        }
    }
    let acts = acts.into_iter().map(|(name, provisions)| Act { name, provisions: in_order(provisions) });
    Catalogue { acts: called(files, acts.collect()), others: others.into_iter().collect() }
}

/// The acts as the rule book calls them and in its order; those that it does not name stand last, under their own id.
fn called(files: &Files, mut acts: Vec<Act>) -> Vec<Act> {
    let book = files.get(RULE_BOOK).and_then(|text| Document::read(text).ok());
    let known = book.as_ref().and_then(|book| book.get("regelverk")).map_or(&[][..], Document::items);
    let place = |act: &Act| known.iter().position(|it| it.text_at("id") == Some(act.name.as_str()));
    acts.sort_by_key(|act| place(act).unwrap_or(usize::MAX));
    for act in &mut acts {
        let name = place(act).and_then(|at| known.get(at)?.get("navn")?.text_at("nb"));
        if let Some(name) = name {
            name.clone_into(&mut act.name);
        }
    }
    acts
}

/// The folder and the date of a provision's file, such as `sak10/4-1-a/2021-05-01.json`.
#[must_use]
pub fn provision_folder(path: &str) -> Option<(&str, &str)> {
    let (folder, name) = path.rsplit_once('/')?;
    let date = name.strip_suffix(".json").filter(|date| is_dated(date))?;
    (folder.contains('/')).then_some((folder, date))
}

fn is_beside_a_provision(path: &str) -> bool {
    path.strip_suffix(".eksempler.json").is_some_and(|stem| provision_folder(&format!("{stem}.json")).is_some())
}

fn is_dated(name: &str) -> bool {
    name.len() == 10 && name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

fn add_version(
    acts: &mut BTreeMap<String, BTreeMap<String, Provision>>,
    files: &Files,
    path: &str,
    folder: &str,
    from: &str,
    text: &str,
) {
    let document = Document::read(text).ok();
    let legal = document.as_ref().and_then(|document| document.get("hjemmel"));
    let act = legal.and_then(|legal| legal.text_at("regelverk"));
    let act = act.unwrap_or_else(|| folder.split('/').next().unwrap_or_default());
    // A broken version stays with its fellows.
    let known = acts.values_mut().find_map(|provisions| provisions.get_mut(folder));
    let provision = match known {
        Some(provision) => provision,
        None => acts.entry(act.to_owned()).or_default().entry(folder.to_owned()).or_insert_with(|| empty(folder)),
    };
    if let Some(document) = &document {
        document.text_at("id").unwrap_or(folder).clone_into(&mut provision.id);
        let name = document.get("navn").and_then(|name| name.text_at("nb"));
        name.unwrap_or(folder).clone_into(&mut provision.name);
        provision.section = legal.map(section).unwrap_or_default();
    }
    let examples = Some(format!("{folder}/{from}.eksempler.json")).filter(|path| files.contains_key(path));
    provision.versions.push(Version { path: path.to_owned(), from: from.to_owned(), examples });
}

fn empty(folder: &str) -> Provision {
    Provision { id: folder.to_owned(), name: folder.to_owned(), section: String::new(), versions: Vec::new() }
}

fn section(legal: &Document) -> String {
    let section = legal.text_at("paragraf").map(|section| format!("§\u{a0}{section}"));
    let letter = legal.text_at("bokstav").map(str::to_owned);
    section.into_iter().chain(letter).collect::<Vec<_>>().join(" ")
}

/// In the order of the law.
fn in_order(provisions: BTreeMap<String, Provision>) -> Vec<Provision> {
    let mut provisions: Vec<Provision> = provisions.into_values().collect();
    provisions.sort_by_key(|provision| section_order(&provision.section));
    provisions
}

fn other(path: &str, text: &str) -> Other {
    let document = Document::read(text).ok();
    let name = document.as_ref().and_then(|document| {
        let name = document.get("navn")?;
        name.text().or_else(|| name.text_at("nb")).map(str::to_owned)
    });
    let file = path.rsplit('/').next().unwrap_or(path);
    Other { path: path.to_owned(), name: name.unwrap_or_else(|| file.to_owned()) }
}
