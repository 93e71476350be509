//! What is wrong with a rule file, where, and how to mend it. Written for the lawyer who wrote the file.

use core::fmt;

use super::code::{Code, Severity};
use super::outline::{Outline, Spot};
use super::path::Path;

/// One fault. Messages are in bokmål and never name anything of Rust.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Problem {
    /// The file, from the rules folder on.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What sort of fault it is.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The place in the file, in the file's own words; empty for the whole of it.
    pub place: String,
    /// What is wrong and how to mend it.
    pub message: String,
}

impl Problem {
    /// A fault of a whole file.
    #[must_use]
    pub fn of_file(code: Code, file: &str, message: impl Into<String>) -> Self {
        Finding::new(code, file, Path::default(), message).at("")
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, code, severity, place, message } = self;
        write!(f, "{file}:{line}:{column}: {}: ", severity.name())?;
        if !place.is_empty() {
            write!(f, "{place}: ")?;
        }
        write!(f, "{message} ({})", code.name())
    }
}

/// A fault as those who look for faults tell it: with the way to its place, before anybody has looked up the line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Finding {
    /// What sort of fault it is.
    pub code: Code,
    /// The file, from the rules folder on.
    pub file: String,
    /// The way to the place.
    pub path: Path,
    /// Where that is, if it is known better than the way can tell.
    pub spot: Option<Spot>,
    /// What is wrong and how to mend it.
    pub message: String,
}

impl Finding {
    /// A fault at the end of a way.
    pub fn new(code: Code, file: &str, path: impl Into<Path>, message: impl Into<String>) -> Self {
        Self { code, file: file.to_owned(), path: path.into(), spot: None, message: message.into() }
    }

    /// Looks up the line and the column in the text of the file.
    #[must_use]
    pub fn at(self, text: &str) -> Problem {
        let Self { code, file, path, spot, message } = self;
        let found = Outline::read(text).find(&path);
        let Spot { line, column } = spot.unwrap_or(if code.is_of_the_key() { found.key } else { found.value });
        Problem { file, line, column, code, severity: code.severity(), place: found.place, message }
    }
}

/// Where one is in the files while reading, and every fault found so far.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    file: String,
    path: Path,
    findings: Vec<Finding>,
}

impl Reader {
    /// Starts on a file.
    pub(crate) fn open(&mut self, file: &str) {
        file.clone_into(&mut self.file);
        self.path = Path::default();
    }

    /// Does something further in.
    pub(crate) fn at<T>(&mut self, place: impl Into<Path>, inside: impl FnOnce(&mut Self) -> T) -> T {
        let place = place.into();
        let steps = place.0.len();
        self.path.push(place);
        let result = inside(self);
        self.path.pop(steps);
        result
    }

    /// Notes a fault here.
    pub(crate) fn fault(&mut self, code: Code, message: impl fmt::Display) {
        self.findings.push(Finding::new(code, &self.file, self.path.clone(), message.to_string()));
    }

    /// Notes a fault at a spot that no way leads to.
    pub(crate) fn fault_at(&mut self, spot: Spot, code: Code, message: impl fmt::Display) {
        let finding = Finding::new(code, &self.file, self.path.clone(), message.to_string());
        self.findings.push(Finding { spot: Some(spot), ..finding });
    }

    /// The value, or a fault.
    pub(crate) fn need<T>(&mut self, value: Option<T>, code: Code, message: impl fmt::Display) -> Option<T> {
        if value.is_none() {
            self.fault(code, message);
        }
        value
    }

    /// Everything found.
    pub(crate) fn finish(self) -> Vec<Finding> {
        self.findings
    }
}
