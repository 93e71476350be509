//! Rules through time, what may follow from them, and the kinds of work that they are tried on.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::rules::YES_NO;
use crate::rules::code::Code;
use crate::rules::date::Date;
use crate::rules::path::Path;
use crate::rules::problem::Reader;
use crate::rules::quantity::parse_amount;
use crate::rules::range::Range;
use crate::rules::source::Sources;
use crate::rules::wire;
use crate::rules::{
    Adapted, Addition, ConceptId, Condition, Consequence, ConsequenceId, Consequences, Doubt, Given, Outcome, Project,
    Requirement, Rule, RuleId, Sort, Version, Wording,
};

use super::date;
use super::names::{Form, Names};
use super::requirement::{option_bits, requirement};
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
            let message =
                format!("filen må hete {}.json, etter `gjelder.fra`; rett navnet eller datoen", wire.in_force.from);
            reader.at(("gjelder", "fra"), |reader| reader.fault(Code::FileName, message));
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
    let from = reader.at(("gjelder", "fra"), |reader| date(&wire.in_force.from, reader));
    let to = wire.in_force.to.as_ref().map(|to| reader.at(("gjelder", "til"), |reader| date(to, reader)));
    let scope = optional(wire.scope.as_ref(), "virkeområde", names, reader);
    // In the order of the type, so that texts are numbered as they will be read.
    let (name, citation) = (words.keep(&wire.name), words.cite(&wire.citation));
    let mut conditions = Vec::new();
    for (n, condition) in wire.conditions.iter().enumerate() {
        conditions.extend(reader.at(("vilkår", n), |reader| condition_of(condition, names, words, reader)));
    }
    let mut additions = Vec::new();
    for (key, list) in [("plikter", &wire.duties), ("avklar", &wire.clearances)] {
        let list = list.iter().enumerate();
        additions.extend(list.filter_map(|(n, one)| reader.at((key, n), |reader| addition_of(one, names, reader))));
    }
    let checked_until = reader.at("kontrollert", |reader| control(wire, reader));
    let presupposes = rule_ids("forutsetter", &wire.presupposes, names, reader);
    let beside = rule_ids("ved-siden-av", &wire.beside, names, reader);
    Some(Version {
        from: from?,
        to: match to {
            Some(to) => Some(to?),
            None => None,
        },
        name,
        citation,
        wording: wording(&wire.wording),
        checked_until,
        outcome: wire.outcome.map(outcome),
        scope: scope?,
        presupposes,
        beside,
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
fn optional(
    json: Option<&Json>,
    place: impl Into<Path>,
    names: &Names,
    reader: &mut Reader,
) -> Option<Option<Requirement>> {
    match json {
        Some(json) => reader.at(place, |reader| requirement(json, names, reader)).map(Some),
        None => Some(None),
    }
}

fn condition_of(wire: &wire::Condition, names: &Names, words: &mut Words, reader: &mut Reader) -> Option<Condition> {
    let mut consequences = Vec::new();
    for (n, consequence) in wire.consequences.iter().enumerate() {
        let read = |reader: &mut Reader| consequences_of(consequence, names, reader);
        consequences.push(reader.at(("følge", n), read));
    }
    let doubt = wire.doubt.as_ref().map(|doubt| reader.at("ved-tvil", |reader| doubt_of(doubt, names, reader)));
    let requirement = reader.at("krav", |reader| requirement(&wire.requirement, names, reader));
    let doubt = match doubt {
        Some(doubt) => Some(doubt?),
        None => None,
    };
    Some(Condition {
        quote: wire.quote.as_ref().map(|quote| words.keep_same(quote)),
        requirement: requirement?,
        if_broken: words.keep(&wire.if_broken),
        consequences: consequences.into_iter().collect::<Option<_>>()?,
        doubt,
    })
}

fn consequences_of(wire: &wire::Consequences, names: &Names, reader: &mut Reader) -> Option<Consequences> {
    let when = optional(wire.when.as_ref(), "når", names, reader);
    let gives = wire.gives.iter().enumerate();
    let gives = gives.filter_map(|(n, id)| reader.at(("gir", n), |reader| consequence_id(id, names, reader))).collect();
    Some(Consequences { when: when?, gives })
}

fn doubt_of(wire: &wire::Doubt, names: &Names, reader: &mut Reader) -> Option<Doubt> {
    let when = reader.at("når", |reader| requirement(&wire.when, names, reader));
    let clear = reader.at("avklar", |reader| consequence_id(&wire.clear, names, reader));
    Some(Doubt { when: when?, clear: clear? })
}

fn addition_of(wire: &wire::Addition, names: &Names, reader: &mut Reader) -> Option<Addition> {
    let when = optional(wire.when.as_ref(), "når", names, reader);
    let consequence = reader.at("id", |reader| consequence_id(&wire.id, names, reader))?;
    Some(Addition { consequence, when: when? })
}

/// What may follow, by name, or a fault.
pub(super) fn consequence_id(id: &str, names: &Names, reader: &mut Reader) -> Option<ConsequenceId> {
    let message = format!("`{id}` finnes ikke i folger.json; rett skrivemåten eller legg til følgen der");
    reader.need(names.consequence(id), Code::UnknownConsequence, message).map(ConsequenceId)
}

fn rule_ids(key: &str, ids: &[String], names: &Names, reader: &mut Reader) -> Vec<RuleId> {
    let find = |(n, id): (usize, &String)| {
        let message = format!("regelen `{id}` finnes ikke; rett skrivemåten (navnet er `id` i regelens fil)");
        reader.at((key, n), |reader| reader.need(names.rule(id), Code::UnknownRule, message)).map(RuleId)
    };
    ids.iter().enumerate().filter_map(find).collect()
}

/// The kinds of work, in the order of their files.
pub(super) fn projects(sources: &Sources, names: &Names, words: &mut Words, reader: &mut Reader) -> Vec<Project> {
    let mut projects = Vec::new();
    let shelved = shelved(sources, reader);
    for (file, wire) in &shelved {
        reader.open(file);
        let given = wire.given.iter().filter_map(|(name, answer)| given(name, answer, names, reader));
        let given = given.collect();
        let adapted = wire.adapted.iter().filter_map(|(name, adapted)| adapted_of(name, adapted, names, words, reader));
        let adapted = adapted.collect();
        projects.push(Project {
            id: wire.id.clone(),
            name: words.keep(&wire.name),
            definite: words.keep(&wire.definite),
            tries: rule_ids("prøves-mot", &wire.tries, names, reader),
            beside: rule_ids("ved-siden-av", &wire.beside, names, reader),
            given,
            adapted,
            notes: wire.notes.iter().map(|note| words.keep(note)).collect(),
            often_with: often_with(wire, &shelved, reader),
        });
    }
    projects
}

/// What people often build with it, by its place on the shelves.
fn often_with(wire: &wire::Project, shelved: &[&(String, wire::Project)], reader: &mut Reader) -> Vec<u8> {
    let mut places = Vec::new();
    for (n, id) in wire.often_with.iter().enumerate() {
        let place = shelved.iter().position(|(_, project)| project.id == *id);
        let place = place.and_then(|place| u8::try_from(place).ok());
        let message = format!("tiltaket `{id}` finnes ikke i rules/tiltak/; rett skrivemåten eller fjern det herfra");
        let place = reader.at(("hører-ofte-med", n), |reader| {
            if *id == wire.id {
                let message = "et tiltak kan ikke høre til seg selv; fjern det herfra";
                reader.fault(Code::OftenWithItself, message);
            }
            reader.need(place, Code::UnknownProject, message)
        });
        places.extend(place);
    }
    places
}

/// The projects in the order of the shelves. Every project stands on one.
fn shelved<'a>(sources: &'a Sources, reader: &mut Reader) -> Vec<&'a (String, wire::Project)> {
    reader.open("regelsett.json");
    let all = sources.rule_set.as_ref().map_or(&[][..], |rule_set| &rule_set.shelves);
    let mut placed = Vec::new();
    for (s, shelf) in all.iter().enumerate() {
        for (n, id) in shelf.projects.iter().enumerate() {
            let known = sources.projects.iter().find(|(_, project)| project.id == *id);
            let message =
                format!("tiltaket `{id}` finnes ikke i rules/tiltak/; rett skrivemåten eller fjern det herfra");
            let path = ("hyller", s, "tiltak", n);
            let known = reader.at(path, |reader| reader.need(known, Code::UnknownProject, message));
            placed.extend(known);
        }
    }
    for (_, project) in &sources.projects {
        let times = placed.iter().filter(|(_, known)| known.id == project.id).count();
        if times != 1 {
            let message = format!("tiltaket `{}` står på {times} steder i `hyller`; det skal stå på ett", project.id);
            reader.at("hyller", |reader| reader.fault(Code::Shelves, message));
        }
    }
    placed
}

