//! Everything that is wrong with the rules, at once.

use crate::rules::load::{Loaded, load};
use crate::rules::problem::Problem;
use crate::rules::source::Files;

use super::{audit, examples};

/// What a check found.
#[derive(Debug, Default)]
pub struct Checked {
    /// The rules, where they could be read.
    pub loaded: Option<Loaded>,
    /// Examples run.
    pub examples: usize,
    /// Every fault.
    pub problems: Vec<Problem>,
}

/// Reads rule files and runs their examples.
#[must_use]
pub fn check(files: &Files) -> Checked {
    match load(files) {
        Err(problems) => Checked { problems, ..Checked::default() },
        Ok(loaded) => {
            let report = examples::run(&loaded);
            let problems = report.failures.into_iter().chain(audit::all(&loaded)).collect();
            Checked { loaded: Some(loaded), examples: report.count, problems }
        }
    }
}
