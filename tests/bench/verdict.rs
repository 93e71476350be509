//! How many verdicts a second: typed answers in, a finished verdict with its reasons out.
//!
//! Run with `cargo bench`. One core; the figures are per verdict.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a benchmark may fail loudly"
)]

#[path = "../support/rules.rs"]
mod rules;

use bygg_uten_a_soke::engine::{Answers, Situation, assess, next_question};
use bygg_uten_a_soke::rules::Project;
use bygg_uten_a_soke::rules::date::Date;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

use rules::{RULES, ordinary_cases};

fn main() {
    divan::main();
}

/// The ordinary case of a kind of work, wholly answered.
fn whole(id: &str) -> (&'static Project, Answers, Date) {
    let (place, answers) = ordinary_cases()
        .into_iter()
        .find(|(place, _)| RULES.book.projects[*place].id == id)
        .expect("the project has examples");
    (&RULES.book.projects[place], answers, Date::parse_iso("2026-11-21").expect("a date"))
}

/// The same with every other answer taken away: a case in the middle of its questions.
fn half(id: &str) -> (&'static Project, Answers, Date) {
    let (project, mut answers, date) = whole(id);
    let told: Vec<_> = answers.iter().map(|(concept, _)| concept).collect();
    told.into_iter().step_by(2).for_each(|concept| answers.remove(concept));
    (project, answers, date)
}

const KINDS: [&str; 3] = ["garasje", "tilbygg", "terrasse"];

#[divan::bench(args = KINDS)]
fn verdict_of_a_whole_case(bencher: Bencher, id: &str) {
    let (project, answers, date) = whole(id);
    bencher
        .counter(ItemsCount::new(1_u32))
        .bench_local(|| assess(&Situation::new(&RULES.book, project, black_box(&answers), date)));
}

#[divan::bench(args = KINDS)]
fn verdict_and_next_question_half_way(bencher: Bencher, id: &str) {
    let (project, answers, date) = half(id);
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| {
        let verdict = assess(&Situation::new(&RULES.book, project, black_box(&answers), date));
        next_question(&RULES.book, &verdict)
    });
}
