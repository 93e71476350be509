//! Several files in one: for a browser that can save only one at a time, and for whoever puts the widget on a server.

/// A file and its place in the archive.
pub type Entry<'a> = (&'a str, &'a [u8]);

const LOCAL: [u8; 4] = *b"PK\x03\x04";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const END: [u8; 4] = *b"PK\x05\x06";
/// The version of the format that plain files need.
const VERSION: [u8; 2] = [20, 0];
/// Names are UTF-8.
const FLAGS: [u8; 2] = [0, 8];
/// 1 January 1980, the format's own beginning: the same files always give the same archive.
const TIME: [u8; 4] = [0, 0, 0x21, 0];

/// The archive, its files stored as they are; empty where there are more files, or larger ones, than the format's first
/// edition holds.
#[must_use]
pub fn zip(entries: &[Entry]) -> Vec<u8> {
    archive(entries, &|bytes| Kept { method: 0, time: TIME, sum: checksum(bytes), bytes: bytes.to_vec() })
        .unwrap_or_default()
}

/// The archive for a server, its files made smaller by `deflate`; none where there is more than the format holds.
///
/// Each file's time is made of what is in it. The same files give the same archive, and yet a server that tells editions
/// of a file apart by time and length, as most do, sees that it is another one when its length is the same.
#[must_use]
pub fn for_server(entries: &[Entry], deflate: impl Fn(&[u8]) -> Vec<u8>) -> Option<Vec<u8>> {
    archive(entries, &|bytes| {
        let (sum, packed) = (checksum(bytes), deflate(bytes));
        let smaller = packed.len() < bytes.len();
        let (method, kept) = if smaller { (8, packed) } else { (0, bytes.to_vec()) };
        Kept { method, time: time_of(sum), sum, bytes: kept }
    })
}

/// A file as it lies in the archive.
struct Kept {
    method: u8,
    time: [u8; 4],
    sum: u32,
    bytes: Vec<u8>,
}

fn archive(entries: &[Entry], keep: &dyn Fn(&[u8]) -> Kept) -> Option<Vec<u8>> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in entries {
        let place = four(archive.len())?;
        let kept = keep(bytes);
        let about = about(name, bytes.len(), &kept)?;
        archive.extend([LOCAL.as_slice(), &VERSION, &about, &[0, 0], name.as_bytes(), &kept.bytes].concat());
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

/// What both descriptions of a file say: flags, method, time, checksum, sizes, and the length of its name.
fn about(name: &str, whole: usize, kept: &Kept) -> Option<Vec<u8>> {
    let (size, whole) = (four(kept.bytes.len())?, four(whole)?);
    let (sum, length) = (kept.sum.to_le_bytes(), two(name.len())?);
    Some([FLAGS.as_slice(), &[kept.method, 0], &kept.time, &sum, &size, &whole, &length].concat())
}

fn two(number: usize) -> Option<[u8; 2]> {
    u16::try_from(number).ok().map(u16::to_le_bytes)
}

fn four(number: usize) -> Option<[u8; 4]> {
    u32::try_from(number).ok().map(u32::to_le_bytes)
}

/// A moment from 2000 to 2019, two seconds exact: the time in the lower half, the day in the upper.
fn time_of(sum: u32) -> [u8; 4] {
    let mut left = sum;
    let mut part = |size: u32| {
        let part = left % size;
        left /= size;
        part
    };
    let (second, minute, hour) = (part(30), part(60), part(24));
    let (day, month, year) = (part(28) + 1, part(12) + 1, part(20) + 20);
    ((year << 25) | (month << 21) | (day << 16) | (hour << 11) | (minute << 5) | second).to_le_bytes()
}

/// CRC-32, as the format asks for.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum)))
}

#[cfg(test)]
mod tests {
    use super::{checksum, for_server, time_of, zip};

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

    #[test]
    fn an_archive_is_the_same_each_time_and_another_edition_of_a_file_has_another_time() {
        let made = |bytes: &[u8]| for_server(&[("gjeldende.json", bytes)], |_| b"-".to_vec()).unwrap_or_default();
        assert_eq!(made(b"{\"a\":1}"), made(b"{\"a\":1}"));
        let time = |archive: &[u8]| archive.get(10..14).map(<[u8]>::to_vec);
        assert_ne!(time(&made(b"{\"a\":1}")), time(&made(b"{\"a\":2}")));
    }

    #[test]
    fn every_time_is_one_of_the_calendar() {
        for sum in [0, 1, u32::MAX, 0xCBF4_3926, 290_303_999] {
            let time = u32::from_le_bytes(time_of(sum));
            let part = |shift: u32, bits: u32| (time >> shift) & ((1 << bits) - 1);
            assert!(
                (20..40).contains(&part(25, 7)) && (1..13).contains(&part(21, 4)) && (1..29).contains(&part(16, 5))
            );
            assert!(part(11, 5) < 24 && part(5, 6) < 60 && part(0, 5) < 30);
        }
    }
}
