//! Which of the few things that nobody can misread the answer is.

use crate::engine::{Status, Verdict};
use crate::rules::{Outcome, RuleBook, Sort};

/// The answer in one line. The order is from the mildest to the strictest: what is not known is stricter than all that may
/// be built, and an application is stricter than that.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Headline {
    /// Not something that one applies for.
    NotAMeasure,
    /// Build; no application.
    Free,
    /// The building itself needs no application, but something else must be in order first.
    InOrderFirst,
    /// All that was answered is within; some facts are not known.
    CheckFirst,
    /// Not settled.
    Undecided,
    /// Begun before the law that we know.
    NotCovered,
    /// An application that the owner may run.
    ApplyYourself,
    /// An application of a kind that is not settled.
    Apply,
    /// An application with responsible enterprises.
    ApplyWithProfessional,
}

/// The answer in one line. Free only where [`Verdict::may_start`] says so.
#[must_use]
pub fn headline(book: &RuleBook, verdict: &Verdict) -> Headline {
    if verdict.tried.is_empty() && verdict.outcome.is_none() && !verdict.follows.is_empty() {
        return Headline::NotCovered;
    }
    if verdict.may_start(book) {
        return if verdict.outcome == Some(Outcome::Exempt) { Headline::Free } else { Headline::NotAMeasure };
    }
    application(verdict).unwrap_or_else(|| open(book, verdict))
}

fn application(verdict: &Verdict) -> Option<Headline> {
    match (verdict.outcome, verdict.at_least) {
        (Some(Outcome::ApplyYourself), _) => Some(Headline::ApplyYourself),
        (Some(Outcome::ApplyWithProfessional), _) | (None, Some(Outcome::ApplyWithProfessional)) => {
            Some(Headline::ApplyWithProfessional)
        }
        (None, Some(Outcome::ApplyYourself)) => Some(Headline::Apply),
        _ => None,
    }
}

fn open(book: &RuleBook, verdict: &Verdict) -> Headline {
    if !verdict.missing.is_empty() {
        return Headline::Undecided;
    }
    let must_be_granted = |sort| verdict.of_sort(book, sort).next().is_some();
    let barred = verdict.broken_beside || must_be_granted(Sort::Dispensation) || must_be_granted(Sort::Permit);
    let free = matches!(verdict.outcome, Some(Outcome::Exempt | Outcome::NotAMeasure));
    match (barred, free) {
        (true, true) => Headline::InOrderFirst,
        (false, _) if verdict.tried.iter().any(|(_, status)| *status > Status::Broken) => Headline::CheckFirst,
        _ => Headline::Undecided,
    }
}

/// The place of the part that decides, the first of the strictest, and the answer for all of them.
///
/// Whether one may apply oneself is not settled for the whole while it is unknown whether another part needs more.
#[must_use]
pub fn strictest<T>(parts: &[(T, Headline)]) -> (usize, Headline) {
    let (mut place, mut strictest) = (0, Headline::NotAMeasure);
    let mut unknown = false;
    for (n, (_, headline)) in parts.iter().enumerate() {
        unknown |= headline.is_unknown();
        if *headline > strictest {
            (place, strictest) = (n, *headline);
        }
    }
    let own = strictest == Headline::ApplyYourself && unknown;
    (place, if own { Headline::Apply } else { strictest })
}

impl Headline {
    /// The name under which its words stand.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Free => "svar-fri",
            Self::NotAMeasure => "svar-ikke-tiltak",
            Self::InOrderFirst => "svar-i-orden-først",
            Self::CheckFirst => "svar-sjekk-først",
            Self::ApplyYourself => "svar-søk-selv",
            Self::ApplyWithProfessional => "svar-søk-med-foretak",
            Self::Apply => "svar-søk",
            Self::NotCovered => "svar-ikke-dekket",
            Self::Undecided => "svar-uavklart",
        }
    }

    /// What the page around is told: the outcomes of the rule files, and never free where something is open.
    #[must_use]
    pub const fn outcome(self) -> &'static str {
        match self {
            Self::Free => "unntatt-fra-søknadsplikt",
            Self::NotAMeasure => "ikke-tiltak",
            Self::InOrderFirst => "unntatt-når-annet-er-i-orden",
            Self::ApplyYourself => "søknad-uten-ansvarsrett",
            Self::ApplyWithProfessional => "søknad-med-ansvarsrett",
            Self::Apply => "søknad",
            Self::CheckFirst | Self::NotCovered | Self::Undecided => "uavklart",
        }
    }

    /// The colour, which never stands alone.
    #[must_use]
    pub const fn color(self) -> &'static str {
        match self {
            Self::Free | Self::NotAMeasure => "success",
            Self::InOrderFirst | Self::CheckFirst => "warning",
            Self::ApplyYourself | Self::ApplyWithProfessional | Self::Apply => "danger",
            Self::NotCovered | Self::Undecided => "info",
        }
    }

    /// Whether an application is certain.
    #[must_use]
    pub const fn is_application(self) -> bool {
        matches!(self, Self::ApplyYourself | Self::ApplyWithProfessional | Self::Apply)
    }

    /// Whether it is not known if an application is needed.
    #[must_use]
    pub const fn is_unknown(self) -> bool {
        matches!(self, Self::CheckFirst | Self::Undecided | Self::NotCovered)
    }
}
