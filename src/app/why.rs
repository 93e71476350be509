//! What more there is to say of a question: how it is answered exactly, why it is asked, and in whose words.

use crate::engine::next_question::asked_because;
use crate::rules::address::slug;
use crate::rules::{Concept, ConceptId, RuleId, TextId, Version, Wording};

use super::names::Name;
use super::quantity_field::Before;
use super::rich_text;
use super::view::View;
use crate::wording;

/// Behind a summary: what goes beyond the help, our reason, the rule, its words, and how the answer is measured.
pub(super) fn why(view: &mut View, concept_id: ConceptId, before: Before) {
    let (state, words) = (view.state, view.words);
    let concept = state.book.concept(concept_id);
    let (more, why) = concept.question.as_ref().map_or((None, None), |question| (question.more, question.why));
    let rule = before.filter(|_| words.complete).and_then(|(situation, verdict)| {
        let (rule, condition) = asked_because(situation, verdict, concept_id)?;
        Some((rule, state.book.version(rule, situation.date)?, condition))
    });
    if more.or(why).is_none() && rule.is_none() {
        return view.nothing();
    }
    view.details("hvorfor", "", view.word("vil-vite-mer"), words.text(concept.name));
    told(view, concept, more);
    told(view, concept, why);
    if let Some((rule, version, condition)) = rule {
        law(view, rule, version, condition);
    }
    if let (Some(text), true) = (concept.measured_by, words.complete) {
        view.element("p");
        let measured = words.filled("måles-etter", &[("hjemmel", words.text(text))]);
        in_rule_book(view, "begreper.html#", &concept.id, "", &measured);
        view.end();
    }
    view.end_both();
}

/// A paragraph of our own, where there is one.
#[inline(never)]
fn told(view: &mut View, concept: &Concept, text: Option<TextId>) {
    if let Some((project, text)) = view.state.project().zip(text) {
        view.p(&wording::asking(view.words, project, concept, text));
    }
}

fn law(view: &mut View, rule: RuleId, version: &Version, condition: Option<usize>) {
    view.element("p");
    citation(view, rule, version);
    view.end();
    if let Some(quote) = condition.and_then(|place| version.conditions.get(place)?.quote) {
        view.element("p");
        quoted(view, quote);
        view.end();
    }
}

/// A link to something in the rule book, which is written in bokmål and nynorsk. What a municipality has added is not there:
/// its name is its address, where it has one.
#[inline(never)]
pub(super) fn in_rule_book(view: &mut View, page: &str, id: &str, end: &str, words: &str) {
    if id.is_empty() {
        return view.say(words);
    }
    if id.contains(':') {
        return rich_text::link(view, id, words);
    }
    let folder = if view.words.tag == "nn" { "nn/" } else { "nb/" };
    let address = [&view.props.rule_book, folder, page, &slug(id), end].concat();
    rich_text::link(view, &address, words);
}

/// The law's own words, in Norwegian in every language.
pub(super) fn quoted(view: &mut View, quote: TextId) {
    view.element("q");
    view.set(Name::Lang, "nb");
    view.say(view.text(quote));
    view.end();
}

/// The paragraph, as a link to its page in the rule book, and how well its words are known. The page begins with the
/// link to the law itself.
pub(super) fn citation(view: &mut View, rule: RuleId, version: &Version) {
    in_rule_book(view, "", &view.state.book.rule(rule).id, ".html", view.text(version.citation));
    view.say(".");
    let known = match version.wording {
        Wording::Read => return,
        Wording::NotRead => "ikke-lest",
        Wording::Guidance => "veiledning",
        Wording::Practice => "praksis",
    };
    view.say(&[" ", view.word(known)].concat());
}
