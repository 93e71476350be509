//! The JSON, word for word: the one place where Norwegian keys meet English names.
//!
//! Native only. Unknown keys are errors, and nothing has a default that could change what a rule says.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

/// A text in the three languages.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

/// Where in the law something stands.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The act or regulation.
    #[serde(rename = "regelverk")]
    pub act: String,
    /// Section.
    #[serde(rename = "paragraf")]
    pub section: Option<String>,
    /// Paragraph of the section, from 1.
    #[serde(rename = "ledd")]
    pub paragraph: Option<u8>,
    /// Letter.
    #[serde(rename = "bokstav")]
    pub letter: Option<String>,
    /// Number.
    #[serde(rename = "nummer")]
    pub number: Option<u8>,
    /// Sentence, from 1.
    #[serde(rename = "punktum")]
    pub sentence: Option<u8>,
    /// Where it can be read.
    #[serde(rename = "lenke")]
    pub link: Option<String>,
}

/// `begreper/*.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConceptFile {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The concepts by name.
    #[serde(rename = "begreper")]
    pub concepts: BTreeMap<String, Concept>,
}

/// One concept.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// ja-nei, valg, mål, antall or dato.
    #[serde(rename = "type")]
    pub kind: ConceptKind,
    /// The unit of a measure.
    #[serde(rename = "enhet")]
    pub unit: Option<String>,
    /// A noun for it.
    #[serde(rename = "navn")]
    pub name: Text,
    /// The question.
    #[serde(rename = "spørsmål")]
    pub question: Option<Text>,
    /// How to find the answer.
    #[serde(rename = "hjelp")]
    pub help: Option<Text>,
    /// What goes beyond that, for those who want to know more.
    #[serde(rename = "mer")]
    pub more: Option<Text>,
    /// Why it is asked.
    #[serde(rename = "hvorfor")]
    pub why: Option<Text>,
    /// Where the law says how it is measured.
    #[serde(rename = "målt-etter")]
    pub measured_by: Option<Citation>,
    /// The options.
    #[serde(rename = "valg")]
    pub options: Option<Vec<Choice>>,
    /// Answers of one press.
    #[serde(rename = "hurtigsvar", default)]
    pub quick: Vec<String>,
    /// Numbers that the texts borrow.
    #[serde(rename = "tall", default)]
    pub numbers: BTreeMap<String, String>,
    /// What to do where the answer is not known.
    #[serde(rename = "vet-ikke")]
    pub unsure: Option<Unsure>,
    /// How it follows from others.
    #[serde(rename = "utledet", default)]
    pub derivation: Vec<Branch>,
    /// Which way whoever builds may change it; absent: it is not theirs to change.
    #[serde(rename = "kan-endres")]
    pub changeable: Option<Changeable>,
    /// Measures that this one is never less than.
    #[serde(rename = "aldri-under", default)]
    pub never_under: Vec<String>,
    /// What one answer holds for; absent: each thing that is built.
    #[serde(rename = "gjelder")]
    pub holds_for: Option<HoldsFor>,
}

/// Which way a measure may be changed.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum Changeable {
    /// Smaller, lower, shorter.
    #[serde(rename = "mindre")]
    Less,
    /// Further away.
    #[serde(rename = "mer")]
    More,
}

/// What one answer holds for.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum HoldsFor {
    /// Everything that is built on the property.
    #[serde(rename = "eiendommen")]
    Property,
}

/// What an answer looks like.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum ConceptKind {
    /// Yes or no.
    #[serde(rename = "ja-nei")]
    YesNo,
    /// One of several.
    #[serde(rename = "valg")]
    Choice,
    /// A number with a unit.
    #[serde(rename = "mål")]
    Measure,
    /// A whole number.
    #[serde(rename = "antall")]
    Count,
    /// A date.
    #[serde(rename = "dato")]
    Date,
}

/// One option.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its name in answers.
    pub id: String,
    /// What the resident reads.
    #[serde(rename = "navn")]
    pub name: Text,
    /// What it covers.
    #[serde(rename = "hjelp")]
    pub help: Option<Text>,
}

