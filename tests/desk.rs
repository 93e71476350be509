//! Regelverksted's desk on the real rules: what is read, edited, drafted and judged there.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

use std::path::Path;
use std::sync::LazyLock;

use bygg_uten_a_soke::review::check::check;
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::source::Files;
use bygg_uten_a_soke::tool::files;
use bygg_uten_a_soke::workshop::desk::{Desk, How, with_changes};
use bygg_uten_a_soke::workshop::draft::NoDraft;
use bygg_uten_a_soke::workshop::edit::{Field, Refused, Shape};
use bygg_uten_a_soke::workshop::examiner::{Examiner, OwnCase};
use bygg_uten_a_soke::workshop::sentence::{Part, Sentence};

static RULES: LazyLock<Files> = LazyLock::new(|| {
    let mut files = files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")).expect("the rules can be read");
    files.retain(|path, _| !path.starts_with("skjema/"));
    files
});

const GARAGE: &str = "sak10/4-1-a-frittliggende-bygning/2021-05-01.json";

fn desk() -> Desk {
    Desk::new(RULES.clone())
}

/// What is wrong with the rules on a desk that is wrong with no published file.
fn new_problems(desk: &Desk) -> Vec<String> {
    let told = |files: &Files| -> Vec<(String, String)> {
        check(files).problems.into_iter().map(|problem| (problem.place, problem.message)).collect()
    };
    let known = told(&RULES);
    told(desk.files()).into_iter().filter(|problem| !known.contains(problem)).map(|(_, message)| message).collect()
}

fn day(iso: &str) -> Date {
    Date::parse_iso(iso).expect("a date")
}

fn fields<'a>(sentence: &'a Sentence, into: &mut Vec<&'a Field>) {
    match sentence {
        Sentence::All(parts) | Sentence::Any(parts) => parts.iter().for_each(|part| fields(part, into)),
        Sentence::One(parts) => {
            into.extend(parts.iter().filter_map(|part| if let Part::Field(field) = part { Some(field) } else { None }));
        }
    }
}

fn words(sentence: &Sentence) -> Vec<&str> {
    match sentence {
        Sentence::All(parts) | Sentence::Any(parts) => parts.iter().flat_map(words).collect(),
        Sentence::One(parts) => parts
            .iter()
            .filter_map(|part| if let Part::Word(word) = part { Some(word.as_str()) } else { None })
            .collect(),
    }
}

/// Every sentence of every provision.
fn sentences() -> Vec<(String, Sentence)> {
    let desk = desk();
    let mut found = Vec::new();
    for path in RULES.keys() {
        let Some(provision) = desk.reading(path).expect("JSON").provision else { continue };
        found.extend(provision.scope.map(|scope| (path.clone(), scope)));
        for condition in provision.conditions {
            let doubt = condition.doubt.map(|(when, _)| when);
            let follows = condition.follows.into_iter().filter_map(|(when, _)| when);
            let all = core::iter::once(condition.requirement).chain(doubt).chain(follows);
            found.extend(all.map(|sentence| (path.clone(), sentence)));
        }
    }
    found
}

#[test]
fn every_requirement_is_a_sentence_and_every_limit_in_it_can_be_changed() {
    let mut desk = desk();
    let mut limits = 0;
    for (path, sentence) in sentences() {
        assert!(!words(&sentence).contains(&"uleselig"), "{path}: {sentence:?}");
        let mut places = Vec::new();
        fields(&sentence, &mut places);
        for Field { place, shape, value } in places {
            assert!(shape.fits(value), "{path}{place}: {value:?} is no {shape:?}");
            assert_eq!(desk.edit(&path, place, *shape, value), Ok(path.clone()));
            limits += 1;
        }
    }
    assert!(limits > 50, "only {limits} limits");
    assert_eq!(desk.changed(), [], "the same value leaves every file as it is");
}

#[test]
fn the_page_has_a_word_for_everything_a_sentence_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/workshop/page/ord.json");
    let page: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the page's words")).expect("JSON");
    for (path, sentence) in sentences() {
        for word in words(&sentence) {
            assert!(page["krav"][word].is_string(), "{path}: no word for `{word}`");
        }
    }
}

