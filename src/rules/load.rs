//! From the files of a folder to a whole rule book and its words, or to everything that is wrong.

mod concepts;
mod names;
mod provisions;
mod requirement;
mod words;

use super::date::Date;
use super::problem::{Problem, Reader};
use super::source::{Files, Sources};
use super::{ConsequenceId, RuleBook};

pub use concepts::half_open;
use names::Names;
pub use words::{Language, Words};

/// A rule book with everything that was read to make it.
#[derive(Debug)]
pub struct Loaded {
    /// The law, ready to be judged by.
    pub book: RuleBook,
    /// What is said, in every language.
    pub words: Words,
    /// The files, for those who check or show them.
    pub sources: Sources,
}

/// Makes a rule book of the files.
///
/// # Errors
/// Every fault of every file, never only the first.
pub fn load(files: &Files) -> Result<Loaded, Vec<Problem>> {
    let (sources, mut problems) = Sources::read(files);
    let mut reader = Reader::default();
    let made = make(&sources, &mut reader);
    problems.extend(reader.finish());
    match made {
        Some((book, words)) if problems.is_empty() => Ok(Loaded { book, words, sources }),
        _ => Err(problems),
    }
}

fn make(sources: &Sources, reader: &mut Reader) -> Option<(RuleBook, Words)> {
    let names = Names::collect(sources, reader);
    let mut words = Words::collect(sources, reader)?;
    let rule_set = reader.need(sources.rule_set.as_ref(), "filen regelsett.json mangler")?;
    reader.open("regelsett.json");
    let covers_from =
        reader.need(Date::parse_iso(&rule_set.covers_from), "`dekker-fra` må være en dato som 2015-07-01")?;
    let before = reader.need(names.consequence(&rule_set.before), "`før-det` må være en følge i folger.json")?;
    let book = RuleBook {
        covers_from,
        before: ConsequenceId(before),
        early_texts: words.early_count(),
        concepts: concepts::concepts(sources, &names, &mut words, reader),
        parts: concepts::parts(sources, &names, &mut words, reader),
        tables: concepts::tables(sources, reader),
        consequences: provisions::consequences(sources, &mut words),
        rules: provisions::rules(sources, &names, &mut words, reader),
        projects: provisions::projects(sources, &names, &mut words, reader),
        texts: words.count(),
    };
    let checked = book.checked().map_err(|fault| reader.fault(format!("regelverket henger ikke sammen: {fault}")));
    Some((checked.ok()?, words))
}
