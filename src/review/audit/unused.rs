//! What is written and never used, and quick answers that answer nothing.

use std::collections::BTreeSet;

use crate::rules::code::Code;
use crate::rules::load::Loaded;
use crate::rules::problem::Finding;
use crate::rules::range::Range;
use crate::rules::requirements::{requirements, versions};
use crate::rules::{Base, Comparison, ConceptId, ConsequenceId, Requirement, RuleBook, RuleId, TableId};

/// Every concept is read by a rule, every consequence follows from something, every rule is tried by some work, and so on.
#[must_use]
pub fn everything_is_used(loaded: &Loaded) -> Vec<Finding> {
    [concepts(loaded), consequences(loaded), rules(loaded), tables(loaded), bases(loaded)].concat()
}

fn concepts(loaded: &Loaded) -> Vec<Finding> {
    let book = &loaded.book;
    let read = concepts_read(book);
    let unread = (0_u16..).map(ConceptId).zip(&book.concepts).filter(|(id, _)| !read.contains(id));
    unread
        .map(|(_, concept)| {
            let message = format!("ingen regel leser begrepet `{}`; bruk det eller fjern det", concept.id);
            let file = file_of_concept(loaded, &concept.id);
            Finding::new(Code::UnusedConcept, &file, ("begreper", &concept.id), message)
        })
        .collect()
}

/// The file that a concept stands in.
pub(super) fn file_of_concept(loaded: &Loaded, name: &str) -> String {
    let mut files = loaded.sources.concepts.iter();
    files.find(|(_, content)| content.concepts.contains_key(name)).map_or_else(String::new, |(file, _)| file.clone())
}

fn consequences(loaded: &Loaded) -> Vec<Finding> {
    let book = &loaded.book;
    let given = consequences_given(book);
    let idle = (0_u16..).map(ConsequenceId).zip(&book.consequences).filter(|(id, _)| !given.contains(id));
    idle.map(|(_, item)| {
        let message = format!("følgen `{}` kan aldri inntreffe; bruk den eller fjern den", item.id);
        Finding::new(Code::UnusedConsequence, "folger.json", ("følger", &item.id), message)
    })
    .collect()
}

fn rules(loaded: &Loaded) -> Vec<Finding> {
    let book = &loaded.book;
    let tried = rules_reached(book);
    let untried = (0_u16..).map(RuleId).zip(&book.rules).filter(|(id, _)| !tried.contains(id));
    let files = |id: &String| {
        let id = id.clone();
        loaded.sources.rules.iter().filter(move |(_, rule)| rule.id == id).map(|(file, _)| file)
    };
    untried
        .flat_map(|(_, rule)| files(&rule.id).map(|file| (file, &rule.id)))
        .map(|(file, id)| {
            let message = format!("ingen tiltak prøves mot regelen `{id}`; ta den i bruk eller fjern den");
            Finding::new(Code::UnusedRule, file, "id", message)
        })
        .collect()
}

fn tables(loaded: &Loaded) -> Vec<Finding> {
    let book = &loaded.book;
    let mut read = BTreeSet::new();
    let derived = book.concepts.iter().flat_map(|concept| &concept.derivation);
    let derived = derived.filter_map(|branch| branch.when.as_ref());
    versions(book).flat_map(requirements).chain(derived).for_each(|requirement| tables_read(requirement, &mut read));
    let known =
        |id: &str| (0_u16..).map(TableId).zip(&book.tables).any(|(n, table)| table.id == id && read.contains(&n.0));
    let idle = loaded.sources.tables.iter().filter(|(_, table)| !known(&table.id));
    idle.map(|(file, table)| {
        let message = format!("ingen regel leser tabellen `{}`; bruk den eller fjern den", table.id);
        Finding::new(Code::UnusedTable, file, "id", message)
    })
    .collect()
}

fn tables_read(requirement: &Requirement, into: &mut BTreeSet<u16>) {
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => parts.iter().for_each(|part| tables_read(part, into)),
        Requirement::Bound(_, _, bound) => into.extend(match bound.base {
            Base::Table(table, _) => Some(table.0),
            _ => None,
        }),
        Requirement::OneOf(..) => {}
    }
}

