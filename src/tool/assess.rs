//! `assess`: one case a line in, one verdict a line out, by the same engine as the widget's.
//!
//! A line that cannot be understood gets its faults instead of a verdict, and those that follow are still assessed.

mod lines;
pub(super) mod request;

use std::io::{self, Read, Write};

use serde_json::value::RawValue;

use crate::engine::{Situation, assess, remedies};
use crate::rules::RuleBook;
use crate::rules::date::Date;
use crate::rules::levers::Levers;

use super::wire::{Body, FaultLine, RemedyLine, Reply, VerdictLine, case_keys};
use crate::review::case::{self, Fault};
use crate::review::render::{Named, named};
use lines::{Line, Lines};
use request::{Request, read};

/// Assesses every case, and where there are levers tells what would make it better. Says whether all of them got a verdict.
///
/// # Errors
/// Where the input cannot be read or the output written.
pub fn stream(
    book: &RuleBook,
    levers: Option<&Levers>,
    edition: &str,
    input: impl Read,
    mut output: impl Write,
) -> io::Result<bool> {
    let mut lines = Lines::new(input);
    let mut all_well = true;
    while let Some((number, line)) = lines.next()? {
        if line.is_blank() {
            continue;
        }
        let (id, said) = say(book, levers, &line);
        all_well &= said.is_ok();
        write(&mut output, number, id.as_deref(), &said, edition)?;
        if lines.would_wait() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(all_well)
}

/// A verdict, and what would make it better where that was asked for.
struct Said {
    named: Named,
    remedies: Option<Vec<RemedyLine>>,
}

fn say(book: &RuleBook, levers: Option<&Levers>, line: &Line) -> (Option<Box<RawValue>>, Result<Said, Vec<Fault>>) {
    let text = match line {
        Line::Text(text) => text,
        Line::NotUtf8 => return (None, whole("linjen er ikke i tegnsettet UTF-8")),
        Line::TooLong => return (None, whole("linjen er lengre enn en million tegn; skriv én sak på hver linje")),
    };
    let (id, request) = read(text);
    (id, request.and_then(|request| verdict(book, levers, &request)))
}

fn whole<T>(message: &str) -> Result<T, Vec<Fault>> {
    Err(vec![Fault { field: String::new(), message: message.to_owned() }])
}

/// All faults at once: what is built, the day and the answers.
fn verdict(book: &RuleBook, levers: Option<&Levers>, request: &Request) -> Result<Said, Vec<Fault>> {
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
    let situation = Situation::new(book, project, answers, date);
    let verdict = assess(&situation);
    let remedies = levers.map(|levers| remedies(&situation, &verdict, levers));
    let remedies = remedies.map(|all| all.iter().map(|remedy| RemedyLine::new(book, remedy)).collect());
    Ok(Said { named: named(book, &verdict), remedies })
}

fn write(
    output: &mut impl Write,
    line: usize,
    id: Option<&RawValue>,
    said: &Result<Said, Vec<Fault>>,
    edition: &str,
) -> io::Result<()> {
    let body = match said {
        Ok(Said { named, remedies }) => Body::Verdict(VerdictLine::new(named, remedies.as_deref(), edition)),
        Err(faults) => {
            let faults = faults.iter().cloned().map(|fault| FaultLine::new(line, fault));
            Body::Faults { faults: faults.collect() }
        }
    };
    serde_json::to_writer(&mut *output, &Reply { id, body })?;
    output.write_all(b"\n")
}
