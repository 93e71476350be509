//! All rules together: resolved names, one version per date, nothing dangling.

#[cfg(feature = "json")]
use core::fmt;

use serde::{Deserialize, Serialize};

use super::date::Date;
#[cfg(feature = "json")]
use super::{Addition, Condition, TextId};
use super::{
    Base, Bound, Branch, Concept, ConceptId, Consequence, ConsequenceId, Kind, Part, Project, Requirement, Rule,
    RuleId, Table, TableId, Value, Version,
};

/// The law as the engine reads it.
///
/// INVARIANT: every number that stands for something is in range, so look-ups cannot miss. `RuleBook::checked` and
/// [`super::compiled::decode`] are the only ways to get one from outside.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct RuleBook {
    /// Nothing is known of the law before this day.
    pub covers_from: Date,
    /// What to say of earlier days.
    pub before: ConsequenceId,
    /// Texts below this number are needed to ask; the rest to give reasons.
    pub early_texts: u16,
    /// All texts.
    pub texts: u16,
    /// The days on which any rule came into force, ascending.
    pub days: Vec<Date>,
    /// Everything that may be asked or derived.
    pub concepts: Vec<Concept>,
    /// The order of asking.
    pub parts: Vec<Part>,
    /// Steps that follow a date.
    pub tables: Vec<Table>,
    /// Everything that may follow.
    pub consequences: Vec<Consequence>,
    /// The rules.
    pub rules: Vec<Rule>,
    /// The kinds of work, shelf by shelf.
    pub projects: Vec<Project>,
}

/// Something in a rule book points nowhere; it was not made by this tool, or was damaged on the way.
#[cfg(feature = "json")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct BrokenBook(pub &'static str);

#[cfg(feature = "json")]
impl fmt::Display for BrokenBook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// The most concepts a book may hold: sets of them are four machine words.
pub(super) const MOST_CONCEPTS: usize = 256;

impl RuleBook {
    /// The book, if everything in it points somewhere.
    ///
    /// # Errors
    /// Names the first sort of thing that points nowhere.
    #[cfg(feature = "json")]
    pub fn checked(self) -> Result<Self, BrokenBook> {
        let fault = self.fault();
        fault.map_or(Ok(self), |fault| Err(BrokenBook(fault)))
    }

    /// The version of a rule in force on a day.
    #[must_use]
    pub fn version(&self, rule: RuleId, date: Date) -> Option<&Version> {
        let versions = &self.rule(rule).versions;
        let version = versions.iter().rev().find(|version| version.from <= date)?;
        version.to.is_none_or(|to| date <= to).then_some(version)
    }

    /// The newest day on which a rule came into force.
    #[must_use]
    pub fn newest(&self) -> Date {
        self.days.last().copied().unwrap_or(self.covers_from)
    }

    /// The newest day, up to this one, on which a rule came into force.
    #[must_use]
    pub fn newest_on(&self, day: Date) -> Date {
        let newest = self.days.iter().rev().find(|from| **from <= day);
        newest.copied().unwrap_or(self.covers_from)
    }

    /// The first day after this one on which a rule begins or has ended.
    #[must_use]
    pub fn next_change(&self, day: Date) -> Option<Date> {
        let mut next = None;
        for version in self.rules.iter().flat_map(|rule| &rule.versions) {
            for turn in [version.from, version.to.map_or(version.from, Date::following)] {
                if turn > day && next.is_none_or(|next| turn < next) {
                    next = Some(turn);
                }
            }
        }
        next
    }

    /// The concept with this name.
    #[must_use]
    pub fn find_concept(&self, id: &str) -> Option<ConceptId> {
        position(&self.concepts, |concept| concept.id == id).map(ConceptId)
    }

    /// The project with this name.
    #[must_use]
    pub fn find_project(&self, id: &str) -> Option<&Project> {
        self.projects.iter().find(|project| project.id == id)
    }
}

fn position<T>(list: &[T], is: impl Fn(&T) -> bool) -> Option<u16> {
    list.iter().position(is).and_then(|place| u16::try_from(place).ok())
}

#[allow(clippy::indexing_slicing, reason = "every id in a checked book is in range, and ids come from nowhere else")]
impl RuleBook {
    /// The concept.
    #[must_use]
    pub fn concept(&self, id: ConceptId) -> &Concept {
        &self.concepts[id.index()]
    }

    /// The rule.
    #[must_use]
    pub fn rule(&self, id: RuleId) -> &Rule {
        &self.rules[id.index()]
    }

    /// What may follow.
    #[must_use]
    pub fn consequence(&self, id: ConsequenceId) -> &Consequence {
        &self.consequences[id.index()]
    }

    /// The table.
    #[must_use]
    pub fn table(&self, id: TableId) -> &Table {
        &self.tables[id.index()]
    }
}

