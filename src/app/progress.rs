//! How far one has come, in parts that matter to this project.

use crate::engine::Verdict;
use crate::rules::Part;
use crate::rules::digits::count;

use super::names::Name;
use super::view::View;

/// Draws the parts as a row of marks, for the eye alone, and returns them as words: "Part 2 of 7: Distances". Counted are
/// the parts in which something is answered or may still be asked.
pub(super) fn progress(view: &mut View, part: usize, verdict: &Verdict) -> String {
    let state = view.state;
    let matters = |part_of: &Part| {
        let mut concepts = part_of.steps.iter().flat_map(|step| &step.concepts);
        concepts.any(|id| verdict.missing.contains(*id) || state.answers.get(*id).is_some())
    };
    let (mut number, mut all, mut name) = (0, 0, "");
    for (place, part_of) in state.book.parts.iter().enumerate() {
        if place == part || matters(part_of) {
            all += 1;
        }
        if place == part {
            number = all;
            name = view.text(part_of.name);
        }
    }
    marks(view, number, all);
    view.words.filled("del-av", &[("del", &count(number)), ("alle", &count(all)), ("navn", name)])
}

fn marks(view: &mut View, number: usize, all: usize) {
    view.el("div", "merker");
    view.set(Name::Hidden, "true");
    for place in 0..all {
        view.line("span", if place < number { "merke fylt" } else { "merke" }, "");
    }
    view.end();
}
