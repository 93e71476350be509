//! Met, broken or unknown.

/// Three values, because "not known" is neither yes nor no.
///
/// The order is the order of the law's patience: one broken condition decides, one unknown condition
/// postpones, and only all conditions met exempt. So "and" is `min`, "or" is `max`, and no truth table is
/// written anywhere.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Status {
    /// It does not hold, whatever else is answered.
    Broken,
    /// It may or may not hold.
    Unknown,
    /// It holds.
    Met,
}

impl From<Option<bool>> for Status {
    fn from(known: Option<bool>) -> Self {
        match known {
            Some(true) => Self::Met,
            Some(false) => Self::Broken,
            None => Self::Unknown,
        }
    }
}
