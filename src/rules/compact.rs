//! Reads the compact form in as few bytes of code as possible, for it is fetched before the first question.
//!
//! The form is postcard's: what serde writes in [`super::compiled::encode`], this reads. Serde's own reader is ten times
//! as large. A field that is forgotten here does not compile; one in the wrong place does not read back the same book.

use super::date::Date;
use super::quantity::Unit;
use super::range::Range;
use super::{
    Adapted, Addition, Base, Bound, Branch, Choice, Comparison, Concept, ConceptId, Condition, Consequence,
    ConsequenceId, Consequences, Doubt, Given, Kind, Outcome, Part, Project, Question, Requirement, Rule, RuleBook,
    RuleId, Sort, Step, Table, TableId, TextId, Unsure, Value, Version, Wording,
};

/// What is left to read.
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

/// Something that can be read; `None` where the bytes say nothing of the kind.
pub(super) trait Read: Sized {
    fn read(from: &mut Bytes) -> Option<Self>;
}

impl Bytes<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    #[inline(never)]
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// A length; nothing is longer than what is left.
    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok().filter(|length| *length <= self.0.len())
    }
}

impl Read for u8 {
    fn read(from: &mut Bytes) -> Option<Self> {
        from.byte()
    }
}

impl Read for u16 {
    fn read(from: &mut Bytes) -> Option<Self> {
        from.number()?.try_into().ok()
    }
}

impl Read for u32 {
    fn read(from: &mut Bytes) -> Option<Self> {
        from.number()?.try_into().ok()
    }
}

impl Read for i64 {
    /// Zigzag: 0, -1, 1, -2 …
    fn read(from: &mut Bytes) -> Option<Self> {
        let number = from.number()?;
        let half = i64::try_from(number >> 1).ok()?;
        Some(if number & 1 == 0 { half } else { -half - 1 })
    }
}

impl Read for bool {
    fn read(from: &mut Bytes) -> Option<Self> {
        match from.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Read for String {
    #[inline(never)]
    fn read(from: &mut Bytes) -> Option<Self> {
        let length = from.length()?;
        let (text, rest) = from.0.split_at_checked(length)?;
        from.0 = rest;
        Self::from_utf8(text.to_vec()).ok()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(from: &mut Bytes) -> Option<Self> {
        if bool::read(from)? { T::read(from).map(Some) } else { Some(None) }
    }
}

impl<T: Read> Read for Vec<T> {
    #[inline(never)]
    fn read(from: &mut Bytes) -> Option<Self> {
        let length = from.length()?;
        let mut list = Self::new();
        for _ in 0..length {
            list.push(T::read(from)?);
        }
        Some(list)
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(from: &mut Bytes) -> Option<Self> {
        Some((A::read(from)?, B::read(from)?))
    }
}

impl<A: Read, B: Read, C: Read> Read for (A, B, C) {
    fn read(from: &mut Bytes) -> Option<Self> {
        Some((A::read(from)?, B::read(from)?, C::read(from)?))
    }
}

impl Read for Date {
    fn read(from: &mut Bytes) -> Option<Self> {
        let day = i64::read(from)?;
        Self::new(day / 10_000, day / 100 % 100, day % 100)
    }
}

macro_rules! numbers {
    ($($name:ident)+) => {$(
        impl Read for $name {
            fn read(from: &mut Bytes) -> Option<Self> {
                u16::read(from).map(Self)
            }
        }
    )+};
}

numbers! { ConceptId RuleId ConsequenceId TableId TextId }

/// The fields in the order of the type.
macro_rules! fields {
    ($($name:ident { $($field:ident)+ })+) => {$(
        impl Read for $name {
            #[inline(never)]
            fn read(from: &mut Bytes) -> Option<Self> {
                Some(Self { $($field: Read::read(from)?),+ })
            }
        }
    )+};
}

fields! {
    RuleBook { covers_from before early_texts texts concepts parts tables consequences rules projects }
    Concept { id kind name derivation question measured_by }
    Question { text help why quick numbers unsure }
    Unsure { clear with how }
    Choice { id name help }
    Branch { when value }
    Bound { base raised_by }
    Table { id rows }
    Rule { id versions }
    Version {
        from to name citation link wording checked outcome scope presupposes beside conditions additions notes procedure
    }
    Condition { quote requirement if_broken consequences doubt }
    Consequences { when gives }
    Doubt { when clear }
    Addition { consequence when }
    Consequence { id sort standard name explanation action with citation }
    Project { id name definite group tries beside given adapted notes }
    Adapted { text help options }
    Part { name steps }
    Step { id name concepts }
    Range { low high }
}

/// The variants in the order of the type.
macro_rules! variants {
    ($($name:ident { $($tag:literal $variant:ident $(($($part:ident)+))?),+ })+) => {$(
        impl Read for $name {
            #[inline(never)]
            fn read(from: &mut Bytes) -> Option<Self> {
                Some(match from.byte()? {
                    $($tag => {
                        $($(let $part = Read::read(from)?;)+)?
                        Self::$variant $(($($part),+))?
                    })+
                    _ => return None,
                })
            }
        }
    )+};
}

variants! {
    Kind { 0 YesNo, 1 Choice(options), 2 Number(unit), 3 Date }
    Unit { 0 Metre, 1 SquareMetre, 2 Percent, 3 Count }
    Value { 0 Literal(amount), 1 Of(concept), 2 Sum(parts) }
    Requirement { 0 All(parts), 1 Any(parts), 2 OneOf(concept options), 3 Bound(concept comparison bound) }
    Comparison { 0 AtMost, 1 AtLeast, 2 Under, 3 Over, 4 Exactly }
    Base { 0 Literal(amount), 1 Fraction(numerator denominator concept), 2 Table(table date) }
    Wording { 0 Read, 1 NotRead, 2 Guidance, 3 Practice }
    Sort { 0 Dispensation, 1 Permit, 2 Duty, 3 Clearance }
    Outcome { 0 NotAMeasure, 1 Exempt, 2 ApplyYourself, 3 ApplyWithProfessional }
    Given { 0 Option(option), 1 Number(range) }
}
