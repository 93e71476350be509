//! What the municipality says of itself: whom to ask, its own services, its notices, and which kinds of work it shows. It is
//! told in lines of fields with tabs between. Words only: nothing in them becomes markup, and it never looks like the law.

use crate::engine::{Situation, Verdict};
use crate::rules::{Sort, fields};

use super::names::Name;
use super::rich_text::link;
use super::view::View;
use crate::wording::headline::Headline;
use crate::wording::words::Words;

/// Its services for those who apply.
const APPLY: [&str; 2] = ["soknad", "gebyr"];

fn told<'a>(words: &'a Words, sort: &str) -> Vec<[&'a str; fields::MOST]> {
    fields::of_sort(&words.own, sort)
}

/// Whether a kind of work is among those that the municipality shows; all are where it says nothing.
pub(super) fn is_shown(words: &Words, kind: &str) -> bool {
    told(words, "vis").first().is_none_or(|[shown, ..]| fields::holds(shown, kind))
}

/// Whether more than one kind of work is shown.
pub(super) fn is_choice(words: &Words) -> bool {
    told(words, "vis").first().is_none_or(|[shown, ..]| shown.contains(' '))
}

/// What the municipality has to say at something of a sort and with an id.
#[inline(never)]
pub(super) fn notices(view: &mut View, sort: &str, id: &str) {
    for [of, at, text, linked, address, ..] in told(view.words, "melding") {
        if (of, at) != (sort, id) {
            continue;
        }
        view.el("div", "fra-kommunen");
        view.set(Name::Role, "note");
        view.line("p", "finn-tittel", view.word("fra-kommunen"));
        view.p(text);
        way(view, "p", "", address, linked);
        view.end();
    }
}

/// The municipality's own service, for those who are sent to it for that, such as `kommunen-arkiv`.
pub(super) fn service(view: &mut View, with: &str) {
    if let Some(name) = with.strip_prefix("kommunen-") {
        of_its_own(view, "p", name);
    }
}

/// A service by its name, where the municipality has told its address.
fn of_its_own(view: &mut View, tag: &'static str, name: &str) {
    for [of, address, ..] in told(view.words, "lenke") {
        if of == name {
            way(view, tag, "", address, &view.words.word_of("lenke.", name));
        }
    }
}

/// Whom to ask, and where to apply for those who must.
pub(super) fn contact(view: &mut View, situation: &Situation, verdict: &Verdict, headline: Headline) {
    let applies = headline.is_application() || verdict.of_sort(situation.book, Sort::Dispensation).next().is_some();
    let point = told(view.words, "kontakt").first().copied();
    let can_apply = applies && told(view.words, "lenke").iter().any(|[name, ..]| APPLY.contains(name));
    if !can_apply && point.is_none() {
        return;
    }
    let [name, telephone, mail, page, ..] = point.unwrap_or_default();
    view.section("kontakt-kommunen");
    if !name.is_empty() {
        view.line("p", "finn-tittel", name);
    }
    view.el("ul", "ds-list");
    let dialled: String = telephone.chars().filter(|sign| matches!(sign, '0'..='9' | '+')).collect();
    way(view, "li", "telefon", &["tel:", &dialled].concat(), telephone);
    way(view, "li", "epost", &["mailto:", mail].concat(), mail);
    way(view, "li", "", page, if page.is_empty() { "" } else { view.word("lenke.side") });
    for name in APPLY.into_iter().filter(|_| applies) {
        of_its_own(view, "li", name);
    }
    view.end_both();
}

/// A way to the municipality, with a word before it or none; nothing where there are no words for it.
#[inline(never)]
fn way(view: &mut View, tag: &'static str, before: &str, address: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    view.element(tag);
    if !before.is_empty() {
        view.say(&[view.words.word(before), " "].concat());
    }
    if address.starts_with("https:") {
        link(view, address, words);
    } else if address.starts_with("tel:") || address.starts_with("mailto:") {
        view.el("a", "ds-link");
        view.set(Name::Href, address);
        view.say(words);
        view.end();
    }
    view.end();
}
