//! What is wrong with a rule file, where, and how to mend it. Written for the lawyer who wrote the file.

use core::fmt;

/// One fault. Messages are in bokmål and never name anything of Rust.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Problem {
    /// The file, from the rules folder on.
    pub file: String,
    /// The place in the file, in the file's own words; empty for the whole of it.
    pub place: String,
    /// What is wrong and how to mend it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, place, message } = self;
        if place.is_empty() { write!(f, "{file}: {message}") } else { write!(f, "{file}: {place}: {message}") }
    }
}

/// Where one is in the files while reading, and every fault found so far.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    file: String,
    path: Vec<String>,
    problems: Vec<Problem>,
}

impl Reader {
    /// Starts on a file.
    pub(crate) fn open(&mut self, file: &str) {
        file.clone_into(&mut self.file);
        self.path.clear();
    }

    /// Does something one place further in.
    pub(crate) fn at<T>(&mut self, place: impl fmt::Display, inside: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(place.to_string());
        let result = inside(self);
        self.path.pop();
        result
    }

    /// Notes a fault here.
    pub(crate) fn fault(&mut self, message: impl fmt::Display) {
        let problem = Problem { file: self.file.clone(), place: self.path.join(": "), message: message.to_string() };
        self.problems.push(problem);
    }

    /// The value, or a fault.
    pub(crate) fn need<T>(&mut self, value: Option<T>, message: impl fmt::Display) -> Option<T> {
        if value.is_none() {
            self.fault(message);
        }
        value
    }

    /// Everything found, in order of files.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        self.problems.sort();
        self.problems.dedup();
        self.problems
    }
}
