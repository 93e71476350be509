//! What is not known: one card per fact, with who knows, where, and what to ask.

use crate::engine::verdict::Follows;
use crate::engine::{Situation, Verdict};
use crate::rules::Sort;
use crate::rules::texts::Texts;

use super::field::Ask;
use super::own::service;
use super::rich_text::rich_text;
use super::state::Action;
use super::view::View;
use super::why::in_rule_book;
use crate::wording;

/// The cards.
pub(super) fn clearances(view: &mut View, situation: &Situation, verdict: &Verdict, word: &str) {
    if verdict.of_sort(situation.book, Sort::Clearance).next().is_none() {
        return;
    }
    view.section(word);
    view.el("ul", "kort-liste");
    for follows in &verdict.follows {
        if situation.book.consequence(follows.consequence).sort == Sort::Clearance {
            card(view, situation, follows);
        }
    }
    view.end_both();
}

fn card(view: &mut View, situation: &Situation, follows: &Follows) {
    let words = view.words;
    let consequence = situation.book.consequence(follows.consequence);
    let unsure = follows.concept.and_then(|concept| {
        let concept = situation.book.concept(concept);
        Some((concept, concept.question.as_ref()?.unsure.as_ref()?))
    });
    let about = |text| wording::about(words, situation.project, text);
    let (title, with, how) = match unsure {
        Some((concept, unsure)) => {
            let how = wording::asking(words, situation.project, concept, unsure.how);
            (words.text(concept.name), &unsure.with, how)
        }
        None => (words.text(consequence.name), &consequence.with, about(consequence.action)),
    };
    view.el("li", "kort");
    view.heading(2, "", title);
    view.p(&about(consequence.explanation));
    view.element("dl");
    fact(view, "hvem", &words.word_of("hos.", with));
    fact(view, "slik", &how);
    view.end();
    service(view, with);
    if Texts::is_own(consequence.citation) {
        view.el("p", "dempet");
        in_rule_book(view, "", &consequence.id, "", words.text(consequence.citation));
        view.end();
    }
    if let Some(concept) = follows.concept {
        view.el("div", "uten-papir");
        view.link_button(Action::Change(Ask::Concept(concept)), "nå-vet-jeg", title);
        view.end();
    }
    view.end();
}

fn fact(view: &mut View, word: &str, told: &str) {
    view.element("div");
    view.line("dt", "", view.words.word(word));
    view.element("dd");
    rich_text(view, told);
    view.end_both();
}
