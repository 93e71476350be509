//! From the files of a folder to a whole rule book and its words, or to everything that is wrong.

mod concepts;
mod drawn;
mod levers;
mod names;
mod provisions;
mod requirement;
mod structure;
mod words;
mod workings;

use std::collections::BTreeSet;

use super::code::Code;
use super::date::Date;
use super::path::Path;
use super::problem::{Finding, Problem, Reader};
use super::source::{Files, Sources};
use super::with_later::WithLater;
use super::working::Working;
use super::{ConsequenceId, Rule, RuleBook};

pub use concepts::half_open;
use names::Names;
pub use words::{Language, Shelf, Words};

/// A rule book with everything that was read to make it.
#[derive(Debug)]
pub struct Loaded {
    /// The law, ready to be judged by.
    pub book: RuleBook,
    /// What is said, in every language.
    pub words: Words,
    /// What is compiled for the module that comes along later, but for the workings.
    pub with_later: WithLater,
    /// How numbers can be worked out, in every language.
    workings: [Vec<Working>; 3],
    /// The files, for those who check or show them.
    pub sources: Sources,
}

impl Loaded {
    /// How numbers can be worked out, in the words of a language.
    #[must_use]
    pub fn workings(&self, language: Language) -> &[Working] {
        let [nb, nn, en] = &self.workings;
        match language {
            Language::Nb => nb,
            Language::Nn => nn,
            Language::En => en,
        }
    }
}

/// Makes a rule book of the files.
///
/// # Errors
/// Every fault of every file, never only the first.
pub fn load(files: &Files) -> Result<Loaded, Vec<Problem>> {
    read(files).map_err(|(sources, findings)| sources.locate(findings))
}

/// The same, for those who look for more faults in what could be read.
///
/// # Errors
/// What was read, and every fault.
pub fn read(files: &Files) -> Result<Loaded, (Box<Sources>, Vec<Finding>)> {
    let (sources, mut findings) = Sources::read(files);
    let mut reader = Reader::default();
    let made = make(&sources, &mut reader);
    findings.extend(reader.finish());
    if made.is_none() && findings.is_empty() {
        findings.push(Finding::new(Code::WrongShape, "regelsett.json", Path::default(), "reglene henger ikke sammen"));
    }
    match made {
        Some((book, words, with_later, workings)) if findings.is_empty() => {
            Ok(Loaded { book, words, with_later, workings, sources })
        }
        _ => Err((Box::new(sources), findings)),
    }
}

/// The files without which there is no rule book.
const NEEDED: [&str; 4] = ["folger.json", "grensesnitt.json", "regelsett.json", "steg.json"];

/// What is made of the files.
type Made = (RuleBook, Words, WithLater, [Vec<Working>; 3]);

fn make(sources: &Sources, reader: &mut Reader) -> Option<Made> {
    for file in NEEDED.into_iter().filter(|file| !sources.has(file)) {
        reader.open(file);
        reader.fault(Code::MissingFile, "filen mangler; hent den tilbake eller lag den på nytt");
    }
    let names = Names::collect(sources, reader);
    let mut words = Words::collect(sources);
    let frame = frame(sources, &names, reader);
    let book = RuleBook {
        covers_from: Date::FIRST,
        before: ConsequenceId(0),
        early_texts: words.early_count(),
        concepts: concepts::concepts(sources, &names, &mut words, reader),
        parts: concepts::parts(sources, &names, &mut words, reader),
        tables: concepts::tables(sources, reader),
        consequences: provisions::consequences(sources, &mut words),
        rules: provisions::rules(sources, &names, &mut words, reader),
        projects: provisions::projects(sources, &names, &mut words, reader),
        texts: words.count(),
        days: Vec::new(),
    };
    let levers = levers::levers(sources, &names, reader);
    let drawn = drawn::drawn(sources, &names, &book.projects, reader);
    let workings = workings::workings(sources, &names, &words, reader);
    structure::check(sources, reader);
    let (covers_from, before) = frame?;
    let days = days(&book.rules);
    let book = RuleBook { covers_from, before, days, ..book };
    // Whatever can be wrong has been told by now, with its place; this only keeps the promise of the type.
    book.checked().ok().map(|book| (book, words, WithLater { levers, drawn, workings: Vec::new() }, workings))
}

/// Every day on which a rule came into force.
fn days(rules: &[Rule]) -> Vec<Date> {
    let days: BTreeSet<Date> = rules.iter().flat_map(|rule| &rule.versions).map(|version| version.from).collect();
    days.into_iter().collect()
}

/// From when the rules hold, and what to say of earlier days.
fn frame(sources: &Sources, names: &Names, reader: &mut Reader) -> Option<(Date, ConsequenceId)> {
    let rule_set = sources.rule_set.as_ref()?;
    reader.open("regelsett.json");
    let covers_from = reader.at("dekker-fra", |reader| date(&rule_set.covers_from, reader));
    let before = reader.at("før-det", |reader| {
        let message =
            format!("`{}` finnes ikke i folger.json; rett skrivemåten eller legg til følgen der", rule_set.before);
        reader.need(names.consequence(&rule_set.before), Code::UnknownConsequence, message)
    });
    covers_from.zip(before.map(ConsequenceId))
}

/// Reads a date as files write it.
fn date(text: &str, reader: &mut Reader) -> Option<Date> {
    let message = format!("\"{text}\" er ikke en dato i kalenderen; skriv den som 2021-05-01");
    reader.need(Date::parse_iso(text), Code::NotADate, message)
}
