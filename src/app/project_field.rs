//! What one wants to build: sought by a word, or chosen from the shelves.

use core::iter::repeat;

use crate::rules::digits::count;

use super::field::{Field, Pick};
use super::field_parts::{error, id};
use super::finder::found;
use super::names::Name;
use super::option_row::{OptionRow, label, option_row};
use super::own::is_shown;
use super::view::View;

/// The search, and below it what was found, or everything where nothing is sought or found.
pub(super) fn project_field(view: &mut View, place: usize, field: &Field) {
    let words = view.words;
    let kinds: Vec<&str> = words.work().map(|(id, name)| if is_shown(words, id) { name } else { "" }).collect();
    let called = view.props.search.lines().chain(repeat(""));
    let called = kinds.iter().zip(called).map(|(name, called)| [*name, if name.is_empty() { "" } else { called }]);
    let hits = found(&field.text, called);
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

/// All kinds of work that are shown, in the order of the rule book: those too whose rules have not been fetched. The shelf
/// with the chosen one is open, or the first; one with nothing on it is not there.
fn shelves(view: &mut View, place: usize, field: &Field) {
    let words = view.words;
    let mut chosen = view.state.project;
    let mut n = 0;
    let mut drawing = "";
    let mut shelf = None;
    let mut is_open = false;
    for (name, label) in words.names() {
        if name.starts_with("tegning.") {
            drawing = label;
        } else if name.starts_with("hylle.") {
            shelf = Some(label);
        } else if let Some(id) = name.strip_prefix("tiltak.") {
            if is_shown(words, id) {
                if let Some(label) = shelf.take() {
                    end_shelf(view, is_open);
                    view.details("hylle", drawing, label, "");
                    view.el("div", "rader spalter");
                    is_open = true;
                }
                kind(view, field, (place, n), n, label);
                if *chosen.get_or_insert(n) == n {
                    view.set_around(2, Name::Open, "true");
                }
            }
            n += 1;
        }
    }
    end_shelf(view, is_open);
}

fn end_shelf(view: &mut View, is_open: bool) {
    if is_open {
        view.end_both();
        view.end();
    }
}

fn kind(view: &mut View, field: &Field, (place, row): (usize, usize), n: usize, label: &str) {
    let pick = Pick::Option(u8::try_from(n).unwrap_or(u8::MAX));
    option_row(view, field, &OptionRow { place, row, pick, label, help: "", has_help: false });
}
