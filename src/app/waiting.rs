//! One project that is several kinds of work in law: one part is talked about, the others wait.

use crate::engine::case::Part;

/// The parts that wait, round the one that is talked about. What they share, the day and the answers about the property, is
/// in none of them, so that two parts can never differ there.
#[derive(Default)]
pub struct Waiting {
    parts: Vec<Part>,
    /// Never beyond the last.
    place: usize,
}

impl Waiting {
    /// The place of the part that is talked about, among all.
    #[must_use]
    pub const fn place(&self) -> usize {
        self.place
    }

    /// How many there are, with the one that is talked about.
    #[must_use]
    pub const fn all(&self) -> usize {
        self.parts.len() + 1
    }

    /// The part at a place among all, if it waits.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Part> {
        (place != self.place).then(|| self.parts.get(place - usize::from(place > self.place)))?
    }

    /// Lets the part that was talked about wait in its place, or drops it, and takes out the one at a place among those
    /// that then wait; beyond the last there is none, and a new one is begun there.
    pub(super) fn exchange(&mut self, current: Option<Part>, place: usize) -> Option<Part> {
        if let Some(current) = current {
            self.parts.insert(self.place, current);
        }
        self.place = place.min(self.parts.len());
        (place < self.parts.len()).then(|| self.parts.remove(place))
    }
}
