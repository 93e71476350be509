//! Our own code compiled for the browser, with the script that binds it: the widget, and the lawyers' page.

use std::env;
use std::fs;
use std::mem;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use wasm_bindgen_cli_support::{Bindgen, Output};

use super::failure::Failure;
use super::program;

/// What is compiled.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The features, which choose what is in it.
    feature: &'static str,
    /// The profile. Cargo keeps one module for each, so two targets must not share one.
    profile: &'static str,
}

/// What municipalities embed.
pub const WIDGET: Target = Target { feature: "widget", profile: "widget" };
/// What comes along once the first question is answered.
pub const LATER: Target = Target { feature: "senere", profile: "senere" };
/// Where lawyers try a change.
pub const WORKSHOP: Target = Target { feature: "verksted", profile: "verksted" };

/// A compiled module.
#[derive(Debug)]
pub struct Wasm {
    /// The module.
    pub bytes: Vec<u8>,
    /// The folder of `glue.js`, the script that binds it.
    pub folder: PathBuf,
}

/// Compiles a target and binds it.
///
/// # Errors
/// Where the compiler or the binding fails.
pub fn build(root: &Path, target: Target) -> Result<Wasm, Failure> {
    let module = compile(root, target)?;
    let folder = module.with_file_name("glue");
    let _ = fs::remove_dir_all(&folder);
    bind(&module, &folder)?;
    let path = folder.join("glue_bg.wasm");
    let bytes = fs::read(&path).map_err(Failure::at("read", &path))?;
    Ok(Wasm { bytes, folder })
}

/// Cargo itself knows where it put the module; it says so among its messages.
fn compile(root: &Path, Target { feature, profile }: Target) -> Result<PathBuf, Failure> {
    let mut command = Command::new(cargo());
    command.current_dir(root).env("CARGO_ENCODED_RUSTFLAGS", short_paths(root)?);
    // Of a library that is also an rlib, cargo would not optimise across crates.
    command.args([
        "rustc",
        "--lib",
        "--crate-type",
        "cdylib",
        "--target",
        "wasm32-unknown-unknown",
        "--profile",
        profile,
    ]);
    command.args(["--no-default-features", "--features", feature, "--message-format=json-render-diagnostics"]);
    command.stderr(Stdio::inherit());
    let remedy = "see its message above; a missing target comes with `rustup target add wasm32-unknown-unknown`";
    let messages = program::output(&mut command, &[], remedy)?;
    let messages = String::from_utf8_lossy(&messages);
    let module = messages.lines().rev().find_map(module_in);
    module.ok_or_else(|| Failure::new("cargo built the library and names no wasm module; is the library a `cdylib`?"))
}

/// The cargo that runs us, or the one on the path.
#[must_use]
pub fn cargo() -> String {
    env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

fn module_in(message: &str) -> Option<PathBuf> {
    let message: serde_json::Value = serde_json::from_str(message).ok()?;
    let names = message.get("filenames")?.as_array()?.iter().filter_map(serde_json::Value::as_str);
    names.map(PathBuf::from).find(|path| path.extension().is_some_and(|extension| extension == "wasm"))
}

/// Panics name source files. Without their folders the module is smaller, and the same on every machine.
fn short_paths(root: &Path) -> Result<String, Failure> {
    let folders = registries().into_iter().chain([root.to_path_buf()]).chain(library()?);
    let flags = folders.map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    Ok(flags.collect::<Vec<_>>().join("\u{1f}"))
}

/// Where cargo keeps the crates of each registry.
fn registries() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    let folders = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let mut folders: Vec<PathBuf> = folders.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

/// The standard library's own sources: as it was built, and as it lies here where they are installed.
fn library() -> Result<[PathBuf; 2], Failure> {
    let ask = |arguments: &[&str]| {
        let text =
            program::output(Command::new("rustc").args(arguments), &[], "install Rust as https://rustup.rs says");
        text.map(|text| String::from_utf8_lossy(&text).trim().to_owned())
    };
    let version = ask(&["-vV"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or_default();
    let installed = Path::new(&ask(&["--print", "sysroot"])?).join("lib/rustlib/src/rust");
    Ok([Path::new("/rustc").join(commit), installed])
}

fn bind(module: &Path, folder: &Path) -> Result<(), Failure> {
    let bytes = fs::read(module).map_err(Failure::at("read", module))?;
    let mut binding = Bindgen::new();
    binding
        .input_bytes("glue", one_value_each(bytes))
        .out_name("glue")
        .typescript(false)
        .remove_producers_section(true)
        .remove_name_section(true);
    binding.omit_default_module_path(true);
    let unbound = |error| Failure(format!("cannot bind the module to the browser: {error:#}"));
    let mut bound = binding.web(true).and_then(Bindgen::generate_output).map_err(unbound)?;
    let renamed = short_names(&mut bound);
    bound.emit(folder).map_err(unbound)?;
    let path = folder.join("glue.js");
    let mut glue = fs::read_to_string(&path).map_err(Failure::at("read", &path))?;
    for (number, name) in renamed.iter().enumerate() {
        glue = glue.replace(&format!(" {name}: "), &format!(" {number}: "));
    }
    fs::write(&path, glue).map_err(Failure::at("write", &path))
}

/// Numbers the module's imports, and gives their names in that order. Each name ends in a hash, which stands in the module and
/// in the script that binds it, and cannot be compressed: two kilobytes in all.
fn short_names(bound: &mut Output) -> Vec<String> {
    let imports = bound.wasm_mut().imports.iter_mut();
    imports.enumerate().map(|(number, import)| mem::replace(&mut import.name, number.to_string())).collect()
}

/// The module, with the mark taken away that lets functions return several values: bound that way the widget
/// is a kilobyte and a half larger.
fn one_value_each(mut module: Vec<u8>) -> Vec<u8> {
    const ALLOWED: &[u8] = b"+\x0amultivalue";
    let place = module.windows(ALLOWED.len()).rposition(|bytes| bytes == ALLOWED);
    if let Some(mark) = place.and_then(|place| module.get_mut(place)) {
        *mark = b'-';
    }
    module
}
