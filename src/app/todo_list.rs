//! What to do next, in order, and what to remember while building.

use crate::engine::{Breach, Situation, Verdict};
use crate::rules::{ConsequenceId, RuleId, Sort};

use super::reasons::sentences;
use super::rich_text::{rich_line, rich_p};
use super::view::View;
use super::why::in_rule_book;
use crate::wording;

/// What must be granted first, then the rule's own procedure.
pub(super) fn todo_list(view: &mut View, situation: &Situation, verdict: &Verdict) {
    let book = situation.book;
    let decided = verdict.outcome.is_some() || verdict.at_least.is_some();
    let version = verdict.basis.filter(|_| decided).and_then(|rule| book.version(rule, situation.date));
    let procedure = version.map_or(&[][..], |version| &version.procedure);
    let granted = |sort| verdict.of_sort(book, sort);
    if procedure.is_empty() && granted(Sort::Dispensation).chain(granted(Sort::Permit)).next().is_none() {
        return;
    }
    view.section("gjør-dette");
    view.el("ol", "ds-list punkter");
    for id in granted(Sort::Dispensation).chain(granted(Sort::Permit)) {
        item(view, situation, id, Some(verdict));
    }
    for step in procedure {
        rich_line(view, "li", &wording::about(view.words, situation.project, *step));
    }
    view.end_both();
}

/// Duties of this very project, then those that always apply.
pub(super) fn duties(view: &mut View, situation: &Situation, verdict: &Verdict) {
    for standard in [false, true] {
        let mut listed = verdict.of_sort(situation.book, Sort::Duty).collect::<Vec<_>>();
        listed.retain(|id| situation.book.consequence(*id).standard == standard);
        if listed.is_empty() {
            continue;
        }
        if standard {
            view.details("", "", view.word("gjelder-alltid"), "");
        } else {
            view.section("husk");
        }
        view.el("ul", "ds-list punkter");
        for id in listed {
            item(view, situation, id, None);
        }
        view.end_both();
        if standard {
            view.end();
        }
    }
}

/// What follows, for which answers, what it means, exactly what to do, with whom, and where it stands.
fn item(view: &mut View, situation: &Situation, id: ConsequenceId, because_of: Option<&Verdict>) {
    let words = view.words;
    let consequence = situation.book.consequence(id);
    let about = |text| wording::about(words, situation.project, text);
    view.element("li");
    view.line("strong", "", words.text(consequence.name));
    if let Some(verdict) = because_of {
        because(view, situation, verdict, id);
    }
    view.p(&about(consequence.explanation));
    rich_p(view, &about(consequence.action));
    let who = words.word_of("hos.", &consequence.with);
    view.el("p", "dempet");
    view.say(&[&who, " · "].concat());
    in_rule_book(view, "folger.html#", &consequence.id, "", words.text(consequence.citation));
    view.end();
    view.end();
}

/// The answers for whose sake something must be granted, each with the rule's words.
fn because(view: &mut View, situation: &Situation, verdict: &Verdict, id: ConsequenceId) {
    let mut reasons: Vec<(RuleId, Vec<Breach>)> = Vec::new();
    for follows in &verdict.follows {
        let (true, Some(rule), Some(place)) = (follows.consequence == id, follows.rule, follows.condition) else {
            continue;
        };
        let mut breaches = Vec::new();
        situation.breaches(rule, &mut breaches);
        breaches.retain(|breach| breach.rule == rule && breach.condition == place);
        if !breaches.is_empty() {
            reasons.push((rule, breaches));
        }
    }
    if reasons.is_empty() {
        return;
    }
    view.el("ul", "grunner");
    for (rule, breaches) in reasons {
        sentences(view, situation, rule, &breaches);
    }
    view.end();
}
