//! What is taken away rests on the rules: every name in it is theirs, and the notice asks what the regulation asks.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use bygg_uten_a_soke::rules::Sort;
use bygg_uten_a_soke::rules::load::Language;
use bygg_uten_a_soke::rules::take_away::lines;
use bygg_uten_a_soke::rules::take_away::wire::TakeAway;

use rules::RULES;

fn file() -> TakeAway {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/senere/ta-med.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_concept_and_every_consequence_is_one_of_the_rules() {
    let file = file();
    let of_pieces = file.notice.pieces.iter().flat_map(|piece| piece.answered.iter());
    let of_fields = file.notice.pieces.iter().flat_map(|piece| &piece.fields).flat_map(|field| &field.from);
    let of_todo = file.todo.iter().flat_map(|todo| &todo.answered);
    for concept in of_pieces.chain(of_fields).chain(of_todo) {
        let special = ["tiltak", "ferdigdato"].contains(&concept.as_str());
        assert!(special || RULES.book.find_concept(concept).is_some(), "{concept}");
    }
    let of_todo = file.todo.iter().flat_map(|todo| todo.same.iter().chain(&todo.needs));
    let of_application = file.application.iter().flat_map(|line| &line.needs);
    for id in of_todo.chain(of_application).chain(file.notice.consequences.keys()) {
        assert!(RULES.book.consequences.iter().any(|consequence| consequence.id == *id), "{id}");
    }
}

#[test]
fn every_duty_to_tell_the_municipality_has_its_notice_and_its_day() {
    let file = file();
    let duties =
        RULES.book.consequences.iter().filter(|one| one.sort == Sort::Duty && one.id.starts_with("plikt-melding"));
    for duty in duties {
        assert!(file.notice.consequences.contains_key(&duty.id), "{}", duty.id);
        let day = file.todo.iter().find(|todo| todo.same.contains(&duty.id)).expect("a day");
        assert_eq!((day.from.as_str(), day.days, day.limit), ("ferdig", 28, true), "four weeks after it is finished");
    }
}

#[test]
fn the_notice_has_the_six_pieces_of_the_regulation_in_its_order() {
    let file = file();
    let letters: Vec<&str> = file.notice.pieces.iter().map(|piece| piece.letter.as_str()).collect();
    assert_eq!(letters, ["a", "b", "c", "d", "e", "f"]);
    for piece in &file.notice.pieces {
        assert_eq!(piece.citation.letter.as_deref(), Some(piece.letter.as_str()));
        assert_eq!((piece.citation.section.as_deref(), piece.citation.paragraph), (Some("4-1"), Some(4)));
        assert_eq!(piece.otherwise.is_some(), !piece.answered.is_empty(), "{}", piece.letter);
    }
}

#[test]
fn an_application_says_of_every_outcome_what_who_and_how() {
    let file = file();
    let said = |outcome: &str| -> BTreeSet<&str> {
        let lines = file.application.iter().filter(|line| line.needs.is_empty());
        lines.filter(|line| line.outcomes.iter().any(|one| one == outcome)).map(|line| line.part.as_str()).collect()
    };
    for outcome in ["søknad-uten-ansvarsrett", "søknad-med-ansvarsrett"] {
        assert_eq!(said(outcome).len(), 7, "{outcome}: {:?}", said(outcome));
    }
}

#[test]
fn no_field_of_a_line_holds_what_divides_lines_and_fields() {
    let file = file();
    for language in Language::ALL {
        let text = lines(&file, language, &|citation| citation.section.clone().unwrap_or_default());
        for line in text.lines() {
            let fields = match line.split('\t').next().unwrap() {
                "melding" | "tilbakemelding" => 3,
                "hjemmel" => 2,
                "opplysning" => 8,
                "felt" => 5,
                "gjøremål" => 14,
                "søknad" => 6,
                other => panic!("{other}"),
            };
            assert_eq!(line.split('\t').count(), fields, "{line}");
        }
    }
}
