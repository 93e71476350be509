//! Shares of all cases, in parts of [`WHOLE`], and as people read them.

use crate::review::diagram::WHOLE;

/// How much of a whole a part of it is.
#[must_use]
pub fn of(part: u128, whole: u128) -> u128 {
    let (mut left, mut share) = (part.min(whole), 0);
    if whole == 0 || left == whole {
        return u128::from(whole > 0) * WHOLE;
    }
    // One binary digit after the other: what is multiplied out does not fit in any number.
    for _ in 0..WHOLE.trailing_zeros() {
        left <<= 1;
        share = share << 1 | u128::from(left >= whole);
        left -= if left >= whole { whole } else { 0 };
    }
    share
}

/// A share in per cent, the Norwegian way: one decimal, and two digits that say something where it is small.
#[must_use]
pub fn percent(share: u128) -> String {
    if share == 0 {
        return "0\u{a0}%".to_owned();
    }
    let mut found = None;
    for decimals in 1..=24 {
        let Some(times) = 10_u128.checked_pow(decimals + 2).and_then(|factor| share.checked_mul(factor)) else { break };
        let parts = times.saturating_add(WHOLE / 2) / WHOLE;
        found = Some((decimals, parts));
        if parts >= 10 {
            break;
        }
    }
    let (decimals, parts) = found.unwrap_or((0, 0));
    let one = 10_u128.pow(decimals);
    let width = decimals as usize;
    format!("{},{:0width$}\u{a0}%", parts / one, parts % one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_share_still_says_something() {
        assert_eq!(percent(WHOLE), "100,0\u{a0}%");
        assert_eq!(percent(WHOLE / 8), "12,5\u{a0}%");
        assert_eq!(percent(WHOLE / 1_000_000), "0,00010\u{a0}%");
        assert_eq!(percent(0), "0\u{a0}%");
    }

    #[test]
    fn a_part_of_a_part_is_exact() {
        assert_eq!(of(WHOLE / 8, WHOLE / 2), WHOLE / 4);
        assert_eq!(of(1, 3), WHOLE / 3);
        assert_eq!((of(0, 5), of(5, 5), of(0, 0)), (0, WHOLE, 0));
    }
}
