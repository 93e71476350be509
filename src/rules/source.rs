//! The rule files as read from a folder, before anything is made of them.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use unicode_normalization::is_nfc;

use super::problem::{Problem, Reader};
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
    /// `regelbok.json`.
    pub rule_book: Option<wire::RuleBookWords>,
}

impl Sources {
    /// Reads every file. What cannot be read is left out and told.
    #[must_use]
    pub fn read(files: &Files) -> (Self, Vec<Problem>) {
        let mut reader = Reader::default();
        let mut sources = Self::default();
        for (path, text) in files {
            reader.open(path);
            if !is_nfc(text) {
                reader.fault("filen er ikke i Unicode-formen NFC; lagre den på nytt med sammensatte tegn (æ, ø, å)");
            }
            sources.sort_in(path, text, &mut reader);
        }
        (sources, reader.finish())
    }

    fn sort_in(&mut self, path: &str, text: &str, reader: &mut Reader) {
        if path.ends_with(".eksempler.json") {
            return keep(path, text, reader, &mut self.examples);
        }
        match path {
            "folger.json" => self.consequences = parse(text, reader),
            "steg.json" => self.steps = parse(text, reader),
            "regelsett.json" => self.rule_set = parse(text, reader),
            "grensesnitt.json" => self.interface = parse(text, reader),
            "regelbok.json" => self.rule_book = parse(text, reader),
            _ => match path.split('/').next().unwrap_or_default() {
                "begreper" => keep(path, text, reader, &mut self.concepts),
                "tiltak" => keep(path, text, reader, &mut self.projects),
                "tabeller" => keep(path, text, reader, &mut self.tables),
                "grunnlag" => keep(path, text, reader, &mut self.bases),
                "skjema" | "kommuner.json" => {}
                _ => keep(path, text, reader, &mut self.rules),
            },
        }
    }
}

fn keep<T: DeserializeOwned>(path: &str, text: &str, reader: &mut Reader, into: &mut Vec<(String, T)>) {
    into.extend(parse(text, reader).map(|content| (path.to_owned(), content)));
}

fn parse<T: DeserializeOwned>(text: &str, reader: &mut Reader) -> Option<T> {
    match serde_json::from_str(text) {
        Ok(content) => Some(content),
        Err(error) => {
            let place = format!("linje {}, tegn {}", error.line(), error.column());
            reader.at(place, |reader| reader.fault(in_norwegian(&error.to_string())));
            None
        }
    }
}

/// The parser speaks English; what a lawyer can do about it is said in Norwegian.
fn in_norwegian(error: &str) -> String {
    let quoted = error.split('`').nth(1).unwrap_or_default();
    if error.starts_with("unknown field") {
        return format!(
            "`{quoted}` er ikke en nøkkel her; rett skrivemåten eller fjern den (nøklene står i rules/README.md)"
        );
    }
    if error.starts_with("missing field") {
        return format!("nøkkelen `{quoted}` mangler; legg den til");
    }
    if error.starts_with("unknown variant") {
        return format!("`{quoted}` er ikke en av verdiene som kan stå her; se skjemaet for filen");
    }
    if error.starts_with("duplicate field") {
        return format!("nøkkelen `{quoted}` står to ganger; fjern den ene");
    }
    if error.starts_with("invalid type") || error.starts_with("data did not match") {
        return "verdien har feil form (tekst, liste eller objekt forvekslet); se skjemaet for filen".to_owned();
    }
    "dette er ikke gyldig JSON; se etter et komma, et anførselstegn eller en parentes som mangler eller er til overs"
        .to_owned()
}
