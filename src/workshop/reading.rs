//! One file as the page shows it: a provision as sentences beside the statute, any other file by its texts.

use serde::Serialize;

use crate::review::document::{Document, step};

use super::edit::{Field, Shape};
use super::glossary::Glossary;
use super::sentence::{Sentence, sentence};

/// A file, read.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Reading {
    /// What stands at the top of a provision; absent in other files.
    pub provision: Option<Provision>,
    /// Texts in three languages, each with what it is.
    pub texts: Vec<Text>,
}

/// A provision.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Provision {
    /// Where the statute can be read.
    pub link: Option<String>,
    /// First day, edition and the day it was checked.
    pub dates: Vec<Named>,
    /// The statute, sentence by sentence.
    pub wording: Vec<Field>,
    /// Why the statute is not quoted.
    pub basis: Option<String>,
    /// What it is about at all.
    pub scope: Option<Sentence>,
    /// Its conditions.
    pub conditions: Vec<Condition>,
    /// What else it says, in the order in which it is read.
    pub facts: Vec<Fact>,
}

/// Something a provision says beside its conditions.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Fact {
    /// The key.
    pub key: String,
    /// What it says; each with when that holds, where it does not always.
    pub lines: Vec<(String, Option<Sentence>)>,
}

/// A place with the key that says what it is.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Named {
    /// The key.
    pub key: String,
    /// The place.
    pub field: Field,
}

/// A condition beside its words.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Condition {
    /// The statute's words.
    pub quote: Option<Field>,
    /// What is required.
    pub requirement: Sentence,
    /// What the resident reads where it is broken.
    pub broken: Vec<Named>,
    /// When it stays unknown, and what must then be cleared.
    pub doubt: Option<(Sentence, String)>,
    /// What follows where it is broken.
    pub follows: Vec<(Option<Sentence>, Vec<String>)>,
}

/// A text in three languages.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Text {
    /// The keys on the way to it.
    pub about: Vec<String>,
    /// One place for each language.
    pub languages: Vec<Named>,
}

/// The languages, in the order in which they are shown.
const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];

/// Reads a file; `None` where it is not JSON.
#[must_use]
pub fn read(text: &str, glossary: &Glossary) -> Option<Reading> {
    let document = Document::read(text).ok()?;
    let provision = document.get("hjemmel").and(document.get("gjelder")).map(|_| provision(&document, glossary));
    let mut texts = Vec::new();
    gather(&document, "", &mut Vec::new(), &mut texts);
    if provision.is_some() {
        // These stand with their conditions.
        texts.retain(|text| text.about.first().is_none_or(|key| key != "vilkår"));
    }
    Some(Reading { provision, texts })
}

fn provision(document: &Document, glossary: &Glossary) -> Provision {
    let wording = document.get("ordlyd");
    let lines = wording.map(Document::items).unwrap_or_default().iter().enumerate();
    let lines = lines.filter_map(|(at, line)| Some(field(&step("/ordlyd", at), Shape::Text, line.text()?)));
    let conditions = document.get("vilkår").map(Document::items).unwrap_or_default().iter().enumerate();
    Provision {
        link: document.get("hjemmel").and_then(|legal| legal.text_at("lenke")).map(str::to_owned),
        dates: dates(document),
        wording: lines.collect(),
        basis: wording.and_then(|wording| wording.text_at("grunnlag")).map(str::to_owned),
        scope: document.get("virkeområde").map(|scope| sentence(scope, "/virkeområde", glossary)),
        conditions: conditions.map(|(at, it)| condition(it, &step("/vilkår", at), glossary)).collect(),
        facts: FACTS.into_iter().filter_map(|key| fact(key, document.get(key)?, glossary)).collect(),
    }
}

/// What else a provision says.
const FACTS: [&str; 7] = ["utfall", "forutsetter", "ved-siden-av", "plikter", "avklar", "ikke-kodet", "kontrollert"];

