//! Everything that a rule may lead to: dispensations, permits, duties and things to clear.

use crate::rules::address::slug;
use crate::rules::{ConsequenceId, RuleId, Sort, Version};

use super::condition::blanks_shown;
use super::html::{Html, el, link, list, of_class, tag};
use super::page::Page;
use super::volume::Volume;

/// The page, one part for each sort.
pub(super) fn consequences_page(volume: &Volume) -> Page {
    let sorts = [
        (Sort::Dispensation, "dispensasjoner"),
        (Sort::Permit, "tillatelser"),
        (Sort::Duty, "plikter"),
        (Sort::Clearance, "avklaringer"),
    ];
    let parts = sorts.map(|(sort, word)| {
        let all = (0_u16..).map(ConsequenceId).zip(&volume.book().consequences);
        let own = all.filter(|(_, consequence)| consequence.sort == sort).map(|(id, _)| section(volume, id));
        tag("section", tag("h2", volume.word(word)).then(own.collect::<Vec<_>>()))
    });
    let lead = of_class("div", "ingress", tag("p", volume.word("følger-om")));
    Page {
        file: "folger.html".to_owned(),
        title: volume.word("følger").to_owned(),
        trail: vec![(None, volume.word("følger").to_owned())],
        body: lead.then(parts),
    }
}

fn section(volume: &Volume, id: ConsequenceId) -> Html {
    let consequence = volume.book().consequence(id);
    let text = |id| blanks_shown(volume, volume.text(id));
    let file = volume.loaded.sources.consequences.as_ref().and_then(|file| file.consequences.get(&consequence.id));
    let cited = match file.and_then(|file| file.citation.link.as_ref()) {
        Some(address) => link(address, text(consequence.citation)),
        None => Html::from(text(consequence.citation)),
    };
    let rules = volume.rules().filter(|rule| gives(volume, *rule, id)).map(|rule| volume.link_to(rule));
    let rules = list("ul", "punkter", rules.collect::<Vec<_>>());
    let from = (!rules.is_empty()).then(|| of_class("p", "lite", volume.word("følger-av")).then(rules));
    let content = [
        tag("h3", text(consequence.name)),
        tag("p", cited),
        tag("p", text(consequence.explanation)),
        tag("p", text(consequence.action)),
        from.into(),
    ];
    el("section", &[("class", "begrep"), ("id", &slug(&consequence.id))], content)
}

fn gives(volume: &Volume, rule: RuleId, id: ConsequenceId) -> bool {
    volume.book().rule(rule).versions.iter().any(|version| given(version).any(|given| given == id))
}

fn given(version: &Version) -> impl Iterator<Item = ConsequenceId> {
    let additions = version.additions.iter().map(|addition| addition.consequence);
    let conditions = version.conditions.iter().flat_map(|condition| {
        let doubt = condition.doubt.iter().map(|doubt| doubt.clear);
        condition.consequences.iter().flat_map(|consequences| consequences.gives.iter().copied()).chain(doubt)
    });
    additions.chain(conditions)
}
