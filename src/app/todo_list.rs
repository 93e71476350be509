//! What to do next, in order, and what to remember while building.

use yew::Html;

use crate::engine::{Situation, Verdict};
use crate::rules::{ConsequenceId, Sort};

use super::markup::{details, el, element, group, p, text, words};
use super::reasons::sentences;
use super::rich_text::{rich_p, rich_text};
use super::view::View;
use super::wording;

/// What must be granted first, then the rule's own procedure.
pub(super) fn todo_list(view: &View, situation: &Situation, verdict: &Verdict) -> Html {
    let mut items: Vec<Html> = Vec::new();
    for sort in [Sort::Dispensation, Sort::Permit] {
        for id in verdict.of_sort(situation.book, sort) {
            items.push(item(view, situation, id, because(view, situation, verdict, id)));
        }
    }
    let decided = verdict.outcome.is_some() || verdict.at_least.is_some();
    let version = verdict.basis.filter(|_| decided).and_then(|rule| situation.book.version(rule, situation.date));
    for step in version.map_or(&[][..], |version| &version.procedure) {
        let text = wording::about(view.words, situation.project, *step);
        items.push(element("li", &[], vec![rich_text(view, &text)]));
    }
    section(view, "gjør-dette", "ol", items)
}

/// Duties of this very project.
pub(super) fn duties(view: &View, situation: &Situation, verdict: &Verdict) -> Html {
    let (mut standard, mut own) = (Vec::new(), Vec::new());
    for id in verdict.of_sort(situation.book, Sort::Duty) {
        let list = if situation.book.consequence(id).standard { &mut standard } else { &mut own };
        list.push(item(view, situation, id, Vec::new()));
    }
    let own = section(view, "husk", "ul", own);
    if standard.is_empty() {
        return own;
    }
    let standard = vec![el("ul", "ds-list punkter", standard)];
    group(vec![own, details("", vec![text(view.word("gjelder-alltid"))], standard)])
}

fn section(view: &View, word: &str, tag: &'static str, items: Vec<Html>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    view.section(word, vec![el(tag, "ds-list punkter", items)])
}

/// The answers for whose sake something must be granted, each with the rule's words.
fn because(view: &View, situation: &Situation, verdict: &Verdict, id: ConsequenceId) -> Vec<Html> {
    let mut reasons = Vec::new();
    for follows in verdict.follows.iter().filter(|follows| follows.consequence == id) {
        let Some((rule, place)) = follows.rule.zip(follows.condition) else { continue };
        let mut breaches = Vec::new();
        situation.breaches(rule, &mut breaches);
        breaches.retain(|breach| breach.rule == rule && breach.condition == place);
        reasons.extend(sentences(view, situation, rule, &breaches));
    }
    if reasons.is_empty() { reasons } else { vec![el("ul", "grunner", reasons)] }
}

/// What follows, what it means, exactly what to do, with whom, and where it stands.
fn item(view: &View, situation: &Situation, id: ConsequenceId, because: Vec<Html>) -> Html {
    let consequence = situation.book.consequence(id);
    let about = |text| wording::about(view.words, situation.project, text);
    let who = view.words.word_of("hos.", &consequence.with);
    let basis = [&who, " · ", view.text(consequence.citation)].concat();
    let mut inside = vec![words("strong", "", view.text(consequence.name))];
    inside.extend(because);
    inside.push(p(&about(consequence.explanation)));
    inside.push(rich_p(view, &about(consequence.action)));
    inside.push(words("p", "dempet", &basis));
    element("li", &[], inside)
}
