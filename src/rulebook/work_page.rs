//! The page of a kind of work: which provisions decide, as a list, a table and a drawing.

use crate::rules::date::Date;
use crate::rules::{Given, Kind, Project, RuleId};

use super::condition::blanks_shown;
use super::decision_table::decision_table;
use super::drawing;
use super::examples::examples;
use super::flow::{Stop, stops};
use super::html::{Html, el, list, of_class, tag};
use super::page::Page;
use super::volume::{Volume, work_file};

/// The page, for the newest rules there are.
pub(super) fn work_page(volume: &Volume, project: &Project) -> Page {
    let date = volume.book().newest();
    let day = volume.filled("slik-fra", &[("dato", &volume.day(date))]);
    let parts = [
        part(volume, "prøves-mot", tried(volume, project, date)),
        part(
            volume,
            "beslutningstabell",
            tag("p", volume.word("tabell-les")).then(decision_table(volume, project, date)),
        ),
        part(volume, "spørsmålene", flow(volume, project, date)),
        part(volume, "prøves-ved-siden", list("ul", "tre", beside(volume, &project.beside, date))),
        part(volume, "gitt", list("ul", "punkter", given(volume, project))),
        part(volume, "merknader", list("ul", "punkter", notes(volume, project))),
        part(volume, "eksempler", of_work(volume, project)),
    ];
    let lead = of_class("div", "ingress", [tag("p", called(volume, project)), tag("p", day)]);
    Page {
        file: work_file(project),
        title: volume.text(project.name).to_owned(),
        trail: vec![
            (Some("index.html#tiltak"), volume.word("tiltakene").to_owned()),
            (None, volume.text(project.name).to_owned()),
        ],
        body: lead.then(parts),
    }
}

fn part(volume: &Volume, word: &'static str, content: Html) -> Html {
    if content.is_empty() { content } else { tag("section", tag("h2", volume.word(word)).then(content)) }
}

/// Other words for it, which are in bokmål; its own name is no other word, in no language.
fn called(volume: &Volume, project: &Project) -> Html {
    let mut files = volume.loaded.sources.projects.iter().map(|(_, file)| file);
    let Some(file) = files.find(|file| file.id == project.id) else { return Html::default() };
    let names = [&file.name.nb, &file.name.nn, &file.name.en].map(|name| name.to_lowercase());
    let others = file.search_words.iter().filter(|word| !names.contains(&word.to_lowercase())).cloned();
    let words = others.collect::<Vec<_>>().join(", ");
    Html::from(format!("{} ", volume.word("kalles-også"))).then(volume.in_bokmal("span", &words))
}

fn tried(volume: &Volume, project: &Project, date: Date) -> Html {
    let item = |rule: &RuleId| {
        let version = volume.book().version(*rule, date)?;
        let outcome = version.outcome.map(|outcome| volume.outcome_mark(outcome));
        Some(volume.link_to(*rule).then(" ").then(outcome))
    };
    let rules = list("ol", "stige", project.tries.iter().filter_map(item).collect::<Vec<_>>());
    tag("p", volume.word("prøves-i-rekkefølge")).then(rules)
}

/// Rules beside, and those beside them.
fn beside(volume: &Volume, rules: &[RuleId], date: Date) -> Vec<Html> {
    let item = |rule: &RuleId| {
        let version = volume.book().version(*rule, date)?;
        Some(volume.link_to(*rule).then(list("ul", "tre", beside(volume, &version.beside, date))))
    };
    rules.iter().filter_map(item).collect()
}

/// What goes without asking.
fn given(volume: &Volume, project: &Project) -> Vec<Html> {
    let book = volume.book();
    let told = project.given.iter().map(|(concept, given)| {
        let answer = match (given, &book.concept(*concept).kind) {
            (Given::Option(0), Kind::YesNo) => volume.word("ja").to_owned(),
            (Given::Option(_), Kind::YesNo) => volume.word("nei").to_owned(),
            (Given::Option(place), Kind::Choice(choices)) => choices
                .get(usize::from(*place))
                .map(|choice| format!("«{}»", volume.text(choice.name)))
                .unwrap_or_default(),
            (Given::Number(range), Kind::Number(unit)) => Volume::number(range.low, *unit),
            _ => String::new(),
        };
        volume.link_to_concept(*concept).then(format!(": {answer}"))
    });
    told.collect()
}

fn notes(volume: &Volume, project: &Project) -> Vec<Html> {
    let about = |text: &str| blanks_shown(volume, &text.replace("{tiltaket}", volume.text(project.definite)));
    project.notes.iter().map(|note| Html::from(about(volume.text(*note)))).collect()
}

/// Drawn part by part, with the ladder at the end, and then the same in words.
fn flow(volume: &Volume, project: &Project, date: Date) -> Html {
    let stops = stops(volume.book(), project, date);
    let parts = volume.book().parts.iter().enumerate().map(|(place, part)| {
        let of_part: Vec<&Stop> = stops.iter().filter(|stop| stop.part == place).collect();
        (place, volume.text(part.name), of_part)
    });
    let parts: Vec<_> = parts.filter(|(_, _, stops)| !stops.is_empty()).collect();
    let drawn = parts.iter().map(|(place, name, stops)| {
        of_class("div", "del", tag("h3", *name).then(drawing::part(volume, *place, name, stops)))
    });
    let end =
        of_class("div", "del", tag("h3", volume.word("tegning-slutt")).then(drawing::ladder(volume, project, date)));
    let drawn = drawn.chain([end]).collect::<Vec<_>>();
    let written = parts.iter().map(|(_, name, stops)| {
        let items = stops.iter().map(|stop| step(volume, stop));
        tag("strong", *name).then(list("ol", "punkter", items.collect::<Vec<_>>()))
    });
    let written = list("ol", "punkter", written.collect::<Vec<_>>());
    let written = of_class("details", "som-liste", tag("summary", volume.word("som-liste")).then(written));
    tag("p", volume.word("tegning-les")).then(legend(volume)).then(of_class("div", "deler-i-flyt", drawn)).then(written)
}

fn legend(volume: &Volume) -> Html {
    let sign = |class: &str| el("span", &[("class", class), ("aria-hidden", "true")], "");
    let signs = [("prikk spor", "spor"), ("prikk side", "side")];
    list("ul", "forklaring", signs.map(|(class, word)| sign(class).then(volume.word(word))))
}

fn step(volume: &Volume, stop: &Stop) -> Html {
    let concepts = list("ul", "på-rad", stop.concepts.iter().map(|concept| volume.link_to_concept(*concept)));
    let rules = list("ul", "på-rad", stop.track.iter().chain(&stop.beside).map(|rule| volume.link_to(*rule)));
    let leads = of_class("p", "lite", volume.word("fører-til"));
    Html::from(drawing::step_name(volume, stop)).then(concepts).then(leads).then(rules)
}

fn of_work(volume: &Volume, project: &Project) -> Html {
    examples(volume, |file| file.project.as_ref() == Some(&project.id), |_| true).into()
}
