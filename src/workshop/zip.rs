//! Several files in one, for a browser that can save only one at a time. Stored as they are, not packed.

/// A file and its place in the archive.
pub type Entry<'a> = (&'a str, &'a [u8]);

const LOCAL: [u8; 4] = *b"PK\x03\x04";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const END: [u8; 4] = *b"PK\x05\x06";
/// The version of the format that stored files need.
const VERSION: [u8; 2] = [20, 0];
/// Names are UTF-8.
const FLAGS: [u8; 2] = [0, 8];
/// 1 January 1980, the format's own beginning: the same files always give the same archive.
const TIME: [u8; 4] = [0, 0, 0x21, 0];

/// The archive; empty where there are more files, or larger ones, than the format's first edition holds.
#[must_use]
pub fn zip(entries: &[Entry]) -> Vec<u8> {
    try_zip(entries).unwrap_or_default()
}

fn try_zip(entries: &[Entry]) -> Option<Vec<u8>> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in entries {
        let place = four(archive.len())?;
        let about = about(name, bytes)?;
        archive.extend([LOCAL.as_slice(), &VERSION, &about, &[0, 0], name.as_bytes(), bytes].concat());
        // No comment, first disk, plain attributes.
        let rest = [0; 12];
        let entry = [CENTRAL.as_slice(), &VERSION, &VERSION, &about, &rest, &place, name.as_bytes()].concat();
        directory.extend(entry);
    }
    let (count, start, length) = (two(entries.len())?, four(archive.len())?, four(directory.len())?);
    archive.extend(directory);
    archive.extend([END.as_slice(), &[0; 4], &count, &count, &length, &start, &[0, 0]].concat());
    Some(archive)
}

/// What both descriptions of a file say: flags, stored, time, checksum, sizes, and the length of its name.
fn about(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let size = four(bytes.len())?;
    let (sum, length) = (checksum(bytes).to_le_bytes(), two(name.len())?);
    Some([FLAGS.as_slice(), &[0, 0], &TIME, &sum, &size, &size, &length].concat())
}

fn two(number: usize) -> Option<[u8; 2]> {
    u16::try_from(number).ok().map(u16::to_le_bytes)
}

fn four(number: usize) -> Option<[u8; 4]> {
    u32::try_from(number).ok().map(u32::to_le_bytes)
}

/// CRC-32, as the format asks for.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum)))
}

#[cfg(test)]
mod tests {
    use super::{checksum, zip};

    #[test]
    fn the_checksum_is_the_one_that_everybody_uses() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn an_archive_holds_its_files_as_they_are_and_says_where() {
        let archive = zip(&[("rules/å.json", b"{}\n"), ("b", b"")]);
        let text = String::from_utf8_lossy(&archive);
        assert_eq!(text.matches("rules/å.json").count(), 2, "once before the file and once in the directory");
        assert!(text.contains("{}\n"));
        // Both headers: 30 bytes and the name; the directory starts after the second.
        let start: u32 = 30 + 13 + 3 + 30 + 1;
        let end = archive.len().checked_sub(22).and_then(|end| archive.get(end..)).unwrap_or_default();
        assert_eq!(end.get(16..20), Some(start.to_le_bytes().as_slice()));
        assert_eq!(end.get(10..12), Some([2, 0].as_slice()));
    }
}
