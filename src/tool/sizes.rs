//! How many bytes a resident waits for, and how many they may be.

use core::fmt;

/// The most that may be fetched before the first question can be answered.
pub const BUDGET: usize = 100_000;
/// The most that we want it to be.
pub const AIM: usize = 80_000;

/// The brotli sizes of what a page fetches.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Sizes {
    /// What is fetched before the first question can be answered.
    pub first: Vec<(String, usize)>,
    /// What is fetched afterwards.
    pub later: Vec<(String, usize)>,
}

impl Sizes {
    /// The bytes before the first question can be answered.
    #[must_use]
    pub fn total(&self) -> usize {
        self.first.iter().map(|(_, bytes)| bytes).sum()
    }

    /// Whether the first question comes soon enough.
    #[must_use]
    pub fn within_budget(&self) -> bool {
        self.total() <= BUDGET
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.total();
        writeln!(f, "bytes, brotli 11")?;
        self.first.iter().try_for_each(|(name, bytes)| writeln!(f, "{bytes:>8}  {name}"))?;
        writeln!(f, "{total:>8}  until the first question can be answered (aim {AIM}, at most {BUDGET})")?;
        self.later.iter().try_for_each(|(name, bytes)| writeln!(f, "{bytes:>8}  {name}, afterwards"))
    }
}

#[cfg(test)]
mod tests {
    use super::{BUDGET, Sizes};

    #[test]
    fn only_what_comes_first_counts_against_the_budget() {
        let sizes = |bytes| Sizes { first: vec![("a".to_owned(), bytes)], later: vec![("b".to_owned(), BUDGET)] };
        assert!(sizes(BUDGET).within_budget());
        assert!(!sizes(BUDGET + 1).within_budget());
    }
}