#[test]
fn an_edit_changes_its_own_place_and_nothing_else() {
    let mut desk = desk();
    let place = "/vilkår/3/krav/alle/0/bebygd-areal/høyst";
    assert_eq!(desk.edit(GARAGE, place, Shape::SquareMetre, "60"), Err(Refused::Shape));
    desk.edit(GARAGE, place, Shape::SquareMetre, "60 m²").expect("a limit");
    let expected = RULES[GARAGE].replacen(r#"{ "høyst": "50 m²" }"#, r#"{ "høyst": "60 m²" }"#, 1);
    assert_eq!(desk.files()[GARAGE], expected);
    assert_eq!(desk.finished(GARAGE).expect("the file"), expected);
    desk.restore(GARAGE);
    assert_eq!(desk.changed(), []);
}

#[test]
fn a_draft_is_a_version_to_come_with_which_the_rules_hold_together() {
    let mut desk = desk();
    let today = day("2026-11-21");
    assert_eq!(desk.draft(GARAGE, "2026-11-21", today), Err(NoDraft::NotToCome));
    assert_eq!(desk.draft(GARAGE, "2027-02-30", today), Err(NoDraft::NotADate));
    let path = desk.draft(GARAGE, "2027-07-01", today).expect("a draft");
    assert_eq!(path, "sak10/4-1-a-frittliggende-bygning/2027-07-01.json");
    assert_eq!(desk.draft(GARAGE, "2027-07-01", today), Err(NoDraft::Taken));
    let text = &desk.files()[&path];
    assert!(
        text.contains(r#""gjelder": { "fra": "2027-07-01" }"#) && text.contains(r#""kontrollert": null"#),
        "{text}"
    );
    assert!(desk.changed().iter().all(|file| file.how == How::New));
    assert_eq!(new_problems(&desk), Vec::<String>::new());
    let moved = desk.edit(&path, "/gjelder/fra", Shape::Date, "2028-01-01").expect("another day");
    assert_eq!(moved, "sak10/4-1-a-frittliggende-bygning/2028-01-01.json");
    assert_eq!(new_problems(&desk), Vec::<String>::new());
    desk.restore(&moved);
    assert_eq!(desk.changed(), [], "a draft that is taken away takes its examples with it");
}

#[test]
fn a_raised_limit_in_a_draft_frees_cases_on_and_after_its_day_alone() {
    let mut desk = desk();
    let path = desk.draft(GARAGE, "2027-07-01", day("2026-11-21")).expect("a draft");
    for (at, concept) in ["bebygd-areal", "bruksareal"].into_iter().enumerate() {
        let place = format!("/vilkår/3/krav/alle/{at}/{concept}/høyst");
        desk.edit(&path, &place, Shape::SquareMetre, "60 m²").expect("a limit");
    }
    let mut examiner = Examiner::new(&RULES).expect("the rules are whole");
    let found = examiner.examine(&with_changes(&RULES, &desk.delta()).expect("a delta"));
    let changes = found.changes.expect("whole rules");
    assert!(changes.freer > 0 && changes.stricter == 0, "{changes:#?}");
    let dates: Vec<&str> = changes.groups.iter().flat_map(|group| &group.changed).map(|it| it.date.as_str()).collect();
    assert!(dates.iter().all(|date| *date == "2027-07-01"), "{dates:?}");
    // Only the kinds of work that the draft concerns are looked through, on its day.
    let tasks = examiner.tasks(day("2026-11-21"));
    let kinds: Vec<&str> = tasks.iter().map(|task| task.project.as_str()).collect();
    assert!(kinds.contains(&"garasje") && !kinds.contains(&"terrasse"), "{kinds:?}");
    assert!(tasks.iter().all(|task| task.date == "2027-07-01"), "{tasks:?}");
    let garage = examiner.account("garasje", "2027-07-01").expect("whole rules");
    assert!(garage.totals.contains("friere") && garage.summed.is_some(), "{garage:#?}");
    assert_eq!((garage.told[0].from, garage.told[0].to), ("må søke, og kan gjøre det selv", "slipper å søke"));
    assert!(garage.told[0].example.starts_with("Garasje, bebygd areal"), "{garage:#?}");
    let start = found.cases.iter().find(|it| it.project == "Garasje").expect("a garage");
    let mut own: OwnCase = examiner.open(&start.file, start.at).expect("its case").case;
    own.answers.insert("bebygd-areal".to_owned(), "55 m²".to_owned());
    for (date, expected) in [("2027-06-30", "søknad-uten-ansvarsrett"), ("2027-07-01", "unntatt-fra-søknadsplikt")] {
        date.clone_into(&mut own.date);
        let verdicts = examiner.judge(&own);
        let outcome = |verdict: bygg_uten_a_soke::workshop::examiner::Verdict| verdict.judged.expect("judged").outcome;
        assert_eq!(outcome(verdicts.before), "søknad-uten-ansvarsrett");
        assert_eq!(outcome(verdicts.after.expect("whole rules")), expected, "{date}");
    }
}

#[test]
fn a_sentence_touches_no_kind_of_work_and_what_only_touches_the_past_is_told_for_its_last_day() {
    let mut examiner = Examiner::new(&RULES).expect("the rules are whole");
    let today = day("2026-11-21");
    let mut files = RULES.clone();
    let text = files.get_mut(GARAGE).expect("the file");
    *text = text.replacen("Uten søknad kan det være høyst", "Uten å søke kan det være høyst", 1);
    assert_ne!(*text, RULES[GARAGE]);
    assert!(examiner.examine(&files).whole && examiner.tasks(today).is_empty());
    let old = "sak10/4-1-a-frittliggende-bygning/2015-07-01.json";
    let mut files = RULES.clone();
    let text = files.get_mut(old).expect("the file");
    *text = text.replace("50 m²", "60 m²");
    assert_ne!(*text, RULES[old]);
    assert!(examiner.examine(&files).whole);
    let tasks = examiner.tasks(today);
    assert!(!tasks.is_empty() && tasks.iter().all(|task| task.date.as_str() < "2021-05-01"), "{tasks:?}");
}

#[test]
fn a_folder_from_the_disk_takes_the_place_of_everything_and_a_file_its_own() {
    let mut desk = desk();
    let changed = RULES[GARAGE].replace("50 m²", "60 m²");
    let opened = desk.open(vec![("2021-05-01.json".to_owned(), changed)]);
    assert_eq!((opened.whole, opened.taken.as_slice()), (false, [GARAGE.to_owned()].as_slice()));
    assert_eq!(desk.changed().len(), 1);
    let folder = RULES.iter().filter(|(path, _)| *path != "kommuner.json");
    let folder = folder.map(|(path, text)| (format!("mine regler/{path}"), text.clone())).collect();
    assert!(desk.open(folder).whole);
    let changed = desk.changed();
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert_eq!((changed[0].path.as_str(), changed[0].how), ("kommuner.json", How::Removed));
    assert_eq!(with_changes(&RULES, &desk.delta()).expect("a delta"), *desk.files());
}
