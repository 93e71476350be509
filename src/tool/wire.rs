//! The JSON that the tool itself reads and writes, word for word: the one place here where Norwegian keys meet
//! English names. The rule files' own is in [`crate::rules::wire`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::engine::{Remedy, Standing};
use crate::review::amount::written;
use crate::review::case::Fault;
use crate::review::control::Open;
use crate::review::render::{self, Named};
use crate::rules::RuleBook;
use crate::rules::problem::Problem;
use crate::rules::wire::Text;

/// `gjeldende.json`: what is the law today. Files are known by their hashes; their names follow from these.
#[derive(Debug, Serialize)]
pub struct Pointer {
    /// The version of this file and of all that it names.
    pub format: u8,
    /// Which edition of the rules.
    #[serde(rename = "utgave")]
    pub edition: String,
    /// The day on which it was written: what a copy is known by.
    #[serde(rename = "dag")]
    pub day: String,
    /// The hash of all the compiled rules together: what an outcome is known to rest on.
    #[serde(rename = "regler")]
    pub rules: String,
    /// The hash of what every conversation starts with, by language. It names the files of the shelves.
    #[serde(rename = "start")]
    pub starts: BTreeMap<&'static str, String>,
    /// The hash of what people call each kind of work.
    #[serde(rename = "sok")]
    pub search: String,
    /// The hash of the list of municipalities and the language of each.
    #[serde(rename = "kommuner")]
    pub municipalities: String,
}

/// `kommuner.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MunicipalityFile {
    /// Its schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Where each part is from, and under which licence.
    #[serde(rename = "kilder")]
    pub sources: Vec<Source>,
    /// The counties.
    #[serde(rename = "fylker")]
    pub counties: Vec<County>,
    /// Those that were divided, so that their old numbers lead to no single one.
    #[serde(rename = "delte")]
    pub divided: Vec<Divided>,
    /// All that there are today.
    #[serde(rename = "kommuner")]
    pub municipalities: Vec<Municipality>,
}

/// Where a part of the list is from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Which part.
    #[serde(rename = "gjelder")]
    pub of: String,
    /// From where.
    #[serde(rename = "kilde")]
    pub source: String,
    /// Under which licence, and who is to be named.
    #[serde(rename = "lisens")]
    pub licence: String,
}

/// A county.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct County {
    /// The first two digits of its municipalities' numbers.
    #[serde(rename = "nummer")]
    pub number: String,
    /// Its name.
    #[serde(rename = "navn")]
    pub name: String,
}

/// A municipality that became parts of several.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Divided {
    /// The number that it had.
    #[serde(rename = "nummer")]
    pub number: String,
    /// The name that it had.
    #[serde(rename = "navn")]
    pub name: String,
    /// The year of the change.
    #[serde(rename = "år")]
    pub year: u16,
    /// The numbers of those that it went into.
    #[serde(rename = "ble")]
    pub became: Vec<String>,
}

/// A municipality.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Four digits.
    #[serde(rename = "nummer")]
    pub number: String,
    /// Its Norwegian name.
    #[serde(rename = "navn")]
    pub name: String,
    /// All its official names, where there are more than one: Sámi and Kven too.
    #[serde(rename = "offisielle-navn", default)]
    pub official_names: Vec<String>,
    /// Which Norwegian it wants to be written to in.
    #[serde(rename = "maalform")]
    pub language: LanguageForm,
    /// Which Sámi language has its administrative area there.
    #[serde(rename = "samisk-forvaltningsområde")]
    pub sami: Option<String>,
    /// Numbers that it, or all of a municipality that is now a part of it, had from 2019 on.
    #[serde(rename = "gamle-numre", default)]
    pub old_numbers: Vec<String>,
}

/// What the state writes to a municipality.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum LanguageForm {
    /// Bokmål.
    #[serde(rename = "bokmål")]
    Bokmal,
    /// Nynorsk.
    #[serde(rename = "nynorsk")]
    Nynorsk,
    /// Either.
    #[serde(rename = "nøytral")]
    Neutral,
}

/// `sjekkliste.json`: the words of the checklist.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChecklistWords {
    /// Its schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Headings and links, by name.
    #[serde(rename = "ord")]
    pub words: BTreeMap<String, Text>,
    /// What must always be checked.
    #[serde(rename = "alltid")]
    pub always: Vec<Text>,
}

