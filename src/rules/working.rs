//! How a number that is asked for can be worked out from measures that are easier to take, in the words of one language.

use serde::{Deserialize, Serialize};

use super::ConceptId;
use super::quantity::Unit;

/// A way to a number.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Working {
    /// Its name in the rule files and in links.
    pub id: String,
    /// The questions that it answers.
    pub concepts: Vec<ConceptId>,
    /// What is worked out.
    pub name: String,
    /// How to go about it; empty where nothing is said.
    pub help: String,
    /// What the answer is counted in.
    pub unit: Unit,
    /// Which way the answer is rounded, so that it is never milder than the measures.
    pub rounding: Rounding,
    /// The ways to measure; the first is shown first.
    pub variants: Vec<Variant>,
}

/// Which way is never milder.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Rounding {
    /// Up: heights and areas.
    Up,
    /// Down: distances.
    Down,
}

/// One of the ways to measure.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Variant {
    /// Its name in links; empty where there is only one.
    pub id: String,
    /// What people call it; empty where there is only one.
    pub name: String,
    /// How to measure so.
    pub help: String,
    /// What is measured.
    pub groups: Vec<Group>,
    /// What is made of it, in order; the last is the answer.
    pub steps: Vec<Step>,
}

/// Measures that belong together, once or for each of several parts.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Group {
    /// Its name in the rule files.
    pub id: String,
    /// What a part is called, with its number in the blank `{n}`; empty where it is not repeated.
    pub name: String,
    /// How to measure.
    pub help: String,
    /// How often it may be there; `None` is once.
    pub rows: Option<Rows>,
    /// What is measured of each.
    pub measures: Vec<Measure>,
}

/// How often measures may be repeated.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Rows {
    /// At least.
    pub least: u8,
    /// At most.
    pub most: u8,
    /// What the button says that adds one.
    pub add: String,
}

/// A measure that somebody takes.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Measure {
    /// Its name in the rule files and in links.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// How to take it.
    pub help: String,
    /// What it is written in.
    pub entry: Entry,
    /// Whether it may be left out.
    pub optional: bool,
    /// What stands there before anybody has written; empty is nothing.
    pub filled: String,
}

/// What a measure is written in.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Entry {
    /// Metres.
    Metre,
    /// Centimetres, as walls and layers are told.
    Centimetre,
    /// Square metres.
    SquareMetre,
    /// How many.
    Count,
}

impl Entry {
    /// What it counts once it is read.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Metre | Self::Centimetre => Unit::Metre,
            Self::SquareMetre => Unit::SquareMetre,
            Self::Count => Unit::Count,
        }
    }

    /// The sign beside it.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Centimetre => "cm",
            other => other.unit().sign(),
        }
    }
}

/// Something made of measures and of earlier steps.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Step {
    /// What it is, in words.
    pub name: String,
    /// Where the law says so, written out; empty where it is only arithmetic.
    pub citation: String,
    /// The group for each of whose parts it is made.
    pub each: Option<u8>,
    /// What it counts.
    pub unit: Unit,
    /// What is done.
    pub operation: Operation,
}

/// What a step builds on.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Term {
    /// A measure: its group, and its place there.
    Measure(u8, u8),
    /// An earlier step.
    Step(u8),
}

/// What can be done. A part of a group stands for itself in a step for each part, and for all of them elsewhere.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Operation {
    /// All together.
    Sum(Vec<Term>),
    /// All multiplied.
    Product(Vec<Term>),
    /// The first less the others.
    Less(Vec<Term>),
    /// The mean of all.
    Mean(Vec<Term>),
    /// The largest of all.
    Largest(Vec<Term>),
    /// The smallest of all.
    Smallest(Vec<Term>),
    /// Twice one.
    Double(Term),
    /// Half of one.
    Half(Term),
    /// How far two are apart.
    Apart(Term, Term),
    /// What share the first is of the second, in per cent.
    Share(Term, Term),
    /// One thing, where another is over or under a limit; else nothing.
    Counted(Counted),
}

/// What only counts where something is over or under a limit.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Counted {
    /// What counts.
    pub what: Term,
    /// What is held against the limit.
    pub when: Term,
    /// Which side of it counts; the limit itself never does.
    pub side: Side,
    /// The limit, in the smallest steps of its unit.
    pub limit: i64,
}

/// A side of a limit.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Side {
    /// More than it.
    Over,
    /// Less than it.
    Under,
}

impl Operation {
    /// What it builds on, in order.
    #[must_use]
    pub fn terms(&self) -> Vec<Term> {
        match self {
            Self::Sum(terms)
            | Self::Product(terms)
            | Self::Less(terms)
            | Self::Mean(terms)
            | Self::Largest(terms)
            | Self::Smallest(terms) => terms.clone(),
            Self::Double(term) | Self::Half(term) => vec![*term],
            Self::Apart(one, other) | Self::Share(one, other) => vec![*one, *other],
            Self::Counted(counted) => vec![counted.what, counted.when],
        }
    }
}

impl Variant {
    /// The group of a part that a term stands for, where it stands for several.
    #[must_use]
    pub fn several(&self, term: Term) -> Option<u8> {
        match term {
            Term::Measure(group, _) => self.groups.get(usize::from(group))?.rows.as_ref().map(|_| group),
            Term::Step(step) => self.steps.get(usize::from(step))?.each,
        }
    }

    /// The measure of a term that is one.
    #[must_use]
    pub fn measure(&self, term: Term) -> Option<&Measure> {
        match term {
            Term::Measure(group, measure) => self.groups.get(usize::from(group))?.measures.get(usize::from(measure)),
            Term::Step(_) => None,
        }
    }

    /// What a term is called.
    #[must_use]
    pub fn name(&self, term: Term) -> &str {
        match term {
            Term::Measure(..) => self.measure(term).map_or("", |measure| &measure.name),
            Term::Step(step) => self.steps.get(usize::from(step)).map_or("", |step| &step.name),
        }
    }

    /// What a term counts.
    #[must_use]
    pub fn unit(&self, term: Term) -> Unit {
        match term {
            Term::Measure(..) => self.measure(term).map_or(Unit::Count, |measure| measure.entry.unit()),
            Term::Step(step) => self.steps.get(usize::from(step)).map_or(Unit::Count, |step| step.unit),
        }
    }
}
