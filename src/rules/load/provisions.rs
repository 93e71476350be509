//! Rules through time, what may follow from them, and the kinds of work that they are tried on.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::rules::date::Date;
use crate::rules::problem::Reader;
use crate::rules::quantity::parse_amount;
use crate::rules::range::Range;
use crate::rules::source::Sources;
use crate::rules::wire;
use crate::rules::{
    Adapted, Addition, ConceptId, Condition, Consequence, ConsequenceId, Consequences, Doubt, Given, Outcome, Project,
    Requirement, Rule, RuleId, Sort, Version, Wording,
};

use super::names::{Form, Names};
use super::requirement::requirement;
use super::words::Words;

/// Everything that may follow, in the order of the numbers.
pub(super) fn consequences(sources: &Sources, words: &mut Words) -> Vec<Consequence> {
    let all = sources.consequences.iter().flat_map(|file| &file.consequences);
    all.map(|(id, wire)| Consequence {
        id: id.clone(),
        sort: sort(wire.sort),
        standard: wire.standard,
        name: words.keep(&wire.name),
        explanation: words.keep(&wire.explanation),
        action: words.keep(&wire.action),
        with: wire.with.clone(),
        citation: words.cite(&wire.citation),
    })
    .collect()
}

const fn sort(wire: wire::Sort) -> Sort {
    match wire {
        wire::Sort::Dispensation => Sort::Dispensation,
        wire::Sort::Permit => Sort::Permit,
        wire::Sort::Duty => Sort::Duty,
        wire::Sort::Clearance => Sort::Clearance,
    }
}

/// The rules, each with its versions by date.
pub(super) fn rules(sources: &Sources, names: &Names, words: &mut Words, reader: &mut Reader) -> Vec<Rule> {
    let mut versions: BTreeMap<&str, Vec<Version>> = names.rules().map(|id| (id.as_str(), Vec::new())).collect();
    for (file, wire) in &sources.rules {
        reader.open(file);
        let stem = file.rsplit('/').next().and_then(|name| name.strip_suffix(".json"));
        if stem != Some(wire.in_force.from.as_str()) {
            reader.fault(format!("filen må hete {}.json, etter `gjelder.fra`", wire.in_force.from));
        }
        let version = version(wire, names, words, reader);
        versions.entry(&wire.id).or_default().extend(version);
    }
    let in_order = |(id, mut versions): (&str, Vec<Version>)| {
        versions.sort_by_key(|version| version.from);
        Rule { id: id.to_owned(), versions }
    };
    versions.into_iter().map(in_order).collect()
}

fn version(wire: &wire::Rule, names: &Names, words: &mut Words, reader: &mut Reader) -> Option<Version> {
    let from = reader.need(Date::parse_iso(&wire.in_force.from), "`gjelder.fra` må være en dato som 2021-05-01")?;
    let to = match &wire.in_force.to {
        Some(to) => Some(reader.need(Date::parse_iso(to), "`gjelder.til` må være en dato som 2026-06-30")?),
        None => None,
    };
    let scope = optional(wire.scope.as_ref(), "virkeområde", names, reader)?;
    let mut conditions = Vec::new();
    for (place, condition) in wire.conditions.iter().enumerate() {
        conditions
            .extend(reader.at(format!("vilkår {}", place + 1), |reader| condition_of(condition, names, words, reader)));
    }
    let duties = wire.duties.iter().map(|addition| (addition, Sort::Duty));
    let clearances = wire.clearances.iter().map(|addition| (addition, Sort::Clearance));
    let additions = duties.chain(clearances).filter_map(|(addition, _)| addition_of(addition, names, reader)).collect();
    Some(Version {
        from,
        to,
        name: words.keep(&wire.name),
        citation: words.cite(&wire.citation),
        link: wire.citation.link.as_ref().map(|link| words.keep_same(link)),
        wording: wording(&wire.wording),
        checked: wire.checked.is_some(),
        outcome: wire.outcome.map(outcome),
        scope,
        presupposes: rule_ids(&wire.presupposes, names, reader),
        beside: rule_ids(&wire.beside, names, reader),
        conditions,
        additions,
        notes: wire.notes.iter().map(|note| words.keep(note)).collect(),
        procedure: wire.procedure.iter().map(|step| words.keep(step)).collect(),
    })
}

const fn wording(wire: &wire::Wording) -> Wording {
    match wire {
        wire::Wording::Quoted(_) => Wording::Read,
        wire::Wording::Unquoted(source) => match source.kind {
            wire::SourceKind::NotRead => Wording::NotRead,
            wire::SourceKind::Guidance => Wording::Guidance,
            wire::SourceKind::Practice => Wording::Practice,
        },
    }
}

const fn outcome(wire: wire::Outcome) -> Outcome {
    match wire {
        wire::Outcome::NotAMeasure => Outcome::NotAMeasure,
        wire::Outcome::Exempt => Outcome::Exempt,
        wire::Outcome::ApplyYourself => Outcome::ApplyYourself,
        wire::Outcome::ApplyWithProfessional => Outcome::ApplyWithProfessional,
    }
}

/// The outer option: whether it could be read; the inner: whether it is there.
#[allow(clippy::option_option, reason = "absent and unreadable are two things, and the second is already told")]
fn optional(json: Option<&Json>, place: &str, names: &Names, reader: &mut Reader) -> Option<Option<Requirement>> {
    match json {
        Some(json) => reader.at(place, |reader| requirement(json, names, reader)).map(Some),
        None => Some(None),
    }
}

