//! The drawing in words, for those who would rather read, or cannot see.

use super::scene::{Line, State};
use super::sketch::{Fact, Measure, Sketch};

/// Every measure and fact, in the order they are to be read.
pub(super) fn spoken(sketch: &Sketch) -> Vec<Line> {
    let facts = &sketch.facts;
    let facts = [&facts.basement, &facts.loft, &facts.pipes].into_iter().flatten().map(fact);
    sketch.measures.iter().map(|(_, measure)| of(measure)).chain(facts).collect()
}

fn of(measure: &Measure) -> Line {
    let state = match (measure.known, measure.fault()) {
        (_, Some(_)) => State::Broken,
        (None, None) => State::Unknown,
        (Some(_), None) => State::Kept,
    };
    let limits = measure.limits.iter().map(|limit| (limit.words.clone(), limit.is_broken)).collect();
    Line { name: measure.name.clone(), value: measure.value.clone(), limits, state }
}

fn fact(fact: &Fact) -> Line {
    let state = if fact.fault.is_some() { State::Broken } else { State::Kept };
    let limits = fact.fault.iter().map(|words| (words.clone(), true)).collect();
    Line { name: fact.name.clone(), value: fact.value.clone(), limits, state }
}
