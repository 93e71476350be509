//! Where the tool works.

use std::env;
use std::path::{Path, PathBuf};

/// The folder that holds `rules/`: the one that the command is given in, or else the one that the tool was built in.
#[must_use]
pub fn root() -> PathBuf {
    let here = env::current_dir().ok().filter(|folder| folder.join("rules").is_dir());
    here.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf())
}
