//! The compact form of a rule book: written by the native tool, read by the widget.

use core::fmt;

use super::RuleBook;
use super::compact::read_book;
#[cfg(feature = "json")]
use super::text_order::texts;

/// The first bytes of every artefact; the last is the version of the format.
///
/// A widget that meets another version says so and gives no verdict.
pub const MARK: [u8; 4] = *b"BUS\x05";

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
/// Texts are numbered in the order in which a book reads, so each is told by how far it lies from the highest before it of
/// its sort, those needed to ask or the others: nearly always the next, which packs to nothing.
///
/// # Errors
/// Where memory fails the encoder, or there are more texts than it can tell apart: some sixteen thousand.
#[cfg(feature = "json")]
pub fn encode(book: &RuleBook) -> Result<Vec<u8>, Unreadable> {
    let mut told = book.clone();
    let mut highest = [-1, -1];
    for text in texts(&mut told) {
        let late = usize::from(text.0 >= book.early_texts);
        let highest = highest.get_mut(late).ok_or(Unreadable::Damaged)?;
        text.0 = from_highest(i64::from(text.0), highest, late == 1).ok_or(Unreadable::Damaged)?;
    }
    postcard::to_extend(&told, MARK.to_vec()).map_err(|_| Unreadable::Damaged)
}

/// How far a text lies from the highest before it, and its sort, as postcard writes a number with a sign.
#[cfg(feature = "json")]
fn from_highest(text: i64, highest: &mut i64, late: bool) -> Option<u16> {
    let code = (text - *highest) * 2 + i64::from(late);
    *highest = text.max(*highest);
    u16::try_from(code << 1 ^ code >> 63).ok()
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
