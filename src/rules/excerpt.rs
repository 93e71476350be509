//! An excerpt of a rule book: what some kinds of work can lead to, under the same numbers, and blanks where the rest stood.
//!
//! A blank costs next to nothing to fetch. Because the numbers are the whole book's, excerpts can be laid over one another,
//! and answers given under one hold under the next.

use std::collections::BTreeSet;

use super::{
    Base, Bound, Branch, Concept, ConceptId, Condition, Consequence, ConsequenceId, Kind, Part, Project, Question,
    Requirement, Rule, RuleBook, RuleId, Sort, Step, Table, TableId, TextId, Version,
};

/// A part of a rule book, and the texts that it speaks with.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Excerpt {
    /// The book, blank where none of its projects leads.
    pub book: RuleBook,
    /// Every text that may be said of its projects. Their own names are not among them: all names are fetched together.
    pub texts: BTreeSet<TextId>,
}

impl RuleBook {
    /// What the projects that belong to it can ever lead to, without the names that only rule files use.
    #[must_use]
    pub fn excerpt(&self, belongs: impl Fn(&Project) -> bool) -> Excerpt {
        let mut reach = Reach::of(self);
        reach.consequence(self.before);
        self.projects.iter().filter(|project| belongs(project)).for_each(|project| reach.project(project));
        let parts = self.parts.iter().map(|part| reach.part(part)).collect();
        let Reach { concepts, rules, consequences, tables, texts, .. } = reach;
        let book = Self {
            parts,
            concepts: kept(&self.concepts, |n| concepts.contains(&ConceptId(n)), blank_concept),
            tables: kept(&unnamed_tables(&self.tables), |n| tables.contains(&TableId(n)), blank_table),
            consequences: kept(&self.consequences, |n| consequences.contains(&ConsequenceId(n)), blank_consequence),
            rules: kept(&self.rules, |n| rules.contains(&RuleId(n)), blank_rule),
            projects: self.projects.iter().map(|it| if belongs(it) { it.clone() } else { blank_project() }).collect(),
            days: self.days.clone(),
            ..*self
        };
        Excerpt { book, texts }
    }
}

fn kept<T: Clone>(all: &[T], is_reached: impl Fn(u16) -> bool, blank: fn() -> T) -> Vec<T> {
    (0_u16..).zip(all).map(|(n, one)| if is_reached(n) { one.clone() } else { blank() }).collect()
}

fn unnamed_tables(tables: &[Table]) -> Vec<Table> {
    tables.iter().map(|table| Table { id: String::new(), rows: table.rows.clone() }).collect()
}

/// What any number may stand for where nothing reads it.
const NO_TEXT: TextId = TextId(0);

const fn blank_concept() -> Concept {
    Concept {
        id: String::new(),
        kind: Kind::YesNo,
        name: NO_TEXT,
        derivation: Vec::new(),
        question: None,
        measured_by: None,
        of_property: false,
    }
}

const fn blank_table() -> Table {
    Table { id: String::new(), rows: Vec::new() }
}

const fn blank_consequence() -> Consequence {
    Consequence {
        id: String::new(),
        sort: Sort::Dispensation,
        standard: false,
        name: NO_TEXT,
        explanation: NO_TEXT,
        action: NO_TEXT,
        with: String::new(),
        citation: NO_TEXT,
    }
}

const fn blank_rule() -> Rule {
    Rule { id: String::new(), versions: Vec::new() }
}

const fn blank_project() -> Project {
    Project {
        id: String::new(),
        name: NO_TEXT,
        definite: NO_TEXT,
        tries: Vec::new(),
        beside: Vec::new(),
        given: Vec::new(),
        adapted: Vec::new(),
        notes: Vec::new(),
        often_with: Vec::new(),
    }
}

/// Everything that has been come to.
struct Reach<'a> {
    book: &'a RuleBook,
    concepts: BTreeSet<ConceptId>,
    rules: BTreeSet<RuleId>,
    consequences: BTreeSet<ConsequenceId>,
    tables: BTreeSet<TableId>,
    texts: BTreeSet<TextId>,
}

impl<'a> Reach<'a> {
    const fn of(book: &'a RuleBook) -> Self {
        Self {
            book,
            concepts: BTreeSet::new(),
            rules: BTreeSet::new(),
            consequences: BTreeSet::new(),
            tables: BTreeSet::new(),
            texts: BTreeSet::new(),
        }
    }

