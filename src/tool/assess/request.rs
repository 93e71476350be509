//! One line of JSON, turned into a case; key by key, so that each fault can be named.

use crate::rules::YES_NO;
use core::fmt;
use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;
use unicode_normalization::UnicodeNormalization;

use crate::review::case::Fault;
use crate::tool::wire::case_keys;

/// A case, its texts not yet understood.
#[derive(Debug)]
pub(in crate::tool) struct Request {
    pub(in crate::tool) project: String,
    pub(in crate::tool) date: String,
    pub(in crate::tool) answers: BTreeMap<String, String>,
}

/// Reads a line. The id is there whenever it could be read, so that faults can be told under it.
pub(in crate::tool) fn read(line: &str) -> (Option<Box<RawValue>>, Result<Request, Vec<Fault>>) {
    let mut faults = Faults::default();
    let Some(mut fields) = faults.object("", line) else { return (None, Err(faults.0)) };
    let unknown = fields.keys().filter(|key| !case_keys::ALL.contains(&key.as_str()));
    unknown.for_each(|key| faults.add(key, format!("`{key}` er ikke en nøkkel her; nøklene er {}", keys())));
    let id = fields.remove(case_keys::ID).filter(|id| faults.scalar(id));
    let project = faults.text(case_keys::PROJECT, fields.get(case_keys::PROJECT).map(AsRef::as_ref));
    let date = faults.text(case_keys::DATE, fields.get(case_keys::DATE).map(AsRef::as_ref));
    let answers = fields.get(case_keys::ANSWERS).map(|answers| faults.answers(answers.get())).unwrap_or_default();
    if let Some(derivations) = fields.get(case_keys::DERIVATIONS) {
        faults.texts(case_keys::DERIVATIONS, derivations.get());
    }
    let request = match (project, date) {
        (Some(project), Some(date)) if faults.0.is_empty() => Ok(Request { project, date, answers }),
        _ => Err(faults.0),
    };
    (id, request)
}

fn keys() -> String {
    case_keys::ALL.join(", ")
}

#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, field: &str, message: impl Into<String>) {
        self.0.push(Fault { field: field.to_owned(), message: message.into() });
    }

    /// The values of an object by their keys; a key that stands twice is a fault.
    fn object(&mut self, field: &str, json: &str) -> Option<BTreeMap<String, Box<RawValue>>> {
        let pairs: Pairs = match serde_json::from_str(json) {
            Ok(pairs) => pairs,
            Err(error) => {
                self.add(field, not_an_object(&error));
                return None;
            }
        };
        let mut fields = BTreeMap::new();
        for (key, value) in pairs.0 {
            let key = composed(&key);
            let name = if field.is_empty() { key.clone() } else { format!("{field}.{key}") };
            if fields.insert(key, value).is_some() {
                self.add(&name, "nøkkelen står to ganger; fjern den ene");
            }
        }
        Some(fields)
    }

    fn scalar(&mut self, id: &RawValue) -> bool {
        let scalar = !id.get().starts_with(['{', '[']);
        if !scalar {
            self.add(case_keys::ID, "må være en tekst, et tall, true, false eller null");
        }
        scalar
    }

    fn text(&mut self, field: &str, value: Option<&RawValue>) -> Option<String> {
        let Some(value) = value else {
            self.add(field, format!("nøkkelen `{field}` mangler; legg den til"));
            return None;
        };
        let text = serde_json::from_str::<String>(value.get()).ok();
        if text.is_none() {
            self.add(field, "må være en tekst i anførselstegn");
        }
        text.map(|text| composed(&text))
    }

    /// An object of texts that are read by people only.
    fn texts(&mut self, field: &str, json: &str) {
        for (name, value) in self.object(field, json).unwrap_or_default() {
            self.text(&format!("{field}.{name}"), Some(&value));
        }
    }

    fn answers(&mut self, json: &str) -> BTreeMap<String, String> {
        let mut answers = BTreeMap::new();
        for (name, value) in self.object(case_keys::ANSWERS, json).unwrap_or_default() {
            match answer(value.get()) {
                Ok(text) => {
                    answers.insert(name, text);
                }
                Err(message) => self.add(&format!("{}.{name}", case_keys::ANSWERS), message),
            }
        }
        answers
    }
}

fn not_an_object(error: &serde_json::Error) -> String {
    match error.classify() {
        Category::Data => "må være et JSON-objekt, i krøllparenteser".to_owned(),
        _ => format!("er ikke gyldig JSON (ved tegn {})", error.column()),
    }
}

/// An answer as text. Whole numbers, true and false say the same without quotation marks.
fn answer(json: &str) -> Result<String, &'static str> {
    let [yes, no] = YES_NO;
    match json {
        "true" => return Ok(yes.to_owned()),
        "false" => return Ok(no.to_owned()),
        "null" => return Err("null er ikke et svar; utelat begrepet, eller skriv \"vet-ikke\""),
        _ => {}
    }
    if json.starts_with('"') {
        let text = serde_json::from_str::<String>(json);
        return text.map(|text| composed(&text)).map_err(|_| "teksten har et ugyldig tegn");
    }
    if json.starts_with(['{', '[']) {
        return Err("svaret må være en tekst, et helt tall, true eller false");
    }
    let whole = json.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if whole { Ok(json.to_owned()) } else { Err("skriv tall med desimaler som tekst, for eksempel \"4,5 m\"") }
}

/// Some systems write å as an a and a ring. Names in the rules are written with whole letters.
fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// The pairs of an object in their order, keys that stand twice included.
struct Pairs(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'de> Visitor<'de> for PairsVisitor {
    type Value = Pairs;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}
