//! Numbers as regulations write them: "4,0 m", "50 m²", exact, with their unit.

use serde::{Deserialize, Serialize};

use super::digits::write_digits;

/// What a number counts. Amounts are whole steps of the unit's smallest part, never floats.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Unit {
    /// Lengths and heights, in whole millimetres.
    Metre,
    /// Areas, in whole square centimetres.
    SquareMetre,
    /// Shares of a plot, in hundredths of a per cent.
    Percent,
    /// Things that are counted, such as storeys.
    Count,
}

impl Unit {
    /// Smallest steps in one whole.
    #[must_use]
    pub const fn scale(self) -> i64 {
        match self {
            Self::Metre => 1_000,
            Self::SquareMetre => 10_000,
            Self::Percent => 100,
            Self::Count => 1,
        }
    }

    /// Decimals that an answer may have: millimetres for lengths, hundredths for areas and shares.
    #[must_use]
    pub const fn decimals(self) -> usize {
        match self {
            Self::Metre => 3,
            Self::SquareMetre | Self::Percent => 2,
            Self::Count => 0,
        }
    }

    /// The sign written after the number; counts have none.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Metre => "m",
            Self::SquareMetre => "m²",
            Self::Percent => "%",
            Self::Count => "",
        }
    }

    fn from_sign(sign: &str) -> Option<Self> {
        match sign {
            "m" => Some(Self::Metre),
            "m²" | "m2" | "kvm" => Some(Self::SquareMetre),
            "%" => Some(Self::Percent),
            _ => None,
        }
    }
}

/// Why a written number could not be read. The wording belongs to whoever shows it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum QuantityError {
    /// Nothing was written.
    Empty,
    /// Not a number such as `3,5`.
    NotANumber,
    /// A minus sign; no measure in the law is negative.
    Negative,
    /// More decimals than the unit has.
    TooManyDecimals,
    /// More than seven digits before the comma.
    TooLarge,
    /// The unit written is not the unit asked for.
    WrongUnit,
}

const MOST_WHOLE_DIGITS: usize = 7;

/// Reads a number in the given unit; the unit's sign may be left out.
///
/// Comma and point both separate decimals, and spaces (also no-break) may group digits.
///
/// # Errors
/// Says which of the ways in [`QuantityError`] the text fails.
pub fn parse_amount(text: &str, unit: Unit) -> Result<i64, QuantityError> {
    let (number, sign) = split_sign(text.trim());
    if !sign.is_empty() && Unit::from_sign(sign) != Some(unit) {
        return Err(QuantityError::WrongUnit);
    }
    parse_number(number, unit)
}

/// Reads a number whose unit is written beside it; a bare number is a count.
///
/// # Errors
/// As [`parse_amount`].
pub fn parse_quantity(text: &str) -> Result<(i64, Unit), QuantityError> {
    let (number, sign) = split_sign(text.trim());
    let unit = match sign {
        "" => Unit::Count,
        _ => Unit::from_sign(sign).ok_or(QuantityError::WrongUnit)?,
    };
    Ok((parse_number(number, unit)?, unit))
}

fn split_sign(text: &str) -> (&str, &str) {
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '.' | '-' | '−')))
        .unwrap_or(text.len());
    let (number, sign) = text.split_at(end);
    (number.trim(), sign.trim())
}

fn parse_number(text: &str, unit: Unit) -> Result<i64, QuantityError> {
    if text.is_empty() {
        return Err(QuantityError::Empty);
    }
    if text.starts_with(['-', '−']) {
        return Err(QuantityError::Negative);
    }
    let (whole, fraction) = text.split_once([',', '.']).unwrap_or((text, ""));
    let whole = ungroup(whole)?;
    if whole.is_empty() || !fraction.chars().all(|c| c.is_ascii_digit()) || text.ends_with([',', '.']) {
        return Err(QuantityError::NotANumber);
    }
    if fraction.len() > unit.decimals() {
        return Err(QuantityError::TooManyDecimals);
    }
    if whole.trim_start_matches('0').len() > MOST_WHOLE_DIGITS {
        return Err(QuantityError::TooLarge);
    }
    Ok(digits(&whole) * unit.scale() + digits(fraction) * fraction_step(fraction.len(), unit))
}