/// `sjekkliste.<language>.json`: what stands on a page where the widget cannot start.
#[derive(Debug, Serialize)]
pub struct ChecklistFile<'a> {
    /// The day whose law it tells, as in ISO 8601.
    #[serde(rename = "dato")]
    pub date: String,
    /// The edition of the rules.
    #[serde(rename = "utgave")]
    pub edition: &'a str,
    /// Headings and links, by name.
    #[serde(rename = "ord")]
    pub words: BTreeMap<&'a str, &'a str>,
    /// What must always be checked.
    #[serde(rename = "alltid")]
    pub always: Vec<&'a str>,
    /// The first page of the rule book, from its folder.
    #[serde(rename = "forside")]
    pub front: String,
    /// Of each kind of work.
    #[serde(rename = "tiltak")]
    pub projects: BTreeMap<String, Limits>,
}

/// `senere/start.json`: what is told before the first question about a kind of work.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartFile {
    /// Its schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The words, by key.
    #[serde(rename = "ord")]
    pub words: BTreeMap<String, Text>,
    /// How long it is wise to set aside, by the number of questions; the first that fits.
    #[serde(rename = "sett-av")]
    pub times: Vec<SetAside>,
    /// What it is good to have at hand, in order.
    #[serde(rename = "ha-klart")]
    pub at_hand: Vec<AtHand>,
}

/// A time to set aside.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// The key of its words.
    #[serde(rename = "ord")]
    pub word: String,
    /// The most questions that it is enough for.
    #[serde(rename = "inntil")]
    pub most: Option<usize>,
}

/// Something to have at hand where any of some concepts is asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AtHand {
    /// The key of its words.
    #[serde(rename = "ord")]
    pub word: String,
    /// The concepts that it answers.
    #[serde(rename = "når-vi-spør-om")]
    pub concepts: Vec<String>,
    /// Concepts that have a better line of their own.
    #[serde(rename = "og-ikke-om", default)]
    pub without: Vec<String>,
}

/// `senere/bilder.json`: the pictures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PictureFile {
    /// Its schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// By kind of work.
    #[serde(rename = "bilder")]
    pub pictures: BTreeMap<String, Picture>,
}

/// The picture of a kind of work.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Picture {
    /// The same as that of another kind.
    Shared(String),
    /// Two shapes in a square of 32.
    Drawn(Shapes),
}

/// The shapes of a picture, as SVG paths.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shapes {
    /// What stands there already.
    #[serde(rename = "grunn")]
    pub ground: String,
    /// What the work is about.
    #[serde(rename = "nytt")]
    pub new: String,
}

/// What a kind of work must keep within.
#[derive(Debug, Serialize)]
pub struct Limits {
    /// What people call it.
    #[serde(rename = "navn")]
    pub name: String,
    /// A limit in each, as a line to read.
    #[serde(rename = "grenser")]
    pub limits: Vec<String>,
    /// Its page in the rule book, from its folder.
    #[serde(rename = "side")]
    pub page: String,
}

/// A concept in `begreper.json`.
#[derive(Debug, Serialize)]
pub struct JudgedConcept<'a> {
    /// `ja-nei`, `valg`, `dato`, `antall`, or the unit of a measure.
    pub form: &'static str,
    /// The kinds of work that it judges.
    #[serde(rename = "tiltak")]
    pub projects: Vec<&'a str>,
}

/// `utgave.json`: what a snippet must know of this build.
#[derive(Debug, Serialize)]
pub struct EmbedEdition<'a> {
    /// What it is called, which names the folder that never changes.
    #[serde(rename = "versjon")]
    pub version: &'a str,
    /// What browsers check the script of this edition against.
    #[serde(rename = "integritet")]
    pub integrity: String,
    /// The files of the widget's late code, by their names without hashes.
    #[serde(rename = "sene")]
    pub late: BTreeMap<String, String>,
}

/// What `assess` answers to a case.
#[derive(Debug, Serialize)]
pub struct Reply<'a> {
    /// The case's own id, just as it came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'a RawValue>,
    /// The verdict or the faults.
    #[serde(flatten)]
    pub body: Body<'a>,
}

/// A verdict, or why there is none.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Body<'a> {
    /// The rules gave a verdict.
    Verdict(VerdictLine<'a>),
    /// The case could not be understood.
    Faults {
        /// Everything that is wrong with it.
        #[serde(rename = "feil")]
        faults: Vec<FaultLine>,
    },
}

