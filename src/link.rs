//! A case as a link: what stands after the `#` of an address, so that no server sees it.
//!
//! ```text
//! bus=1&regler=F49hPwcICi1Q&dag=2026-11-22&tiltak=garasje&bredde=6,2&~areal=6,2+×+8&kjeller=nei&sjekk=0f3a91c2
//! ```
//!
//! The form's version, the first letters of the hash of the rules, the day, when the works began, and for each kind of work
//! its answers by the names of the rule files; with a `~` before it, how a number was come by. Written to be read by people,
//! and by whatever rules there are in ten years: what these do not know is told by name, and never dropped in silence.
//!
//! The last field is a sum of all the others. Mail programs cut links, and a case with half its answers is another case.

pub mod compare;
pub mod json;
mod marks;
mod value;

use crate::engine::case::Part;
use crate::engine::{Answers, Case};
use crate::rules::date::Date;
use crate::rules::digits::count;
use crate::rules::{ConceptId, RuleBook};

use marks::{Pair, pairs, push, sum};
use value::{answer, written};

/// The version of the form.
const VERSION: &str = "1";
/// The longest that is read. Thirty kinds of work with all their answers are shorter.
const LONGEST: usize = 20_000;
/// How many letters and digits of a hash stand in a file's name.
pub const HASH: usize = 12;
/// The longest way to come by a number.
const LONGEST_DERIVATION: usize = 600;

const FORM: &str = "bus";
const RULES: &str = "regler";
const DAY: &str = "dag";
const BEGUN: &str = "begynt";
const SHOWN: &str = "vis";
const PROJECT: &str = "tiltak";
const CONTINUED: &str = "videre";
const SUM: &str = "sjekk";
/// Names that no concept may have.
pub const RESERVED: [&str; 8] = [FORM, RULES, DAY, BEGUN, SHOWN, PROJECT, CONTINUED, SUM];
/// What stands before the name of a concept whose number was worked out.
const WORKED_OUT: char = '~';

/// What a link says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Link {
    /// The case.
    pub case: Case,
    /// How numbers were come by.
    pub derivations: Vec<Derivation>,
    /// The letters and digits of the hash that name the file of the rules it was judged by.
    pub rules: String,
    /// The day it was judged.
    pub day: Date,
}

/// How a number was come by.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Derivation {
    /// The kind of work, by its place among the parts.
    pub part: usize,
    /// Which number.
    pub concept: ConceptId,
    /// The working: numbers, signs and units.
    pub working: String,
}

/// A link that has been read, and what in it the rules do not know.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Read {
    /// What could be taken.
    pub link: Link,
    /// What could not, in the order of the link.
    pub untaken: Vec<Untaken>,
}

/// Something that the rules do not know, by the name it has in the link.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Untaken {
    /// A kind of work, with all its answers.
    Project(String),
    /// A question.
    Concept(String),
    /// An answer to a question that there still is.
    Answer(ConceptId, String),
    /// A working that is no working.
    Derivation(ConceptId),
}

/// Why a link cannot be opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fault {
    /// It is none of ours.
    NotOurs,
    /// It was made by a newer guide.
    Newer,
    /// It is longer than any case.
    TooLong,
    /// It was cut, or something in it was changed.
    Damaged,
}

impl Fault {
    /// The name under which its words stand.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotOurs => "ikke-lenke",
            Self::Newer => "nyere",
            Self::TooLong => "for-lang",
            Self::Damaged => "ødelagt",
        }
    }
}

/// The part of the hash that a link and a file's name hold: its first letters and digits.
#[must_use]
pub fn in_name(hash: &str) -> String {
    hash.chars().filter(char::is_ascii_alphanumeric).take(HASH).collect()
}

/// A link to a case, without the `#`.
#[must_use]
pub fn write(book: &RuleBook, link: &Link) -> String {
    let mut text = String::new();
    push(&mut text, FORM, VERSION);
    push(&mut text, RULES, &link.rules);
    push(&mut text, DAY, &link.day.iso());
    if let Some(start) = link.case.start {
        push(&mut text, BEGUN, &start.iso());
    }
    if link.case.place > 0 {
        push(&mut text, SHOWN, &count(link.case.place + 1));
    }
    for (place, part) in link.case.parts.iter().enumerate() {
        let of_part: Vec<&Derivation> = link.derivations.iter().filter(|derivation| derivation.part == place).collect();
        write_part(book, part, &of_part, &mut text);
    }
    let sum = sum(&pairs(&text));
    push(&mut text, SUM, &sum);
    text
}

fn write_part(book: &RuleBook, part: &Part, derivations: &[&Derivation], text: &mut String) {
    let Some(project) = book.projects.get(part.project) else { return };
    push(text, PROJECT, &project.id);
    if part.continued {
        push(text, CONTINUED, "ja");
    }
    for (id, answer) in part.answers.iter() {
        let Some(concept) = book.concepts.get(id.index()) else { continue };
        let Some(value) = written(concept, answer) else { continue };
        push(text, &concept.id, &value);
        let working = derivations.iter().find(|derivation| derivation.concept == id);
        if let Some(working) = working.filter(|derivation| is_working(&derivation.working)) {
            push(text, &[&WORKED_OUT.to_string(), concept.id.as_str()].concat(), &working.working);
        }
    }
}

