//! What things are called: the names that sentences borrow from the rule files.

use std::collections::BTreeMap;

use crate::review::document::Document;
use crate::rules::quantity::Unit;
use crate::rules::source::Files;

/// A concept, as sentences need it.
#[derive(Clone, Debug, Default)]
pub struct Concept {
    /// What it is called.
    pub name: String,
    /// Its `type`.
    pub kind: String,
    /// The unit of its numbers.
    pub unit: Option<Unit>,
    /// Options and what they are called, in order.
    pub options: Vec<(String, String)>,
    /// Whether "don't know" is an answer.
    pub unsure: bool,
    /// Whether it follows from others.
    pub derived: bool,
}

/// The names of concepts, and of all else that has one. What cannot be read has none.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    concepts: BTreeMap<String, Concept>,
    names: BTreeMap<String, String>,
}

impl Glossary {
    /// Reads every name in the files.
    #[must_use]
    pub fn read(files: &Files) -> Self {
        let mut glossary = Self::default();
        for (path, text) in files.iter().filter(|(path, _)| has_names(path)) {
            if let Ok(document) = Document::read(text) {
                glossary.take(path, &document);
            }
        }
        glossary
    }

    fn take(&mut self, path: &str, document: &Document) {
        let concepts = document.get("begreper").map(Document::entries).unwrap_or_default();
        self.concepts.extend(concepts.iter().map(|(id, content)| (id.clone(), concept(content))));
        let follow = document.get("følger").map(Document::entries).unwrap_or_default();
        self.names.extend(follow.iter().filter_map(|(id, content)| Some((id.clone(), name(content)?))));
        if !path.starts_with("begreper/") {
            self.names.extend(document.text_at("id").map(str::to_owned).zip(name(document)));
        }
    }

    /// A concept.
    #[must_use]
    pub fn concept(&self, id: &str) -> Option<&Concept> {
        self.concepts.get(id)
    }

    /// What a concept is called; its own id where nobody has named it.
    #[must_use]
    pub fn concept_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.concepts.get(id).map_or(id, |concept| concept.name.as_str())
    }

    /// What a rule, a table, a kind of work or a consequence is called.
    #[must_use]
    pub fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.names.get(id).map_or(id, String::as_str)
    }
}

fn has_names(path: &str) -> bool {
    !path.ends_with(".eksempler.json") && path != "kommuner.json" && path != "grensesnitt.json"
}

fn name(document: &Document) -> Option<String> {
    document.get("navn")?.text_at("nb").map(str::to_owned)
}

fn concept(content: &Document) -> Concept {
    let kind = content.text_at("type").unwrap_or_default();
    let unit = match (kind, content.text_at("enhet")) {
        ("mål", Some("m")) => Some(Unit::Metre),
        ("mål", Some("m²")) => Some(Unit::SquareMetre),
        ("mål", Some("%")) => Some(Unit::Percent),
        ("antall", _) => Some(Unit::Count),
        _ => None,
    };
    let options = content.get("valg").map(Document::items).unwrap_or_default();
    let options = options.iter().filter_map(|option| Some((option.text_at("id")?.to_owned(), name(option)?)));
    Concept {
        name: name(content).unwrap_or_default(),
        kind: kind.to_owned(),
        unit,
        options: options.collect(),
        unsure: content.get("vet-ikke").is_some(),
        derived: content.get("utledet").is_some(),
    }
}
