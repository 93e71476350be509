//! `check --ordlyd`: the quoted wording against a fresh text of the law.

use std::fs;
use std::path::Path;

use crate::review::wording::{Changed, Compared, compare};

use super::clock::today;
use super::failure::Failure;
use super::files;

/// Compares what is in force today with the text in a file.
///
/// # Errors
/// Where the rules or the file cannot be read.
pub fn compare_with(root: &Path, file: &Path) -> Result<Compared, Failure> {
    let loaded = files::load(root)?;
    let text = fs::read_to_string(file)
        .map_err(|error| Failure(format!("filen {} kan ikke leses: {error}", file.display())))?;
    Ok(compare(&loaded.sources, today(), &text))
}

/// What was found, in words.
#[must_use]
pub fn told(compared: &Compared) -> String {
    let mut told: Vec<String> = compared.changed.iter().map(change).collect();
    let mut changed: Vec<&str> = compared.changed.iter().map(|changed| changed.provision.as_str()).collect();
    changed.dedup();
    if !compared.absent.is_empty() {
        told.push(format!("Står ikke i filen, og er ikke sammenlignet: {}\n", compared.absent.join("; ")));
    }
    let (same, count) = (compared.same, compared.changed.len());
    told.push(match changed.as_slice() {
        [] if same == 0 => "Ingen setninger er sammenlignet; er dette teksten til et av regelverkene?\n".to_owned(),
        [] => format!("{same} setninger står ordrett i filen. Ingen er endret\n"),
        changed => format!("{same} setninger står ordrett i filen. {count} er endret, i {}\n", changed.join("; ")),
    });
    told.concat()
}

fn change(Changed { provision, file, quoted, nearest }: &Changed) -> String {
    let nearest = nearest.as_ref().map_or_else(|| "ingen setning som ligner".to_owned(), |text| format!("«{text}»"));
    format!("{provision} er endret (rules/{file}):\n  hos oss: «{quoted}»\n  i filen: {nearest}\n")
}
