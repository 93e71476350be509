//! `check`: everything that is wrong with the rules in a folder, at once.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::review::audit::words_are_shown;
use crate::review::check::{self, Checked};
use crate::rules::code::{Code, Severity};
use crate::rules::problem::Problem;
use crate::rules::source::Files;

use super::failure::Failure;
use super::wire::{CheckReport, OpenReport, ProblemReport};
use super::{control, files, literals};

/// Reads the rules under a root, runs their examples, and looks for words that the widget beside them never shows.
#[must_use]
pub fn check(root: &Path) -> Checked {
    let (files, unreadable) = files::readable(&root.join("rules"));
    let mut checked = check_files(root, &files);
    checked.problems.retain(|problem| !unreadable.iter().any(|(file, _)| *file == problem.file));
    let told = |(file, error): (String, io::Error)| {
        let message = unreadable_because(error.kind());
        Problem::of_file(Code::UnreadableFile, &file, message)
    };
    checked.problems.extend(unreadable.into_iter().map(told));
    checked.problems.sort();
    checked
}

fn unreadable_because(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound => "finnes ikke; står du i rett mappe?",
        ErrorKind::PermissionDenied => "kan ikke åpnes; gi deg selv lov til å lese filen",
        ErrorKind::InvalidData => "filen er ikke tekst i UTF-8; lagre den som UTF-8",
        _ => "kan ikke leses; se om disken eller nettmappen er der",
    }
}

impl Checked {
    /// What was found, for machines.
    ///
    /// # Errors
    /// Only where memory fails.
    pub fn json(&self) -> Result<String, Failure> {
        let open = self.sources().map(control::open).unwrap_or_default();
        let report = CheckReport {
            examples: self.examples,
            faults: self.count(Severity::Error),
            warnings: self.count(Severity::Warning),
            problems: self.problems.iter().map(ProblemReport::of).collect(),
            open: open.iter().map(OpenReport::of).collect(),
        };
        serde_json::to_string_pretty(&report).map_err(|error| Failure(error.to_string()))
    }
}

/// The same of files that have been read, and may have been changed since.
#[must_use]
pub fn check_files(root: &Path, files: &Files) -> Checked {
    let mut checked = check::check(files);
    let shown = literals::of_the_widget(root);
    if let (Some(sources), false) = (checked.sources(), shown.is_empty()) {
        let idle = sources.locate(words_are_shown(sources, &shown));
        checked.problems.extend(idle);
        checked.problems.sort();
    }
    checked
}
