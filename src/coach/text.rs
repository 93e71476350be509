//! What is measured, as it stands in a link and in a file: `bya:lengde=7,0/3,0;bredde=5,5/2,5`.
//!
//! First the way to work it out and, where there are several, the way to measure; then each measure, its parts with a
//! stroke between. The answer does not stand there: whoever reads it works it out again.

use core::fmt;

use crate::rules::quantity::{Unit, parse_amount};
use crate::rules::working::{Entry, Measure, Variant, Working};

use super::inputs::{Inputs, blank_row, fewest, most};
use super::voice::bare;

/// What is read: the way to work it out, the way to measure, and what is measured.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Read<'a> {
    /// The way to work it out.
    pub working: &'a Working,
    /// The way to measure.
    pub variant: &'a Variant,
    /// What is measured.
    pub inputs: Inputs,
}

/// Why a text cannot be read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Unread {
    /// There is no such way to work anything out.
    Working(String),
    /// There is no such way to measure.
    Variant(String),
    /// Nothing of that name is measured.
    Measure(String),
    /// There are more parts than there is room for.
    Parts(String),
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, name) = match self {
            Self::Working(name) => ("working", name),
            Self::Variant(name) => ("variant", name),
            Self::Measure(name) => ("measure", name),
            Self::Parts(name) => ("too many parts of", name),
        };
        f.write_str(what)?;
        f.write_str(" ")?;
        f.write_str(name)
    }
}

/// Writes what is measured. Parts in which nothing is written are left out.
#[must_use]
pub fn write(working: &Working, variant: &Variant, inputs: &Inputs) -> String {
    let mut text = name(working, variant);
    let mut mark = ':';
    for (g, group) in variant.groups.iter().enumerate() {
        let kept = |row: &usize| *row < fewest(group) || !inputs.is_blank(variant, g, *row);
        let rows: Vec<usize> = (0..inputs.rows(g)).filter(kept).collect();
        for (m, measure) in group.measures.iter().enumerate() {
            let values: Vec<String> = rows.iter().map(|row| value(measure, inputs.text(g, *row, m))).collect();
            if values.iter().any(|value| !value.is_empty()) {
                text.push(mark);
                text.push_str(&measure.id);
                text.push('=');
                text.push_str(&values.join("/"));
                mark = ';';
            }
        }
    }
    text
}

/// The way to work it out and the way to measure: `bya`, or `bra/inne`.
#[must_use]
pub fn name(working: &Working, variant: &Variant) -> String {
    let stroke = if variant.id.is_empty() { "" } else { "/" };
    [&working.id, stroke, &variant.id].concat()
}

/// A number in one way, whichever way it was typed.
fn value(measure: &Measure, text: &str) -> String {
    let read = match measure.entry {
        // Tenths at most, which hold in the thousandths of another unit.
        Entry::Centimetre => parse_amount(text.strip_suffix("cm").unwrap_or(text), Unit::Metre).ok(),
        entry => parse_amount(text, entry.unit()).ok(),
    };
    read.map_or_else(|| shielded(text), |amount| bare(amount, measure.entry.unit(), ','))
}

/// Reads a whole text.
///
/// # Errors
/// Where something in it is not known.
pub fn parse<'a>(workings: &'a [Working], text: &str) -> Result<Read<'a>, Unread> {
    let (named, measured) = text.trim().split_once(':').unwrap_or((text.trim(), ""));
    let (id, variant) = named.split_once('/').unwrap_or((named, ""));
    let working = workings.iter().find(|working| working.id == id).ok_or_else(|| Unread::Working(id.to_owned()))?;
    let variant = variant_of(working, variant)?;
    Ok(Read { working, variant, inputs: inputs(variant, measured)? })
}

/// A way to measure by its name; no name is the first.
pub(super) fn variant_of<'a>(working: &'a Working, name: &str) -> Result<&'a Variant, Unread> {
    let mut variants = working.variants.iter();
    let found = if name.is_empty() { variants.next() } else { variants.find(|variant| variant.id == name) };
    found.ok_or_else(|| Unread::Variant(name.to_owned()))
}

/// Reads what is measured.
///
/// # Errors
/// Where a measure is not known, or has more parts than there is room for.
pub fn inputs(variant: &Variant, measured: &str) -> Result<Inputs, Unread> {
    let mut inputs = empty(variant);
    for pair in measured.split(';').map(str::trim).filter(|pair| !pair.is_empty()) {
        let (id, values) = pair.split_once('=').unwrap_or((pair, ""));
        let (g, m) = place(variant, id.trim()).ok_or_else(|| Unread::Measure(id.trim().to_owned()))?;
        let Some((group, rows)) = variant.groups.get(g).zip(inputs.groups.get_mut(g)) else { continue };
        for (r, text) in values.split('/').enumerate() {
            if r >= most(group) {
                return Err(Unread::Parts(id.to_owned()));
            }
            if rows.len() <= r {
                rows.push(vec![String::new(); group.measures.len()]);
            }
            if let Some(cell) = rows.get_mut(r).and_then(|row| row.get_mut(m)) {
                *cell = unshielded(text.trim());
            }
        }
    }
    Ok(inputs)
}

/// The parts that are always there, with nothing in them.
fn empty(variant: &Variant) -> Inputs {
    let row = |group| blank_row(group).iter().map(|_| String::new()).collect();
    Inputs { groups: variant.groups.iter().map(|group| vec![row(group); fewest(group)]).collect() }
}

fn place(variant: &Variant, id: &str) -> Option<(usize, usize)> {
    let mut groups = variant.groups.iter().enumerate();
    groups.find_map(|(g, group)| Some((g, group.measures.iter().position(|measure| measure.id == id)?)))
}

/// The signs of the text itself, where somebody has typed them.
const SIGNS: [(&str, &str); 4] = [("%", "%25"), ("/", "%2F"), (";", "%3B"), ("=", "%3D")];

fn shielded(text: &str) -> String {
    SIGNS.iter().fold(text.to_owned(), |text, (sign, shield)| text.replace(sign, shield))
}

fn unshielded(text: &str) -> String {
    SIGNS.iter().rev().fold(text.to_owned(), |text, (sign, shield)| text.replace(shield, sign))
}
