//! A number, written as one says it, with its unit beside it.

use crate::engine::{Situation, Verdict};
use crate::rules::quantity::Unit;
use crate::rules::{Concept, ConceptId};

use super::choice_field::{end_rows, open_rows};
use super::field::{Field, Pick};
use super::field_parts::{described_by, error, find_it, help, id, invalid, question_text, unit_word};
use super::names::Name;
use super::option_row::{OptionRow, framed, label, option_row};
use super::view::View;
use crate::wording;
use crate::wording::limit_hint::limit_hint;

/// What a number is asked for: the judgement without the answers on the screen.
pub(super) type Before<'a> = Option<(&'a Situation<'a>, &'a Verdict)>;

/// The field: a text field, with ranges to press where the concept has them.
pub(super) fn quantity_field(
    view: &mut View,
    place: usize,
    field: &Field,
    concept_id: ConceptId,
    unit: Unit,
    before: Before,
) {
    let concept = view.state.book.concept(concept_id);
    if !field.is_plain(concept) {
        let has_help = open_rows(view, place, concept_id);
        hint(view, concept_id, unit, before);
        ranges(view, place, field, concept, unit, has_help);
        return end_rows(view, place, field, concept);
    }
    view.el("div", "spm");
    view.el("div", "ds-field");
    question_label(view, place, &question_text(view, concept_id), &in_unit(view, unit));
    let has_help = help(view, place, concept_id);
    hint(view, concept_id, unit, before);
    if field.exact {
        view.line("p", "grense", view.word("trenger-nøyaktig"));
    }
    number_field(view, place, field, unit, &described_by(place, field, has_help));
    end_written(view, place, field, concept);
}

/// Ends a text field with its label, and writes what stands below it.
pub(super) fn end_written(view: &mut View, place: usize, field: &Field, concept: &Concept) {
    view.end();
    unsure_row(view, place, field, concept);
    error(view, place, field);
    view.end();
}

/// The question and the form of its answer, both read aloud.
pub(super) fn question_label(view: &mut View, place: usize, question: &str, form: &str) {
    view.el("label", "ds-label");
    view.set(Name::For, &id(place, ""));
    view.say(question);
    view.say(" ");
    view.line("span", "enhet", form);
    view.end();
}

/// Ranges as radio buttons, another measurement, and "don't know".
fn ranges(view: &mut View, place: usize, field: &Field, concept: &Concept, unit: Unit, has_help: bool) {
    let Some(question) = &concept.question else { return };
    let mut picks: Vec<(Pick, String)> = Vec::new();
    for (n, range) in question.quick.iter().enumerate() {
        picks.push((Pick::Quick(n), wording::capitalized(&wording::within(view.words, *range, unit))));
    }
    picks.push((Pick::Typed, view.word("annet-mål").to_owned()));
    if question.unsure.is_some() {
        picks.push((Pick::Unsure, view.word("vet-ikke").to_owned()));
    }
    view.el("div", "rader");
    for (row, (pick, label)) in picks.iter().enumerate() {
        option_row(view, field, &OptionRow { place, row, pick: *pick, label, help: "", has_help });
        if *pick == Pick::Typed {
            other_measurement(view, place, field, unit);
        }
    }
    view.end();
}

fn other_measurement(view: &mut View, place: usize, field: &Field, unit: Unit) {
    if field.pick != Pick::Typed {
        return view.nothing();
    }
    view.el("div", "ds-field annet");
    question_label(view, place, &[view.word("skriv-målet"), "."].concat(), &in_unit(view, unit));
    number_field(view, place, field, unit, &described_by(place, field, false));
    view.end();
}

/// The text field with its unit; the unit stands in the label too, for the sign is not read aloud.
fn number_field(view: &mut View, place: usize, field: &Field, unit: Unit, described_by: &str) {
    if unit == Unit::Count {
        return text_field(view, place, field, "8", described_by);
    }
    view.el("div", "ds-field-affixes");
    text_field(view, place, field, "8", described_by);
    view.el("span", "ds-field-affix");
    view.set(Name::Hidden, "true");
    view.say(unit.sign());
    view.end_both();
}

/// `decimal` gives a keyboard with digits and a point or comma on every phone; each of them divides a date, too.
pub(super) fn text_field(view: &mut View, place: usize, field: &Field, size: &str, described_by: &str) {
    view.el("input", "ds-input");
    view.set(Name::Type, "text");
    view.set(Name::InputMode, "decimal");
    view.set(Name::Autocomplete, "off");
    view.set(Name::Size, size);
    view.set(Name::Id, &id(place, ""));
    view.set(Name::Invalid, invalid(field));
    view.set(Name::DescribedBy, described_by);
    view.typed(&field.text, place);
    view.end();
}

/// "Don't know" beside a text field: a box to tick, which can be taken back.
fn unsure_row(view: &mut View, place: usize, field: &Field, concept: &Concept) {
    if concept.question.as_ref().is_none_or(|question| question.unsure.is_none()) {
        return;
    }
    let unsure = field.pick == Pick::Unsure;
    let id = id(place, "-vet-ikke");
    framed(view, true);
    view.el("input", "ds-input");
    view.set(Name::Type, "checkbox");
    view.set(Name::Id, &id);
    view.ticked(unsure, place, if unsure { Pick::Typed } else { Pick::Unsure });
    view.end();
    label(view, &id, view.words.word("vet-ikke"));
    view.end();
    if unsure {
        find_it(view, concept);
    } else {
        view.nothing();
    }
}

fn in_unit(view: &View, unit: Unit) -> String {
    match unit {
        Unit::Count => view.word("helt-tall").to_owned(),
        _ => view.words.filled("i-enhet", &[("enhet", unit_word(view, unit))]),
    }
}

fn hint(view: &mut View, concept: ConceptId, unit: Unit, before: Before) {
    let limit = before.and_then(|(situation, verdict)| limit_hint(situation, verdict, concept));
    let Some((comparison, amount)) = limit else { return };
    let limit = wording::limit(view.words, comparison, amount, unit);
    view.line("p", "grense", &view.words.filled("uten-søknad", &[("grense", &limit)]));
}
