//! How many cases a space has: a product far beyond what a number holds.

use core::cmp::Ordering;
use core::fmt;

/// A number of cases: groups of three digits, the last first.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Cells(Vec<u64>);

impl Cells {
    /// Of variables that have so many values each.
    #[must_use]
    pub fn of(widths: &[usize]) -> Self {
        let mut groups: Vec<u64> = vec![1];
        for width in widths {
            let mut carry = 0;
            for group in &mut groups {
                let times = *group * (*width as u64) + carry;
                (*group, carry) = (times % 1_000, times / 1_000);
            }
            while carry > 0 {
                groups.push(carry % 1_000);
                carry /= 1_000;
            }
        }
        while groups.len() > 1 && groups.last() == Some(&0) {
            groups.pop();
        }
        Self(groups)
    }

    /// Roughly, where it is great: `3,7 · 10^41`.
    #[must_use]
    pub fn roughly(&self) -> String {
        let digits: String = self.to_string().chars().filter(char::is_ascii_digit).collect();
        match digits.split_at_checked(1).and_then(|(first, rest)| Some((first, rest.split_at_checked(1)?.0))) {
            Some((first, second)) if digits.len() > 3 => format!("{first},{second} · 10^{}", digits.len() - 1),
            _ => digits,
        }
    }
}

impl Ord for Cells {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl PartialOrd for Cells {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Written out, with its thousands apart.
impl fmt::Display for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut groups = self.0.iter().rev();
        write!(f, "{}", groups.next().copied().unwrap_or(0))?;
        groups.try_for_each(|group| write!(f, "\u{a0}{group:03}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Cells;

    #[test]
    fn a_product_is_exact() {
        assert_eq!(Cells::of(&[1_000, 1_000, 12, 1]).to_string(), "12\u{a0}000\u{a0}000");
        let great = "1\u{a0}180\u{a0}591\u{a0}620\u{a0}717\u{a0}411\u{a0}303\u{a0}424";
        assert_eq!(Cells::of(&[2; 70]).to_string(), great);
        assert_eq!(Cells::of(&[2, 0, 1_000]).to_string(), "0");
    }

    #[test]
    fn great_numbers_are_told_roughly_and_compared_exactly() {
        assert_eq!(Cells::of(&[10; 30]).roughly(), "1,0 · 10^30");
        assert_eq!(Cells::of(&[5, 5]).roughly(), "25");
        assert!(Cells::of(&[1_000]) > Cells::of(&[999]) && Cells::of(&[2_001]) > Cells::of(&[1_999]));
    }
}
