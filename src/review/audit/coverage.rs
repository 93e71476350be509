//! Whether the examples beside a rule try all of it.

use std::collections::BTreeSet;

use crate::engine::{Answers, Situation, Status};
use crate::rules::code::Code;
use crate::rules::date::Date;
use crate::rules::load::Loaded;
use crate::rules::problem::Finding;
use crate::rules::wire::{Example, ExampleFile};
use crate::rules::{Base, Bound, ConceptId, Condition, Kind, Project, Requirement, Rule, Version};

use crate::review::case;
use crate::review::examples::{rule_alone, texts_of};

/// A rule version with the examples that stand beside it, read.
struct Tried<'a> {
    file: String,
    version: &'a Version,
    project: Project,
    cases: Vec<(Answers, Date)>,
}

/// An example is about the law of its own day.
#[must_use]
pub fn dates_inside_their_version(loaded: &Loaded) -> Vec<Finding> {
    let beside = |file: &str| Date::parse_iso(file.rsplit('/').next()?.strip_suffix(".eksempler.json")?);
    let mut problems = Vec::new();
    for (file, content) in &loaded.sources.examples {
        let Some((from, rule)) = beside(file).zip(content.rule.as_deref().and_then(|id| find(loaded, id))) else {
            continue;
        };
        let next = rule.versions.iter().map(|version| version.from).find(|other| *other > from);
        let outside = content.examples.iter().enumerate().filter(|(_, example)| {
            let date = Date::parse_iso(example.date.as_ref().unwrap_or(&content.date));
            date.is_none_or(|date| date < from || next.is_some_and(|next| date >= next))
        });
        problems.extend(outside.map(|(n, _)| {
            let message =
                "datoen ligger utenfor tiden filen gjelder; rett `på-dato`, eller flytt eksemplet til rett fil";
            Finding::new(Code::ExampleDate, file, ("eksempler", n), message)
        }));
    }
    problems
}

fn find<'a>(loaded: &'a Loaded, id: &str) -> Option<&'a Rule> {
    loaded.book.rules.iter().find(|rule| rule.id == id)
}

/// Every condition has an example that breaks it and nothing else, or leaves it in doubt.
#[must_use]
pub fn conditions_broken_alone(loaded: &Loaded) -> Vec<Finding> {
    let mut problems = Vec::new();
    for tried in tried(loaded) {
        let mut alone: BTreeSet<usize> =
            tried.cases.iter().filter_map(|case| tried.only_broken(loaded, case)).collect();
        tried.cases.iter().for_each(|case| alone.extend(tried.doubted(loaded, case)));
        let never = (0..tried.version.conditions.len()).filter(|place| !alone.contains(place));
        problems.extend(never.map(|place| {
            let message = "ingen eksempler bryter bare dette vilkåret; skriv ett ved siden av regelen";
            Finding::new(Code::NotBrokenAlone, &tried.file, ("vilkår", place), message)
        }));
    }
    problems
}

/// Every fixed limit has an example on it and one just beyond.
#[must_use]
pub fn limits_tried_on_both_sides(loaded: &Loaded) -> Vec<Finding> {
    let mut problems = Vec::new();
    for tried in tried(loaded) {
        for (place, condition) in tried.version.conditions.iter().enumerate() {
            for (concept, limit) in limits(condition) {
                if let Some(message) = tried.untried(loaded, concept, limit) {
                    problems.push(Finding::new(Code::LimitUntried, &tried.file, ("vilkår", place, "krav"), message));
                }
            }
        }
    }
    problems
}

fn tried(loaded: &Loaded) -> Vec<Tried<'_>> {
    let book = &loaded.book;
    let mut all = Vec::new();
    for (file, rule) in &loaded.sources.rules {
        let version = Date::parse_iso(&rule.in_force.from)
            .and_then(|from| find(loaded, &rule.id)?.versions.iter().find(|version| version.from == from));
        let Some((version, project)) = version.zip(rule_alone(book, &rule.id)) else { continue };
        let beside = file.replace(".json", ".eksempler.json");
        let content = loaded.sources.examples.iter().find(|(path, _)| *path == beside).map(|(_, content)| content);
        let cases = content.map_or(Vec::new(), |content| cases(loaded, content, &project));
        all.push(Tried { file: file.clone(), version, project, cases });
    }
    all
}

fn cases(loaded: &Loaded, content: &ExampleFile, project: &Project) -> Vec<(Answers, Date)> {
    let read = |example: &Example| {
        let texts = texts_of(loaded, content, example).ok()?;
        let answers = case::answers(&loaded.book, Some(project), &texts).ok()?;
        let date = Date::parse_iso(example.date.as_ref().unwrap_or(&content.date))?;
        Some((answers, date))
    };
    content.examples.iter().filter_map(read).collect()
}

impl Tried<'_> {
    fn only_broken(&self, loaded: &Loaded, (answers, date): &(Answers, Date)) -> Option<usize> {
        let situation = Situation::new(&loaded.book, &self.project, answers, *date);
        let broken = |condition: &Condition| situation.judge_condition(condition) == Status::Broken;
        let mut places = self
            .version
            .conditions
            .iter()
            .enumerate()
            .filter(|(_, condition)| broken(condition))
            .map(|(place, _)| place);
        let first = places.next()?;
        places.next().is_none().then_some(first)
    }

    /// The conditions that an example leaves in doubt: some can end no other way.
    fn doubted(&self, loaded: &Loaded, (answers, date): &(Answers, Date)) -> Vec<usize> {
        let situation = Situation::new(&loaded.book, &self.project, answers, *date);
        let in_doubt = |condition: &Condition| {
            condition.doubt.as_ref().is_some_and(|doubt| situation.judge(&doubt.when) == Status::Met)
        };
        let places = self.version.conditions.iter().enumerate();
        places.filter(|(_, condition)| in_doubt(condition)).map(|(place, _)| place).collect()
    }

    fn untried(&self, loaded: &Loaded, concept: ConceptId, limit: i64) -> Option<String> {
        let Kind::Number(unit) = loaded.book.concept(concept).kind else { return None };
        let values = self.cases.iter().filter_map(|(answers, date)| {
            Situation::new(&loaded.book, &self.project, answers, *date).value(concept).exact()
        });
        let values: BTreeSet<i64> = values.collect();
        let near = (unit.scale() / 10).max(1);
        let beyond = values.iter().any(|value| *value != limit && (value - limit).abs() <= near);
        let name = &loaded.book.concept(concept).id;
        match (values.contains(&limit), beyond) {
            (true, true) => None,
            (false, _) => {
                Some(format!("ingen eksempler har `{name}` akkurat på grensen; skriv ett ved siden av regelen"))
            }
            (true, false) => {
                Some(format!("ingen eksempler har `{name}` like utenfor grensen; skriv ett ved siden av regelen"))
            }
        }
    }
}

fn limits(condition: &Condition) -> Vec<(ConceptId, i64)> {
    let mut found = Vec::new();
    collect(&condition.requirement, &mut found);
    found
}

fn collect(requirement: &Requirement, found: &mut Vec<(ConceptId, i64)>) {
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => parts.iter().for_each(|part| collect(part, found)),
        Requirement::OneOf(..) => {}
        Requirement::Bound(concept, _, Bound { base, .. }) => {
            if let Base::Literal(limit) = base {
                found.push((*concept, *limit));
            }
        }
    }
}
