//! Everything that is wrong with the rules, at once.

use crate::rules::code::Severity;
use crate::rules::load::{self, Loaded};
use crate::rules::problem::Problem;
use crate::rules::source::{Files, Sources};

use super::{audit, examples};

/// What a check found.
#[derive(Debug, Default)]
pub struct Checked {
    /// The rules, where they could be read.
    pub loaded: Option<Loaded>,
    /// What could be read of the files, where they could not be made rules of.
    pub sources: Option<Box<Sources>>,
    /// Examples run.
    pub examples: usize,
    /// Every fault and every warning.
    pub problems: Vec<Problem>,
}

impl Checked {
    /// How many problems are this bad.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }

    /// The files, as far as they could be read.
    #[must_use]
    pub fn sources(&self) -> Option<&Sources> {
        self.loaded.as_ref().map(|loaded| &loaded.sources).or(self.sources.as_deref())
    }
}

/// Reads rule files and runs their examples.
#[must_use]
pub fn check(files: &Files) -> Checked {
    match load::read(files) {
        Err((sources, mut findings)) => {
            findings.extend(audit::of_files(&sources));
            let problems = sources.locate(findings);
            Checked { problems, sources: Some(sources), ..Checked::default() }
        }
        Ok(loaded) => {
            let report = examples::run(&loaded);
            let mut problems: Vec<_> = report.failures.into_iter().chain(audit::all(&loaded)).collect();
            problems.sort();
            Checked { loaded: Some(loaded), examples: report.count, problems, sources: None }
        }
    }
}
