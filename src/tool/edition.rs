//! The edition of the rules: which law a verdict was given under.

use crate::rules::RuleBook;
use crate::rules::compiled::encode;

use super::failure::Failure;
use super::hash;

/// The compiled rules and their name.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Edition {
    /// The newest rule's date and twelve digits of the artefact's hash. The same rules always have the same.
    pub id: String,
    /// The artefact.
    pub bytes: Vec<u8>,
}

impl Edition {
    /// Compiles a rule book.
    ///
    /// # Errors
    /// Only where memory fails.
    pub fn of(book: &RuleBook) -> Result<Self, Failure> {
        let bytes = encode(book).map_err(|error| Failure(format!("cannot compile the rules: {error}")))?;
        Ok(Self { id: format!("{}-{}", book.newest(), hash::short(&bytes)), bytes })
    }
}
