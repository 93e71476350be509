//! The page of a provision: where it stands, what uses it, and every version of it.

use crate::rules::RuleId;
use crate::rules::wire;

use super::checked::checked;
use super::html::{Html, el, link, list, of_class, tag};
use super::page::Page;
use super::relations::{leading_to, used_by};
use super::version::{anchor, period, version};
use super::volume::{Volume, rule_file, work_file};

/// The page, the newest version first.
pub(super) fn provision_page(volume: &Volume, id: RuleId) -> Page {
    let rule = volume.book().rule(id);
    let dated: Vec<_> = volume.versions(rule).collect();
    let newest = dated.first().map(|(_, file)| *file);
    let ends = [None].into_iter().chain(dated.iter().map(|(version, _)| Some(version.from)));
    let befores = dated.iter().copied().map(Some).skip(1).chain([None]);
    let sections = dated.iter().zip(befores).zip(ends.clone());
    let sections = sections.map(|((own, before), end)| version(volume, id, *own, before, end)).collect::<Vec<_>>();
    let contents = dated
        .iter()
        .zip(ends)
        .map(|((version, _), end)| link(&format!("#{}", anchor(version)), period(volume, version, end)));
    let contents = list("ul", "punkter", contents.collect::<Vec<_>>());
    let contents = el(
        "nav",
        &[("class", "innhold"), ("aria-label", volume.word("utgaver"))],
        [of_class("p", "innhold-tittel", volume.word("utgaver")), contents],
    );
    let lead = of_class("div", "ingress", Html::from(newest.map(|file| lead(volume, id, file))));
    Page {
        file: rule_file(rule),
        title: volume.name(id).to_owned(),
        trail: vec![
            (Some("index.html#bestemmelser"), volume.word("bestemmelser").to_owned()),
            (None, volume.short_citation(id)),
        ],
        body: lead.then(contents).then(relations(volume, id)).then(sections),
    }
}

/// The law itself first, then what the provision decides and whether anybody has checked it.
fn lead(volume: &Volume, id: RuleId, file: &wire::Rule) -> Html {
    let cited = match &file.citation.link {
        Some(address) => {
            let words = volume.filled("les-hos-lovdata", &[("hjemmel", volume.citation(id))]);
            el("a", &[("class", "lovdata"), ("href", address)], words)
        }
        None => Html::from(volume.citation(id)),
    };
    let outcome = volume.newest(id).and_then(|(version, _)| version.outcome);
    let outcome = outcome.map(|outcome| volume.outcome_mark(outcome).then(" "));
    tag("p", cited).then(tag("p", Html::from(outcome).then(checked(volume, file))))
}

fn relations(volume: &Volume, id: RuleId) -> Html {
    let book = volume.book();
    let (presupposing, beside) = leading_to(book, id);
    let works = used_by(book, id).into_iter().map(|project| link(&work_file(project), volume.text(project.name)));
    let works = list("ul", "på-rad", works.collect::<Vec<_>>());
    let rules = |rules: Vec<RuleId>| list("ul", "punkter", rules.into_iter().map(|rule| volume.link_to(rule)));
    let parts = [("brukes-av", works), ("forutsatt-av", rules(presupposing)), ("står-ved-siden-av", rules(beside))];
    let shown = parts.into_iter().filter(|(_, links)| !links.is_empty());
    let shown = shown.map(|(word, links)| tag("div", [tag("h2", volume.word(word)), links])).collect::<Vec<_>>();
    of_class("div", "brukes", shown)
}
