//! Ways to work out a number: names resolved, units held against one another, in the words of each language.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::ConceptId;
use crate::rules::code::Code;
use crate::rules::path::Path;
use crate::rules::problem::Reader;
use crate::rules::quantity::Unit;
use crate::rules::source::Sources;
use crate::rules::wire;
use crate::rules::working::{
    Counted, Entry, Group, Measure, Operation, Rounding, Rows, Side, Step, Term, Variant, Working,
};

use super::names::{Form, Names};
use super::requirement::literal;
use super::words::{Language, Words};

const FILE: &str = "senere/utregning.json";

/// All of them in each language. Faults are told once.
pub(super) fn workings(sources: &Sources, names: &Names, words: &Words, reader: &mut Reader) -> [Vec<Working>; 3] {
    let Some(file) = &sources.workings else { return [Vec::new(), Vec::new(), Vec::new()] };
    reader.open(FILE);
    one_name(file, reader);
    let mut silent = Reader::default();
    let [nb, nn, en] = Language::ALL.map(|language| Maker { names, words, language });
    [nb.all(file, reader), nn.all(file, &mut silent), en.all(file, &mut silent)]
}

/// Each name once, and one way to each number.
fn one_name(file: &wire::WorkingFile, reader: &mut Reader) {
    let (mut ids, mut concepts) = (BTreeSet::new(), BTreeSet::new());
    for (n, working) in file.workings.iter().enumerate() {
        if !ids.insert(&working.id) {
            twice(&working.id, ("utregninger", n, "id"), reader);
        }
        for (place, concept) in working.concepts.iter().enumerate() {
            if !concepts.insert(concept) {
                let message = format!("`{concept}` har alt en utregning; samle dem i én med `varianter`");
                let path = Path::from(("utregninger", n, "for", place));
                reader.at(path, |reader| reader.fault(Code::TwoWorkings, message));
            }
        }
        let mut variants = BTreeSet::new();
        for (place, variant) in working.variants.iter().enumerate() {
            if !variants.insert(&variant.id) {
                twice(&variant.id, Path::from(("utregninger", n, "varianter", place)).then("id"), reader);
            }
        }
    }
}

fn twice(id: &str, path: impl Into<Path>, reader: &mut Reader) {
    let message = format!("`{id}` står to ganger; gi det ene et eget navn");
    reader.at(path, |reader| reader.fault(Code::TwoOfOneId, message));
}

/// What is needed to make them in one language.
struct Maker<'a> {
    names: &'a Names,
    words: &'a Words,
    language: Language,
}

