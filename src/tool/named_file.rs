//! A file that is named after what is in it.

use std::fs;
use std::path::Path;

use super::failure::Failure;
use super::hash;
use super::wire::NamedFile;

/// Writes `<name>.<hash>.<extension>`.
///
/// # Errors
/// Where it cannot be written.
pub fn write(folder: &Path, name: &str, extension: &str, bytes: &[u8]) -> Result<NamedFile, Failure> {
    let file = format!("{name}.{}.{extension}", hash::short(bytes));
    let path = folder.join(&file);
    fs::write(&path, bytes).map_err(Failure::at("write", &path))?;
    Ok(NamedFile { file, integrity: hash::integrity(bytes) })
}
