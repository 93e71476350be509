//! The way to a place in a rule file: keys and indexes from its root.

use core::fmt;

/// One step further in.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Step {
    /// Into an object.
    Key(String),
    /// Into a list, from 0.
    Index(usize),
}

/// Steps from the root of a file; none is the whole of it.
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// The same way, and these steps further.
    #[must_use]
    pub fn then(&self, further: impl Into<Self>) -> Self {
        let mut steps = self.0.clone();
        steps.extend(further.into().0);
        Self(steps)
    }

    /// Whether this leads to the other or to something within it.
    #[must_use]
    pub fn is_within(&self, outer: &Self) -> bool {
        self.0.starts_with(&outer.0)
    }

    /// The way to what this stands directly in; `None` for the root.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.split_last().map(|(_, steps)| Self(steps.to_vec()))
    }

    /// Adds the steps of another way.
    pub fn push(&mut self, further: Self) {
        self.0.extend(further.0);
    }

    /// Takes back as many steps.
    pub fn pop(&mut self, steps: usize) {
        self.0.truncate(self.0.len().saturating_sub(steps));
    }
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<&String> for Step {
    fn from(key: &String) -> Self {
        Self::Key(key.clone())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

impl<T: Into<Step>> From<T> for Path {
    fn from(step: T) -> Self {
        Self(vec![step.into()])
    }
}

impl<A: Into<Step>, B: Into<Step>> From<(A, B)> for Path {
    fn from((a, b): (A, B)) -> Self {
        Self(vec![a.into(), b.into()])
    }
}

impl<A: Into<Step>, B: Into<Step>, C: Into<Step>> From<(A, B, C)> for Path {
    fn from((a, b, c): (A, B, C)) -> Self {
        Self(vec![a.into(), b.into(), c.into()])
    }
}

impl<A: Into<Step>, B: Into<Step>, C: Into<Step>, D: Into<Step>> From<(A, B, C, D)> for Path {
    fn from((a, b, c, d): (A, B, C, D)) -> Self {
        Self(vec![a.into(), b.into(), c.into(), d.into()])
    }
}

impl fmt::Display for Path {
    /// As people count: `vilkår 3 › krav`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if place == 0 => write!(f, "{key}")?,
                Step::Key(key) => write!(f, " › {key}")?,
                Step::Index(index) => write!(f, " {}", index + 1)?,
            }
        }
        Ok(())
    }
}
