//! Concepts, the order of asking, and tables.

use crate::rules::date::Date;
use crate::rules::problem::Reader;
use crate::rules::quantity::{Unit, parse_quantity};
use crate::rules::range::Range;
use crate::rules::source::Sources;
use crate::rules::wire;
use crate::rules::{Branch, Choice, Concept, ConceptId, ConsequenceId, Kind, Part, Question, Step, Table, Unsure};

use super::names::{Form, Names};
use super::requirement::{literal, requirement, value};
use super::words::Words;

/// The concepts in the order of their numbers.
pub(super) fn concepts(sources: &Sources, names: &Names, words: &mut Words, reader: &mut Reader) -> Vec<Concept> {
    let mut concepts = Vec::new();
    for (file, content) in &sources.concepts {
        reader.open(file);
        for (name, concept) in &content.concepts {
            let made = reader.at(format!("`{name}`"), |reader| concept_of(name, concept, names, words, reader));
            concepts.extend(made);
        }
    }
    concepts.sort_by(|a, b| a.id.cmp(&b.id));
    concepts
}

fn concept_of(
    id: &str,
    wire: &wire::Concept,
    names: &Names,
    words: &mut Words,
    reader: &mut Reader,
) -> Option<Concept> {
    let known = names.concept(id)?;
    let kind = kind(&known.form, wire, words);
    if wire.question.is_some() != wire.derivation.is_empty() {
        reader.fault("et begrep må ha enten `spørsmål` eller `utledet`, ikke begge");
    }
    let question = match &wire.question {
        Some(text) => Some(question(text, wire, &known.form, names, words, reader)?),
        None => None,
    };
    Some(Concept {
        id: id.to_owned(),
        kind,
        name: words.keep(&wire.name),
        derivation: derivation(wire, &known.form, names, reader)?,
        question,
        measured_by: wire.measured_by.as_ref().map(|citation| words.cite(citation)),
    })
}

fn kind(form: &Form, wire: &wire::Concept, words: &mut Words) -> Kind {
    match form {
        Form::YesNo => Kind::YesNo,
        Form::Date => Kind::Date,
        Form::Number(unit) => Kind::Number(*unit),
        Form::Options(_) => {
            Kind::Choice(wire.options.iter().flatten().map(|choice| choice_of(choice, words)).collect())
        }
    }
}

fn choice_of(wire: &wire::Choice, words: &mut Words) -> Choice {
    Choice { id: wire.id.clone(), name: words.keep(&wire.name), help: wire.help.as_ref().map(|help| words.keep(help)) }
}

fn question(
    text: &wire::Text,
    wire: &wire::Concept,
    form: &Form,
    names: &Names,
    words: &mut Words,
    reader: &mut Reader,
) -> Option<Question> {
    let quick: Vec<_> = wire.quick.iter().map(|answer| quick(answer, form, reader)).collect();
    let numbers: Vec<_> = wire
        .numbers
        .iter()
        .map(|(name, number)| {
            let read = parse_quantity(number).ok().map(|(amount, unit)| (name.clone(), amount, unit));
            reader.need(read, format!("\"{number}\" i `tall` er ikke et tall med enhet"))
        })
        .collect();
    let unsure = match &wire.unsure {
        Some(unsure) => Some(unsure_of(unsure, names, words, reader)?),
        None => None,
    };
    Some(Question {
        text: words.keep(text),
        help: wire.help.as_ref().map(|help| words.keep(help)),
        why: wire.why.as_ref().map(|why| words.keep(why)),
        quick: quick.into_iter().collect::<Option<_>>()?,
        numbers: numbers.into_iter().collect::<Option<_>>()?,
        unsure,
    })
}

fn unsure_of(wire: &wire::Unsure, names: &Names, words: &mut Words, reader: &mut Reader) -> Option<Unsure> {
    let clear = names.consequence(&wire.clear);
    let clear = reader.need(clear, format!("`{}` finnes ikke i folger.json", wire.clear))?;
    Some(Unsure { clear: ConsequenceId(clear), with: wire.find.with.clone(), how: words.keep(&wire.find.how) })
}

