//! The promise holds for every answer, and a rule book that breaks it is found out.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use bygg_uten_a_soke::review::prove::{Claim, Proof, prove};
use bygg_uten_a_soke::review::space::World;
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::{Requirement, RuleBook};
use bygg_uten_a_soke::tool::prove::report;

use rules::RULES;

#[test]
fn every_claim_holds_for_every_kind_of_work_on_every_day() {
    let report = report(&RULES.book);
    println!("{}", report.told(&RULES.book));
    assert!(report.holds());
    let kinds = RULES.book.projects.len();
    assert!(report.proofs.len() >= 2 * kinds, "only {} proofs", report.proofs.len());
    assert!(report.proofs.values().all(|proof| proof.widths.len() > 30), "a space is too small to be true");
}

fn proof(book: &RuleBook) -> Proof {
    let project = book.find_project("takterrasse").expect("the kind of work");
    prove(&World { book, project, date: Date::parse_iso("2026-11-22").expect("a date") })
}

fn fails(book: &RuleBook, claim: Claim) -> bool {
    proof(book).failures.iter().any(|failure| failure.claim == claim)
}

#[test]
fn without_the_last_fall_back_some_case_is_undecided() {
    let mut book = RULES.book.clone();
    assert!(!fails(&book, Claim::EveryCompleteCaseIsDecided));
    for project in &mut book.projects {
        project.tries.pop();
    }
    let found = proof(&book).failures.into_iter().find(|failure| failure.claim == Claim::EveryCompleteCaseIsDecided);
    assert!(found.is_some_and(|failure| failure.answers.iter().all(|(_, told)| told.is_exact())));
}

/// A condition that any answer meets is asked about for nothing.
#[test]
fn a_question_that_cannot_matter_is_found() {
    let mut book = RULES.book.clone();
    assert!(!fails(&book, Claim::NoQuestionIsIdle));
    let concept = book.find_concept("fredet-kulturminne").expect("the concept");
    let question = book.concepts[concept.index()].question.as_mut().expect("it is asked");
    question.unsure = None;
    for condition in
        book.rules.iter_mut().flat_map(|rule| &mut rule.versions).flat_map(|version| &mut version.conditions)
    {
        if condition.requirement == Requirement::OneOf(concept, 2) {
            condition.requirement = Requirement::OneOf(concept, 3);
        }
    }
    let turns = proof(&book).failures.into_iter().filter(|failure| failure.claim == Claim::NoQuestionIsIdle);
    let turns: Vec<_> = turns.filter_map(|failure| failure.turns_on).map(|(concept, _)| concept).collect();
    assert_eq!(turns, ["fredet-kulturminne"]);
}
