//! A set of concepts, small enough to copy.

use crate::rules::ConceptId;

const WORDS: usize = 4;

/// Which concepts, as bits. A book holds no more than fit.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct ConceptSet([u64; WORDS]);

impl ConceptSet {
    /// No concept.
    #[must_use]
    pub const fn none() -> Self {
        Self([0; WORDS])
    }

    /// Puts a concept in.
    pub fn insert(&mut self, id: ConceptId) {
        if let Some(word) = self.0.get_mut(id.index() / 64) {
            *word |= 1 << (id.index() % 64);
        }
    }

    /// Whether a concept is in.
    #[must_use]
    pub fn contains(&self, id: ConceptId) -> bool {
        self.0.get(id.index() / 64).is_some_and(|word| word >> (id.index() % 64) & 1 == 1)
    }

    /// Whether none is in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0 == [0; WORDS]
    }

    /// Puts all of another set in.
    pub fn extend(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(word, more)| *word |= more);
    }

    /// The concepts in it, ascending.
    pub fn iter(&self) -> impl Iterator<Item = ConceptId> + use<> {
        (0_u16..).step_by(64).zip(self.0).flat_map(|(first, word)| bits(word).map(move |bit| ConceptId(first + bit)))
    }
}

/// The places of the bits that are set.
fn bits(mut word: u64) -> impl Iterator<Item = u16> {
    core::iter::from_fn(move || {
        let place = u16::try_from(word.trailing_zeros()).ok().filter(|place| *place < 64)?;
        word &= word - 1;
        Some(place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_comes_out_ascending() {
        let mut set = ConceptSet::none();
        for id in [255, 0, 64, 63] {
            set.insert(ConceptId(id));
        }
        assert_eq!(set.iter().map(|id| id.0).collect::<Vec<_>>(), [0, 63, 64, 255]);
        assert!(set.contains(ConceptId(64)) && !set.contains(ConceptId(65)));
    }
}
