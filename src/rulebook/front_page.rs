//! The front page of a language: the provisions by act, the kinds of work by shelf, and how well all of it is checked.

use crate::review::section_order::section_order;
use crate::rules::RuleId;

use super::LANGUAGES;
use super::checked::{checked, is_checked};
use super::html::{Html, el, link, list, of_class, tag};
use super::page::{Page, head, language_name};
use super::volume::{Volume, rule_file, work_file};

/// The page.
pub(super) fn front_page(volume: &Volume) -> Page {
    let body = [
        of_class("div", "ingress", tag("p", volume.word("innledning"))),
        state(volume),
        section(volume, "tiltak", "tiltakene", works(volume)),
        section(volume, "bestemmelser", "bestemmelser", acts(volume)),
        section(
            volume,
            "mer",
            "mer",
            list(
                "ul",
                "punkter",
                [link("begreper.html", volume.word("begreper")), link("folger.html", volume.word("følger"))],
            ),
        ),
        section(volume, "kilder", "kilder", sources(volume)),
    ];
    Page {
        file: "index.html".to_owned(),
        title: volume.word("regelboka").to_owned(),
        trail: Vec::new(),
        body: body.into(),
    }
}

/// Where nobody has said which language.
pub(super) fn choose_language(volume: &Volume) -> String {
    let choices = LANGUAGES.into_iter().map(|language| {
        let address = format!("{}/index.html", language.tag());
        el("a", &[("href", &address), ("lang", language.tag()), ("hreflang", language.tag())], language_name(language))
    });
    let title = tag("h1", volume.word("regelboka"));
    let main = el("main", &[("class", "bredde")], title.then(list("ul", "på-rad stor", choices.collect::<Vec<_>>())));
    let page = [head(volume, volume.word("regelboka"), "regelbok.css"), tag("body", main)];
    el("html", &[("lang", volume.language.tag())], page).document()
}

fn section(volume: &Volume, id: &str, word: &'static str, content: Html) -> Html {
    el("section", &[("id", id)], tag("h2", volume.word(word)).then(content))
}

/// How many versions there are, and how many of them somebody has checked.
fn state(volume: &Volume) -> Html {
    let versions = volume.loaded.sources.rules.len();
    let checked = volume.loaded.sources.rules.iter().filter(|(_, file)| is_checked(file)).count();
    let rules = volume.book().rules.len();
    let [rules, versions, checked] = [rules, versions, checked].map(|count| count.to_string());
    let blanks = [("regler", rules.as_str()), ("utgaver", versions.as_str()), ("kontrollert", checked.as_str())];
    of_class("p", "varsel", volume.filled("tilstand", &blanks))
}

fn works(volume: &Volume) -> Html {
    let book = volume.book();
    let shown = volume.loaded.words.shelves().iter().map(|shelf| {
        let projects = shelf.projects.iter().filter_map(|(id, _)| book.find_project(id));
        let links = projects.map(|project| link(&work_file(project), volume.text(project.name)));
        let name = volume.of(&shelf.name);
        of_class("div", "hylle", tag("h3", name).then(list("ul", "lenker", links.collect::<Vec<_>>())))
    });
    of_class("div", "hyller", shown.collect::<Vec<_>>())
}

/// Acts in the order of the words, and then those that have no name there; provisions as they stand in the law.
fn acts(volume: &Volume) -> Html {
    let act_of = |rule: RuleId| volume.newest(rule).map_or("", |(_, file)| file.citation.act.as_str());
    let mut acts: Vec<(&str, &str)> =
        volume.words.acts.iter().map(|act| (act.id.as_str(), volume.own(&act.name))).collect();
    for rule in volume.rules() {
        if !acts.iter().any(|(id, _)| *id == act_of(rule)) {
            acts.push((act_of(rule), act_of(rule)));
        }
    }
    let shown = acts.into_iter().filter_map(|(id, name)| {
        let mut rules: Vec<RuleId> = volume.rules().filter(|rule| act_of(*rule) == id).collect();
        rules.sort_by_key(|rule| section_order(&volume.short_citation(*rule)));
        let rows = rules.into_iter().map(|rule| row(volume, rule)).collect::<Vec<_>>();
        (!rows.is_empty()).then(|| of_class("div", "lovverk", tag("h3", name).then(list("ul", "rader", rows))))
    });
    shown.collect()
}

fn row(volume: &Volume, rule: RuleId) -> Html {
    let newest = volume.newest(rule);
    let outcome = newest.and_then(|(version, _)| version.outcome).map(|outcome| volume.outcome_mark(outcome));
    let from = newest.map(|(version, _)| volume.filled("fra-nå", &[("fra", &volume.day(version.from))]));
    let from = from.map(|from| of_class("span", "lite", from));
    let known = newest.filter(|(_, file)| is_checked(file)).map(|(_, file)| checked(volume, file));
    let name = link(&rule_file(volume.book().rule(rule)), volume.name(rule));
    let cited = of_class("span", "lite", volume.citation(rule));
    let facts = [Html::from(outcome), Html::from(known), Html::from(from)];
    of_class("span", "navn", [name, cited]).then(of_class("span", "merker", facts))
}

fn sources(volume: &Volume) -> Html {
    let sources = volume.loaded.sources.rule_set.iter().flat_map(|set| &set.sources);
    let item = |source: &'_ crate::rules::wire::Edition| {
        let read = volume.filled("lest", &[("dato", &volume.written_day(&source.edition))]);
        link(&source.link, volume.language.of(&source.name)).then(format!(" – {read}"))
    };
    list("ul", "punkter", sources.map(item).collect::<Vec<_>>())
}
