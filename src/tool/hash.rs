//! What a file is known by: a short hash in its name, a long one that browsers check.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// Twelve hex digits of the SHA-256.
#[must_use]
pub fn short(bytes: &[u8]) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|half| char::from_digit(half.into(), 16));
    Sha256::digest(bytes).iter().take(6).flat_map(digits).flatten().collect()
}

/// The `integrity` that a browser checks a file against.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::{integrity, short};

    #[test]
    fn hashes_are_those_that_others_compute() {
        assert_eq!(short(b"abc"), "ba7816bf8f01");
        let known = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(integrity(b"abc"), known);
    }
}
