//! What is not known: one card per fact, with who knows, where, and what to ask.

use yew::Html;

use crate::engine::verdict::Follows;
use crate::engine::{Situation, Verdict};
use crate::rules::Sort;

use super::field::Ask;
use super::markup::{el, element, p, text, words};
use super::rich_text::rich_text;
use super::state::Action;
use super::view::View;
use super::wording;

/// The cards.
pub(super) fn clearances(view: &View, situation: &Situation, verdict: &Verdict, word: &str) -> Html {
    let mut cards = Vec::new();
    for follows in &verdict.follows {
        if situation.book.consequence(follows.consequence).sort == Sort::Clearance {
            cards.push(card(view, situation, follows));
        }
    }
    if cards.is_empty() {
        return Html::default();
    }
    view.section(word, vec![el("ul", "kort-liste", cards)])
}

fn card(view: &View, situation: &Situation, follows: &Follows) -> Html {
    let consequence = situation.book.consequence(follows.consequence);
    let unsure = follows.concept.and_then(|concept| {
        let concept = situation.book.concept(concept);
        Some((concept, concept.question.as_ref()?.unsure.as_ref()?))
    });
    let about = |text| wording::about(view.words, situation.project, text);
    let (title, with, how) = match unsure {
        Some((concept, unsure)) => {
            let how = wording::asking(view.words, situation.project, concept, unsure.how);
            (view.text(concept.name), &unsure.with, how)
        }
        None => (view.text(consequence.name), &consequence.with, about(consequence.action)),
    };
    let facts =
        vec![fact(view, "hvem", text(&view.words.word_of("hos.", with))), fact(view, "slik", rich_text(view, &how))];
    let mut inside = vec![view.heading(2, title), p(&about(consequence.explanation)), element("dl", &[], facts)];
    if let Some(concept) = follows.concept {
        let change = view.link_button(Action::Change(Ask::Concept(concept)), "nå-vet-jeg", title);
        inside.push(el("div", "uten-papir", vec![change]));
    }
    el("li", "kort", inside)
}

fn fact(view: &View, word: &str, inside: Html) -> Html {
    element("div", &[], vec![words("dt", "", view.words.word(word)), element("dd", &[], vec![inside])])
}
