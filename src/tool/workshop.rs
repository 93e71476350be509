//! Regelverksted: its page, its scripts, its module and the published rule files, in a folder of its own.

use std::fs;
use std::path::Path;

use super::build::{copy_folder, json, page_style};
use super::failure::Failure;
use super::{esbuild, files, named_file, wasm};

/// The folder of the published rule files, within the page's own.
pub const RULES: &str = "regler";

/// Where the page's sources are.
const SOURCES: &str = "src/workshop/page";

/// Builds everything into `folder`. `style` are the ways from there to the widget's style sheets.
///
/// # Errors
/// Where something is missing or wrong; says what to do.
pub fn build(root: &Path, folder: &Path, style: &[String]) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(Failure::at("make", folder))?;
    rules(root, &folder.join(RULES))?;
    let module = wasm::build(root, wasm::WORKSHOP)?;
    let file = named_file::write(folder, "verksted", "wasm", &module.bytes)?;
    let defined = [("__WASM__", json(&file.file)?), ("__STIL__", json(style)?)];
    // The scripts import the glue as their neighbour.
    copy_folder(&root.join(SOURCES), &module.folder)?;
    for script in ["verksted.js", "arbeider.js"] {
        let bundle = esbuild::bundle(root, &module.folder.join(script), &defined)?;
        write(&folder.join(script), &bundle)?;
    }
    page_style(root, &Path::new(SOURCES).join("verksted.css"), &folder.join("verksted.css"))?;
    let page = root.join(SOURCES).join("index.html");
    fs::copy(&page, folder.join("index.html")).map_err(Failure::at("copy", &page))?;
    Ok(())
}

/// Writes the published rule files as one: path to text.
///
/// # Errors
/// Where they cannot be read or written.
pub fn rules(root: &Path, folder: &Path) -> Result<(), Failure> {
    let source = root.join("rules");
    let mut files = files::read(&source).map_err(Failure::at("read", &source))?;
    // The schemas are for editors.
    files.retain(|path, _| !path.starts_with("skjema/"));
    let bundle = serde_json::to_vec(&files).map_err(|error| Failure(error.to_string()))?;
    fs::create_dir_all(folder).map_err(Failure::at("make", folder))?;
    write(&folder.join("regler.json"), &bundle)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(Failure::at("write", path))
}
