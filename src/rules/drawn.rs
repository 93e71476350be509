//! What a drawing shows of a case: which concept has which role in it, which sort of thing each kind of work is.
//!
//! Roles, kinds and roofs are told by their names; the drawing knows them.

use serde::{Deserialize, Serialize};

use super::ConceptId;

/// All of it.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Drawn {
    /// Each kind of work that can be drawn, by its place in the book, with what it is drawn as.
    pub projects: Vec<(u16, String)>,
    /// The word for the building that is there already, of work where it is not a house.
    pub houses: Vec<(u16, String)>,
    /// Each measure with its role.
    pub roles: Vec<(ConceptId, String)>,
    /// What is there or not, each with the name of its fact.
    pub facts: Vec<(ConceptId, String)>,
    /// What tells the form of the roof, and the form for each of its options.
    pub roof: Option<(ConceptId, Vec<String>)>,
}

impl Drawn {
    /// What a kind of work is drawn as; `None` where it cannot be drawn.
    #[must_use]
    pub fn kind(&self, project: usize) -> Option<&str> {
        of(&self.projects, project)
    }

    /// The word for the building that is there already, where it is not a house.
    #[must_use]
    pub fn house(&self, project: usize) -> Option<&str> {
        of(&self.houses, project)
    }
}

fn of(named: &[(u16, String)], project: usize) -> Option<&str> {
    named.iter().find(|(place, _)| usize::from(*place) == project).map(|(_, name)| name.as_str())
}
