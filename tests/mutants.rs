//! No change of the rules goes unnoticed by the examples, and a hole among the examples is found.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use std::path::Path;

use bygg_uten_a_soke::rules::load::{Loaded, load};
use bygg_uten_a_soke::rules::source::Files;
use bygg_uten_a_soke::tool::files;
use bygg_uten_a_soke::tool::mutants::survivors;

use rules::RULES;

#[test]
fn an_example_notices_every_mutant() {
    let report = survivors(&RULES);
    let told: Vec<String> = report.survivors.iter().map(ToString::to_string).collect();
    println!("{} mutants, {} survivors", report.count, told.len());
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(report.count > 2_000, "only {} mutants were made", report.count);
}

/// A world of one rule: a shed of at most 15 m² and without basement needs no application.
fn small_world() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mutants/rules");
    files::read(&folder).expect("the small world can be read")
}

fn loaded(files: &Files) -> Loaded {
    load(files).unwrap_or_else(|problems| panic!("{}", problems.first().expect("a problem")))
}

fn told(files: &Files) -> Vec<String> {
    survivors(&loaded(files)).survivors.iter().map(ToString::to_string).collect()
}

/// The small world without the examples of this name.
fn without(example: &str) -> Files {
    let mut files = small_world();
    let mut taken = 0;
    for (_, text) in files.iter_mut().filter(|(path, _)| path.ends_with(".eksempler.json")) {
        let mut json: serde_json::Value = serde_json::from_str(text).expect("it is JSON");
        let examples = json["eksempler"].as_array_mut().expect("a list");
        let before = examples.len();
        examples.retain(|one| one["navn"] != example);
        taken += before - examples.len();
        *text = json.to_string();
    }
    assert_eq!(taken, 1, "no example is called «{example}»");
    files
}

#[test]
fn the_small_world_is_guarded() {
    assert_eq!(told(&small_world()), [""; 0]);
}

#[test]
fn without_the_example_at_a_limit_the_limit_can_be_moved_and_the_lawyer_is_told_so() {
    let said = "lov/1/2020-01-01.json: prøveloven §\u{a0}1, vilkår 1: grensen 15\u{a0}m² for `areal` kan flyttes til \
                15,01\u{a0}m² uten at noe eksempel merker det; skriv ett eksempel der `areal` er akkurat på grensen, \
                og ett like utenfor";
    assert_eq!(told(&without("15,01 m² er for stort")), [said]);
}

#[test]
fn each_example_of_the_small_world_is_needed_and_holds_off_its_own_mutants() {
    for (example, survivor) in [
        ("akkurat 8 m² trenger ikke meldes", "`over` for `areal` kan bli `minst`"),
        ("8,01 m² må meldes", "grensen 8\u{a0}m² for `areal` kan flyttes til 8,01\u{a0}m²"),
        ("akkurat 15 m² er unntatt", "`høyst` for `areal` kan bli `under`"),
        ("med kjeller", "vilkår 2 kan fjernes"),
        ("allerede den første dagen", "`fra` 2020-01-01 kan flyttes til 2020-01-02"),
        ("ikke dagen før loven", "`dekker-fra` 2020-01-01 kan flyttes til 2019-12-31"),
    ] {
        let told = told(&without(example));
        assert!(told.iter().any(|line| line.contains(survivor)), "without «{example}»: {told:#?}");
    }
}
