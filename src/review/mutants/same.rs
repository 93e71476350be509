//! Whether two readings of a condition say the same for every answer there is.
//!
//! A doubt keeps its condition unknown whatever the requirement says, so a limit that stands in both may be moved in
//! one of them without a trace. Whether that is so depends on both, part by part, and is found by trying: every option,
//! every amount on and beside every limit, ranges with those ends, not asked and not known. Between two neighbouring
//! amounts nothing changes, so that is every answer. Where tables, fractions or derived concepts are read it is not
//! tried, and the two count as different.

use crate::engine::{Answer, Answers, Situation, Verdict, assess};
use crate::rules::quantity::Unit;
use crate::rules::range::Range;
use crate::rules::requirements::of_condition;
use crate::rules::{Base, Bound, ConceptId, Condition, Kind, Project, Requirement, Rule, RuleBook, RuleId, Version};

/// More combinations than this are not tried.
const MOST: usize = 20_000;

/// Whether the condition, as one or the other, always leads to the same verdict.
pub(super) fn for_every_answer(book: &RuleBook, version: &Version, one: &Condition, other: &Condition) -> bool {
    let Some(tried) = every_answer(book, version, &[one, other]) else { return false };
    let [first, second] = [one, other].map(|condition| verdicts(book, version, condition, &tried));
    first == second
}

/// The verdicts of a rule with this condition alone, tried and beside.
fn verdicts(book: &RuleBook, version: &Version, condition: &Condition, tried: &[Answers]) -> Vec<Verdict> {
    let Some(any) = book.projects.first() else { return Vec::new() };
    let bare = Version {
        conditions: vec![condition.clone()],
        presupposes: Vec::new(),
        beside: Vec::new(),
        additions: Vec::new(),
        ..version.clone()
    };
    let rules = vec![Rule { id: String::new(), versions: vec![bare] }];
    let book = RuleBook { rules, projects: Vec::new(), ..book.clone() };
    let alone = Project { tries: Vec::new(), beside: Vec::new(), given: Vec::new(), ..any.clone() };
    let projects = [Project { tries: vec![RuleId(0)], ..alone.clone() }, Project { beside: vec![RuleId(0)], ..alone }];
    let judged =
        |answers| projects.each_ref().map(|project| assess(&Situation::new(&book, project, answers, version.from)));
    tried.iter().flat_map(judged).collect()
}

/// Every combination of answers to what is read; `None` where there are too many, or some cannot be listed.
fn every_answer(book: &RuleBook, version: &Version, conditions: &[&Condition]) -> Option<Vec<Answers>> {
    let mut read = Vec::new();
    let mut limits = Vec::new();
    for condition in conditions {
        for requirement in version.scope.iter().chain(of_condition(condition)) {
            requirement.concepts(&mut read);
            see_limits(requirement, &mut limits)?;
        }
    }
    read.sort_unstable();
    read.dedup();
    let choices: Vec<_> = read.into_iter().map(|id| Some((id, choices(book, id, &limits)?))).collect::<Option<_>>()?;
    combinations(&choices)
}

/// The fixed limits; `None` where a limit is anything else.
fn see_limits(requirement: &Requirement, into: &mut Vec<(ConceptId, i64)>) -> Option<()> {
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => parts.iter().try_for_each(|part| see_limits(part, into)),
        Requirement::OneOf(..) => Some(()),
        Requirement::Bound(concept, _, Bound { base: Base::Literal(limit), raised_by: None }) => {
            into.push((*concept, *limit));
            Some(())
        }
        Requirement::Bound(..) => None,
    }
}

/// Everything that can be answered, and no answer.
fn choices(book: &RuleBook, id: ConceptId, limits: &[(ConceptId, i64)]) -> Option<Vec<Option<Answer>>> {
    let concept = book.concept(id);
    if !concept.derivation.is_empty() {
        return None;
    }
    let option = |count: u8| (0..count).map(Answer::Option).collect();
    let known: Vec<Answer> = match &concept.kind {
        Kind::YesNo => option(2),
        Kind::Choice(choices) => option(u8::try_from(choices.len()).ok()?),
        Kind::Number(_) | Kind::Date => {
            let counted = matches!(concept.kind, Kind::Number(Unit::Count));
            let amounts = if counted { counts } else { amounts };
            let own = limits.iter().filter(|(concept, _)| *concept == id).map(|(_, limit)| *limit);
            own.flat_map(amounts).map(Answer::Number).collect()
        }
    };
    Some(known.into_iter().map(Some).chain([None, Some(Answer::DontKnow)]).collect())
}

/// A measure may be known within ends only.
fn amounts(limit: i64) -> Vec<Range> {
    let open = |amount| [Range { low: amount, high: None }, Range { low: 0, high: Some(amount) }];
    let ends = [limit - 1, limit, limit + 1];
    counts(limit).into_iter().chain(ends.into_iter().flat_map(open)).collect()
}

/// Things are counted exactly: an example cannot say "at least two storeys".
fn counts(limit: i64) -> Vec<Range> {
    [limit - 1, limit, limit + 1].map(Range::exactly).to_vec()
}

fn combinations(choices: &[(ConceptId, Vec<Option<Answer>>)]) -> Option<Vec<Answers>> {
    let count = choices.iter().try_fold(1_usize, |count, (_, answers)| count.checked_mul(answers.len()));
    count.filter(|count| *count <= MOST)?;
    let mut all = vec![Answers::new()];
    for (concept, answers) in choices {
        all = all.iter().flat_map(|told| answers.iter().map(|answer| with(told, *concept, *answer))).collect();
    }
    Some(all)
}

fn with(told: &Answers, concept: ConceptId, answer: Option<Answer>) -> Answers {
    let mut told = told.clone();
    if let Some(answer) = answer {
        told.set(concept, answer);
    }
    told
}
