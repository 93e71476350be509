//! One condition: what it requires, what the resident is told, what follows, and when it stays open.

use crate::rules::{Addition, Bound, ConceptId, Condition, Doubt, Requirement};

use super::html::{Html, el, list, of_class, tag};
use super::said::{bound_of, said};
use super::volume::Volume;

/// A condition as it stands beside its words.
pub(super) fn condition(volume: &Volume, condition: &Condition) -> Html {
    let requirement = of_class("div", "krav", said(volume, &condition.requirement));
    let told = blanks_shown(volume, &with_own_limit(volume, condition));
    let broken = of_class("p", "brudd", [tag("span", volume.word("ved-brudd")), Html::from(" "), tag("q", told)]);
    requirement.then(broken).then(doubt(volume, condition.doubt.as_ref())).then(consequences(volume, condition))
}

/// What is told of a breach, with the name and the limit where the condition has but one of them.
fn with_own_limit(volume: &Volume, condition: &Condition) -> String {
    let mut bounds = Vec::new();
    fixed_bounds(&condition.requirement, &mut bounds);
    let text = volume.text(condition.if_broken);
    let (names, limits): (Vec<String>, Vec<String>) = bounds
        .into_iter()
        .map(|(concept, bound)| {
            (volume.text(volume.book().concept(concept).name).to_owned(), bound_of(volume, concept, bound))
        })
        .unzip();
    let text = only(&names).map_or_else(|| text.to_owned(), |name| text.replace("{begrep}", name));
    only(&limits).map_or_else(|| text.clone(), |limit| text.replace("{grense}", limit))
}

/// What all of a list say, if they say the same.
fn only(all: &[String]) -> Option<&str> {
    let first = all.first()?;
    all.iter().all(|other| other == first).then_some(first)
}

fn fixed_bounds<'a>(requirement: &'a Requirement, into: &mut Vec<(ConceptId, &'a Bound)>) {
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => parts.iter().for_each(|part| fixed_bounds(part, into)),
        Requirement::Bound(concept, _, bound) => into.push((*concept, bound)),
        Requirement::OneOf(..) => {}
    }
}

/// A text with the blanks that are filled by each resident's own answers.
pub(super) fn blanks_shown(volume: &Volume, text: &str) -> String {
    ["svar", "grense", "begrep", "tiltaket"].iter().fold(text.to_owned(), |text, blank| {
        text.replace(&format!("{{{blank}}}"), &volume.filled(&format!("blank-{blank}"), &[]))
    })
}

/// What follows from a breach, and what keeps the condition open; a word where there is neither.
pub(super) fn effects(volume: &Volume, condition: &Condition) -> Html {
    let effects = Html::from(doubt(volume, condition.doubt.as_ref())).then(consequences(volume, condition));
    if effects.is_empty() { tag("p", volume.word("ingenting")) } else { effects }
}

fn doubt(volume: &Volume, doubt: Option<&Doubt>) -> Option<Html> {
    let Doubt { when, clear } = doubt?;
    let clear = Html::from(format!("{} ", volume.word("ved-tvil"))).then(volume.link_to_consequence(*clear));
    let when = tag("p", volume.word("når")).then(said(volume, when));
    Some(of_class("div", "tvil", [tag("p", clear), of_class("div", "når", when)]))
}

/// What follows from a breach: the first that fits.
fn consequences(volume: &Volume, condition: &Condition) -> Option<Html> {
    let (first, others) = condition.consequences.split_first()?;
    let all = [first].into_iter().chain(others).map(|consequences| {
        let given = list("ul", "gir", consequences.gives.iter().map(|id| volume.link_to_consequence(*id)));
        match &consequences.when {
            Some(when) => given.then(of_class("div", "når", tag("p", volume.word("når")).then(said(volume, when)))),
            None if others.is_empty() => given,
            None => given.then(of_class("p", "når", volume.word("ellers"))),
        }
    });
    let all = list("ol", if others.is_empty() { "følger én" } else { "følger" }, all.collect::<Vec<_>>());
    Some(of_class("div", "følge", [tag("p", volume.word("følger-av-brudd")), all]))
}

/// Duties and things to clear that come with a rule, each with when.
pub(super) fn additions(volume: &Volume, additions: &[Addition]) -> Html {
    let item = |addition: &Addition| {
        let what = volume.link_to_consequence(addition.consequence);
        let when = addition
            .when
            .as_ref()
            .map(|when| el("div", &[("class", "når")], tag("p", volume.word("når")).then(said(volume, when))));
        what.then(when)
    };
    list("ul", "punkter", additions.iter().map(item))
}
