//! The lawyers' examples as a table: the ordinary case, what differs from it, and the right answer.

use std::collections::BTreeMap;

use crate::rules::Kind;
use crate::rules::date::Date;
use crate::rules::wire::{Example, ExampleFile};

use super::html::{Html, el, list, of_class, tag};
use super::volume::Volume;

/// Examples of a rule or a kind of work whose day lies within some days; nothing where there are none.
pub(super) fn examples(
    volume: &Volume,
    concerns: impl Fn(&ExampleFile) -> bool,
    within: impl Fn(Date) -> bool,
) -> Option<Html> {
    let files = volume.loaded.sources.examples.iter().map(|(_, file)| file).filter(|file| concerns(file));
    let tables: Vec<Html> = files.filter_map(|file| table(volume, file, &within)).collect();
    (!tables.is_empty()).then(|| tables.into())
}

fn table(volume: &Volume, file: &ExampleFile, within: &impl Fn(Date) -> bool) -> Option<Html> {
    let day = |example: &Example| Date::parse_iso(example.date.as_ref().unwrap_or(&file.date));
    let shown = file.examples.iter().filter(|example| day(example).is_some_and(within));
    let rows: Vec<Html> = shown.map(|example| row(volume, file, example)).collect();
    if rows.is_empty() {
        return None;
    }
    let head = ["eksempel", "annerledes", "svar"].map(|word| el("th", &[("scope", "col")], volume.word(word)));
    let table = of_class("table", "eksempler", [tag("thead", tag("tr", head)), tag("tbody", rows)]);
    Some(base(volume, file).then(table))
}

fn row(volume: &Volume, file: &ExampleFile, example: &Example) -> Html {
    let mut differs: Vec<Html> = answers(volume, &example.change);
    differs.extend(
        example.without.iter().map(|id| Html::from(format!("{}: {}", name(volume, id), volume.word("ikke-besvart")))),
    );
    let date = example.date.as_ref().filter(|date| **date != file.date);
    differs.extend(date.map(|date| Html::from(format!("{}: {}", volume.word("dato"), volume.written_day(date)))));
    let name = if volume.language == crate::rules::load::Language::Nb {
        el("th", &[("scope", "row")], example.name.as_str())
    } else {
        el("th", &[("scope", "row"), ("lang", "nb")], example.name.as_str())
    };
    tag("tr", [name, tag("td", list("ul", "svar", differs)), tag("td", outcome(volume, example))])
}

/// The ordinary case, which most readers need not see.
fn base(volume: &Volume, file: &ExampleFile) -> Html {
    let mut all = BTreeMap::new();
    for id in &file.builds_on {
        let base = volume.loaded.sources.bases.iter().find(|(_, base)| base.id == *id);
        all.extend(base.into_iter().flat_map(|(_, base)| base.answers.clone()));
    }
    all.extend(file.base.clone());
    let summary = tag("summary", volume.word("det-vanlige"));
    of_class("details", "vanlig", summary.then(list("ul", "svar spalter", answers(volume, &all))))
}

fn answers(volume: &Volume, answers: &BTreeMap<String, String>) -> Vec<Html> {
    answers
        .iter()
        .map(|(id, answer)| Html::from(format!("{}: {}", name(volume, id), told(volume, id, answer))))
        .collect()
}

fn name<'a>(volume: &Volume<'a>, id: &'a str) -> &'a str {
    let book = volume.book();
    book.find_concept(id).map_or(id, |concept| volume.text(book.concept(concept).name))
}

/// An answer in the words of the resident's choices.
fn told(volume: &Volume, id: &str, answer: &str) -> String {
    let book = volume.book();
    let Some(concept) = book.find_concept(id).map(|id| book.concept(id)) else { return answer.to_owned() };
    match &concept.kind {
        _ if answer == "vet-ikke" => volume.word("vet-ikke").to_owned(),
        Kind::YesNo => volume.filled(answer, &[]),
        Kind::Choice(choices) => choices
            .iter()
            .find(|choice| choice.id == answer)
            .map_or_else(|| answer.to_owned(), |choice| format!("«{}»", volume.text(choice.name))),
        Kind::Date => volume.written_day(answer),
        Kind::Number(_) => answer.replace(' ', "\u{a0}"),
    }
}

/// The answer, what is broken, and what follows.
fn outcome(volume: &Volume, example: &Example) -> Html {
    let class = match example.outcome.as_str() {
        "oppfylt" | "ikke-tiltak" | "unntatt-fra-søknadsplikt" => "merke fri",
        "brutt" | "søknad-med-ansvarsrett" => "merke foretak",
        "søknad-uten-ansvarsrett" => "merke selv",
        _ => "merke ukontrollert",
    };
    let outcome = of_class("span", class, volume.filled(&format!("svar.{}", example.outcome), &[]));
    let broken = example.broken.iter().flatten().map(|id| name(volume, id).to_owned());
    let broken = told_list(volume, "brutt-er", &broken.collect::<Vec<_>>());
    let lists = [&example.dispensations, &example.permits, &example.duties, &example.clearances, &example.consequences];
    let follows = lists.into_iter().flatten().flatten().map(|id| consequence(volume, id));
    outcome.then(broken).then(told_list(volume, "følger-er", &follows.collect::<Vec<_>>()))
}

fn told_list(volume: &Volume, word: &'static str, names: &[String]) -> Option<Html> {
    (!names.is_empty()).then(|| of_class("p", "lite", volume.filled(word, &[("liste", &names.join(", "))])))
}

fn consequence(volume: &Volume, id: &str) -> String {
    let known = volume.book().consequences.iter().find(|consequence| consequence.id == id);
    known.map_or_else(|| id.to_owned(), |consequence| volume.text(consequence.name).to_owned())
}
