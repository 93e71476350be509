//! The checklist for those who meet no script: every number in it stands in the rules, and no kind of work is left out.

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

use bygg_uten_a_soke::rulebook::{Checklist, checklists};
use bygg_uten_a_soke::rules::Outcome;
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::load::Language;
use bygg_uten_a_soke::tool::bygg_inn;
use bygg_uten_a_soke::tool::rulebook::page_of;

use rules::RULES;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn lists(language: Language) -> Vec<Checklist> {
    checklists(&RULES, language, today())
}

fn list(language: Language, project: &str) -> Vec<String> {
    let list = lists(language).into_iter().find(|list| list.project == project).unwrap();
    list.limits.into_iter().map(|line| line.replace('\u{a0}', " ")).collect()
}

/// The numbers of a line with their units, as few digits as say the same: `50,0 m²` and `50 m²` are one.
fn numbers(text: &str) -> Vec<String> {
    let text = text.replace('\u{a0}', " ");
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_digit()) {
        rest = &rest[at..];
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != ',').unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let number = number.trim_end_matches(',');
        let number = if number.contains(',') { number.trim_end_matches('0').trim_end_matches(',') } else { number };
        let unit = [" m²", " m", " %"].into_iter().find(|unit| after.starts_with(unit)).unwrap_or("");
        found.push(format!("{number}{unit}"));
        rest = after;
    }
    found
}

/// The files of the mildest rule of a kind of work, and of those that are part of it, as they are written.
fn files_of(project: &str) -> String {
    let project = RULES.book.projects.iter().find(|one| one.id == project).unwrap();
    let exempt =
        |rule| RULES.book.version(rule, today()).is_some_and(|version| version.outcome == Some(Outcome::Exempt));
    let mut left: Vec<_> = project.tries.iter().copied().find(|rule| exempt(*rule)).into_iter().collect();
    let mut text = String::new();
    while let Some(rule) = left.pop() {
        let version = RULES.book.version(rule, today()).unwrap();
        left.extend(&version.presupposes);
        let id = &RULES.book.rule(rule).id;
        let from = version.from.to_string();
        let file = RULES.sources.rules.iter().find(|(_, file)| file.id == *id && file.in_force.from == from);
        let (path, _) = file.expect("each version has its file");
        text += &fs::read_to_string(root().join("rules").join(path)).unwrap();
    }
    text
}

#[test]
fn every_number_stands_in_the_rules_of_its_kind_of_work() {
    let mut tried = 0;
    for list in lists(Language::Nb) {
        let rules = numbers(&files_of(&list.project));
        for line in &list.limits {
            let (_, limit) = line.split_once(": ").expect("a name and a limit");
            for number in numbers(limit) {
                assert!(rules.contains(&number), "{}: {line}: {number} stands in no rule of it", list.project);
                tried += 1;
            }
        }
    }
    assert!(tried > 60, "only {tried} numbers");
}

#[test]
fn what_everybody_asks_about_is_there_in_three_languages() {
    let garage = list(Language::Nb, "garasje");
    for line in ["Mønehøyde: høyst 4,0 m", "Gesimshøyde: høyst 3,0 m"] {
        assert!(garage.iter().any(|one| one == line), "{line} in {garage:#?}");
    }
    assert!(garage.iter().any(|line| line.ends_with("høyst 50,0 m²") || line.ends_with("høyst 50 m²")), "{garage:#?}");
    assert!(list(Language::Nn, "garasje").iter().any(|line| line.ends_with("høgst 4,0 m")));
    assert!(list(Language::En, "garasje").iter().any(|line| line.ends_with("at most 4.0 m")));
    let works: Vec<String> = lists(Language::Nb).into_iter().map(|list| list.project).collect();
    assert_eq!(works.len(), RULES.book.projects.len(), "every kind of work has its list");
}

#[test]
fn one_measure_has_one_limit_or_none() {
    for list in lists(Language::Nb) {
        let mut names: Vec<&str> = list.limits.iter().filter_map(|line| line.split(": ").next()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{}: {:#?}", list.project, list.limits);
    }
}

#[test]
fn each_list_leads_to_a_page_of_the_rule_book() {
    let pages = bygg_uten_a_soke::rulebook::pages(&RULES, "x").expect("the words are there");
    for language in Language::ALL {
        for list in lists(language) {
            let page = page_of(&list.project, language);
            assert!(pages.contains_key(&page), "{page}");
        }
    }
}

#[test]
fn the_page_of_the_example_says_what_the_checklist_says() {
    let words = bygg_inn::words(root()).expect("the words can be read");
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let page: String = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for text in words.always.iter().chain(words.words.get("alltid")) {
        assert!(page.contains(&text.nb), "index.html does not say {:?}", text.nb);
    }
}
