//! The frame of every page: the head, the way back, the other language, and what the rules rest on.

use crate::rules::load::Language;

use super::LANGUAGES;
use super::html::{Html, el, link, of_class, tag, void};
use super::volume::Volume;

/// What one page adds to the frame.
pub(super) struct Page {
    /// Its file in the language's folder.
    pub(super) file: String,
    /// What it is about.
    pub(super) title: String,
    /// The steps from the front page to here, the last without a link.
    pub(super) trail: Vec<(Option<&'static str>, String)>,
    /// Everything below the heading.
    pub(super) body: Html,
}

impl Page {
    /// The whole document.
    pub(super) fn write(self, volume: &Volume) -> (String, String) {
        let head = head(volume, &self.title, "../regelbok.css");
        let skip = el("a", &[("class", "hopp"), ("href", "#innhold")], volume.word("hopp"));
        let top = of_class(
            "header",
            "topp",
            [skip, of_class("div", "bredde", [brand(volume), languages(volume, &self.file)])],
        );
        let heading = tag("h1", self.title.as_str());
        let main = el("main", &[("class", "bredde"), ("id", "innhold"), ("tabindex", "-1")], heading.then(self.body));
        let body = tag("body", [top, trail(volume, self.trail), main, foot(volume)]);
        let document = el("html", &[("lang", volume.language.tag())], [head, body]).document();
        (self.file, document)
    }
}

/// The head of a page, with the one style sheet at its place.
pub(super) fn head(volume: &Volume, title: &str, style: &str) -> Html {
    let title = if title == volume.word("regelboka") {
        title.to_owned()
    } else {
        format!("{title} – {}", volume.word("regelboka"))
    };
    let parts = [
        void("meta", &[("charset", "utf-8")]),
        void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
        tag("title", title),
        void("link", &[("rel", "stylesheet"), ("href", style)]),
    ];
    tag("head", parts)
}

fn brand(volume: &Volume) -> Html {
    let name = of_class("span", "navn", volume.word("regelboka"));
    let about = of_class("span", "om", volume.word("under-navnet"));
    el("a", &[("class", "merkevare"), ("href", "index.html")], [name, about])
}

/// The same page in the other language.
fn languages(volume: &Volume, file: &str) -> Html {
    let others = LANGUAGES.into_iter().map(|language| {
        let tag_name = language.tag();
        let name = language_name(language);
        if language == volume.language {
            return tag("li", el("span", &[("aria-current", "true")], name));
        }
        let address = format!("../{tag_name}/{file}");
        tag("li", el("a", &[("href", &address), ("lang", tag_name), ("hreflang", tag_name)], name))
    });
    el("nav", &[("class", "språk"), ("aria-label", volume.word("språk"))], tag("ul", others.collect::<Vec<_>>()))
}

/// A language by its own name.
pub(super) const fn language_name(language: Language) -> &'static str {
    match language {
        Language::Nb => "Bokmål",
        Language::Nn => "Nynorsk",
        Language::En => "English",
    }
}

fn trail(volume: &Volume, steps: Vec<(Option<&'static str>, String)>) -> Html {
    if steps.is_empty() {
        return Html::default();
    }
    let front = tag("li", link("index.html", volume.word("regelboka")));
    let steps = steps.into_iter().map(|(address, words)| match address {
        Some(address) => tag("li", link(address, words)),
        None => el("li", &[("aria-current", "page")], words),
    });
    let steps = [front].into_iter().chain(steps).collect::<Vec<_>>();
    el("nav", &[("class", "sti bredde"), ("aria-label", volume.word("brødsmuler"))], tag("ol", steps))
}

fn foot(volume: &Volume) -> Html {
    let rule_set = volume.loaded.sources.rule_set.as_ref();
    let of_set = rule_set.map(|set| tag("p", volume.of(&set.not_seen)).then(tag("p", volume.of(&set.licence))));
    let edition = tag("p", volume.filled("utgave", &[("utgave", volume.edition)]));
    of_class("footer", "bunn", of_class("div", "bredde", Html::from(of_set).then(edition)))
}
