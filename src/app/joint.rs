//! All parts together: the strictest decides, and it is green only where every part is.

use crate::engine::assess;
use crate::rules::Project;

use crate::wording::headline::{Headline, headline, strictest};

use super::state::State;

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
