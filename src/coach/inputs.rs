//! What is written in the form, and what it amounts to.

use crate::rules::quantity::{QuantityError, Unit, parse_amount};
use crate::rules::working::{Entry, Group, Measure, Variant};

use super::exact::Exact;
use super::{Fault, Place, Sort};

/// What is written: for each group its parts, for each part its measures.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Inputs {
    /// The groups in order.
    pub groups: Vec<Vec<Vec<String>>>,
}

impl Inputs {
    /// The form as it stands before anybody has written.
    #[must_use]
    pub fn untouched(variant: &Variant) -> Self {
        let groups = variant.groups.iter().map(|group| vec![blank_row(group); fewest(group)]);
        Self { groups: groups.collect() }
    }

    /// What is written of a measure; nothing where it is not there.
    #[must_use]
    pub fn text(&self, group: usize, row: usize, measure: usize) -> &str {
        let row = self.groups.get(group).and_then(|rows| rows.get(row));
        row.and_then(|row| row.get(measure)).map_or("", |text| text.trim())
    }

    /// How many parts of a group there are.
    #[must_use]
    pub fn rows(&self, group: usize) -> usize {
        self.groups.get(group).map_or(0, Vec::len)
    }

    /// Whether nothing but what stood there from the start is written of a part.
    #[must_use]
    pub fn is_blank(&self, variant: &Variant, group: usize, row: usize) -> bool {
        let Some(about) = variant.groups.get(group) else { return true };
        let mut measures = about.measures.iter().enumerate();
        measures.all(|(place, measure)| {
            let text = self.text(group, row, place);
            text.is_empty() || text == measure.filled
        })
    }
}

/// The parts that a group always has.
pub(super) fn fewest(group: &Group) -> usize {
    group.rows.as_ref().map_or(1, |rows| usize::from(rows.least))
}

/// The parts that a group may have.
pub(super) fn most(group: &Group) -> usize {
    group.rows.as_ref().map_or(1, |rows| usize::from(rows.most))
}

pub(super) fn blank_row(group: &Group) -> Vec<String> {
    group.measures.iter().map(|measure| measure.filled.clone()).collect()
}

/// What is known of a number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Known {
    /// It is needed, and not there yet.
    Missing,
    /// It may be left out, and is.
    Absent,
    /// This much.
    Amount(Exact),
}

/// Reads every measure. A part in which nothing is written is left out where there are enough without it.
pub(super) fn read(variant: &Variant, inputs: &Inputs, faults: &mut Vec<Fault>) -> Vec<Vec<Vec<Known>>> {
    let mut all = Vec::new();
    for (g, group) in variant.groups.iter().enumerate() {
        let mut rows = Vec::new();
        for r in 0..inputs.rows(g).max(fewest(group)) {
            let left_out = r >= fewest(group) && inputs.is_blank(variant, g, r);
            let mut row = Vec::new();
            for (m, measure) in group.measures.iter().enumerate() {
                let known = if left_out { Ok(Known::Absent) } else { amount(measure, inputs.text(g, r, m)) };
                row.push(known.unwrap_or_else(|error| {
                    let place = Place::Input { group: g, row: r, measure: m };
                    faults.push(Fault { place, sort: Sort::Number(error) });
                    Known::Missing
                }));
            }
            rows.push(row);
        }
        all.push(rows);
    }
    all
}

fn amount(measure: &Measure, text: &str) -> Result<Known, QuantityError> {
    if text.is_empty() && measure.optional {
        return Ok(Known::Absent);
    }
    let unit = measure.entry.unit();
    let amount = if measure.entry == Entry::Centimetre { centimetres(text) } else { parse_amount(text, unit) };
    Ok(Known::Amount(Exact::of(amount?, unit)))
}

/// Whole millimetres, written in centimetres with one decimal. The unit may be written, and metres are not centimetres.
fn centimetres(text: &str) -> Result<i64, QuantityError> {
    let number = text.strip_suffix("cm").unwrap_or(text);
    if number.ends_with('m') {
        return Err(QuantityError::WrongUnit);
    }
    let thousandths = parse_amount(number, Unit::Metre)?;
    if thousandths % 100 == 0 { Ok(thousandths / 100) } else { Err(QuantityError::TooManyDecimals) }
}
