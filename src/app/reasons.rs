//! Why: what broke a rule, or what kept within it.

use yew::Html;

use crate::engine::{Breach, Situation, Status, Verdict};
use crate::rules::{Base, Comparison, ConceptId, Kind, Requirement, RuleId, Version};

use super::headline::Headline;
use super::markup::{details, el, element, p, text, words};
use super::view::View;
use super::why::{citation, quoted};
use super::wording;

/// The reasons, the decisive ones first.
pub(super) fn reasons(view: &View, situation: &Situation, verdict: &Verdict, headline: Headline) -> Html {
    if !view.words.complete {
        return p(view.word("henter"));
    }
    if headline.is_application() { broken(view, situation, verdict) } else { kept(view, situation, verdict, headline) }
}

fn broken(view: &View, situation: &Situation, verdict: &Verdict) -> Html {
    let mut rules: Vec<RuleId> = Vec::new();
    for breach in &verdict.breaches {
        if !rules.contains(&breach.rule) {
            rules.push(breach.rule);
        }
    }
    let mut blocks: Vec<Html> = Vec::new();
    for rule in rules {
        blocks.push(block(view, situation, verdict, rule));
    }
    if blocks.len() > 1 {
        let others = blocks.split_off(1);
        blocks.push(details("", vec![text(view.word("andre-regler"))], others));
    }
    if blocks.is_empty() { Html::default() } else { view.section("derfor-søke", blocks) }
}

/// One rule and what broke it.
fn block(view: &View, situation: &Situation, verdict: &Verdict, rule: RuleId) -> Html {
    let Some(version) = situation.book.version(rule, situation.date) else { return Html::default() };
    let breaches: Vec<Breach> = verdict.breaches.iter().copied().filter(|breach| breach.rule == rule).collect();
    let name = view.words.filled("ikke-etter", &[("regel", view.text(version.name))]);
    let name = el("p", "regelnavn", vec![text(&name), text(", "), citation(view, version)]);
    el("div", "regel", vec![name, el("ul", "grunner", sentences(view, situation, rule, &breaches))])
}

/// What broke a rule, each sentence once, as items of a list.
pub(super) fn sentences(view: &View, situation: &Situation, rule: RuleId, breaches: &[Breach]) -> Vec<Html> {
    let Some(version) = situation.book.version(rule, situation.date) else { return Vec::new() };
    let mut said: Vec<String> = Vec::new();
    let mut items = Vec::new();
    for breach in breaches {
        let given = view.state.answers.get(breach.concept);
        let sentence = wording::breach(view.words, situation, version, breach, given);
        if !said.contains(&sentence) {
            items.push(reason(view, breach, &sentence, version));
            said.push(sentence);
        }
    }
    items
}

fn reason(view: &View, breach: &Breach, sentence: &str, version: &Version) -> Html {
    let mut inside = vec![words("p", "setning", sentence)];
    if let Some(quote) = version.conditions.get(breach.condition).and_then(|condition| condition.quote) {
        inside.push(el("p", "sitat", vec![text(view.word("loven-sier")), text(" "), quoted(view, quote)]));
    }
    element("li", &[], inside)
}

/// The measures against their limits, for those who keep within.
fn kept(view: &View, situation: &Situation, verdict: &Verdict, headline: Headline) -> Html {
    let basis = verdict.basis.and_then(|rule| Some((rule, situation.book.version(rule, situation.date)?)));
    let Some((rule, version)) = basis else { return Html::default() };
    let mut limits: Vec<Kept> = Vec::new();
    let mut rules = vec![rule];
    rules.extend(&version.presupposes);
    for rule in rules {
        let Some(version) = situation.book.version(rule, situation.date) else { continue };
        version.conditions.iter().for_each(|condition| collect(situation, &condition.requirement, &mut limits));
    }
    let mut items = Vec::new();
    for kept in &limits {
        if let Some(kept) = sentence(view, situation, kept) {
            items.push(words("li", "", &kept));
        }
    }
    let free = matches!(headline, Headline::Free | Headline::NotAMeasure);
    let name = view.words.filled("regelen", &[("regel", view.text(version.name))]);
    let name = element("p", &[], vec![text(&name), text(" "), citation(view, version)]);
    view.section(if free { "derfor-fri" } else { "derfor" }, vec![name, el("ul", "ds-list grenser", items)])
}

/// A limit that is kept.
struct Kept {
    concept: ConceptId,
    comparison: Comparison,
    amount: i64,
}

fn collect(situation: &Situation, requirement: &Requirement, into: &mut Vec<Kept>) {
    if situation.judge(requirement) != Status::Met {
        return;
    }
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => {
            for part in parts {
                collect(situation, part, into);
            }
        }
        Requirement::Bound(concept, comparison, bound) => {
            if let (Base::Literal(amount), None) = (&bound.base, into.iter().find(|kept| kept.concept == *concept)) {
                into.push(Kept { concept: *concept, comparison: *comparison, amount: *amount });
            }
        }
        Requirement::OneOf(..) => {}
    }
}

fn sentence(view: &View, situation: &Situation, kept: &Kept) -> Option<String> {
    let concept = situation.book.concept(kept.concept);
    let Kind::Number(unit) = concept.kind else { return None };
    let told = wording::known(view.words, situation, kept.concept);
    let limit = wording::limit(view.words, kept.comparison, kept.amount, unit);
    let blanks = [("begrep", view.text(concept.name)), ("svar", told.as_str()), ("grense", limit.as_str())];
    Some(view.words.filled("mål-og-grense", &blanks))
}
