//! What may be changed by whoever builds.

use crate::rules::code::Code;
use crate::rules::levers::{Levers, Way};
use crate::rules::problem::Reader;
use crate::rules::source::Sources;
use crate::rules::wire;
use crate::rules::{Base, Bound, Comparison, ConceptId, Requirement};

use super::names::{Form, Known, Names};

/// Every measure that says so.
pub(super) fn levers(sources: &Sources, names: &Names, reader: &mut Reader) -> Levers {
    let mut levers = Levers::default();
    for (file, content) in &sources.concepts {
        reader.open(file);
        for (name, concept) in &content.concepts {
            let Some(known) = names.concept(name) else { continue };
            reader.at(("begreper", name), |reader| add(concept, known, names, &mut levers, reader));
        }
    }
    levers.ways.sort_unstable();
    levers
}

fn add(concept: &wire::Concept, known: &Known, names: &Names, levers: &mut Levers, reader: &mut Reader) {
    let (key, way) = match concept.changeable {
        Some(wire::Changeable::Less) => ("kan-endres", Some(Way::Less)),
        Some(wire::Changeable::More) => ("kan-endres", Some(Way::More)),
        None if concept.never_under.is_empty() => return,
        None => ("aldri-under", None),
    };
    if matches!(known.form, Form::Broken) {
        return;
    }
    if !matches!(known.form, Form::Number(_)) || known.derived || known.of_property {
        let message = format!(
            "bare mål og antall som det spørres om for hvert tiltak, kan ha `{key}`; fjern det her, eller rett `type` eller `gjelder`"
        );
        return reader.at(key, |reader| reader.fault(Code::ChangeOfNoMeasure, message));
    }
    levers.ways.extend(way.map(|way| (ConceptId(known.number), way)));
    for (place, other) in concept.never_under.iter().enumerate() {
        reader.at(("aldri-under", place), |reader| {
            let Some(other) = names.known(other, reader) else { return };
            if !same_unit(&known.form, &other.form) {
                return reader.fault(Code::OtherUnit, "begrepet må være et annet mål i samme enhet; rett navnet");
            }
            let base = Base::Fraction(1, 1, ConceptId(other.number));
            let bound = Bound { base, raised_by: None };
            levers.kept.push(Requirement::Bound(ConceptId(known.number), Comparison::AtLeast, bound));
        });
    }
}

fn same_unit(one: &Form, other: &Form) -> bool {
    matches!((one, other), (Form::Number(one), Form::Number(other)) if one == other)
}
