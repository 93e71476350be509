//! The law to come and the law of an earlier day, on a small rule book whose limit is raised twice and then ends.
#![allow(clippy::expect_used, missing_docs, reason = "a test may fail loudly")]

use bygg_uten_a_soke::engine::{Answer, Answers, Situation, assess};
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::quantity::Unit;
use bygg_uten_a_soke::rules::range::Range;
use bygg_uten_a_soke::rules::{
    Base, Bound, Comparison, Concept, ConceptId, Condition, Consequence, ConsequenceId, Kind, Outcome, Part, Project,
    Question, Requirement, Rule, RuleBook, RuleId, Sort, Step, TextId, Version, Wording,
};
use bygg_uten_a_soke::wording::headline::{Headline, headline};
use bygg_uten_a_soke::wording::law_to_come::law_to_come;
use bygg_uten_a_soke::wording::long_date;
use bygg_uten_a_soke::wording::words::Words;

const WORD: TextId = TextId(0);
const AREA: ConceptId = ConceptId(0);

fn day(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn version(from: &str, to: Option<&str>, limit: Option<i64>, outcome: Outcome) -> Version {
    let bound = |amount| Bound { base: Base::Literal(amount), raised_by: None };
    let condition = |amount| Condition {
        quote: None,
        requirement: Requirement::Bound(AREA, Comparison::AtMost, bound(amount)),
        if_broken: WORD,
        consequences: Vec::new(),
        doubt: None,
    };
    Version {
        from: day(from),
        to: to.map(day),
        name: WORD,
        citation: WORD,
        wording: Wording::Read,
        checked_until: None,
        outcome: Some(outcome),
        scope: None,
        presupposes: Vec::new(),
        beside: Vec::new(),
        conditions: limit.map(condition).into_iter().collect(),
        additions: Vec::new(),
        notes: Vec::new(),
        procedure: Vec::new(),
    }
}

/// Exempt up to 50 from 2020, up to 60 from 1 July 2027, up to 70 from 2028 to the end of June 2029; else an application.
fn book() -> RuleBook {
    let exempt = |from, to, limit| version(from, to, Some(limit), Outcome::Exempt);
    let rule = |id: &str, versions| Rule { id: id.to_owned(), versions };
    let question = Question {
        text: WORD,
        help: None,
        more: None,
        why: None,
        quick: Vec::new(),
        numbers: Vec::new(),
        unsure: None,
    };
    let area = Concept {
        id: "areal".to_owned(),
        kind: Kind::Number(Unit::Count),
        name: WORD,
        derivation: Vec::new(),
        question: Some(question),
        measured_by: None,
        of_property: false,
    };
    let before = Consequence {
        id: "eldre".to_owned(),
        sort: Sort::Clearance,
        standard: false,
        name: WORD,
        explanation: WORD,
        action: WORD,
        with: String::new(),
        citation: WORD,
    };
    let book = RuleBook {
        covers_from: day("2020-01-01"),
        before: ConsequenceId(0),
        early_texts: 1,
        texts: 1,
        days: ["2020-01-01", "2027-07-01", "2028-01-01"].map(day).to_vec(),
        concepts: vec![area],
        parts: vec![Part {
            name: WORD,
            steps: vec![Step { id: "areal".to_owned(), name: WORD, concepts: vec![AREA] }],
        }],
        tables: Vec::new(),
        consequences: vec![before],
        rules: vec![
            rule(
                "lov/fri",
                vec![
                    exempt("2020-01-01", None, 50),
                    exempt("2027-07-01", None, 60),
                    exempt("2028-01-01", Some("2029-06-30"), 70),
                ],
            ),
            rule("lov/søk", vec![version("2020-01-01", None, None, Outcome::ApplyYourself)]),
        ],
        projects: vec![Project {
            id: "skur".to_owned(),
            name: WORD,
            definite: WORD,
            tries: vec![RuleId(0), RuleId(1)],
            beside: Vec::new(),
            given: Vec::new(),
            adapted: Vec::new(),
            notes: Vec::new(),
            often_with: Vec::new(),
        }],
    };
    book.checked().expect("a whole book")
}

/// What is said today of so large a shed, and what will be said.
fn now_and_then(area: i64, today: &str) -> (Headline, Option<(String, Headline)>) {
    let (book, today) = (book(), day(today));
    let project = book.projects.first().expect("the shed");
    let mut answers = Answers::new();
    answers.set(AREA, Answer::Number(Range::exactly(area)));
    let now = headline(&book, &assess(&Situation::new(&book, project, &answers, today)));
    let then = law_to_come(&book, project, &answers, today, now);
    (now, then.map(|(day, then)| (day.iso(), then)))
}

fn from(day: &str, headline: Headline) -> (String, Headline) {
    (day.to_owned(), headline)
}

#[test]
fn a_version_to_come_that_turns_the_answer_is_told_with_its_first_day() {
    let told = now_and_then(55, "2026-11-21");
    assert_eq!(told, (Headline::ApplyYourself, Some(from("2027-07-01", Headline::Free))));
}

#[test]
fn a_version_that_changes_nothing_for_these_answers_is_passed_over() {
    assert_eq!(now_and_then(65, "2026-11-21"), (Headline::ApplyYourself, Some(from("2028-01-01", Headline::Free))));
    assert_eq!(now_and_then(75, "2026-11-21"), (Headline::ApplyYourself, None));
}

#[test]
fn a_rule_that_ends_takes_its_answer_with_it_the_day_after() {
    assert_eq!(now_and_then(40, "2026-11-21"), (Headline::Free, Some(from("2029-07-01", Headline::ApplyYourself))));
    assert_eq!(now_and_then(40, "2029-06-30"), (Headline::Free, Some(from("2029-07-01", Headline::ApplyYourself))));
    assert_eq!(now_and_then(40, "2029-07-01"), (Headline::ApplyYourself, None));
}

#[test]
fn todays_law_is_not_the_law_to_come() {
    assert_eq!(now_and_then(55, "2027-07-01"), (Headline::Free, Some(from("2029-07-01", Headline::ApplyYourself))));
}

#[test]
fn an_older_day_has_its_own_newest_rule() {
    let book = book();
    assert_eq!(book.newest_on(day("2026-11-21")), day("2020-01-01"));
    assert_eq!(book.newest_on(day("2027-07-01")), day("2027-07-01"));
    assert_eq!(book.newest_on(day("2019-01-01")), book.covers_from);
}

/// The words that residents read, from the rules of the repository.
fn words(language: &str) -> Words {
    let files = bygg_uten_a_soke::tool::files::read(std::path::Path::new("rules")).expect("rules/ can be read");
    let loaded = bygg_uten_a_soke::rules::load::load(&files).expect("rules/ loads");
    let spoken = bygg_uten_a_soke::rules::load::Language::ALL.into_iter().find(|known| known.tag() == language);
    let spoken = spoken.expect("a language");
    let (first, second) = (loaded.words.first_file(spoken), loaded.words.second_file(spoken));
    Words::read(language.to_owned(), &first, Some(&second), None)
}

#[test]
fn every_answer_to_come_is_a_sentence_with_its_day_in_every_language() {
    for (language, written) in [("nb", "1. juli 2027"), ("nn", "1. juli 2027"), ("en", "1 July 2027")] {
        let words = words(language);
        let day = long_date(&words, day("2027-07-01"));
        assert_eq!(day, written);
        for headline in [
            Headline::Free,
            Headline::NotAMeasure,
            Headline::InOrderFirst,
            Headline::CheckFirst,
            Headline::ApplyYourself,
            Headline::ApplyWithProfessional,
            Headline::Apply,
            Headline::NotCovered,
            Headline::Undecided,
        ] {
            let said = words.filled(&["fra-", headline.key()].concat(), &[("dato", &day)]);
            assert!(said.contains(written) && said.ends_with('.'), "{headline:?} in {language}: {said}");
        }
    }
}

#[test]
fn older_works_are_told_whose_law_was_used() {
    for (language, named) in
        [("nb", "den dagen arbeidet begynte"), ("nn", "den dagen arbeidet tok til"), ("en", "the day the work began")]
    {
        let words = words(language);
        let said = words.filled("utgave-begynt", &[("dato", "1.3.2018"), ("utgave", "x")]);
        assert!(said.contains("1.3.2018") && said.contains(named), "{said}");
        assert_ne!(words.word("nyeste-begynt"), "nyeste-begynt");
    }
}
