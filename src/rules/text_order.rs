//! Where texts stand in a book, in the order in which its compact form is written and read.

use super::{Concept, Consequence, Kind, Part, Project, Question, RuleBook, TextId, Version};

/// All of them.
pub(super) fn texts(book: &mut RuleBook) -> Vec<&mut TextId> {
    let concepts = book.concepts.iter_mut().flat_map(of_concept);
    let parts = book.parts.iter_mut().flat_map(of_part);
    let consequences = book.consequences.iter_mut().flat_map(of_consequence);
    let rules = book.rules.iter_mut().flat_map(|rule| &mut rule.versions).flat_map(of_version);
    let projects = book.projects.iter_mut().flat_map(of_project);
    concepts.chain(parts).chain(consequences).chain(rules).chain(projects).collect()
}

fn of_concept(concept: &mut Concept) -> Vec<&mut TextId> {
    let options = match &mut concept.kind {
        Kind::Choice(options) => options.as_mut_slice(),
        _ => &mut [],
    };
    let options = options.iter_mut().flat_map(|option| [Some(&mut option.name), option.help.as_mut()]).flatten();
    let question = concept.question.iter_mut().flat_map(of_question);
    options.chain([&mut concept.name]).chain(question).chain(&mut concept.measured_by).collect()
}

fn of_question(question: &mut Question) -> impl Iterator<Item = &mut TextId> {
    let how = question.unsure.as_mut().map(|unsure| &mut unsure.how);
    let Question { text, help, more, why, .. } = question;
    [Some(text), help.as_mut(), more.as_mut(), why.as_mut(), how].into_iter().flatten()
}

fn of_part(part: &mut Part) -> impl Iterator<Item = &mut TextId> {
    [&mut part.name].into_iter().chain(part.steps.iter_mut().map(|step| &mut step.name))
}

fn of_consequence(consequence: &mut Consequence) -> [&mut TextId; 4] {
    let Consequence { name, explanation, action, citation, .. } = consequence;
    [name, explanation, action, citation]
}

fn of_version(version: &mut Version) -> impl Iterator<Item = &mut TextId> {
    let Version { name, citation, conditions, notes, procedure, .. } = version;
    let conditions = conditions.iter_mut().flat_map(|it| it.quote.iter_mut().chain([&mut it.if_broken]));
    [name, citation].into_iter().chain(conditions).chain(notes).chain(procedure)
}

fn of_project(project: &mut Project) -> impl Iterator<Item = &mut TextId> {
    let Project { name, definite, adapted, notes, .. } = project;
    let adapted = adapted.iter_mut().flat_map(|(_, it)| it.text.iter_mut().chain(&mut it.help));
    [name, definite].into_iter().chain(adapted).chain(notes)
}
