//! How files fit together: one name for one thing, dates without overlap or gap, nothing that leads back to itself.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::rules::code::Code;
use crate::rules::date::Date;
use crate::rules::path::Path;
use crate::rules::problem::Reader;
use crate::rules::source::Sources;
use crate::rules::wire::Rule;

/// Options are bits of 32.
const MOST_OPTIONS: usize = 32;
/// Sets of concepts are four machine words.
const MOST_CONCEPTS: usize = 256;

/// Notes every fault.
pub(super) fn check(sources: &Sources, reader: &mut Reader) {
    room(sources, reader);
    one_name(sources, reader);
    one_rule_a_folder(sources, reader);
    dates(sources, reader);
    concepts_in_a_ring(sources, reader);
    rules_in_a_ring(sources, reader);
}

fn room(sources: &Sources, reader: &mut Reader) {
    let count: usize = sources.concepts.iter().map(|(_, file)| file.concepts.len()).sum();
    for (file, content) in &sources.concepts {
        reader.open(file);
        for (name, concept) in &content.concepts {
            if concept.options.as_ref().is_some_and(|options| options.len() > MOST_OPTIONS) {
                let message = format!("et begrep kan ha høyst {MOST_OPTIONS} valg; slå sammen noen av dem");
                reader.at(("begreper", name, "valg"), |reader| reader.fault(Code::TooManyOptions, message));
            }
        }
    }
    if let (true, Some((file, _))) = (count > MOST_CONCEPTS, sources.concepts.last()) {
        let message = format!("det er {count} begreper; det er plass til {MOST_CONCEPTS}. Fjern dem som ikke trengs");
        reader.open(file);
        reader.at("begreper", |reader| reader.fault(Code::TooManyConcepts, message));
    }
}

/// Shelves, kinds of work, tables, bases and options: each name once.
fn one_name(sources: &Sources, reader: &mut Reader) {
    shelves(sources, reader);
    let projects = sources.projects.iter().map(|(file, project)| (file, "tiltak", &project.id));
    let tables = sources.tables.iter().map(|(file, table)| (file, "tabellen", &table.id));
    let bases = sources.bases.iter().map(|(file, base)| (file, "grunnlaget", &base.id));
    let mut known: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (file, what, id) in projects.chain(tables).chain(bases) {
        if !known.insert((what, id)) {
            reader.open(file);
            let message = format!("{what} `{id}` har samme `id` som en annen fil; gi den et eget navn");
            reader.at("id", |reader| reader.fault(Code::TwoOfOneId, message));
        }
    }
    for (file, content) in &sources.concepts {
        reader.open(file);
        for (name, concept) in &content.concepts {
            let mut known = BTreeSet::new();
            for (n, option) in concept.options.iter().flatten().enumerate() {
                if !known.insert(&option.id) {
                    let message = format!("valget `{}` står to ganger; fjern det ene", option.id);
                    let path = Path::from(("begreper", name, "valg", n)).then("id");
                    reader.at(path, |reader| reader.fault(Code::TwoOfOneId, message));
                }
            }
        }
    }
}

fn shelves(sources: &Sources, reader: &mut Reader) {
    let mut known = BTreeSet::new();
    reader.open("regelsett.json");
    for (n, shelf) in sources.rule_set.iter().flat_map(|rule_set| &rule_set.shelves).enumerate() {
        drawing(n, &shelf.drawing, reader);
        if !known.insert(&shelf.id) {
            let message = format!("hyllen `{}` har samme `id` som en annen hylle; gi den et eget navn", shelf.id);
            reader.at(("hyller", n, "id"), |reader| reader.fault(Code::TwoOfOneId, message));
        }
    }
}

/// It becomes an attribute, and a digit in a text is refused elsewhere.
fn drawing(shelf: usize, path: &str, reader: &mut Reader) {
    if !path.chars().all(|c| c.is_ascii_digit() || "MLHVACZmlhvacz .,-".contains(c)) {
        let message = "`tegning` kan bare ha bokstavene i en SVG-sti (M, L, H, V, A, C og Z), tall og mellomrom";
        reader.at(("hyller", shelf, "tegning"), |reader| reader.fault(Code::NotADrawing, message));
    }
}

fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn one_rule_a_folder(sources: &Sources, reader: &mut Reader) {
    let mut homes: BTreeMap<&str, &str> = BTreeMap::new();
    let mut ids: BTreeMap<&str, &str> = BTreeMap::new();
    for (file, rule) in &sources.rules {
        let (home, id) = (folder(file), rule.id.as_str());
        let (known_id, known_home) = (*ids.entry(home).or_insert(id), *homes.entry(id).or_insert(home));
        if (known_id, known_home) != (id, home) {
            let message = format!(
                "mappen {home} og `id` `{id}` hører ikke sammen; alle filene i en mappe har samme `id`, og ingen andre"
            );
            reader.open(file);
            reader.at("id", |reader| reader.fault(Code::IdOfFolder, message));
        }
    }
}

