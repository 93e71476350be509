//! The house rules: who may use whom, and where words may stand.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use std::fs;
use std::path::{Path, PathBuf};

use rules::RULES;

fn sources(under: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut left = vec![root.join(under)];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|end| end == "rs") {
            let name = path.strip_prefix(root).expect("inside").display().to_string();
            found.push((name, fs::read_to_string(&path).expect("text")));
        }
    }
    if root.join(format!("{under}.rs")).exists() {
        let name = format!("{under}.rs");
        found.push((name.clone(), fs::read_to_string(root.join(&name)).expect("text")));
    }
    assert!(!found.is_empty(), "nothing under {under}");
    found
}

#[track_caller]
fn never(under: &str, words: &[&str]) {
    for (file, text) in sources(under) {
        for word in words {
            let line = text.lines().position(|line| line.contains(word));
            assert!(line.is_none(), "{file}:{}: `{word}` may not stand here", line.unwrap_or_default() + 1);
        }
    }
}

#[test]
fn rules_use_nothing_of_ours() {
    never(
        "src/rules",
        &["crate::engine", "crate::app", "crate::embed", "crate::tool", "crate::review", "crate::rulebook"],
    );
}

#[test]
fn the_coach_uses_the_rules_alone_and_does_no_io() {
    never(
        "src/coach",
        &[
            "crate::engine",
            "crate::app",
            "crate::embed",
            "crate::tool",
            "crate::review",
            "crate::rulebook",
            "serde_json",
            "std::fs",
            "std::time",
            "web_sys",
            "wire",
        ],
    );
}

#[test]
fn the_engine_sees_neither_json_nor_yew_nor_a_clock_nor_a_file() {
    never(
        "src/engine",
        &[
            "serde_json",
            "yew",
            "web_sys",
            "std::time",
            "std::fs",
            "crate::app",
            "crate::embed",
            "crate::tool",
            "crate::review",
            "wire",
        ],
    );
}

#[test]
fn a_review_does_no_io_and_knows_no_page() {
    never(
        "src/review",
        &["std::fs", "std::io", "std::time", "crate::tool", "crate::app", "crate::embed", "yew", "web_sys"],
    );
}

#[test]
fn nobody_uses_the_workshop_and_it_knows_no_tool() {
    for folder in ["src/rules", "src/engine", "src/review", "src/app", "src/embed", "src/tool"] {
        never(folder, &["crate::workshop"]);
    }
    never("src/workshop", &["crate::tool", "std::fs", "std::io", "std::time"]);
}

#[test]
fn the_rule_book_does_no_io_and_knows_no_page_but_its_own() {
    never(
        "src/rulebook",
        &["std::fs", "std::io", "std::time", "crate::tool", "crate::app", "crate::embed", "yew", "web_sys"],
    );
}

#[test]
fn the_widget_and_the_tool_never_meet() {
    never("src/app", &["crate::tool", "crate::review", "crate::rulebook", "serde_json", "crate::embed"]);
    never("src/tool", &["crate::app", "crate::embed"]);
}

#[test]
fn what_comes_along_knows_neither_the_widget_nor_the_tool() {
    const PAGES: [&str; 7] =
        ["crate::app", "crate::embed", "crate::tool", "crate::review", "crate::workshop", "yew", "web_sys"];
    for folder in ["src/wording", "src/later", "src/link", "src/receipt", "src/calendar", "src/drawing"] {
        never(folder, &PAGES);
    }
    never("src/drawing", &["crate::engine", "crate::wording", "crate::later", "crate::coach"]);
    never("src/wording", &["crate::later", "crate::link", "crate::receipt", "crate::coach", "crate::drawing"]);
    never("src/app", &["crate::later", "crate::link", "crate::receipt", "crate::coach", "crate::drawing"]);
}

#[test]
fn no_concept_of_the_law_is_named_in_the_code() {
    for folder in
        ["src/engine", "src/rules", "src/app", "src/coach", "src/drawing", "src/later", "src/link", "src/wording"]
    {
        for (file, text) in sources(folder) {
            let code = text.split("#[cfg(test)]").next().expect("code");
            for concept in RULES.book.concepts.iter().map(|concept| concept.id.as_str()).filter(|id| id.contains('-')) {
                assert!(!code.contains(concept), "{file} names `{concept}`");
            }
        }
    }
}

#[test]
fn norwegian_keys_stand_in_the_seam_alone() {
    let renamed = |text: &str| text.contains("rename = \"");
    for (file, text) in sources("src") {
        assert!(!renamed(&text) || Path::new(&file).ends_with("wire.rs"), "{file} renames a key");
    }
}

#[test]
fn nothing_unfinished_is_left_behind() {
    let words = ["to", "do!"].concat();
    for folder in ["src", "tests"] {
        never(folder, &[&words, &["FIX", "ME"].concat(), &["dbg", "!("].concat(), &["XX", "X"].concat()]);
    }
}

#[test]
fn no_file_tells_of_a_machine() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = ["README.md", "Cargo.toml", "index.html", "package.json", ".ci/run", "rules/README.md"];
    for file in files.map(PathBuf::from) {
        let text = fs::read_to_string(root.join(&file)).expect("it exists");
        assert!(!text.contains("/work/") && !text.contains("/root/") && !text.contains("/home/"), "{}", file.display());
    }
}
