//! The quoted wording against a fresh text of the law, as Lovdata exports it.

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

use bygg_uten_a_soke::review::wording::{Compared, compare};
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::tool::wording::told;

use rules::RULES;

fn text() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ordlyd/sak10-4-1.md");
    fs::read_to_string(path).expect("the text of SAK10 § 4-1")
}

fn compared(text: &str) -> Compared {
    compare(&RULES.sources, Date::parse_iso("2026-11-22").expect("a day"), text)
}

#[test]
fn the_law_as_it_was_read_has_not_changed() {
    let found = compared(&text());
    assert_eq!(found.changed, []);
    assert!(found.same > 10, "only {} sentences were found", found.same);
    assert!(found.absent.iter().any(|provision| provision.starts_with("pbl § 29-4")), "{:?}", found.absent);
    assert!(!found.absent.iter().any(|provision| provision.starts_with("SAK10 § 4-1")), "{:?}", found.absent);
}

#[test]
fn a_changed_word_names_its_provision_and_both_sentences() {
    let changed = text().replacen("Mønehøyden skal ikke være over 4,0 m", "Mønehøyden skal ikke være over 4,5 m", 1);
    let found = compared(&changed);
    // Every rule file that quotes the sentence is named: the one on building it, and the one on taking it down.
    let [change, others @ ..] = found.changed.as_slice() else { panic!("nothing has changed") };
    assert!(others.iter().all(|other| other.quoted == change.quoted && other.file != change.file), "{others:?}");
    assert_eq!(change.provision, "SAK10 § 4-1 1. ledd bokstav a");
    assert_eq!(change.quoted, "Mønehøyden skal ikke være over 4,0 m og gesimshøyde ikke over 3,0 m.");
    assert_eq!(change.nearest.as_deref(), Some("Mønehøyden skal ikke være over 4,5 m og gesimshøyde ikke over 3,0 m."));
    let told = told(&found);
    assert!(told.contains("SAK10 § 4-1 1. ledd bokstav a er endret") && told.contains("over 4,5 m"), "{told}");
}

#[test]
fn marks_and_white_space_are_no_change() {
    let marked = text().replace("minst 1,0 m", "**minst**\u{a0}1,0  m").replace("\n\n", "\n\n\n");
    assert_eq!(compared(&marked).changed, []);
    let plain: String = text().chars().filter(|c| !matches!(c, '*' | '#' | '>')).collect();
    assert_eq!(compared(&plain).changed, []);
}

#[test]
fn another_text_is_not_taken_for_the_law() {
    let found = compared("§ 4-1. Om noe annet\n\nDette er en oppskrift på boller.");
    assert_eq!((found.same, found.changed.len()), (0, 0));
    assert!(told(&found).contains("Ingen setninger er sammenlignet"));
}

#[test]
fn a_provision_that_was_taken_out_is_named() {
    let text = text();
    let without: Vec<&str> = text.lines().filter(|line| !line.starts_with("d) ")).collect();
    let found = compared(&without.join("\n"));
    assert!(!found.changed.is_empty());
    assert!(
        found.changed.iter().all(|change| change.provision == "SAK10 § 4-1 1. ledd bokstav d"),
        "{:?}",
        found.changed
    );
}