/// Where an unknown answer can be found.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unsure {
    /// The thing to clear.
    #[serde(rename = "avklar")]
    pub clear: String,
    /// Where and with whom.
    #[serde(rename = "finn-svaret")]
    pub find: Find,
}

/// Who knows, and how to find out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Find {
    /// Who knows.
    #[serde(rename = "hos")]
    pub with: String,
    /// How to find out.
    #[serde(rename = "slik")]
    pub how: Text,
}

/// One step of a derivation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// When it holds.
    #[serde(rename = "når")]
    pub when: Option<Json>,
    /// What it gives.
    #[serde(rename = "er")]
    pub value: Json,
}

/// A dated rule file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Its name, the same through time.
    pub id: String,
    /// What it is called.
    #[serde(rename = "navn")]
    pub name: Text,
    /// Its legal basis.
    #[serde(rename = "hjemmel")]
    pub citation: Citation,
    /// When it holds.
    #[serde(rename = "gjelder")]
    pub in_force: InForce,
    /// The edition read.
    #[serde(rename = "utgave")]
    pub edition: Option<String>,
    /// Who held it against the law, and when.
    #[serde(rename = "kontrollert")]
    pub control: Option<Control>,
    /// The law's words.
    #[serde(rename = "ordlyd")]
    pub wording: Wording,
    /// What follows when it is met.
    #[serde(rename = "utfall")]
    pub outcome: Option<Outcome>,
    /// What it is about.
    #[serde(rename = "virkeområde")]
    pub scope: Option<Json>,
    /// Rules that are part of it.
    #[serde(rename = "forutsetter", default)]
    pub presupposes: Vec<String>,
    /// Rules judged beside it.
    #[serde(rename = "ved-siden-av", default)]
    pub beside: Vec<String>,
    /// The conditions.
    #[serde(rename = "vilkår", default)]
    pub conditions: Vec<Condition>,
    /// Duties.
    #[serde(rename = "plikter", default)]
    pub duties: Vec<Addition>,
    /// Things to clear.
    #[serde(rename = "avklar", default)]
    pub clearances: Vec<Addition>,
    /// Good to know.
    #[serde(rename = "merknader", default)]
    pub notes: Vec<Text>,
    /// What to do next.
    #[serde(rename = "framgangsmåte", default)]
    pub procedure: Vec<Text>,
    /// Words of the law that are not encoded, and why.
    #[serde(rename = "ikke-kodet", default)]
    pub not_encoded: Vec<NotEncoded>,
}

/// Who last held a rule against the law, and until when that is good enough.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Control {
    /// Who read.
    #[serde(rename = "av")]
    pub by: String,
    /// When.
    #[serde(rename = "dato")]
    pub date: String,
    /// Who read it after them, and agreed.
    #[serde(rename = "godkjent-av")]
    pub approved_by: Option<String>,
    /// The last day before it must be read again.
    #[serde(rename = "neste")]
    pub next: String,
}

/// From when, and by which amendment.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// First day.
    #[serde(rename = "fra")]
    pub from: String,
    /// The amending act.
    #[serde(rename = "endret-ved")]
    pub amended_by: Option<String>,
    /// Last day, only where nothing takes its place.
    #[serde(rename = "til")]
    pub to: Option<String>,
}

/// The law's words, or why they are not quoted.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Wording {
    /// Sentence by sentence.
    Quoted(Vec<String>),
    /// Not quoted.
    Unquoted(Source),
}

/// Why words are not quoted.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it rests on.
    #[serde(rename = "kilde")]
    pub kind: SourceKind,
    /// Where that stands.
    #[serde(rename = "grunnlag")]
    pub basis: String,
}

/// What an unquoted rule rests on.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum SourceKind {
    /// Words of that time not read.
    #[serde(rename = "ikke-lest")]
    NotRead,
    /// Guidance.
    #[serde(rename = "veiledning")]
    Guidance,
    /// Practice.
    #[serde(rename = "praksis")]
    Practice,
}

