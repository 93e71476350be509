//! The compact form of a rule book: written by the native tool, read by the widget.

use core::fmt;

use super::RuleBook;
use super::compact::read_book;

/// The first bytes of every artefact; the last is the version of the format.
///
/// A widget that meets another version says so and gives no verdict.
pub const MARK: [u8; 4] = *b"BUS\x03";

/// Why an artefact could not be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unreadable {
    /// Not an artefact at all.
    NotRules,
    /// Written for another version of the widget.
    OtherVersion,
    /// Damaged: not a book, or something in it points nowhere.
    Damaged,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRules => f.write_str("not a rule artefact"),
            Self::OtherVersion => f.write_str("another version of the rule format"),
            Self::Damaged => f.write_str("a damaged rule artefact"),
        }
    }
}

/// The bytes of a book; the same book always gives the same bytes.
///
/// # Errors
/// Only where memory fails the encoder.
pub fn encode(book: &RuleBook) -> Result<Vec<u8>, Unreadable> {
    postcard::to_extend(book, MARK.to_vec()).map_err(|_| Unreadable::Damaged)
}

/// The book in these bytes: an artefact, or several excerpts of one book after another.
///
/// # Errors
/// Says how the bytes fail to be a whole book.
pub fn decode(bytes: &[u8]) -> Result<RuleBook, Unreadable> {
    let (mark, body) = bytes.split_at_checked(MARK.len()).ok_or(Unreadable::NotRules)?;
    if mark.first_chunk::<3>() != MARK.first_chunk::<3>() {
        return Err(Unreadable::NotRules);
    }
    if mark != MARK {
        return Err(Unreadable::OtherVersion);
    }
    read_book(body).ok_or(Unreadable::Damaged)
}
