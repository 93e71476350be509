//! Every name that files may use for one another, with its number.

use std::collections::BTreeMap;

use crate::rules::code::Code;
use crate::rules::problem::Reader;
use crate::rules::quantity::Unit;
use crate::rules::source::Sources;
use crate::rules::wire::{self, ConceptKind};

/// What must be known of a concept to read a requirement on it.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) number: u16,
    pub(super) form: Form,
    /// Derived from others, never asked.
    pub(super) derived: bool,
    /// One answer for everything on the property.
    pub(super) of_property: bool,
}

/// The form of a concept's values.
#[derive(Clone, Debug)]
pub(super) enum Form {
    YesNo,
    Options(Vec<String>),
    Number(Unit),
    Date,
    /// It cannot be told, and that has been said: what builds on it is passed over in silence.
    Broken,
}

/// Names by sort. Numbers follow the alphabet, so the same files always give the same book.
#[derive(Debug, Default)]
pub(super) struct Names {
    concepts: BTreeMap<String, Known>,
    rules: BTreeMap<String, u16>,
    consequences: BTreeMap<String, u16>,
    tables: BTreeMap<String, u16>,
}

impl Names {
    pub(super) fn collect(sources: &Sources, reader: &mut Reader) -> Self {
        Self {
            concepts: concepts(sources, reader),
            rules: numbered(sources.rules.iter().map(|(_, rule)| rule.id.clone())),
            consequences: numbered(sources.consequences.iter().flat_map(|file| file.consequences.keys().cloned())),
            tables: numbered(sources.tables.iter().map(|(_, table)| table.id.clone())),
        }
    }

    pub(super) fn concept(&self, name: &str) -> Option<&Known> {
        self.concepts.get(name)
    }

    /// The concept, or a fault.
    pub(super) fn known(&self, name: &str, reader: &mut Reader) -> Option<&Known> {
        let message = format!("begrepet `{name}` finnes ikke; rett skrivemåten eller legg det i rules/begreper/");
        reader.need(self.concept(name), Code::UnknownConcept, message)
    }

    pub(super) fn concepts(&self) -> impl Iterator<Item = (&String, &Known)> {
        self.concepts.iter()
    }

    pub(super) fn rule(&self, name: &str) -> Option<u16> {
        self.rules.get(name).copied()
    }

    pub(super) fn rules(&self) -> impl Iterator<Item = &String> {
        self.rules.keys()
    }

    pub(super) fn consequence(&self, name: &str) -> Option<u16> {
        self.consequences.get(name).copied()
    }

    pub(super) fn table(&self, name: &str) -> Option<u16> {
        self.tables.get(name).copied()
    }
}

fn numbered(names: impl Iterator<Item = String>) -> BTreeMap<String, u16> {
    let sorted: std::collections::BTreeSet<String> = names.collect();
    sorted.into_iter().zip(0_u16..).collect()
}

fn concepts(sources: &Sources, reader: &mut Reader) -> BTreeMap<String, Known> {
    let mut known = BTreeMap::new();
    for (file, content) in &sources.concepts {
        reader.open(file);
        for (name, concept) in &content.concepts {
            let form = reader.at(("begreper", name), |reader| form(concept, reader));
            let derived = !concept.derivation.is_empty();
            let form = form.unwrap_or(Form::Broken);
            let of_property = concept.holds_for == Some(wire::HoldsFor::Property);
            if known.insert(name.clone(), Known { number: 0, form, derived, of_property }).is_some() {
                let message = format!("begrepet `{name}` står også i en annen fil; behold ett av dem");
                reader.at(("begreper", name), |reader| reader.fault(Code::TwoOfOneId, message));
            }
        }
    }
    known.values_mut().zip(0_u16..).for_each(|(known, number)| known.number = number);
    known
}

fn form(concept: &wire::Concept, reader: &mut Reader) -> Option<Form> {
    match (concept.kind, concept.unit.as_deref()) {
        (ConceptKind::Measure, unit) => {
            let unit = match unit {
                Some("m") => Some(Unit::Metre),
                Some("m²") => Some(Unit::SquareMetre),
                Some("%") => Some(Unit::Percent),
                _ => None,
            };
            reader.need(unit, Code::MissingUnit, "et mål må ha `enhet`: \"m\", \"m²\" eller \"%\"").map(Form::Number)
        }
        (_, Some(_)) => reader.at("enhet", |reader| {
            reader.need(None, Code::UnitOfNoMeasure, "bare begreper av type \"mål\" har `enhet`; fjern den")
        }),
        (ConceptKind::Count, None) => Some(Form::Number(Unit::Count)),
        (ConceptKind::Date, None) => Some(Form::Date),
        (ConceptKind::YesNo, None) => Some(Form::YesNo),
        (ConceptKind::Choice, None) => {
            let options =
                concept.options.as_ref().map(|options| options.iter().map(|option| option.id.clone()).collect());
            reader
                .need(options, Code::NoOptions, "et begrep av type \"valg\" må ha listen `valg`; legg den til")
                .map(Form::Options)
        }
    }
}
