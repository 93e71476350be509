//! What a municipality adds, held against the national rules over every answer: it can only make an answer stricter.
//!
//! One condition of each sort is written as a line, read as the widget reads it, and judged beside the book without it in a
//! space that both share. What a condition requires is said here once more, apart from the reading of its line.

use crate::review::diagram::{Diagram, Diagrams};
use crate::review::space::{Known, Space, World};
use crate::review::symbolic::{Judged, UNDECIDED, holds, judge, number};
use crate::rules::quantity::{Unit, Written};
use crate::rules::{Base, Bound, Comparison, ConceptId, Kind, Outcome, Requirement, RuleBook, RuleId};

use super::{Claim, Failure, fewest, told};

/// A condition of a municipality's own.
#[derive(Clone, Debug)]
pub struct Own {
    /// As the widget is given it.
    pub line: String,
    /// What it requires, in the numbers of the book that it was added to.
    pub requirement: Requirement,
}

/// Conditions of every sort for a kind of work: questions of their own and limits on its own numbers, some to apply for and
/// some to clear.
#[must_use]
pub fn own_conditions(world: &World) -> Vec<Own> {
    let mut own = vec![question(world, 0, "sok", ("ja", 1)), question(world, 1, "avklares", ("nei", 2))];
    let limits = limits(world);
    let first = limits.first();
    let last = limits.last().filter(|_| limits.len() > 1);
    own.extend(first.map(|limit| limited(world, "sok", limit)));
    own.extend(last.map(|limit| limited(world, "avklares", limit)));
    own
}

/// Every line of a municipality's conditions.
fn line(world: &World, otherwise: &str, requirement: &str) -> String {
    let kind = &world.project.id;
    format!("vilkar\t{kind}\t{otherwise}\t{requirement}\tNavn\tSpørsmål\tHjelp\tBrudd\tSlik\tPlan § 5\t")
}

/// A question of its own, the only one among the concepts after the national ones that stands at this place.
fn question(world: &World, place: usize, otherwise: &str, (answer, options): (&str, u32)) -> Own {
    let concept = ConceptId(u16::try_from(world.book.concepts.len() + place).unwrap_or(u16::MAX));
    Own { line: line(world, otherwise, answer), requirement: Requirement::OneOf(concept, options) }
}

/// A number that the kind of work is held against, and the limit.
struct Limit {
    concept: ConceptId,
    unit: Unit,
    comparison: Comparison,
    amount: i64,
}

/// The limits of the rules that would let one build without applying, the first of each number, each made half as wide: so
/// they can both be kept and broken by what is free without them.
fn limits(world: &World) -> Vec<Limit> {
    let mut limits: Vec<Limit> = Vec::new();
    let version = |rule: RuleId| world.book.version(rule, world.date);
    let frees = |rule: &RuleId| version(*rule)?.outcome.filter(|outcome| *outcome <= Outcome::Exempt);
    let tries = world.project.tries.iter().rev();
    let mut left: Vec<RuleId> = tries.filter(|rule| frees(rule).is_some()).copied().collect();
    while let Some(rule) = left.pop() {
        let Some(version) = version(rule) else { continue };
        version.conditions.iter().for_each(|condition| collect(world, &condition.requirement, &mut limits));
        left.extend(&version.presupposes);
    }
    limits
}

fn collect(world: &World, requirement: &Requirement, into: &mut Vec<Limit>) {
    let (concept, comparison, bound) = match requirement {
        Requirement::All(parts) => return parts.iter().for_each(|part| collect(world, part, into)),
        Requirement::Any(_) | Requirement::OneOf(..) => return,
        Requirement::Bound(concept, comparison, bound) => (*concept, *comparison, bound),
    };
    let (Kind::Number(unit), Base::Literal(amount)) = (&world.book.concept(concept).kind, &bound.base) else { return };
    if into.iter().any(|limit| limit.concept == concept) {
        return;
    }
    // Areas are written with two decimals and counted in four.
    let whole = |amount: i64| amount / 100 * 100;
    let (comparison, amount) = match comparison {
        Comparison::AtMost | Comparison::Under => (Comparison::AtMost, amount / 2),
        Comparison::AtLeast | Comparison::Over | Comparison::Exactly => (Comparison::AtLeast, amount * 2),
    };
    let amount = if *unit == Unit::SquareMetre { whole(amount) } else { amount };
    into.push(Limit { concept, unit: *unit, comparison, amount });
}

fn limited(world: &World, otherwise: &str, limit: &Limit) -> Own {
    let word = if limit.comparison == Comparison::AtMost { "hoyst" } else { "minst" };
    let amount = Written { amount: limit.amount, unit: limit.unit, decimal_mark: ',' }.text();
    let name = &world.book.concept(limit.concept).id;
    let bound = Bound { base: Base::Literal(limit.amount), raised_by: None };
    Own {
        line: line(world, otherwise, &format!("{name} {word} {amount}")),
        requirement: Requirement::Bound(limit.concept, limit.comparison, bound),
    }
}

