//! The answer, its reasons, and what to do about it.

use crate::engine::{Situation, Verdict, next_question};

use super::answers_summary::answers_summary;
use super::clearances::clearances;
use super::edition::edition;
use super::icon::icon;
use super::joint::Joint;
use super::listen::Act;
use super::names::Name;
use super::own::{contact, notices};
use super::reasons::reasons;
use super::rich_text::rich_line;
use super::state::{Action, Start};
use super::todo_list::{duties, todo_list};
use super::together::{each_part, more};
use super::view::View;
use crate::wording;
use crate::wording::headline::{Headline, headline};

/// The whole of it.
pub(super) fn result(view: &mut View, verdict: &Verdict) {
    let state = view.state;
    let Some(situation) = state.situation() else { return };
    let headline = headline(state.book, verdict);
    let joint = Joint::of(state);
    view.screen("div", "skjerm svar");
    if joint.parts.len() > 1 {
        banner(view, &situation, joint.headline, Some(&joint));
        each_part(view, &joint);
        this_part(view, &situation, headline);
    } else {
        banner(view, &situation, headline, None);
    }
    if headline.is_application() && next_question(state.book, verdict).is_some() {
        go_on(view);
    }
    from_municipality(view, &joint);
    view.later("endringer");
    if view.words.complete {
        body(view, &situation, verdict, headline);
    } else {
        view.p(view.word("henter"));
    }
    view.later("ta-med");
    more(view);
    answers_summary(view);
    edition(view, &situation, verdict);
    buttons(view);
    view.end();
}

/// What the municipality says to everybody, to those with this answer, and to those who build this.
fn from_municipality(view: &mut View, joint: &Joint) {
    notices(view, "alltid", "");
    notices(view, "utfall", joint.headline.outcome());
    for (project, _) in &joint.parts {
        notices(view, "tiltak", &project.id);
    }
}

fn buttons(view: &mut View) {
    view.el("div", "knapper uten-papir");
    view.button("tertiary", Act::Do(Action::Restart), "start-på-nytt");
    if view.state.can_go_back() {
        view.button("tertiary", Act::Do(Action::Back), "tilbake");
    }
    view.end();
}

/// What is to be cleared comes before the reasons where the answer hangs on it.
fn body(view: &mut View, situation: &Situation, verdict: &Verdict, headline: Headline) {
    let hangs = matches!(headline, Headline::CheckFirst | Headline::Undecided | Headline::NotCovered);
    if hangs {
        clearances(view, situation, verdict, "sjekk");
    }
    if headline == Headline::NotCovered {
        return;
    }
    if hangs || headline == Headline::InOrderFirst {
        todo_list(view, situation, verdict);
    } else {
        reasons(view, situation, verdict, headline);
        todo_list(view, situation, verdict);
    }
    contact(view, situation, verdict, headline);
    if !hangs {
        clearances(view, situation, verdict, "sjekk-også");
    }
    if hangs || headline == Headline::InOrderFirst {
        reasons(view, situation, verdict, headline);
    }
    duties(view, situation, verdict);
    notes(view, situation, verdict);
}

/// The headline: sign, words and colour say the same. That of several parts comes first, and says which of them decides.
fn banner(view: &mut View, situation: &Situation, headline: Headline, joint: Option<&Joint>) {
    let covered_from = wording::long_date(view.words, situation.book.covers_from);
    let key = key_of(view, headline);
    view.el("div", "utfall");
    view.set(Name::DataColor, headline.color());
    icon(view, headline);
    view.element("div");
    view.title();
    if joint.is_some() {
        view.el("span", "del");
        view.say(view.word("alt-samlet"));
        view.heard(": ");
        view.end();
    }
    view.say(view.words.word(&key));
    view.end();
    if let Some(joint) = joint {
        decided_by(view, joint);
    }
    view.p(&view.words.filled(&[&key, "-mer"].concat(), &[("dato", &covered_from)]));
    view.end_both();
}

/// Which part the rest of the page is about.
fn this_part(view: &mut View, situation: &Situation, headline: Headline) {
    let name = view.words.project(situation.project);
    let title = [&name, ": ", &words_of(view, headline)].concat();
    view.el("div", "avsnitt");
    view.heading(1, "", title.trim_end_matches(':'));
    view.end();
}

/// The part that decides, unless all say the same.
fn decided_by(view: &mut View, joint: &Joint) {
    let is_decided = joint.parts.iter().any(|(_, headline)| *headline != joint.headline);
    if let Some((project, _)) = joint.parts.get(joint.decides).filter(|_| is_decided) {
        view.p(&view.words.filled("avgjør-samlet", &[("tiltaket", view.text(project.definite))]));
    }
}

fn is_begun(view: &View) -> bool {
    matches!(view.state.start, Some(Start::Begun(_)))
}

fn key_of(view: &View, headline: Headline) -> String {
    [headline.key(), if is_begun(view) { "-ferdig" } else { "" }].concat()
}

/// What an answer says.
pub(super) fn words_of(view: &View, headline: Headline) -> String {
    view.words.word_of(&key_of(view, headline), "")
}

/// An application is certain; the rest of the questions say what it needs.
fn go_on(view: &mut View) {
    view.el("div", "videre uten-papir");
    view.p(view.word("se-søknaden-hjelp"));
    view.button("primary", Act::Do(Action::Continue), "se-søknaden");
    view.end();
}

fn notes(view: &mut View, situation: &Situation, verdict: &Verdict) {
    let version = verdict.basis.and_then(|rule| situation.book.version(rule, situation.date));
    let of_rule = version.map_or(&[][..], |version| &version.notes);
    let of_project = &situation.project.notes;
    if of_rule.is_empty() && of_project.is_empty() {
        return;
    }
    view.section("verdt-å-vite");
    view.el("ul", "ds-list");
    for list in [of_rule, of_project] {
        for note in list {
            rich_line(view, "li", &wording::about(view.words, situation.project, *note));
        }
    }
    view.end_both();
}
