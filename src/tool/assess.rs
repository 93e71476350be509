//! `assess`: one case a line in, one verdict a line out, by the same engine as the widget's.
//!
//! A line that cannot be understood gets its faults instead of a verdict, and those that follow are still assessed.

mod lines;
pub(super) mod request;

use std::io::{self, Read, Write};

use serde_json::value::RawValue;

use crate::engine::{Situation, assess};
use crate::rules::RuleBook;
use crate::rules::date::Date;

use super::wire::{Body, FaultLine, Reply, VerdictLine, case_keys};
use crate::review::case::{self, Fault};
use crate::review::render::{Named, named};
use lines::{Line, Lines};
use request::{Request, read};

/// Assesses every case. Says whether all of them got a verdict.
///
/// # Errors
/// Where the input cannot be read or the output written.
pub fn stream(book: &RuleBook, edition: &str, input: impl Read, mut output: impl Write) -> io::Result<bool> {
    let mut lines = Lines::new(input);
    let mut all_well = true;
    while let Some((number, line)) = lines.next()? {
        if line.is_blank() {
            continue;
        }
        let (id, said) = say(book, &line);
        all_well &= said.is_ok();
        write(&mut output, number, id.as_deref(), &said, edition)?;
        if lines.would_wait() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(all_well)
}

fn say(book: &RuleBook, line: &Line) -> (Option<Box<RawValue>>, Result<Named, Vec<Fault>>) {
    let text = match line {
        Line::Text(text) => text,
        Line::NotUtf8 => return (None, whole("linjen er ikke i tegnsettet UTF-8")),
        Line::TooLong => return (None, whole("linjen er lengre enn en million tegn; skriv én sak på hver linje")),
    };
    let (id, request) = read(text);
    (id, request.and_then(|request| verdict(book, &request)))
}

fn whole<T>(message: &str) -> Result<T, Vec<Fault>> {
    Err(vec![Fault { field: String::new(), message: message.to_owned() }])
}

/// All faults at once: what is built, the day and the answers.
fn verdict(book: &RuleBook, request: &Request) -> Result<Named, Vec<Fault>> {
    let project = book.find_project(&request.project);
    let date = Date::parse_iso(&request.date);
    let answers = case::answers(book, project, &request.answers);
    let (Some(project), Some(date), Ok(answers)) = (project, date, &answers) else {
        let mut faults = Vec::new();
        if project.is_none() {
            let message = format!("`{}` er ikke et tiltak; kommandoen `begreper` viser alle", request.project);
            faults.push(Fault { field: case_keys::PROJECT.to_owned(), message });
        }
        if date.is_none() {
            let message = format!("\"{}\" er ikke en dato; skriv den som 2026-11-21", request.date);
            faults.push(Fault { field: case_keys::DATE.to_owned(), message });
        }
        faults.extend(answers.err().into_iter().flatten());
        return Err(faults);
    };
    Ok(named(book, &assess(&Situation::new(book, project, answers, date))))
}

fn write(
    output: &mut impl Write,
    line: usize,
    id: Option<&RawValue>,
    said: &Result<Named, Vec<Fault>>,
    edition: &str,
) -> io::Result<()> {
    let body = match said {
        Ok(named) => Body::Verdict(VerdictLine::new(named, edition)),
        Err(faults) => {
            let faults = faults.iter().cloned().map(|fault| FaultLine::new(line, fault));
            Body::Faults { faults: faults.collect() }
        }
    };
    serde_json::to_writer(&mut *output, &Reply { id, body })?;
    output.write_all(b"\n")
}
