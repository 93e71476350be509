//! The coach: works out a number that is asked for, from measures that somebody can take, and keeps the account of it.
//!
//! What is measured and what is done with it stands in the rule files ([`Working`]). Here is only arithmetic, exact to the
//! answer, which is rounded the way that is never milder. No law, no language, no page.

mod exact;
mod formula;
mod inputs;
pub mod lines;
mod steps;
pub mod text;
mod voice;

use crate::rules::ConceptId;
use crate::rules::quantity::QuantityError;
use crate::rules::working::{Variant, Working};

pub use exact::Exact;
pub use inputs::Inputs;
pub use steps::Made;

/// How a number came about.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Derivation {
    /// The answer, as the engine holds amounts.
    pub amount: i64,
    /// Whether it is exactly what the steps came to, and not rounded.
    pub exact: bool,
    /// The steps, in order, the last of them the answer.
    pub steps: Vec<Made>,
}

/// Something that stands in the way of an answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What.
    pub sort: Sort,
}

/// Where something is wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// What is written of a measure.
    Input {
        /// Its group.
        group: usize,
        /// The part, from 0.
        row: usize,
        /// Its place in the group.
        measure: usize,
    },
    /// What comes of the measures together.
    Step {
        /// The step.
        step: usize,
        /// The part, where it is made for each.
        row: Option<usize>,
    },
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Sort {
    /// What is written is not such a number.
    Number(QuantityError),
    /// More is taken away than there is.
    BelowZero,
    /// Something is a share of nothing.
    ByNothing,
    /// More than a question takes.
    TooLarge,
}

/// As far as one comes with what is written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Progress {
    /// The steps that can be made.
    pub steps: Vec<Made>,
    /// The answer, and whether it is exact.
    pub answer: Option<(i64, bool)>,
    /// What stands in the way.
    pub faults: Vec<Fault>,
}

/// The most that can be typed as an answer: seven digits before the comma.
const MOST_WHOLE: i64 = 9_999_999;

/// The way to answer a question, where there is one.
#[must_use]
pub fn of(workings: &[Working], concept: ConceptId) -> Option<&Working> {
    workings.iter().find(|working| working.concepts.contains(&concept))
}

/// Works as far as one comes.
#[must_use]
pub fn progress(working: &Working, variant: &Variant, inputs: &Inputs) -> Progress {
    let mut faults = Vec::new();
    let measures = inputs::read(variant, inputs, &mut faults);
    let mut bench = steps::Bench::new(variant, measures);
    bench.work(&mut faults);
    let mut answer = None;
    if let (Some(last), true) = (bench.last(), faults.is_empty()) {
        answer = last.answer(working.unit, working.rounding);
        answer = answer.filter(|(amount, _)| amount / working.unit.scale() <= MOST_WHOLE);
        if answer.is_none() {
            let place = Place::Step { step: variant.steps.len().saturating_sub(1), row: None };
            faults.push(Fault { place, sort: Sort::TooLarge });
        }
    }
    Progress { steps: bench.made, answer, faults }
}

/// The answer and the account of it.
///
/// # Errors
/// Everything that stands in the way.
pub fn evaluate(working: &Working, variant: &Variant, inputs: &Inputs) -> Result<Derivation, Vec<Fault>> {
    let Progress { steps, answer, faults } = progress(working, variant, inputs);
    match answer {
        Some((amount, exact)) => Ok(Derivation { amount, exact, steps }),
        None => Err(faults),
    }
}
