//! All parts together: the strictest decides, and it is green only where every part is.

use crate::engine::{Situation, Verdict, assess};

use super::headline::{Headline, headline};
use super::state::State;

/// A part with its judgement.
pub struct Judged<'a> {
    /// What is judged.
    pub situation: Situation<'a>,
    /// The judgement.
    pub verdict: Verdict,
    /// Its answer in one line.
    pub headline: Headline,
}

/// The answer for all parts.
pub struct Joint<'a> {
    /// Every part that can be judged, in order.
    pub parts: Vec<Judged<'a>>,
    /// The answer for all of them.
    pub headline: Headline,
    /// The place of the part that decides.
    pub decides: usize,
}

impl<'a> Joint<'a> {
    /// Judges every part of the conversation.
    #[must_use]
    pub fn of(state: &'a State) -> Self {
        let mut parts = Vec::new();
        for situation in (0..state.waiting.all()).filter_map(|place| state.situation_at(place)) {
            let verdict = assess(&situation);
            let headline = headline(state.book, &verdict);
            parts.push(Judged { situation, verdict, headline });
        }
        let (decides, headline) = strictest(parts.iter().map(|part| part.headline));
        Self { parts, headline, decides }
    }

    /// The part that decides.
    #[must_use]
    pub fn decisive(&self) -> Option<&Judged<'a>> {
        self.parts.get(self.decides)
    }
}

/// The place of the part that decides, the first of the strictest, and the answer for all of them.
///
/// Whether one may apply oneself is not settled for the whole while it is unknown whether another part needs more.
#[must_use]
pub fn strictest(parts: impl Iterator<Item = Headline>) -> (usize, Headline) {
    let (mut place, mut strictest) = (0, Headline::NotAMeasure);
    let mut unknown = false;
    for (n, headline) in parts.enumerate() {
        unknown |= headline.is_unknown();
        if headline > strictest {
            (place, strictest) = (n, headline);
        }
    }
    let own = strictest == Headline::ApplyYourself && unknown;
    (place, if own { Headline::Apply } else { strictest })
}
