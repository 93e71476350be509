//! Who answers for the rules: two people for each provision, and not for ever.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/scratch.rs"]
mod scratch;

use std::path::Path;

use bygg_uten_a_soke::review::control::{Why, open, summary};
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::load::{Loaded, load};
use bygg_uten_a_soke::rules::source::Files;
use bygg_uten_a_soke::tool::control::guard;
use bygg_uten_a_soke::tool::files;
use scratch::Scratch;

const FILE: &str = "sak10/4-1-a-frittliggende-bygning/2021-05-01.json";

fn rules() -> Files {
    files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")).expect("the rules can be read")
}

fn signed(approved: &str, next: &str) -> String {
    format!(r#""kontrollert": {{ "av": "Kari", "dato": "2026-11-22", "godkjent-av": {approved}, "neste": "{next}" }}"#)
}

/// The rules with every provision signed by two, and one of them otherwise.
fn with_one(approved: &str, next: &str) -> Files {
    let mut files = rules();
    for (path, text) in &mut files {
        let own = if path == FILE { signed(approved, next) } else { signed("\"Ola\"", "2999-12-31") };
        *text = text.replace("\"kontrollert\": null", &own);
    }
    files
}

fn loaded(files: &Files) -> Loaded {
    load(files).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

fn day(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

#[test]
fn nobody_has_signed_yet_and_each_provision_is_named() {
    let loaded = loaded(&rules());
    let all = loaded.sources.rules.len();
    let open = open(&loaded.sources, day("2026-11-22"));
    assert_eq!(open.len(), all);
    let told = summary(&open, all);
    assert!(told.starts_with(&format!("{all} av {all} bestemmelser")), "{told}");
    assert!(told.contains("sak10/4-1-a fra 2021-05-01"), "{told}");
}

#[test]
fn a_signature_counts_until_its_day_and_only_with_a_second() {
    let sources = loaded(&with_one("\"Ola\"", "2027-11-22")).sources;
    assert_eq!(open(&sources, day("2027-11-22")), []);
    let overdue = open(&sources, day("2027-11-23"));
    assert_eq!((overdue.len(), &overdue[0].why), (1, &Why::Overdue("2027-11-22".to_owned())));
    let sources = loaded(&with_one("null", "2027-11-22")).sources;
    assert_eq!(open(&sources, day("2026-11-22"))[0].why, Why::Unapproved);
}

#[test]
fn what_is_compiled_is_the_day_on_which_the_control_ends() {
    let checked = |files: &Files, today: &str| {
        let book = loaded(files).book;
        let rule = book.rules.iter().find(|rule| rule.id == "sak10/4-1-a").expect("it exists");
        rule.versions
            .iter()
            .find(|version| version.from == day("2021-05-01"))
            .expect("it exists")
            .is_checked(day(today))
    };
    let two = with_one("\"Ola\"", "2027-11-22");
    assert!(checked(&two, "2027-11-22") && !checked(&two, "2027-11-23"));
    assert!(!checked(&with_one("null", "2027-11-22"), "2026-11-22"));
    assert!(!checked(&rules(), "2026-11-22"));
}

#[test]
fn only_what_two_answer_for_is_published() {
    let root = written(&rules());
    assert!(guard(root.path(), false).is_ok());
    let refused = guard(root.path(), true).expect_err("nobody has signed").to_string();
    assert!(refused.starts_with("kan ikke publiseres") && refused.contains("sak10/4-1-a fra 2021-05-01"), "{refused}");
    let root = written(&with_one("\"Ola\"", "2999-12-31"));
    assert_eq!(guard(root.path(), true), Ok(()));
}

fn written(files: &Files) -> Scratch {
    let root = Scratch::new();
    for (path, text) in files {
        root.write(&format!("rules/{path}"), text);
    }
    root
}
