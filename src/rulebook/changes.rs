//! What a version changed from the one before it, found in the rules themselves.

use crate::rules::wire::{self, Wording};
use crate::rules::{ConceptId, Condition, RuleId, Version};

use super::condition::effects;
use super::html::{Html, el, link, list, of_class, tag};
use super::said::said;
use super::volume::{Volume, rule_file};

/// A version and its file.
pub(super) type Dated<'a> = (&'a Version, &'a wire::Rule);

/// Every difference, as a list; one sentence where there is none.
pub(super) fn changes(volume: &Volume, before: Dated, after: Dated) -> Html {
    let mut items = conditions(volume, &before.0.conditions, &after.0.conditions);
    items.extend(frame(volume, before.0, after.0));
    items.extend(rules(volume, "forutsetter", &before.0.presupposes, &after.0.presupposes));
    items.extend(rules(volume, "ved-siden-av", &before.0.beside, &after.0.beside));
    items.extend(words(volume, before.1, after.1));
    let told = if items.is_empty() { tag("p", volume.word("ingen-endring")) } else { list("ul", "endringer", items) };
    told.then(unread(volume, before.1))
}

fn entry(volume: &Volume, word: &'static str, content: impl Into<Html>) -> Html {
    of_class("p", "hva", volume.word(word)).then(content)
}

/// Conditions are the same where their requirements are; those that read the same concepts are the same one, altered.
fn conditions(volume: &Volume, before: &[Condition], after: &[Condition]) -> Vec<Html> {
    let mut old: Vec<&Condition> = before.iter().collect();
    let mut new: Vec<&Condition> = Vec::new();
    let mut items = Vec::new();
    for condition in after {
        match old.iter().position(|other| other.requirement == condition.requirement) {
            Some(place) => items.extend(same_requirement(volume, old.remove(place), condition)),
            None => new.push(condition),
        }
    }
    for condition in new {
        match old.iter().position(|other| reads(other) == reads(condition)) {
            Some(place) => items.push(altered(volume, old.remove(place), condition)),
            None => items.push(entry(volume, "nytt-vilkår", requirement(volume, "ny", condition))),
        }
    }
    let gone = old.into_iter().map(|condition| entry(volume, "borte-vilkår", requirement(volume, "gammel", condition)));
    items.into_iter().chain(gone).collect()
}

/// What follows from a breach, or keeps the condition open, is another.
fn same_requirement(volume: &Volume, before: &Condition, after: &Condition) -> Option<Html> {
    let differs = before.consequences != after.consequences || before.doubt != after.doubt;
    differs.then(|| {
        let same = of_class("div", "krav", said(volume, &after.requirement));
        let [old, new] = [before, after].map(|condition| effects(volume, condition));
        entry(volume, "endret-følge", same.then(old_and_new(volume, old, new)))
    })
}

fn altered(volume: &Volume, before: &Condition, after: &Condition) -> Html {
    let [old, new] = [before, after].map(|condition| of_class("div", "krav", said(volume, &condition.requirement)));
    entry(volume, "endret-vilkår", old_and_new(volume, old, new))
}

fn old_and_new(volume: &Volume, old: Html, new: Html) -> Html {
    let pair = [("før-var", "del", "gammel", old), ("nå-er", "ins", "ny", new)];
    let pair = pair.map(|(word, element, class, shown)| {
        of_class("div", "par", [of_class("p", "når", volume.word(word)), of_class(element, class, shown)])
    });
    pair.into()
}

fn requirement(volume: &Volume, class: &'static str, condition: &Condition) -> Html {
    let element = if class == "gammel" { "del" } else { "ins" };
    el("div", &[("class", "krav")], el(element, &[("class", class)], said(volume, &condition.requirement)))
}

fn reads(condition: &Condition) -> Vec<ConceptId> {
    let mut concepts = Vec::new();
    condition.requirement.concepts(&mut concepts);
    concepts.sort_unstable();
    concepts.dedup();
    concepts
}

/// Outcome, scope, and what comes with the rule.
fn frame(volume: &Volume, before: &Version, after: &Version) -> Vec<Html> {
    let mut items = Vec::new();
    if before.outcome != after.outcome {
        let outcome = after.outcome.map(|outcome| volume.outcome_mark(outcome));
        items.push(entry(volume, "endret-utfall", outcome));
    }
    if before.scope != after.scope {
        let scope = after.scope.as_ref().map(|scope| of_class("div", "krav", said(volume, scope)));
        items.push(entry(volume, "endret-virkeområde", scope));
    }
    if before.additions != after.additions {
        items.push(entry(volume, "endret-tillegg", super::condition::additions(volume, &after.additions)));
    }
    items
}

fn rules(volume: &Volume, word: &str, before: &[RuleId], after: &[RuleId]) -> Vec<Html> {
    let linked = |rule: RuleId| link(&rule_file(volume.book().rule(rule)), volume.name(rule));
    let told = |key: &str, rules: Vec<RuleId>| {
        let links = list("ul", "punkter", rules.into_iter().map(linked));
        (!links.is_empty()).then(|| of_class("p", "hva", volume.filled(&format!("{key}-{word}"), &[])).then(links))
    };
    let only =
        |these: &[RuleId], those: &[RuleId]| these.iter().copied().filter(|rule| !those.contains(rule)).collect();
    [told("ny", only(after, before)), told("borte", only(before, after))].into_iter().flatten().collect()
}

/// Where the older words are not read, only what was made of them can be compared.
fn unread(volume: &Volume, before: &wire::Rule) -> Option<Html> {
    let unread = matches!(before.wording, Wording::Unquoted(_));
    unread.then(|| tag("p", volume.word("ordlyd-før-ikke-lest")))
}

/// Sentences of the statute that came or went.
fn words(volume: &Volume, before: &wire::Rule, after: &wire::Rule) -> Vec<Html> {
    let (Wording::Quoted(before), Wording::Quoted(after)) = (&before.wording, &after.wording) else {
        return Vec::new();
    };
    let only = |these: &[String], those: &[String], element: &'static str, class: &'static str| {
        let gone = these.iter().filter(|sentence| !those.contains(sentence));
        let shown = gone.map(|sentence| el(element, &[("class", class), ("lang", "no")], sentence.as_str()));
        list("ul", "punkter", shown.collect::<Vec<_>>())
    };
    let come = ("nye-ord", only(after, before, "ins", "ny"));
    let gone = ("borte-ord", only(before, after, "del", "gammel"));
    [come, gone]
        .into_iter()
        .filter(|(_, sentences)| !sentences.is_empty())
        .map(|(word, sentences)| entry(volume, word, sentences))
        .collect()
}
