//! What a drawing shows.

use std::collections::BTreeMap;

use crate::rules::code::Code;
use crate::rules::drawn::Drawn;
use crate::rules::problem::Reader;
use crate::rules::source::Sources;
use crate::rules::wire;
use crate::rules::{ConceptId, Project};

use super::names::{Form, Names};

/// The file of the drawing.
const FILE: &str = "senere/tegning.json";

/// What `senere/tegning.json` says, where there is one.
pub(super) fn drawn(sources: &Sources, names: &Names, projects: &[Project], reader: &mut Reader) -> Drawn {
    let Some(file) = &sources.drawing else { return Drawn::default() };
    reader.open(FILE);
    Drawn {
        projects: of_projects("tiltak", &file.projects, sources, projects, reader),
        houses: of_projects("huset-heter", &file.houses, sources, projects, reader),
        roles: named("roller", &file.roles, names, reader),
        facts: named("fakta", &file.facts, names, reader),
        roof: reader.at("takform", |reader| roof(&file.roof, names, reader)),
    }
}

/// What is said of each kind of work, by its place.
fn of_projects(
    key: &str,
    said: &BTreeMap<String, String>,
    sources: &Sources,
    projects: &[Project],
    reader: &mut Reader,
) -> Vec<(u16, String)> {
    let mut found = Vec::new();
    for (project, name) in said {
        // One that stands on no shelf is told of there.
        let is_known = sources.projects.iter().any(|(_, known)| known.id == *project);
        let place = projects.iter().position(|known| known.id == *project);
        let message = format!("tiltaket `{project}` finnes ikke; rett skrivemåten eller fjern det her");
        reader.at((key, project), |reader| reader.need(is_known.then_some(()), Code::UnknownProject, message));
        found.extend(place.and_then(|place| Some((u16::try_from(place).ok()?, name.clone()))));
    }
    found
}

/// Each concept with the name that it stands under.
fn named(key: &str, lists: &wire::Named, names: &Names, reader: &mut Reader) -> Vec<(ConceptId, String)> {
    let mut found = Vec::new();
    for (name, concepts) in lists {
        for (place, concept) in concepts.iter().enumerate() {
            let known = reader.at((key, name, place), |reader| names.known(concept, reader));
            found.extend(known.map(|known| (ConceptId(known.number), name.clone())));
        }
    }
    found
}

/// The form of the roof for each option, in the order of the concept.
fn roof(roof: &wire::RoofForms, names: &Names, reader: &mut Reader) -> Option<(ConceptId, Vec<String>)> {
    let known = reader.at("begrep", |reader| names.known(&roof.concept, reader))?;
    let Form::Options(options) = &known.form else {
        let message = "begrepet må ha en liste med valg; rett navnet";
        return reader.at("begrep", |reader| reader.need(None, Code::NotAnAnswer, message));
    };
    for option in roof.forms.keys().filter(|option| !options.contains(option)) {
        let message = format!("`{option}` er ikke et svar på `{}`; rett skrivemåten", roof.concept);
        reader.at(("valg", option), |reader| reader.fault(Code::NotAnAnswer, message));
    }
    let forms = options.iter().map(|option| roof.forms.get(option).cloned().unwrap_or_default());
    Some((ConceptId(known.number), forms.collect()))
}
