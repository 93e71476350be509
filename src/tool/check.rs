//! `check`: everything that is wrong with the rules in a folder, at once.

use std::path::Path;

use crate::review::check::{self, Checked};
use crate::rules::problem::Problem;

use super::files;

/// Reads the rules in a folder and runs their examples.
#[must_use]
pub fn check(folder: &Path) -> Checked {
    match files::read(folder) {
        Ok(files) => check::check(&files),
        Err(error) => {
            let file = folder.display().to_string();
            let problem = Problem { file, place: String::new(), message: format!("mappen kan ikke leses: {error}") };
            Checked { problems: vec![problem], ..Checked::default() }
        }
    }
}
