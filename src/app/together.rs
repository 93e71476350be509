//! All parts together on the page: each with its answer, and the way to one more.

use super::icon::icon;
use super::joint::Joint;
use super::listen::Act;
use super::names::Name;
use super::own::{is_choice, is_shown};
use super::result::words_of;
use super::state::Action;
use super::view::View;

/// Every part with its own answer, a way to see or change it, and one to take it away.
pub(super) fn each_part(view: &mut View, joint: &Joint) {
    view.section("hver-for-seg");
    view.el("ul", "kort-liste");
    for (place, (project, headline)) in joint.parts.iter().enumerate() {
        let name = view.words.project(project);
        let says = words_of(view, *headline);
        view.el("li", "kort");
        view.heading(2, "", &name);
        view.el("p", "hittil");
        view.set(Name::DataColor, headline.color());
        icon(view, *headline);
        view.line("span", "", says.trim_end_matches(':'));
        view.end();
        view.el("div", "knapper uten-papir");
        if place == view.state.waiting.place() {
            view.line("span", "dempet", view.word("vises-under"));
        } else {
            view.link_button(Action::Show(place), "se-delen", &name);
        }
        view.link_button(Action::Remove(place), "fjern-delen", &name);
        view.end_both();
    }
    view.end_both();
}

/// What the resident may also be building, what often belongs to this first.
pub(super) fn more(view: &mut View) {
    let words = view.words;
    if !is_choice(words) {
        return;
    }
    let often = view.state.project().map_or(&[][..], |project| &project.often_with);
    view.el("div", "avsnitt uten-papir");
    view.heading(1, "", view.words.word("bygge-mer"));
    view.p(view.word("bygge-mer-hjelp"));
    view.el("div", "knapper");
    for kind in often {
        if let Some((_, name)) = words.work().nth(usize::from(*kind)).filter(|(id, _)| is_shown(words, id)) {
            view.button("secondary", Act::Do(Action::Add(Some(*kind))), name);
        }
    }
    view.button("secondary", Act::Do(Action::Add(None)), "noe-annet");
    view.end_both();
}
