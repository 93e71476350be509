//! The rule files as read from a folder, before anything is made of them.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use unicode_normalization::is_nfc;

use super::code::Code;
use super::mend;
use super::outline::Spot;
use super::path::Path;
use super::problem::{Finding, Problem, Reader};
use super::take_away::wire::TakeAway;
use super::wire;

/// The text of every file, by its path in the rules folder.
pub type Files = BTreeMap<String, String>;

/// The files, each read as what its place says it is. Pairs are (path, content).
#[derive(Debug, Default)]
pub struct Sources {
    /// `begreper/`.
    pub concepts: Vec<(String, wire::ConceptFile)>,
    /// Dated rules, in every folder of a body of law.
    pub rules: Vec<(String, wire::Rule)>,
    /// `tiltak/`.
    pub projects: Vec<(String, wire::Project)>,
    /// `tabeller/`.
    pub tables: Vec<(String, wire::Table)>,
    /// `grunnlag/`.
    pub bases: Vec<(String, wire::BaseCase)>,
    /// `*.eksempler.json`, wherever they stand.
    pub examples: Vec<(String, wire::ExampleFile)>,
    /// `folger.json`.
    pub consequences: Option<wire::ConsequenceFile>,
    /// `steg.json`.
    pub steps: Option<wire::StepFile>,
    /// `regelsett.json`.
    pub rule_set: Option<wire::RuleSet>,
    /// `grensesnitt.json`.
    pub interface: Option<wire::Interface>,
    /// `senere/ta-med.json`, where there is one.
    pub take_away: Option<TakeAway>,
    /// `senere/tegning.json`, where there is one.
    pub drawing: Option<wire::Drawing>,
    /// `senere/`.
    pub later: Vec<(String, wire::LaterWords)>,
    /// `klarsprak.json`, where there is one.
    pub plain_language: Option<wire::PlainLanguage>,
    /// `regelbok.json`, where there is one.
    pub rule_book: Option<wire::RuleBookWords>,
    /// `senere/utregning.json`, where there is one.
    pub workings: Option<wire::WorkingFile>,
    /// The files as they were written, to look up lines in.
    files: Files,
    /// Places that could not be read, with something else put there instead.
    mended: Vec<(String, Path)>,
    /// What cannot be said, because a file that could not be read may be the reason.
    silenced: Vec<Code>,
}

impl Sources {
    /// Reads every file. What cannot be read is told, and left out or passed over.
    #[must_use]
    pub fn read(files: &Files) -> (Self, Vec<Finding>) {
        let mut reader = Reader::default();
        let mut sources = Self { files: files.clone(), ..Self::default() };
        for (path, text) in files {
            reader.open(path);
            if !is_nfc(text) {
                let message = "filen er ikke i Unicode-formen NFC; lagre den på nytt med sammensatte tegn (æ, ø, å)";
                reader.fault_at(first_not_nfc(text), Code::NotNfc, message);
            }
            sources.sort_in(path, text, &mut reader);
        }
        (sources, reader.finish())
    }

    fn sort_in(&mut self, path: &str, text: &str, reader: &mut Reader) {
        let to = &mut Shelf { path, text, reader, mended: &mut self.mended, silenced: &mut self.silenced };
        if path.ends_with(".eksempler.json") {
            return to.many(&mut self.examples, &[Code::NotBrokenAlone, Code::LimitUntried, Code::UnusedBase]);
        }
        match path {
            "folger.json" => to.one(&mut self.consequences, &[Code::UnknownConsequence]),
            "steg.json" => to.one(&mut self.steps, &[Code::Steps]),
            "regelsett.json" => to.one(&mut self.rule_set, &[Code::Shelves]),
            "klarsprak.json" => to.one(&mut self.plain_language, &[]),
            "regelbok.json" => to.one(&mut self.rule_book, &[]),
            // Read by the tool alone.
            "senere/start.json" | "senere/bilder.json" => to.one(&mut None::<Json>, &[]),
            "senere/utregning.json" => to.one(&mut self.workings, &[]),
            "grensesnitt.json" => to.one(&mut self.interface, &[]),
            "senere/ta-med.json" => to.one(&mut self.take_away, &[]),
            "senere/tegning.json" => to.one(&mut self.drawing, &[]),
            _ => match path.split('/').next().unwrap_or_default() {
                "begreper" => to.many(&mut self.concepts, &OF_CONCEPTS),
                "tiltak" => to.many(&mut self.projects, &[Code::UnknownProject, Code::Steps]),
                "tabeller" => to.many(&mut self.tables, &[Code::UnknownTable]),
                "senere" => to.many(&mut self.later, &[]),
                "grunnlag" => to.many(&mut self.bases, &[Code::UnknownBase, Code::NotAnswered]),
                // Not rules, but JSON.
                "skjema" | "kommuner.json" | "sjekkliste.json" => to.one(&mut None::<Json>, &[]),
                _ => to.many(&mut self.rules, &[Code::UnknownRule, Code::UnusedTable]),
            },
        }
    }

