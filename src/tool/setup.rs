//! What must be there before anything can be built or tested, and how to get it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use super::failure::Failure;
use super::program::{exists, output, run};

const TARGET: &str = "wasm32-unknown-unknown";
/// What the tests drive: names of which one must be there, as a program or as a file, and Debian's package with it.
const DRIVEN: &[(&[&str], &str)] = &[
    (&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"], "chromium"),
    (&["chromedriver"], "chromium-driver"),
    (&["firefox-esr", "firefox"], "firefox-esr"),
    (&["WebKitWebDriver"], "webkit2gtk-driver"),
    (&["Xvfb"], "xvfb"),
    (&["unzip"], "unzip"),
    (&["curl"], "curl"),
    (&["pdftotext"], "poppler-utils"),
    (&["nginx", "/usr/sbin/nginx"], "nginx-light"),
    (&["apache2", "/usr/sbin/apache2"], "apache2"),
    (&["caddy"], "caddy"),
    (&["mariadbd", "/usr/sbin/mariadbd"], "mariadb-server"),
    (&["php"], "php-cli"),
    (&["/usr/share/wordpress/wp-login.php"], "wordpress"),
    (&["/usr/share/wordpress/wp-content/themes/twentytwentythree/style.css"], "wordpress-theme-twentytwentythree"),
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

/// Makes sure that there is all that tests drive: browsers of every engine, web servers, and a publishing tool.
///
/// # Errors
/// Where something must be installed by hand. What is not there is never a test that is left out.
pub fn driven() -> Result<(), Failure> {
    let is_there = |name: &str| if name.starts_with('/') { Path::new(name).exists() } else { exists(name) };
    let missing = DRIVEN.iter().filter(|(names, _)| !names.iter().copied().any(is_there));
    let packages: Vec<&str> = missing.map(|(_, package)| *package).collect();
    if packages.is_empty() {
        return Ok(());
    }
    let remedy = format!("install them by hand (Debian: `apt-get install {}`)", packages.join(" "));
    if !(exists("apt-get") && is_root()) {
        return Err(Failure(format!("the tests need browsers, web servers and WordPress; {remedy}")));
    }
    run(Command::new("apt-get").arg("update"), &remedy)?;
    let mut install = Command::new("apt-get");
    install.args(["install", "--yes", "--no-install-recommends"]).args(packages);
    // In rescue mode, as the packages are told, no server starts by itself; the tests start their own.
    run(install.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1"), &remedy)
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u"), &[], "").is_ok_and(|id| id.trim_ascii() == b"0")
}
