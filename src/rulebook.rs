//! The law as one readable document: a static page for each provision and each kind of work, in bokmål and nynorsk.
//!
//! ```text
//! Loaded ─▶ Volume (one language) ─▶ pages: provision · kind of work · concepts · consequences · front ─▶ Html
//!                                      │
//!                said: a requirement as a sentence · changes · examples · table · flow ─▶ drawing
//! ```
//!
//! Pure: files are written by the tool. No page needs a script, and every text is escaped where it becomes `Html`.

mod changes;
mod checked;
mod checklist;
mod concepts_page;
mod condition;
mod consequences_page;
mod decision_table;
mod drawing;
mod examples;
mod flow;
mod front_page;
mod html;
mod limits;
mod page;
mod provision_page;
mod relations;
mod said;
mod version;
mod volume;
mod wording;
mod work_page;

use std::collections::BTreeMap;

use crate::rules::load::{Language, Loaded};

pub use checklist::{Checklist, checklists};
pub use flow::{Stop, stops};
use volume::Volume;

/// The style of every page, a file of its own: a strict page has none inside it.
pub const STYLE: &str = concat!(include_str!("page.css"), "\n", include_str!("rulebook/style.css"));

/// The languages that the rule book is written in.
pub const LANGUAGES: [Language; 2] = [Language::Nb, Language::Nn];

/// Every page by its path in the rule book's folder; `None` where the rules have no words for it.
#[must_use]
pub fn pages(loaded: &Loaded, edition: &str) -> Option<BTreeMap<String, String>> {
    let words = loaded.sources.rule_book.as_ref()?;
    let mut pages = BTreeMap::new();
    for language in LANGUAGES {
        let volume = Volume { loaded, words, language, edition };
        for (name, page) in volume_pages(&volume) {
            pages.insert(format!("{}/{name}", language.tag()), page);
        }
    }
    let first = Volume { loaded, words, language: Language::Nb, edition };
    pages.insert("index.html".to_owned(), front_page::choose_language(&first));
    Some(pages)
}

fn volume_pages(volume: &Volume) -> Vec<(String, String)> {
    let book = volume.book();
    let mut pages = vec![front_page::front_page(volume)];
    pages.extend(volume.rules().map(|rule| provision_page::provision_page(volume, rule)));
    pages.extend(book.projects.iter().map(|project| work_page::work_page(volume, project)));
    pages.push(concepts_page::concepts_page(volume));
    pages.push(consequences_page::consequences_page(volume));
    pages.into_iter().map(|page| page.write(volume)).collect()
}
