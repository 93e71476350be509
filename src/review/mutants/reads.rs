//! What a kind of work can come to read, of all versions of its rules.

use crate::engine::ConceptSet;
use crate::rules::requirements::requirements;
use crate::rules::{ConceptId, Project, Requirement, RuleBook, RuleId, TableId, Version};

use super::tables::tables_read;

/// What of a rule book a kind of work can come to read.
#[derive(Clone, Debug, Default)]
pub(super) struct Reads {
    pub(super) rules: Vec<RuleId>,
    pub(super) concepts: ConceptSet,
    pub(super) tables: Vec<TableId>,
    /// Every set of options that an answer is held against.
    options: Vec<(ConceptId, u32)>,
}

impl Reads {
    pub(super) fn of(book: &RuleBook, project: &Project) -> Self {
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
        requirements(version).for_each(|requirement| self.requirement(book, requirement));
    }

    fn requirement(&mut self, book: &RuleBook, requirement: &Requirement) {
        let mut concepts = Vec::new();
        requirement.concepts(&mut concepts);
        tables_read(requirement, &mut self.tables);
        self.options_of(requirement);
        let mut place = 0;
        while let Some(concept) = concepts.get(place).copied() {
            place += 1;
            if !self.concepts.contains(concept) {
                self.concepts.insert(concept);
                for branch in &book.concept(concept).derivation {
                    branch.sources(&mut concepts);
                    branch.when.iter().for_each(|when| self.options_of(when));
                }
            }
        }
    }

    fn options_of(&mut self, requirement: &Requirement) {
        match requirement {
            Requirement::All(parts) | Requirement::Any(parts) => parts.iter().for_each(|part| self.options_of(part)),
            Requirement::OneOf(concept, options) => self.options.push((*concept, *options)),
            Requirement::Bound(..) => {}
        }
    }

    /// Whether two options of a concept stand on the same side everywhere, so that one for the other changes nothing.
    pub(super) fn are_alike(&self, concept: ConceptId, one: u8, other: u8) -> bool {
        let sides = self.options.iter().filter(|(own, _)| *own == concept);
        sides.into_iter().all(|(_, options)| options >> one & 1 == options >> other & 1)
    }
}
