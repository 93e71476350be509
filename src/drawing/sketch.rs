//! What is to be drawn.

use super::named::named;
use super::role::{Role, Word};
use crate::rules::Comparison;
use crate::rules::range::Range;

/// What is to be drawn, as far as it is known.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Sketch {
    /// What sort of thing it is.
    pub kind: Kind,
    /// The roof, once it is known.
    pub roof: Option<Roof>,
    /// The measures that belong in the drawing, in the order they are to be read. A role stands at most once.
    pub measures: Vec<(Role, Measure)>,
    /// What is there or not.
    pub facts: Facts,
    /// The words that stand in the drawing itself.
    pub words: Vec<(Word, String)>,
}

named! {
    /// What sort of thing is drawn.
    Kind {
        /// A building that stands by itself.
        Building = "building",
        /// A part that is built on to a house.
        Extension = "extension",
        /// A floor out of doors against a house.
        Terrace = "terrace",
        /// A screen or a fence.
        Screen = "screen",
        /// A wall that holds the ground back.
        RetainingWall = "retaining-wall",
        /// A pole.
        Mast = "mast",
        /// Something flat: a pool, a parking space.
        Ground = "ground",
    }
}

named! {
    /// The form of a roof.
    Roof {
        /// Two slopes that meet in a ridge.
        Saddle = "saddle",
        /// Flat.
        Flat = "flat",
        /// One slope.
        Mono = "mono",
        /// Some other roof.
        Other = "other",
    }
}

/// A measure: lengths in millimetres, areas in square centimetres, storeys in storeys.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Measure {
    /// What is known of it.
    pub known: Option<Range>,
    /// The limits to draw, strictest first.
    pub limits: Vec<Limit>,
    /// Which concept it answers; only handed on.
    pub concept: u16,
    /// Whether it can be dragged.
    pub can_change: bool,
    /// What it is called.
    pub name: String,
    /// What it is, in words; what stands there when it is not known, too.
    pub value: String,
}

/// A limit that a measure must keep.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Limit {
    /// How the measure must stand to it.
    pub comparison: Comparison,
    /// The limit itself.
    pub amount: i64,
    /// Whether it is broken. That is for the rules to say, not for the drawing.
    pub is_broken: bool,
    /// The limit in words.
    pub words: String,
}

/// What is there or not; `None` while that is not known.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Facts {
    /// A basement.
    pub basement: Option<Fact>,
    /// A loft.
    pub loft: Option<Fact>,
    /// Pipes or cables below.
    pub pipes: Option<Fact>,
    /// Whether it stands on the ground, and does not only hang on the wall.
    pub stands: Option<Fact>,
}

/// That something is there or not.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fact {
    /// Whether it is there.
    pub is_there: bool,
    /// What it is called.
    pub name: String,
    /// The answer in words.
    pub value: String,
    /// What it breaks, in words.
    pub fault: Option<String>,
}

/// How surely something is drawn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sureness {
    /// It is as answered.
    Known,
    /// The answer only gives one end, or two that differ.
    Within,
    /// It is not answered.
    Assumed,
}

/// What is drawn for a measure.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Shown {
    /// How much.
    pub(super) amount: i64,
    /// How surely.
    pub(super) sureness: Sureness,
}

impl Shown {
    pub(super) fn is_known(self) -> bool {
        self.sureness == Sureness::Known
    }
}

impl Measure {
    /// The first limit that is broken.
    #[must_use]
    pub fn fault(&self) -> Option<&Limit> {
        self.limits.iter().find(|limit| limit.is_broken)
    }

    /// Known exactly, and breaks nothing: it may share its text with another.
    pub(super) fn is_plain(&self) -> bool {
        self.known.is_some_and(|known| known.exact().is_some()) && self.fault().is_none()
    }

    /// Its name, what it is and what it breaks, for where there is room for a line.
    pub(super) fn in_line(&self) -> String {
        let mut line = [self.name.as_str(), self.value.as_str()].join(": ");
        for limit in self.limits.iter().filter(|limit| limit.is_broken) {
            line.push_str(" (");
            line.push_str(&limit.words);
            line.push(')');
        }
        line
    }

    /// What to draw: the answer, the end of it that is known, or what is assumed. Nothing is drawn below nought.
    pub(super) fn shown(&self, assumed: i64) -> Shown {
        let nothing = Shown { amount: assumed, sureness: Sureness::Assumed };
        let Some(known) = self.known.filter(|known| *known != Range::ANY) else { return nothing };
        if let Some(amount) = known.exact() {
            return Shown { amount: amount.max(0), sureness: Sureness::Known };
        }
        let amount = if known.low > 0 { known.low } else { known.high.unwrap_or(assumed) };
        Shown { amount: amount.max(0), sureness: Sureness::Within }
    }
}

impl Sketch {
    /// The measure of a role.
    #[must_use]
    pub fn measure(&self, role: Role) -> Option<&Measure> {
        self.measures.iter().find(|(of, _)| *of == role).map(|(_, measure)| measure)
    }

    /// The word for something, empty where there is none.
    #[must_use]
    pub fn word(&self, word: Word) -> &str {
        self.words.iter().find(|(of, _)| *of == word).map_or("", |(_, text)| text)
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.measure(role).is_some()
    }

    /// What to draw for a role; where no such measure belongs in the drawing, what is assumed.
    pub(super) fn shown(&self, role: Role, assumed: i64) -> Shown {
        let nothing = Shown { amount: assumed, sureness: Sureness::Assumed };
        self.measure(role).map_or(nothing, |measure| measure.shown(assumed))
    }

    /// Whether it is built on to a house.
    pub(super) const fn is_attached(&self) -> bool {
        matches!(self.kind, Kind::Extension | Kind::Terrace)
    }
}
