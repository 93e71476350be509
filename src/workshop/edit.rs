//! A change to one place of a file, held to its shape before it is written.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::review::document::Document;
use crate::review::format::print;
use crate::rules::date::Date;
use crate::rules::quantity::{Unit, parse_quantity};

/// A place in a file that can be changed.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Field {
    /// Where, such as `/vilkår/3/krav/bebygd-areal/høyst`.
    pub place: String,
    /// What it must look like.
    pub shape: Shape,
    /// What stands there.
    pub value: String,
}

/// What a value must look like. The name is also that of the message where it does not.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// As `4,0 m`.
    Metre,
    /// As `50 m²`.
    SquareMetre,
    /// As `20 %`.
    Percent,
    /// As `1`.
    Count,
    /// As `2021-05-01`.
    Date,
    /// A date, or nothing at all.
    DateOrNothing,
    /// Words.
    Text,
}

impl Shape {
    /// The shape of a number with a unit.
    #[must_use]
    pub const fn of(unit: Unit) -> Self {
        match unit {
            Unit::Metre => Self::Metre,
            Unit::SquareMetre => Self::SquareMetre,
            Unit::Percent => Self::Percent,
            Unit::Count => Self::Count,
        }
    }

    /// Whether a value looks so.
    #[must_use]
    pub fn fits(self, value: &str) -> bool {
        match self {
            Self::Metre => is_amount(value, Unit::Metre),
            Self::SquareMetre => is_amount(value, Unit::SquareMetre),
            Self::Percent => is_amount(value, Unit::Percent),
            Self::Count => is_amount(value, Unit::Count),
            Self::Date => Date::parse_iso(value).is_some(),
            Self::DateOrNothing => value.is_empty() || Date::parse_iso(value).is_some(),
            Self::Text => !value.trim().is_empty(),
        }
    }
}

/// As the regulation writes it: with a comma, with its unit, and with nothing before or after.
fn is_amount(value: &str, unit: Unit) -> bool {
    let tidy = value == value.trim() && !value.contains('.') && (value.ends_with(unit.sign()));
    tidy && parse_quantity(value).is_ok_and(|(_, own)| own == unit)
}

/// Why a change was not made. The words are in `ord.json`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refused {
    /// The value does not look as it must.
    Shape,
    /// The file cannot be read, or has no such place any more.
    Place,
}

/// The file with another value at a place; everything else stands as it stood.
///
/// # Errors
/// Why the change was not made.
pub fn edit(text: &str, place: &str, shape: Shape, value: &str) -> Result<String, Refused> {
    let value: String = value.nfc().collect();
    if !shape.fits(&value) {
        return Err(Refused::Shape);
    }
    let mut document = Document::read(text).map_err(|_| Refused::Place)?;
    let here = document.at_mut(place).ok_or(Refused::Place)?;
    let nothing = shape == Shape::DateOrNothing && value.is_empty();
    *here = if nothing { Document::Null } else { Document::Text(value) };
    Ok(print(&document))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::{Refused, Shape, edit};

    #[test]
    fn only_what_is_written_as_the_regulation_writes_it_is_taken() {
        for (shape, good, bad) in [
            (Shape::SquareMetre, "60 m²", ["60", "60 m", "60,12345 m²", " 60 m²"]),
            (Shape::Metre, "4,0 m", ["4.0 m", "fire m", "-1 m", ""]),
            (Shape::Count, "1", ["1,5", "1 m", "x", ""]),
            (Shape::Percent, "20 %", ["20", "20 m", "%", ""]),
            (Shape::Date, "2027-07-01", ["2027-02-30", "1.7.2027", "2027", ""]),
            (Shape::Text, "Ja.", ["", " ", "\n", "\t"]),
        ] {
            assert!(shape.fits(good), "{good}");
            for bad in bad {
                assert!(!shape.fits(bad), "{shape:?} takes {bad:?}");
            }
        }
        assert!(Shape::DateOrNothing.fits(""));
    }

    #[test]
    fn a_change_leaves_the_rest_as_it_was() {
        let text = "{\n  \"b\": { \"høyst\": \"50 m²\" },\n  \"a\": null\n}\n";
        let changed = edit(text, "/b/høyst", Shape::SquareMetre, "60 m²").unwrap();
        assert_eq!(changed, text.replace("50", "60"));
        assert_eq!(edit(text, "/c", Shape::Text, "x"), Err(Refused::Place));
        assert_eq!(edit(text, "/b/høyst", Shape::SquareMetre, "60"), Err(Refused::Shape));
        let dated = edit(text, "/a", Shape::DateOrNothing, "2027-01-01").unwrap();
        assert_eq!(edit(&dated, "/a", Shape::DateOrNothing, "").unwrap(), text);
    }
}