/// The four outcomes that a rule can decide.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Outcome {
    /// Outside the building rules.
    #[serde(rename = "ikke-tiltak")]
    NotAMeasure,
    /// No application.
    #[serde(rename = "unntatt-fra-søknadsplikt")]
    Exempt,
    /// An application the owner may run.
    #[serde(rename = "søknad-uten-ansvarsrett")]
    ApplyYourself,
    /// An application that needs responsible enterprises.
    #[serde(rename = "søknad-med-ansvarsrett")]
    ApplyWithProfessional,
}

/// One condition.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The law's words.
    #[serde(rename = "sitat")]
    pub quote: Option<String>,
    /// Our encoding.
    #[serde(rename = "krav")]
    pub requirement: Json,
    /// What to say when broken.
    #[serde(rename = "ved-brudd")]
    pub if_broken: Text,
    /// What follows when broken.
    #[serde(rename = "følge", default)]
    pub consequences: Vec<Consequences>,
    /// When it stays unknown.
    #[serde(rename = "ved-tvil")]
    pub doubt: Option<Doubt>,
}

/// What follows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consequences {
    /// When it fits.
    #[serde(rename = "når")]
    pub when: Option<Json>,
    /// What it gives.
    #[serde(rename = "gir")]
    pub gives: Vec<String>,
}

/// When a condition stays unknown.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    /// When.
    #[serde(rename = "når")]
    pub when: Json,
    /// What to clear.
    #[serde(rename = "avklar")]
    pub clear: String,
}

/// A duty or a thing to clear.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    /// What.
    pub id: String,
    /// When.
    #[serde(rename = "når")]
    pub when: Option<Json>,
}

/// Words that are not encoded.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotEncoded {
    /// The words.
    #[serde(rename = "sitat")]
    pub quote: String,
    /// Why.
    #[serde(rename = "hvorfor")]
    pub why: String,
}

/// `folger.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsequenceFile {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// By name.
    #[serde(rename = "følger")]
    pub consequences: BTreeMap<String, Consequence>,
}

/// Something that may follow.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consequence {
    /// Its sort.
    #[serde(rename = "slag")]
    pub sort: Sort,
    /// Whether it goes without saying.
    #[serde(default)]
    pub standard: bool,
    /// A short name.
    #[serde(rename = "navn")]
    pub name: Text,
    /// What it means.
    #[serde(rename = "forklaring")]
    pub explanation: Text,
    /// What to do.
    #[serde(rename = "gjør")]
    pub action: Text,
    /// Whom to ask.
    #[serde(rename = "hos")]
    pub with: String,
    /// Its legal basis.
    #[serde(rename = "hjemmel")]
    pub citation: Citation,
}

/// The sorts.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Sort {
    /// A departure to be granted.
    #[serde(rename = "dispensasjon")]
    Dispensation,
    /// A permit.
    #[serde(rename = "tillatelse")]
    Permit,
    /// A duty.
    #[serde(rename = "plikt")]
    Duty,
    /// A thing to clear.
    #[serde(rename = "avklaring")]
    Clearance,
}

/// `steg.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepFile {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// In order.
    #[serde(rename = "deler")]
    pub parts: Vec<Part>,
}

/// A part of the conversation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name in files.
    pub id: String,
    /// What it is about.
    #[serde(rename = "navn")]
    pub name: Text,
    /// In order.
    #[serde(rename = "steg")]
    pub steps: Vec<Step>,
}

/// One screen.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name in files.
    pub id: String,
    /// What it is about.
    #[serde(rename = "navn")]
    pub name: Text,
    /// What is asked together.
    #[serde(rename = "begreper")]
    pub concepts: Vec<String>,
}

/// `tabeller/*.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Its name.
    pub id: String,
    /// What it is.
    #[serde(rename = "navn")]
    pub name: Text,
    /// What it rests on.
    #[serde(rename = "grunnlag")]
    pub basis: String,
    /// In order.
    #[serde(rename = "rader")]
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// From this date.
    #[serde(rename = "fra")]
    pub from: String,
    /// This much.
    #[serde(rename = "er")]
    pub value: String,
}

