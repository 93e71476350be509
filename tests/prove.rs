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

use bygg_uten_a_soke::review::prove::{Claim, Proof, only_stricter, own, own_conditions, prove};
use bygg_uten_a_soke::review::space::{Told, World};
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::{Requirement, RuleBook, RuleId};
use bygg_uten_a_soke::tool::prove::{Kinds, report};

use rules::RULES;

#[test]
fn every_claim_holds_for_every_kind_of_work_on_every_day() {
    let report = report(&RULES.book, &Kinds::All);
    println!("{}", report.told(&RULES.book));
    assert!(report.holds());
    let kinds = RULES.book.projects.len();
    assert!(report.proofs.len() >= 2 * kinds, "only {} proofs", report.proofs.len());
    let cases = |proof: &Proof| proof.widths.iter().fold(1_u128, |cases, width| cases.saturating_mul(*width as u128));
    assert!(report.proofs.values().all(|proof| cases(proof) > 1_000_000), "a space is too small to be true");
    assert!(report.different < report.proofs.len(), "no law is shared");
}

#[test]
fn some_kinds_of_work_can_be_proved_alone_and_an_unknown_name_is_answered_with_those_like_it() {
    let book = &RULES.book;
    let named = |names: &[&str]| Kinds::named(book, &names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
    let report = report(book, &named(&["balkong"]).unwrap());
    let place = book.projects.iter().position(|project| project.id == "balkong").unwrap();
    assert!(!report.proofs.is_empty() && report.proofs.keys().all(|(kind, _)| *kind == place));
    assert!(report.holds() && report.unreached.is_empty());
    let said = named(&["balkong", "terasse"]).unwrap_err().to_string();
    assert!(said.contains("tiltaket `terasse` finnes ikke; mente du `terrasse`"), "{said}");
    assert!(!said.contains("`balkong`"), "{said}");
    let said = named(&["kirkeorgel"]).unwrap_err().to_string();
    assert!(said.contains("tiltakene er `") && said.contains("`balkong`"), "{said}");
}

fn proof(book: &RuleBook) -> Proof {
    proof_of(book, "takterrasse")
}

fn proof_of(book: &RuleBook, kind: &str) -> Proof {
    let project = book.find_project(kind).expect("the kind of work");
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

/// Two rules that may free the case, and only one of them with something beside it: which of them does must be known first.
#[test]
fn an_outcome_that_falls_when_more_is_told_is_found() {
    let mut book = RULES.book.clone();
    let fails = |book: &RuleBook| {
        let failures = proof_of(book, "carport").failures.into_iter();
        failures.into_iter().find(|failure| failure.claim == Claim::NothingIsGainedByWithholding)
    };
    assert_eq!(fails(&book), None);
    let rule = |name: &str| book.rules.iter().position(|rule| rule.id == name).expect("the rule");
    let (freeing, antenna) = (rule("sak10/4-1-a"), RuleId(u16::try_from(rule("sak10/4-1-f-5")).unwrap()));
    for version in &mut book.rules[freeing].versions {
        version.beside.push(antenna);
    }
    let (_, now) = fails(&book).and_then(|failure| failure.turns_on).expect("the claim fails");
    assert_ne!(now, Told::Nothing);
}

/// A part of a rule that need not concern the case settles nothing until it is known whether it does: however many scopes
/// there are, telling more never makes it milder.
#[test]
fn a_part_outside_its_scope_does_not_count() {
    let mut book = RULES.book.clone();
    let concept = book.find_concept("fredet-kulturminne").expect("the concept");
    let versions = book.rules.iter().flat_map(|rule| &rule.versions);
    let parts: Vec<RuleId> = versions.flat_map(|version| version.presupposes.clone()).collect();
    for part in parts {
        for version in &mut book.rules[part.index()].versions {
            version.scope = Some(Requirement::OneOf(concept, 1));
        }
    }
    let failures = proof_of(&book, "tilbygg").failures;
    assert!(failures.iter().all(|failure| failure.claim == Claim::NoQuestionIsIdle), "{failures:?}");
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

/// What a municipality adds to one kind of work today, with a fault put in.
fn own_failures(kind: &str, plant: impl FnOnce(&mut RuleBook)) -> Vec<Claim> {
    let book = &RULES.book;
    let world = World { book, project: book.find_project(kind).unwrap(), date: Date::parse_iso("2026-11-22").unwrap() };
    let own = own_conditions(&world);
    assert_eq!(own.len(), 4, "a condition of each sort");
    let lines: Vec<&str> = own.iter().map(|own| own.line.as_str()).collect();
    let mut local = book.clone();
    assert_eq!(local.tighten(&lines.join("\n")), [], "{lines:?}");
    plant(&mut local);
    only_stricter(&world, &local, &own).into_iter().map(|failure| failure.claim).collect()
}

/// The rules that a municipality's conditions added, in the order of its lines.
fn added(book: &RuleBook) -> std::ops::Range<u16> {
    let [first, end] = [RULES.book.rules.len(), book.rules.len()].map(|place| u16::try_from(place).unwrap());
    first..end
}

#[test]
fn a_municipality_s_own_conditions_hold_and_are_told() {
    assert_eq!(own_failures("garasje", |_| {}), []);
    let book = &RULES.book;
    let project = book.find_project("garasje").unwrap();
    assert_eq!(own(&World { book, project, date: Date::parse_iso("2016-01-01").unwrap() }), []);
}

#[test]
fn a_rule_that_does_not_take_the_condition_is_found_out() {
    let claims = own_failures("garasje", |book| {
        let own = RuleId(added(book).start);
        let takes =
            |rule: &&mut bygg_uten_a_soke::rules::Rule| rule.versions.iter().any(|it| it.presupposes.contains(&own));
        for version in &mut book.rules.iter_mut().find(takes).unwrap().versions {
            version.presupposes.retain(|part| *part != own);
        }
    });
    assert_eq!(claims, [Claim::OwnConditionsBar]);
}

#[test]
fn a_condition_that_is_only_told_and_never_judged_is_found_out() {
    let claims = own_failures("garasje", |book| {
        let project = book.projects.iter_mut().find(|project| project.id == "garasje").unwrap();
        project.beside.retain(|rule| rule.index() < RULES.book.rules.len());
    });
    assert_eq!(claims, [Claim::OwnConditionsBar]);
}

#[test]
fn a_condition_that_takes_a_national_one_away_is_found_out() {
    let claims = own_failures("garasje", |book| {
        let rule = book.rules.iter_mut().find(|rule| rule.id == "sak10/4-1-a").unwrap();
        rule.versions.iter_mut().for_each(|version| version.conditions.clear());
    });
    assert!(claims.contains(&Claim::OwnConditionsOnlyTighten), "{claims:?}");
    assert!(claims.contains(&Claim::OwnConditionsMetChangeNothing), "{claims:?}");
}

/// Own conditions that would bar more than they say are found out too.
#[test]
fn a_condition_that_requires_more_than_it_says_is_found_out() {
    let claims = own_failures("garasje", |book| {
        let first = usize::from(added(book).start);
        for version in &mut book.rules[first].versions {
            let requirement = &mut version.conditions[0].requirement;
            *requirement = Requirement::All(vec![requirement.clone(), Requirement::Any(Vec::new())]);
        }
    });
    assert_eq!(claims, [Claim::OwnConditionsMetChangeNothing]);
}
