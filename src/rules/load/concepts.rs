//! Concepts, the order of asking, and tables.

use crate::rules::code::Code;
use crate::rules::path::Path;
use crate::rules::problem::Reader;
use crate::rules::quantity::{Unit, parse_quantity};
use crate::rules::range::Range;
use crate::rules::source::Sources;
use crate::rules::wire;
use crate::rules::{Branch, Choice, Concept, ConceptId, Kind, Part, Question, Step, Table, Unsure};

use super::date;
use super::names::{Form, Names};
use super::provisions::consequence_id;
use super::requirement::{literal, requirement, value};
use super::words::Words;

/// The concepts in the order of their numbers.
pub(super) fn concepts(sources: &Sources, names: &Names, words: &mut Words, reader: &mut Reader) -> Vec<Concept> {
    let files = sources.concepts.iter();
    let mut all: Vec<_> = files.flat_map(|(file, content)| content.concepts.iter().map(move |it| (it, file))).collect();
    // In the order of the book, so that texts are numbered as they will be read.
    all.sort_by_key(|((name, _), _)| *name);
    let mut concepts = Vec::new();
    for ((name, concept), file) in all {
        reader.open(file);
        let made = reader.at(("begreper", name), |reader| concept_of(name, concept, names, words, reader));
        concepts.extend(made);
    }
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
    let kind = kind(&known.form, wire, words)?;
    if wire.question.is_some() != wire.derivation.is_empty() {
        reader.fault(
            Code::QuestionOrDerived,
            "et begrep må ha enten `spørsmål` eller `utledet`: det første når vi spør, det andre når vi regner det ut",
        );
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
        of_property: known.of_property,
    })
}

fn kind(form: &Form, wire: &wire::Concept, words: &mut Words) -> Option<Kind> {
    Some(match form {
        Form::Broken => return None,
        Form::YesNo => Kind::YesNo,
        Form::Date => Kind::Date,
        Form::Number(unit) => Kind::Number(*unit),
        Form::Options(_) => {
            Kind::Choice(wire.options.iter().flatten().map(|choice| choice_of(choice, words)).collect())
        }
    })
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
    let quick = wire.quick.iter().enumerate();
    let quick: Vec<_> =
        quick.map(|(n, answer)| reader.at(("hurtigsvar", n), |reader| quick_of(answer, form, reader))).collect();
    let numbers: Vec<_> = wire.numbers.iter().map(|(name, text)| loaned(name, text, reader)).collect();
    let help = wire.help.as_ref().map(|help| words.keep(help));
    let more = wire.more.as_ref().map(|more| words.keep(more));
    let why = wire.why.as_ref().map(|why| words.keep(why));
    let unsure = match &wire.unsure {
        Some(unsure) => Some(unsure_of(unsure, names, words, reader)?),
        None => None,
    };
    Some(Question {
        text: words.keep(text),
        help,
        more,
        why,
        quick: quick.into_iter().collect::<Option<_>>()?,
        numbers: numbers.into_iter().collect::<Option<_>>()?,
        unsure,
    })
}

/// A number that the texts borrow.
fn loaned(name: &str, text: &str, reader: &mut Reader) -> Option<(String, i64, Unit)> {
    let read = parse_quantity(text).ok().map(|(amount, unit)| (name.to_owned(), amount, unit));
    let message = format!("\"{text}\" er ikke et tall med enhet; skriv det som \"1,0 m\"");
    reader.at(("tall", name), |reader| reader.need(read, Code::LoanedNumber, message))
}

fn unsure_of(wire: &wire::Unsure, names: &Names, words: &mut Words, reader: &mut Reader) -> Option<Unsure> {
    let clear = reader.at(("vet-ikke", "avklar"), |reader| consequence_id(&wire.clear, names, reader))?;
    Some(Unsure { clear, with: wire.find.with.clone(), how: words.keep(&wire.find.how) })
}

