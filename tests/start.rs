//! Before the first question: what to have at hand for each kind of work, how many questions there are, and its picture.
#![cfg(feature = "tool")]
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

use bygg_uten_a_soke::rules::load::Shelf;
use bygg_uten_a_soke::tool::pictures::{shapes, sheet};
use bygg_uten_a_soke::tool::start::{Beginning, beginnings, lines};
use bygg_uten_a_soke::tool::wire::{PictureFile, StartFile};

use rules::RULES;

fn late(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/senere").join(name);
    fs::read_to_string(path).expect("the late file can be read")
}

fn start() -> StartFile {
    serde_json::from_str(&late("start.json")).expect("it is read")
}

fn pictures() -> PictureFile {
    serde_json::from_str(&late("bilder.json")).expect("it is read")
}

fn of<'a>(file: &'a StartFile, project: &str) -> Beginning<'a> {
    let place = RULES.book.projects.iter().position(|one| one.id == project).expect("a kind of work");
    beginnings(&RULES, file).swap_remove(place)
}

#[test]
fn every_kind_of_work_has_something_to_have_at_hand_and_a_time_to_set_aside() {
    let file = start();
    for (project, beginning) in RULES.book.projects.iter().zip(beginnings(&RULES, &file)) {
        let Beginning { most, time, at_hand } = beginning;
        assert_eq!(at_hand.is_empty(), most == 0, "{}: {at_hand:?}", project.id);
        assert!(at_hand.len() <= 5 && most <= 60, "{}: {most}, {at_hand:?}", project.id);
        assert!(file.words.contains_key(time), "{}: {time} has no words", project.id);
    }
}

#[test]
fn what_to_have_at_hand_follows_from_what_is_asked() {
    let file = start();
    assert_eq!(
        of(&file, "garasje").at_hand,
        ["start-ting-mål", "start-ting-nabo", "start-ting-veg", "start-ting-plan"]
    );
    assert!(!of(&file, "innvendig-vegg").at_hand.contains(&"start-ting-nabo"));
    assert!(of(&file, "innvendig-vegg").at_hand.contains(&"start-ting-tegninger"));
}

#[test]
fn every_line_has_its_words_and_names_concepts_and_is_shown() {
    let file = start();
    let shown: BTreeSet<&str> = beginnings(&RULES, &file).into_iter().flat_map(|one| one.at_hand).collect();
    for thing in &file.at_hand {
        assert!(file.words.contains_key(&thing.word), "{} has no words", thing.word);
        assert!(shown.contains(thing.word.as_str()), "{} is never shown", thing.word);
        for concept in thing.concepts.iter().chain(&thing.without) {
            assert!(RULES.book.find_concept(concept).is_some(), "{}: {concept} is no concept", thing.word);
        }
    }
}

#[test]
fn a_kind_that_is_asked_about_is_a_line_with_its_place_and_any_other_is_none() {
    let file = start();
    let lines = lines(&beginnings(&RULES, &file));
    let line = |project: &str| {
        let place = RULES.book.projects.iter().position(|one| one.id == project).expect("a kind of work");
        lines.lines().find_map(|line| line.strip_prefix(&format!("start-{place}\t")))
    };
    assert_eq!(line("sikring"), Some("5 start-kort start-ting-kommuneplan"));
    assert_eq!(line("rive-hus"), None);
}

#[test]
fn every_kind_of_work_has_a_picture_and_no_two_on_a_shelf_are_alike() {
    let file = pictures();
    for Shelf { projects, .. } in RULES.words.shelves() {
        let drawn: Vec<(&str, &str)> = projects
            .iter()
            .map(|(id, _)| {
                let shapes = shapes(&file, id).unwrap_or_else(|| panic!("{id} has no picture"));
                (shapes.ground.as_str(), shapes.new.as_str())
            })
            .collect();
        assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), drawn.len(), "two on a shelf are alike");
    }
    for id in file.pictures.keys() {
        assert!(RULES.book.find_project(id).is_some(), "{id} is no kind of work");
    }
}

#[test]
fn a_picture_holds_a_path_and_nothing_that_could_end_it() {
    let file = pictures();
    let allowed = |letter: char| letter.is_ascii_digit() || "MmLlHhVvQqTtAaZz .-".contains(letter);
    for project in &RULES.book.projects {
        let shapes = shapes(&file, &project.id).unwrap();
        for path in [&shapes.ground, &shapes.new] {
            assert!(path.starts_with('M') && path.chars().all(allowed), "{}: {path}", project.id);
        }
    }
    let sheet = sheet(&file, RULES.book.projects.iter().map(|project| project.id.as_str()));
    assert_eq!(sheet.matches("--nytt:path(").count(), RULES.book.projects.len());
}
