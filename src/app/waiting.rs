//! One project that is several kinds of work in law: one part is talked about, the others wait.

use crate::engine::Answers;

/// A part that waits. What it shares with the others, the day and the answers about the property, is not in it, so that
/// two parts can never differ there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Part {
    /// The kind of work, by its place in the book.
    pub project: usize,
    /// The answers about this part alone.
    pub answers: Answers,
    /// Whether the resident went on although an application was certain.
    pub continued: bool,
}

/// The parts that wait, on either side of the one that is talked about.
#[derive(Default)]
pub struct Waiting {
    earlier: Vec<Part>,
    later: Vec<Part>,
}

impl Waiting {
    /// The place of the part that is talked about, among all.
    #[must_use]
    pub const fn place(&self) -> usize {
        self.earlier.len()
    }

    /// How many there are, with the one that is talked about.
    #[must_use]
    pub const fn all(&self) -> usize {
        self.earlier.len() + self.later.len() + 1
    }

    /// The part at a place, if it waits.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Part> {
        if place < self.place() {
            self.earlier.get(place)
        } else {
            self.later.get(place.checked_sub(self.place() + 1)?)
        }
    }

    /// Lets the part that was talked about wait in its place, or drops it, and takes out the one at a place among those
    /// that then wait; beyond the last there is none, and a new one is begun there.
    pub(super) fn exchange(&mut self, current: Option<Part>, place: usize) -> Option<Part> {
        self.earlier.extend(current);
        self.earlier.append(&mut self.later);
        self.later = self.earlier.split_off(place.min(self.earlier.len()));
        (!self.later.is_empty()).then(|| self.later.remove(0))
    }

    /// Drops the part at a place, if it waits.
    pub(super) fn remove(&mut self, place: usize) {
        let mut n = 0;
        let own = self.place();
        self.earlier.retain(|_| {
            n += 1;
            n != place + 1
        });
        n = own;
        self.later.retain(|_| {
            n += 1;
            n != place
        });
    }
}
