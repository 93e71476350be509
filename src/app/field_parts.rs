//! What the fields have in common: ids, help, errors and what to do when one does not know.

use crate::rules::digits::count;
use crate::rules::quantity::{QuantityError, Unit};
use crate::rules::{Concept, ConceptId, Kind};

use super::field::{Ask, Fault, Field};
use super::names::Name;
use super::rich_text::{rich_p, rich_text};
use super::view::View;
use crate::wording;

/// An id within the widget: the field's place and a part of it.
pub(super) fn id(place: usize, part: &str) -> String {
    ["f", &count(place), part].concat()
}

/// Which texts describe a field to those who do not see it.
pub(super) fn described_by(place: usize, field: &Field, has_help: bool) -> String {
    let help = if has_help { id(place, "-hjelp") } else { String::new() };
    let error = if field.fault.is_some() { id(place, "-feil") } else { String::new() };
    both(&help, &error)
}

/// Two lists of ids as one.
pub(super) fn both(first: &str, second: &str) -> String {
    let between = if first.is_empty() || second.is_empty() { "" } else { " " };
    [first, between, second].concat()
}

/// The value of `aria-invalid`.
pub(super) const fn invalid(field: &Field) -> &'static str {
    if field.fault.is_some() { "true" } else { "" }
}

/// The error at a field, in the same words as in the summary.
pub(super) fn error(view: &mut View, place: usize, field: &Field) {
    let Some(fault) = field.fault else { return view.nothing() };
    view.el("p", "ds-validation-message");
    view.set(Name::Id, &id(place, "-feil"));
    view.say(&fault_text(view, field, fault));
    view.end();
}

/// What is wrong with a field, in words.
pub(super) fn fault_text(view: &View, field: &Field, fault: Fault) -> String {
    let (name, kind) = match field.ask {
        Ask::Project => (view.word("tiltaket"), None),
        Ask::Start => (view.word("arbeidets-start"), None),
        Ask::Concept(id) => {
            let concept = view.state.book.concept(id);
            (view.text(concept.name), Some(&concept.kind))
        }
    };
    let unit = match kind {
        Some(Kind::Number(unit)) => *unit,
        _ => Unit::Count,
    };
    let example = view.words.number(example(unit), unit);
    let blanks = [("begrep", name), ("eksempel", example.as_str()), ("enhet", unit_word(view, unit))];
    view.words.filled(fault_key(fault, unit), &blanks)
}

const fn fault_key(fault: Fault, unit: Unit) -> &'static str {
    match fault {
        Fault::Choose => "feil-velg",
        Fault::NoDate => "feil-ingen-dato",
        Fault::NotADate => "feil-ikke-dato",
        Fault::WholeDate => "feil-hele-datoen",
        Fault::InFuture => "feil-fram-i-tid",
        Fault::Number(QuantityError::Empty) => "feil-tom",
        Fault::Number(QuantityError::Negative) => "feil-under-null",
        Fault::Number(QuantityError::TooManyDecimals) if !matches!(unit, Unit::Count) => "feil-desimaler",
        Fault::Number(QuantityError::TooLarge) => "feil-for-stort",
        Fault::Number(QuantityError::WrongUnit) if !matches!(unit, Unit::Count) => "feil-enhet",
        Fault::Number(_) => "feil-ikke-tall",
    }
}

/// An amount to show how one writes it.
const fn example(unit: Unit) -> i64 {
    match unit {
        Unit::Metre => 3_500,
        Unit::SquareMetre => 245_000,
        Unit::Percent => 2_500,
        Unit::Count => 2,
    }
}

/// The unit written out.
pub(super) fn unit_word<'a>(view: &View<'a>, unit: Unit) -> &'a str {
    match unit {
        Unit::Metre => view.word("enhet-meter"),
        Unit::SquareMetre => view.word("enhet-kvadratmeter"),
        Unit::Percent => view.word("enhet-prosent"),
        Unit::Count => "",
    }
}

/// The question, in the project's own way where it has one.
pub(super) fn question_text(view: &View, concept_id: ConceptId) -> String {
    let concept = view.state.book.concept(concept_id);
    let Some((project, question)) = view.state.project().zip(concept.question.as_ref()) else { return String::new() };
    let adapted = project.adapted.iter().find(|(id, _)| *id == concept_id).and_then(|(_, adapted)| adapted.text);
    wording::asking(view.words, project, concept, adapted.unwrap_or(question.text))
}

/// How to find and measure the answer; tells whether there is anything to say about it.
pub(super) fn help(view: &mut View, place: usize, concept_id: ConceptId) -> bool {
    let Some(text) = help_text(view, concept_id) else { return false };
    description(view, &id(place, "-hjelp"), &text);
    true
}

fn help_text(view: &View, concept_id: ConceptId) -> Option<String> {
    let concept = view.state.book.concept(concept_id);
    let (project, question) = view.state.project().zip(concept.question.as_ref())?;
    let adapted = project.adapted.iter().find(|(id, _)| *id == concept_id).and_then(|(_, adapted)| adapted.help);
    let help = adapted.or(question.help)?;
    Some(wording::asking(view.words, project, concept, help)).filter(|help| !help.is_empty())
}

/// A description with its id.
pub(super) fn description(view: &mut View, id: &str, words: &str) {
    view.element("p");
    view.set(Name::DataField, "description");
    view.set(Name::Id, id);
    rich_text(view, words);
    view.end();
}

/// Where the answer can be found, shown at once when one does not know it.
pub(super) fn find_it(view: &mut View, concept: &Concept) {
    let (state, words) = (view.state, view.words);
    let unsure = concept.question.as_ref().and_then(|question| question.unsure.as_ref());
    let Some((unsure, project)) = unsure.zip(state.project()) else { return };
    view.el("div", "finn");
    view.set(Name::Role, "status");
    view.line("p", "finn-tittel", view.word("finn-svaret"));
    rich_p(view, &wording::asking(words, project, concept, unsure.how));
    view.p(&words.filled("hvem-vet", &[("hvem", &words.word_of("hos.", &unsure.with))]));
    view.p(view.word("gå-videre"));
    view.end();
}