/// Until when a rule counts as checked: two people have signed, and a day is set for the next time.
fn control(wire: &wire::Rule, reader: &mut Reader) -> Option<Date> {
    let control = wire.control.as_ref()?;
    let day = reader.at("dato", |reader| date(&control.date, reader));
    let until = reader.at("neste", |reader| date(&control.next, reader));
    let (day, until) = day.zip(until)?;
    if until <= day {
        let message = "`neste` må være senere enn `dato`; sett dagen da bestemmelsen må leses på nytt";
        reader.at("neste", |reader| reader.fault(Code::CheckDates, message));
    }
    if wire.edition.as_deref().and_then(Date::parse_iso).is_some_and(|edition| day < edition) {
        let message = "`dato` er før `utgave`; den som kontrollerte, kan ikke ha sett utgaven. Rett en av datoene";
        reader.at("dato", |reader| reader.fault(Code::CheckDates, message));
    }
    let approved = control.approved_by.as_ref()?;
    if same_person(&control.by, approved) {
        let message = "`av` og `godkjent-av` er samme person; en annen må godkjenne";
        reader.at("godkjent-av", |reader| reader.fault(Code::SamePerson, message));
    }
    Some(until)
}

fn same_person(a: &str, b: &str) -> bool {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(a) == plain(b)
}