/// `tiltak/*.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Its name in files.
    pub id: String,
    /// What people call it.
    #[serde(rename = "navn")]
    pub name: Text,
    /// With its article.
    #[serde(rename = "bestemt-form")]
    pub definite: Text,
    /// Everyday words for it.
    #[serde(rename = "søkeord")]
    pub search_words: Vec<String>,
    /// Rules to try.
    #[serde(rename = "prøves-mot")]
    pub tries: Vec<String>,
    /// Rules beside.
    #[serde(rename = "ved-siden-av", default)]
    pub beside: Vec<String>,
    /// What the choice answers.
    #[serde(rename = "gitt", default)]
    pub given: BTreeMap<String, String>,
    /// Questions that read otherwise.
    #[serde(rename = "tilpass", default)]
    pub adapted: BTreeMap<String, Adapted>,
    /// Good to know.
    #[serde(rename = "merknader", default)]
    pub notes: Vec<Text>,
    /// What people often build with it.
    #[serde(rename = "hører-ofte-med", default)]
    pub often_with: Vec<String>,
}

/// A question that reads otherwise.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adapted {
    /// The question.
    #[serde(rename = "spørsmål")]
    pub question: Option<Text>,
    /// The help.
    #[serde(rename = "hjelp")]
    pub help: Option<Text>,
    /// The options shown.
    #[serde(rename = "valg")]
    pub options: Option<Vec<String>>,
}

/// `regelsett.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Nothing earlier is known.
    #[serde(rename = "dekker-fra")]
    pub covers_from: String,
    /// What to say of earlier days.
    #[serde(rename = "før-det")]
    pub before: String,
    /// What the guide answers.
    #[serde(rename = "tittel")]
    pub title: Text,
    /// The projects as residents are shown them.
    #[serde(rename = "hyller")]
    pub shelves: Vec<Shelf>,
    /// What has been read.
    #[serde(rename = "kilder")]
    pub sources: Vec<Edition>,
    /// What has not been seen.
    #[serde(rename = "ikke-sett")]
    pub not_seen: Text,
    /// On what terms.
    #[serde(rename = "lisens")]
    pub licence: Text,
}

/// Projects under one heading, the commonest first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shelf {
    /// The name of its files.
    pub id: String,
    /// The heading.
    #[serde(rename = "navn")]
    pub name: Text,
    /// A line drawing of the place, as an SVG path in a square of 24.
    #[serde(rename = "tegning")]
    pub drawing: String,
    /// The projects.
    #[serde(rename = "tiltak")]
    pub projects: Vec<String>,
}

/// A source and its edition.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// What.
    #[serde(rename = "navn")]
    pub name: Text,
    /// Retrieved when.
    #[serde(rename = "utgave")]
    pub edition: String,
    /// Where.
    #[serde(rename = "lenke")]
    pub link: String,
}

/// `grensesnitt.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interface {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// What the first screen needs, by name.
    #[serde(rename = "ord")]
    pub words: BTreeMap<String, Text>,
    /// What is needed to ask, once there is something to ask about.
    #[serde(rename = "ord-i-spørsmålene")]
    pub question_words: BTreeMap<String, Text>,
    /// What is needed only once there is an answer.
    #[serde(rename = "ord-i-svaret")]
    pub answer_words: BTreeMap<String, Text>,
    /// The parts of a citation, which the tool writes out.
    #[serde(rename = "ord-i-henvisninger")]
    pub citation_words: BTreeMap<String, Text>,
}

/// `senere/`: words for what comes along once the first question is answered.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaterWords {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The words, by name.
    #[serde(rename = "ord")]
    pub words: BTreeMap<String, Text>,
}

/// Lists of concepts, each under the name that they go by elsewhere.
pub type Named = BTreeMap<String, Vec<String>>;

