//! The law's words against what is made of them.

use serde_json::Value as Json;

use crate::rules::code::Code;
use crate::rules::path::Path;
use crate::rules::problem::Finding;
use crate::rules::source::Sources;
use crate::rules::wire::{Condition, Rule, Wording};

/// Every quote is the law's own words, and every condition of a law that has been read has one.
#[must_use]
pub fn quotes_stand_in_the_wording(sources: &Sources) -> Vec<Finding> {
    let rules = sources.rules.iter();
    rules
        .flat_map(|(file, rule)| {
            numbered(rule).filter_map(move |(place, condition)| quote_fault(file, rule, place, condition))
        })
        .collect()
}

fn numbered(rule: &Rule) -> impl Iterator<Item = (Path, &Condition)> {
    (0_usize..).map(|n| Path::from(("vilkår", n))).zip(&rule.conditions)
}

fn quote_fault(file: &str, rule: &Rule, place: Path, condition: &Condition) -> Option<Finding> {
    let quoted = place.then("sitat");
    let (code, place, message) = match (&rule.wording, &condition.quote) {
        (Wording::Quoted(lines), Some(quote)) if lines.iter().any(|line| line.contains(quote.as_str())) => return None,
        (Wording::Unquoted(_), None) => return None,
        (Wording::Quoted(_), Some(quote)) => (Code::QuoteNotInWording, quoted, not_in_wording(quote)),
        (Wording::Quoted(_), None) => (Code::NoQuote, place, "vilkåret mangler `sitat`; ta med lovens ord".to_owned()),
        (Wording::Unquoted(_), Some(_)) => {
            let message = "ordlyden er ikke lest, så vilkåret kan ikke ha `sitat`; fjern det";
            (Code::QuoteUnread, quoted, message.to_owned())
        }
    };
    Some(Finding::new(code, file, place, message))
}

fn not_in_wording(quote: &str) -> String {
    format!("sitatet «{quote}» står ikke i `ordlyd`; kopier det ord for ord")
}

/// Every sentence of the wording is quoted by a condition, or told why it is not.
#[must_use]
pub fn wording_is_accounted_for(sources: &Sources) -> Vec<Finding> {
    sources.rules.iter().flat_map(|(file, rule)| unaccounted(file, rule)).collect()
}

fn unaccounted(file: &str, rule: &Rule) -> Vec<Finding> {
    let Wording::Quoted(lines) = &rule.wording else { return Vec::new() };
    let mut quotes = rule.not_encoded.iter().map(|part| &part.quote).collect::<Vec<_>>();
    let places = quotes.iter().enumerate();
    let unknown = places.filter(|(_, quote)| !lines.iter().any(|line| line.contains(quote.as_str())));
    let mut findings: Vec<_> = unknown
        .map(|(n, quote)| {
            Finding::new(Code::QuoteNotInWording, file, ("ikke-kodet", n, "sitat"), not_in_wording(quote))
        })
        .collect();
    quotes.extend(rule.conditions.iter().filter_map(|condition| condition.quote.as_ref()));
    let lines = lines.iter().enumerate();
    let untouched = lines.filter(|(_, line)| !quotes.iter().any(|quote| line.contains(quote.as_str())));
    findings.extend(untouched.map(|(n, line)| {
        let message = format!(
            "«{line}» er verken sitert i et vilkår eller ført i `ikke-kodet`; skriv et vilkår, eller si hvorfor ikke"
        );
        Finding::new(Code::NotAccounted, file, ("ordlyd", n), message)
    }));
    findings
}

/// A limit is the one that its quote names, number and unit.
#[must_use]
pub fn limits_stand_in_their_quote(sources: &Sources) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, rule) in &sources.rules {
        for (place, condition) in numbered(rule) {
            let Some(quote) = &condition.quote else { continue };
            let mut limits = Vec::new();
            collect_limits(&condition.requirement, place.then("krav"), &mut limits);
            let foreign = limits.into_iter().filter(|(limit, _)| !names(quote, limit));
            findings.extend(foreign.map(|(limit, place)| {
                let message =
                    format!("grensen \"{limit}\" står ikke i sitatet «{quote}»; skriv tallet slik forskriften gjør");
                Finding::new(Code::LimitNotInQuote, file, place, message)
            }));
        }
    }
    findings
}