fn given(name: &str, answer: &str, names: &Names, reader: &mut Reader) -> Option<(ConceptId, Given)> {
    let known = reader.at(("gitt", name), |reader| names.known(name, reader))?;
    let place = |found: Option<usize>| found.and_then(|place| u8::try_from(place).ok()).map(Given::Option);
    let given = match &known.form {
        Form::YesNo => place(YES_NO.iter().position(|option| *option == answer)),
        Form::Options(options) => place(options.iter().position(|option| option == answer)),
        Form::Number(unit) => parse_amount(answer, *unit).ok().map(|amount| Given::Number(Range::exactly(amount))),
        Form::Date => None,
        Form::Broken => return None,
    };
    let message = format!("`{answer}` er ikke et svar på `{name}`; skriv svaret slik begrepet har det");
    let given = reader.at(("gitt", name), |reader| reader.need(given, Code::NotAnAnswer, message))?;
    Some((ConceptId(known.number), given))
}

fn adapted_of(
    name: &str,
    wire: &wire::Adapted,
    names: &Names,
    words: &mut Words,
    reader: &mut Reader,
) -> Option<(ConceptId, Adapted)> {
    let known = reader.at(("tilpass", name), |reader| names.known(name, reader))?;
    let options = match (&wire.options, &known.form) {
        (None, _) => None,
        (_, Form::Broken) => return None,
        (Some(shown), Form::Options(options)) => {
            let all = reader.at(("tilpass", name, "valg"), |reader| {
                if known.of_property {
                    let message =
                        format!("`{name}` gjelder hele eiendommen og har de samme valgene for alt; fjern `valg`");
                    reader.fault(Code::NothingToLimit, message);
                }
                option_bits(options, shown, reader)
            })?;
            Some(all)
        }
        (Some(_), _) => {
            let message = format!("`{name}` har ingen valg å begrense; fjern `valg`");
            let path = ("tilpass", name, "valg");
            return reader.at(path, |reader| reader.need(None, Code::NothingToLimit, message));
        }
    };
    let text = wire.question.as_ref().map(|text| words.keep(text));
    let help = wire.help.as_ref().map(|text| words.keep(text));
    Some((ConceptId(known.number), Adapted { text, help, options }))
}
