//! Kinds of work made otherwise: what they are tried on, what stands beside, and what the choice of work answers.

use crate::rules::load::Loaded;
use crate::rules::{ConceptId, Given, Project, RuleBook};

use super::reads::Reads;
use super::rules::rules_dropped;
use super::variant::{Variant, each_changed, each_dropped};
use super::{Mutant, Part, mutant};

/// Every mutant of every kind of work.
pub(super) fn mutants(loaded: &Loaded) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (place, project) in loaded.book.projects.iter().enumerate() {
        let own = loaded.sources.projects.iter().find(|(_, wire)| wire.id == project.id);
        let file = own.map_or("", |(file, _)| file);
        for variant in projects(&loaded.book, project) {
            all.push(mutant(file, variant, |project| Part::Project(place, Box::new(project))));
        }
    }
    all
}

fn projects(book: &RuleBook, project: &Project) -> Vec<Variant<Project>> {
    let tries = rules_dropped(book, &project.tries, "prøves-mot").into_iter();
    let tries = tries.map(|v| v.inside(|tries| Project { tries, ..project.clone() }));
    let beside = rules_dropped(book, &project.beside, "ved-siden-av").into_iter();
    let beside = beside.map(|v| v.inside(|beside| Project { beside, ..project.clone() }));
    let given = given(book, project).into_iter();
    let given = given.map(|v| v.inside(|given| Project { given, ..project.clone() }));
    tries.chain(beside).chain(given).collect()
}

fn given(book: &RuleBook, project: &Project) -> Vec<Variant<Vec<(ConceptId, Given)>>> {
    let reads = Reads::of(book, project);
    let id = |concept: ConceptId| &book.concept(concept).id;
    let dropped = each_dropped(&project.given, |_, (concept, _)| {
        let id = id(*concept);
        (format!("`{id}` kan fjernes fra `gitt`"), format!("et eksempel der `{id}` har noe å si, uten å svare på det"))
    });
    let turned = each_changed(&project.given, |_, (concept, answer)| {
        let Given::Option(answer) = answer else { return Vec::new() };
        let others = book.concept(*concept).kind.options();
        let others = (0_u8..).zip(others).filter(|(place, _)| !reads.are_alike(*concept, *answer, *place));
        let other = |(place, name): (u8, &str)| {
            let change = format!("`{}` i `gitt` kan bli `{name}`", id(*concept));
            Variant::new(
                (*concept, Given::Option(place)),
                change,
                format!("et eksempel der `{}` har noe å si", id(*concept)),
            )
        };
        others.map(other).collect()
    });
    dropped.into_iter().chain(turned).collect()
}