/// An answer of one press: "minst 30 m" or "høyst 8 m".
fn quick_of(text: &str, form: &Form, reader: &mut Reader) -> Option<Range> {
    let Form::Number(unit) = form else {
        let message = "bare mål og antall har `hurtigsvar`; fjern det, eller rett `type`";
        return reader.need(None, Code::QuickOfNoMeasure, message);
    };
    half_open(text, *unit).or_else(|| {
        let message = format!("\"{text}\" er ikke et hurtigsvar; skriv \"minst 30 m\" eller \"høyst 8 m\"");
        reader.need(None, Code::NotAQuickAnswer, message)
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
            let message = "bare mål og antall kan ha `utledet`; skriv `spørsmål` i stedet, eller rett `type`";
            reader.at("utledet", |reader| reader.fault(Code::DerivedNoNumber, message));
        }
        return Some(Vec::new());
    };
    let branches: Vec<_> = wire
        .derivation
        .iter()
        .enumerate()
        .map(|(n, branch)| reader.at(("utledet", n), |reader| branch_of(branch, *unit, names, reader)))
        .collect();
    branches.into_iter().collect()
}

fn branch_of(wire: &wire::Branch, unit: Unit, names: &Names, reader: &mut Reader) -> Option<Branch> {
    let when = match &wire.when {
        Some(when) => Some(reader.at("når", |reader| requirement(when, names, reader))?),
        None => None,
    };
    Some(Branch { when, value: reader.at("er", |reader| value(&wire.value, unit, names, reader))? })
}

/// The order of asking. Every concept that is asked stands in one step, and in no more.
pub(super) fn parts(sources: &Sources, names: &Names, words: &mut Words, reader: &mut Reader) -> Vec<Part> {
    reader.open("steg.json");
    let Some(file) = &sources.steps else { return Vec::new() };
    let given = |name: &String| sources.projects.iter().all(|(_, project)| project.given.contains_key(name));
    let all = stepped(file);
    for (name, known) in names.concepts() {
        let places: Vec<&Path> = all.iter().filter(|(other, _)| other == name).map(|(_, path)| path).collect();
        let times = places.len();
        if times != usize::from(!known.derived) && !(times == 0 && given(name)) {
            let message = format!(
                "begrepet `{name}` står i {times} steg; det som spørres om, skal stå i ett, og det som er utledet, i ingen"
            );
            let last = places.last().map_or_else(|| Path::from("deler"), |path| (*path).clone());
            reader.at(last, |reader| reader.fault(Code::Steps, message));
        }
    }
    let parts = file.parts.iter().enumerate();
    parts.map(|(n, part)| reader.at(("deler", n), |reader| part_of(part, names, words, reader))).collect()
}

/// Every concept of every step, and where it stands.
fn stepped(file: &wire::StepFile) -> Vec<(String, Path)> {
    let mut all = Vec::new();
    for (p, part) in file.parts.iter().enumerate() {
        for (s, step) in part.steps.iter().enumerate() {
            let path = Path::from(("deler", p, "steg", s));
            all.extend(step.concepts.iter().enumerate().map(|(n, name)| (name.clone(), path.then(("begreper", n)))));
        }
    }
    all
}

fn part_of(wire: &wire::Part, names: &Names, words: &mut Words, reader: &mut Reader) -> Part {
    let steps = wire.steps.iter().enumerate().map(|(s, step)| {
        let concepts = step.concepts.iter().enumerate().filter_map(|(n, name)| {
            let known =
                reader.at(("steg", s), |reader| reader.at(("begreper", n), |reader| names.known(name, reader)))?;
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
                .enumerate()
                .map(|(n, row)| {
                    let from = reader.at(("rader", n, "fra"), |reader| date(&row.from, reader))?;
                    let value = |reader: &mut Reader| literal(&row.value, Some(Unit::Metre), reader);
                    Some((from, reader.at(("rader", n, "er"), value)?))
                })
                .collect();
            let rows = rows.into_iter().collect::<Option<Vec<_>>>()?;
            if let Some(n) = rows.windows(2).position(|pair| !pair.is_sorted_by(|a, b| a.0 < b.0)) {
                let message = "radene må stå etter dato, den eldste først, og hver dato bare én gang";
                reader.at(("rader", n + 1, "fra"), |reader| reader.fault(Code::RowsOutOfOrder, message));
            }
            Some(Table { id: table.id.clone(), rows })
        })
        .collect();
    tables.sort_by(|a, b| a.id.cmp(&b.id));
    tables
}
