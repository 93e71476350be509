//! What would make it legal, on the real rules: that every change holds what it promises, and that no smaller one would do.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use bygg_uten_a_soke::engine::{Answer, Answers, Change, Remedy, Situation, Standing, assess, remedies};
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::levers::{Levers, Way};
use bygg_uten_a_soke::rules::range::Range;
use bygg_uten_a_soke::rules::{Base, Bound, Comparison, ConceptId, Kind, Outcome, Requirement};

use rules::{RULES, WORTH_TRYING, ordinary_cases};

fn concept(id: &str) -> ConceptId {
    RULES.book.find_concept(id).expect("the rules know it")
}

fn situation(project: usize, answers: &Answers) -> Situation<'static> {
    let today = Date::parse_iso("2026-11-21").unwrap();
    Situation::new(&RULES.book, &RULES.book.projects[project], answers, today)
}

fn found(situation: &Situation, levers: &Levers) -> Vec<Remedy> {
    remedies(situation, &assess(situation), levers)
}

fn standing(situation: &Situation) -> Option<Standing> {
    Standing::of(situation, &assess(situation))
}

/// The steps that an answer of a concept is written in.
fn step(id: ConceptId) -> i64 {
    let Kind::Number(unit) = RULES.book.concept(id).kind else { panic!("a measure") };
    unit.scale() / 10_i64.pow(u32::try_from(unit.decimals()).unwrap())
}

/// A garage of the examples, at the very limits, with some measures changed.
fn garage(changed: &[(&str, i64)]) -> Situation<'static> {
    const LIMITS: [(&str, i64); 4] =
        [("bebygd-areal", 500_000), ("bruksareal", 460_000), ("mønehøyde", 4_000), ("avstand-til-nabogrense", 1_000)];
    let place = RULES.book.projects.iter().position(|project| project.id == "garasje").unwrap();
    let with = |answers: &Answers, changed: &[(&str, i64)]| {
        let mut answers = answers.clone();
        for (id, amount) in changed {
            answers.set(concept(id), Answer::Number(Range::exactly(*amount)));
        }
        answers
    };
    let garages = ordinary_cases().into_iter().filter(|(project, _)| *project == place);
    let mut at_limits = garages.map(|(_, answers)| with(&answers, &LIMITS));
    let exempt = at_limits.find(|answers| assess(&situation(place, answers)).may_start(&RULES.book));
    situation(place, &with(&exempt.expect("an example of an exempt garage"), changed))
}

fn levers(ways: &[(&str, Way)]) -> Levers {
    Levers { ways: ways.iter().map(|(id, way)| (concept(id), *way)).collect(), kept: Vec::new() }
}

const OURS: &[(&str, Way)] =
    &[("mønehøyde", Way::Less), ("bebygd-areal", Way::Less), ("avstand-til-nabogrense", Way::More)];

#[test]
fn a_garage_too_high_is_told_how_much_lower() {
    let found = found(&garage(&[("mønehøyde", 4_300)]), &levers(OURS));
    assert_eq!(found.len(), 2, "{found:?}");
    let moved = Change { concept: concept("avstand-til-nabogrense"), from: 1_000, to: 4_000 };
    assert_eq!(
        (found[1].changes[0], found[1].standing.outcome),
        (moved, Outcome::ApplyYourself),
        "no dispensation then"
    );
    assert_eq!(found[0].changes, [Change { concept: concept("mønehøyde"), from: 4_300, to: 4_000 }]);
    assert_eq!((found[0].standing.outcome, found[0].standing.is_decided), (Outcome::Exempt, true));
    assert_eq!(found[0].standing.barriers, []);
}

#[test]
fn a_garage_too_high_and_too_large_needs_both_changes() {
    let found = found(&garage(&[("mønehøyde", 4_300), ("bebygd-areal", 501_000)]), &levers(OURS));
    let exempt: Vec<&Remedy> = found.iter().filter(|remedy| remedy.standing.outcome == Outcome::Exempt).collect();
    assert_eq!(exempt.len(), 1, "{found:?}");
    let mut to: Vec<i64> = exempt[0].changes.iter().map(|change| change.to).collect();
    to.sort_unstable();
    assert_eq!(to, [4_000, 500_000]);
}