/// Takes away the spaces of `1 200`; groups after the first must have three digits.
fn ungroup(text: &str) -> Result<String, QuantityError> {
    let mut groups = text.split(char::is_whitespace);
    let first = groups.next().unwrap_or_default();
    let well_grouped = groups.clone().all(|group| group.len() == 3);
    let whole: String = core::iter::once(first).chain(groups).collect();
    if well_grouped && whole.chars().all(|c| c.is_ascii_digit()) { Ok(whole) } else { Err(QuantityError::NotANumber) }
}

fn digits(text: &str) -> i64 {
    text.bytes().fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'))
}

fn fraction_step(decimals: usize, unit: Unit) -> i64 {
    (0..decimals).fold(unit.scale(), |step, _| step / 10)
}

/// An amount with its unit, written the Norwegian way: `4,0 m`, `50 m²`, `1 200 m²`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Written {
    /// Smallest steps of the unit.
    pub amount: i64,
    /// The unit, written after the number.
    pub unit: Unit,
    /// Comma in Norwegian, point in English.
    pub decimal_mark: char,
}

impl Written {
    /// The number and its unit.
    #[must_use]
    pub fn text(self) -> String {
        let mut text = self.number();
        if self.unit != Unit::Count {
            text.push('\u{a0}');
            text.push_str(self.unit.sign());
        }
        text
    }

    /// The number alone. Decimals as needed; a length always shows one, as the regulations write it.
    #[must_use]
    pub fn number(self) -> String {
        let mut step = self.unit.scale();
        let mut text = String::new();
        write_grouped(self.amount / step, &mut text);
        let mut rest = self.amount % step;
        let mut first = self.unit == Unit::Metre;
        if rest > 0 || first {
            text.push(self.decimal_mark);
        }
        while rest > 0 || first {
            step /= 10;
            write_digits(rest / step, &mut text);
            rest %= step;
            first = false;
        }
        text
    }
}

/// Thousands apart, with a no-break space between.
fn write_grouped(whole: i64, text: &mut String) {
    if whole < 1_000 {
        return write_digits(whole, text);
    }
    write_grouped(whole / 1_000, text);
    text.push('\u{a0}');
    let rest = whole % 1_000;
    for digit in [rest / 100, rest / 10 % 10, rest % 10] {
        write_digits(digit, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comma_point_spaces_and_signs_are_all_read() {
        for text in ["4", "4,0", "4.0", "4,0 m", "4,000m", " 4 m "] {
            assert_eq!(parse_amount(text, Unit::Metre), Ok(4_000), "{text}");
        }
        assert_eq!(parse_amount("1 200", Unit::SquareMetre), Ok(12_000_000));
        assert_eq!(parse_amount("1\u{a0}200,5 m2", Unit::SquareMetre), Ok(12_005_000));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        use QuantityError as E;
        for (text, error) in [
            ("", E::Empty),
            ("fire", E::WrongUnit),
            ("4,", E::NotANumber),
            ("4,0,0", E::NotANumber),
            ("12 00", E::NotANumber),
            ("-1", E::Negative),
            ("4,0001", E::TooManyDecimals),
            ("12345678", E::TooLarge),
            ("4 m²", E::WrongUnit),
        ] {
            assert_eq!(parse_amount(text, Unit::Metre), Err(error), "{text}");
        }
    }

    #[test]
    fn a_number_is_written_as_the_regulations_write_it() {
        let nb = |amount, unit| Written { amount, unit, decimal_mark: ',' }.text();
        assert_eq!(nb(4_000, Unit::Metre), "4,0\u{a0}m");
        assert_eq!(nb(3_990, Unit::Metre), "3,99\u{a0}m");
        assert_eq!(nb(500_000, Unit::SquareMetre), "50\u{a0}m²");
        assert_eq!(nb(12_005_000, Unit::SquareMetre), "1\u{a0}200,5\u{a0}m²");
        assert_eq!(nb(2, Unit::Count), "2");
        assert_eq!(nb(3_000, Unit::Percent), "30\u{a0}%");
    }
}
