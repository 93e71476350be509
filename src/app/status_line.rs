//! Where it stands so far, said quietly when it changes.

use crate::engine::Verdict;
use crate::rules::Sort;

use super::icon::icon;
use super::names::Name;
use super::state::{Screen, Wait};
use super::view::View;
use crate::wording::headline::{Headline, headline};

/// The line, and what is waited for. It is always there, so that a change in it is read aloud.
pub(super) fn status_line(view: &mut View, verdict: Option<&Verdict>) {
    view.el("div", "status");
    view.set(Name::Role, "status");
    if let Some(wait) = view.state.wait {
        view.line("p", "hittil", view.word(if wait == Wait::Coming { "henter-reglene" } else { "ikke-hentet" }));
    }
    let asking = *view.state.screen() != Screen::Result;
    if let Some(verdict) = verdict.filter(|verdict| asking && !verdict.tried.is_empty()) {
        let (sign, word) = so_far(view, verdict);
        view.el("p", "hittil");
        view.set(Name::DataColor, sign.color());
        icon(view, sign);
        view.line("span", "", view.word(word));
        view.end();
    }
    view.end();
}

fn so_far(view: &View, verdict: &Verdict) -> (Headline, &'static str) {
    let book = view.state.book;
    let barred = |sort| verdict.of_sort(book, sort).next().is_some();
    match headline(book, verdict) {
        sign @ Headline::Apply => (sign, "så-langt-søk"),
        sign @ Headline::ApplyYourself => (sign, "så-langt-søk-selv"),
        sign @ Headline::ApplyWithProfessional => (sign, "så-langt-søk-med-foretak"),
        _ if barred(Sort::Dispensation) || barred(Sort::Permit) => (Headline::InOrderFirst, "så-langt-i-orden-først"),
        _ => (Headline::Undecided, "så-langt-fri"),
    }
}