impl Maker<'_> {
    fn all(&self, file: &wire::WorkingFile, reader: &mut Reader) -> Vec<Working> {
        let workings = file.workings.iter().enumerate();
        workings
            .filter_map(|(n, working)| reader.at(("utregninger", n), |reader| self.working(working, reader)))
            .collect()
    }

    fn text(&self, text: Option<&wire::Text>) -> String {
        text.map_or_else(String::new, |text| self.language.of(text).to_owned())
    }

    fn working(&self, wire: &wire::Working, reader: &mut Reader) -> Option<Working> {
        let plain = !wire.measures.is_empty() && !wire.steps.is_empty();
        let (none, several) = (wire.measures.is_empty() && wire.steps.is_empty(), wire.variants.len() > 1);
        if !(plain && wire.variants.is_empty() || none && several) {
            let message = "en utregning har enten `mål` og `steg`, eller minst to `varianter` som har det";
            return reader.need(None, Code::WorkingShape, message);
        }
        let variants = if plain {
            vec![self.variant(&wire.measures, &wire.steps, None, reader)]
        } else {
            let variants = wire.variants.iter().enumerate();
            let made = variants.map(|(n, variant)| {
                reader.at(("varianter", n), |reader| {
                    self.variant(&variant.measures, &variant.steps, Some(variant), reader)
                })
            });
            made.collect()
        };
        let variants = variants.into_iter().collect::<Option<Vec<Variant>>>()?;
        let unit = variants.first()?.steps.last()?.unit;
        if variants.iter().any(|variant| variant.steps.last().is_none_or(|step| step.unit != unit)) {
            let message = "variantene ender i ulike enheter; siste steg må gi det samme";
            return reader.at("varianter", |reader| reader.need(None, Code::WorkingUnits, message));
        }
        Some(Working {
            id: wire.id.clone(),
            concepts: self.concepts(&wire.concepts, unit, reader)?,
            name: self.text(Some(&wire.name)),
            help: self.text(wire.help.as_ref()),
            unit,
            rounding: match wire.rounding {
                wire::WorkingRounding::Up => Rounding::Up,
                wire::WorkingRounding::Down => Rounding::Down,
            },
            variants,
        })
    }

    fn concepts(&self, names: &[String], unit: Unit, reader: &mut Reader) -> Option<Vec<ConceptId>> {
        let read: Vec<_> = names
            .iter()
            .enumerate()
            .map(|(n, name)| {
                reader.at(("for", n), |reader| {
                    let known = self.names.known(name, reader)?;
                    // What it asks for cannot be told, and that has been said.
                    if matches!(known.form, Form::Broken) {
                        return None;
                    }
                    let fits = matches!(known.form, Form::Number(own) if own == unit) && !known.derived;
                    let sign = if unit == Unit::Count { "antall" } else { unit.sign() };
                    let message = format!("utregningen gir {sign}, og det er ikke det `{name}` spør om");
                    reader.need(fits.then_some(ConceptId(known.number)), Code::WorkingUnits, message)
                })
            })
            .collect();
        read.into_iter().collect()
    }

    fn variant(
        &self,
        measures: &[wire::Measured],
        steps: &[wire::WorkingStep],
        named: Option<&wire::WorkingVariant>,
        reader: &mut Reader,
    ) -> Option<Variant> {
        let groups: Vec<_> = measures
            .iter()
            .enumerate()
            .map(|(n, measured)| reader.at(("mål", n), |reader| self.group(measured, reader)))
            .collect();
        let groups = groups.into_iter().collect::<Option<Vec<Group>>>()?;
        let mut variant = Variant {
            id: named.map_or_else(String::new, |variant| variant.id.clone()),
            name: self.text(named.map(|variant| &variant.name)),
            help: self.text(named.and_then(|variant| variant.help.as_ref())),
            groups,
            steps: Vec::new(),
        };
        let mut terms = Terms::of(&variant, reader);
        for (n, step) in steps.iter().enumerate() {
            let made = reader.at(("steg", n), |reader| self.step(step, &variant, &mut terms, reader))?;
            variant.steps.push(made);
            terms.add(&step.id, Term::Step(small(n)), ("steg", n, "id"), reader);
        }
        let last = steps.len().saturating_sub(1);
        if variant.steps.last().is_some_and(|step| step.each.is_some()) {
            let message = "det siste steget er svaret, og kan ikke ha `for-hver`";
            return reader.at(("steg", last), |reader| reader.need(None, Code::TermShape, message));
        }
        terms.all_used(small(last), reader);
        Some(variant)
    }

    fn group(&self, wire: &wire::Measured, reader: &mut Reader) -> Option<Group> {
        let rows = match &wire.rows {
            Some(rows) if rows.least > rows.most || rows.most == 0 => {
                let message = "`minst` kan ikke være mer enn `høyst`, og `høyst` ikke null";
                return reader.at("gjentas", |reader| reader.need(None, Code::WorkingShape, message));
            }
            Some(rows) => Some(Rows { least: rows.least, most: rows.most, add: self.text(Some(&rows.add)) }),
            None => None,
        };
        let together = !wire.measures.is_empty();
        let alone = wire.unit.is_some() && wire.name.is_some();
        let fits = if together { wire.unit.is_none() && wire.name.is_none() && rows.is_some() } else { alone };
        if !fits {
            let message = "et mål har enten `navn` og `enhet`, eller `gjentas` og `mål` som hører sammen";
            return reader.need(None, Code::WorkingShape, message);
        }
        let measures = if together {
            let inner = wire.measures.iter().enumerate();
            let inner: Vec<_> = inner
                .map(|(n, measure)| {
                    reader.at(("mål", n), |reader| self.measure(measure, measure.help.as_ref(), reader))
                })
                .collect();
            inner.into_iter().collect::<Option<Vec<_>>>()?
        } else {
            vec![self.measure(wire, None, reader)?]
        };
        let part = wire.rows.as_ref().map(|rows| &rows.part);
        Some(Group { id: wire.id.clone(), name: self.text(part), help: self.text(wire.help.as_ref()), rows, measures })
    }

    fn measure(&self, wire: &wire::Measured, help: Option<&wire::Text>, reader: &mut Reader) -> Option<Measure> {
        let message = "et mål som hører sammen med andre, har `navn` og `enhet`, og ikke `mål`";
        let fits = wire.measures.is_empty() && wire.name.is_some();
        let unit = reader.need(wire.unit.filter(|_| fits), Code::WorkingShape, message)?;
        Some(Measure {
            id: wire.id.clone(),
            name: self.text(wire.name.as_ref()),
            help: self.text(help),
            entry: match unit {
                wire::WorkingUnit::Metre => Entry::Metre,
                wire::WorkingUnit::Centimetre => Entry::Centimetre,
                wire::WorkingUnit::SquareMetre => Entry::SquareMetre,
                wire::WorkingUnit::Count => Entry::Count,
            },
            optional: wire.optional,
            filled: wire.filled.clone().unwrap_or_default(),
        })
    }

    fn step(
        &self,
        wire: &wire::WorkingStep,
        variant: &Variant,
        terms: &mut Terms,
        reader: &mut Reader,
    ) -> Option<Step> {
        let each = match &wire.each {
            Some(id) => Some(reader.at("for-hver", |reader| repeated(id, variant, reader))?),
            None => None,
        };
        let operation = reader.at("er", |reader| operation(&wire.operation, terms, reader))?;
        let unit = reader.at("er", |reader| unit(&operation, each, variant, reader))?;
        let citation = wire.citation.as_ref();
        let citation = citation.map_or_else(String::new, |citation| self.words.write(citation, self.language));
        Some(Step { name: self.text(Some(&wire.name)), citation, each, unit, operation })
    }
}

