//! Broken rule files and the message that each must get.
//!
//! Each file in `rejected/` says what to change in a real rule file (`bytt` → `med`, the first place) and what
//! `check` must then say of that file (`melding`).

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

use std::fs;
use std::path::Path;

use bygg_uten_a_soke::review::check::check;
use bygg_uten_a_soke::tool::files;
use serde_json::Value as Json;

#[test]
fn every_broken_file_gets_its_message_at_its_place() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules = files::read(&root.join("rules")).expect("the rules can be read");
    assert!(check(&rules).problems.is_empty(), "the rules themselves are whole");
    let mut tried = 0;
    for entry in fs::read_dir(root.join("tests/rejected")).expect("the folder exists") {
        let path = entry.expect("an entry").path();
        let case: Json = serde_json::from_str(&fs::read_to_string(&path).expect("text")).expect("JSON");
        let part = |key: &str| case[key].as_str().expect("a text");
        let mut files = rules.clone();
        let text = files.get_mut(part("fil")).expect("the file exists");
        assert!(text.contains(part("bytt")), "{}: what to change is not there any more", path.display());
        *text = text.replacen(part("bytt"), part("med"), 1);
        let problems = check(&files).problems;
        let told = problems.iter().any(|problem| problem.message.contains(part("melding")));
        assert!(told, "{}: {problems:#?}", path.display());
        tried += 1;
    }
    assert!(tried >= 20, "only {tried} broken files were tried");
}
