//! `senere/ta-med.json`, word for word.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::rules::wire::{Citation, Text};

/// The file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeAway {
    /// Where editors find the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The notice to the municipality.
    #[serde(rename = "melding")]
    pub notice: Notice,
    /// What to do before, while and after.
    #[serde(rename = "gjøremål")]
    pub todo: Vec<Todo>,
    /// What an application takes.
    #[serde(rename = "søknad")]
    pub application: Vec<Line>,
    /// Who hears what residents think, where the municipality has told of nobody.
    #[serde(rename = "tilbakemelding")]
    pub feedback: Feedback,
    /// The words, by name.
    #[serde(rename = "ord")]
    pub words: BTreeMap<String, Text>,
}

/// The notice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The consequences that ask for it, and whether something was built or taken down.
    #[serde(rename = "følger")]
    pub consequences: BTreeMap<String, String>,
    /// What asks for it.
    #[serde(rename = "hjemmel")]
    pub citation: Citation,
    /// In the order of the law.
    #[serde(rename = "opplysninger")]
    pub pieces: Vec<Piece>,
}

/// A piece of information.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// Its letter in the law.
    #[serde(rename = "bokstav")]
    pub letter: String,
    /// What it is.
    #[serde(rename = "tekst")]
    pub text: Text,
    /// What it is where something was taken down.
    #[serde(rename = "riving")]
    pub demolished: Option<Text>,
    /// It is asked for where any of these was answered.
    #[serde(rename = "svart", default)]
    pub answered: Vec<String>,
    /// It is not asked for where something was taken down.
    #[serde(rename = "bare-bygg", default)]
    pub built_only: bool,
    /// What stands there where it is not asked for.
    #[serde(rename = "ellers")]
    pub otherwise: Option<Text>,
    /// What is filled in.
    #[serde(rename = "felt")]
    pub fields: Vec<Field>,
    /// What asks for it.
    #[serde(rename = "hjemmel")]
    pub citation: Citation,
}

/// Something to fill in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name, where there are several.
    #[serde(rename = "navn")]
    pub name: Option<Text>,
    /// The concepts that it is taken from.
    #[serde(rename = "av")]
    pub from: Vec<String>,
    /// What is missing and where it is found.
    #[serde(rename = "hvor")]
    pub place: Text,
    /// It is enclosed, not written.
    #[serde(rename = "vedlegg", default)]
    pub enclosed: bool,
    /// The answer is only a beginning.
    #[serde(rename = "utdyp", default)]
    pub rough: bool,
}

/// Something to do.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Todo {
    /// Its name in a calendar.
    pub id: String,
    /// Before, while or after.
    #[serde(rename = "når")]
    pub when: String,
    /// The day it is counted from.
    #[serde(rename = "fra")]
    pub from: String,
    /// How many days after that.
    #[serde(rename = "dager")]
    pub days: i32,
    /// How many days ahead a calendar says so.
    #[serde(rename = "varsle")]
    pub warn: u8,
    /// The day is a limit in law.
    #[serde(rename = "frist", default)]
    pub limit: bool,
    /// The answers go with it.
    #[serde(rename = "lenke", default)]
    pub linked: bool,
    /// The consequences that this is.
    #[serde(rename = "følge", default)]
    pub same: Vec<String>,
    /// The consequences that it comes with.
    #[serde(rename = "følger", default)]
    pub needs: Vec<String>,
    /// It concerns those who answered any of these.
    #[serde(rename = "svart", default)]
    pub answered: Vec<String>,
    /// In a few words.
    #[serde(rename = "tekst")]
    pub text: Option<Text>,
    /// The rest.
    #[serde(rename = "mer")]
    pub more: Option<Text>,
    /// What asks for it.
    #[serde(rename = "hjemmel")]
    pub citation: Option<Citation>,
}

/// A line about an application.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Where it stands.
    #[serde(rename = "del")]
    pub part: String,
    /// The outcomes it is shown at.
    #[serde(rename = "utfall")]
    pub outcomes: Vec<String>,
    /// The consequences that it comes with.
    #[serde(rename = "følger", default)]
    pub needs: Vec<String>,
    /// What it says.
    #[serde(rename = "tekst")]
    pub text: Text,
    /// What asks for it.
    #[serde(rename = "hjemmel")]
    pub citation: Option<Citation>,
}

/// Who hears what residents think.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    /// Who.
    #[serde(rename = "navn")]
    pub name: Text,
    /// The e-mail address.
    #[serde(rename = "epost")]
    pub mail: String,
}
