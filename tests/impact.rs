//! What a change of the rules does to the answers.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use bygg_uten_a_soke::review::impact::{Direction, Impact, Side, impact, page};
use bygg_uten_a_soke::rules::date::Date;
use rules::RULES;

fn on(day: &str) -> Side<'static> {
    Side { rules: &RULES, date: Date::parse_iso(day).unwrap() }
}

fn verified(impact: &Impact) {
    for change in impact.kinds.iter().flat_map(|kind| kind.changes()) {
        assert_eq!(change.example.mismatch, None, "{}", change.example.words);
    }
}

#[test]
fn from_2015_to_2021() {
    let found = impact(on("2015-07-01"), on("2021-05-01"));
    verified(&found);
    println!("{}", page(&found, "2015-07-01", "2021-05-01"));
    let _ = Direction::Freer;
}