/// `senere/tegning.json`: what a drawing shows of a case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawing {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The measures that have a role in it.
    #[serde(rename = "roller")]
    pub roles: Named,
    /// What is there or not.
    #[serde(rename = "fakta")]
    pub facts: Named,
    /// What tells the form of the roof.
    #[serde(rename = "takform")]
    pub roof: RoofForms,
    /// What each kind of work is drawn as.
    #[serde(rename = "tiltak")]
    pub projects: BTreeMap<String, String>,
    /// The word for the building that is there already, of work where it is not a house.
    #[serde(rename = "huset-heter")]
    pub houses: BTreeMap<String, String>,
    /// The words, by name.
    #[serde(rename = "ord")]
    pub words: BTreeMap<String, Text>,
}

/// The form of the roof.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoofForms {
    /// The concept that tells it.
    #[serde(rename = "begrep")]
    pub concept: String,
    /// The form for each of its options.
    #[serde(rename = "valg")]
    pub forms: BTreeMap<String, String>,
}

/// `klarsprak.json`: what is not plain, and what would be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainLanguage {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// How long a sentence may be.
    #[serde(rename = "setning")]
    pub sentence: SentenceLength,
    /// How heavy a text may be.
    pub lix: Lix,
    /// Bokmål.
    pub nb: PlainWords,
    /// Nynorsk.
    pub nn: PlainWords,
    /// English.
    pub en: PlainWords,
}

/// How long a sentence may be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentenceLength {
    /// The most words.
    #[serde(rename = "høyst-ord")]
    pub most_words: usize,
}

/// How heavy a text may be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lix {
    /// The most.
    #[serde(rename = "høyst")]
    pub most: usize,
    /// Shorter texts are not measured; the number says little of them.
    #[serde(rename = "fra-ord")]
    pub from_words: usize,
}

/// The words of one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainWords {
    /// Words of the office.
    #[serde(rename = "kansellispråk")]
    pub office: Vec<OfficeWord>,
    /// Words that negate.
    #[serde(rename = "nekting")]
    pub negations: Vec<String>,
    /// Expressions in which they do not count.
    #[serde(rename = "faste-uttrykk")]
    pub fixed: Vec<String>,
    /// Words that begin a new thought, in which one may negate anew.
    #[serde(rename = "ny-tanke")]
    pub begins_clause: Vec<String>,
}

/// Words of the office and a better one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeWord {
    /// The forms to look for.
    #[serde(rename = "ord")]
    pub words: Vec<String>,
    /// What to write.
    #[serde(rename = "bedre")]
    pub better: String,
}

/// A text of the rule book, which lawyers and residents read in Norwegian.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Norwegian {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
}

/// `regelbok.json`: what the pages of the rule book say round the rules.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleBookWords {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// By name.
    #[serde(rename = "ord")]
    pub words: BTreeMap<String, Norwegian>,
    /// The acts by their short names, in the order of the front page.
    #[serde(rename = "regelverk")]
    pub acts: Vec<Act>,
}

/// An act or regulation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Its short name, as in citations.
    pub id: String,
    /// Its name in full.
    #[serde(rename = "navn")]
    pub name: Norwegian,
}

/// `senere/utregning.json`: how numbers that are asked for can be worked out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkingFile {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// In order.
    #[serde(rename = "utregninger")]
    pub workings: Vec<Working>,
    /// Words of the form and the account, by name.
    #[serde(rename = "ord")]
    pub words: BTreeMap<String, Text>,
}

/// A way to a number.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Working {
    /// Its name.
    pub id: String,
    /// The questions that it answers.
    #[serde(rename = "for")]
    pub concepts: Vec<String>,
    /// What is worked out.
    #[serde(rename = "navn")]
    pub name: Text,
    /// How to go about it.
    #[serde(rename = "hjelp")]
    pub help: Option<Text>,
    /// Which way the answer is rounded.
    #[serde(rename = "avrunding")]
    pub rounding: WorkingRounding,
    /// What is measured, where there is one way to measure.
    #[serde(rename = "mål", default)]
    pub measures: Vec<Measured>,
    /// What is made of it.
    #[serde(rename = "steg", default)]
    pub steps: Vec<WorkingStep>,
    /// The ways to measure, where there are several.
    #[serde(rename = "varianter", default)]
    pub variants: Vec<WorkingVariant>,
}