/// An answer of one press: "minst 30 m" or "høyst 8 m".
fn quick(text: &str, form: &Form, reader: &mut Reader) -> Option<Range> {
    let Form::Number(unit) = form else {
        return reader.need(None, "bare mål har `hurtigsvar`");
    };
    half_open(text, *unit).or_else(|| {
        reader.need(None, format!("\"{text}\" er ikke et hurtigsvar, skriv \"minst 30 m\" eller \"høyst 8 m\""))
    })
}

/// Reads "minst 30 m" and "høyst 8 m" as ranges.
#[must_use]
pub fn half_open(text: &str, unit: Unit) -> Option<Range> {
    let (word, number) = text.trim().split_once(' ')?;
    let (amount, _) = parse_quantity(number).ok().filter(|(_, own)| *own == unit)?;
    match word {
        "minst" => Some(Range { low: amount, high: None }),
        "høyst" => Some(Range { low: 0, high: Some(amount) }),
        _ => None,
    }
}

fn derivation(wire: &wire::Concept, form: &Form, names: &Names, reader: &mut Reader) -> Option<Vec<Branch>> {
    let Form::Number(unit) = form else {
        if !wire.derivation.is_empty() {
            reader.fault("bare mål og antall kan ha `utledet`");
        }
        return Some(Vec::new());
    };
    let branches: Vec<_> = wire
        .derivation
        .iter()
        .map(|branch| {
            let when = match &branch.when {
                Some(when) => Some(requirement(when, names, reader)?),
                None => None,
            };
            Some(Branch { when, value: value(&branch.value, *unit, names, reader)? })
        })
        .collect();
    branches.into_iter().collect()
}

/// The order of asking. Every concept that is asked stands in one step, and in no more.
pub(super) fn parts(sources: &Sources, names: &Names, words: &mut Words, reader: &mut Reader) -> Vec<Part> {
    reader.open("steg.json");
    let Some(file) = &sources.steps else {
        reader.fault("filen mangler eller kan ikke leses");
        return Vec::new();
    };
    let given = |name: &String| sources.projects.iter().all(|(_, project)| project.given.contains_key(name));
    let all = || file.parts.iter().flat_map(|part| &part.steps).flat_map(|step| &step.concepts);
    for (name, known) in names.concepts() {
        let times = all().filter(|other| *other == name).count();
        if times != usize::from(!known.derived) && !(times == 0 && given(name)) {
            reader.fault(format!("begrepet `{name}` står i {times} steg; det som spørres om, skal stå i ett, og det som er utledet, i ingen"));
        }
    }
    file.parts.iter().map(|part| part_of(part, names, words, reader)).collect()
}

fn part_of(wire: &wire::Part, names: &Names, words: &mut Words, reader: &mut Reader) -> Part {
    let steps = wire.steps.iter().map(|step| {
        let concepts = step.concepts.iter().filter_map(|name| {
            let known =
                reader.need(names.concept(name), format!("`{name}` i steget `{}` er ikke et begrep", step.id))?;
            Some(ConceptId(known.number))
        });
        Step { id: step.id.clone(), name: words.keep(&step.name), concepts: concepts.collect() }
    });
    let steps = steps.collect();
    Part { name: words.keep(&wire.name), steps }
}

/// The tables in the order of their numbers.
pub(super) fn tables(sources: &Sources, reader: &mut Reader) -> Vec<Table> {
    let mut tables: Vec<Table> = sources
        .tables
        .iter()
        .filter_map(|(file, table)| {
            reader.open(file);
            let rows: Vec<_> = table
                .rows
                .iter()
                .map(|row| {
                    let from = reader.need(Date::parse_iso(&row.from), format!("\"{}\" er ikke en dato", row.from))?;
                    Some((from, literal(&row.value, Some(Unit::Metre), reader)?))
                })
                .collect();
            let rows = rows.into_iter().collect::<Option<Vec<_>>>()?;
            if !rows.is_sorted_by(|a, b| a.0 < b.0) {
                reader.fault("radene må stå etter dato, den eldste først");
            }
            Some(Table { id: table.id.clone(), rows })
        })
        .collect();
    tables.sort_by(|a, b| a.id.cmp(&b.id));
    tables
}
