//! Everything that may be asked or follows from what is asked.

use crate::rules::address::slug;
use crate::rules::{Branch, Concept, ConceptId, Kind, Value};

use super::condition::blanks_shown;
use super::html::{Html, el, link, list, of_class, tag};
use super::page::Page;
use super::said::said;
use super::volume::Volume;

/// The page, in the order of the names.
pub(super) fn concepts_page(volume: &Volume) -> Page {
    let book = volume.book();
    let mut concepts: Vec<(ConceptId, &Concept)> = (0_u16..).map(ConceptId).zip(&book.concepts).collect();
    concepts.sort_by_key(|(_, concept)| volume.text(concept.name).to_lowercase());
    let sections = concepts.iter().map(|(_, concept)| section(volume, concept)).collect::<Vec<_>>();
    let lead = of_class("div", "ingress", tag("p", volume.word("begreper-om")));
    Page {
        file: "begreper.html".to_owned(),
        title: volume.word("begreper").to_owned(),
        trail: vec![(None, volume.word("begreper").to_owned())],
        body: lead.then(sections),
    }
}

fn section(volume: &Volume, concept: &Concept) -> Html {
    let anchor = slug(&concept.id);
    let question = concept.question.as_ref();
    let text = |id| blanks_shown(volume, &with_numbers(volume, concept, volume.text(id)));
    let asked = question.map(|question| of_class("p", "spørsmål", tag("q", text(question.text))));
    let help = question.and_then(|question| question.help).map(|help| tag("p", text(help)));
    let more = question.and_then(|question| question.more).map(|more| tag("p", text(more)));
    let why = question.and_then(|question| question.why);
    let why = why.map(|why| tag("p", format!("{} {}", volume.word("hvorfor"), text(why))));
    let content = [
        tag("h2", volume.text(concept.name)),
        asked.into(),
        help.into(),
        more.into(),
        options(volume, concept),
        derivation(volume, concept),
        why.into(),
        measured(volume, concept).into(),
    ];
    el("section", &[("class", "begrep"), ("id", &anchor)], content)
}

fn with_numbers(volume: &Volume, concept: &Concept, text: &str) -> String {
    let numbers = concept.question.iter().flat_map(|question| &question.numbers);
    let filled = numbers.fold(text.to_owned(), |text, (name, amount, unit)| {
        text.replace(&format!("{{{name}}}"), &Volume::number(*amount, *unit))
    });
    filled.replace("{tiltaket}", volume.word("blank-tiltaket"))
}

fn options(volume: &Volume, concept: &Concept) -> Html {
    let Kind::Choice(choices) = &concept.kind else { return Html::default() };
    let item = |choice: &crate::rules::Choice| {
        let name = with_numbers(volume, concept, volume.text(choice.name));
        let help = choice
            .help
            .map(|help| of_class("span", "lite", format!(" {}", with_numbers(volume, concept, volume.text(help)))));
        tag("span", name).then(help)
    };
    list("ul", "punkter", choices.iter().map(item))
}

/// How it follows from others: the first that fits.
fn derivation(volume: &Volume, concept: &Concept) -> Html {
    if concept.derivation.is_empty() {
        return Html::default();
    }
    let item = |branch: &Branch| {
        let value = tag("strong", value(volume, concept, &branch.value));
        let when = branch.when.as_ref();
        value.then(when.map(|when| of_class("div", "når", tag("p", volume.word("når")).then(said(volume, when)))))
    };
    tag("p", volume.word("regnes-ut")).then(list("ol", "punkter", concept.derivation.iter().map(item)))
}

fn value(volume: &Volume, concept: &Concept, value_of: &Value) -> String {
    match (value_of, &concept.kind) {
        (Value::Literal(amount), Kind::Number(unit)) => Volume::number(*amount, *unit),
        (Value::Literal(amount), _) => amount.to_string(),
        (Value::Of(other), _) => volume.text(volume.book().concept(*other).name).to_owned(),
        (Value::Sum(parts), _) => parts.iter().map(|part| value(volume, concept, part)).collect::<Vec<_>>().join(" + "),
    }
}

/// Where the law says how it is measured.
fn measured(volume: &Volume, concept: &Concept) -> Option<Html> {
    let mut files = volume.loaded.sources.concepts.iter();
    let wire = files.find_map(|(_, file)| file.concepts.get(&concept.id))?.measured_by.as_ref()?;
    let words = volume.filled("måles-etter", &[("hjemmel", volume.text(concept.measured_by?))]);
    Some(tag("p", wire.link.as_ref().map_or_else(|| Html::from(words.clone()), |address| link(address, words.clone()))))
}