/// Whether this has the form of a working: `bya:lengde=7,0/3,0;bredde=5,5/2,0`. A link is written by anybody and shown on a
/// municipality's page, so a working is never shown as it stands: [`crate::coach::lines::told`] makes the account anew, and of
/// what it does not know it tells nothing.
#[must_use]
pub fn is_working(text: &str) -> bool {
    let fits = |sign: char| sign.is_ascii_alphanumeric() || "/:=;,.%-+".contains(sign);
    let short = text.len() <= LONGEST_DERIVATION;
    short && text.contains(':') && text.chars().all(fits)
}

/// Reads a link by some rules. It need not have been written by the same.
///
/// # Errors
/// Where it is not a whole link.
pub fn read(book: &RuleBook, text: &str) -> Result<Read, Fault> {
    let text = text.trim();
    let text = text.strip_prefix('#').unwrap_or(text);
    if text.len() > LONGEST {
        return Err(Fault::TooLong);
    }
    let mut fields = whole(pairs(text))?.into_iter().peekable();
    let mut head = Head::default();
    while let Some(field) = fields.next_if(|field| field.key != PROJECT) {
        head.take(field)?;
    }
    let (Some(rules), Some(day)) = (head.rules, head.day) else { return Err(Fault::Damaged) };
    let mut reader = Reader { book, case: Case { start: head.start, ..Case::default() }, ..Reader::new(book) };
    for field in fields {
        reader.take(field);
    }
    let last = reader.case.parts.len().saturating_sub(1);
    reader.case.place = head.shown.min(last);
    let link = Link { case: reader.case, derivations: reader.derivations, rules, day };
    Ok(Read { link, untaken: reader.untaken })
}

/// The fields, if all of them are there as they were written.
fn whole(mut fields: Vec<Pair>) -> Result<Vec<Pair>, Fault> {
    match fields.first() {
        Some(first) if first.key == FORM && first.value == VERSION => {}
        Some(first) if first.key == FORM && first.value.bytes().all(|sign| sign.is_ascii_digit()) => {
            return Err(Fault::Newer);
        }
        _ => return Err(Fault::NotOurs),
    }
    let end = fields.iter().position(|field| field.key == SUM).ok_or(Fault::Damaged)?;
    let told = fields.split_off(end).into_iter().next().ok_or(Fault::Damaged)?;
    // A full stop or a bracket after an address often comes with it.
    if told.value.starts_with(&sum(&fields)) { Ok(fields) } else { Err(Fault::Damaged) }
}

/// What stands before the first kind of work.
#[derive(Default)]
struct Head {
    rules: Option<String>,
    day: Option<Date>,
    start: Option<Date>,
    shown: usize,
}

impl Head {
    fn take(&mut self, field: Pair) -> Result<(), Fault> {
        match field.key.as_str() {
            // It becomes a part of a file's name.
            RULES if field.value.len() == HASH && field.value.bytes().all(|sign| sign.is_ascii_alphanumeric()) => {
                self.rules = Some(field.value);
            }
            DAY => self.day = Some(day(&field)?),
            BEGUN => self.start = Some(day(&field)?),
            SHOWN => self.shown = field.value.parse::<usize>().map_err(|_| Fault::Damaged)?.saturating_sub(1),
            FORM => {}
            _ => return Err(Fault::Damaged),
        }
        Ok(())
    }
}

fn day(field: &Pair) -> Result<Date, Fault> {
    Date::parse_iso(&field.value).ok_or(Fault::Damaged)
}

/// What has been read of the kinds of work.
struct Reader<'a> {
    book: &'a RuleBook,
    case: Case,
    derivations: Vec<Derivation>,
    untaken: Vec<Untaken>,
    /// Whether the fields belong to a kind of work that is not known.
    passing: bool,
}

impl<'a> Reader<'a> {
    fn new(book: &'a RuleBook) -> Self {
        Self { book, case: Case::default(), derivations: Vec::new(), untaken: Vec::new(), passing: false }
    }

    fn take(&mut self, field: Pair) {
        if field.key == PROJECT {
            return self.project(field.value);
        }
        let place = self.case.parts.len().saturating_sub(1);
        let Some(part) = self.case.parts.get_mut(place).filter(|_| !self.passing) else { return };
        if field.key == CONTINUED {
            part.continued = field.value == "ja";
            return;
        }
        let name = field.key.strip_prefix(WORKED_OUT);
        let Some(id) = self.book.find_concept(name.unwrap_or(&field.key)) else {
            return self.untaken.push(Untaken::Concept(field.key));
        };
        match name {
            Some(_) if is_working(&field.value) => {
                self.derivations.push(Derivation { part: place, concept: id, working: field.value });
            }
            Some(_) => self.untaken.push(Untaken::Derivation(id)),
            None => match answer(self.book.concept(id), &field.value) {
                Some(answer) => part.answers.set(id, answer),
                None => self.untaken.push(Untaken::Answer(id, field.value)),
            },
        }
    }

    fn project(&mut self, id: String) {
        let known = self.book.projects.iter().position(|project| project.id == id && !project.is_blank());
        self.passing = known.is_none();
        match known {
            Some(project) => {
                self.case.parts.push(Part { project, answers: Answers::new(), continued: false });
            }
            None => self.untaken.push(Untaken::Project(id)),
        }
    }
}
