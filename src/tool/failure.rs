//! What stopped a command: a sentence that says what is wrong and what to do.

use core::fmt;
use std::io;
use std::path::Path;

/// Why a command could not be carried out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Failure(pub String);

impl Failure {
    /// Says this.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// For `map_err`: what could not be done with a file, and why.
    pub fn at<'a>(doing: &'a str, path: &'a Path) -> impl FnOnce(io::Error) -> Self + 'a {
        move |error| Self(format!("cannot {doing} {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for Failure {}
