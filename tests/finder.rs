//! The search on the start, with the words of the rules themselves.
#![cfg(feature = "widget")]
#![allow(clippy::unwrap_used, reason = "a test says what it needs")]

use std::path::Path;

use bygg_uten_a_soke::app::finder::found;
use bygg_uten_a_soke::rules::load::{Language, Loaded, load};
use bygg_uten_a_soke::tool::files;

/// How many everyday words a kind of work must be found by.
const WORDS: usize = 10;

fn rules() -> Loaded {
    load(&files::read(Path::new("rules")).unwrap()).unwrap()
}

/// Each kind of work with its name and what people call it.
fn kinds(loaded: &Loaded, language: Language) -> Vec<[String; 2]> {
    let named = loaded.words.shelves().iter().flat_map(|shelf| &shelf.projects);
    let called = loaded.words.search();
    named.zip(called.lines()).map(|((_, name), called)| [language.of(name).to_owned(), called.to_owned()]).collect()
}

fn finds(kinds: &[[String; 2]], sought: &str) -> Vec<usize> {
    found(sought, kinds.iter().map(|[name, called]| [name.as_str(), called.as_str()]))
}

#[test]
fn each_kind_is_found_by_its_name_and_by_ten_everyday_words() {
    let loaded = rules();
    for language in Language::ALL {
        let kinds = kinds(&loaded, language);
        for (place, [name, called]) in kinds.iter().enumerate() {
            let words: Vec<&str> = called.split(',').collect();
            assert!(words.len() >= WORDS, "{name} has only {} words: {called}", words.len());
            for word in words.into_iter().chain([name.as_str()]) {
                assert!(finds(&kinds, word).contains(&place), "{word} does not find {name}");
            }
        }
    }
}

/// A letter left out, doubled or changed, in the middle of a word of six letters or more.
#[test]
fn a_letter_wrong_still_finds_it() {
    let kinds = kinds(&rules(), Language::Nb);
    let (mut all, mut hit) = (0_u32, 0_u32);
    for (place, [_, called]) in kinds.iter().enumerate() {
        for word in called.split(',').filter(|word| word.chars().count() >= 6 && !word.contains(' ')) {
            let letters: Vec<char> = word.chars().collect();
            let middle = letters.len() / 2;
            let (before, rest) = letters.split_at(middle);
            let (letter, after) = rest.split_first().unwrap();
            for middle in [String::new(), format!("{letter}{letter}"), "q".to_owned()] {
                let typed: String = before.iter().collect::<String>() + &middle + &after.iter().collect::<String>();
                all += 1;
                hit += u32::from(finds(&kinds, &typed).contains(&place));
            }
        }
    }
    assert!(hit * 100 >= all * 97, "{hit} of {all} misspelt words are found");
}
