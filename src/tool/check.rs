//! `check`: everything that is wrong with the rules, at once.

use std::path::Path;

use crate::rules::load::{Loaded, load};
use crate::rules::problem::Problem;

use super::{audit, examples, files};

/// What a check found.
#[derive(Debug)]
pub struct Checked {
    /// The rules, where they could be read.
    pub loaded: Option<Loaded>,
    /// Examples run.
    pub examples: usize,
    /// Every fault.
    pub problems: Vec<Problem>,
}

/// Reads the rules in a folder and runs their examples.
#[must_use]
pub fn check(folder: &Path) -> Checked {
    let files = match files::read(folder) {
        Ok(files) => files,
        Err(error) => {
            let file = folder.display().to_string();
            let problem = Problem { file, place: String::new(), message: format!("mappen kan ikke leses: {error}") };
            return Checked { loaded: None, examples: 0, problems: vec![problem] };
        }
    };
    match load(&files) {
        Err(problems) => Checked { loaded: None, examples: 0, problems },
        Ok(loaded) => {
            let report = examples::run(&loaded);
            let problems = report.failures.into_iter().chain(audit::all(&loaded)).collect();
            Checked { loaded: Some(loaded), examples: report.count, problems }
        }
    }
}
