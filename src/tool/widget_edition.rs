//! What a built widget is called: the version that people speak of, and a part of the hash of all that it is. A folder with that
//! name never changes, so pages may name it and browsers may keep it.

use std::fs;
use std::path::Path;

use super::failure::Failure;
use super::{compress, hash};

/// The version, a hyphen and the hash of the files in a folder, before the law is copied into it: code in an old folder reads
/// today's law, and the copy beside it is for days when that cannot be reached.
///
/// # Errors
/// Where a file cannot be read.
pub fn of(folder: &Path) -> Result<String, Failure> {
    let mut all = Vec::new();
    for path in compress::files(folder).map_err(Failure::at("read", folder))? {
        all.extend(path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().bytes());
        all.push(0);
        all.extend(hash::long(&fs::read(&path).map_err(Failure::at("read", &path))?).bytes());
    }
    Ok(format!("{}-{}", env!("CARGO_PKG_VERSION"), hash::short(&all)))
}
