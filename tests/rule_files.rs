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

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use bygg_uten_a_soke::review::audit;
use bygg_uten_a_soke::rules::compiled::{Unreadable, decode, encode};
use bygg_uten_a_soke::rules::load::{Language, Loaded, load};
use bygg_uten_a_soke::rules::problem::Finding;
use bygg_uten_a_soke::rules::source::Sources;
use bygg_uten_a_soke::rules::texts::Texts;
use bygg_uten_a_soke::rules::{TextId, Wording};
use bygg_uten_a_soke::tool::wire::{LanguageForm, MunicipalityFile};
use bygg_uten_a_soke::tool::{files, municipalities};
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
    for (path, text) in files.iter().filter(|(path, _)| !path.starts_with("skjema/")) {
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
        if path.starts_with("skjema/") {
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
    let file = municipalities();
    let list = &file.municipalities;
    let with = |form| list.iter().filter(|it| it.language == form).count();
    let forms = [LanguageForm::Bokmal, LanguageForm::Nynorsk, LanguageForm::Neutral].map(with);
    assert_eq!((list.len(), forms, file.counties.len()), (357, [118, 88, 151], 15));
    let numbers: BTreeSet<&str> = list.iter().map(|it| it.number.as_str()).collect();
    assert_eq!(numbers.len(), 357);
    let mut names: BTreeMap<&str, u8> = BTreeMap::new();
    for it in list {
        *names.entry(&it.name).or_default() += 1;
    }
    let twice: Vec<&str> = names.into_iter().filter(|(_, times)| *times > 1).map(|(name, _)| name).collect();
    assert_eq!(twice, ["Herøy", "Våler"]);
    assert_eq!(list.iter().filter(|it| it.sami.is_some()).count(), 13);
    let tana = list.iter().find(|it| it.number == "5628").expect("Tana");
    assert_eq!((tana.name.as_str(), tana.sami.as_deref()), ("Tana", Some("nordsamisk")));
    assert_eq!(tana.official_names, ["Deatnu", "Tana"]);
}

#[test]
fn every_number_since_2019_leads_to_one_municipality_of_today_or_says_which_it_may_be() {
    let file = municipalities();
    let today: BTreeSet<&str> = file.municipalities.iter().map(|it| it.number.as_str()).collect();
    let old: BTreeMap<&str, &str> = file
        .municipalities
        .iter()
        .flat_map(|it| it.old_numbers.iter().map(|old| (old.as_str(), it.number.as_str())))
        .collect();
    // What the counties of 2019 and of 2020 that are no more had, and how many there were of each.
    let of = |counties: &[&str]| old.keys().filter(|number| counties.contains(&&number[..2])).count();
    assert_eq!(of(&["30", "38", "54"]), 51 + 23 + 39, "Viken, Vestfold og Telemark, Troms og Finnmark");
    assert_eq!(of(&["01", "02", "04", "05", "06", "07", "08", "09"]), 18 + 22 + 22 + 26 + 21 + 9 + 18 + 15);
    assert_eq!(of(&["10", "12", "14", "19", "20"]), 15 + 33 + 26 + 24 + 19);
    assert!(old.keys().all(|number| !today.contains(number)), "a number is never both old and new");
    let (mut divided, mut certain) = (Vec::new(), Vec::new());
    for it in &file.divided {
        assert!(!old.contains_key(it.number.as_str()) && it.became.iter().all(|now| today.contains(now.as_str())));
        divided.push((it.number.as_str(), it.name.as_str(), it.became.len()));
    }
    assert_eq!(divided, [("1507", "Ålesund", 2), ("1850", "Tysfjord", 2), ("5012", "Snillfjord", 3)]);
    for number in ["0101", "3001", "0713", "1444", "1534", "5030", "1913", "0536", "3018"] {
        certain.push(old[number]);
    }
    assert_eq!(certain, ["3101", "3101", "3903", "1577", "1580", "5001", "5512", "3447", "3114"]);
}

#[test]
fn the_widget_finds_the_language_of_old_numbers_and_the_editor_everything_else() {
    let file = municipalities();
    let lines = municipalities::lines(&file);
    let language = |number: &str| lines.lines().find_map(|line| line.strip_prefix(&format!("{number}\t")));
    assert_eq!(
        (language("4601"), language("1201"), language("4640")),
        (Some("nøytral"), Some("nøytral"), Some("nynorsk"))
    );
    assert_eq!((language("1420"), language("1507"), language("9999")), (Some("nynorsk"), None, None));
    let choices = municipalities::choices(&file);
    assert!(choices.contains("5628\tTana,Deatnu\tFinnmark\tbokmål\tnordsamisk\t2025 5441"), "{choices}");
    assert!(choices.ends_with("/5012\tSnillfjord\t2020\t5055 5056 5059"), "{choices}");
    assert_eq!(choices.lines().count(), 357 + 3);
}

#[test]
fn a_list_of_municipalities_that_leads_astray_is_not_read() {
    let text = std::fs::read_to_string(folder().join("kommuner.json")).expect("it can be read");
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        municipalities::understand(&text.replacen(from, to, 1)).expect_err("a fault").to_string()
    };
    assert!(with("\"3001\"]", "\"1103\"]").contains("1103 står to ganger"));
    assert!(with("[\"1508\", \"1580\"]", "[\"1508\", \"1581\"]").contains("1507 Ålesund"));
    assert!(with("\"0301\"", "\"301\"").contains("«301» er ikke et kommunenummer"));
    assert!(with("\"nummer\": \"15\"", "\"nummer\": \"16\"").contains("hører ikke til noe fylke"));
    assert!(with("\"Deatnu\", \"Tana\"", "\"Deatnu\", \"Tanen\"").contains("5628 Tana"));
}

fn municipalities() -> MunicipalityFile {
    municipalities::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the list can be read")
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")
}
