//! One brand colour becomes Designsystemet's own scale, and whatever the colour, what is shown can be read.

#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use bygg_uten_a_soke::tool::esbuild;
use bygg_uten_a_soke::tool::styles::Sheets;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The colours that the style sheets read, light and dark.
fn colours() -> String {
    serde_json::to_string(&Sheets::read(root()).expect("the sheets").colours).unwrap()
}

/// One of the element's scripts as a module of its own.
fn module(name: &str) -> PathBuf {
    let source = root().join("src/embed").join(name).with_extension("js");
    let bundled = esbuild::bundle(root(), &source, &[("__FARGER__", colours())]).expect("a bundle");
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("mjs");
    fs::write(&path, bundled).unwrap();
    path
}

/// Lets Node try a module, and gives what it says is wrong, and how much has been tried.
fn tried(trial: &str, name: &str) -> (Vec<String>, usize) {
    let trial = root().join("tests/farger").join(trial);
    let done = Command::new("node").arg(trial).arg(module(name)).arg(colours()).output().expect("node");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut lines: Vec<String> = String::from_utf8(done.stdout).unwrap().lines().map(str::to_owned).collect();
    let last = lines.pop().expect("how many have been tried");
    let count = last.strip_suffix(" tried").and_then(|count| count.parse().ok());
    (lines, count.unwrap_or_else(|| panic!("{last}")))
}

#[test]
fn every_step_of_every_scale_is_what_designsystemets_own_tool_makes() {
    let (wrong, count) = tried("skala.mjs", "scale");
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 15_000, "only {count} steps");
}

#[test]
fn whatever_the_colour_everything_can_be_read_and_seen_light_and_dark() {
    let (wrong, count) = tried("kontrast.mjs", "farge");
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 400_000, "only {count} pairs");
}

#[test]
fn every_colour_of_the_sheets_is_known_in_the_dark() {
    let sheets = Sheets::read(root()).expect("the sheets");
    let text = format!("{}{}", sheets.first, sheets.later);
    let read = text.split("--ds-color-").skip(1).filter_map(|rest| rest.split_once(":#").map(|(name, _)| name));
    let mut count = 0;
    for name in read.filter(|name| name.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-')) {
        let [light, dark] = sheets.colours.get(name).unwrap_or_else(|| panic!("{name} is not known in the dark"));
        assert!([light, dark].iter().all(|hex| hex.len() == 7 && hex.starts_with('#')), "{name}: {light}, {dark}");
        count += 1;
    }
    assert!(count > 50, "only {count} colours");
}
