//! `npm/`: the package for pages that are built with a bundler.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::tool::failure::Failure;

use super::element::{Element, Part};
use super::{FOLDER, TEXTS, VERSION, folders};

/// Writes the package's folder.
pub(super) fn write(root: &Path, site: &Path, to: &Path) -> Result<(), Failure> {
    let element = Element::read(root)?;
    // Whoever bundles a page has a host that packs what it serves.
    let packed = |path: &str| [".br", ".gz"].iter().any(|end| path.ends_with(end));
    for (path, bytes) in folders(site, &["LISENSER", "regelbok", "regler", "veiviser"])? {
        if !packed(&path) {
            put(&to.join(FOLDER), &path, &bytes)?;
        }
    }
    put(to, "package.json", pretty(&package()).as_bytes())?;
    put(to, "custom-elements.json", pretty(&manifest(&element)).as_bytes())?;
    for name in ["index.d.ts", "index.js", "load.d.ts", "load.js", "README.md"] {
        put(to, name, text(root, name, &element)?.as_bytes())?;
    }
    let licence = root.join("LICENSE");
    fs::copy(&licence, to.join("LICENSE")).map_err(Failure::at("copy", &licence)).map(drop)
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let path = folder.join(name);
    let parent = path.parent().unwrap_or(folder);
    fs::create_dir_all(parent).map_err(Failure::at("make", parent))?;
    fs::write(&path, bytes).map_err(Failure::at("write", &path))
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

fn package() -> Value {
    json!({
        "name": FOLDER,
        "version": VERSION,
        "description": env!("CARGO_PKG_DESCRIPTION"),
        "license": "MIT",
        "type": "module",
        "exports": {
            ".": { "types": "./index.d.ts", "default": "./index.js" },
            "./load": { "types": "./load.d.ts", "default": "./load.js" },
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
            "./bygg-uten-a-soke/*": "./bygg-uten-a-soke/*",
        },
        "types": "./index.d.ts",
        "customElements": "custom-elements.json",
        "sideEffects": ["./index.js"],
        "files": ["*.js", "*.d.ts", "custom-elements.json", "bygg-uten-a-soke"],
    })
}

/// The element as the Custom Elements Manifest describes it.
fn manifest(element: &Element) -> Value {
    let class = "ByggUtenASokeElement";
    let attributes = element.attributes.iter().map(|part| described(part, &format!("{} | undefined", part.r#type)));
    let events = element.events.iter().map(|part| described(part, &format!("CustomEvent<{}>", part.r#type)));
    let declaration = json!({
        "kind": "class",
        "customElement": true,
        "name": class,
        "tagName": FOLDER,
        "summary": env!("CARGO_PKG_DESCRIPTION"),
        "superclass": { "name": "HTMLElement", "package": "global:" },
        "attributes": attributes.collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "slots": [{ "name": "", "description": "shown until the guide has started, and if it cannot" }],
    });
    let defined = json!({
        "kind": "custom-element-definition",
        "name": FOLDER,
        "declaration": { "name": class, "module": "index.js" },
    });
    let module =
        json!({ "kind": "javascript-module", "path": "index.js", "declarations": [declaration], "exports": [defined] });
    json!({ "schemaVersion": "2.1.0", "readme": "README.md", "modules": [module] })
}

fn described(part: &Part, kind: &str) -> Value {
    json!({ "name": part.name, "description": part.description, "type": { "text": kind } })
}

fn text(root: &Path, name: &str, element: &Element) -> Result<String, Failure> {
    let path = root.join(TEXTS).join("npm").join(name);
    let text = fs::read_to_string(&path).map_err(Failure::at("read", &path))?;
    let lines = |parts: &[Part], line: &dyn Fn(&Part) -> String| parts.iter().map(line).collect::<Vec<_>>().join("\n");
    let attribute = |part: &Part| format!("  /** {} */\n  {}?: {};", part.description, quoted(&part.name), part.r#type);
    let event = |part: &Part| format!("  \"{}\": CustomEvent<{}>;", part.name, part.r#type);
    let row = |part: &Part| format!("| `{}` | {} |", part.name, part.description);
    let told = |part: &Part| format!("| `{}` | {} | `{}` |", part.name, part.description, part.r#type);
    let outcomes: Vec<String> = element.outcomes.iter().map(|outcome| format!("  | \"{outcome}\"")).collect();
    let table = format!("| attribute | meaning |\n| --- | --- |\n{}", lines(&element.attributes, &row));
    let events = format!("| event | when | `detail` |\n| --- | --- | --- |\n{}", lines(&element.events, &told));
    Ok(text
        .replace("{{ATTRIBUTTER}}", &lines(&element.attributes, &attribute))
        .replace("{{HENDELSER}}", &lines(&element.events, &event))
        .replace("{{UTFALL}}", &outcomes.join("\n"))
        .replace("{{TABELL}}", &table)
        .replace("{{HENDELSESTABELL}}", &events))
}

fn quoted(name: &str) -> String {
    if name.contains('-') { format!("\"{name}\"") } else { name.to_owned() }
}