/// Which way a number is rounded.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum WorkingRounding {
    /// Up.
    #[serde(rename = "opp")]
    Up,
    /// Down.
    #[serde(rename = "ned")]
    Down,
}

/// One of several ways to measure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkingVariant {
    /// Its name.
    pub id: String,
    /// What people call it.
    #[serde(rename = "navn")]
    pub name: Text,
    /// How to measure so.
    #[serde(rename = "hjelp")]
    pub help: Option<Text>,
    /// What is measured.
    #[serde(rename = "mål")]
    pub measures: Vec<Measured>,
    /// What is made of it.
    #[serde(rename = "steg")]
    pub steps: Vec<WorkingStep>,
}

/// A measure, or several that are repeated together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// Its name.
    pub id: String,
    /// What it is called.
    #[serde(rename = "navn")]
    pub name: Option<Text>,
    /// How to take it.
    #[serde(rename = "hjelp")]
    pub help: Option<Text>,
    /// What it is written in.
    #[serde(rename = "enhet")]
    pub unit: Option<WorkingUnit>,
    /// Whether it may be left out.
    #[serde(rename = "valgfri", default)]
    pub optional: bool,
    /// What stands there from the start.
    #[serde(rename = "utfylt")]
    pub filled: Option<String>,
    /// That there may be several.
    #[serde(rename = "gjentas")]
    pub rows: Option<WorkingRows>,
    /// What is measured of each part.
    #[serde(rename = "mål", default)]
    pub measures: Vec<Measured>,
}

/// What a measure is written in.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum WorkingUnit {
    /// Metres.
    #[serde(rename = "m")]
    Metre,
    /// Centimetres.
    #[serde(rename = "cm")]
    Centimetre,
    /// Square metres.
    #[serde(rename = "m²")]
    SquareMetre,
    /// How many.
    #[serde(rename = "antall")]
    Count,
}

/// How often a measure may be repeated.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkingRows {
    /// At least.
    #[serde(rename = "minst")]
    pub least: u8,
    /// At most.
    #[serde(rename = "høyst")]
    pub most: u8,
    /// What a part is called.
    #[serde(rename = "del")]
    pub part: Text,
    /// What the button says that adds one.
    #[serde(rename = "legg-til")]
    pub add: Text,
}

/// Something made of measures and of earlier steps.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkingStep {
    /// Its name in later steps.
    pub id: String,
    /// What it is, in words.
    #[serde(rename = "navn")]
    pub name: Text,
    /// Where the law says so.
    #[serde(rename = "hjemmel")]
    pub citation: Option<Citation>,
    /// For each of whose parts it is made.
    #[serde(rename = "for-hver")]
    pub each: Option<String>,
    /// What is done.
    #[serde(rename = "er")]
    pub operation: WorkingOperation,
}

/// What can be done with measures.
#[derive(Clone, Debug, Deserialize)]
pub enum WorkingOperation {
    /// All together.
    #[serde(rename = "sum")]
    Sum(Vec<String>),
    /// All multiplied.
    #[serde(rename = "gange")]
    Product(Vec<String>),
    /// The first less the others.
    #[serde(rename = "minus")]
    Less(Vec<String>),
    /// The mean.
    #[serde(rename = "snitt")]
    Mean(Vec<String>),
    /// The largest.
    #[serde(rename = "største")]
    Largest(Vec<String>),
    /// The smallest.
    #[serde(rename = "minste")]
    Smallest(Vec<String>),
    /// Twice.
    #[serde(rename = "ganger-to")]
    Double(String),
    /// Half.
    #[serde(rename = "delt-på-to")]
    Half(String),
    /// How far two are apart.
    #[serde(rename = "forskjell")]
    Apart(Vec<String>),
    /// What share the first is of the second.
    #[serde(rename = "prosent")]
    Share(Vec<String>),
    /// Something that only counts on one side of a limit.
    #[serde(rename = "teller-med")]
    Counted(WorkingCounted),
}