#[test]
fn what_is_free_what_is_not_known_exactly_and_what_is_not_ours_is_left_alone() {
    assert_eq!(found(&garage(&[]), &levers(OURS)), []);
    let others = found(&garage(&[("mønehøyde", 4_300)]), &levers(&OURS[1..]));
    assert!(others.iter().all(|remedy| remedy.standing.outcome > Outcome::Exempt), "{others:?}");
    assert_eq!(found(&garage(&[("mønehøyde", 4_300)]), &levers(&[("kjeller", Way::Less)])), []);
    assert_eq!(found(&garage(&[("mønehøyde", 4_300)]), &levers(&[("mønehøyde", Way::More)])), []);
}

/// With eaves at three metres and a half, a ridge that must come down to three takes the eaves with it.
#[test]
fn what_held_between_measures_holds_after_a_change() {
    let mut levers = levers(&[("mønehøyde", Way::Less), ("høyde-til-takflaten", Way::Less)]);
    let to_high = garage(&[("mønehøyde", 4_300), ("høyde-til-takflaten", 3_100)]);
    let both = found(&to_high, &levers);
    let bound = Bound { base: Base::Fraction(1, 1, concept("mønehøyde")), raised_by: None };
    let under = Bound { base: Base::Literal(4_100), raised_by: None };
    levers.kept.push(Requirement::Bound(concept("høyde-til-takflaten"), Comparison::AtMost, bound));
    assert_eq!(found(&to_high, &levers), both, "eaves below the ridge are in nobody's way");
    levers.kept.push(Requirement::Bound(concept("mønehøyde"), Comparison::AtLeast, under));
    let kept = found(&to_high, &levers);
    assert!(kept.iter().all(|remedy| remedy.changes.iter().all(|change| change.to >= 4_100)), "{kept:?}");
}

/// Numbers that are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

/// An ordinary case with some measures changed, and some of its measures as levers.
fn made_up(cases: &[(usize, Answers)], dice: &mut Dice) -> (Situation<'static>, Levers) {
    let (project, answers) = &cases[dice.below(cases.len())];
    let mut answers = answers.clone();
    let measures: Vec<ConceptId> = answers
        .iter()
        .filter(|(id, answer)| {
            matches!(RULES.book.concept(*id).kind, Kind::Number(_)) && matches!(answer, Answer::Number(_))
        })
        .map(|(id, _)| id)
        .collect();
    let mut changed = Vec::new();
    for _ in 0..=dice.below(3) {
        let Some(id) = measures.get(dice.below(measures.len())) else { break };
        let worth = &WORTH_TRYING[id.index()];
        answers.set(*id, worth[dice.below(worth.len())]);
        changed.push(*id);
    }
    let ways = (0..3).filter_map(|_| {
        let way = if dice.below(2) == 0 { Way::Less } else { Way::More };
        Some((*measures.get(dice.below(measures.len()))?, way))
    });
    let mut ways: Vec<(ConceptId, Way)> =
        ways.chain(changed.iter().flat_map(|id| [(*id, Way::Less), (*id, Way::More)])).collect();
    ways.sort();
    ways.dedup();
    (situation(*project, &answers), Levers { ways, kept: Vec::new() })
}

/// The change by some steps less; `None` where nothing is left of it.
fn smaller(change: Change, steps: i64) -> Option<Change> {
    let to = change.to - (change.to - change.from).signum() * steps * step(change.concept);
    (to != change.from && (to - change.from).signum() == (change.to - change.from).signum())
        .then_some(Change { to, ..change })
}

/// The sizes to try of what would be smaller: all of them where they are few.
fn sizes(change: Change) -> Vec<i64> {
    let all = change.size() / step(change.concept);
    let every = (all / 1_500).max(1);
    (1..all).filter(|steps| *steps <= 200 || all - steps <= 200 || steps % every == 0).collect()
}