/// Few enough for a byte; a form with more is no form.
fn small(place: usize) -> u8 {
    u8::try_from(place).unwrap_or(u8::MAX)
}

fn repeated(id: &str, variant: &Variant, reader: &mut Reader) -> Option<u8> {
    let place = variant.groups.iter().position(|group| group.id == id && group.rows.is_some());
    let message = format!("`{id}` er ikke noe som gjentas her; rett skrivemåten, eller gi det `gjentas`");
    reader.need(place.map(small), Code::UnknownTerm, message)
}

/// The names that a step may use, and those that are used.
struct Terms {
    known: BTreeMap<String, (Term, Path)>,
    used: BTreeSet<String>,
}

impl Terms {
    fn of(variant: &Variant, reader: &mut Reader) -> Self {
        let mut terms = Self { known: BTreeMap::new(), used: BTreeSet::new() };
        for (g, group) in variant.groups.iter().enumerate() {
            for (m, measure) in group.measures.iter().enumerate() {
                let alone = group.id == measure.id;
                let path =
                    if alone { Path::from(("mål", g, "id")) } else { Path::from(("mål", g, "mål", m)).then("id") };
                terms.add(&measure.id, Term::Measure(small(g), small(m)), path, reader);
            }
        }
        terms
    }

    fn add(&mut self, id: &str, term: Term, path: impl Into<Path>, reader: &mut Reader) {
        let path = path.into();
        if self.known.insert(id.to_owned(), (term, path.clone())).is_some() {
            twice(id, path, reader);
        }
    }

    fn get(&mut self, id: &str, reader: &mut Reader) -> Option<Term> {
        let term = self.known.get(id).map(|(term, _)| *term);
        let message = format!("`{id}` er ikke et mål, og ikke et steg før dette; rett skrivemåten, eller flytt steget");
        let term = reader.need(term, Code::UnknownTerm, message)?;
        self.used.insert(id.to_owned());
        Some(term)
    }

    fn all_used(&self, last: u8, reader: &mut Reader) {
        for (id, (term, path)) in &self.known {
            if *term != Term::Step(last) && !self.used.contains(id) {
                let message = format!("ingen steg bruker `{id}`; fjern det, eller ta det med");
                reader.at(path.clone(), |reader| reader.fault(Code::UnusedTerm, message));
            }
        }
    }
}

