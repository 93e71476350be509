//! Shares and numbers of cases, in digits.

use crate::review::diagram::WHOLE;

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

/// The product of all numbers, written out with its thousands apart.
pub(super) fn product(widths: &[usize]) -> String {
    // Three digits each, the last first.
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
    let mut written = groups.iter().rev();
    let first = written.next().map(u64::to_string);
    first.into_iter().chain(written.map(|group| format!("{group:03}"))).collect::<Vec<_>>().join("\u{a0}")
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
    fn a_product_is_exact() {
        assert_eq!(product(&[1_000, 1_000, 12, 1]), "12\u{a0}000\u{a0}000");
        assert_eq!(product(&[2; 70]), "1\u{a0}180\u{a0}591\u{a0}620\u{a0}717\u{a0}411\u{a0}303\u{a0}424");
    }
}
