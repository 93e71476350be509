//! What a change does, as JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::review::share::percent;

use super::{Cause, Change, Direction, Found, Impact, Kind, Which};

/// The whole comparison.
#[derive(Debug, Serialize)]
pub struct Document {
    /// What is compared with what.
    #[serde(rename = "gammel")]
    pub old: String,
    /// See `old`.
    #[serde(rename = "ny")]
    pub new: String,
    /// By kind of work.
    #[serde(rename = "tiltak")]
    pub kinds: Vec<KindLine>,
    /// Real cases, where some were given.
    #[serde(rename = "saker", skip_serializing_if = "Option::is_none")]
    pub cases: Option<Cases>,
}

/// One kind of work.
#[derive(Debug, Serialize)]
pub struct KindLine {
    id: String,
    #[serde(rename = "navn")]
    name: String,
    #[serde(rename = "bare-i", skip_serializing_if = "Option::is_none")]
    only: Option<&'static str>,
    #[serde(rename = "celler", skip_serializing_if = "Option::is_none")]
    cells: Option<String>,
    #[serde(rename = "friere")]
    freer: String,
    #[serde(rename = "strengere")]
    stricter: String,
    #[serde(rename = "annerledes")]
    otherwise: String,
    #[serde(rename = "endringer")]
    changes: Vec<ChangeLine>,
}

/// One way of changing.
#[derive(Debug, Serialize)]
pub struct ChangeLine {
    #[serde(rename = "retning")]
    direction: &'static str,
    #[serde(rename = "fra")]
    from: &'static str,
    #[serde(rename = "til")]
    to: &'static str,
    #[serde(rename = "andel")]
    share: String,
    #[serde(rename = "andel-av-de-friere", skip_serializing_if = "Option::is_none")]
    among: Option<String>,
    #[serde(rename = "årsak")]
    cause: String,
    #[serde(rename = "regel", skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    #[serde(rename = "hjemmel", skip_serializing_if = "Option::is_none")]
    citation: Option<String>,
    #[serde(rename = "vilkår", skip_serializing_if = "Option::is_none")]
    condition: Option<usize>,
    #[serde(rename = "eksempel")]
    example: String,
    #[serde(rename = "svar")]
    answers: BTreeMap<String, String>,
    #[serde(rename = "motoren-er-enig")]
    verified: bool,
}

/// What happens to real cases.
#[derive(Debug, Serialize)]
pub struct Cases {
    /// How many were judged on both sides.
    #[serde(rename = "lest")]
    pub read: u64,
    /// How many of them change.
    #[serde(rename = "endret")]
    pub changed: u64,
    /// How many lines could not be read as cases.
    #[serde(rename = "feil")]
    pub faulty: u64,
    /// By kind of work and endings.
    #[serde(rename = "antall")]
    pub counts: Vec<CountLine>,
    /// Every case that changes.
    #[serde(rename = "endrede")]
    pub lines: Vec<CaseLine>,
    /// The first lines that could not be read, and why.
    #[serde(rename = "feil-linjer")]
    pub faults: Vec<CaseFault>,
}

/// How many cases go one way.
#[derive(Debug, Serialize)]
pub struct CountLine {
    /// The kind of work.
    #[serde(rename = "tiltak")]
    pub project: String,
    /// What the old side says.
    #[serde(rename = "fra")]
    pub from: &'static str,
    /// What the new side says.
    #[serde(rename = "til")]
    pub to: &'static str,
    /// How many.
    #[serde(rename = "antall")]
    pub count: u64,
}

/// One case that changes.
#[derive(Debug, Serialize)]
pub struct CaseLine {
    /// Its line in the file.
    #[serde(rename = "linje")]
    pub line: usize,
    /// Its id as it stood, in JSON.
    #[serde(rename = "id", skip_serializing_if = "Option::is_none")]
    pub id: Option<Box<serde_json::value::RawValue>>,
    /// The kind of work.
    #[serde(rename = "tiltak")]
    pub project: String,
    /// What the old side says.
    #[serde(rename = "fra")]
    pub from: &'static str,
    /// What the new side says.
    #[serde(rename = "til")]
    pub to: &'static str,
}

/// A line that is no case.
#[derive(Debug, Serialize)]
pub struct CaseFault {
    /// Its number.
    #[serde(rename = "linje")]
    pub line: usize,
    /// What is wrong.
    #[serde(rename = "feil")]
    pub message: String,
}

impl Document {
    /// Of a comparison between two sides that are called so.
    #[must_use]
    pub fn new(impact: &Impact, old: &str, new: &str, cases: Option<Cases>) -> Self {
        let kinds = impact.kinds.iter().map(KindLine::new).collect();
        Self { old: old.to_owned(), new: new.to_owned(), kinds, cases }
    }
}

impl KindLine {
    fn new(kind: &Kind) -> Self {
        let (only, cells) = match &kind.found {
            Found::Only(Which::Old) => (Some("gammel"), None),
            Found::Only(Which::New) => (Some("ny"), None),
            Found::Both { cells, .. } => (None, Some(plain(cells))),
        };
        let share = |direction| plain(&percent(kind.share(direction)));
        Self {
            id: kind.id.clone(),
            name: kind.name.clone(),
            only,
            cells,
            freer: share(Direction::Freer),
            stricter: share(Direction::Stricter),
            otherwise: share(Direction::Otherwise),
            changes: kind.changes().iter().map(ChangeLine::new).collect(),
        }
    }
}

impl ChangeLine {
    fn new(change: &Change) -> Self {
        let provision = change.cause.provision();
        let condition = if let Cause::Broken(_, _, part) = &change.cause { Some(part.place + 1) } else { None };
        Self {
            direction: change.direction().words(),
            from: change.from.words(),
            to: change.to.words(),
            share: plain(&percent(change.share)),
            among: change.among.map(|among| plain(&percent(among))),
            cause: change.cause.words(),
            rule: provision.map(|provision| provision.rule.clone()),
            citation: provision.map(|provision| provision.citation.clone()),
            condition,
            example: change.example.words.clone(),
            answers: change.example.answers.clone(),
            verified: change.example.mismatch.is_none(),
        }
    }
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
