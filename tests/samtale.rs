//! Conversations with the widget's state, against the real rules: every path comes to an end, and green is never wrong.
#![cfg(all(feature = "tool", feature = "widget"))]

use std::path::Path;

use bygg_uten_a_soke::app::field::{Ask, NOT_BEGUN, Pick};
use bygg_uten_a_soke::app::state::{Action, Focus, Screen, State};
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::load::load;
use bygg_uten_a_soke::rules::{Kind, RuleBook, compiled};
use bygg_uten_a_soke::tool::files;
use bygg_uten_a_soke::wording::headline::{Headline, headline};

fn book() -> RuleBook {
    let files = files::read(Path::new("rules")).unwrap_or_else(|error| panic!("rules/: {error}"));
    match load(&files) {
        Ok(loaded) => loaded.book,
        Err(problems) => panic!("rules/ does not load: {problems:#?}"),
    }
}

fn begin(book: &'static RuleBook, project: Option<&str>) -> State {
    let today = Date::parse_iso("2026-11-21").unwrap_or(Date::FIRST);
    let project = project.and_then(|id| book.projects.iter().position(|project| project.id == id));
    State::new(book, today, project, ',')
}

/// Answers every question on the screen: the `n`th option, or the number.
fn answer(state: &mut State, option: u8, number: &str) {
    for place in 0..state.fields.len() {
        let Some(field) = state.fields.get(place) else { continue };
        let action = match field.ask {
            Ask::Project => Action::Choose(place, Pick::Option(0)),
            Ask::Start => Action::Choose(place, Pick::Option(NOT_BEGUN)),
            Ask::Concept(id) => match &state.book.concept(id).kind {
                Kind::YesNo => Action::Choose(place, Pick::Option(option % 2)),
                Kind::Choice(choices) => {
                    let count = u8::try_from(choices.len()).unwrap_or(1);
                    Action::Choose(place, Pick::Option(option % count))
                }
                Kind::Number(_) => Action::Type(place, number.to_owned()),
                Kind::Date => Action::Type(place, "1980".to_owned()),
            },
        };
        state.reduce(action);
    }
}

#[test]
fn every_project_comes_to_an_answer_however_it_is_answered() {
    let book: &'static RuleBook = Box::leak(Box::new(book()));
    for project in &book.projects {
        for (option, number) in [(0, "1"), (1, "3"), (2, "40"), (3, "0"), (4, "100")] {
            let mut state = begin(book, Some(&project.id));
            let mut steps = 0;
            while *state.screen() != Screen::Result {
                answer(&mut state, option, number);
                assert_eq!(state.reduce(Action::Next), Focus::Heading, "{} {option} {number}", project.id);
                steps += 1;
                assert!(steps < 80, "{} {option} {number} never ends", project.id);
            }
        }
    }
}

#[test]
fn not_knowing_never_gives_green() {
    let book: &'static RuleBook = Box::leak(Box::new(book()));
    for project in &book.projects {
        let mut state = begin(book, Some(&project.id));
        let mut steps = 0;
        let mut unsure = false;
        while *state.screen() != Screen::Result && steps < 80 {
            answer(&mut state, 1, "1");
            for place in 0..state.fields.len() {
                let Some(Ask::Concept(id)) = state.fields.get(place).map(|field| field.ask) else { continue };
                let question = state.book.concept(id).question.as_ref();
                if question.is_some_and(|question| question.unsure.is_some()) {
                    state.reduce(Action::Choose(place, Pick::Unsure));
                    unsure = true;
                }
            }
            state.reduce(Action::Next);
            steps += 1;
        }
        let Some(verdict) = state.verdict() else { panic!("{} has no verdict", project.id) };
        let shown = headline(book, &verdict);
        assert!(!unsure || !matches!(shown, Headline::Free | Headline::NotAMeasure), "{}: {shown:?}", project.id);
    }
}

#[test]
fn nothing_chosen_goes_nowhere_and_back_keeps_what_was_chosen() {
    let book: &'static RuleBook = Box::leak(Box::new(book()));
    let mut state = begin(book, None);
    assert_eq!(state.reduce(Action::Next), Focus::Errors);
    assert_eq!(state.number(), 1);
    answer(&mut state, 0, "");
    state.reduce(Action::Next);
    answer(&mut state, 0, "");
    state.reduce(Action::Next);
    state.reduce(Action::Back);
    assert_eq!(state.fields.first().map(|field| field.pick), Some(Pick::Option(NOT_BEGUN)));
    let before = state.number();
    state.reduce(Action::Next);
    assert_eq!(state.number(), before + 1);
}

#[test]
fn the_compact_form_reads_back_as_the_same_book() {
    let book = book();
    let bytes = compiled::encode(&book).unwrap_or_default();
    assert_eq!(compiled::decode(&bytes), Ok(book));
}

#[test]
fn damaged_rules_are_refused_however_they_are_cut() {
    let bytes = compiled::encode(&book()).unwrap_or_default();
    for end in (0..bytes.len()).step_by(97) {
        assert!(bytes.get(..end).is_none_or(|cut| compiled::decode(cut).is_err()), "cut at {end}");
    }
    let longer: Vec<u8> = bytes.iter().copied().chain([0]).collect();
    assert!(compiled::decode(&longer).is_err());
}
