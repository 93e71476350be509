//! `impact`: what a change of the rules does to the answers, and to real cases.

mod cases;
mod progress;
mod quick;
pub mod request;
mod revision;
mod sides;
mod wire;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::review::impact::wire::{Cases, Document};
use crate::review::impact::{self, Impact, Kind, Side};

use super::failure::Failure;
use progress::Progress;
use request::{Format, Request};
use sides::Sides;

/// Compares two sides; returns what to print.
///
/// # Errors
/// Says which side cannot be read, and how to mend it.
pub fn impact(root: &Path, request: &Request) -> Result<String, Failure> {
    let sides = Sides::read(root, request)?;
    let (old, new) = (sides.before(), sides.after());
    let found = compare(old, new);
    let cases = request.cases.as_ref().map(|file| cases::compare(file, old, new)).transpose()?;
    let (from, to) = (&sides.names.0, &sides.names.1);
    Ok(match request.format {
        Format::Text => {
            format!("{}{}", impact::text(&found, from, to, request.rows), cases.as_ref().map_or_else(String::new, text))
        }
        Format::Markdown => {
            format!("{}{}", impact::page(&found, from, to, request.rows), cases.as_ref().map_or_else(String::new, page))
        }
        Format::Json => json(&Document::new(&found, from, to, cases))?,
    })
}

fn json(document: &Document) -> Result<String, Failure> {
    let json = serde_json::to_string_pretty(document).map_err(|error| Failure(error.to_string()))?;
    Ok(json + "\n")
}

/// How many threads there is room for.
fn cores() -> usize {
    thread::available_parallelism().map_or(1, core::num::NonZero::get)
}

/// Each core takes the next kind of work until none is left.
fn compare(old: Side, new: Side) -> Impact {
    let kinds = impact::kinds(old, new);
    let (next, progress) = (AtomicUsize::new(0), Progress::new("tiltak", kinds.len() as u64));
    let work = || {
        let mut found: Vec<(usize, Kind)> = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(id) = kinds.get(place) else { return found };
            found.push((place, impact::kind(old, new, id)));
            progress.add(1);
        }
    };
    let mut found: Vec<(usize, Kind)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores()).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    progress.end();
    found.sort_by_key(|(place, _)| *place);
    Impact { kinds: found.into_iter().map(|(_, kind)| kind).collect() }
}

/// How many cases are named in a text; all of them are in the JSON.
const NAMED: usize = 20;

fn text(cases: &Cases) -> String {
    let mut lines = vec![String::new(), totals(cases)];
    for count in &cases.counts {
        lines.push(format!("  {}: {} → {}: {}", count.project, count.from, count.to, count.count));
    }
    for case in cases.lines.iter().take(NAMED) {
        let id = case.id.as_ref().map_or_else(String::new, |id| format!(" ({})", id.get()));
        lines.push(format!("  linje {}{id}: {}: {} → {}", case.line, case.project, case.from, case.to));
    }
    if cases.lines.len() > NAMED {
        lines.push(format!("  … og {} til; --format json viser alle", cases.lines.len() - NAMED));
    }
    lines.extend(cases.faults.iter().map(|fault| format!("  linje {}: {}", fault.line, fault.message)));
    lines.join("\n") + "\n"
}

fn totals(cases: &Cases) -> String {
    let Cases { read, changed, faulty, .. } = cases;
    let faulty = if *faulty == 0 { String::new() } else { format!(" {faulty} linjer kunne ikke leses som saker.") };
    format!("Av {read} saker får {changed} et annet svar.{faulty}")
}

fn page(cases: &Cases) -> String {
    let mut lines = vec!["## Virkelige saker".to_owned(), String::new(), totals(cases), String::new()];
    if !cases.counts.is_empty() {
        lines.extend(["| Tiltak | Fra → til | Saker |".to_owned(), "| --- | --- | ---: |".to_owned()]);
    }
    let rows = cases.counts.iter();
    lines.extend(rows.map(|row| format!("| {} | {} → {} | {} |", row.project, row.from, row.to, row.count)));
    lines.join("\n") + "\n"
}