/// What only counts on one side of a limit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkingCounted {
    /// What counts.
    #[serde(rename = "hva")]
    pub what: String,
    /// What is held against the limit.
    #[serde(rename = "når")]
    pub when: String,
    /// More than this.
    #[serde(rename = "over")]
    pub over: Option<String>,
    /// Less than this.
    #[serde(rename = "under")]
    pub under: Option<String>,
}

/// `grunnlag/*.json`: answers that many examples share.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaseCase {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Its name.
    pub id: String,
    /// What it is.
    #[serde(rename = "navn")]
    pub name: String,
    /// The answers.
    #[serde(rename = "svar")]
    pub answers: BTreeMap<String, String>,
}

/// `*.eksempler.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleFile {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The rule it tries by itself.
    #[serde(rename = "regel")]
    pub rule: Option<String>,
    /// The kind of work it tries as a whole.
    #[serde(rename = "tiltak")]
    pub project: Option<String>,
    /// The day of all examples that name no other.
    #[serde(rename = "på-dato")]
    pub date: String,
    /// Shared answers, merged first.
    #[serde(rename = "bygger-på", default)]
    pub builds_on: Vec<String>,
    /// The ordinary case.
    #[serde(rename = "grunnlag", default)]
    pub base: BTreeMap<String, String>,
    /// The examples.
    #[serde(rename = "eksempler")]
    pub examples: Vec<Example>,
}

/// One example: what differs from the ordinary case, and the right answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// A sentence about the law.
    #[serde(rename = "navn")]
    pub name: String,
    /// Another day.
    #[serde(rename = "på-dato")]
    pub date: Option<String>,
    /// Answers that differ.
    #[serde(rename = "endre", default)]
    pub change: BTreeMap<String, String>,
    /// Answers not given.
    #[serde(rename = "uten", default)]
    pub without: Vec<String>,
    /// The right answer.
    #[serde(rename = "utfall")]
    pub outcome: String,
    /// The mildest application it can be.
    #[serde(rename = "minst")]
    pub at_least: Option<String>,
    /// Whether the works may start.
    #[serde(rename = "kan-starte")]
    pub may_start: Option<bool>,
    /// Lists that must match.
    #[serde(rename = "dispensasjoner")]
    pub dispensations: Option<Vec<String>>,
    /// Permits.
    #[serde(rename = "tillatelser")]
    pub permits: Option<Vec<String>>,
    /// Duties, the standard ones left out.
    #[serde(rename = "plikter")]
    pub duties: Option<Vec<String>>,
    /// Things to clear.
    #[serde(rename = "avklar")]
    pub clearances: Option<Vec<String>>,
    /// What follows from a rule tried alone, the standard duties included.
    #[serde(rename = "følger")]
    pub consequences: Option<Vec<String>>,
    /// The limits that are broken, as the resident reads them.
    #[serde(rename = "grenser")]
    pub limits: Option<Vec<String>>,
    /// The conditions broken in a rule tried alone, numbered from one.
    #[serde(rename = "brutte-vilkår")]
    pub broken_conditions: Option<Vec<usize>>,
    /// The conditions left unknown in a rule tried alone, numbered from one.
    #[serde(rename = "uavklarte-vilkår")]
    pub open_conditions: Option<Vec<usize>>,
    /// The rules tried and broken, for a kind of work.
    #[serde(rename = "brutte-regler")]
    pub broken_rules: Option<Vec<String>>,
    /// What is broken.
    #[serde(rename = "brudd")]
    pub broken: Option<Vec<String>>,
    /// What is missing.
    #[serde(rename = "mangler")]
    pub missing: Option<Vec<String>>,
}
