//! `test`: sets up what is missing, then runs every check, the tests last.

use std::path::Path;
use std::process::Command;

use super::failure::Failure;
use super::program::run;
use super::setup;
use super::wasm::cargo;

/// Every check before the tests, as cargo's own commands.
const CHECKS: [&[&str]; 7] = [
    &["fmt", "--check"],
    &["clippy", "--all-targets", "--", "-D", "warnings"],
    &[
        "clippy",
        "--features",
        "widget",
        "--test",
        "samtale",
        "--test",
        "finder",
        "--test",
        "sammen",
        "--",
        "-D",
        "warnings",
    ],
    &[
        "clippy",
        "--target",
        "wasm32-unknown-unknown",
        "--no-default-features",
        "--features",
        "widget",
        "--",
        "-D",
        "warnings",
    ],
    &[
        "clippy",
        "--target",
        "wasm32-unknown-unknown",
        "--no-default-features",
        "--features",
        "verksted",
        "--",
        "-D",
        "warnings",
    ],
    &[
        "clippy",
        "--target",
        "wasm32-unknown-unknown",
        "--no-default-features",
        "--features",
        "senere",
        "--",
        "-D",
        "warnings",
    ],
    &["doc", "--no-deps"],
];

/// The widget's conversations, which need its feature; then everything else, every file of it, whose closing lines end the run.
const TESTS: [&[&str]; 2] = [
    &["test", "--features", "widget", "--test", "samtale", "--test", "finder", "--test", "sammen"],
    &["test", "--no-fail-fast"],
];

/// Runs everything and stops at the first that fails.
///
/// # Errors
/// Names what failed.
pub fn test(root: &Path) -> Result<(), Failure> {
    setup::wasm_target()?;
    setup::npm_packages(root)?;
    setup::driven()?;
    CHECKS.iter().copied().chain(TESTS).try_for_each(|arguments| step(root, arguments))
}

fn step(root: &Path, arguments: &[&str]) -> Result<(), Failure> {
    println!("\n$ cargo {}", arguments.join(" "));
    let mut command = Command::new(cargo());
    command.args(arguments).current_dir(root).env("RUSTDOCFLAGS", "-Dwarnings");
    run(&mut command, "see its message above")
}
