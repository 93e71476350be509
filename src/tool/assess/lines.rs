//! The lines of a stream, one at a time, whatever ends them and however long they are.

use std::io::{self, BufRead, BufReader, Read};

/// The most that one line may hold.
const LONGEST: usize = 1_000_000;

/// A line without its end.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Line<'a> {
    Text(&'a str),
    NotUtf8,
    TooLong,
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

/// Reads into one buffer, used again for every line.
pub(super) struct Lines<R> {
    input: BufReader<R>,
    buffer: Vec<u8>,
    number: usize,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input: BufReader::new(input), buffer: Vec::new(), number: 0 }
    }

    /// Whether nothing more has come yet, so that whoever waits for an answer should have it now.
    pub(super) fn would_wait(&self) -> bool {
        self.input.buffer().is_empty()
    }

    /// The next line and its number, from 1.
    pub(super) fn next(&mut self) -> io::Result<Option<(usize, Line<'_>)>> {
        self.buffer.clear();
        self.number += 1;
        let mut limited = self.input.by_ref().take(LONGEST as u64 + 1);
        if limited.read_until(b'\n', &mut self.buffer)? == 0 {
            return Ok(None);
        }
        if self.buffer.len() > LONGEST && !self.buffer.ends_with(b"\n") {
            self.skip_rest()?;
            return Ok(Some((self.number, Line::TooLong)));
        }
        Ok(Some((self.number, text(&self.buffer, self.number == 1))))
    }

    fn skip_rest(&mut self) -> io::Result<()> {
        loop {
            self.buffer.clear();
            let mut limited = self.input.by_ref().take(LONGEST as u64);
            if limited.read_until(b'\n', &mut self.buffer)? == 0 || self.buffer.ends_with(b"\n") {
                return Ok(());
            }
        }
    }
}

/// A mark of byte order may stand first of all; some editors put it there.
fn text(bytes: &[u8], first: bool) -> Line<'_> {
    let bytes = if first { bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes) } else { bytes };
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    core::str::from_utf8(bytes).map_or(Line::NotUtf8, Line::Text)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::{LONGEST, Line, Lines};

    #[test]
    fn lines_end_in_every_common_way() {
        let mut lines = Lines::new("\u{feff}en\r\n\nto".as_bytes());
        assert_eq!(lines.next().unwrap(), Some((1, Line::Text("en"))));
        assert_eq!(lines.next().unwrap(), Some((2, Line::Text(""))));
        assert_eq!(lines.next().unwrap(), Some((3, Line::Text("to"))));
        assert_eq!(lines.next().unwrap(), None);
    }

    #[test]
    fn a_bad_line_does_not_spoil_the_next() {
        let long = [vec![b'x'; 3 * LONGEST], b"\n\xff\nto\n".to_vec()].concat();
        let mut lines = Lines::new(long.as_slice());
        assert_eq!(lines.next().unwrap(), Some((1, Line::TooLong)));
        assert_eq!(lines.next().unwrap(), Some((2, Line::NotUtf8)));
        assert_eq!(lines.next().unwrap(), Some((3, Line::Text("to"))));
    }
}
