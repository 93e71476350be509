//! One list of what the element takes and tells: scripts, declarations, manifest and tables all say the same.

use std::fs;

use bygg_uten_a_soke::tool::package::element::{Element, Part};
use serde_json::Value;

use crate::{DIST, root};

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn names(parts: &[Part]) -> Vec<String> {
    sorted(parts.iter().map(|part| part.name.clone()))
}

fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// The names in the first column of the tables under a heading, as far as the next table's heading row.
fn rows(text: &str, heading: &str) -> Vec<String> {
    let table =
        text.lines().skip_while(|line| !line.starts_with(heading)).skip(2).take_while(|line| line.starts_with('|'));
    sorted(table.filter_map(|line| Some(line.split('`').nth(1)?.to_owned())))
}

/// The strings of a constant array of a script.
fn strings(script: &str, constant: &str) -> Vec<String> {
    let (_, rest) = script.split_once(&format!("const {constant} = [")).unwrap_or_else(|| panic!("no {constant}"));
    let (inside, _) = rest.split_once(']').expect("its end");
    inside.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_attribute_is_told_everywhere() {
    let listed = names(&Element::read(&root()).unwrap().attributes);
    let script = read("src/embed/attributes.js");
    let of_the_frame = ["ASKED", "OWN", "THEME", "ALL"].into_iter().flat_map(|constant| strings(&script, constant));
    // The frame has no frame to fall back to.
    assert_eq!(sorted(of_the_frame.chain(["reserve".to_owned()])), listed, "src/embed/attributes.js");
    assert_eq!(rows(&read("README.md"), "| attribute |"), listed, "README.md");
    let package = fs::read_to_string(DIST.join("npm/README.md")).unwrap();
    assert_eq!(rows(&package, "| attribute |"), listed, "the package's README.md");
    let types = fs::read_to_string(DIST.join("npm/index.d.ts")).unwrap();
    let (_, rest) = types.split_once("interface ByggUtenASokeAttributes {").expect("the attributes");
    let declared = rest.lines().take_while(|line| *line != "}").filter_map(|line| line.split_once("?: "));
    assert_eq!(sorted(declared.map(|(name, _)| name.trim().replace('"', ""))), listed, "index.d.ts");
    assert_eq!(in_manifest("attributes"), listed, "custom-elements.json");
}

fn in_manifest(kind: &str) -> Vec<String> {
    let manifest = fs::read_to_string(DIST.join("npm/custom-elements.json")).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    let parts = manifest["modules"][0]["declarations"][0][kind].as_array().unwrap().clone();
    sorted(parts.iter().map(|part| part["name"].as_str().unwrap().to_owned()))
}

#[test]
fn every_event_is_told_everywhere_with_all_that_it_carries() {
    let element = Element::read(&root()).unwrap();
    let (script, types) = (read("src/embed/element.js"), fs::read_to_string(DIST.join("npm/index.d.ts")).unwrap());
    let told = script.match_indices("#tell(\"").map(|(place, found)| {
        let rest = &script[place + found.len()..];
        let (name, rest) = rest.split_once("\", {").expect("what it carries");
        (format!("bus:{name}"), rest.split('}').next().expect("its end").to_owned())
    });
    let told: Vec<(String, String)> = told.collect();
    assert_eq!(sorted(told.iter().map(|(name, _)| name.clone())), names(&element.events), "src/embed/element.js");
    assert_eq!(in_manifest("events"), names(&element.events), "custom-elements.json");
    for event in &element.events {
        let (_, carried) = told.iter().find(|(name, _)| *name == event.name).unwrap();
        // Up to the first `$`, for a template has braces of its own.
        let fields = carried.split(',').filter_map(|field| field.split(':').next()).map(str::trim);
        let fields = sorted(fields.filter(|field| !field.is_empty()).map(str::to_owned));
        let (_, rest) = types.split_once(&format!("interface {} {{", event.r#type)).expect("its type");
        let declared = rest.lines().take_while(|line| *line != "}").filter_map(|line| line.split_once(": "));
        assert_eq!(sorted(declared.map(|(name, _)| name.trim().to_owned())), fields, "{}", event.name);
        assert!(read("README.md").contains(&format!("`{}`", event.name)), "README.md: {}", event.name);
    }
}

#[test]
fn every_outcome_is_told() {
    let headline = read("src/wording/headline.rs");
    let (_, rest) = headline.split_once("pub const fn outcome").expect("the outcomes");
    let body = rest.split("\n    }\n").next().expect("its end");
    let told = body.split('"').skip(1).step_by(2).map(str::to_owned);
    assert_eq!(sorted(told), sorted(Element::read(&root()).unwrap().outcomes.into_iter()));
}
