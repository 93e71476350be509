//! One project that is several kinds of work in law: each part is judged by itself, and the strictest decides for all.
#![cfg(all(feature = "tool", feature = "widget"))]
#![allow(clippy::expect_used, missing_docs, reason = "a test may fail loudly")]

#[path = "support/rules.rs"]
mod rules;

use std::collections::BTreeMap;

use bygg_uten_a_soke::app::field::{Ask, Field, NOT_BEGUN, Pick};
use bygg_uten_a_soke::app::joint::Joint;
use bygg_uten_a_soke::app::state::{Action, Focus, Screen, Start, State, Wait};
use bygg_uten_a_soke::engine::{Answer, assess};
use bygg_uten_a_soke::review::case;
use bygg_uten_a_soke::rules::compiled::{decode, encode};
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::{ConceptId, RuleBook};
use bygg_uten_a_soke::wording::headline::{Headline, strictest};

use rules::RULES;

const WALL: &[(&str, &str)] = &[
    ("mur-form", "en-mur"),
    ("mur-høyde", "1,2 m"),
    ("avstand-til-nabogrense", "3,0 m"),
    ("gesimshøyde-mot-nabogrensen", "1,2 m"),
];

fn begin(project: &str) -> State {
    State::new(&RULES.book, Date::parse_iso("2026-11-21").expect("a day"), Some(place(project).into()), ',')
}

fn place(project: &str) -> u8 {
    let place = RULES.book.projects.iter().position(|known| known.id == project);
    u8::try_from(place.expect("such a project")).expect("few projects")
}

fn concept(name: &str) -> ConceptId {
    RULES.book.find_concept(name).expect("such a concept")
}

