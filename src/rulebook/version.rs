//! One version of a provision, whole.

use crate::rules::date::Date;
use crate::rules::wire;
use crate::rules::{RuleId, TextId, Version};

use super::changes::{Dated, changes};
use super::checked::checked;
use super::condition::{additions, blanks_shown};
use super::examples::examples;
use super::html::{Html, el, link, list, of_class, tag};
use super::limits::limits;
use super::said::said;
use super::volume::Volume;
use super::wording::wording;

/// The section of a version; `before` is the one that it took the place of, `end` the first day it no longer holds.
pub(super) fn version(volume: &Volume, rule: RuleId, own: Dated, before: Option<Dated>, end: Option<Date>) -> Html {
    let (version, file) = own;
    let anchor = anchor(version);
    let heading_id = format!("{anchor}-tittel");
    let heading = el("h2", &[("id", &heading_id)], period(volume, version, end));
    let of_texts = |texts: &[TextId]| {
        texts.iter().map(|text| Html::from(blanks_shown(volume, volume.text(*text)))).collect::<Vec<_>>()
    };
    let outcome = version.outcome.map(|outcome| {
        tag("p", Html::from(format!("{} ", volume.word("når-alt-er-oppfylt"))).then(volume.outcome_mark(outcome)))
    });
    let parts = [
        Html::from(
            before.map(|before| part(volume, "hva-er-endret", of_class("div", "endret", changes(volume, before, own)))),
        ),
        Html::from(
            version
                .scope
                .as_ref()
                .map(|scope| part(volume, "virkeområde", of_class("div", "krav", said(volume, scope)))),
        ),
        part(volume, heading_of(file), wording(volume, version, file).then(outcome)),
        optional(volume, "grenser", Html::from(limits(volume, version))),
        optional(volume, "forutsetter", rules(volume, &version.presupposes)),
        optional(volume, "ved-siden-av", rules(volume, &version.beside)),
        optional(volume, "tillegg", additions(volume, &version.additions)),
        optional(volume, "framgangsmåte", list("ol", "punkter", of_texts(&version.procedure))),
        optional(volume, "merknader", list("ul", "punkter", of_texts(&version.notes))),
        optional(volume, "eksempler", Html::from(of_rule(volume, rule, version, end))),
    ];
    let content = [heading, facts(volume, file)].into_iter().chain(parts).collect::<Vec<_>>();
    el("section", &[("class", "utgave"), ("id", &anchor), ("aria-labelledby", &heading_id)], content)
}

/// Where a version stands on its page.
pub(super) fn anchor(version: &Version) -> String {
    format!("fra-{}", version.from.iso())
}

/// From when to when, in words.
pub(super) fn period(volume: &Volume, version: &Version, end: Option<Date>) -> String {
    let from = volume.day(version.from);
    match (version.to, end) {
        (Some(to), _) => volume.filled("fra-til", &[("fra", &from), ("til", &volume.day(to))]),
        (None, Some(end)) => volume.filled("fra-før", &[("fra", &from), ("til", &volume.day(end))]),
        (None, None) => volume.filled("fra-nå", &[("fra", &from)]),
    }
}

fn heading_of(file: &wire::Rule) -> &'static str {
    match file.wording {
        wire::Wording::Quoted(_) => "ordlyd-og-vilkår",
        wire::Wording::Unquoted(_) => "vilkår",
    }
}

fn part(volume: &Volume, word: &'static str, content: Html) -> Html {
    tag("h3", volume.word(word)).then(content)
}

fn optional(volume: &Volume, word: &'static str, content: Html) -> Html {
    if content.is_empty() { content } else { part(volume, word, content) }
}

/// What amended it, which edition was read, and who has checked.
fn facts(volume: &Volume, file: &wire::Rule) -> Html {
    let fact = |word: &'static str, told: Html| tag("div", [tag("dt", volume.word(word)), tag("dd", told)]);
    let amended = file.in_force.amended_by.as_deref().map(|by| fact("endret-ved", Html::from(by)));
    let edition = match &file.edition {
        Some(edition) => Html::from(volume.written_day(edition)),
        None => Html::from(volume.word("ingen-utgave")),
    };
    let edition = match &file.citation.link {
        Some(address) if file.edition.is_some() => edition.then(" · ").then(link(address, volume.word("hos-lovdata"))),
        _ => edition,
    };
    let checked = fact("kontrollert", checked(volume, file));
    of_class("dl", "fakta", Html::from(amended).then(fact("lest-utgave", edition)).then(checked))
}

fn rules(volume: &Volume, rules: &[RuleId]) -> Html {
    list("ul", "punkter", rules.iter().map(|rule| volume.link_to(*rule)))
}

fn of_rule(volume: &Volume, rule: RuleId, version: &Version, end: Option<Date>) -> Option<Html> {
    let id = &volume.book().rule(rule).id;
    examples(
        volume,
        |file| file.rule.as_ref() == Some(id),
        |day| day >= version.from && end.is_none_or(|end| day < end),
    )
}
