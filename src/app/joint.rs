//! All parts together: the strictest decides, and it is green only where every part is.

use crate::engine::assess;
use crate::rules::Project;

use super::state::State;
use crate::wording::headline::{Headline, headline};

/// The answer for all parts.
pub struct Joint<'a> {
    /// Every part that can be judged, in order, with its own answer.
    pub parts: Vec<(&'a Project, Headline)>,
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
        for place in 0..state.waiting.all() {
            if let Some(situation) = state.situation_at(place) {
                parts.push((situation.project, headline(state.book, &assess(&situation))));
            }
        }
        let (decides, headline) = strictest(&parts);
        Self { parts, headline, decides }
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
