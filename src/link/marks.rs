//! Fields in an address: keys and values with marks between, what an address cannot hold written as `%C3%B8`, and their sum.

/// A key and its value, as they were before they were written into an address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Pair {
    pub(super) key: String,
    pub(super) value: String,
}

/// Writes one more field.
pub(super) fn push(text: &mut String, key: &str, value: &str) {
    if !text.is_empty() {
        text.push('&');
    }
    escape(key, text);
    text.push('=');
    escape(value, text);
}

/// The fields of an address. Some programs have written the marks between as `&amp;`.
pub(super) fn pairs(text: &str) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for field in text.split('&').filter(|field| !field.is_empty()) {
        let field = field.strip_prefix("amp;").unwrap_or(field);
        let (key, value) = field.split_once('=').unwrap_or((field, ""));
        pairs.push(Pair { key: plain(key), value: plain(value) });
    }
    pairs
}

/// A sum of fields that another order, another letter or one field less would make another.
pub(super) fn sum(pairs: &[Pair]) -> String {
    let bytes = pairs.iter().flat_map(|pair| pair.key.bytes().chain([b'=']).chain(pair.value.bytes()).chain([b'&']));
    let sum = bytes.fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let digit = |place: u32| char::from(HEX.get((sum >> (28 - 4 * place) & 15) as usize).copied().unwrap_or(b'0'));
    (0..8).map(digit).map(|digit| digit.to_ascii_lowercase()).collect()
}

const HEX: [u8; 16] = *b"0123456789ABCDEF";

fn escape(text: &str, into: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,".contains(&byte) {
            into.push(char::from(byte));
        } else {
            let half = |half: u8| char::from(HEX.get(usize::from(half)).copied().unwrap_or(b'0'));
            into.extend(['%', half(byte >> 4), half(byte & 15)]);
        }
    }
}

fn plain(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut left = text.as_bytes();
    while let Some((first, rest)) = left.split_first() {
        let escaped = (*first == b'%').then(|| escaped(rest)).flatten();
        bytes.push(escaped.unwrap_or(*first));
        left = if escaped.is_some() { rest.get(2..).unwrap_or_default() } else { rest };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn escaped(after: &[u8]) -> Option<u8> {
    let digit = |place: usize| char::from(*after.get(place)?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some(digit(0)? << 4 | digit(1)?)
}

#[cfg(test)]
mod tests {
    use super::{Pair, pairs, push, sum};

    fn pair(key: &str, value: &str) -> Pair {
        Pair { key: key.to_owned(), value: value.to_owned() }
    }

    #[test]
    fn whatever_is_written_is_read_back() {
        let mut text = String::new();
        push(&mut text, "høyde", "4,5");
        push(&mut text, "a&b=c%", " +#\u{1f600}%41");
        assert!(text.is_ascii() && text.starts_with("h%C3%B8yde=4,5&"), "{text}");
        assert_eq!(pairs(&text), [pair("høyde", "4,5"), pair("a&b=c%", " +#\u{1f600}%41")]);
    }

    #[test]
    fn programs_that_write_addresses_anew_change_nothing() {
        assert_eq!(pairs("h%c3%b8yde=1&amp;b=2&"), pairs("høyde=1&b=2"));
        assert_eq!(pairs("a%4=%zz&%"), [pair("a%4", "%zz"), pair("%", "")]);
        assert_eq!(pairs("%ff=1"), [pair("\u{fffd}", "1")]);
    }

    #[test]
    fn the_sum_is_that_of_fnv_and_minds_order_and_place() {
        assert_eq!(sum(&[]), "811c9dc5");
        assert_ne!(sum(&pairs("a=1&b=2")), sum(&pairs("b=2&a=1")));
        assert_ne!(sum(&pairs("a=1&b=2")), sum(&pairs("a=1&b=")));
        assert_ne!(sum(&pairs("ab=1")), sum(&pairs("a=b1")));
    }
}
