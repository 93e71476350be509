//! What must hold of every rule file, one test each.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use std::collections::BTreeMap;
use std::path::Path;

use bygg_uten_a_soke::review::audit;
use bygg_uten_a_soke::rules::compiled::{Unreadable, decode, encode};
use bygg_uten_a_soke::rules::load::{Language, Loaded, load};
use bygg_uten_a_soke::rules::problem::Finding;
use bygg_uten_a_soke::rules::source::Sources;
use bygg_uten_a_soke::rules::texts::Texts;
use bygg_uten_a_soke::rules::{TextId, Wording};
use bygg_uten_a_soke::tool::files;
use serde_json::Value as Json;

use rules::RULES;

fn nothing_wrong(check: fn(&Loaded) -> Vec<Finding>) {
    let told: Vec<String> = RULES.sources.locate(check(&RULES)).iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

fn nothing_wrong_in_files(check: fn(&Sources) -> Vec<Finding>) {
    let told: Vec<String> = RULES.sources.locate(check(&RULES.sources)).iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn every_quote_stands_in_the_wording() {
    nothing_wrong_in_files(audit::quotes_stand_in_the_wording);
}

#[test]
fn every_sentence_of_the_wording_is_encoded_or_told_why_not() {
    nothing_wrong_in_files(audit::wording_is_accounted_for);
}

#[test]
fn every_limit_stands_in_its_own_quote() {
    nothing_wrong_in_files(audit::limits_stand_in_their_quote);
}

#[test]
fn the_languages_have_the_same_placeholders() {
    nothing_wrong_in_files(audit::placeholders_agree);
}

#[test]
fn sentences_borrow_their_numbers() {
    nothing_wrong_in_files(audit::digits_are_borrowed);
}

#[test]
fn everything_written_is_used() {
    nothing_wrong(audit::everything_is_used);
}

#[test]
fn every_option_makes_a_difference() {
    nothing_wrong(audit::options_make_a_difference);
}

#[test]
fn every_blank_is_filled() {
    nothing_wrong_in_files(audit::blanks_are_filled);
}

#[test]
fn quick_answers_settle_what_they_answer() {
    nothing_wrong(audit::quick_answers_settle);
}

#[test]
fn examples_are_about_the_law_of_their_day() {
    nothing_wrong(audit::dates_inside_their_version);
}

#[test]
fn every_condition_is_broken_alone_by_an_example() {
    nothing_wrong(audit::conditions_broken_alone);
}

#[test]
fn every_limit_is_tried_on_both_sides() {
    nothing_wrong(audit::limits_tried_on_both_sides);
}

#[test]
fn compiled_and_read_back_the_book_is_the_same() {
    let bytes = encode(&RULES.book).expect("it can be encoded");
    assert_eq!(decode(&bytes).as_ref(), Ok(&RULES.book));
}

#[test]
fn the_same_files_always_give_the_same_bytes() {
    let files = files::read(&folder()).expect("the rules can be read");
    let again = load(&files).expect("the rules load");
    assert_eq!(encode(&again.book), encode(&RULES.book));
    for language in Language::ALL {
        assert_eq!(again.words.first_file(language), RULES.words.first_file(language));
        assert_eq!(again.words.second_file(language), RULES.words.second_file(language));
    }
}

#[test]
fn a_damaged_artefact_is_refused_and_never_panics() {
    let whole = encode(&RULES.book).expect("it can be encoded");
    assert_eq!(decode(b"not rules"), Err(Unreadable::NotRules));
    assert_eq!(decode(&[]), Err(Unreadable::NotRules));
    let mut newer = whole.clone();
    newer[3] += 1;
    assert_eq!(decode(&newer), Err(Unreadable::OtherVersion));
    for cut in (4..whole.len()).step_by(997) {
        assert!(decode(&whole[..cut]).is_err(), "cut at {cut}");
    }
    for place in (4..whole.len()).step_by(101) {
        let mut bent = whole.clone();
        bent[place] ^= 0xff;
        let _ = decode(&bent);
    }
}

#[test]
fn both_files_of_a_language_read_back_as_they_were_written() {
    for language in Language::ALL {
        let mut texts = Texts::default();
        texts.add(&RULES.words.first_file(language));
        texts.add(&RULES.words.second_file(language));
        for id in (0..RULES.book.texts).map(TextId) {
            assert_eq!(texts.get(id), language.of(RULES.words.text(id).expect("it exists")));
        }
        for (name, text) in RULES.words.interface() {
            assert_eq!(texts.word(name), language.of(text));
        }
    }
}

#[test]
fn no_text_holds_what_separates_texts_and_none_is_empty() {
    let texts = (0..RULES.book.texts)
        .filter_map(|id| RULES.words.text(TextId(id)))
        .chain(RULES.words.interface().map(|(_, text)| text));
    for text in texts {
        for language in Language::ALL {
            let words = language.of(text);
            assert!(!words.trim().is_empty() && !words.contains(['\n', '\t']), "{words:?}");
        }
    }
}

#[test]
fn every_file_fits_its_schema() {
    let folder = folder();
    let files = files::read(&folder).expect("the rules can be read");
    let mut schemas: BTreeMap<String, jsonschema::Validator> = BTreeMap::new();
    let mut faults = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| !path.starts_with("skjema/") && *path != "kommuner.json") {
        let json: Json = serde_json::from_str(text).expect("it is JSON");
        let named = json["$schema"].as_str().expect("it names its schema");
        let place = named.rsplit('/').next().expect("a name").to_owned();
        let steps = named.matches("../").count();
        assert_eq!(steps, path.matches('/').count(), "{path}: the path to the schema is off");
        let schema = schemas.entry(place.clone()).or_insert_with(|| {
            let text = files.get(&format!("skjema/{place}")).expect("the schema exists");
            jsonschema::validator_for(&serde_json::from_str(text).expect("it is JSON")).expect("it is a schema")
        });
        faults.extend(schema.iter_errors(&json).map(|error| format!("{path}: {}: {error}", error.instance_path())));
    }
    assert!(schemas.len() >= 10, "only {} schemas are in use", schemas.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn editors_are_told_the_schema_of_every_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let settings = std::fs::read_to_string(root.join(".vscode/settings.json")).expect("it exists");
    let settings: Json = serde_json::from_str(&settings).expect("it is JSON");
    let mapped = settings["json.schemas"].as_array().expect("a list");
    for (path, text) in files::read(&folder()).expect("the rules can be read") {
        if path.starts_with("skjema/") || path == "kommuner.json" {
            continue;
        }
        let fits = |entry: &&Json| {
            let globs = entry["fileMatch"].as_array().expect("globs").iter().filter_map(Json::as_str);
            globs.fold(false, |fits, glob| match glob.strip_prefix('!') {
                Some(not) => fits && !matches_glob(not, &format!("/rules/{path}")),
                None => fits || matches_glob(glob, &format!("/rules/{path}")),
            })
        };
        let schemas: Vec<&str> = mapped.iter().filter(fits).filter_map(|entry| entry["url"].as_str()).collect();
        let json: Json = serde_json::from_str(&text).expect("it is JSON");
        let named = json["$schema"].as_str().expect("it names its schema").trim_start_matches("../");
        assert_eq!(schemas, [format!("./rules/{named}")], "{path}");
    }
}

/// `*` is a part of a name, `**/` any folders.
fn matches_glob(glob: &str, path: &str) -> bool {
    match glob.split_once('*') {
        None => glob == path,
        Some((before, after)) => path.strip_prefix(before).is_some_and(|rest| match after.strip_prefix("*/") {
            Some(after) => {
                matches_glob(after, rest) || rest.match_indices('/').any(|(at, _)| matches_glob(after, &rest[at + 1..]))
            }
            None => (0..=rest.len())
                .filter(|end| rest.is_char_boundary(*end) && !rest[..*end].contains('/'))
                .any(|end| matches_glob(after, &rest[end..])),
        }),
    }
}

#[test]
fn every_rule_not_read_says_what_it_rests_on_and_none_pretends_to_be_checked() {
    let versions = || RULES.book.rules.iter().flat_map(|rule| &rule.versions);
    let not_read = versions().filter(|version| version.wording != Wording::Read).count();
    println!("{} versions of rules, {not_read} without the law's own words", versions().count());
    assert!(versions().all(|version| version.checked_until.is_none()), "nobody at DiBK has checked a rule yet");
}

#[test]
fn the_municipalities_are_all_there() {
    let text = std::fs::read_to_string(folder().join("kommuner.json")).expect("it can be read");
    let json: Json = serde_json::from_str(&text).expect("it is JSON");
    let list = json["kommuner"].as_array().expect("a list");
    let with = |form: &str| list.iter().filter(|kommune| kommune["maalform"] == form).count();
    assert_eq!((list.len(), with("bokmål"), with("nynorsk"), with("nøytral")), (357, 118, 88, 151));
    let numbers: std::collections::BTreeSet<&str> =
        list.iter().filter_map(|kommune| kommune["nummer"].as_str()).collect();
    assert_eq!(numbers.len(), 357);
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")
}
