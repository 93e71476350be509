//! Reading the rules folder.

use std::fs;
use std::io;
use std::path::Path;

use crate::rules::load::{self, Loaded};
use crate::rules::source::Files;

use super::failure::Failure;

/// The rules of the folder that holds `rules/`.
///
/// # Errors
/// Every fault of every file, a line for each.
pub fn load(root: &Path) -> Result<Loaded, Failure> {
    let folder = root.join("rules");
    let files =
        read(&folder).map_err(|error| Failure(format!("mappen {} kan ikke leses: {error}", folder.display())))?;
    load::load(&files).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(|problem| format!("rules/{problem}")).collect();
        Failure(format!("{}\n{} feil i reglene", lines.join("\n"), lines.len()))
    })
}

/// The JSON files that can be read, and for each that cannot, why.
#[must_use]
pub fn readable(folder: &Path) -> (Files, Vec<(String, io::Error)>) {
    let (mut files, mut unreadable) = (Files::new(), Vec::new());
    collect(folder, "", &mut |path, read| match read {
        Ok(text) => drop(files.insert(path, text)),
        Err(error) => unreadable.push((path, error)),
    });
    (files, unreadable)
}

/// Every JSON file under a folder, by its path from there, with `/` between the parts.
///
/// # Errors
/// Where a file or folder cannot be read.
pub fn read(folder: &Path) -> io::Result<Files> {
    let (files, unreadable) = readable(folder);
    match unreadable.into_iter().next() {
        Some((path, error)) => Err(io::Error::other(format!("{path}: {error}"))),
        None => Ok(files),
    }
}

fn collect(folder: &Path, prefix: &str, take: &mut dyn FnMut(String, io::Result<String>)) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return take(prefix.to_owned(), Err(error)),
    };
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), take);
        } else if path.extension().is_some_and(|end| end == "json") {
            take(name, fs::read_to_string(&path));
        }
    }
}