fn bases(loaded: &Loaded) -> Vec<Finding> {
    let files = loaded.sources.examples.iter();
    let built_on: BTreeSet<&String> = files.flat_map(|(_, file)| &file.builds_on).collect();
    let idle = loaded.sources.bases.iter().filter(|(_, base)| !built_on.contains(&base.id));
    idle.map(|(file, base)| {
        let message = format!("ingen eksempler bygger på grunnlaget `{}`; bruk det eller fjern det", base.id);
        Finding::new(Code::UnusedBase, file, "id", message)
    })
    .collect()
}

fn concepts_read(book: &RuleBook) -> BTreeSet<ConceptId> {
    let mut read = Vec::new();
    versions(book).flat_map(requirements).for_each(|requirement| requirement.concepts(&mut read));
    let mut place = 0;
    while let Some(concept) = read.get(place).copied() {
        place += 1;
        if !read.iter().take(place - 1).any(|known| *known == concept) {
            book.concept(concept).derivation.iter().for_each(|branch| branch.sources(&mut read));
        }
    }
    read.into_iter().collect()
}

fn consequences_given(book: &RuleBook) -> BTreeSet<ConsequenceId> {
    let from_rules = versions(book).flat_map(|version| {
        let additions = version.additions.iter().map(|addition| addition.consequence);
        let conditions = version.conditions.iter().flat_map(|condition| {
            let doubt = condition.doubt.iter().map(|doubt| doubt.clear);
            condition.consequences.iter().flat_map(|consequences| consequences.gives.iter().copied()).chain(doubt)
        });
        additions.chain(conditions)
    });
    let from_doubt = book
        .concepts
        .iter()
        .filter_map(|concept| concept.question.as_ref()?.unsure.as_ref())
        .map(|unsure| unsure.clear);
    from_rules.chain(from_doubt).chain([book.before]).collect()
}

fn rules_reached(book: &RuleBook) -> BTreeSet<RuleId> {
    let mut reached: Vec<RuleId> =
        book.projects.iter().flat_map(|project| project.tries.iter().chain(&project.beside)).copied().collect();
    let mut known = BTreeSet::new();
    while let Some(rule) = reached.pop() {
        if known.insert(rule) {
            let versions = &book.rule(rule).versions;
            reached.extend(versions.iter().flat_map(|version| version.presupposes.iter().chain(&version.beside)));
        }
    }
    known
}

/// "At least 30 m" must be enough for every fixed limit on what it answers.
#[must_use]
pub fn quick_answers_settle(loaded: &Loaded) -> Vec<Finding> {
    let book = &loaded.book;
    let mut findings = Vec::new();
    for (id, concept) in (0_u16..).map(ConceptId).zip(&book.concepts) {
        let quick = concept.question.iter().flat_map(|question| &question.quick).enumerate();
        let open = quick.filter(|(_, range)| {
            versions(book).flat_map(requirements).any(|requirement| leaves_open(requirement, id, **range))
        });
        findings.extend(open.map(|(n, _)| {
            let message = "hurtigsvaret avgjør ikke alle grensene på begrepet; velg et tall som er nok for dem alle";
            let file = file_of_concept(loaded, &concept.id);
            Finding::new(Code::QuickLeavesOpen, &file, ("begreper", &concept.id, "hurtigsvar", n), message)
        }));
    }
    findings
}

fn leaves_open(requirement: &Requirement, concept: ConceptId, range: Range) -> bool {
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => parts.iter().any(|part| leaves_open(part, concept, range)),
        Requirement::Bound(own, comparison, bound) if *own == concept => match bound.base {
            Base::Literal(limit) if bound.raised_by.is_none() => undecided(*comparison, range, Range::exactly(limit)),
            _ => false,
        },
        _ => false,
    }
}

fn undecided(comparison: Comparison, range: Range, limit: Range) -> bool {
    match comparison {
        Comparison::AtMost | Comparison::Over => range.at_most(limit).is_none(),
        Comparison::AtLeast | Comparison::Under => limit.at_most(range).is_none(),
        Comparison::Exactly => range.equals(limit).is_none(),
    }
}
