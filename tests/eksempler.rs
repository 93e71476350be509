//! Runs every example that the lawyers wrote beside the rules.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use bygg_uten_a_soke::review::examples;

use rules::RULES;

#[test]
fn every_example_gets_the_answer_that_it_says() {
    let report = examples::run(&RULES);
    let told: Vec<String> = report.failures.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(report.count > 800, "only {} examples were found", report.count);
}

#[test]
fn the_worked_cases_of_the_specification_are_among_them() {
    let names: Vec<&str> = RULES
        .sources
        .examples
        .iter()
        .flat_map(|(_, file)| &file.examples)
        .filter_map(|example| example.name.strip_prefix("Sak "))
        .filter_map(|rest| rest.split_once(':').map(|(number, _)| number))
        .collect();
    for number in (1..=25).chain(33..=37).chain([40]) {
        assert!(names.contains(&number.to_string().as_str()), "worked case {number} is missing");
    }
}