/// The numbers of a requirement. What raises a bound has its own legal basis and is not in this quote.
fn collect_limits(json: &Json, place: Path, limits: &mut Vec<(String, Path)>) {
    match json {
        Json::String(text) if text.starts_with(|c: char| c.is_ascii_digit()) => {
            limits.push((text.clone(), place));
        }
        Json::Array(parts) => {
            parts.iter().enumerate().for_each(|(n, part)| collect_limits(part, place.then(n), limits));
        }
        Json::Object(object) => {
            let own = object.iter().filter(|(key, _)| *key != "økt-med");
            own.for_each(|(key, part)| collect_limits(part, place.then(key), limits));
        }
        _ => {}
    }
}

/// The ways in which a law may write a number: as we do, with the unit's name, or in centimetres.
fn spellings(limit: &str) -> Vec<String> {
    let mut ways = vec![limit.to_owned(), limit.replace(" m", " meter")];
    ways.extend(limit.split_once(' ').map(|(number, _)| format!("{number}-metersbeltet")));
    ways.extend(centimetres(limit).into_iter().flat_map(|n| [format!("{n} centimeter"), format!("{n} cm")]));
    ways
}

fn centimetres(limit: &str) -> Option<u32> {
    let number = limit.strip_suffix(" m")?;
    let (whole, part) = number.split_once(',').unwrap_or((number, "0"));
    let part = match part.len() {
        1 => part.parse::<u32>().ok()?.checked_mul(10)?,
        2 => part.parse().ok()?,
        _ => return None,
    };
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(part)
}

/// The numbers that a law writes as words, from one.
const WORDS: [&str; 12] = ["én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"];

/// The number as a word, with the unit's name.
fn in_words(limit: &str) -> Option<String> {
    let (number, unit) = limit.split_once(' ').map_or((limit, None), |(number, unit)| (number, Some(unit)));
    let word = WORDS.get(number.parse::<usize>().ok()?.checked_sub(1)?)?;
    match unit {
        None => Some((*word).to_owned()),
        Some("m") => Some(format!("{word} meter")),
        Some(_) => None,
    }
}

fn names(quote: &str, limit: &str) -> bool {
    let as_words = in_words(limit).is_some_and(|words| has_words(quote, &words));
    as_words || spellings(limit).iter().any(|spelling| quote.contains(spelling))
}

/// Whether words stand there as themselves: «tre» is not in «tredje».
fn has_words(quote: &str, words: &str) -> bool {
    quote.match_indices(words).any(|(start, _)| {
        let before = quote.get(..start).and_then(|text| text.chars().next_back());
        let after = quote.get(start + words.len()..).and_then(|text| text.chars().next());
        [before, after].into_iter().flatten().all(|letter| !letter.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_limit_may_stand_in_words_or_in_centimetres() {
        for (limit, quote) in [
            ("3", "terrassehus med inntil tre etasjer"),
            ("2", "to- til firemannsboliger"),
            ("12 m", "inntil tolv meter"),
            ("0,15 m", "inntil 15 centimeter, inkludert isolasjon"),
            ("1,2 m", "høyst 120 cm"),
            ("4,0 m", "minst 4,0 meter"),
        ] {
            assert!(names(quote, limit), "{limit}: {quote}");
        }
        for (limit, quote) in [
            ("5", "fjerde og femte ledd"),
            ("2", "utover grensen"),
            ("0,15 m", "inntil 1,5 meter"),
            ("13", "inntil tretten etasjer"),
        ] {
            assert!(!names(quote, limit), "{limit}: {quote}");
        }
    }
}
