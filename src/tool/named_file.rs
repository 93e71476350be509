//! A file that is named after what is in it.

use std::fs;
use std::path::Path;

use super::failure::Failure;
use super::hash;

/// The name of a file in its folder, and what a browser checks it against.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NamedFile {
    /// The name, with a part of the hash in it.
    pub file: String,
    /// The hash of the content.
    pub hash: String,
}

/// Writes `<name>.<hash>.<extension>`.
///
/// # Errors
/// Where it cannot be written.
pub fn write(folder: &Path, name: &str, extension: &str, bytes: &[u8]) -> Result<NamedFile, Failure> {
    let hash = hash::long(bytes);
    let file = format!("{name}.{}.{extension}", hash::in_name(&hash));
    let path = folder.join(&file);
    fs::write(&path, bytes).map_err(Failure::at("write", &path))?;
    Ok(NamedFile { file, hash })
}
