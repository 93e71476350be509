//! What one wants to build: sought by a word, or chosen from the shelves.

use core::iter::repeat;

use crate::rules::digits::count;

use super::field::{Field, Pick};
use super::field_parts::{error, id};
use super::finder::found;
use super::names::Name;
use super::option_row::{OptionRow, label, option_row};
use super::view::View;

/// The search, and below it what was found, or everything where nothing is sought or found.
pub(super) fn project_field(view: &mut View, place: usize, field: &Field) {
    let kinds: Vec<&str> = view.words.work().collect();
    let called = view.props.search.lines().chain(repeat(""));
    let hits = found(&field.text, kinds.iter().copied().zip(called).map(|(name, called)| [name, called]));
    search(view, place, field, hits.len());
    view.el("div", "hyller");
    view.set(Name::Role, "radiogroup");
    view.set(Name::LabelledBy, "tittel");
    if hits.is_empty() {
        shelves(view, place, field);
    } else {
        view.el("div", "rader spalter");
        for (row, n) in hits.into_iter().enumerate() {
            let label = kinds.get(n).copied().unwrap_or_default();
            kind(view, field, (place, row), n, label);
        }
        view.end();
    }
    error(view, place, field);
    view.end();
}

fn search(view: &mut View, place: usize, field: &Field, hits: usize) {
    let own = id(place, "");
    view.el("div", "ds-field søk");
    label(view, &own, view.word("søk"));
    view.el("input", "ds-input");
    view.set(Name::Type, "search");
    view.set(Name::Autocomplete, "off");
    view.set(Name::Id, &own);
    view.typed(&field.text, place);
    view.end();
    view.element("p");
    view.set(Name::Role, "status");
    if !field.text.trim().is_empty() {
        let key = if hits == 0 { "ingen-treff" } else { "treff" };
        view.say(&view.words.filled(key, &[("søk", field.text.trim()), ("antall", &count(hits))]));
    }
    view.end_both();
}

/// All kinds of work, in the order of the rule book: those too whose rules have not been fetched. The shelf with the chosen
/// one is open, or the first.
fn shelves(view: &mut View, place: usize, field: &Field) {
    let words = view.words;
    let chosen = view.state.project.unwrap_or_default();
    let mut n = 0;
    let mut drawing = "";
    for (name, label) in words.names() {
        if name.starts_with("tegning.") {
            drawing = label;
        } else if name.starts_with("hylle.") {
            if n > 0 {
                view.end_both();
                view.end();
            }
            view.details("hylle", drawing, label, "");
            view.el("div", "rader spalter");
        } else if name.starts_with("tiltak.") {
            kind(view, field, (place, n), n, label);
            if n == chosen {
                view.set_around(2, Name::Open, "true");
            }
            n += 1;
        }
    }
    view.end_both();
    view.end();
}

fn kind(view: &mut View, field: &Field, (place, row): (usize, usize), n: usize, label: &str) {
    let pick = Pick::Option(u8::try_from(n).unwrap_or(u8::MAX));
    option_row(view, field, &OptionRow { place, row, pick, label, help: "", has_help: false });
}