/// The walk that keeps the invariant. Each function answers: does all of this point somewhere?
///
/// The widget need not walk: its reader keeps the greatest id of each sort.
#[cfg(feature = "json")]
impl RuleBook {
    fn fault(&self) -> Option<&'static str> {
        let checks = [
            (self.concepts.len() <= MOST_CONCEPTS, "too many concepts"),
            (self.early_texts <= self.texts, "texts are divided beyond their end"),
            (self.has_consequence(self.before), "the consequence of early dates does not exist"),
            (self.concepts.iter().all(|concept| self.concept_holds(concept)), "a concept points nowhere"),
            (!self.derives_in_a_circle(), "a concept is derived from itself"),
            (self.parts.iter().all(|part| self.part_holds(part)), "a step points nowhere"),
            (
                self.consequences.iter().all(|consequence| self.consequence_holds(consequence)),
                "a consequence points nowhere",
            ),
            (
                self.rules.iter().flat_map(|rule| &rule.versions).all(|version| self.version_holds(version)),
                "a rule points nowhere",
            ),
            (self.rules.iter().all(Self::dates_ascend), "a rule's dates do not ascend"),
            (!self.rules_in_a_circle(), "a rule stands beside or presupposes itself"),
            (self.projects.iter().all(|project| self.project_holds(project)), "a project points nowhere"),
        ];
        checks.into_iter().find(|(holds, _)| !holds).map(|(_, fault)| fault)
    }

    fn has_concept(&self, id: ConceptId) -> bool {
        id.index() < self.concepts.len()
    }

    fn has_consequence(&self, id: ConsequenceId) -> bool {
        id.index() < self.consequences.len()
    }

    fn has_rules(&self, ids: &[RuleId]) -> bool {
        ids.iter().all(|id| id.index() < self.rules.len())
    }

    fn has_texts(&self, ids: impl IntoIterator<Item = TextId>) -> bool {
        ids.into_iter().all(|id| id.0 < self.texts)
    }

    fn concept_holds(&self, concept: &Concept) -> bool {
        let options = match &concept.kind {
            Kind::Choice(options) => options.as_slice(),
            _ => &[],
        };
        let question = concept.question.as_ref().is_none_or(|question| {
            self.has_texts([Some(question.text), question.help, question.more, question.why].into_iter().flatten())
                && question
                    .unsure
                    .as_ref()
                    .is_none_or(|unsure| self.has_consequence(unsure.clear) && self.has_texts([unsure.how]))
        });
        question
            && self.has_texts([Some(concept.name), concept.measured_by].into_iter().flatten())
            && self.has_texts(options.iter().flat_map(|option| [Some(option.name), option.help]).flatten())
            && has_room_for_options(concept)
            && concept.derivation.iter().all(|branch| self.branch_holds(branch))
    }

    fn branch_holds(&self, branch: &Branch) -> bool {
        branch.when.as_ref().is_none_or(|when| self.requirement_holds(when)) && self.value_holds(&branch.value)
    }

    fn value_holds(&self, value: &Value) -> bool {
        match value {
            Value::Literal(_) => true,
            Value::Of(concept) => self.has_concept(*concept),
            Value::Sum(parts) => parts.iter().all(|part| self.value_holds(part)),
        }
    }

    fn requirement_holds(&self, requirement: &Requirement) -> bool {
        match requirement {
            Requirement::All(parts) | Requirement::Any(parts) => parts.iter().all(|part| self.requirement_holds(part)),
            Requirement::OneOf(concept, _) => self.has_concept(*concept),
            Requirement::Bound(concept, _, bound) => self.has_concept(*concept) && self.bound_holds(bound),
        }
    }

    fn bound_holds(&self, bound: &Bound) -> bool {
        let base = match bound.base {
            Base::Literal(_) => true,
            Base::Fraction(_, denominator, concept) => denominator > 0 && self.has_concept(concept),
            Base::Table(table, concept) => table.index() < self.tables.len() && self.has_concept(concept),
        };
        base && bound.raised_by.is_none_or(|(concept, _)| self.has_concept(concept))
    }

    fn part_holds(&self, part: &Part) -> bool {
        let steps = part.steps.iter();
        self.has_texts([part.name])
            && steps.clone().all(|step| self.has_texts([step.name]))
            && steps.flat_map(|step| &step.concepts).all(|concept| self.has_concept(*concept))
    }

    fn consequence_holds(&self, consequence: &Consequence) -> bool {
        self.has_texts([consequence.name, consequence.explanation, consequence.action, consequence.citation])
    }

    fn version_holds(&self, version: &Version) -> bool {
        self.has_texts([version.name, version.citation])
            && self.has_texts(version.notes.iter().copied().chain(version.procedure.iter().copied()))
            && self.has_rules(&version.presupposes)
            && self.has_rules(&version.beside)
            && version.scope.as_ref().is_none_or(|scope| self.requirement_holds(scope))
            && version.conditions.iter().all(|condition| self.condition_holds(condition))
            && version.additions.iter().all(|addition| self.addition_holds(addition))
    }

    fn condition_holds(&self, condition: &Condition) -> bool {
        let consequences = condition.consequences.iter().all(|consequences| {
            consequences.when.as_ref().is_none_or(|when| self.requirement_holds(when))
                && consequences.gives.iter().all(|id| self.has_consequence(*id))
        });
        let doubt = condition
            .doubt
            .as_ref()
            .is_none_or(|doubt| self.requirement_holds(&doubt.when) && self.has_consequence(doubt.clear));
        consequences
            && doubt
            && self.requirement_holds(&condition.requirement)
            && self.has_texts([Some(condition.if_broken), condition.quote].into_iter().flatten())
    }

    fn addition_holds(&self, addition: &Addition) -> bool {
        self.has_consequence(addition.consequence)
            && addition.when.as_ref().is_none_or(|when| self.requirement_holds(when))
    }

    fn project_holds(&self, project: &Project) -> bool {
        let concepts = project.given.iter().map(|(concept, _)| concept);
        let concepts = concepts.chain(project.adapted.iter().map(|(concept, _)| concept));
        let adapted = project.adapted.iter().flat_map(|(_, adapted)| [adapted.text, adapted.help]).flatten();
        self.has_rules(&project.tries)
            && self.has_rules(&project.beside)
            && project.often_with.iter().all(|place| usize::from(*place) < self.projects.len())
            && concepts.into_iter().all(|concept| self.has_concept(*concept))
            && self.has_texts(
                [project.name, project.definite].into_iter().chain(adapted).chain(project.notes.iter().copied()),
            )
    }
}

