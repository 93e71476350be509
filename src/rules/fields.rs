//! Lines of fields with tabs between, the sort of line first: how what a municipality says of itself reaches the widget, and
//! how one part of the widget tells another.

use super::texts::{NAME_END, SEPARATOR};

/// The most fields of a line after its sort.
pub const MOST: usize = 10;

/// The fields of every line of a sort, those that are not there empty. What comes after the last is not read.
#[must_use]
#[inline(never)]
pub fn of_sort<'a>(lines: &'a str, sort: &str) -> Vec<[&'a str; MOST]> {
    let mut told = Vec::new();
    for line in lines.split(SEPARATOR) {
        let mut parts = line.split(NAME_END);
        if parts.next() == Some(sort) {
            let mut fields = [""; MOST];
            for (field, part) in fields.iter_mut().zip(parts) {
                *field = part;
            }
            told.push(fields);
        }
    }
    told
}

/// Adds a line of fields, the sort first.
pub fn write(lines: &mut String, fields: &[&str]) {
    lines.push_str(&fields.join("\t"));
    lines.push(SEPARATOR);
}

/// Whether a field that holds several ids holds one.
#[must_use]
#[inline(never)]
pub fn holds(field: &str, id: &str) -> bool {
    field.split(' ').any(|one| one == id)
}
