//! The bundler: many scripts to one, and everything without its white space.

use std::path::Path;
use std::process::Command;

use super::failure::Failure;
use super::program;

/// What to do where esbuild is not there.
const REMEDY: &str = "see its message above, or run `npm ci` to fetch the npm packages";

/// A style sheet without what only people need.
///
/// # Errors
/// Where esbuild is missing or cannot read the sheet.
pub fn minify_css(root: &Path, css: &str) -> Result<Vec<u8>, Failure> {
    let mut command = esbuild(root);
    command.args(["--loader=css", "--minify", "--charset=utf8", "--target=es2022"]);
    program::output(&mut command, css.as_bytes(), REMEDY)
}

/// One module of the entry and all that it imports, but for the widget's own script, which stays its neighbour. `defined` are
/// names that become JSON values.
///
/// # Errors
/// Where esbuild is missing or an import leads nowhere.
pub fn bundle(root: &Path, entry: &Path, defined: &[(&str, String)]) -> Result<Vec<u8>, Failure> {
    let mut command = esbuild(root);
    command.arg(entry).args(["--bundle", "--format=esm", "--minify", "--target=es2022"]);
    command.args(["--charset=utf8", "--legal-comments=none", "--log-level=warning", "--external:./veiviser.js"]);
    command.args(defined.iter().map(|(name, value)| format!("--define:{name}={value}")));
    program::output(&mut command, &[], REMEDY)
}

fn esbuild(root: &Path) -> Command {
    let mut command = Command::new(root.join("node_modules/.bin/esbuild"));
    command.current_dir(root);
    command
}
