//! Where a case ends, as somebody who wants to build would put it.

use crate::review::symbolic::{UNDECIDED, number};
use crate::rules::Outcome;

/// Where a case ends, from the freest to the strictest.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Ending {
    /// The building rules do not concern it.
    NotAMeasure,
    /// No application, and works may start.
    Free,
    /// No application, but something must be in order first.
    FreeButFirst,
    /// It turns on what is not answered, or on what only an authority can decide.
    Undecided,
    /// An application that the owner may run.
    ApplyYourself,
    /// An application by responsible enterprises.
    ApplyWithProfessional,
}

const ALL: [Ending; 6] = [
    Ending::NotAMeasure,
    Ending::Free,
    Ending::FreeButFirst,
    Ending::Undecided,
    Ending::ApplyYourself,
    Ending::ApplyWithProfessional,
];

impl Ending {
    /// Of an outcome's number, and whether works may start.
    #[must_use]
    pub fn reached(outcome: u32, may_start: bool) -> Self {
        if outcome == UNDECIDED {
            return Self::Undecided;
        }
        match (may_start, outcome) {
            (true, outcome) if outcome == number(Outcome::NotAMeasure) => Self::NotAMeasure,
            (true, _) => Self::Free,
            (false, outcome) if outcome <= number(Outcome::Exempt) => Self::FreeButFirst,
            (false, outcome) if outcome == number(Outcome::ApplyYourself) => Self::ApplyYourself,
            (false, _) => Self::ApplyWithProfessional,
        }
    }

    /// A number for diagrams, from one.
    pub(super) fn number(self) -> u32 {
        (1..).zip(ALL).find(|(_, ending)| *ending == self).map_or(0, |(number, _)| number)
    }

    pub(super) fn of(number: u32) -> Option<Self> {
        ALL.get(usize::try_from(number).ok()?.checked_sub(1)?).copied()
    }

    /// As one says it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotAMeasure => "er ikke søknadspliktig tiltak",
            Self::Free => "slipper å søke",
            Self::FreeButFirst => "slipper å søke, men noe må være i orden først",
            Self::Undecided => "kan ikke avgjøres",
            Self::ApplyYourself => "må søke, og kan gjøre det selv",
            Self::ApplyWithProfessional => "må søke med ansvarlige foretak",
        }
    }
}

/// Whether a change frees or binds.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Direction {
    /// Less is required.
    Freer,
    /// More is required.
    Stricter,
    /// From or to what cannot be decided: neither.
    Otherwise,
}

impl Direction {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Freer, Self::Stricter, Self::Otherwise];

    /// Between two endings.
    #[must_use]
    pub fn of(from: Ending, to: Ending) -> Self {
        match from.cmp(&to) {
            _ if from == Ending::Undecided || to == Ending::Undecided => Self::Otherwise,
            core::cmp::Ordering::Greater => Self::Freer,
            _ => Self::Stricter,
        }
    }

    /// As one says it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Freer => "friere",
            Self::Stricter => "strengere",
            Self::Otherwise => "annerledes",
        }
    }
}
