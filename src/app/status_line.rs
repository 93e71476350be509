//! Where it stands so far, said quietly when it changes.

use yew::Html;

use crate::engine::Verdict;
use crate::rules::Sort;

use super::headline::{Headline, headline};
use super::icon::icon;
use super::markup::{element, words};
use super::state::Screen;
use super::view::View;

/// The line. It is always there, so that a change in it is read aloud.
pub(super) fn status_line(view: &View, verdict: Option<&Verdict>) -> Html {
    let asking = *view.state.screen() != Screen::Result;
    let so_far = verdict.filter(|verdict| asking && !verdict.tried.is_empty()).map(|verdict| so_far(view, verdict));
    let line = so_far.map(|(sign, word)| {
        let inside = vec![icon(sign), words("span", "", view.word(word))];
        element("p", &[("class", "hittil"), ("data-color", sign.color())], inside)
    });
    element("div", &[("class", "status"), ("role", "status")], line.into_iter().collect())
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
