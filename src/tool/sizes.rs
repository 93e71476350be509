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

/// What a conversation about the work of one shelf weighs in one language.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Weighed {
    /// The shelf.
    pub shelf: String,
    /// The language.
    pub language: &'static str,
    /// The rules and the questions.
    pub first: usize,
    /// The reasons.
    pub reasons: usize,
}

impl Sizes {
    /// What is fetched for the first question, in the heaviest language, whatever is to be built; and what follows, of each
    /// shelf in its heaviest language.
    #[must_use]
    pub fn of(
        code: &[(&str, usize)],
        starts: &[(&str, usize)],
        mut shelves: Vec<Weighed>,
        late: &[(&str, usize)],
    ) -> Self {
        let named = |(name, bytes): &(&str, usize)| ((*name).to_owned(), *bytes);
        let mut first: Vec<(String, usize)> = code.iter().map(named).collect();
        if let Some((language, bytes)) = starts.iter().max_by_key(|(_, bytes)| *bytes) {
            first.push((format!("start: words and names of all work ({language})"), *bytes));
        }
        shelves.sort_by_key(|one| core::cmp::Reverse(one.first));
        let mut later = Vec::new();
        let mut told: Vec<&str> = Vec::new();
        for Weighed { shelf, language, first, reasons } in &shelves {
            if !told.contains(&shelf.as_str()) {
                told.push(shelf);
                later.push((format!("rules and questions of a shelf ({shelf}, {language})"), *first));
                later.push((format!("its reasons ({shelf}, {language})"), *reasons));
            }
        }
        later.extend(late.iter().map(named));
        Self { first, later }
    }

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
    use super::{BUDGET, Sizes, Weighed};

    #[test]
    fn the_heaviest_start_counts_and_of_each_shelf_the_heaviest_language_is_told() {
        let shelf = |shelf: &str, language, first| {
            let shelf = shelf.to_owned();
            Weighed { shelf, language, first, reasons: 1_000 }
        };
        let shelves = vec![shelf("a", "nb", 5), shelf("a", "en", 6), shelf("b", "nb", 8), shelf("b", "en", 7)];
        let sizes = Sizes::of(&[("wasm", 100)], &[("nb", 10), ("nn", 12)], shelves, &[("municipalities", 2_000)]);
        assert_eq!(sizes.total(), 100 + 12);
        let later: Vec<usize> = sizes.later.iter().map(|(_, bytes)| *bytes).collect();
        assert_eq!(later, [8, 1_000, 6, 1_000, 2_000]);
    }

    #[test]
    fn only_what_comes_first_counts_against_the_budget() {
        let sizes = |bytes| Sizes { first: vec![("a".to_owned(), bytes)], later: vec![("b".to_owned(), BUDGET)] };
        assert!(sizes(BUDGET).within_budget());
        assert!(!sizes(BUDGET + 1).within_budget());
    }
}
