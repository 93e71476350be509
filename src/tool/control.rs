//! Whether the rules may be published: every version held against the law by two people, and not too long ago.

use std::path::Path;

use crate::review::control::{self, Open};
use crate::rules::source::Sources;

use super::clock::today;
use super::failure::Failure;
use super::files;

/// Says loudly what nobody answers for, and stops a build that is to be published.
///
/// # Errors
/// Where the rules cannot be read, or may not be published.
pub fn guard(root: &Path, publishing: bool) -> Result<(), Failure> {
    let loaded = files::load(root)?;
    let Some(summary) = summary(&loaded.sources) else { return Ok(()) };
    if publishing {
        let how = "To personer må skrive under i `kontrollert` (av, dato, godkjent-av, neste); se rules/README.md.";
        return Err(Failure(format!("kan ikke publiseres: {summary}\n{how}")));
    }
    eprintln!("ADVARSEL: {summary}");
    Ok(())
}

/// What is missing, in words; `None` where nothing is.
#[must_use]
pub fn summary(sources: &Sources) -> Option<String> {
    let open = open(sources);
    (!open.is_empty()).then(|| control::summary(&open, sources.rules.len()))
}

/// What is missing today.
#[must_use]
pub fn open(sources: &Sources) -> Vec<Open> {
    control::open(sources, today())
}
