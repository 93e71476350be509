//! Requirements in the words of the rule files, short enough for a message.

use crate::review::amount;
use crate::rules::{Base, Bound, Comparison, Kind, Requirement, RuleBook};

/// A requirement in few words: the concepts that it reads.
pub(super) fn told(book: &RuleBook, requirement: &Requirement) -> String {
    match requirement {
        Requirement::All(parts) => format!("`alle` ({})", list(book, parts)),
        Requirement::Any(parts) => format!("`minst-én` ({})", list(book, parts)),
        Requirement::OneOf(concept, options) => {
            let named = book.concept(*concept).kind.options().into_iter().enumerate();
            let chosen = named.filter(|(place, _)| options >> place & 1 == 1).map(|(_, option)| option);
            format!("`{}` {}", book.concept(*concept).id, chosen.collect::<Vec<_>>().join(" eller "))
        }
        Requirement::Bound(concept, comparison, bound) => {
            let concept = book.concept(*concept);
            format!("`{}` {} {}", concept.id, word(&concept.kind, *comparison), told_bound(book, &concept.kind, bound))
        }
    }
}

fn told_bound(book: &RuleBook, kind: &Kind, bound: &Bound) -> String {
    match bound.base {
        Base::Literal(limit) => amount::written(kind, limit),
        Base::Fraction(1, 1, whole) => format!("`{}`", book.concept(whole).id),
        Base::Fraction(above, below, whole) => format!("{above}/{below} av `{}`", book.concept(whole).id),
        Base::Table(table, _) => format!("tabellen `{}`", book.table(table).id),
    }
}

/// Several in few words.
pub(super) fn list(book: &RuleBook, parts: &[Requirement]) -> String {
    parts.iter().map(|part| told(book, part)).collect::<Vec<_>>().join("; ")
}

/// The word of the rule files for a comparison.
pub(super) fn word(kind: &Kind, comparison: Comparison) -> &'static str {
    match (comparison, kind) {
        (Comparison::AtLeast, Kind::Date) => "fra-og-med",
        (Comparison::Under, Kind::Date) => "før",
        (Comparison::AtMost, _) => "høyst",
        (Comparison::AtLeast, _) => "minst",
        (Comparison::Under, _) => "under",
        (Comparison::Over, _) => "over",
        (Comparison::Exactly, _) => "er",
    }
}
