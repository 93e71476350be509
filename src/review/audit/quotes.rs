//! The law's words against what is made of them.

use serde_json::Value as Json;

use crate::rules::load::Loaded;
use crate::rules::problem::Problem;
use crate::rules::wire::{Condition, Rule, Wording};

use super::problem;

/// Every quote is the law's own words, and every condition of a law that has been read has one.
#[must_use]
pub fn quotes_stand_in_the_wording(loaded: &Loaded) -> Vec<Problem> {
    let rules = loaded.sources.rules.iter();
    rules
        .flat_map(|(file, rule)| {
            numbered(rule).filter_map(move |(place, condition)| quote_fault(file, rule, place, condition))
        })
        .collect()
}

fn numbered(rule: &Rule) -> impl Iterator<Item = (String, &Condition)> {
    (1_usize..).map(|n| format!("vilkår {n}")).zip(&rule.conditions)
}

fn quote_fault(file: &str, rule: &Rule, place: String, condition: &Condition) -> Option<Problem> {
    let message = match (&rule.wording, &condition.quote) {
        (Wording::Quoted(lines), Some(quote)) if lines.iter().any(|line| line.contains(quote.as_str())) => return None,
        (Wording::Unquoted(_), None) => return None,
        (Wording::Quoted(_), Some(quote)) => format!("sitatet «{quote}» står ikke i `ordlyd`; kopier det ord for ord"),
        (Wording::Quoted(_), None) => "vilkåret mangler `sitat`; ta med lovens ord".to_owned(),
        (Wording::Unquoted(_), Some(_)) => {
            "ordlyden er ikke lest, så vilkåret kan ikke ha `sitat`; fjern det".to_owned()
        }
    };
    Some(problem(file, place, message))
}

/// Every sentence of the wording is quoted by a condition, or told why it is not.
#[must_use]
pub fn wording_is_accounted_for(loaded: &Loaded) -> Vec<Problem> {
    loaded.sources.rules.iter().flat_map(|(file, rule)| unaccounted(file, rule)).collect()
}

fn unaccounted(file: &str, rule: &Rule) -> Vec<Problem> {
    let Wording::Quoted(lines) = &rule.wording else { return Vec::new() };
    let mut quotes = rule.not_encoded.iter().map(|part| &part.quote).collect::<Vec<_>>();
    let unknown = quotes.iter().filter(|quote| !lines.iter().any(|line| line.contains(quote.as_str())));
    let mut problems: Vec<_> = unknown
        .map(|quote| problem(file, "ikke-kodet", format!("«{quote}» står ikke i `ordlyd`; kopier det ord for ord")))
        .collect();
    quotes.extend(rule.conditions.iter().filter_map(|condition| condition.quote.as_ref()));
    let untouched = lines.iter().filter(|line| !quotes.iter().any(|quote| line.contains(quote.as_str())));
    let tell = |line: &String| {
        problem(file, "ordlyd", format!("«{line}» er verken sitert i et vilkår eller ført i `ikke-kodet`"))
    };
    problems.extend(untouched.map(tell));
    problems
}

/// A limit is the one that its quote names, number and unit.
#[must_use]
pub fn limits_stand_in_their_quote(loaded: &Loaded) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (file, rule) in &loaded.sources.rules {
        for (place, condition) in numbered(rule) {
            let Some(quote) = &condition.quote else { continue };
            let mut limits = Vec::new();
            collect_limits(&condition.requirement, &mut limits);
            let foreign =
                limits.into_iter().filter(|limit| !spellings(limit).iter().any(|spelling| quote.contains(spelling)));
            problems.extend(foreign.map(|limit| {
                problem(
                    file,
                    place.clone(),
                    format!("grensen \"{limit}\" står ikke i sitatet «{quote}»; skriv tallet slik forskriften gjør"),
                )
            }));
        }
    }
    problems
}

/// The numbers of a requirement. What raises a bound has its own legal basis and is not in this quote.
fn collect_limits(json: &Json, limits: &mut Vec<String>) {
    match json {
        Json::String(text) if text.starts_with(|c: char| c.is_ascii_digit()) => limits.push(text.clone()),
        Json::Array(parts) => parts.iter().for_each(|part| collect_limits(part, limits)),
        Json::Object(object) => {
            object.iter().filter(|(key, _)| *key != "økt-med").for_each(|(_, part)| collect_limits(part, limits));
        }
        _ => {}
    }
}

/// The ways in which a law may write a number: as we do, with the unit's name, or in words.
fn spellings(limit: &str) -> Vec<String> {
    let mut ways = vec![limit.to_owned(), limit.replace(" m", " meter")];
    ways.extend(limit.split_once(' ').map(|(number, _)| format!("{number}-metersbeltet")));
    match limit {
        "1" => ways.push("én".to_owned()),
        "2" => ways.push("to".to_owned()),
        _ => {}
    }
    ways
}
