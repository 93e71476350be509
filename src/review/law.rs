//! The law that one kind of work is judged by on a day, spelled out in the names of the rule files, so that two rule books
//! can be held against each other. What nobody is judged by is not in it: sentences, dates of coming into force, control.

use std::collections::BTreeMap;

use crate::rules::{
    Base, Bound, ConceptId, ConsequenceId, Kind, Requirement, RuleBook, RuleId, TableId, Value, Version,
};

use super::space::{World, versions};

/// Each rule by its name, and the kind of work itself under no name.
pub type Law = BTreeMap<String, String>;

/// What is judged by. Two worlds with the same law say the same of every case.
#[must_use]
pub fn law(world: &World) -> Law {
    let spelled = Spelled(world.book);
    let rules = versions(world).into_iter();
    let mut law: Law = rules.map(|(rule, version)| (spelled.rule(rule), spelled.version(version))).collect();
    law.insert(String::new(), spelled.project(world));
    law
}

/// A rule book, spelled.
struct Spelled<'a>(&'a RuleBook);

impl Spelled<'_> {
    fn project(&self, world: &World) -> String {
        let project = world.project;
        let rules = |rules: &[RuleId]| rules.iter().map(|rule| self.rule(*rule)).collect::<Vec<_>>();
        let given = project.given.iter().map(|(concept, given)| (self.concept(*concept), given));
        let shown = project.adapted.iter().filter(|(_, adapted)| adapted.options.is_some());
        let shown = shown.map(|(concept, adapted)| self.options(*concept, adapted.options.unwrap_or(u32::MAX)));
        let (given, shown): (Vec<_>, Vec<_>) = (given.collect(), shown.collect());
        format!("{:?} {:?} {given:?} {shown:?}", rules(&project.tries), rules(&project.beside))
    }

    fn rule(&self, rule: RuleId) -> String {
        self.0.rule(rule).id.clone()
    }

    fn version(&self, version: &Version) -> String {
        let conditions = version.conditions.iter().map(|condition| {
            let requirement = self.requirement(&condition.requirement);
            let doubt = condition.doubt.iter().map(|doubt| (self.requirement(&doubt.when), self.follows(doubt.clear)));
            let lines =
                condition.consequences.iter().map(|line| (self.when(line.when.as_ref()), self.all(&line.gives)));
            (requirement, doubt.collect::<Vec<_>>(), lines.collect::<Vec<_>>())
        });
        let additions = version.additions.iter();
        let additions =
            additions.map(|addition| (self.follows(addition.consequence), self.when(addition.when.as_ref())));
        let rules = |rules: &[RuleId]| rules.iter().map(|rule| self.rule(*rule)).collect::<Vec<_>>();
        let (conditions, additions): (Vec<_>, Vec<_>) = (conditions.collect(), additions.collect());
        let (part, beside) = (rules(&version.presupposes), rules(&version.beside));
        let scope = self.when(version.scope.as_ref());
        format!("{:?} {scope:?} {part:?} {beside:?} {conditions:?} {additions:?}", version.outcome)
    }

    fn when(&self, when: Option<&Requirement>) -> Option<String> {
        when.map(|when| self.requirement(when))
    }

    fn all(&self, consequences: &[ConsequenceId]) -> Vec<String> {
        consequences.iter().map(|consequence| self.follows(*consequence)).collect()
    }

    fn follows(&self, consequence: ConsequenceId) -> String {
        let consequence = self.0.consequence(consequence);
        format!("{} {:?}", consequence.id, consequence.sort)
    }

    fn requirement(&self, requirement: &Requirement) -> String {
        let parts = |parts: &[Requirement]| parts.iter().map(|part| self.requirement(part)).collect::<Vec<_>>();
        match requirement {
            Requirement::All(all) => format!("all {:?}", parts(all)),
            Requirement::Any(any) => format!("any {:?}", parts(any)),
            Requirement::OneOf(concept, options) => self.options(*concept, *options),
            Requirement::Bound(concept, comparison, bound) => {
                format!("{} {comparison:?} {}", self.concept(*concept), self.bound(bound))
            }
        }
    }

    fn bound(&self, bound: &Bound) -> String {
        let base = match bound.base {
            Base::Literal(amount) => amount.to_string(),
            Base::Fraction(over, under, of) => format!("{over}/{under} {}", self.concept(of)),
            Base::Table(table, date) => format!("{} {}", self.table(table), self.concept(date)),
        };
        let raised = bound.raised_by.map(|(concept, threshold)| (self.concept(concept), threshold));
        format!("{base} {raised:?}")
    }

    fn table(&self, table: TableId) -> String {
        format!("{:?}", self.0.table(table).rows)
    }

    /// A concept with what it is derived from, and what can be answered.
    fn concept(&self, id: ConceptId) -> String {
        let concept = self.0.concept(id);
        let branches = concept.derivation.iter();
        let branches = branches.map(|branch| (self.when(branch.when.as_ref()), self.value(&branch.value)));
        format!("{} {} {:?}", concept.id, kind(&concept.kind), branches.collect::<Vec<_>>())
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Literal(amount) => amount.to_string(),
            Value::Of(concept) => self.concept(*concept),
            Value::Sum(parts) => format!("{:?}", parts.iter().map(|part| self.value(part)).collect::<Vec<_>>()),
        }
    }

    fn options(&self, concept: ConceptId, options: u32) -> String {
        format!("{} {options:b}", self.concept(concept))
    }
}

/// What can be answered.
fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Choice(_) | Kind::YesNo => format!("{:?}", kind.options()),
        Kind::Number(_) | Kind::Date => format!("{kind:?}"),
    }
}
