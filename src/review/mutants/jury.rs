//! The examples, ready to judge mutants.

use core::mem::swap;

use crate::engine::ConceptSet;
use crate::review::examples::{Subject, Trial, trials};
use crate::rules::load::Loaded;
use crate::rules::{Project, Requirement, RuleBook, RuleId, TableId, Version};

use super::tables::tables_read;
use super::{Mutant, Part};

/// Every example, read once, with what it can notice.
#[derive(Clone, Debug)]
pub struct Jury(Vec<(Trial, Reads)>);

/// What of a rule book an example can come to read.
#[derive(Clone, Debug, Default)]
struct Reads {
    rules: Vec<RuleId>,
    concepts: ConceptSet,
    tables: Vec<TableId>,
}

impl Jury {
    /// Reads the examples.
    #[must_use]
    pub fn new(loaded: &Loaded) -> Self {
        let book = &loaded.book;
        let reads = |trial: &Trial| trial.subject.project(book).map(|project| Reads::of(book, project));
        Self(trials(loaded).into_iter().filter_map(|trial| Some((trial.clone(), reads(&trial)?))).collect())
    }

    /// Whether no example notices the mutant. The book is the right one, and is so again afterwards.
    #[must_use]
    pub fn misses(&self, mutant: &mut Mutant, book: &mut RuleBook) -> bool {
        let concerned: Vec<&Trial> =
            self.0.iter().filter(|juror| concerns(juror, mutant, book)).map(|(t, _)| t).collect();
        mutant.part.exchange(book);
        // Those that try the rule by itself notice most.
        let (near, far): (Vec<&Trial>, Vec<&Trial>) =
            concerned.into_iter().partition(|trial| mutant.is_tried_by(trial));
        let missed = near.into_iter().chain(far).all(|trial| trial.holds(book));
        mutant.part.exchange(book);
        missed
    }
}

fn concerns((trial, reads): &(Trial, Reads), mutant: &Mutant, book: &RuleBook) -> bool {
    match &mutant.part {
        Part::Rule(rule, from, _) => {
            let in_force = || book.version(*rule, trial.date).map(|version| version.from);
            reads.rules.contains(rule) && (from.is_none() || in_force() == *from)
        }
        Part::Concept(concept, _) => reads.concepts.contains(*concept),
        Part::Table(table, _) => reads.tables.contains(table),
        Part::Project(place, _) => matches!(trial.subject, Subject::Project(own) if own == *place),
        Part::CoversFrom(_) | Part::Consequence(..) => true,
    }
}

impl Mutant {
    fn is_tried_by(&self, trial: &Trial) -> bool {
        matches!((&self.part, &trial.subject), (Part::Rule(rule, ..), Subject::Rule(own, _)) if rule == own)
    }
}

impl Part {
    /// Puts the part in the book and takes out what stood there.
    fn exchange(&mut self, book: &mut RuleBook) {
        match self {
            Self::Rule(id, _, own) => exchange(book.rules.get_mut(id.index()), own),
            Self::Concept(id, own) => exchange(book.concepts.get_mut(id.index()), own),
            Self::Table(id, own) => exchange(book.tables.get_mut(id.index()), own),
            Self::Project(place, own) => exchange(book.projects.get_mut(*place), own),
            Self::Consequence(id, own) => exchange(book.consequences.get_mut(id.index()), own),
            Self::CoversFrom(own) => swap(&mut book.covers_from, own),
        }
    }
}

fn exchange<T>(place: Option<&mut T>, own: &mut T) {
    if let Some(place) = place {
        swap(place, own);
    }
}

impl Reads {
    fn of(book: &RuleBook, project: &Project) -> Self {
        let mut reads =
            Self { rules: project.tries.iter().chain(&project.beside).copied().collect(), ..Self::default() };
        let mut place = 0;
        while let Some(rule) = reads.rules.get(place).copied() {
            place += 1;
            book.rule(rule).versions.iter().for_each(|version| reads.version(book, version));
        }
        reads
    }

    fn version(&mut self, book: &RuleBook, version: &Version) {
        for rule in version.presupposes.iter().chain(&version.beside) {
            if !self.rules.contains(rule) {
                self.rules.push(*rule);
            }
        }
        let conditions = version.conditions.iter().flat_map(|condition| {
            let doubt = condition.doubt.iter().map(|doubt| &doubt.when);
            let follows = condition.consequences.iter().filter_map(|line| line.when.as_ref());
            core::iter::once(&condition.requirement).chain(doubt).chain(follows)
        });
        let additions = version.additions.iter().filter_map(|addition| addition.when.as_ref());
        version
            .scope
            .iter()
            .chain(conditions)
            .chain(additions)
            .for_each(|requirement| self.requirement(book, requirement));
    }

    fn requirement(&mut self, book: &RuleBook, requirement: &Requirement) {
        let mut concepts = Vec::new();
        requirement.concepts(&mut concepts);
        tables_read(requirement, &mut self.tables);
        let mut place = 0;
        while let Some(concept) = concepts.get(place).copied() {
            place += 1;
            if !self.concepts.contains(concept) {
                self.concepts.insert(concept);
                book.concept(concept).derivation.iter().for_each(|branch| branch.sources(&mut concepts));
            }
        }
    }
}
