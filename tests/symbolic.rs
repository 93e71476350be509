//! The judgement of every case at once says of each case what the engine says.

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

use bygg_uten_a_soke::engine::{Verdict, assess};
use bygg_uten_a_soke::review::diagram::Diagrams;
use bygg_uten_a_soke::review::space::{Known, Space, World};
use bygg_uten_a_soke::review::symbolic::{Judged, UNDECIDED, judge, number};
use bygg_uten_a_soke::rules::date::Date;

use rules::RULES;

/// A small generator: the same points on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }
}

fn same(judged: &Judged, diagrams: &Diagrams, point: &[Option<usize>], verdict: &Verdict) {
    let book = &RULES.book;
    let at = |diagram| diagrams.at(diagram, point);
    assert_eq!(at(judged.outcome), verdict.outcome.map_or(UNDECIDED, number), "outcome");
    assert_eq!(at(judged.at_least), verdict.at_least.map_or(UNDECIDED, number), "at least");
    assert_eq!(at(judged.may_start) == 1, verdict.may_start(book), "may start");
    let missing: BTreeSet<_> = judged.missing.iter().filter(|(_, d)| at(**d) == 1).map(|(id, _)| *id).collect();
    assert_eq!(missing, verdict.missing.iter().collect(), "missing");
    let follows: BTreeSet<_> =
        judged.follows.iter().filter(|(_, d)| at(**d) == 1).map(|((id, place), _)| (*id, *place)).collect();
    let expected = verdict.follows.iter().map(|one| (one.consequence, (one.rule.expect("a rule"), one.condition)));
    assert_eq!(follows, expected.collect(), "follows");
    let breaches: BTreeSet<_> = judged.breaches.iter().filter(|(_, d)| at(**d) == 1).map(|(id, _)| *id).collect();
    assert_eq!(breaches, verdict.breaches.iter().map(|breach| (breach.rule, breach.condition)).collect(), "breaches");
    let basis: Vec<_> = judged.basis.iter().filter(|(_, d)| at(**d) == 1).map(|(id, _)| *id).collect();
    assert_eq!(basis, verdict.basis.into_iter().collect::<Vec<_>>(), "basis");
}

#[test]
fn the_engine_and_the_diagrams_agree() {
    let mut dice = Dice(7);
    for project in &RULES.book.projects {
        for day in ["2015-07-01", "2021-05-01", "2026-11-21"] {
            let world = World { book: &RULES.book, project, date: Date::parse_iso(day).expect("a date") };
            let space = Space::of(&[world], Known::Some);
            let widths = space.widths();
            let mut diagrams = Diagrams::new(widths.clone());
            let judged = judge(&world, &space, &mut diagrams);
            for _ in 0..2_000 {
                // Mostly exact answers, or nearly nothing would ever be decided.
                let point: Vec<Option<usize>> = widths
                    .iter()
                    .enumerate()
                    .map(|(variable, width)| {
                        let mut value = dice.below(*width);
                        for _ in 0..3 {
                            if space.value(variable, value).iter().any(|told| !told.is_exact()) {
                                value = dice.below(*width);
                            }
                        }
                        Some(value)
                    })
                    .collect();
                let told: Vec<(usize, usize)> =
                    point.iter().enumerate().filter_map(|(n, value)| Some((n, (*value)?))).collect();
                let situation = space.situation(&world, &told);
                same(&judged, &diagrams, &point, &assess(&situation));
            }
        }
    }
}
