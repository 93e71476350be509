//! What must be there before anything can be built or tested, and how to get it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use super::failure::Failure;
use super::program::{exists, output, run};

const TARGET: &str = "wasm32-unknown-unknown";
/// What the browser tests need: names of which one must be there, and Debian's package with it.
const BROWSERS: [(&[&str], &str); 5] = [
    (&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"], "chromium"),
    (&["chromedriver"], "chromium-driver"),
    (&["firefox-esr", "firefox"], "firefox-esr"),
    (&["WebKitWebDriver"], "webkit2gtk-driver"),
    (&["Xvfb"], "xvfb"),
];

/// Makes sure that the compiler knows the browser's machine.
///
/// # Errors
/// Where it must be added by hand.
pub fn wasm_target() -> Result<(), Failure> {
    let remedy = "install Rust as https://rustup.rs says";
    let mut ask = Command::new("rustc");
    let folder = output(ask.args(["--print", "target-libdir", "--target", TARGET]), &[], remedy)?;
    if PathBuf::from(String::from_utf8_lossy(&folder).trim()).is_dir() {
        return Ok(());
    }
    let remedy = format!("add the standard library for {TARGET} to your Rust by hand");
    run(Command::new("rustup").args(["target", "add", TARGET]), &remedy)
}

/// Makes sure that the npm packages of the lock file are there.
///
/// # Errors
/// Where npm is missing or fails.
pub fn npm_packages(root: &Path) -> Result<(), Failure> {
    let installed = changed(&root.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(&root.join("package-lock.json")) {
        return Ok(());
    }
    // The packages need no scripts of their own to work.
    let mut command = Command::new("npm");
    command.args(["ci", "--ignore-scripts"]).current_dir(root);
    run(&mut command, "install Node.js with npm (20 or newer), and see that it can reach its registry")
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|metadata| metadata.modified()).ok()
}

/// Makes sure that there are browsers of every engine that tests can drive.
///
/// # Errors
/// Where one must be installed by hand. A browser that is not there is never a test that is left out.
pub fn browsers() -> Result<(), Failure> {
    let missing = BROWSERS.iter().filter(|(names, _)| !names.iter().copied().any(exists));
    let packages: Vec<&str> = missing.map(|(_, package)| *package).collect();
    if packages.is_empty() {
        return Ok(());
    }
    let remedy = format!("install them by hand (Debian: `apt-get install {}`)", packages.join(" "));
    if !(exists("apt-get") && is_root()) {
        return Err(Failure(format!("the browser tests need browsers and their drivers; {remedy}")));
    }
    run(Command::new("apt-get").arg("update"), &remedy)?;
    let mut install = Command::new("apt-get");
    install.args(["install", "--yes", "--no-install-recommends"]).args(packages);
    run(install.env("DEBIAN_FRONTEND", "noninteractive"), &remedy)
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u"), &[], "").is_ok_and(|id| id.trim_ascii() == b"0")
}