/// One version of a rule for each day from its first file on, or until it is repealed.
fn dates(sources: &Sources, reader: &mut Reader) {
    let mut versions: BTreeMap<&str, Vec<Dated>> = BTreeMap::new();
    for (file, rule) in &sources.rules {
        versions.entry(&rule.id).or_default().extend(Dated::of(file, rule));
    }
    for versions in versions.values_mut() {
        versions.sort_by_key(|version| version.from);
        for pair in versions.windows(2) {
            if let [earlier, later] = pair {
                earlier.meets(later, reader);
            }
        }
        for Dated { file, from, to } in versions.iter() {
            if to.is_some_and(|to| to < *from) {
                reader.open(file);
                let message = "`til` er før `fra`; rett en av datoene";
                reader.at(("gjelder", "til"), |reader| reader.fault(Code::Overlap, message));
            }
        }
    }
}

struct Dated<'a> {
    file: &'a str,
    from: Date,
    to: Option<Date>,
}

impl<'a> Dated<'a> {
    fn of(file: &'a str, rule: &Rule) -> Option<Self> {
        let from = Date::parse_iso(&rule.in_force.from)?;
        Some(Self { file, from, to: rule.in_force.to.as_deref().and_then(Date::parse_iso) })
    }

    fn meets(&self, later: &Self, reader: &mut Reader) {
        if self.from == later.from {
            reader.open(later.file);
            let message = format!("{} gjelder fra samme dag; en dag har bare én ordlyd", self.file);
            return reader.at(("gjelder", "fra"), |reader| reader.fault(Code::Overlap, message));
        }
        let Some(to) = self.to else { return };
        reader.open(self.file);
        let (code, why) = match to.following() {
            next if next > later.from => (Code::Overlap, "gjelder de to filene samtidig"),
            next if next < later.from => (Code::Gap, "gjelder ingen av filene dagene imellom"),
            _ => return,
        };
        let message = format!("med denne datoen {why}, for {} gjelder fra {}; fjern `til`", later.file, later.from);
        reader.at(("gjelder", "til"), |reader| reader.fault(code, message));
    }
}

fn concepts_in_a_ring(sources: &Sources, reader: &mut Reader) {
    let mut leads_to: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let all = || sources.concepts.iter().flat_map(|(file, content)| content.concepts.iter().map(move |it| (file, it)));
    for (_, (name, concept)) in all() {
        let read = leads_to.entry(name).or_default();
        for branch in &concept.derivation {
            branch.when.iter().chain([&branch.value]).for_each(|json| words(json, read));
        }
    }
    for (file, (name, _)) in all().filter(|(_, (name, _))| leads_back(name, &leads_to)) {
        reader.open(file);
        let message = "begrepet er utledet av seg selv, direkte eller gjennom andre; bryt ringen";
        reader.at(("begreper", name, "utledet"), |reader| reader.fault(Code::ConceptCircle, message));
    }
}

/// Every word of a requirement or a value: whatever is not a concept leads nowhere.
fn words<'a>(json: &'a Json, into: &mut BTreeSet<&'a str>) {
    match json {
        Json::String(word) => drop(into.insert(word)),
        Json::Array(parts) => parts.iter().for_each(|part| words(part, into)),
        Json::Object(object) => object.iter().for_each(|(key, part)| {
            into.insert(key);
            words(part, into);
        }),
        _ => {}
    }
}

fn rules_in_a_ring(sources: &Sources, reader: &mut Reader) {
    let mut leads_to: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, rule) in &sources.rules {
        let next = rule.presupposes.iter().chain(&rule.beside).map(String::as_str);
        leads_to.entry(&rule.id).or_default().extend(next);
    }
    for (file, rule) in &sources.rules {
        for (key, ids) in [("forutsetter", &rule.presupposes), ("ved-siden-av", &rule.beside)] {
            for (n, id) in ids.iter().enumerate().filter(|(_, id)| reaches(id, &rule.id, &leads_to)) {
                reader.open(file);
                let message = format!("regelen `{id}` bygger igjen på denne regelen; bryt ringen");
                reader.at((key, n), |reader| reader.fault(Code::RuleCircle, message));
            }
        }
    }
}

fn leads_back(name: &str, leads_to: &BTreeMap<&str, BTreeSet<&str>>) -> bool {
    leads_to.get(name).is_some_and(|next| next.iter().any(|next| reaches(next, name, leads_to)))
}

fn reaches(from: &str, to: &str, leads_to: &BTreeMap<&str, BTreeSet<&str>>) -> bool {
    let (mut left, mut seen) = (vec![from], BTreeSet::new());
    while let Some(node) = left.pop() {
        if node == to {
            return true;
        }
        if seen.insert(node) {
            left.extend(leads_to.get(node).into_iter().flatten());
        }
    }
    false
}