/// What must hold beside that, told by the tool and asked by the widget.
impl RuleBook {
    /// Whether a book whose ids are all in range can be judged by.
    pub(super) fn is_sound(&self) -> bool {
        self.concepts.len() <= MOST_CONCEPTS
            && self.early_texts <= self.texts
            && self.concepts.iter().all(has_room_for_options)
            && self.rules.iter().all(Self::dates_ascend)
            && !self.derives_in_a_circle()
            && !self.rules_in_a_circle()
    }

    fn dates_ascend(rule: &Rule) -> bool {
        rule.versions.is_sorted_by(|a, b| a.from < b.from)
    }

    fn derives_in_a_circle(&self) -> bool {
        let mut leads_to = Vec::new();
        for concept in &self.concepts {
            let mut sources = Vec::new();
            for branch in &concept.derivation {
                branch.sources(&mut sources);
            }
            leads_to.push(sources.into_iter().map(|id| id.0).collect());
        }
        has_circle(&leads_to)
    }

    fn rules_in_a_circle(&self) -> bool {
        let mut leads_to = Vec::new();
        for rule in &self.rules {
            let mut ids = Vec::new();
            for version in &rule.versions {
                ids.extend_from_slice(&version.presupposes);
                ids.extend_from_slice(&version.beside);
            }
            leads_to.push(ids.into_iter().map(|id| id.0).collect());
        }
        has_circle(&leads_to)
    }
}

/// Options are bits of 32.
fn has_room_for_options(concept: &Concept) -> bool {
    !matches!(&concept.kind, Kind::Choice(options) if options.len() > 32)
}

/// Whether anything leads back to itself: takes away what leads nowhere until nothing more can be taken.
fn has_circle(leads_to: &[Vec<u16>]) -> bool {
    let mut left: Vec<u16> = (0_u16..).zip(leads_to).map(|(node, _)| node).collect();
    loop {
        let before = left.len();
        let still = left.clone();
        let leads_on = |node: &u16| leads_to.get(usize::from(*node))?.iter().find(|next| still.contains(next));
        left.retain(|node| leads_on(node).is_some());
        if left.len() == before {
            return before > 0;
        }
    }
}

impl Branch {
    /// The concepts that this branch reads.
    pub fn sources(&self, into: &mut Vec<ConceptId>) {
        if let Some(when) = &self.when {
            when.concepts(into);
        }
        self.value.concepts(into);
    }
}

impl Value {
    fn concepts(&self, into: &mut Vec<ConceptId>) {
        match self {
            Self::Literal(_) => {}
            Self::Of(concept) => into.push(*concept),
            Self::Sum(parts) => parts.iter().for_each(|part| part.concepts(into)),
        }
    }
}

impl Requirement {
    /// Whether any part of it compares a number.
    #[must_use]
    pub fn has_bound(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::has_bound),
            Self::OneOf(..) => false,
            Self::Bound(..) => true,
        }
    }

    /// The concepts that this requirement reads, bounds included.
    pub fn concepts(&self, into: &mut Vec<ConceptId>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.concepts(into)),
            Self::OneOf(concept, _) => into.push(*concept),
            Self::Bound(concept, _, bound) => {
                into.push(*concept);
                into.extend(bound.concepts());
            }
        }
    }
}

impl Bound {
    /// The concepts that the bound itself depends on.
    pub fn concepts(&self) -> impl Iterator<Item = ConceptId> {
        let base = match self.base {
            Base::Literal(_) => None,
            Base::Fraction(_, _, concept) | Base::Table(_, concept) => Some(concept),
        };
        base.into_iter().chain(self.raised_by.map(|(concept, _)| concept))
    }
}
