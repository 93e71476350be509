//! Reads the compact form in as few bytes of code as possible, for it is fetched before the first question.
//!
//! The form is postcard's but for the texts: what serde writes in [`super::compiled::encode`], this reads. Serde's own
//! reader is ten times as large. A field that is forgotten here does not compile; one in the wrong place does not read back
//! the same book.

use core::mem::ManuallyDrop;

use super::compiled::MARK;
use super::date::Date;
use super::quantity::Unit;
use super::range::Range;
use super::{
    Adapted, Addition, Base, Bound, Branch, Choice, Comparison, Concept, ConceptId, Condition, Consequence,
    ConsequenceId, Consequences, Doubt, Given, Kind, Outcome, Part, Project, Question, Requirement, Rule, RuleBook,
    RuleId, Sort, Step, Table, TableId, TextId, Unsure, Value, Version, Wording,
};

/// What is left to read, and whether it has ever said something impossible.
///
/// Reading never stops half-way: after a fault it goes on with nothing, and the caller asks at the end. So there are no
/// half-made things to take apart again, which is most of the code that is saved.
pub(super) struct Bytes<'a> {
    left: &'a [u8],
    sound: bool,
    /// The highest text so far, of those needed to ask and of the others.
    highest: [i64; 2],
    /// Of each sort of id, how many things there must be for all that were read to stand for something.
    needed: [usize; 5],
}

/// Before any text: the first that comes is the next.
const START: [i64; 2] = [-1; 2];

/// Something that can be read.
pub(super) trait Read {
    fn read(from: &mut Bytes) -> Self;
}

/// The book, if the bytes say that and nothing more, and every id in it stands for something. Where they say several
/// excerpts, each with the mark before it, these are laid over one another.
///
/// A book that is refused is not taken apart: the code for that would be fetched and never used otherwise.
pub(super) fn read_book(bytes: &[u8]) -> Option<RuleBook> {
    let mut bytes = Bytes { left: bytes, sound: true, highest: START, needed: [0; 5] };
    let mut book = ManuallyDrop::new(RuleBook::read(&mut bytes));
    while let Some(next) = bytes.left.strip_prefix(&MARK) {
        (bytes.left, bytes.highest) = (next, START);
        book.lay(&mut ManuallyDrop::new(RuleBook::read(&mut bytes)));
    }
    let there =
        [book.concepts.len(), book.rules.len(), book.consequences.len(), book.tables.len(), usize::from(book.texts)];
    let in_range = bytes.needed.iter().zip(there).all(|(needed, there)| *needed <= there);
    let whole = bytes.sound && bytes.left.is_empty() && in_range;
    (whole && book.is_sound()).then(|| ManuallyDrop::into_inner(book))
}

impl Bytes<'_> {
    #[inline(never)]
    fn fault(&mut self) {
        self.left = &[];
        self.sound = false;
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.left.split_first() else {
            self.fault();
            return 0;
        };
        self.left = rest;
        *first
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    #[inline(never)]
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return number;
            }
        }
        self.fault();
        0
    }

    /// A number no greater than there is room for.
    fn narrow<T: TryFrom<u64> + Default>(&mut self) -> T {
        T::try_from(self.number()).unwrap_or_else(|_| {
            self.fault();
            T::default()
        })
    }

    /// An id of a sort; what it needs is kept.
    #[inline(never)]
    fn id(&mut self, sort: usize) -> u16 {
        let id = u16::read(self);
        self.need(sort, id)
    }

    /// A text's id, told by how far it lies from the highest so far: nearly always the next.
    #[inline(never)]
    fn text(&mut self) -> u16 {
        let code = i64::read(self);
        let [early, late] = &mut self.highest;
        let highest = if code & 1 == 0 { early } else { late };
        let id = *highest + (code >> 1);
        *highest = id.max(*highest);
        let id = u16::try_from(id).unwrap_or_else(|_| {
            self.fault();
            0
        });
        self.need(4, id)
    }

    #[inline(never)]
    fn need(&mut self, sort: usize, id: u16) -> u16 {
        if let Some(needed) = self.needed.get_mut(sort) {
            *needed = (*needed).max(usize::from(id) + 1);
        }
        id
    }

    /// A length; nothing is longer than what is left.
    #[inline(never)]
    fn length(&mut self) -> usize {
        let length = self.narrow();
        if length <= self.left.len() {
            return length;
        }
        self.fault();
        0
    }
}

impl Read for u8 {
    fn read(from: &mut Bytes) -> Self {
        from.byte()
    }
}

impl Read for u16 {
    #[inline(never)]
    fn read(from: &mut Bytes) -> Self {
        from.narrow()
    }
}

impl Read for u32 {
    fn read(from: &mut Bytes) -> Self {
        from.narrow()
    }
}