/// What a municipality can add to a kind of work, proved of one condition of each sort at once, and of conditions that could
/// not be fetched.
#[must_use]
pub fn own(world: &World) -> Vec<Failure> {
    let own = own_conditions(world);
    let lines: Vec<&str> = own.iter().map(|own| own.line.as_str()).collect();
    let mut failures = only_stricter(world, &tightened(world.book, &lines.join("\n")), &own);
    let never = Own { line: String::new(), requirement: Requirement::Any(Vec::new()) };
    failures.extend(only_stricter(world, &tightened(world.book, "utilgjengelig"), &[never]));
    failures
}

fn tightened(book: &RuleBook, lines: &str) -> RuleBook {
    let mut book = book.clone();
    book.tighten(lines);
    book
}

/// Holds a book with conditions of a municipality's own against the one without.
#[must_use]
pub fn only_stricter(world: &World, book: &RuleBook, own: &[Own]) -> Vec<Failure> {
    let Some(project) = book.find_project(&world.project.id) else { return Vec::new() };
    let local = World { book, project, date: world.date };
    let space = Space::of(&[*world, local], Known::Some);
    let mut diagrams = Diagrams::new(space.widths());
    let judged = [*world, local].map(|world| judge(&world, &space, &mut diagrams));
    let met = own.iter().map(|own| holds(&local, &space, &mut diagrams, &own.requirement)).collect::<Vec<_>>();
    let met = met.into_iter().reduce(|all, one| diagrams.and(all, one)).unwrap_or_else(|| diagrams.end(1));
    let mut held = Held { diagrams: &mut diagrams, judged: &judged, met, rules: world.book.rules.len() };
    let wrong = [
        (Claim::OwnConditionsOnlyTighten, held.loosened()),
        (Claim::OwnConditionsBar, held.green_although_broken()),
        (Claim::OwnConditionsMetChangeNothing, held.changed_although_met()),
        (Claim::OwnConditionsAreTold, held.untold()),
    ];
    let shown = wrong.into_iter().filter_map(|(claim, at)| {
        let point = fewest(&space, &diagrams, at)?;
        Some(Failure { claim, answers: told(&space, &point), turns_on: None })
    });
    shown.collect()
}

/// Both judgements, where every condition of the municipality's own holds, and how many rules are national.
struct Held<'a> {
    diagrams: &'a mut Diagrams,
    judged: &'a [Judged; 2],
    met: Diagram,
    rules: usize,
}

impl Held<'_> {
    /// How strict an answer is: an application is stricter than what is not known, and that than all that may be built.
    fn strictness(&mut self, judged: &Judged) -> Diagram {
        let [owner, professional] = [Outcome::ApplyYourself, Outcome::ApplyWithProfessional].map(number);
        self.diagrams.join(judged.outcome, judged.at_least, &|outcome, at_least| match (outcome, at_least) {
            (UNDECIDED, UNDECIDED) => owner,
            (UNDECIDED, at_least) if at_least < professional => owner + 2,
            (UNDECIDED, _) => owner + 3,
            (outcome, _) if outcome < owner => outcome,
            (outcome, _) if outcome < professional => owner + 1,
            _ => owner + 3,
        })
    }

    fn loosened(&mut self) -> Diagram {
        let [national, local] = self.judged;
        let [was, is] = [national, local].map(|judged| self.strictness(judged));
        let milder = self.diagrams.join(was, is, &|was, is| u32::from(is < was));
        let green = self.diagrams.without(local.may_start, national.may_start);
        self.diagrams.or(milder, green)
    }

    fn green_although_broken(&mut self) -> Diagram {
        let [_, local] = self.judged;
        self.diagrams.without(local.may_start, self.met)
    }

    fn changed_although_met(&mut self) -> Diagram {
        let [national, local] = self.judged;
        let [was, is] = [national, local].map(|judged| {
            let strictness = self.strictness(judged);
            self.diagrams.join(strictness, judged.may_start, &|strictness, green| strictness << 1 | green)
        });
        let changed = self.diagrams.join(was, is, &|was, is| u32::from(was != is));
        self.diagrams.and(changed, self.met)
    }

    fn untold(&mut self) -> Diagram {
        let [national, local] = self.judged;
        let is_own = |rule: RuleId| rule.index() >= self.rules;
        let breaches = local.breaches.iter().filter(|((rule, _), _)| is_own(*rule)).map(|(_, at)| *at);
        let follows = local.follows.iter().filter(|((_, (rule, _)), _)| is_own(*rule)).map(|(_, at)| *at);
        let told: Vec<Diagram> = breaches.chain(follows).chain(local.missing.values().copied()).collect();
        let mut untold = self.diagrams.without(national.may_start, local.may_start);
        for at in told {
            untold = self.diagrams.without(untold, at);
        }
        untold
    }
}
