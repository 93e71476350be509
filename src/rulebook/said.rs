//! A requirement in plain words: "Mønehøyde er høyst 4,0 m", and lists of all or of at least one.

use crate::rules::{Base, Bound, Comparison, ConceptId, Kind, Requirement};

use super::html::{Html, list, of_class, tag};
use super::volume::Volume;

/// A requirement as a sentence, or as a list of them under what joins them.
pub(super) fn said(volume: &Volume, requirement: &Requirement) -> Html {
    match requirement {
        Requirement::All(parts) => joined(volume, "alt-dette", parts),
        Requirement::Any(parts) => joined(volume, "minst-ett", parts),
        Requirement::OneOf(concept, _) | Requirement::Bound(concept, ..) => {
            volume.link_to_concept(*concept).then(tail(volume, requirement))
        }
    }
}

fn joined(volume: &Volume, word: &'static str, parts: &[Requirement]) -> Html {
    let head = of_class("span", "sammen", volume.word(word));
    head.then(list("ul", "deler", parts.iter().map(|part| said(volume, part))))
}

/// What is required of a concept that is named already.
pub(super) fn said_of(volume: &Volume, concept: ConceptId, requirement: &Requirement) -> Html {
    match requirement {
        Requirement::OneOf(own, options) if *own == concept => tag("span", options_of(volume, *own, *options)),
        Requirement::Bound(own, comparison, bound) if *own == concept => {
            tag("span", compared(volume, *own, *comparison, bound))
        }
        other => said(volume, other),
    }
}

/// What follows the concept's name in a sentence.
fn tail(volume: &Volume, requirement: &Requirement) -> Html {
    match requirement {
        Requirement::OneOf(concept, options) => Html::from(": ").then(options_of(volume, *concept, *options)),
        Requirement::Bound(concept, comparison, bound) => {
            let told = volume.filled("er-noe", &[("grense", &compared(volume, *concept, *comparison, bound))]);
            Html::from(format!(" {told}"))
        }
        Requirement::All(_) | Requirement::Any(_) => Html::default(),
    }
}

/// The options that are good enough, in the words that residents choose between.
fn options_of(volume: &Volume, concept: ConceptId, bits: u32) -> String {
    let names: Vec<String> = match &volume.book().concept(concept).kind {
        Kind::YesNo => ["ja", "nei"].map(|word| volume.word(word).to_owned()).to_vec(),
        Kind::Choice(choices) => choices.iter().map(|choice| format!("«{}»", volume.text(choice.name))).collect(),
        Kind::Number(_) | Kind::Date => Vec::new(),
    };
    let good = names.into_iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1).map(|(_, name)| name);
    good.collect::<Vec<_>>().join(&format!(" {} ", volume.word("eller")))
}

/// A comparison and its bound: "høyst 4,0 m".
pub(super) fn compared(volume: &Volume, concept: ConceptId, comparison: Comparison, bound: &Bound) -> String {
    let is_date = matches!(volume.book().concept(concept).kind, Kind::Date);
    let word = match (comparison, is_date) {
        (Comparison::AtMost, _) => "høyst",
        (Comparison::AtLeast, false) => "minst",
        (Comparison::AtLeast, true) => "fra-og-med",
        (Comparison::Under, false) => "under",
        (Comparison::Under, true) => "før",
        (Comparison::Over, _) => "over",
        (Comparison::Exactly, _) => "nøyaktig",
    };
    volume.filled(word, &[("grense", &bound_of(volume, concept, bound))])
}

/// A bound: a number, a part of another measure, or what a table says, with what raises it.
pub(super) fn bound_of(volume: &Volume, concept: ConceptId, bound: &Bound) -> String {
    let name = |id: ConceptId| within_sentence(volume.text(volume.book().concept(id).name));
    let base = match bound.base {
        Base::Literal(amount) => amount_of(volume, concept, amount),
        Base::Fraction(1, 1, of) => volume.filled("lik", &[("begrep", &name(of))]),
        Base::Fraction(1, 2, of) => volume.filled("halve", &[("begrep", &name(of))]),
        Base::Fraction(numerator, denominator, of) => {
            volume.filled("del-av", &[("del", &format!("{numerator}/{denominator}")), ("begrep", &name(of))])
        }
        Base::Table(table, date) => {
            let id = &volume.book().table(table).id;
            let file = volume.loaded.sources.tables.iter().find(|(_, table)| table.id == *id);
            let told = file.map_or(id.as_str(), |(_, table)| volume.of(&table.name));
            volume.filled("etter-tabell", &[("tabell", told), ("begrep", &name(date))])
        }
    };
    let Some((raising, threshold)) = bound.raised_by else { return base };
    let threshold = amount_of(volume, raising, threshold);
    volume.filled("økt-med", &[("grense", &base), ("begrep", &name(raising)), ("terskel", &threshold)])
}

fn amount_of(volume: &Volume, concept: ConceptId, amount: i64) -> String {
    match volume.book().concept(concept).kind {
        Kind::Number(unit) => Volume::number(amount, unit),
        _ => crate::rules::date::Date::numbered(amount).map_or_else(|| amount.to_string(), |day| volume.day(day)),
    }
}

/// A name with a small first letter, as it stands inside a sentence. Abbreviations keep theirs.
fn within_sentence(name: &str) -> String {
    let mut letters = name.chars();
    let small: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    let rest = letters.as_str();
    if rest.starts_with(char::is_uppercase) { name.to_owned() } else { format!("{small}{rest}") }
}
