//! Excerpts of one rule book laid over one another: where the one is blank, the other takes its place.
//!
//! A thing without a name is blank; where names are left out, one without content.

use core::mem::swap;

use super::{Project, RuleBook};

impl Project {
    /// Whether the rules for it have not been fetched. It is never judged.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.id.is_empty()
    }
}

impl RuleBook {
    /// Takes from the other what is blank here, and leaves it the blanks.
    pub(super) fn lay(&mut self, other: &mut Self) {
        lay(&mut self.concepts, &mut other.concepts, |it| it.id.is_empty());
        lay(&mut self.tables, &mut other.tables, |it| it.rows.is_empty());
        lay(&mut self.consequences, &mut other.consequences, |it| it.id.is_empty());
        lay(&mut self.rules, &mut other.rules, |it| it.id.is_empty());
        lay(&mut self.projects, &mut other.projects, Project::is_blank);
        for (part, other) in self.parts.iter_mut().zip(&mut other.parts) {
            lay(&mut part.steps, &mut other.steps, |it| it.concepts.is_empty());
        }
    }
}

fn lay<T>(own: &mut [T], others: &mut [T], is_blank: impl Fn(&T) -> bool) {
    for (own, other) in own.iter_mut().zip(others) {
        if is_blank(own) {
            swap(own, other);
        }
    }
}
