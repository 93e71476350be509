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

/// Every JSON file under a folder, by its path from there, with `/` between the parts.
///
/// # Errors
/// Where a file or folder cannot be read.
pub fn read(folder: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    collect(folder, "", &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if Path::new(&name).extension().is_some_and(|end| end == "json") {
            files.insert(path, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}
