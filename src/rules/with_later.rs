//! What is compiled for the module that comes along later, beside the rules themselves.

use serde::{Deserialize, Serialize};

use super::drawn::Drawn;
use super::levers::Levers;
use super::working::Working;

/// It is fetched by its hash beside rules of the same edition, whose numbers it names.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct WithLater {
    /// What whoever builds may change.
    pub levers: Levers,
    /// What a drawing shows.
    pub drawn: Drawn,
    /// How numbers can be worked out, in one language.
    pub workings: Vec<Working>,
}

impl WithLater {
    /// Its bytes.
    ///
    /// # Errors
    /// Where memory fails.
    #[cfg(feature = "json")]
    pub fn write(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// What the bytes say; `None` where they say nothing of this sort.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}