fn condition_of(wire: &wire::Condition, names: &Names, words: &mut Words, reader: &mut Reader) -> Option<Condition> {
    let mut consequences = Vec::new();
    for consequence in &wire.consequences {
        let when = optional(consequence.when.as_ref(), "følge", names, reader)?;
        let gives = consequence.gives.iter().filter_map(|id| consequence_id(id, names, reader)).collect();
        consequences.push(Consequences { when, gives });
    }
    let doubt = match &wire.doubt {
        Some(doubt) => Some(Doubt {
            when: reader.at("ved-tvil", |reader| requirement(&doubt.when, names, reader))?,
            clear: consequence_id(&doubt.clear, names, reader)?,
        }),
        None => None,
    };
    Some(Condition {
        quote: wire.quote.as_ref().map(|quote| words.keep_same(quote)),
        requirement: requirement(&wire.requirement, names, reader)?,
        if_broken: words.keep(&wire.if_broken),
        consequences,
        doubt,
    })
}

fn addition_of(wire: &wire::Addition, names: &Names, reader: &mut Reader) -> Option<Addition> {
    let when = optional(wire.when.as_ref(), "når", names, reader)?;
    Some(Addition { consequence: consequence_id(&wire.id, names, reader)?, when })
}

fn consequence_id(id: &str, names: &Names, reader: &mut Reader) -> Option<ConsequenceId> {
    reader.need(names.consequence(id), format!("`{id}` finnes ikke i folger.json")).map(ConsequenceId)
}

fn rule_ids(ids: &[String], names: &Names, reader: &mut Reader) -> Vec<RuleId> {
    let find = |id: &String| reader.need(names.rule(id), format!("regelen `{id}` finnes ikke")).map(RuleId);
    ids.iter().filter_map(find).collect()
}

/// The kinds of work, in the order of their files.
pub(super) fn projects(sources: &Sources, names: &Names, words: &mut Words, reader: &mut Reader) -> Vec<Project> {
    let mut projects = Vec::new();
    for (shelf, (file, wire)) in shelved(sources, reader) {
        reader.open(file);
        let given = wire.given.iter().filter_map(|(name, answer)| given(name, answer, names, reader));
        let given = given.collect();
        let adapted = wire.adapted.iter().filter_map(|(name, adapted)| adapted_of(name, adapted, names, words, reader));
        let adapted = adapted.collect();
        projects.push(Project {
            id: wire.id.clone(),
            name: words.keep(&wire.name),
            definite: words.keep(&wire.definite),
            shelf: words.keep(&shelf.name),
            tries: rule_ids(&wire.tries, names, reader),
            beside: rule_ids(&wire.beside, names, reader),
            given,
            adapted,
            notes: wire.notes.iter().map(|note| words.keep(note)).collect(),
        });
    }
    projects
}

/// The projects in the order of the shelves. Every project stands on one.
fn shelved<'a>(sources: &'a Sources, reader: &mut Reader) -> Vec<(&'a wire::Shelf, &'a (String, wire::Project))> {
    reader.open("regelsett.json");
    let shelves = sources.rule_set.as_ref().map_or(&[][..], |rule_set| &rule_set.shelves);
    let mut placed = Vec::new();
    for shelf in shelves {
        for id in &shelf.projects {
            let known = sources.projects.iter().find(|(_, project)| project.id == *id);
            let known = reader.need(known, format!("`{id}` i `hyller` finnes ikke i rules/tiltak/"));
            placed.extend(known.map(|project| (shelf, project)));
        }
    }
    for (_, project) in &sources.projects {
        let times = placed.iter().filter(|(_, (_, known))| known.id == project.id).count();
        if times != 1 {
            reader.fault(format!("tiltaket `{}` står på {times} steder i `hyller`; det skal stå på ett", project.id));
        }
    }
    placed
}

fn given(name: &str, answer: &str, names: &Names, reader: &mut Reader) -> Option<(ConceptId, Given)> {
    let known = reader.need(names.concept(name), format!("`{name}` i `gitt` er ikke et begrep"))?;
    let place =
        |options: &[String]| options.iter().position(|option| option == answer).and_then(|n| u8::try_from(n).ok());
    let given = match &known.form {
        Form::YesNo => place(&["ja".to_owned(), "nei".to_owned()]).map(Given::Option),
        Form::Options(options) => place(options).map(Given::Option),
        Form::Number(unit) => parse_amount(answer, *unit).ok().map(|amount| Given::Number(Range::exactly(amount))),
        Form::Date => None,
    };
    let given = reader.need(given, format!("`{answer}` er ikke et svar på `{name}`"))?;
    Some((ConceptId(known.number), given))
}

fn adapted_of(
    name: &str,
    wire: &wire::Adapted,
    names: &Names,
    words: &mut Words,
    reader: &mut Reader,
) -> Option<(ConceptId, Adapted)> {
    let known = reader.need(names.concept(name), format!("`{name}` i `tilpass` er ikke et begrep"))?;
    let options = match (&wire.options, &known.form) {
        (None, _) => None,
        (Some(shown), Form::Options(options)) => {
            let bit = |word: &String| options.iter().position(|option| option == word).map(|place| 1_u32 << place);
            let bits: Option<Vec<u32>> = shown.iter().map(bit).collect();
            let bits = reader.need(bits, format!("`valg` i `tilpass` av `{name}` må være noen av begrepets valg"))?;
            Some(bits.into_iter().fold(0, |all, bit| all | bit))
        }
        (Some(_), _) => return reader.need(None, format!("`{name}` har ingen valg å begrense")),
    };
    let text = wire.question.as_ref().map(|text| words.keep(text));
    let help = wire.help.as_ref().map(|text| words.keep(text));
    Some((ConceptId(known.number), Adapted { text, help, options }))
}
