//! Every rule file stands as the formatter prints it, so that what is downloaded from Regelverksted differs only where it was changed.

#![allow(clippy::expect_used, missing_docs, reason = "a test may fail loudly")]

use std::path::Path;

use bygg_uten_a_soke::review::format::format;
use bygg_uten_a_soke::tool::files;

#[test]
fn every_rule_file_is_already_as_the_formatter_prints_it() {
    let files = files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")).expect("the rules can be read");
    assert!(files.len() > 100, "only {} files", files.len());
    for (path, text) in &files {
        let printed = format(text).expect("JSON");
        let line = text.lines().zip(printed.lines()).position(|(a, b)| a != b).map_or(0, |line| line + 1);
        assert!(*text == printed, "rules/{path}:{line} is not formatted; Regelverksted prints it right");
    }
}
