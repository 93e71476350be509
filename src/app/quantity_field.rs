//! A number, written as one says it, with its unit beside it.

use yew::Html;

use crate::engine::{Situation, Verdict};
use crate::rules::quantity::Unit;
use crate::rules::{Concept, ConceptId};

use super::choice_field::asked_in_rows;
use super::field::{Field, Pick};
use super::field_parts::{described_by, error, find_it, help, id, invalid, question_text, unit_word};
use super::limit_hint::limit_hint;
use super::markup::{el, element, group, text, tick, typed, words};
use super::option_row::{OptionRow, framed, option_row};
use super::view::View;
use super::wording;

/// What a number is asked for: the judgement without the answers on the screen.
pub(super) type Before<'a> = Option<(&'a Situation<'a>, &'a Verdict)>;

/// The field: a text field, with ranges to press where the concept has them.
pub(super) fn quantity_field(
    view: &View,
    place: usize,
    field: &Field,
    concept_id: ConceptId,
    unit: Unit,
    before: Before,
) -> Html {
    let concept = view.state.book.concept(concept_id);
    let question = question_text(view, concept_id);
    let hint = hint(view, concept_id, unit, before);
    let help = help(view, place, concept_id);
    let described_by = described_by(place, field, help.is_some());
    if !field.is_plain(concept) {
        let above = vec![words("legend", "ds-label", &question), help.unwrap_or_default(), hint];
        let rows = ranges(view, place, field, concept, unit, &described_by);
        return asked_in_rows(view, place, field, concept, above, rows);
    }
    let exact = if field.exact { words("p", "grense", view.word("trenger-nøyaktig")) } else { Html::default() };
    let input = number_field(view, place, field, unit, &described_by);
    let label = label(place, &question, &in_unit(view, unit));
    written(view, place, field, concept, vec![label, help.unwrap_or_default(), hint, exact, input])
}

/// A text field with its label, and what stands below it.
pub(super) fn written(view: &View, place: usize, field: &Field, concept: &Concept, inside: Vec<Html>) -> Html {
    let parts = vec![el("div", "ds-field", inside), unsure_row(view, place, field, concept), error(view, place, field)];
    el("div", "spm", parts)
}

/// The question and the form of its answer, both read aloud.
pub(super) fn label(place: usize, question: &str, form: &str) -> Html {
    let inside = vec![text(question), text(" "), words("span", "enhet", form)];
    element("label", &[("class", "ds-label"), ("for", &id(place, ""))], inside)
}

/// Ranges as radio buttons, another measurement, and "don't know".
fn ranges(view: &View, place: usize, field: &Field, concept: &Concept, unit: Unit, described_by: &str) -> Vec<Html> {
    let quick = concept.question.as_ref().map_or(&[][..], |question| &question.quick);
    let mut picks: Vec<(Pick, String)> = Vec::new();
    for (n, range) in quick.iter().enumerate() {
        picks.push((Pick::Quick(n), wording::capitalized(&wording::within(view.words, *range, unit))));
    }
    picks.push((Pick::Typed, view.word("annet-mål").to_owned()));
    let typed = picks.len();
    if concept.question.as_ref().is_some_and(|question| question.unsure.is_some()) {
        picks.push((Pick::Unsure, view.word("vet-ikke").to_owned()));
    }
    let mut rows: Vec<Html> = Vec::new();
    for (row, (pick, label)) in picks.into_iter().enumerate() {
        let described_by = described_by.to_owned();
        rows.push(option_row(view, field, OptionRow { place, row, pick, label, help: None, described_by }));
        if row + 1 == typed && field.pick == Pick::Typed {
            rows.push(other_measurement(view, place, field, unit));
        }
    }
    rows
}

fn other_measurement(view: &View, place: usize, field: &Field, unit: Unit) -> Html {
    let label = label(place, &[view.word("skriv-målet"), "."].concat(), &in_unit(view, unit));
    let input = number_field(view, place, field, unit, &described_by(place, field, false));
    el("div", "ds-field annet", vec![label, input])
}

/// The text field with its unit; the unit stands in the label too, for the sign is not read aloud.
fn number_field(view: &View, place: usize, field: &Field, unit: Unit, described_by: &str) -> Html {
    let input = text_field(view, place, field, "8", described_by);
    if unit == Unit::Count {
        return input;
    }
    let sign = element("span", &[("class", "ds-field-affix"), ("aria-hidden", "true")], vec![text(unit.sign())]);
    el("div", "ds-field-affixes", vec![input, sign])
}

/// `decimal` gives a keyboard with digits and a point or comma on every phone; each of them divides a date, too.
pub(super) fn text_field(view: &View, place: usize, field: &Field, size: &str, described_by: &str) -> Html {
    let attributes = [
        ("class", "ds-input"),
        ("type", "text"),
        ("inputmode", "decimal"),
        ("autocomplete", "off"),
        ("size", size),
        ("id", &*id(place, "")),
        ("aria-invalid", invalid(field)),
        ("aria-describedby", described_by),
    ];
    typed(&attributes, &field.text, view.typing(place))
}

/// "Don't know" beside a text field: a box to tick, which can be taken back.
fn unsure_row(view: &View, place: usize, field: &Field, concept: &Concept) -> Html {
    if concept.question.as_ref().is_none_or(|question| question.unsure.is_none()) {
        return Html::default();
    }
    let unsure = field.pick == Pick::Unsure;
    let other = if unsure { Pick::Typed } else { Pick::Unsure };
    let id = id(place, "-vet-ikke");
    let attributes = [("class", "ds-input"), ("type", "checkbox"), ("id", &*id)];
    let row = vec![
        tick(&attributes, unsure, view.ticked(place, other)),
        element("label", &[("class", "ds-label"), ("for", &id)], vec![text(view.word("vet-ikke"))]),
    ];
    let found = if unsure { find_it(view, concept) } else { Html::default() };
    group(vec![framed(true, row), found])
}

fn in_unit(view: &View, unit: Unit) -> String {
    match unit {
        Unit::Count => view.word("helt-tall").to_owned(),
        _ => view.words.filled("i-enhet", &[("enhet", unit_word(view, unit))]),
    }
}

fn hint(view: &View, concept: ConceptId, unit: Unit, before: Before) -> Html {
    let limit = before.and_then(|(situation, verdict)| limit_hint(situation, verdict, concept));
    let Some((comparison, amount)) = limit else { return Html::default() };
    let limit = wording::limit(view.words, comparison, amount, unit);
    words("p", "grense", &view.words.filled("uten-søknad", &[("grense", &limit)]))
}
