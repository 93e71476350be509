//! A number that tips the answer soon is named while it is given.

use core::cmp::Ordering;

use crate::engine::{Situation, assess};
use crate::rules::{Comparison, ConceptId, Kind};
use crate::wording::limit_hint::limit_hint;
use crate::wording::words::Words;

/// How near counts as near: a twentieth of the line.
const NEAR: i64 = 20;

/// The sentence; nothing where the number is unknown, far from any line, or there is none.
pub(super) fn sentence(words: &Words, situation: &Situation, concept: ConceptId) -> String {
    let (Kind::Number(unit), Some(amount)) = (&situation.book.concept(concept).kind, situation.value(concept).exact())
    else {
        return String::new();
    };
    let before = situation.without(concept);
    let Some((comparison, line)) = limit_hint(&before, &assess(&before), concept) else { return String::new() };
    let Some(key) = key(comparison, amount, line) else { return String::new() };
    let [told, line, apart] = [amount, line, (line - amount).abs()].map(|amount| words.number(amount, *unit));
    words.filled(key, &[("mål", &told), ("grense", &line), ("rest", &apart)])
}

fn key(comparison: Comparison, amount: i64, line: i64) -> Option<&'static str> {
    let is_near = (line - amount).abs() <= line / NEAR;
    let inside = match comparison {
        Comparison::AtMost | Comparison::Under => Ordering::Less,
        Comparison::AtLeast | Comparison::Over => Ordering::Greater,
        Comparison::Exactly => return None,
    };
    let strict = matches!(comparison, Comparison::Under | Comparison::Over);
    match amount.cmp(&line) {
        Ordering::Equal if strict => Some("tips-ikke-innenfor"),
        Ordering::Equal => Some("tips-akkurat"),
        side if side == inside => is_near.then_some("tips-nær"),
        Ordering::Less => Some("tips-for-lite"),
        Ordering::Greater => Some("tips-for-mye"),
    }
}
