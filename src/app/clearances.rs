//! What is not known: one card per fact, with who knows, where, and what to ask.

use yew::{Html, html};

use crate::engine::verdict::Follows;
use crate::engine::{Situation, Verdict};
use crate::rules::Sort;

use super::field::Ask;
use super::rich_text::rich_text;
use super::state::Action;
use super::view::View;
use super::wording;

/// The cards.
pub(super) fn clearances(view: &View, situation: &Situation, verdict: &Verdict, word: &str) -> Html {
    let clears = |follows: &&Follows| situation.book.consequence(follows.consequence).sort == Sort::Clearance;
    let cards: Vec<Html> =
        verdict.follows.iter().filter(clears).map(|follows| card(view, situation, follows)).collect();
    if cards.is_empty() {
        return Html::default();
    }
    html! {
        <div class="avsnitt">
            { view.heading(1, "sm", view.words.word(word)) }
            <ul class="kort-liste">{ for cards }</ul>
        </div>
    }
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
    html! {
        <li class="kort">
            { view.heading(2, "xs", title) }
            <p>{ about(consequence.explanation) }</p>
            <dl>
                <div><dt>{ view.word("hvem").to_owned() }</dt><dd>{ view.words.word_of("hos.", with) }</dd></div>
                <div><dt>{ view.word("slik").to_owned() }</dt><dd>{ rich_text(view, &how) }</dd></div>
            </dl>
            if let Some(concept) = follows.concept {
                <button type="button" class="lenke uten-papir" onclick={view.press(Action::Change(Ask::Concept(concept)))}>
                    { view.word("nå-vet-jeg").to_owned() }<span class="ds-sr-only">{ ": " }{ title.to_owned() }</span>
                </button>
            }
        </li>
    }
}