impl Read for i64 {
    /// Zigzag: 0, -1, 1, -2 …
    #[inline(never)]
    fn read(from: &mut Bytes) -> Self {
        let number = from.number();
        let half = (number >> 1).cast_signed();
        if number & 1 == 0 { half } else { !half }
    }
}

impl Read for bool {
    #[inline(never)]
    fn read(from: &mut Bytes) -> Self {
        let byte = from.byte();
        if byte > 1 {
            from.fault();
        }
        byte == 1
    }
}

impl Read for String {
    #[inline(never)]
    fn read(from: &mut Bytes) -> Self {
        let length = from.length();
        let (text, rest) = from.left.split_at_checked(length).unwrap_or_default();
        from.left = rest;
        Self::from_utf8(text.to_vec()).unwrap_or_else(|_| {
            from.fault();
            Self::new()
        })
    }
}

impl<T: Read> Read for Option<T> {
    fn read(from: &mut Bytes) -> Self {
        bool::read(from).then(|| T::read(from))
    }
}

impl<T: Read> Read for Vec<T> {
    #[inline(never)]
    fn read(from: &mut Bytes) -> Self {
        let length = from.length();
        let mut list = Self::with_capacity(length);
        for _ in 0..length {
            list.push(T::read(from));
        }
        list
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(from: &mut Bytes) -> Self {
        (A::read(from), B::read(from))
    }
}

impl<A: Read, B: Read, C: Read> Read for (A, B, C) {
    fn read(from: &mut Bytes) -> Self {
        (A::read(from), B::read(from), C::read(from))
    }
}

impl Read for Date {
    #[inline(never)]
    fn read(from: &mut Bytes) -> Self {
        let day = i64::read(from);
        Self::new(day / 10_000, day / 100 % 100, day % 100).unwrap_or_else(|| {
            from.fault();
            Self::FIRST
        })
    }
}

macro_rules! numbers {
    ($($name:ident $sort:literal)+) => {$(
        impl Read for $name {
            fn read(from: &mut Bytes) -> Self {
                Self(from.id($sort))
            }
        }
    )+};
}

numbers! { ConceptId 0 RuleId 1 ConsequenceId 2 TableId 3 }

impl Read for TextId {
    fn read(from: &mut Bytes) -> Self {
        Self(from.text())
    }
}

impl Read for Base {
    #[inline(never)]
    fn read(from: &mut Bytes) -> Self {
        match from.byte() {
            0 => Self::Literal(Read::read(from)),
            1 => {
                let (numerator, denominator, concept) = Read::read(from);
                if denominator <= 0 {
                    from.fault();
                }
                Self::Fraction(numerator, denominator, concept)
            }
            tag => {
                if tag > 2 {
                    from.fault();
                }
                let (table, date) = Read::read(from);
                Self::Table(table, date)
            }
        }
    }
}

/// The fields in the order of the type.
macro_rules! fields {
    ($($name:ident { $($field:ident)+ })+) => {$(
        impl Read for $name {
            #[inline(never)]
            fn read(from: &mut Bytes) -> Self {
                Self { $($field: Read::read(from)),+ }
            }
        }
    )+};
}

fields! {
    RuleBook { covers_from before early_texts texts days concepts parts tables consequences rules projects }
    Concept { id kind name derivation question measured_by of_property }
    Question { text help more why quick numbers unsure }
    Unsure { clear with how }
    Choice { id name help }
    Branch { when value }
    Bound { base raised_by }
    Table { id rows }
    Rule { id versions }
    Version {
        from to name citation wording checked_until outcome scope presupposes beside conditions additions notes procedure
    }
    Condition { quote requirement if_broken consequences doubt }
    Consequences { when gives }
    Doubt { when clear }
    Addition { consequence when }
    Consequence { id sort standard name explanation action with citation }
    Project { id name definite tries beside given adapted notes often_with }
    Adapted { text help options }
    Part { name steps }
    Step { id name concepts }
    Range { low high }
}

/// The variants in the order of the type; what is none of them is a fault, and reads as the first.
macro_rules! variants {
    ($($name:ident {
        0 $first:ident $(($first_part:ident))? $(, $tag:literal $variant:ident $(($($part:ident)+))?)+
    })+) => {$(
        impl Read for $name {
            #[inline(never)]
            fn read(from: &mut Bytes) -> Self {
                match from.byte() {
                    $($tag => {
                        $($(let $part = Read::read(from);)+)?
                        Self::$variant $(($($part),+))?
                    })+
                    tag => {
                        if tag > 0 {
                            from.fault();
                        }
                        $(let $first_part = Read::read(from);)?
                        Self::$first $(($first_part))?
                    }
                }
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
    Wording { 0 Read, 1 NotRead, 2 Guidance, 3 Practice }
    Sort { 0 Dispensation, 1 Permit, 2 Duty, 3 Clearance }
    Outcome { 0 NotAMeasure, 1 Exempt, 2 ApplyYourself, 3 ApplyWithProfessional }
    Given { 0 Option(option), 1 Number(range) }
}