#[test]
fn every_change_holds_what_it_promises_and_none_smaller_does() {
    let cases = ordinary_cases();
    let mut dice = Dice(20_261_122);
    let (mut singles, mut pairs) = (0, 0);
    for _ in 0..3_000 {
        let (situation, levers) = made_up(&cases, &mut dice);
        let Some(now) = standing(&situation) else { continue };
        let all = found(&situation, &levers);
        for remedy in &all {
            let then = standing(&situation.with(&remedy.changes)).expect("it was judged");
            assert_eq!(then, remedy.standing, "{remedy:?}");
            assert!(then.is_better_than(&now), "{remedy:?} is no better than {now:?}");
            if let [change] = remedy.changes[..] {
                singles += 1;
                for steps in sizes(change) {
                    let Some(less) = smaller(change, steps) else { continue };
                    let other = standing(&situation.with(&[less])).expect("it can be judged");
                    let is_as_good = other.is_better_than(&now) && other.is_no_worse_than(&then);
                    assert!(!is_as_good, "{less:?} would do for {remedy:?}");
                }
            } else {
                pairs += 1;
                assert!(
                    remedy.changes.iter().all(|change| {
                        let alone = standing(&situation.with(&[*change])).expect("it can be judged");
                        !(alone.is_better_than(&now) && alone.is_no_worse_than(&then))
                    }),
                    "one of {remedy:?} would do"
                );
                for place in 0..2 {
                    let mut changes = remedy.changes.clone();
                    let Some(less) = smaller(changes[place], 1) else { continue };
                    changes[place] = less;
                    let other = standing(&situation.with(&changes)).expect("it can be judged");
                    assert!(!(other.is_better_than(&now) && other.is_no_worse_than(&then)), "{changes:?} would do");
                }
            }
        }
        assert!(all.iter().all(|remedy| remedy.changes.iter().all(|change| {
            let way = if change.to < change.from { Way::Less } else { Way::More };
            levers.ways.contains(&(change.concept, way))
        })));
    }
    assert!(singles > 300 && pairs > 20, "{singles} single changes and {pairs} pairs were tried");
}

/// Whatever a change of one measure could lead to is found: nothing better is passed over.
#[test]
fn nothing_better_within_reach_is_passed_over() {
    let cases = ordinary_cases();
    let mut dice = Dice(7);
    for _ in 0..600 {
        let (situation, levers) = made_up(&cases, &mut dice);
        let Some(now) = standing(&situation) else { continue };
        let all = found(&situation, &levers);
        for (id, way) in &levers.ways {
            let Some(Answer::Number(range)) = situation.answer(*id) else { continue };
            let Some(from) = range.exact() else { continue };
            for _ in 0..200 {
                let steps = i64::try_from(dice.below(20_000)).unwrap() * step(*id);
                let to = if *way == Way::Less { from - steps } else { from + steps };
                if to < 0 || to == from {
                    continue;
                }
                let then = standing(&situation.with(&[Change { concept: *id, from, to }])).expect("it can be judged");
                let is_known = |remedy: &Remedy| {
                    let [change] = remedy.changes[..] else { return false };
                    change.concept == *id
                        && (change.to - from).abs() <= steps
                        && remedy.standing.is_no_worse_than(&then)
                };
                assert!(
                    assess(&situation).may_start(&RULES.book) || !then.is_better_than(&now) || all.iter().any(is_known),
                    "{to} of {} is better: {now:?}, {then:?}, {all:?}",
                    RULES.book.concept(*id).id
                );
            }
        }
    }
}

/// What the rules let the builder change is the builder's own: nothing of the plot, the plan or the house that stands there.
#[test]
fn the_rules_offer_only_measures_of_the_work_itself() {
    let Levers { ways, kept } = &RULES.with_later.levers;
    assert!(ways.len() > 40 && kept.len() == 3, "{} measures, {} kept", ways.len(), kept.len());
    for (id, _) in ways {
        let concept = RULES.book.concept(*id);
        assert!(!concept.of_property && concept.question.is_some() && concept.derivation.is_empty(), "{}", concept.id);
    }
}