    fn project(&mut self, project: &Project) {
        self.texts.insert(project.definite);
        self.texts.extend(&project.notes);
        project.tries.iter().chain(&project.beside).for_each(|rule| self.rule(*rule));
        project.given.iter().for_each(|(concept, _)| self.concept(*concept));
        for (concept, adapted) in &project.adapted {
            self.texts.extend([adapted.text, adapted.help].into_iter().flatten());
            self.concept(*concept);
        }
    }

    fn rule(&mut self, id: RuleId) {
        if self.rules.insert(id) {
            self.book.rule(id).versions.iter().for_each(|version| self.version(version));
        }
    }

    fn version(&mut self, version: &Version) {
        self.texts.extend([version.name, version.citation]);
        self.texts.extend(version.notes.iter().chain(&version.procedure));
        version.presupposes.iter().chain(&version.beside).for_each(|rule| self.rule(*rule));
        version.conditions.iter().for_each(|condition| self.condition(condition));
        self.requirements(&version.scope);
        for addition in &version.additions {
            self.requirements(&addition.when);
            self.consequence(addition.consequence);
        }
    }

    fn condition(&mut self, condition: &Condition) {
        self.texts.insert(condition.if_broken);
        self.texts.extend(condition.quote);
        self.requirement(&condition.requirement);
        for consequences in &condition.consequences {
            self.requirements(&consequences.when);
            consequences.gives.iter().for_each(|id| self.consequence(*id));
        }
        if let Some(doubt) = &condition.doubt {
            self.requirement(&doubt.when);
            self.consequence(doubt.clear);
        }
    }

    fn consequence(&mut self, id: ConsequenceId) {
        if self.consequences.insert(id) {
            let Consequence { name, explanation, action, citation, .. } = self.book.consequence(id);
            self.texts.extend([name, explanation, action, citation]);
        }
    }

    fn requirements<'r>(&mut self, some: impl IntoIterator<Item = &'r Requirement>) {
        some.into_iter().for_each(|one| self.requirement(one));
    }

    fn requirement(&mut self, requirement: &Requirement) {
        match requirement {
            Requirement::All(parts) | Requirement::Any(parts) => self.requirements(parts),
            Requirement::OneOf(concept, _) => self.concept(*concept),
            Requirement::Bound(concept, _, bound) => {
                self.concept(*concept);
                self.bound(bound);
            }
        }
    }

    fn bound(&mut self, bound: &Bound) {
        if let Base::Table(table, _) = bound.base {
            self.tables.insert(table);
        }
        bound.concepts().for_each(|concept| self.concept(concept));
    }

    fn concept(&mut self, id: ConceptId) {
        if !self.concepts.insert(id) {
            return;
        }
        let concept = self.book.concept(id);
        self.texts.insert(concept.name);
        self.texts.extend(concept.measured_by);
        if let Kind::Choice(options) = &concept.kind {
            self.texts.extend(options.iter().flat_map(|option| [Some(option.name), option.help]).flatten());
        }
        concept.question.iter().for_each(|question| self.question(question));
        concept.derivation.iter().for_each(|branch| self.branch(branch));
    }

    fn question(&mut self, question: &Question) {
        self.texts.extend([Some(question.text), question.help, question.more, question.why].into_iter().flatten());
        if let Some(unsure) = &question.unsure {
            self.texts.insert(unsure.how);
            self.consequence(unsure.clear);
        }
    }

    fn branch(&mut self, branch: &Branch) {
        self.requirements(&branch.when);
        let mut sources = Vec::new();
        branch.sources(&mut sources);
        for concept in sources {
            self.concept(concept);
        }
    }

    /// A step is whole as soon as one of its questions may be asked: no verdict waits for the others.
    fn part(&mut self, part: &Part) -> Part {
        let mut steps = Vec::new();
        for step in &part.steps {
            let is_reached = step.concepts.iter().any(|concept| self.concepts.contains(concept));
            if is_reached {
                self.texts.extend([part.name, step.name]);
            }
            let (name, concepts) = if is_reached { (step.name, step.concepts.clone()) } else { (NO_TEXT, Vec::new()) };
            steps.push(Step { id: String::new(), name, concepts });
        }
        Part { name: part.name, steps }
    }
}
