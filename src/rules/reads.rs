//! Who reads a concept: a condition, a rule, a kind of work.

use super::requirements::{of_condition, requirements};
use super::{ConceptId, Project, Requirement, RuleBook, RuleId, Version};

impl RuleBook {
    /// The versions of every rule that a kind of work may be judged by. `of` tells which of a rule's.
    pub fn versions_of<'a, I>(&'a self, project: &Project, of: impl Fn(RuleId) -> I) -> Vec<&'a Version>
    where
        I: IntoIterator<Item = &'a Version>,
    {
        let mut queue: Vec<RuleId> = project.tries.iter().chain(&project.beside).copied().collect();
        let mut versions = Vec::new();
        let mut place = 0;
        while let Some(rule) = queue.get(place).copied() {
            place += 1;
            for version in of(rule) {
                versions.push(version);
                for rule in version.presupposes.iter().chain(&version.beside) {
                    if !queue.contains(rule) {
                        queue.push(*rule);
                    }
                }
            }
        }
        versions
    }

    /// Whether any rule that a kind of work may be judged by, on any day, reads a concept.
    #[must_use]
    pub fn project_reads(&self, project: &Project, concept: ConceptId) -> bool {
        let versions = self.versions_of(project, |rule| &self.rule(rule).versions);
        let reads = |requirement| self.requirement_reads(requirement, concept);
        versions.into_iter().any(|version| requirements(version).any(reads))
    }

    /// Whether an answer is the resident's to give: the rules read it, and the kind of work does not answer it by itself. What
    /// another kind of work on the same plot was asked stands among the answers too.
    #[must_use]
    pub fn project_asks(&self, project: &Project, concept: ConceptId) -> bool {
        project.given.iter().all(|(given, _)| *given != concept) && self.project_reads(project, concept)
    }

    /// The first condition of a version that reads a concept.
    #[must_use]
    pub fn reading_condition(&self, version: &Version, concept: ConceptId) -> Option<usize> {
        version.conditions.iter().position(|condition| {
            of_condition(condition).any(|requirement| self.requirement_reads(requirement, concept))
        })
    }

    /// Whether a version's scope, or what comes with it, reads a concept.
    #[must_use]
    pub fn reads_elsewhere(&self, version: &Version, concept: ConceptId) -> bool {
        let additions = version.additions.iter().filter_map(|addition| addition.when.as_ref());
        version.scope.iter().chain(additions).any(|requirement| self.requirement_reads(requirement, concept))
    }

    /// Whether a requirement rests on a concept, or on what is derived from it.
    #[must_use]
    pub fn requirement_reads(&self, requirement: &Requirement, concept: ConceptId) -> bool {
        let mut concepts = Vec::new();
        requirement.concepts(&mut concepts);
        let mut place = 0;
        while let Some(read) = concepts.get(place).copied() {
            if read == concept {
                return true;
            }
            self.concept(read).derivation.iter().for_each(|branch| branch.sources(&mut concepts));
            place += 1;
        }
        false
    }
}