fn fact(key: &str, content: &Document, glossary: &Glossary) -> Option<Fact> {
    let single = core::slice::from_ref(content);
    let items = if matches!(content, Document::List(_)) { content.items() } else { single };
    let line = |(at, item): (usize, &Document)| {
        let place = step(&step("", key), at);
        let when = item.get("når").map(|when| sentence(when, &step(&place, "når"), glossary));
        (said(item, glossary), when)
    };
    let lines: Vec<_> = items.iter().enumerate().map(line).collect();
    (!lines.is_empty()).then(|| Fact { key: key.to_owned(), lines })
}

/// A name where it is an id, and otherwise its texts one after another; empty for nothing at all.
fn said(item: &Document, glossary: &Glossary) -> String {
    if let Some(id) = item.text().or_else(|| item.text_at("id")) {
        return named(id, glossary);
    }
    item.entries().iter().filter_map(|(_, part)| part.text()).collect::<Vec<_>>().join(" – ")
}

fn dates(document: &Document) -> Vec<Named> {
    let from = document.get("gjelder").and_then(|when| when.text_at("fra")).unwrap_or_default();
    let edition = document.text_at("utgave").unwrap_or_default();
    vec![
        Named { key: "gjelder-fra".to_owned(), field: field("/gjelder/fra", Shape::Date, from) },
        Named { key: "utgave".to_owned(), field: field("/utgave", Shape::DateOrNothing, edition) },
    ]
}

fn condition(it: &Document, place: &str, glossary: &Glossary) -> Condition {
    let at = |key: &str| step(place, key);
    let read = |document: &Document, place: &str| sentence(document, place, glossary);
    let doubt = it.get("ved-tvil");
    let doubt = doubt.and_then(|doubt| Some((doubt.get("når")?, doubt.text_at("avklar")?)));
    let follows = it.get("følge").map(Document::items).unwrap_or_default().iter().enumerate();
    Condition {
        quote: it.text_at("sitat").map(|quote| field(&at("sitat"), Shape::Text, quote)),
        requirement: it.get("krav").map_or(Sentence::One(Vec::new()), |krav| read(krav, &at("krav"))),
        broken: it.get("ved-brudd").map(|text| languages(text, &at("ved-brudd"))).unwrap_or_default(),
        doubt: doubt.map(|(when, clear)| (read(when, &step(&at("ved-tvil"), "når")), named(clear, glossary))),
        follows: follows.map(|(n, line)| follow(line, &step(&at("følge"), n), glossary)).collect(),
    }
}

fn follow(line: &Document, place: &str, glossary: &Glossary) -> (Option<Sentence>, Vec<String>) {
    let when = line.get("når").map(|when| sentence(when, &step(place, "når"), glossary));
    let gives = line.get("gir").map(Document::items).unwrap_or_default();
    (when, gives.iter().filter_map(|id| Some(named(id.text()?, glossary))).collect())
}

fn named(id: &str, glossary: &Glossary) -> String {
    glossary.name(id).to_owned()
}

fn field(place: &str, shape: Shape, value: &str) -> Field {
    Field { place: place.to_owned(), shape, value: value.to_owned() }
}

fn languages(text: &Document, place: &str) -> Vec<Named> {
    let one = |language: &str| {
        let field = field(&step(place, language), Shape::Text, text.text_at(language)?);
        Some(Named { key: language.to_owned(), field })
    };
    LANGUAGES.into_iter().filter_map(one).collect()
}

/// Every text in three languages, wherever it stands.
fn gather(document: &Document, place: &str, about: &mut Vec<String>, into: &mut Vec<Text>) {
    if LANGUAGES.iter().all(|language| document.text_at(language).is_some()) {
        into.push(Text { about: about.clone(), languages: languages(document, place) });
        return;
    }
    let inside = |name: String, part: &Document, about: &mut Vec<String>, into: &mut Vec<Text>| {
        let place = step(place, &name);
        about.push(part.text_at("id").map_or(name, str::to_owned));
        gather(part, &place, about, into);
        about.pop();
    };
    for (key, part) in document.entries() {
        inside(key.clone(), part, about, into);
    }
    for (at, part) in document.items().iter().enumerate() {
        inside(at.to_string(), part, about, into);
    }
}
