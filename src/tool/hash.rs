//! What a file is known by: all of its hash for browsers to check, and a part of that in its name.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use sha2::{Digest, Sha256, Sha384};

/// Twelve hex digits of the SHA-256.
#[must_use]
pub fn short(bytes: &[u8]) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|half| char::from_digit(half.into(), 16));
    Sha256::digest(bytes).iter().take(6).flat_map(digits).flatten().collect()
}

/// The SHA-256, as browsers write it but for the sign at its end.
#[must_use]
pub fn long(bytes: &[u8]) -> String {
    STANDARD_NO_PAD.encode(Sha256::digest(bytes))
}

/// What a page writes in `integrity`.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The part of a long hash that stands in a file's name: its first letters and digits. The loader takes the same.
#[must_use]
pub fn in_name(long: &str) -> String {
    long.chars().filter(char::is_ascii_alphanumeric).take(IN_NAME).collect()
}

/// How many letters and digits a name holds.
pub const IN_NAME: usize = 12;

#[cfg(test)]
mod tests {
    use super::{in_name, integrity, long, short};

    #[test]
    fn hashes_are_those_that_others_compute() {
        assert_eq!(short(b"abc"), "ba7816bf8f01");
        assert_eq!(long(b"abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0");
        assert_eq!(integrity(b"abc"), "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn");
        assert_eq!(in_name("ab+cd/efghijklmnop"), "abcdefghijkl");
    }
}
