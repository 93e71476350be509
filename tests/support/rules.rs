//! The real rules, loaded once, and the answers worth trying on them.

#![allow(dead_code, reason = "each test file uses its part")]

use std::path::Path;
use std::sync::LazyLock;

use bygg_uten_a_soke::engine::{Answer, Answers};
use bygg_uten_a_soke::review::case;
use bygg_uten_a_soke::rules::load::{Loaded, load};
use bygg_uten_a_soke::rules::range::Range;
use bygg_uten_a_soke::rules::requirements::{requirements, versions};
use bygg_uten_a_soke::rules::{Base, ConceptId, Kind, Requirement, RuleBook};
use bygg_uten_a_soke::tool::files;

/// The rules of the repository.
pub(crate) static RULES: LazyLock<Loaded> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let files = files::read(&folder).expect("rules/ can be read");
    load(&files).unwrap_or_else(|problems| panic!("rules/ does not load: {}", problems.first().expect("a problem")))
});

/// For each concept, the answers that can make a difference: every option, every limit and a step to either side.
pub(crate) static WORTH_TRYING: LazyLock<Vec<Vec<Answer>>> = LazyLock::new(|| {
    let book = &RULES.book;
    (0_u16..).map(ConceptId).zip(&book.concepts).map(|(id, _)| worth_trying(book, id)).collect()
});

fn worth_trying(book: &RuleBook, id: ConceptId) -> Vec<Answer> {
    let concept = book.concept(id);
    let Some(question) = &concept.question else { return Vec::new() };
    let mut answers: Vec<Answer> = match &concept.kind {
        Kind::YesNo => vec![Answer::Option(0), Answer::Option(1)],
        Kind::Choice(options) => (0..options.len()).map(|n| Answer::Option(u8::try_from(n).expect("few"))).collect(),
        Kind::Number(_) | Kind::Date => {
            amounts(book, id).into_iter().map(|n| Answer::Number(Range::exactly(n))).collect()
        }
    };
    answers.extend(question.quick.iter().map(|range| Answer::Number(*range)));
    if question.unsure.is_some() {
        answers.push(Answer::DontKnow);
    }
    answers
}

/// The numbers round every limit that any requirement sets on a concept, or on what is derived from it.
fn amounts(book: &RuleBook, id: ConceptId) -> Vec<i64> {
    let mut limits = vec![0, 1, 2, 20_150_701, 19_900_101, 19_970_101, 20_150_101];
    let mut see = |requirement: &Requirement| collect_limits(requirement, &mut limits);
    versions(book).flat_map(requirements).for_each(&mut see);
    for concept in &book.concepts {
        for branch in &concept.derivation {
            branch.when.iter().for_each(&mut see);
        }
    }
    if matches!(book.concept(id).kind, Kind::Date) {
        limits.retain(|n| *n > 10_000_000);
        return limits;
    }
    let steps: Vec<i64> =
        limits.iter().flat_map(|n| [n - 10, *n, n + 10]).filter(|n| (0..10_000_000).contains(n)).collect();
    steps
}

fn collect_limits(requirement: &Requirement, limits: &mut Vec<i64>) {
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => parts.iter().for_each(|part| collect_limits(part, limits)),
        Requirement::OneOf(..) => {}
        Requirement::Bound(_, _, bound) => {
            if let Base::Literal(amount) = bound.base {
                limits.push(amount);
            }
            limits.extend(bound.raised_by.map(|(_, threshold)| threshold));
        }
    }
    limits.sort_unstable();
    limits.dedup();
}

/// The answers of every whole example, by project: real cases to start from.
pub(crate) fn ordinary_cases() -> Vec<(usize, Answers)> {
    let book = &RULES.book;
    let mut cases = Vec::new();
    for (_, file) in &RULES.sources.examples {
        let Some(id) = &file.project else { continue };
        let Some(place) = book.projects.iter().position(|project| project.id == *id) else { continue };
        let mut texts = std::collections::BTreeMap::new();
        for base in &file.builds_on {
            let (_, base) = RULES.sources.bases.iter().find(|(_, known)| known.id == *base).expect("the base exists");
            texts.extend(base.answers.clone());
        }
        texts.extend(file.base.clone());
        let answers = case::answers(book, book.projects.get(place), &texts).expect("an example's answers can be read");
        cases.push((place, answers));
    }
    cases
}
