//! Every edition of the rules that has been published. A link that was made under one says which by its hash, and opens years
//! later; so none is ever thrown away.
//!
//! ```text
//! rules/utgitt/regler.<hash>.bin      the compiled rules, as they were served
//! rules/utgitt/utgaver.txt            the day, the edition and the file of each, a line each, the oldest first
//! ```
//!
//! A widget that has stopped reading the form of an edition says that it has; the file stays.

use std::fs;
use std::path::{Path, PathBuf};

use super::clock::build_day;
use super::edition::Edition;
use super::failure::Failure;
use super::files;
use super::named_file;

/// The folder under the root.
const FOLDER: &str = "rules/utgitt";
/// The list in it.
const LIST: &str = "utgaver.txt";

/// One edition.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Published {
    /// The day it was published.
    pub day: String,
    /// Its name.
    pub edition: String,
    /// Its file.
    pub file: String,
}

/// The editions, the oldest first; none where nothing has been published.
///
/// # Errors
/// Where the list cannot be read, or says something else than it should.
pub fn list(root: &Path) -> Result<Vec<Published>, Failure> {
    let path = folder(root).join(LIST);
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = fs::read_to_string(&path).map_err(Failure::at("read", &path))?;
    let line = |line: &str| match line.split('\t').collect::<Vec<_>>()[..] {
        [day, edition, file] => {
            Ok(Published { day: day.to_owned(), edition: edition.to_owned(), file: file.to_owned() })
        }
        _ => Err(Failure(format!("{}: forstår ikke linjen `{line}`", path.display()))),
    };
    text.lines().map(line).collect()
}

/// Keeps today's rules among the published; the edition, and whether it is new there.
///
/// # Errors
/// Where the rules are wrong, or something cannot be written.
pub fn publish(root: &Path) -> Result<(String, bool), Failure> {
    let edition = Edition::of(&files::load(root)?.book)?;
    let mut all = list(root)?;
    if all.iter().any(|published| published.edition == edition.id) {
        return Ok((edition.id, false));
    }
    let folder = folder(root);
    fs::create_dir_all(&folder).map_err(Failure::at("make", &folder))?;
    let file = named_file::write(&folder, "regler", "bin", &edition.bytes)?.file;
    all.push(Published { day: build_day().iso(), edition: edition.id.clone(), file });
    let lines = all.iter().map(|one| format!("{}\t{}\t{}\n", one.day, one.edition, one.file));
    let path = folder.join(LIST);
    fs::write(&path, lines.collect::<String>()).map_err(Failure::at("write", &path))?;
    Ok((edition.id, true))
}

/// Stops a build that is to be published and whose rules could not be found again.
///
/// # Errors
/// Where today's rules are not among the published.
pub fn guard(root: &Path) -> Result<(), Failure> {
    let edition = Edition::of(&files::load(root)?.book)?.id;
    if list(root)?.iter().any(|published| published.edition == edition) {
        return Ok(());
    }
    let why =
        "Lenker som blir laget nå, skal kunne åpnes om mange år. Kjør `utgi` først, og legg `rules/utgitt/` inn i git.";
    Err(Failure(format!("kan ikke publiseres: reglene {edition} er ikke blant de utgitte\n{why}")))
}

/// Puts every published edition where the law is served.
///
/// # Errors
/// Where one cannot be copied.
pub fn copy(root: &Path, to: &Path) -> Result<(), Failure> {
    for published in list(root)? {
        let from = folder(root).join(&published.file);
        fs::copy(&from, to.join(&published.file)).map_err(Failure::at("copy", &from))?;
    }
    Ok(())
}

fn folder(root: &Path) -> PathBuf {
    root.join(FOLDER)
}
