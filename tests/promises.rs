//! The promises of the engine, tried on the real rules with generated answers.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use bygg_uten_a_soke::engine::verdict::Follows;
use bygg_uten_a_soke::engine::{Answer, Answers, Situation, Status, Verdict, assess, next_question};
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::{ConceptId, ConsequenceId, Outcome, RuleId, Sort, Version};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use rules::{RULES, WORTH_TRYING, ordinary_cases};

static CASES: LazyLock<Vec<(usize, Answers)>> = LazyLock::new(ordinary_cases);

const DATES: [&str; 7] =
    ["2014-01-01", "2015-07-01", "2016-12-31", "2017-01-01", "2021-04-30", "2021-05-01", "2026-11-21"];

/// A project on a day with answers, and further changes that a resident might tell later.
#[derive(Clone, Debug)]
struct Told {
    project: usize,
    date: Date,
    answers: Answers,
    more: Vec<(ConceptId, Answer)>,
}

fn change() -> impl Strategy<Value = (ConceptId, Option<Answer>)> {
    let concepts = u16::try_from(WORTH_TRYING.len()).expect("few concepts");
    (0..concepts, any::<prop::sample::Index>(), prop::bool::weighted(0.25)).prop_map(|(concept, pick, forget)| {
        let choices = &WORTH_TRYING[usize::from(concept)];
        let answer = (!forget && !choices.is_empty()).then(|| choices[pick.index(choices.len().max(1))]);
        (ConceptId(concept), answer)
    })
}

/// An ordinary case with some answers changed or forgotten, or nothing but some answers.
fn told() -> impl Strategy<Value = Told> {
    let start = (any::<prop::sample::Index>(), prop::bool::weighted(0.8), 0..DATES.len());
    (start, prop::collection::vec(change(), 0..8), prop::collection::vec(change(), 0..12)).prop_map(
        |((case, ordinary, date), changes, more)| {
            let (project, base) = &CASES[case.index(CASES.len())];
            let mut answers = if ordinary { base.clone() } else { Answers::new() };
            for (concept, answer) in changes {
                match answer {
                    Some(answer) => answers.set(concept, answer),
                    None => answers.remove(concept),
                }
            }
            let date = Date::parse_iso(DATES[date]).expect("a date");
            let more = more.into_iter().filter_map(|(concept, answer)| Some((concept, answer?))).collect();
            Told { project: *project, date, answers, more }
        },
    )
}

impl Told {
    fn situation(&self, answers: &Answers) -> Situation<'static> {
        Situation::new(&RULES.book, &RULES.book.projects[self.project], answers, self.date)
    }

    fn judged(&self) -> Verdict {
        assess(&self.situation(&self.answers))
    }

    /// The same with answers to questions that had none.
    fn knowing_more(&self) -> Answers {
        let mut answers = self.answers.clone();
        for (concept, answer) in &self.more {
            if answers.get(*concept).is_none() && *answer != Answer::DontKnow {
                answers.set(*concept, *answer);
            }
        }
        answers
    }
}

/// Every rule that bears on a verdict, with what it presupposes and what stands beside it; one that is not about the case
/// bears on nothing, and brings nothing.
fn bearing(told: &Told, verdict: &Verdict, situation: &Situation) -> Vec<&'static Version> {
    let book = &RULES.book;
    let mut left: Vec<RuleId> =
        verdict.basis.into_iter().chain(book.projects[told.project].beside.iter().copied()).collect();
    let mut bearing = Vec::new();
    while let Some(rule) = left.pop() {
        let Some(version) = book.version(rule, told.date) else { continue };
        if version.scope.as_ref().is_none_or(|scope| situation.judge(scope) != Status::Broken) {
            left.extend(version.presupposes.iter().chain(&version.beside));
            bearing.push(version);
        }
    }
    bearing
}

fn sorted(verdict: &Verdict, sort: Sort) -> Vec<ConsequenceId> {
    let mut ids: Vec<_> = verdict.of_sort(&RULES.book, sort).collect();
    ids.sort();
    ids
}

