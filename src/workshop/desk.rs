//! The files on the lawyer's desk: those that are published, and what has been made of them.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::review::format::format;
use crate::rules::date::Date;
use crate::rules::source::Files;

use super::catalogue::{Catalogue, catalogue, provision_folder};
use super::draft::{NoDraft, draft};
use super::edit::{Refused, Shape, edit};
use super::glossary::Glossary;
use super::place::{is_whole, places};
use super::reading::{Reading, read};
use crate::zip::zip;

/// Where a provision says from when it holds.
const IN_FORCE_FROM: &str = "/gjelder/fra";

/// The files, published and changed.
#[derive(Clone, Debug)]
pub struct Desk {
    published: Files,
    files: Files,
}

/// A file that is not as it is published.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Changed {
    /// The file.
    pub path: String,
    /// What has become of it.
    pub how: How,
}

/// What has become of a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// It was not there.
    New,
    /// It says something else.
    Changed,
    /// It is not there any more.
    Removed,
}

/// What became of files from the disk.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Opened {
    /// Whether they took the place of everything.
    pub whole: bool,
    /// Files that are open now.
    pub taken: Vec<String>,
    /// Files that belong nowhere.
    pub left: Vec<String>,
}

impl Desk {
    /// A desk with the published files and no change.
    #[must_use]
    pub fn new(published: Files) -> Self {
        Self { files: published.clone(), published }
    }

    /// The files as they are now.
    #[must_use]
    pub const fn files(&self) -> &Files {
        &self.files
    }

    /// The files to choose from.
    #[must_use]
    pub fn catalogue(&self) -> Catalogue {
        catalogue(&self.files)
    }

    /// A file as sentences; `None` where it is not JSON.
    #[must_use]
    pub fn reading(&self, path: &str) -> Option<Reading> {
        read(self.files.get(path)?, &Glossary::read(&self.files))
    }

    /// Writes the whole text of a file.
    pub fn write(&mut self, path: &str, text: &str) {
        self.files.insert(path.to_owned(), text.to_owned());
    }

    /// Changes one place of a file, and tells the path that the file then has: a provision is named after its first day.
    ///
    /// # Errors
    /// Why the change was not made.
    pub fn edit(&mut self, path: &str, place: &str, shape: Shape, value: &str) -> Result<String, Refused> {
        let text = self.files.get(path).ok_or(Refused::Place)?;
        let changed = edit(text, place, shape, value)?;
        let Some((folder, from)) = provision_folder(path).filter(|_| place == IN_FORCE_FROM) else {
            self.write(path, &changed);
            return Ok(path.to_owned());
        };
        let named = |date: &str, end: &str| format!("{folder}/{date}{end}");
        if value != from && self.files.contains_key(&named(value, ".json")) {
            return Err(Refused::Place);
        }
        let examples = named(from, ".eksempler.json");
        if let Some(text) = self.files.remove(&examples) {
            // Examples of the first day go with it; others keep their own.
            let day = format!("\"på-dato\": \"{from}\"");
            self.write(&named(value, ".eksempler.json"), &text.replace(&day, &day.replace(from, value)));
        }
        self.files.remove(path);
        self.write(&named(value, ".json"), &changed);
        Ok(named(value, ".json"))
    }

    /// Makes a version to come, and tells its path.
    ///
    /// # Errors
    /// Why there can be none.
    pub fn draft(&mut self, path: &str, from: &str, today: Date) -> Result<String, NoDraft> {
        let made = draft(&self.files, path, from, today)?;
        let own = made.first().map(|(path, _)| path.clone()).ok_or(NoDraft::NotAProvision)?;
        self.files.extend(made);
        Ok(own)
    }

    /// Takes files from the disk.
    pub fn open(&mut self, opened: Vec<(String, String)>) -> Opened {
        let places = places(&self.files, &opened);
        let mut result = Opened { whole: is_whole(&places), ..Opened::default() };
        if result.whole {
            self.files.clear();
        }
        for ((name, text), place) in opened.into_iter().zip(places) {
            match place {
                Some(path) => {
                    self.write(&path, &text);
                    result.taken.push(path);
                }
                None => result.left.push(name),
            }
        }
        result
    }

    /// Puts the published file back, or takes away one that is not published; the examples of a draft go with it.
    pub fn restore(&mut self, path: &str) {
        if let Some(text) = self.published.get(path) {
            self.files.insert(path.to_owned(), text.clone());
            return;
        }
        self.files.remove(path);
        let examples = path.replace(".json", ".eksempler.json");
        if !self.published.contains_key(&examples) {
            self.files.remove(&examples);
        }
    }

    /// Every file that is not as it is published.
    #[must_use]
    pub fn changed(&self) -> Vec<Changed> {
        let paths: BTreeSet<&String> = self.published.keys().chain(self.files.keys()).collect();
        let how = |path: &String| match (self.published.get(path), self.files.get(path)) {
            (Some(before), Some(now)) if before == now => None,
            (Some(_), Some(_)) => Some(How::Changed),
            (None, _) => Some(How::New),
            (_, None) => Some(How::Removed),
        };
        paths.into_iter().filter_map(|path| Some(Changed { path: path.clone(), how: how(path)? })).collect()
    }

    /// What [`Examiner::examine`](super::examiner::Examiner::examine) needs: changed files, and `null` for removed ones.
    #[must_use]
    pub fn delta(&self) -> String {
        let entry = |Changed { path, .. }: Changed| {
            let text = self.files.get(&path).map_or(Json::Null, |text| Json::from(text.as_str()));
            (path, text)
        };
        Json::Object(self.changed().into_iter().map(entry).collect::<Map<_, _>>()).to_string()
    }

    /// A file as the repository keeps it; as it is where it is not JSON.
    #[must_use]
    pub fn finished(&self, path: &str) -> Option<String> {
        self.files.get(path).map(|text| format(text).unwrap_or_else(|_| text.clone()))
    }

    /// The changed files in their folders, in one archive.
    #[must_use]
    pub fn archive(&self) -> Vec<u8> {
        let file = |Changed { path, .. }: Changed| Some((format!("rules/{path}"), self.finished(&path)?));
        let files: Vec<(String, String)> = self.changed().into_iter().filter_map(file).collect();
        zip(&files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect::<Vec<_>>())
    }
}

/// The published files with the changes of a desk.
///
/// # Errors
/// Where the changes are not what [`Desk::delta`] writes.
pub fn with_changes(published: &Files, delta: &str) -> Result<Files, serde_json::Error> {
    let delta: std::collections::BTreeMap<String, Option<String>> = serde_json::from_str(delta)?;
    let mut files = published.clone();
    for (path, text) in delta {
        match text {
            Some(text) => files.insert(path, text),
            None => files.remove(&path),
        };
    }
    Ok(files)
}
