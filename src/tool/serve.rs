//! `serve`: builds, serves the demo page, and builds again whenever a file changes.

use std::path::Path;
use std::thread;
use std::time::Duration;

use super::build::{build, build_rules};
use super::failure::Failure;
use super::server::Server;
use super::setup;
use super::site::{STRICT, Site};
use super::watch::{Change, Snapshot};

/// The port where nothing else is asked for.
pub const PORT: u16 = 8080;

/// Serves until it is stopped.
///
/// # Errors
/// Where something is missing, the first build fails, or the port is taken.
pub fn serve(root: &Path, port: u16) -> Result<(), Failure> {
    setup::wasm_target()?;
    setup::npm_packages(root)?;
    let before = Snapshot::take(root);
    print!("{}", build(root)?);
    let server = Server::start(demo(root), port)?;
    println!("\n{} (Ctrl+C stops it; changes in rules/ and src/ are built as they are saved)", server.url("/"));
    let folder = root.to_path_buf();
    thread::spawn(move || keep_built(&folder, before));
    server.wait();
    Ok(())
}

/// What is built, under the strict policy.
#[must_use]
pub fn demo(root: &Path) -> Site {
    Site { folders: vec![root.join("dist")], policy: STRICT.to_owned() }
}

fn keep_built(root: &Path, mut known: Snapshot) {
    loop {
        thread::sleep(Duration::from_secs(1));
        let now = Snapshot::take(root);
        let built = match now.since(&known) {
            None => continue,
            Some(Change::Rules) => build_rules(root),
            Some(Change::Sources) => build(root).map(|sizes| print!("{sizes}")),
        };
        known = now;
        match built {
            Ok(()) => println!("built; load the page again"),
            Err(failure) => eprintln!("{failure}"),
        }
    }
}