fn within<T: PartialEq>(less: &[T], more: &[T]) -> bool {
    less.iter().all(|item| more.contains(item))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, max_global_rejects: 1_000_000, rng_seed: RngSeed::Fixed(20_261_121), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn green_is_never_shown_with_an_unknown_or_broken_condition(told in told()) {
        let verdict = told.judged();
        prop_assume!(verdict.may_start(&RULES.book));
        let situation = told.situation(&told.answers);
        for version in bearing(&told, &verdict, &situation) {
            for condition in &version.conditions {
                prop_assert_eq!(situation.judge_condition(condition), Status::Met);
            }
        }
    }

    #[test]
    fn once_green_more_knowledge_keeps_it_green(told in told()) {
        let verdict = told.judged();
        prop_assume!(verdict.may_start(&RULES.book));
        prop_assert!(assess(&told.situation(&told.knowing_more())).may_start(&RULES.book));
    }

    #[test]
    fn once_the_track_is_decided_more_knowledge_never_changes_it(told in told()) {
        let before = told.judged();
        prop_assume!(before.outcome.is_some());
        let after = assess(&told.situation(&told.knowing_more()));
        prop_assert_eq!(before.outcome, after.outcome);
        prop_assert!(within(&sorted(&before, Sort::Dispensation), &sorted(&after, Sort::Dispensation)), "dispensations only grow");
        prop_assert!(within(&sorted(&before, Sort::Permit), &sorted(&after, Sort::Permit)), "permits only grow");
        prop_assert!(within(&before.breaches.iter().map(|b| b.concept).collect::<Vec<_>>(), &after.breaches.iter().map(|b| b.concept).collect::<Vec<_>>()), "breaches only grow");
        let grown: Vec<_> = after.missing.iter().filter(|id| !before.missing.contains(*id)).collect();
        let names: Vec<_> = grown.iter().map(|id| &RULES.book.concept(*id).id).collect();
        prop_assert!(grown.is_empty(), "what is missing only shrinks, but {names:?} came");
    }

    #[test]
    fn the_order_of_answers_leaves_no_trace(told in told()) {
        let mut backwards = Answers::new();
        told.answers.iter().collect::<Vec<_>>().into_iter().rev().for_each(|(concept, answer)| backwards.set(concept, answer));
        prop_assert_eq!(told.judged(), assess(&told.situation(&backwards)));
    }

    #[test]
    fn an_answer_that_is_not_wanted_changes_nothing(told in told()) {
        let before = told.judged();
        for (concept, answer) in &told.more {
            if told.answers.get(*concept).is_none() && !before.missing.contains(*concept) && before.outcome.is_some() {
                let mut answers = told.answers.clone();
                answers.set(*concept, *answer);
                let after = assess(&told.situation(&answers));
                prop_assert_eq!(before.outcome, after.outcome);
                prop_assert_eq!(before.may_start(&RULES.book), after.may_start(&RULES.book));
            }
        }
    }
}

/// Walks the questions as a resident does, with the picks given, and never with "don't know".
fn walk(project: usize, date: Date, mut pick: impl FnMut(usize) -> usize) -> (Answers, Verdict) {
    let book = &RULES.book;
    let mut answers = Answers::new();
    for _ in 0..200 {
        let situation = Situation::new(book, &book.projects[project], &answers, date);
        let verdict = assess(&situation);
        let Some(next) = next_question(book, &verdict) else { return (answers, verdict) };
        for concept in next.concepts {
            let known: Vec<_> =
                WORTH_TRYING[concept.index()].iter().filter(|answer| **answer != Answer::DontKnow).collect();
            answers.set(concept, *known[pick(known.len())]);
        }
    }
    panic!("the questions never end for {}", book.projects[project].id);
}

#[test]
fn every_complete_path_without_dont_know_ends_decided_or_in_a_doubt_of_the_rules() {
    let mut causes: BTreeMap<String, usize> = BTreeMap::new();
    let mut seed = 1_u64;
    let (mut paths, mut undecided) = (0, 0);
    for project in 0..RULES.book.projects.len() {
        for date in ["2015-07-01", "2017-01-01", "2026-11-21"] {
            for _ in 0..400 {
                let random = |most: usize| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    usize::try_from(seed >> 33).expect("fits") % most
                };
                let day = Date::parse_iso(date).expect("a date");
                let (answers, verdict) = walk(project, day, random);
                paths += 1;
                if verdict.outcome.is_none() {
                    undecided += 1;
                    for cause in doubts(project, day, &answers, &verdict) {
                        *causes.entry(cause).or_default() += 1;
                    }
                }
            }
        }
    }
    println!("{paths} complete paths, {undecided} undecided, all by a doubt of the rules: {causes:#?}");
    assert!(paths > 20_000, "every kind of work is walked");
}

/// What keeps a verdict open: the doubts of the rule files and nothing else.
fn doubts(project: usize, date: Date, answers: &Answers, verdict: &Verdict) -> Vec<String> {
    let book = &RULES.book;
    let project = &book.projects[project].id;
    assert!(verdict.missing.is_empty(), "{project}: something is missing, but nothing is asked");
    let is_doubt = |follows: &&Follows| {
        let version = follows.rule.and_then(|rule| book.version(rule, date));
        let condition = version.zip(follows.condition).map(|(version, place)| &version.conditions[place]);
        condition
            .is_some_and(|condition| condition.doubt.as_ref().is_some_and(|doubt| doubt.clear == follows.consequence))
    };
    let causes: Vec<_> = verdict
        .follows
        .iter()
        .filter(is_doubt)
        .map(|follows| book.consequence(follows.consequence).id.clone())
        .collect();
    let told: Vec<_> = answers.iter().map(|(id, answer)| (&book.concept(id).id, answer)).collect();
    assert!(!causes.is_empty(), "{project}: undecided without a doubt: {told:?}, {:?}", verdict.follows);
    causes
}

#[test]
fn every_kind_of_work_can_reach_an_answer_and_none_starts_decided_as_exempt() {
    for project in &RULES.book.projects {
        let date = Date::parse_iso("2026-11-21").expect("a date");
        let verdict = assess(&Situation::new(&RULES.book, project, &Answers::new(), date));
        assert_ne!(verdict.outcome, Some(Outcome::Exempt), "{}", project.id);
        assert!(!verdict.may_start(&RULES.book), "{}", project.id);
    }
}
