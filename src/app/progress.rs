//! How far one has come, in parts that matter to this project.

use yew::Html;

use crate::engine::Verdict;
use crate::rules::Part;
use crate::rules::digits::count;

use super::markup::{el, element};
use super::view::View;

/// Which of the parts that matter this is, and how many there are.
pub(super) struct Progress<'a> {
    pub(super) number: usize,
    pub(super) count: usize,
    pub(super) part: &'a Part,
}

/// Counts the parts in which something is answered or may still be asked.
pub(super) fn progress<'a>(view: &View<'a>, part: usize, verdict: &Verdict) -> Option<Progress<'a>> {
    let book = view.state.book;
    let matters = |place: usize, part_of: &Part| {
        let mut concepts = part_of.steps.iter().flat_map(|step| &step.concepts);
        place == part || concepts.any(|id| verdict.missing.contains(*id) || view.state.answers.get(*id).is_some())
    };
    let (mut number, mut count) = (0, 0);
    for (place, part_of) in book.parts.iter().enumerate() {
        if matters(place, part_of) {
            count += 1;
        }
        if place == part {
            number = count;
        }
    }
    Some(Progress { number, count, part: book.parts.get(part)? })
}

/// "Part 2 of 7: Distances".
pub(super) fn sentence(view: &View, progress: &Progress) -> String {
    let blanks =
        [("del", &*count(progress.number)), ("alle", &*count(progress.count)), ("navn", view.text(progress.part.name))];
    view.words.filled("del-av", &blanks)
}

/// The same as a row of marks, for the eye alone.
pub(super) fn marks(progress: &Progress) -> Html {
    let mark = |place: usize| el("span", if place < progress.number { "merke fylt" } else { "merke" }, Vec::new());
    let mut marks = Vec::new();
    for place in 0..progress.count {
        marks.push(mark(place));
    }
    element("div", &[("class", "merker"), ("aria-hidden", "true")], marks)
}
