//! Which measures are the builder's to change, and which way: never the plot, the road, the plan or the neighbour.

use serde::{Deserialize, Serialize};

use super::{ConceptId, Requirement};

/// Which way a measure may go.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Way {
    /// Smaller, lower, shorter.
    Less,
    /// Larger, higher, further away.
    More,
}

/// What may be changed.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Levers {
    /// Each measure with the way that it may go.
    pub ways: Vec<(ConceptId, Way)>,
    /// What must hold between measures, such as eaves no higher than the ridge: what held before a change must hold after it.
    pub kept: Vec<Requirement>,
}
