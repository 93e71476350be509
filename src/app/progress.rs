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
    let parts: Vec<usize> =
        book.parts.iter().enumerate().filter(|(place, part)| matters(*place, part)).map(|(place, _)| place).collect();
    let number = parts.iter().position(|place| *place == part)? + 1;
    Some(Progress { number, count: parts.len(), part: book.parts.get(part)? })
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
    element("div", &[("class", "merker"), ("aria-hidden", "true")], (0..progress.count).map(mark).collect())
}
