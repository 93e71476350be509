//! Why a question is asked, and in whose words.

use yew::Html;

use crate::engine::next_question::asked_because;
use crate::rules::{ConceptId, TextId, Version};

use super::markup::{details, element, group, heard, p, text};
use super::quantity_field::Before;
use super::rich_text;
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
    let summary = vec![text(view.word("hvorfor-spør-vi")), heard(&[": ", view.text(concept.name)].concat())];
    let inside = [reason.as_deref().map(p), rule, measured.as_deref().map(p)];
    details("hvorfor", summary, inside.into_iter().flatten().collect())
}

fn law(view: &View, version: &Version, condition: Option<usize>) -> Html {
    let quote = condition.and_then(|place| version.conditions.get(place)).and_then(|condition| condition.quote);
    let quote = quote.map(|quote| element("p", &[], vec![quoted(view, quote)])).unwrap_or_default();
    group(vec![element("p", &[], vec![citation(view, version)]), quote])
}

/// The law's own words, in Norwegian in every language.
pub(super) fn quoted(view: &View, quote: TextId) -> Html {
    element("q", &[("lang", "nb")], vec![text(view.text(quote))])
}

/// The paragraph, as a link to the law where there is one, and how well its words are known.
pub(super) fn citation(view: &View, version: &Version) -> Html {
    let cited = view.text(version.citation);
    let link = match version.link.map(|address| view.text(address)) {
        Some(address) if address.starts_with("https://") => rich_text::link(view, address, cited),
        _ => text(cited),
    };
    let known = match version.wording {
        crate::rules::Wording::Read => None,
        crate::rules::Wording::NotRead => Some("ikke-lest"),
        crate::rules::Wording::Guidance => Some("veiledning"),
        crate::rules::Wording::Practice => Some("praksis"),
    };
    let known = known.map(|known| text(&[" ", view.word(known)].concat())).unwrap_or_default();
    group(vec![link, text("."), known])
}