/// A verdict in the rule files' names.
#[derive(Debug, Serialize)]
pub struct VerdictLine<'a> {
    /// Where the project ends.
    #[serde(rename = "utfall")]
    pub outcome: &'a str,
    /// The mildest that it can be, while that is not certain.
    #[serde(rename = "minst", skip_serializing_if = "Option::is_none")]
    pub at_least: Option<&'a str>,
    /// Whether the works may start.
    #[serde(rename = "kan-starte")]
    pub may_start: bool,
    /// What must be departed from.
    #[serde(rename = "dispensasjoner")]
    pub dispensations: &'a [String],
    /// What must be permitted first.
    #[serde(rename = "tillatelser")]
    pub permits: &'a [String],
    /// What must be done.
    #[serde(rename = "plikter")]
    pub duties: &'a [String],
    /// What must be cleared.
    #[serde(rename = "avklar")]
    pub clearances: &'a [String],
    /// Broken concepts.
    #[serde(rename = "brudd")]
    pub broken: &'a [String],
    /// Concepts that have not been answered and matter.
    #[serde(rename = "mangler")]
    pub missing: &'a [String],
    /// What would make it better, where that was asked for.
    #[serde(rename = "endringer", skip_serializing_if = "Option::is_none")]
    pub remedies: Option<&'a [RemedyLine]>,
    /// The edition of the rules.
    #[serde(rename = "regelverk")]
    pub edition: &'a str,
}

/// One change of a measure, or two together, and what then comes of the case.
#[derive(Debug, Serialize)]
pub struct RemedyLine {
    /// The measures.
    #[serde(rename = "endre")]
    pub changes: Vec<ChangeLine>,
    /// Where the project ends then, or can end where more must be answered.
    #[serde(rename = "utfall")]
    pub outcome: &'static str,
    /// Whether that is certain.
    #[serde(rename = "avgjort")]
    pub is_decided: bool,
}

/// One measure with another amount.
#[derive(Debug, Serialize)]
pub struct ChangeLine {
    /// Which.
    #[serde(rename = "begrep")]
    pub concept: String,
    /// What was answered.
    #[serde(rename = "fra")]
    pub from: String,
    /// What it would have to be.
    #[serde(rename = "til")]
    pub to: String,
}

impl RemedyLine {
    /// Lays out a remedy.
    #[must_use]
    pub fn new(book: &RuleBook, remedy: &Remedy) -> Self {
        let Standing { outcome, is_decided, .. } = remedy.standing;
        let changes = remedy.changes.iter().map(|change| {
            let concept = book.concept(change.concept);
            let written = |amount| written(&concept.kind, amount).replace('\u{a0}', " ");
            ChangeLine { concept: concept.id.clone(), from: written(change.from), to: written(change.to) }
        });
        Self { changes: changes.collect(), outcome: render::outcome(outcome), is_decided }
    }
}

impl<'a> VerdictLine<'a> {
    /// Lays out a verdict.
    #[must_use]
    pub fn new(named: &'a Named, remedies: Option<&'a [RemedyLine]>, edition: &'a str) -> Self {
        Self {
            outcome: named.outcome,
            at_least: named.at_least,
            may_start: named.may_start,
            dispensations: &named.dispensations,
            permits: &named.permits,
            duties: &named.duties,
            clearances: &named.clearances,
            broken: &named.broken,
            missing: &named.missing,
            remedies,
            edition,
        }
    }
}

/// What is wrong with one field of one line.
#[derive(Debug, Serialize)]
pub struct FaultLine {
    /// The line of the input, from 1.
    #[serde(rename = "linje")]
    pub line: usize,
    /// The field; empty for the whole line.
    #[serde(rename = "felt")]
    pub field: String,
    /// What is wrong and what could stand there instead.
    #[serde(rename = "melding")]
    pub message: String,
}

impl FaultLine {
    /// Says on which line the fault is.
    #[must_use]
    pub fn new(line: usize, Fault { field, message }: Fault) -> Self {
        Self { line, field, message }
    }
}

/// The keys of a case.
pub mod case_keys {
    /// Passed through.
    pub const ID: &str = "id";
    /// What is built.
    pub const PROJECT: &str = "tiltak";
    /// The day on which the works start.
    pub const DATE: &str = "dato";
    /// Concept to answer.
    pub const ANSWERS: &str = "svar";
    /// Concept to how its number was come by: for people, and judged by nobody.
    pub const DERIVATIONS: &str = "utregninger";
    /// All of them.
    pub const ALL: [&str; 5] = [ID, PROJECT, DATE, ANSWERS, DERIVATIONS];
}

/// Every name that a case or a verdict may hold.
#[derive(Debug, Serialize)]
pub struct Vocabulary {
    /// The edition of the rules.
    #[serde(rename = "regelverk")]
    pub edition: String,
    /// What can be built.
    #[serde(rename = "tiltak")]
    pub projects: Vec<ProjectEntry>,
    /// What can be answered.
    #[serde(rename = "begreper")]
    pub concepts: Vec<ConceptEntry>,
    /// Dispensations.
    #[serde(rename = "dispensasjoner")]
    pub dispensations: Vec<ConsequenceEntry>,
    /// Permits.
    #[serde(rename = "tillatelser")]
    pub permits: Vec<ConsequenceEntry>,
    /// Duties.
    #[serde(rename = "plikter")]
    pub duties: Vec<ConsequenceEntry>,
    /// Things to clear.
    #[serde(rename = "avklar")]
    pub clearances: Vec<ConsequenceEntry>,
}

