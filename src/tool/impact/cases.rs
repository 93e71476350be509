//! Real cases, each judged on both sides, in pieces of the file that all cores share.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread;

use serde_json::value::RawValue;

use crate::engine::{Situation, assess};
use crate::review::case;
use crate::review::impact::wire::{CaseFault, CaseLine, Cases, CountLine};
use crate::review::impact::{Ending, Side};
use crate::review::symbolic::{UNDECIDED, number};
use crate::tool::assess::request::{Request, read};
use crate::tool::failure::Failure;

use super::cores;
use super::progress::Progress;
use super::quick::{self, Quick};

/// How much of the file one core takes at a time.
const PIECE: usize = 1 << 20;
/// How many faulty lines are told.
const FAULTS: usize = 20;

/// Judges every case of a file on both sides, each as if its works began on that side's day.
pub(super) fn compare(path: &Path, old: Side, new: Side) -> Result<Cases, Failure> {
    let failed = |error: io::Error| Failure(format!("filen {} kan ikke leses: {error}", path.display()));
    let file = File::open(path).map_err(failed)?;
    let progress = Progress::new("saker", file.metadata().map_or(0, |about| about.len()));
    let source = Mutex::new(Pieces { input: BufReader::with_capacity(PIECE, file), line: 1 });
    let work = || worked_through(&source, &progress, old, new);
    let tallies: Vec<io::Result<Tally>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores()).map(|_| scope.spawn(work)).collect();
        let stopped = || Err(io::Error::other("en av trådene stoppet"));
        workers.into_iter().map(|worker| worker.join().unwrap_or_else(|_| stopped())).collect()
    });
    progress.end();
    let mut all = Tally::default();
    for tally in tallies {
        all.add(tally.map_err(failed)?);
    }
    Ok(all.cases())
}

/// The file, read piece by piece; each piece is whole lines.
struct Pieces<R> {
    input: R,
    line: usize,
}

impl<R: BufRead> Pieces<R> {
    /// The next piece and the number of its first line; empty at the end.
    fn next(&mut self) -> io::Result<(usize, Vec<u8>)> {
        let mut piece = Vec::with_capacity(PIECE + 4_096);
        self.input.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
        if !piece.is_empty() && !piece.ends_with(b"\n") {
            self.input.read_until(b'\n', &mut piece)?;
        }
        let first = self.line;
        self.line += piece.split(|byte| *byte == b'\n').count().saturating_sub(1);
        Ok((first, piece))
    }
}

fn worked_through<R: BufRead>(source: &Mutex<Pieces<R>>, done: &Progress, old: Side, new: Side) -> io::Result<Tally> {
    let mut tally = Tally::default();
    let (mut quick_old, mut quick_new) = (Quick::new(old), Quick::new(new));
    loop {
        let (first, piece) = source.lock().unwrap_or_else(PoisonError::into_inner).next()?;
        if piece.is_empty() {
            return Ok(tally);
        }
        for (line, text) in (first..).zip(piece.split(|byte| *byte == b'\n')) {
            let text = text.trim_ascii();
            let plain = core::str::from_utf8(text).ok();
            match plain.and_then(|text| quick::judge(text, &mut quick_old, &mut quick_new)) {
                Some(said) => tally.keep(line, said.id, said.project, said.from, said.to),
                None => tally.judge(line, text, old, new),
            }
        }
        done.add(piece.len() as u64);
    }
}

/// What has been found so far.
#[derive(Default)]
struct Tally {
    read: u64,
    faulty: u64,
    counts: BTreeMap<(String, Ending, Ending), u64>,
    lines: Vec<CaseLine>,
    faults: Vec<CaseFault>,
}

impl Tally {
    fn judge(&mut self, line: usize, text: &[u8], old: Side, new: Side) {
        let text = if line == 1 { text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text) } else { text };
        if text.is_empty() {
            return;
        }
        let Ok(text) = core::str::from_utf8(text) else {
            return self.fault(line, "linjen er ikke i tegnsettet UTF-8".to_owned());
        };
        let (id, request) = read(text);
        let endings = request.map_err(faults).and_then(|request| {
            let endings = (ending(old, &request)?, ending(new, &request)?);
            Ok((request.project, endings))
        });
        match endings {
            Ok((project, (from, to))) => self.keep(line, id.as_deref(), project, from, to),
            Err(message) => self.fault(line, message),
        }
    }

    fn keep(&mut self, line: usize, id: Option<&RawValue>, project: String, from: Ending, to: Ending) {
        self.read += 1;
        if from == to {
            return;
        }
        *self.counts.entry((project.clone(), from, to)).or_default() += 1;
        let id = id.map(ToOwned::to_owned);
        self.lines.push(CaseLine { line, id, project, from: from.words(), to: to.words() });
    }

    fn fault(&mut self, line: usize, message: String) {
        self.faulty += 1;
        // Pieces come in their order, so the first faults of each core are among the first of all.
        if self.faults.len() < FAULTS {
            self.faults.push(CaseFault { line, message });
        }
    }

    fn add(&mut self, other: Self) {
        self.read += other.read;
        self.faulty += other.faulty;
        for (way, count) in other.counts {
            *self.counts.entry(way).or_default() += count;
        }
        self.lines.extend(other.lines);
        self.faults.extend(other.faults);
    }

    fn cases(mut self) -> Cases {
        self.lines.sort_by_key(|case| case.line);
        self.faults.sort_by_key(|fault| fault.line);
        self.faults.truncate(FAULTS);
        let counts = self.counts.into_iter();
        let counts =
            counts.map(|((project, from, to), count)| CountLine { project, from: from.words(), to: to.words(), count });
        Cases {
            read: self.read,
            changed: self.lines.len() as u64,
            faulty: self.faulty,
            counts: counts.collect(),
            lines: self.lines,
            faults: self.faults,
        }
    }
}

fn ending(side: Side, request: &Request) -> Result<Ending, String> {
    let book = &side.rules.book;
    let project = book.find_project(&request.project);
    let project = project.ok_or_else(|| format!("`{}` er ikke et tiltak på begge sider", request.project))?;
    let answers = case::answers(book, Some(project), &request.answers).map_err(faults)?;
    let verdict = assess(&Situation::new(book, project, &answers, side.date));
    Ok(Ending::reached(verdict.outcome.map_or(UNDECIDED, number), verdict.may_start(book)))
}

fn faults(faults: Vec<case::Fault>) -> String {
    let faults = faults.into_iter().map(|fault| format!("{} {}", fault.field, fault.message).trim().to_owned());
    faults.collect::<Vec<_>>().join("; ")
}
