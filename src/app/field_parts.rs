//! What the fields have in common: ids, help, errors and what to do when one does not know.

use yew::{Html, html};

use crate::rules::quantity::{QuantityError, Unit};
use crate::rules::{Concept, ConceptId, Kind};

use super::field::{Ask, Fault, Field};
use super::rich_text::rich_text;
use super::view::View;
use super::wording;

/// An id within the widget: the field's place and a part of it.
pub(super) fn id(place: usize, part: &str) -> String {
    ["f", &place.to_string(), part].concat()
}

/// Which texts describe a field to those who do not see it.
pub(super) fn described_by(place: usize, field: &Field, has_help: bool) -> Option<String> {
    let help = has_help.then(|| id(place, "-hjelp"));
    let error = field.fault.map(|_| id(place, "-feil"));
    let ids: Vec<String> = help.into_iter().chain(error).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// The error at a field, in the same words as in the summary.
pub(super) fn error(view: &View, place: usize, field: &Field) -> Html {
    let Some(fault) = field.fault else { return Html::default() };
    html! { <p class="ds-validation-message" id={id(place, "-feil")}>{ fault_text(view, field, fault) }</p> }
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

/// How to find and measure the answer.
pub(super) fn help(view: &View, place: usize, concept_id: ConceptId) -> Option<Html> {
    let concept = view.state.book.concept(concept_id);
    let (project, question) = view.state.project().zip(concept.question.as_ref())?;
    let adapted = project.adapted.iter().find(|(id, _)| *id == concept_id).and_then(|(_, adapted)| adapted.help);
    let help = adapted.or(question.help)?;
    let text = wording::asking(view.words, project, concept, help);
    Some(html! { <p data-field="description" id={id(place, "-hjelp")}>{ rich_text(view, &text) }</p> })
}

/// Where the answer can be found, shown at once when one does not know it.
pub(super) fn find_it(view: &View, concept: &Concept) -> Html {
    let Some(unsure) = concept.question.as_ref().and_then(|question| question.unsure.as_ref()) else {
        return Html::default();
    };
    let who = view.words.word_of("hos.", &unsure.with);
    let how = view.state.project().map(|project| wording::asking(view.words, project, concept, unsure.how));
    html! {
        <div class="finn" role="status">
            <p class="finn-tittel">{ view.word("finn-svaret").to_owned() }</p>
            <p>{ rich_text(view, &how.unwrap_or_default()) }</p>
            <p>{ view.words.filled("hvem-vet", &[("hvem", &who)]) }</p>
            <p>{ view.word("gå-videre").to_owned() }</p>
        </div>
    }
}