fn operation(wire: &wire::WorkingOperation, terms: &mut Terms, reader: &mut Reader) -> Option<Operation> {
    use wire::WorkingOperation as W;
    Some(match wire {
        W::Sum(ids) => Operation::Sum(all("sum", ids, 1, terms, reader)?),
        W::Product(ids) => Operation::Product(all("gange", ids, 2, terms, reader)?),
        W::Less(ids) => Operation::Less(all("minus", ids, 2, terms, reader)?),
        W::Mean(ids) => Operation::Mean(all("snitt", ids, 1, terms, reader)?),
        W::Largest(ids) => Operation::Largest(all("største", ids, 1, terms, reader)?),
        W::Smallest(ids) => Operation::Smallest(all("minste", ids, 1, terms, reader)?),
        W::Double(id) => Operation::Double(reader.at("ganger-to", |reader| terms.get(id, reader))?),
        W::Half(id) => Operation::Half(reader.at("delt-på-to", |reader| terms.get(id, reader))?),
        W::Apart(ids) => {
            let (one, other) = pair("forskjell", ids, terms, reader)?;
            Operation::Apart(one, other)
        }
        W::Share(ids) => {
            let (part, whole) = pair("prosent", ids, terms, reader)?;
            Operation::Share(part, whole)
        }
        W::Counted(wire) => Operation::Counted(reader.at("teller-med", |reader| counted(wire, terms, reader))?),
    })
}

fn all(key: &str, ids: &[String], least: usize, terms: &mut Terms, reader: &mut Reader) -> Option<Vec<Term>> {
    if ids.len() < least {
        let message = format!("`{key}` må ha minst {least} navn");
        return reader.at(key, |reader| reader.need(None, Code::TermShape, message));
    }
    let ids = ids.iter().enumerate();
    let read: Vec<_> = ids.map(|(n, id)| reader.at((key, n), |reader| terms.get(id, reader))).collect();
    read.into_iter().collect()
}

fn pair(key: &str, ids: &[String], terms: &mut Terms, reader: &mut Reader) -> Option<(Term, Term)> {
    match all(key, ids, 2, terms, reader)?.as_slice() {
        [one, other] => Some((*one, *other)),
        _ => reader.at(key, |reader| reader.need(None, Code::TermShape, format!("`{key}` må ha nøyaktig to navn"))),
    }
}

fn counted(wire: &wire::WorkingCounted, terms: &mut Terms, reader: &mut Reader) -> Option<Counted> {
    let what = reader.at("hva", |reader| terms.get(&wire.what, reader))?;
    let when = reader.at("når", |reader| terms.get(&wire.when, reader))?;
    let (key, side, limit) = match (&wire.over, &wire.under) {
        (Some(limit), None) => ("over", Side::Over, limit),
        (None, Some(limit)) => ("under", Side::Under, limit),
        _ => return reader.need(None, Code::TermShape, "`teller-med` har enten `over` eller `under`"),
    };
    let limit = reader.at(key, |reader| literal(limit, Some(Unit::Metre), reader))?;
    Some(Counted { what, when, side, limit })
}

/// What comes of it, where its terms can be put together so.
fn unit(operation: &Operation, each: Option<u8>, variant: &Variant, reader: &mut Reader) -> Option<Unit> {
    let terms = operation.terms();
    let takes_all =
        matches!(operation, Operation::Sum(_) | Operation::Mean(_) | Operation::Largest(_) | Operation::Smallest(_));
    let several = |term: &&Term| variant.several(**term).is_some_and(|group| each != Some(group));
    if let (false, Some(term)) = (takes_all, terms.iter().find(several)) {
        let name = variant.name(*term);
        let message = format!("«{name}» er flere; legg dem sammen først, eller gjør steget `for-hver`");
        return reader.need(None, Code::TermShape, message);
    }
    let units: Vec<Unit> = terms.iter().map(|term| variant.unit(*term)).collect();
    let unit = result(operation, &units);
    reader.need(
        unit,
        Code::WorkingUnits,
        "enhetene passer ikke sammen: m × m er m², og bare like enheter kan legges sammen",
    )
}

fn result(operation: &Operation, units: &[Unit]) -> Option<Unit> {
    let (first, others) = units.split_first()?;
    let same = others.iter().all(|other| other == first);
    match operation {
        Operation::Product(_) => product(units),
        Operation::Share(..) => (same && *first != Unit::Percent).then_some(Unit::Percent),
        Operation::Counted(_) => (others == [Unit::Metre]).then_some(*first),
        _ => same.then_some(*first),
    }
}

/// Lengths count one, areas two, and more than two there is no unit for.
fn product(units: &[Unit]) -> Option<Unit> {
    let mut lengths = 0;
    for unit in units {
        lengths += match unit {
            Unit::Metre => 1,
            Unit::SquareMetre => 2,
            Unit::Count => 0,
            Unit::Percent => return None,
        };
    }
    [Unit::Count, Unit::Metre, Unit::SquareMetre].get(lengths).copied()
}