    /// Whether a file is there, readable or not.
    #[must_use]
    pub fn has(&self, file: &str) -> bool {
        self.files.contains_key(file)
    }

    /// The files as they were written.
    pub fn files(&self) -> impl Iterator<Item = (&String, &String)> {
        self.files.iter()
    }

    /// Gives each finding its line, in the order of reading. What only follows from something else that could not be
    /// read is left out.
    #[must_use]
    pub fn locate(&self, findings: Vec<Finding>) -> Vec<Problem> {
        let told: Vec<(Code, String, Path)> =
            findings.iter().map(|finding| (finding.code, finding.file.clone(), finding.path.clone())).collect();
        let own = findings.into_iter().filter(|finding| !self.only_follows(finding) && !is_told_better(finding, &told));
        let text = |finding: &Finding| self.files.get(&finding.file).map_or("", String::as_str);
        let mut problems: Vec<Problem> =
            own.map(|finding| (text(&finding), finding)).map(|(text, f)| f.at(text)).collect();
        problems.sort();
        problems.dedup();
        problems
    }

    fn only_follows(&self, finding: &Finding) -> bool {
        let told_first =
            matches!(finding.code, Code::MissingKey | Code::UnknownKey | Code::UnknownWord | Code::WrongShape);
        let of_wording = matches!(finding.code, Code::QuoteNotInWording | Code::QuoteUnread | Code::NotAccounted)
            && self.mended.contains(&(finding.file.clone(), Path::from("ordlyd")));
        let of_mended = |(file, path): &(String, Path)| {
            *file == finding.file
                && (finding.path.is_within(path)
                    || (!finding.path.0.is_empty() && path.parent().as_ref() == Some(&finding.path)))
        };
        !told_first && (of_wording || self.silenced.contains(&finding.code) || self.mended.iter().any(of_mended))
    }
}

/// A limit that cannot be read is not in its quote either.
fn is_told_better(finding: &Finding, told: &[(Code, String, Path)]) -> bool {
    let same_place = |path: &Path| path.is_within(&finding.path) || finding.path.is_within(path);
    let better = |(code, file, path): &(Code, String, Path)| {
        !matches!(code, Code::LimitNotInQuote | Code::LimitUntried)
            && *file == finding.file
            && !path.0.is_empty()
            && same_place(path)
    };
    finding.code == Code::LimitNotInQuote && told.iter().any(better)
}

/// What is said of concepts that stand in no file, and would be said of those in a file that cannot be read.
const OF_CONCEPTS: [Code; 4] = [Code::UnknownConcept, Code::OtherUnit, Code::NotADateConcept, Code::UnknownPlaceholder];

/// Where the text of one file goes.
struct Shelf<'a, 'r> {
    path: &'a str,
    text: &'a str,
    reader: &'r mut Reader,
    mended: &'r mut Vec<(String, Path)>,
    silenced: &'r mut Vec<Code>,
}

impl Shelf<'_, '_> {
    fn many<T: DeserializeOwned>(&mut self, into: &mut Vec<(String, T)>, silenced: &[Code]) {
        let mut read = None;
        self.one(&mut read, silenced);
        into.extend(read.map(|content| (self.path.to_owned(), content)));
    }

    fn one<T: DeserializeOwned>(&mut self, into: &mut Option<T>, silenced: &[Code]) {
        match mend::read(self.text, self.reader) {
            Some((content, mended)) => {
                *into = Some(content);
                self.mended.extend(mended.into_iter().map(|path| (self.path.to_owned(), path)));
            }
            None => self.silenced.extend(silenced),
        }
    }
}

fn first_not_nfc(text: &str) -> Spot {
    let line = text.lines().position(|line| !is_nfc(line)).unwrap_or_default();
    let words = text.lines().nth(line).unwrap_or_default();
    let column =
        words.char_indices().map(|(byte, c)| byte + c.len_utf8()).position(|end| !words.get(..end).is_none_or(is_nfc));
    Spot { line: line + 1, column: column.unwrap_or_default().max(1) }
}
