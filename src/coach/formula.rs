//! A step as people write it: in words, with the numbers, and what it comes to.

use core::cmp::Ordering;

use crate::rules::digits::count;
use crate::rules::quantity::Unit;
use crate::rules::working::{Counted, Operation, Rounding, Side, Term, Variant};

use super::exact::Exact;
use super::steps::Made;
use super::voice::Voice;

/// What an account is given of.
#[derive(Clone, Copy)]
pub(super) struct Account<'a> {
    pub(super) variant: &'a Variant,
    pub(super) rounding: Rounding,
    pub(super) voice: Voice<'a>,
}

impl Account<'_> {
    /// The whole line; `None` where there is nothing to work out, as in the sum of one thing.
    pub(super) fn line(self, made: &Made) -> Option<String> {
        let step = self.variant.steps.get(made.step)?;
        if let Operation::Counted(counted) = &step.operation {
            return self.counted(counted, made);
        }
        let value = made.value?;
        let numbers: Vec<String> = made.from.iter().map(|(term, value)| self.number(*value, *term)).collect();
        let (words, numbers) = self.sides(&step.operation, made, &numbers)?;
        let (amount, exact) = value.shown(step.unit, self.rounding)?;
        let sign = if exact { " = " } else { " ≈ " };
        let between = if words.is_empty() { "" } else { " = " };
        Some([&words, between, &numbers, sign, &self.voice.number(amount, step.unit)].concat())
    }

    /// The words and the numbers.
    fn sides(self, operation: &Operation, made: &Made, numbers: &[String]) -> Option<(String, String)> {
        let several = numbers.len() > 1;
        Some(match operation {
            Operation::Sum(_) if several => self.between(made, numbers, " + "),
            Operation::Product(_) if several => self.between(made, numbers, " × "),
            Operation::Less(_) if several => self.between(made, numbers, " − "),
            Operation::Mean(_) if several => {
                (String::new(), ["(", &numbers.join(" + "), ") : ", &count(numbers.len())].concat())
            }
            Operation::Largest(_) if several => (String::new(), self.picked("utregning-største", numbers)),
            Operation::Smallest(_) if several => (String::new(), self.picked("utregning-minste", numbers)),
            Operation::Double(_) => {
                (["2\u{a0}× ", self.names(made).first()?].concat(), ["2\u{a0}×\u{a0}", numbers.first()?].concat())
            }
            Operation::Half(_) => ([self.names(made).first()?, " : 2"].concat(), [numbers.first()?, " : 2"].concat()),
            Operation::Apart(..) => (String::new(), Self::apart(made, numbers)?),
            Operation::Share(..) => {
                let (words, numbers) = self.between(made, numbers, " : ");
                ([&words, " × 100"].concat(), [&numbers, " × 100"].concat())
            }
            _ => return None,
        })
    }

    /// The words of many things of one name would only be that name.
    fn between(self, made: &Made, numbers: &[String], sign: &str) -> (String, String) {
        let names = self.names(made);
        let words = if names.len() > 1 { names.join(sign) } else { String::new() };
        (words, numbers.join(sign))
    }

    fn picked(self, key: &str, numbers: &[String]) -> String {
        self.voice.filled(key, &[("tall", &numbers.join(", "))])
    }

    /// The larger first.
    fn apart(made: &Made, numbers: &[String]) -> Option<String> {
        let [(_, one), (_, other)] = made.from.as_slice() else { return None };
        let [first, second] = numbers else { return None };
        let swapped = one.against(*other)? == Ordering::Less;
        let (first, second) = if swapped { (second, first) } else { (first, second) };
        Some([first, " − ", second].concat())
    }

    /// Why something counts, or does not.
    fn counted(self, counted: &Counted, made: &Made) -> Option<String> {
        let [_, (term, when)] = made.from.as_slice() else { return None };
        let key = match (counted.side, made.value.is_some()) {
            (Side::Over, true) => "utregning-over",
            (Side::Over, false) => "utregning-ikke-over",
            (Side::Under, true) => "utregning-under",
            (Side::Under, false) => "utregning-ikke-under",
        };
        let (number, limit) = (self.number(*when, *term), self.voice.number(counted.limit, Unit::Metre));
        let blanks = [("navn", self.variant.name(*term)), ("tall", &number), ("grense", &limit)];
        Some(self.voice.filled(key, &blanks))
    }

    /// Each name once, as it stands within a sentence.
    fn names(self, made: &Made) -> Vec<String> {
        let mut terms: Vec<Term> = Vec::new();
        for (term, _) in &made.from {
            if !terms.contains(term) {
                terms.push(*term);
            }
        }
        terms.into_iter().map(|term| within(self.variant.name(term))).collect()
    }

    fn number(self, value: Exact, term: Term) -> String {
        let unit = self.variant.unit(term);
        value.shown(unit, self.rounding).map(|(amount, _)| self.voice.number(amount, unit)).unwrap_or_default()
    }
}

/// A name within a sentence has a small first letter, unless it is all capitals.
fn within(name: &str) -> String {
    let mut letters = name.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(|second| second.is_ascii_uppercase()) {
        return name.to_owned();
    }
    let small = match first {
        'Æ' => 'æ',
        'Ø' => 'ø',
        'Å' => 'å',
        other => other.to_ascii_lowercase(),
    };
    [small].into_iter().chain(letters).collect()
}
