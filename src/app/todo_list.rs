//! What to do next, in order, and what to remember while building.

use yew::{Html, html};

use crate::engine::{Situation, Verdict};
use crate::rules::{ConsequenceId, Sort};

use super::rich_text::rich_text;
use super::view::{View, element};
use super::wording;

/// What must be granted first, then the rule's own procedure.
pub(super) fn todo_list(view: &View, situation: &Situation, verdict: &Verdict) -> Html {
    let mut items: Vec<Html> = Vec::new();
    for sort in [Sort::Dispensation, Sort::Permit] {
        items.extend(verdict.of_sort(situation.book, sort).map(|id| item(view, situation, id)));
    }
    let decided = verdict.outcome.is_some() || verdict.at_least.is_some();
    let version = verdict.basis.filter(|_| decided).and_then(|rule| situation.book.version(rule, situation.date));
    let procedure = version.iter().flat_map(|version| &version.procedure);
    items.extend(procedure.map(|step| {
        let text = wording::about(view.words, situation.project, *step);
        html! { <li>{ rich_text(view, &text) }</li> }
    }));
    section(view, "gjør-dette", items, true)
}

/// Duties of this very project.
pub(super) fn duties(view: &View, situation: &Situation, verdict: &Verdict) -> Html {
    let (standard, own): (Vec<ConsequenceId>, Vec<ConsequenceId>) =
        verdict.of_sort(situation.book, Sort::Duty).partition(|id| situation.book.consequence(*id).standard);
    let own = own.into_iter().map(|id| item(view, situation, id)).collect();
    let standard: Vec<Html> = standard.into_iter().map(|id| item(view, situation, id)).collect();
    html! {
        <>
            { section(view, "husk", own, false) }
            if !standard.is_empty() {
                <details class="ds-details">
                    <summary>{ view.word("gjelder-alltid").to_owned() }</summary>
                    <div><ul class="ds-list punkter">{ for standard }</ul></div>
                </details>
            }
        </>
    }
}

fn section(view: &View, word: &str, items: Vec<Html>, ordered: bool) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let tag = if ordered { "ol" } else { "ul" };
    html! {
        <div class="avsnitt">
            { view.heading(1, "sm", view.words.word(word)) }
            { element(tag, &[("class", "ds-list punkter")], items.into_iter().collect()) }
        </div>
    }
}

/// What follows, what it means, exactly what to do, with whom, and where it stands.
fn item(view: &View, situation: &Situation, id: ConsequenceId) -> Html {
    let consequence = situation.book.consequence(id);
    let about = |text| wording::about(view.words, situation.project, text);
    let who = view.words.word_of("hos.", &consequence.with);
    html! {
        <li>
            <strong>{ view.text(consequence.name).to_owned() }</strong>
            <p>{ about(consequence.explanation) }</p>
            <p>{ rich_text(view, &about(consequence.action)) }</p>
            <p class="dempet">{ who }{ " · " }{ view.text(consequence.citation).to_owned() }</p>
        </li>
    }
}
