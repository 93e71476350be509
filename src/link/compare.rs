//! What a link was answered then, and what it would be answered today.

use crate::engine::{Situation, assess};
use crate::rules::RuleBook;
use crate::rules::compiled::{Unreadable, decode};
use crate::rules::date::Date;
use crate::rules::fields::write;
use crate::rules::in_order::in_order;
use crate::wording::headline::{Headline, headline, strictest};
use crate::wording::words::Words;

use super::{Fault, Link, Read, Untaken, read};

/// The rules of the day the link was made.
#[derive(Clone, Copy, Debug)]
pub enum Then<'a> {
    /// Today's are the same.
    Same,
    /// These.
    Artefact(&'a [u8]),
    /// They could not be fetched.
    Missing,
}

/// Lines of fields, the sort of line first:
///
/// ```text
/// feil        <why the link cannot be opened>
/// regler      samme | andre | eldre-form | skadet | mangler
/// da          <outcome> <words> <day>          absent where the rules of then cannot be read
/// nå          <outcome> <words> <day>          absent where nothing of the link is known today
/// likt        ja | nei | krav                  absent where either is; `krav`: the same answer, but something else follows
/// del         <kind of work> <words then> <words now>
/// ukjent      tiltak | spørsmål | svar | utregning <what> <the answer>
/// ```
///
/// A kind of work that has not begun is judged by the rules of the day of the link, and by those of today. What a municipality
/// requires of its own is no part of what is published: both are tightened by what it says today, and `book` already is.
#[must_use]
pub fn compare(words: &Words, book: &RuleBook, today: Date, then: Then, text: &str) -> String {
    let mut lines = String::new();
    match read(book, text) {
        Err(fault) => write(&mut lines, &["feil", fault.key()]),
        Ok(now) => told(&mut lines, words, book, today, then, &now, text),
    }
    lines
}

fn told(lines: &mut String, words: &Words, book: &RuleBook, today: Date, then: Then, now: &Read, text: &str) {
    let before = of_then(words, book, then, text);
    write(lines, &["regler", before.as_ref().map_or_else(|why| *why, |_| name(then))]);
    let answers = before.as_ref().ok().map(|before| judged(before.book(book), before.link(), before.link().day));
    let answers_now = judged(book, &now.link, today);
    let day_then = now.link.case.start.unwrap_or(now.link.day).iso();
    let day_now = now.link.case.start.unwrap_or(today).iso();
    if let Some(then) = &answers {
        said(lines, words, "da", then, &day_then, is_begun(now));
    }
    said(lines, words, "nå", &answers_now, &day_now, is_begun(now));
    if let Some(then) = answers.filter(|then| !then.is_empty() && !answers_now.is_empty()) {
        write(lines, &["likt", likeness(&then, &answers_now, now.untaken.is_empty())]);
        each(lines, words, &then, &answers_now, is_begun(now));
    }
    for untaken in &now.untaken {
        unknown(lines, words, book, untaken);
    }
}

const fn name(then: Then) -> &'static str {
    match then {
        Then::Same => "samme",
        Then::Artefact(_) => "andre",
        Then::Missing => "mangler",
    }
}

/// The rules of then, and the link as they read it.
enum Before {
    Same(Link),
    Other(RuleBook, Link),
}

impl Before {
    const fn book<'a>(&'a self, today: &'a RuleBook) -> &'a RuleBook {
        match self {
            Self::Same(_) => today,
            Self::Other(book, _) => book,
        }
    }

    const fn link(&self) -> &Link {
        match self {
            Self::Same(link) | Self::Other(_, link) => link,
        }
    }
}