/// A kind of work.
#[derive(Debug, Serialize)]
pub struct ProjectEntry {
    /// The name in cases.
    pub id: String,
    /// What people call it.
    #[serde(rename = "navn")]
    pub name: String,
    /// What it answers by itself.
    #[serde(rename = "gitt")]
    pub given: BTreeMap<String, String>,
}

/// A concept.
#[derive(Debug, Serialize)]
pub struct ConceptEntry {
    /// The name in cases.
    pub id: String,
    /// A noun for it.
    #[serde(rename = "navn")]
    pub name: String,
    /// What an answer looks like.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The unit of a measure.
    #[serde(rename = "enhet", skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// The answers to choose from.
    #[serde(rename = "valg", skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OptionEntry>,
    /// Whether the answer may be that it is not known.
    #[serde(rename = "vet-ikke")]
    pub may_be_unsure: bool,
    /// Whether its value follows from others.
    #[serde(rename = "utledet")]
    pub derived: bool,
}

/// One of the answers to choose from.
#[derive(Debug, Serialize)]
pub struct OptionEntry {
    /// The name in cases.
    pub id: String,
    /// What the resident reads.
    #[serde(rename = "navn")]
    pub name: String,
}

/// Something that may follow.
#[derive(Debug, Serialize)]
pub struct ConsequenceEntry {
    /// The name in verdicts.
    pub id: String,
    /// What it is called.
    #[serde(rename = "navn")]
    pub name: String,
    /// Its legal basis.
    #[serde(rename = "hjemmel")]
    pub citation: String,
    /// Whether it goes without saying, and is left out of verdicts.
    #[serde(rename = "standard")]
    pub standard: bool,
}

/// What `check --format json` prints.
#[derive(Debug, Serialize)]
pub struct CheckReport<'a> {
    /// Examples run.
    #[serde(rename = "eksempler")]
    pub examples: usize,
    /// How many faults.
    #[serde(rename = "feil")]
    pub faults: usize,
    /// How many warnings.
    #[serde(rename = "advarsler")]
    pub warnings: usize,
    /// All of both.
    #[serde(rename = "problemer")]
    pub problems: Vec<ProblemReport<'a>>,
    /// Versions that nobody answers for.
    #[serde(rename = "ikke-kontrollert")]
    pub open: Vec<OpenReport<'a>>,
}

/// One fault or warning.
#[derive(Debug, Serialize)]
pub struct ProblemReport<'a> {
    /// The sort of problem.
    #[serde(rename = "kode")]
    pub code: &'static str,
    /// feil or advarsel.
    #[serde(rename = "alvor")]
    pub severity: &'static str,
    /// From the rules folder on.
    #[serde(rename = "fil")]
    pub file: &'a str,
    /// From 1.
    #[serde(rename = "linje")]
    pub line: usize,
    /// From 1.
    #[serde(rename = "kolonne")]
    pub column: usize,
    /// The place in people's words.
    #[serde(rename = "sted")]
    pub place: &'a str,
    /// What is wrong and how to mend it.
    #[serde(rename = "melding")]
    pub message: &'a str,
}

impl<'a> ProblemReport<'a> {
    /// Of a problem.
    #[must_use]
    pub fn of(problem: &'a Problem) -> Self {
        let Problem { file, line, column, code, severity, place, message } = problem;
        Self { code: code.name(), severity: severity.name(), file, line: *line, column: *column, place, message }
    }
}

/// A version that nobody answers for.
#[derive(Debug, Serialize)]
pub struct OpenReport<'a> {
    /// From the rules folder on.
    #[serde(rename = "fil")]
    pub file: &'a str,
    /// The name of the rule.
    #[serde(rename = "regel")]
    pub rule: &'a str,
    /// The first day of the version.
    #[serde(rename = "fra")]
    pub from: &'a str,
    /// What is missing.
    #[serde(rename = "hvorfor")]
    pub why: String,
}

impl<'a> OpenReport<'a> {
    /// Of an open version.
    #[must_use]
    pub fn of(open: &'a Open) -> Self {
        Self { file: &open.file, rule: &open.rule, from: &open.from, why: open.why.to_string() }
    }
}
