//! The README's commands, attributes and words are true.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use std::fs;
use std::path::Path;

use bygg_uten_a_soke::rules::code::Code;
use bygg_uten_a_soke::tool::command::HELP;

use rules::RULES;

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("it exists")
}

#[test]
fn every_command_it_names_exists_and_none_is_left_out() {
    let readme = read("README.md");
    for command in ["test", "build", "rulebook", "check", "prove", "impact", "assess", "begreper", "vakt", "help"] {
        assert!(HELP.contains(command), "`{command}` is not a command");
        assert!(
            readme.contains(&format!("`{command}`")) || readme.contains(&format!("-- {command}")),
            "`{command}` is not told"
        );
    }
}

#[test]
fn every_attribute_it_names_is_observed() {
    let (readme, element) = (read("README.md"), read("src/embed/element.js"));
    for attribute in ["tiltak", "lang", "kommune", "overskriftsniva", "farge", "modus", "tema"] {
        assert!(readme.contains(&format!("| `{attribute}` |")) && element.contains(attribute), "{attribute}");
    }
    for event in ["bus:klar", "bus:steg", "bus:utfall"] {
        let name = event.trim_start_matches("bus:");
        assert!(readme.contains(event) && element.contains(&format!("#tell(\"{name}\"")), "{event}");
    }
}

#[test]
fn the_snippet_names_a_project_that_exists() {
    assert!(RULES.book.find_project("garasje").is_some());
    assert!(read("README.md").contains("<bygg-uten-a-soke tiltak=\"garasje\""));
}

#[test]
fn every_code_is_explained_to_the_lawyer() {
    let table = read("rules/feilkoder.md");
    for code in Code::ALL {
        assert_eq!(table.matches(&format!("| `{}` | ", code.name())).count(), 1, "{}", code.name());
    }
    assert_eq!(table.lines().filter(|line| line.starts_with("| `")).count(), Code::ALL.len());
}

#[test]
fn every_word_of_the_rule_language_is_explained_to_the_lawyer() {
    let guide = read("rules/README.md");
    for word in [
        "ja",
        "nei",
        "høyst",
        "minst",
        "under",
        "over",
        "er",
        "en-av",
        "alle",
        "minst-én",
        "halve",
        "del",
        "av",
        "økt-med",
        "tabell",
        "før",
        "fra-og-med",
        "utledet",
        "sum",
        "virkeområde",
        "forutsetter",
        "ved-siden-av",
        "prøves-mot",
        "følge",
        "ved-tvil",
        "plikter",
        "avklar",
        "gitt",
        "tilpass",
        "hurtigsvar",
        "kontrollert",
        "godkjent-av",
        "neste",
        "vet-ikke",
        "ikke-kodet",
        "ordlyd",
        "sitat",
    ] {
        assert!(guide.contains(&format!("`{word}`")), "`{word}` is not explained in rules/README.md");
    }
}