/// A link that the rules it names do not wholly know was not made by them; nothing is said of what it was answered.
fn of_then(words: &Words, book: &RuleBook, then: Then, text: &str) -> Result<Before, &'static str> {
    let whole = |read: Result<Read, Fault>| read.ok().filter(|read| read.untaken.is_empty()).ok_or("skadet");
    match then {
        Then::Missing => Err("mangler"),
        Then::Same => Ok(Before::Same(whole(read(book, text))?.link)),
        Then::Artefact(bytes) => {
            let mut book = decode(bytes).map_err(|why| match why {
                Unreadable::OtherVersion => "eldre-form",
                Unreadable::NotRules | Unreadable::Damaged => "skadet",
            })?;
            let link = whole(read(&book, text))?.link;
            book.tighten(&words.own);
            Ok(Before::Other(book, link))
        }
    }
}

/// A kind of work, and what follows for it.
#[derive(Eq, PartialEq)]
struct Told {
    project: String,
    follows: Vec<String>,
}

/// Each kind of work with its answer. Names, for the same thing may have another place in other rules.
type Answers = Vec<(Told, Headline)>;

fn judged(book: &RuleBook, link: &Link, day: Date) -> Answers {
    let day = link.case.start.unwrap_or(day);
    let parts = link.case.parts.iter().filter_map(|part| {
        let project = book.projects.get(part.project)?;
        let verdict = assess(&Situation::new(book, project, &part.answers, day));
        let follows = verdict.follows.iter().map(|follows| book.consequence(follows.consequence).id.clone());
        let mut follows: Vec<String> = follows.collect();
        in_order(&mut follows, |one, other| one > other);
        follows.dedup();
        Some((Told { project: project.id.clone(), follows }, headline(book, &verdict)))
    });
    parts.collect()
}

fn likeness(then: &Answers, now: &Answers, all_taken: bool) -> &'static str {
    let same = then.len() == now.len() && then.iter().zip(now).all(|((_, then), (_, now))| then == now);
    match (all_taken && then == now, all_taken && same) {
        (true, _) => "ja",
        (_, true) => "krav",
        _ => "nei",
    }
}

const fn is_begun(read: &Read) -> bool {
    read.link.case.start.is_some()
}

fn said(lines: &mut String, words: &Words, sort: &str, answers: &Answers, day: &str, begun: bool) {
    if !answers.is_empty() {
        let (_, headline) = strictest(answers);
        write(lines, &[sort, headline.outcome(), &headline_words(words, headline, begun), day]);
    }
}

fn each(lines: &mut String, words: &Words, then: &Answers, now: &Answers, begun: bool) {
    for (place, (Told { project, .. }, before)) in then.iter().enumerate() {
        let after = now.get(place).filter(|(other, _)| other.project == *project);
        let after = after.map(|(_, headline)| headline_words(words, *headline, begun)).unwrap_or_default();
        write(lines, &["del", &words.word_of("tiltak.", project), &headline_words(words, *before, begun), &after]);
    }
}

/// The headline without the mark that leads to what is below it on the page.
pub(crate) fn headline_words(words: &Words, headline: Headline, begun: bool) -> String {
    let key = [headline.key(), if begun { "-ferdig" } else { "" }].concat();
    words.word(&key).trim_end_matches(':').to_owned()
}

fn unknown(lines: &mut String, words: &Words, book: &RuleBook, untaken: &Untaken) {
    let name = |id| {
        let concept = book.concept(id);
        // The words of work that has not been fetched are blank.
        Some(words.text(concept.name)).filter(|name| !name.is_empty()).unwrap_or(&concept.id)
    };
    match untaken {
        Untaken::Project(id) => write(lines, &["ukjent", "tiltak", &shown(id), ""]),
        Untaken::Concept(id) => write(lines, &["ukjent", "spørsmål", &shown(id), ""]),
        Untaken::Answer(id, value) => write(lines, &["ukjent", "svar", name(*id), &shown(value)]),
        Untaken::Derivation(id) => write(lines, &["ukjent", "utregning", name(*id), ""]),
    }
}

/// What stood in a link, as far as a name or a number may be long, and without anything that could be taken for a sentence.
fn shown(told: &str) -> String {
    const LONGEST: usize = 40;
    let is_name = |sign: &char| sign.is_alphanumeric() || ['-', ',', '.'].contains(sign);
    told.chars().filter(is_name).take(LONGEST).collect()
}
