//! What the built widget is called.

use std::fs;
use std::path::Path;

use serde_json::Value;

/// The edition that a built site says that it holds, which names a folder of it.
pub(crate) fn edition(site: &Path) -> String {
    let text = fs::read(site.join("bygg-inn/utgave.json")).expect("a built site");
    let about: Value = serde_json::from_slice(&text).expect("json");
    about["versjon"].as_str().expect("a name").to_owned()
}
