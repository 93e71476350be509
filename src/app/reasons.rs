//! Why: what broke a rule, or what kept within it.

use crate::engine::{Breach, Situation, Status, Verdict};
use crate::rules::texts::Texts;
use crate::rules::{Base, Comparison, ConceptId, Kind, Requirement, RuleId, Version};

use super::view::View;
use super::why::{citation, quoted};
use crate::wording;
use crate::wording::headline::Headline;
use crate::wording::limit_hint::is_stricter;

/// The reasons, the decisive ones first.
pub(super) fn reasons(view: &mut View, situation: &Situation, verdict: &Verdict, headline: Headline) {
    if headline.is_application() {
        broken(view, situation, verdict);
    } else {
        kept(view, situation, verdict, headline);
    }
}

fn broken(view: &mut View, situation: &Situation, verdict: &Verdict) {
    let mut rules: Vec<RuleId> = Vec::new();
    for breach in &verdict.breaches {
        if !rules.contains(&breach.rule) {
            // What a municipality requires of its own is seldom thought of.
            let place = if is_own(situation, breach.rule) { 0 } else { rules.len() };
            rules.insert(place, breach.rule);
        }
    }
    let Some((first, others)) = rules.split_first() else { return };
    view.section("derfor-søke");
    block(view, situation, verdict, *first);
    if !others.is_empty() {
        view.details("", "", view.word("andre-regler"), "");
        for rule in others {
            block(view, situation, verdict, *rule);
        }
        view.end_both();
    }
    if let Some((rule, version)) = basis(situation, verdict) {
        rests_on(view, rule, version);
    }
    view.end();
}

/// Whether a rule is a municipality's own condition.
fn is_own(situation: &Situation, rule: RuleId) -> bool {
    situation.book.version(rule, situation.date).is_some_and(|version| Texts::is_own(version.name))
}

fn basis<'a>(situation: &Situation<'a>, verdict: &Verdict) -> Option<(RuleId, &'a Version)> {
    let rule = verdict.basis?;
    Some((rule, situation.book.version(rule, situation.date)?))
}

/// The rule that gives the answer.
fn rests_on(view: &mut View, rule: RuleId, version: &Version) {
    view.element("p");
    view.say(&view.words.filled("regelen", &[("regel", view.text(version.name))]));
    view.say(" ");
    citation(view, rule, version);
    view.end();
}

/// One rule and what broke it.
fn block(view: &mut View, situation: &Situation, verdict: &Verdict, rule: RuleId) {
    let Some(version) = situation.book.version(rule, situation.date) else { return };
    let mut breaches = verdict.breaches.clone();
    breaches.retain(|breach| breach.rule == rule);
    view.el("div", "regel");
    view.el("p", "regelnavn");
    let word = if Texts::is_own(version.name) { "egne-vilkår-ikke-etter" } else { "ikke-etter" };
    view.say(&view.words.filled(word, &[("regel", view.text(version.name))]));
    view.say(", ");
    citation(view, rule, version);
    view.end();
    view.el("ul", "grunner");
    sentences(view, situation, rule, &breaches);
    view.end_both();
}

/// What broke a rule, each sentence once, as items of a list.
pub(super) fn sentences(view: &mut View, situation: &Situation, rule: RuleId, breaches: &[Breach]) {
    let Some(version) = situation.book.version(rule, situation.date) else { return };
    let mut said: Vec<String> = Vec::new();
    for breach in breaches {
        let given = view.state.answers.get(breach.concept);
        let sentence = wording::breach(view.words, situation, version, breach, given);
        if !said.contains(&sentence) {
            reason(view, breach, &sentence, version);
            said.push(sentence);
        }
    }
}

fn reason(view: &mut View, breach: &Breach, sentence: &str, version: &Version) {
    view.element("li");
    view.line("p", "setning", sentence);
    if let Some(quote) = version.conditions.get(breach.condition).and_then(|condition| condition.quote) {
        view.el("p", "sitat");
        view.say(view.word("loven-sier"));
        view.say(" ");
        quoted(view, quote);
        view.end();
    }
    view.end();
}

/// The measures against their limits, for those who keep within.
fn kept(view: &mut View, situation: &Situation, verdict: &Verdict, headline: Headline) {
    let Some((rule, version)) = basis(situation, verdict) else { return };
    let mut limits: Vec<Kept> = Vec::new();
    let mut rules = vec![rule];
    rules.extend(&version.presupposes);
    for part in rules {
        let Some(version) = situation.book.version(part, situation.date) else { continue };
        if situation.is_outside(version) {
            continue;
        }
        for condition in &version.conditions {
            collect(situation, &condition.requirement, &mut limits);
        }
    }
    let free = matches!(headline, Headline::Free | Headline::NotAMeasure);
    view.section(if free { "derfor-fri" } else { "derfor" });
    rests_on(view, rule, version);
    view.el("ul", "ds-list grenser");
    for kept in &limits {
        sentence(view, situation, kept);
    }
    view.end_both();
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
            let Base::Literal(amount) = bound.base else { return };
            let kept = Kept { concept: *concept, comparison: *comparison, amount };
            match into.iter_mut().find(|known| known.concept == *concept) {
                None => into.push(kept),
                Some(known) if is_stricter((kept.comparison, amount), (known.comparison, known.amount)) => {
                    *known = kept;
                }
                Some(_) => {}
            }
        }
        Requirement::OneOf(..) => {}
    }
}

fn sentence(view: &mut View, situation: &Situation, kept: &Kept) {
    let concept = situation.book.concept(kept.concept);
    let Kind::Number(unit) = concept.kind else { return };
    let told = wording::known(view.words, situation, kept.concept);
    let limit = wording::limit(view.words, kept.comparison, kept.amount, unit);
    let blanks = [("begrep", view.text(concept.name)), ("svar", told.as_str()), ("grense", limit.as_str())];
    view.line("li", "", &view.words.filled("mål-og-grense", &blanks));
}
