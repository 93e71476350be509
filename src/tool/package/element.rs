//! What the element takes and tells: the one list that declarations, manifest and tables are made of.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::tool::failure::Failure;

/// The element as others see it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// What a page may write on it.
    pub attributes: Vec<Part>,
    /// What it tells its page.
    pub events: Vec<Part>,
    /// What an answer may come to.
    pub outcomes: Vec<String>,
}

/// An attribute or an event.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// The type of its value or of its detail, as TypeScript writes it.
    pub r#type: String,
    /// What it is for.
    pub description: String,
}

impl Element {
    /// Reads the list.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn read(root: &Path) -> Result<Self, Failure> {
        let path = root.join("src/tool/package/element.json");
        let text = fs::read_to_string(&path).map_err(Failure::at("read", &path))?;
        serde_json::from_str(&text).map_err(|error| Failure(format!("{}: {error}", path.display())))
    }
}
