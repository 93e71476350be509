//! `test`: sets up what is missing, then runs every check, the tests last.

use std::path::Path;
use std::process::Command;

use super::failure::Failure;
use super::program::run;
use super::setup;
use super::wasm::cargo;

/// Every check, as cargo's own commands; the tests last. The widget's conversations need its feature; then come all other files,
/// whose closing lines end the run.
const STEPS: [&str; 9] = [
    "fmt --check",
    "clippy --all-targets -- -D warnings",
    "clippy --features widget --test samtale --test finder --test sammen -- -D warnings",
    "clippy --target wasm32-unknown-unknown --no-default-features --features widget -- -D warnings",
    "clippy --target wasm32-unknown-unknown --no-default-features --features verksted -- -D warnings",
    "clippy --target wasm32-unknown-unknown --no-default-features --features senere -- -D warnings",
    "doc --no-deps",
    "test --features widget --test samtale --test finder --test sammen",
    "test --no-fail-fast",
];

/// Runs everything and stops at the first that fails.
///
/// # Errors
/// Names what failed.
pub fn test(root: &Path) -> Result<(), Failure> {
    setup::wasm_target()?;
    setup::npm_packages(root)?;
    setup::driven()?;
    STEPS.iter().try_for_each(|arguments| step(root, arguments))
}

fn step(root: &Path, arguments: &str) -> Result<(), Failure> {
    println!("\n$ cargo {arguments}");
    let mut command = Command::new(cargo());
    command.args(arguments.split(' ')).current_dir(root).env("RUSTDOCFLAGS", "-Dwarnings");
    run(&mut command, "see its message above")
}