/// The ordinary plot and garage of the examples, with what differs.
fn told(differs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for name in ["vanlig-boligtomt", "vanlig-garasje"] {
        let (_, base) = RULES.sources.bases.iter().find(|(_, base)| base.id == name).expect("the base exists");
        texts.extend(base.answers.clone());
    }
    texts.extend(differs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    texts
}

/// Answers as told until the result is shown; says what was asked about.
fn answer_all(state: &mut State, differs: &[(&str, &str)]) -> Vec<ConceptId> {
    let answers = case::answers(&RULES.book, None, &told(differs)).expect("answers that can be read");
    let mut asked = Vec::new();
    while *state.screen() != Screen::Result {
        for place in 0..state.fields.len() {
            let ask = state.fields.get(place).expect("the field").ask;
            let field = match ask {
                Ask::Project => panic!("the kind of work is asked about"),
                Ask::Start => Field { pick: Pick::Option(NOT_BEGUN), ..Field::empty(ask) },
                Ask::Concept(id) => {
                    let name = &RULES.book.concept(id).id;
                    let answer = answers.get(id).unwrap_or_else(|| panic!("no answer to {name}"));
                    asked.push(id);
                    Field::empty(ask).answered(RULES.book.concept(id), Some(answer), ',')
                }
            };
            *state.fields.get_mut(place).expect("the field") = field;
        }
        assert_eq!(state.reduce(Action::Next), Focus::Heading);
    }
    asked
}

fn garage() -> State {
    let mut state = begin("garasje");
    answer_all(&mut state, &[]);
    state
}

fn garage_and_wall() -> State {
    let mut state = garage();
    state.reduce(Action::Add(Some(place("støttemur"))));
    answer_all(&mut state, WALL);
    state
}

fn headlines(state: &State) -> Vec<(&str, Headline)> {
    Joint::of(state).parts.into_iter().map(|(project, headline)| (project.id.as_str(), headline)).collect()
}

#[test]
fn an_exempt_garage_with_a_wall_that_is_not_must_be_applied_for_and_the_garage_still_says_it_is_exempt() {
    let state = garage_and_wall();
    let joint = Joint::of(&state);
    assert_eq!(joint.headline, Headline::ApplyWithProfessional);
    assert_eq!(joint.decides, 1);
    assert_eq!(headlines(&state), [("garasje", Headline::Free), ("støttemur", Headline::ApplyWithProfessional)]);
    let may_start = |place| assess(&state.situation_at(place).expect("the part")).may_start(&RULES.book);
    assert!(may_start(0) && !may_start(1), "what must be granted stays with its part");
}

#[test]
fn the_second_part_begins_with_the_day_and_the_answers_about_the_property_and_nothing_else() {
    let mut state = garage();
    let before = state.answers.clone();
    state.reduce(Action::Add(Some(place("støttemur"))));
    assert_eq!(state.start, Some(Start::NotBegun));
    assert!(state.answers.iter().count() > 3, "something is kept");
    for (id, answer) in before.iter() {
        let kept = RULES.book.concept(id).of_property.then_some(answer);
        assert_eq!(state.answers.get(id), kept, "{}", RULES.book.concept(id).id);
    }
    let asked = answer_all(&mut state, WALL);
    assert!(asked.contains(&concept("avstand-til-nabogrense")), "each thing has its own distance");
    let again = asked.iter().find(|id| RULES.book.concept(**id).of_property && before.get(**id).is_some());
    assert_eq!(again, None, "the property is asked about once");
}

#[test]
fn all_green_is_green() {
    let mut state = garage();
    state.reduce(Action::Add(Some(place("støttemur"))));
    answer_all(&mut state, &[("mur-form", "en-mur"), ("mur-høyde", "0,8 m"), ("gesimshøyde-mot-nabogrensen", "0,8 m")]);
    assert_eq!(Joint::of(&state).headline, Headline::Free);
}

#[test]
fn the_strictest_decides_and_green_needs_every_part() {
    use Headline::*;
    let all = [
        NotAMeasure,
        Free,
        InOrderFirst,
        CheckFirst,
        Undecided,
        NotCovered,
        ApplyYourself,
        Apply,
        ApplyWithProfessional,
    ];
    let green = |headline: Headline| headline.color() == "success";
    for one in all {
        assert_eq!(strictest(&[((), one)]), (0, one), "one part says what it says");
        for other in all {
            let (place, joint) = strictest(&[((), one), ((), other)]);
            assert_eq!(joint, strictest(&[((), other), ((), one)]).1, "the order of parts means nothing");
            assert_eq!(green(joint), green(one) && green(other), "{one:?} {other:?}");
            let is_application = one.is_application() || other.is_application();
            assert_eq!(joint.is_application(), is_application, "{one:?} {other:?}");
            let is_unknown = !is_application && (one.is_unknown() || other.is_unknown());
            assert_eq!(joint.is_unknown(), is_unknown, "{one:?} {other:?}");
            let decides = if place == 0 { one } else { other };
            assert!(decides == joint || (decides == ApplyYourself && joint == Apply), "{one:?} {other:?}");
        }
    }
    assert_eq!(
        strictest(&[((), ApplyYourself), ((), CheckFirst)]).1,
        Apply,
        "it is not known if both may be run alone"
    );
    assert_eq!(strictest(&[((), ApplyYourself), ((), InOrderFirst)]).1, ApplyYourself);
}

#[test]
fn turning_between_parts_changes_no_part() {
    let mut state = garage_and_wall();
    let before = headlines(&state).into_iter().map(|(id, headline)| (id.to_owned(), headline)).collect::<Vec<_>>();
    let of_wall = state.answers.clone();
    for place in [0, 1, 1, 0, 7, 1] {
        state.reduce(Action::Show(place));
        if place == 7 {
            assert_eq!(
                *state.screen(),
                Screen::Questions(asks(Ask::Project)),
                "there is no such part: a new one begins"
            );
            assert_eq!(state.reduce(Action::Back), Focus::Heading);
        }
        assert_eq!(*state.screen(), Screen::Result);
        assert_eq!(
            headlines(&state).into_iter().map(|(id, headline)| (id.to_owned(), headline)).collect::<Vec<_>>(),
            before
        );
    }
    assert_eq!(state.answers, of_wall);
}

fn asks(ask: Ask) -> bygg_uten_a_soke::app::state::Questions {
    bygg_uten_a_soke::app::state::Questions { step: None, asks: vec![ask] }
}

#[test]
fn what_is_changed_about_the_property_is_changed_for_all() {
    let mut state = garage_and_wall();
    state.reduce(Action::Change(Ask::Concept(concept("midlertidig-forbud"))));
    state.reduce(Action::Choose(0, Pick::Option(0)));
    state.reduce(Action::Next);
    answer_all(&mut state, WALL);
    let joint = Joint::of(&state);
    let of_garage = joint.parts.first().map(|(_, headline)| *headline);
    assert_eq!(of_garage, Some(Headline::InOrderFirst));
    state.reduce(Action::Show(0));
    assert_eq!(state.answers.get(concept("midlertidig-forbud")), Some(Answer::Option(0)));
}

#[test]
fn a_part_that_needs_more_answers_after_a_change_is_not_green_and_asks() {
    let mut state = garage_and_wall();
    state.reduce(Action::Remove(0));
    assert_eq!(headlines(&state), [("støttemur", Headline::ApplyWithProfessional)]);
    state.reduce(Action::Add(Some(place("garasje"))));
    answer_all(&mut state, &[]);
    state.reduce(Action::Show(0));
    state.answers.remove(concept("lovlig-etablert"));
    assert!(!matches!(headlines(&state).last(), Some((_, Headline::Free | Headline::NotAMeasure))));
    state.reduce(Action::Show(1));
    assert!(matches!(state.screen(), Screen::Questions(_)));
    answer_all(&mut state, &[]);
    assert_eq!(headlines(&state).last(), Some(&("garasje", Headline::Free)));
}

#[test]
fn parts_are_removed_and_a_restart_clears_all() {
    let mut state = garage_and_wall();
    state.reduce(Action::Remove(1));
    assert_eq!(headlines(&state), [("garasje", Headline::Free)]);
    assert_eq!(state.project().map(|project| project.id.as_str()), Some("garasje"));
    assert_eq!(state.answers.get(concept("mur-høyde")), None);

    let mut state = garage_and_wall();
    state.reduce(Action::Remove(5));
    assert_eq!(headlines(&state).len(), 2, "there is no such part");
    state.reduce(Action::Restart);
    assert_eq!(state.waiting.all(), 1);
    assert_eq!(state.answers.iter().count(), 0);
    assert_eq!((state.start, state.number()), (None, 1));
}

#[test]
fn going_back_from_one_more_that_is_not_answered_drops_it() {
    let mut state = garage();
    state.reduce(Action::Add(None));
    assert_eq!(*state.screen(), Screen::Questions(asks(Ask::Project)));
    assert!(state.can_go_back());
    state.reduce(Action::Choose(0, Pick::Option(place("støttemur"))));
    state.reduce(Action::Back);
    assert_eq!(*state.screen(), Screen::Result);
    assert_eq!(headlines(&state), [("garasje", Headline::Free)]);
    assert!(!state.can_go_back());
}

#[test]
fn what_stands_on_another_shelf_is_fetched_first() {
    let shelf = |project: &str| {
        let shelf = RULES.words.shelves().iter().find(|shelf| shelf.holds(project)).expect("a shelf");
        encode(&RULES.book.excerpt(|known| shelf.holds(&known.id)).book).expect("it can be encoded")
    };
    let read = |bytes: &[u8]| -> &'static RuleBook { Box::leak(Box::new(decode(bytes).expect("it can be read"))) };
    let first = shelf("garasje");
    let mut state = garage();
    state.book = read(&first);
    let wall = place("støttemur");
    assert_eq!(state.reduce(Action::Add(Some(wall))), Focus::Heading);
    assert_eq!((state.wait, state.wanted()), (Some(Wait::Coming), Some(wall)));
    state.book = read(&[first, shelf("støttemur")].concat());
    assert_eq!(state.wanted(), None);
    state.reduce(Action::Next);
    assert_eq!(state.project().map(|project| project.id.as_str()), Some("støttemur"));
    answer_all(&mut state, WALL);
    assert_eq!(Joint::of(&state).headline, Headline::ApplyWithProfessional);
}

#[test]
fn screens_are_numbered_on_through_all_parts() {
    let mut state = garage();
    let mut last = state.number();
    for action in [Action::Add(None), Action::Back, Action::Add(Some(place("levegg"))), Action::Back, Action::Back] {
        state.reduce(action);
        assert_ne!(state.number(), last, "elements of one screen never become those of another");
        last = state.number();
    }
}
