//! Why a question is asked, and in whose words.

use yew::{Html, html};

use crate::engine::next_question::asked_because;
use crate::rules::{ConceptId, Version};

use super::quantity_field::Before;
use super::rich_text::link;
use super::view::View;
use super::wording;

/// Behind a summary: our reason, the rule, its words, and how the answer is measured.
pub(super) fn why(view: &View, concept_id: ConceptId, before: Before) -> Html {
    let concept = view.state.book.concept(concept_id);
    let reason = concept.question.as_ref().and_then(|question| question.why).zip(view.state.project());
    let reason = reason.map(|(why, project)| wording::asking(view.words, project, concept, why));
    let measured = concept.measured_by.filter(|_| view.words.complete);
    let measured = measured.map(|text| view.words.filled("måles-etter", &[("hjemmel", view.text(text))]));
    let rule = before.and_then(|(situation, verdict)| {
        let (rule, condition) = asked_because(situation, verdict, concept_id)?;
        Some((view.state.book.version(rule, situation.date)?, condition))
    });
    let rule = rule.filter(|_| view.words.complete).map(|(version, condition)| law(view, version, condition));
    if reason.is_none() && rule.is_none() {
        return Html::default();
    }
    html! {
        <details class="ds-details hvorfor">
            <summary>
                { view.word("hvorfor-spør-vi").to_owned() }
                <span class="ds-sr-only">{ ": " }{ view.text(concept.name).to_owned() }</span>
            </summary>
            <div>
                if let Some(reason) = reason { <p>{ reason }</p> }
                { rule.unwrap_or_default() }
                if let Some(measured) = measured { <p>{ measured }</p> }
            </div>
        </details>
    }
}

fn law(view: &View, version: &Version, condition: Option<usize>) -> Html {
    let quote = condition.and_then(|place| version.conditions.get(place)).and_then(|condition| condition.quote);
    html! {
        <>
            <p>{ citation(view, version) }</p>
            if let Some(quote) = quote { <p><q lang="nb">{ view.text(quote).to_owned() }</q></p> }
        </>
    }
}

/// The paragraph, as a link to the law where there is one, and how well its words are known.
pub(super) fn citation(view: &View, version: &Version) -> Html {
    let text = view.text(version.citation);
    let cited = match version.link.map(|address| view.text(address)) {
        Some(address) if address.starts_with("https://") => link(view, address, text),
        _ => text.to_owned().into(),
    };
    let known = match version.wording {
        crate::rules::Wording::Read => None,
        crate::rules::Wording::NotRead => Some("ikke-lest"),
        crate::rules::Wording::Guidance => Some("veiledning"),
        crate::rules::Wording::Practice => Some("praksis"),
    };
    html! {
        <>
            { cited }{ "." }
            if let Some(known) = known { { " " }{ view.word(known).to_owned() } }
        </>
    }
}
