//! `check --mutanter`: whether the examples would notice any change of the rules. Uses all cores.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use crate::review::examples;
use crate::review::mutants::{Hole, Jury, Mutant, all};
use crate::rules::load::Loaded;

use super::failure::Failure;
use super::files;

/// How many mutants there are, and those that no example notices.
#[derive(Debug)]
pub struct Report {
    /// Mutants made.
    pub count: usize,
    /// What may be changed unnoticed, and what example to write.
    pub survivors: Vec<Hole>,
}

/// Tries every mutant of the rules in the folder that holds `rules/`.
///
/// # Errors
/// Where the rules cannot be read, or an example fails as they stand: then it would seem to notice every mutant.
pub fn mutants(root: &Path) -> Result<Report, Failure> {
    let loaded = files::load(root)?;
    match examples::run(&loaded).failures.len() {
        0 => Ok(survivors(&loaded)),
        fail => Err(Failure(format!("{fail} eksempler stemmer ikke med reglene; kjør check og rett dem først"))),
    }
}

/// Tries every mutant of the rules.
#[must_use]
pub fn survivors(loaded: &Loaded) -> Report {
    let jury = Jury::new(loaded);
    let mut mutants = all(loaded);
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = mutants.len().div_ceil(cores).max(1);
    let mut survivors: Vec<Hole> = thread::scope(|scope| {
        let parts = mutants.chunks_mut(share).map(|part| scope.spawn(|| missed(&jury, loaded, part)));
        let parts: Vec<_> = parts.collect();
        parts.into_iter().flat_map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    survivors.sort();
    Report { count: mutants.len(), survivors }
}

fn missed(jury: &Jury, loaded: &Loaded, mutants: &mut [Mutant]) -> Vec<Hole> {
    let mut book = loaded.book.clone();
    let missed = mutants.iter_mut().filter_map(|mutant| jury.misses(mutant, &mut book).then(|| mutant.hole.clone()));
    missed.collect()
}
