//! The municipality's own configuration: what is accepted, what is refused and in which words, and that the schema for editors
//! says the same as the check in the browser.
//!
//! `oppsett/godtatt/` are configurations without a fault. Each of `oppsett/avvist/` has one: `hvor` it is, what is said of it
//! (`hva`) and how to mend it (`slik`); `feil` is how many faults there are, 1 unless told; `skjema` whether the schema lets it
//! through, for it knows neither kinds of work nor how browsers read an address; `hel` whether an answer may still be green.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/scratch.rs"]
mod scratch;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use bygg_uten_a_soke::tool::artefacts::judged_concepts;
use bygg_uten_a_soke::tool::{esbuild, files as rule_files};
use scratch::Scratch;
use serde_json::{Value as Json, json};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> Json {
    serde_json::from_str(&fs::read_to_string(path).expect("it can be read")).expect("it is JSON")
}

/// Every file of a folder, with its name.
fn files(folder: &str) -> Vec<(String, Json)> {
    let folder = root().join("tests/oppsett").join(folder);
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("it exists").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), read(path))).collect()
}

/// The kinds of work, shelf by shelf, as the element hands them over.
fn shelves() -> Json {
    let shelves = read(&root().join("rules/regelsett.json"))["hyller"].clone();
    let told = |shelf: &Json| json!({ "id": shelf["id"], "work": shelf["tiltak"] });
    shelves.as_array().expect("a list").iter().map(told).collect()
}

/// The concepts of the rules, as the site has them.
fn concepts() -> Json {
    let loaded = rule_files::load(root()).expect("the rules are whole");
    serde_json::to_value(judged_concepts(&loaded.book)).expect("JSON")
}

/// Runs a script of `oppsett/` with the browser's own modules in it.
fn run(script: &str, input: &Json) -> String {
    let bundle = esbuild::bundle(root(), &root().join("tests/oppsett").join(script), &[]).expect("it can be bundled");
    let folder = Scratch::new();
    let path = folder.write(script, &bundle);
    let mut node = Command::new("node");
    let mut node = node.arg(&path).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("Node is installed");
    node.stdin.take().expect("its input").write_all(input.to_string().as_bytes()).expect("it reads");
    let output = node.wait_with_output().expect("it ends");
    let said = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success(), "{script}: {said}");
    said
}

fn checked(configurations: &[&Json]) -> Vec<Json> {
    let input = json!({ "shelves": shelves(), "concepts": concepts(), "configurations": configurations });
    serde_json::from_str(&run("kjor.mjs", &input)).expect("a list")
}

fn schema() -> jsonschema::Validator {
    let schema = read(&root().join("rules/skjema/oppsett.schema.json"));
    jsonschema::validator_for(&schema).expect("it is a schema")
}

#[test]
fn what_is_right_is_accepted_by_the_check_and_by_the_schema() {
    let (files, schema) = (files("godtatt"), schema());
    let told = checked(&files.iter().map(|(_, json)| json).collect::<Vec<_>>());
    for ((name, json), told) in files.iter().zip(&told) {
        let faults: Vec<String> = schema.iter_errors(json).map(|error| error.to_string()).collect();
        assert!(faults.is_empty(), "{name}: the schema says {}", faults.join("; "));
        assert_eq!((&told["errors"], &told["whole"]), (&json!([]), &json!(true)), "{name}");
    }
    assert!(files.len() >= 8);
}

#[test]
fn what_is_wrong_is_told_where_what_and_how_to_mend_it() {
    let (files, schema) = (files("avvist"), schema());
    let told = checked(&files.iter().map(|(_, json)| &json["oppsett"]).collect::<Vec<_>>());
    let mut faults = Vec::new();
    for ((name, case), told) in files.iter().zip(&told) {
        let text = |key: &str| case[key].as_str().expect("a text");
        let errors = told["errors"].as_array().expect("a list");
        let says = |error: &Json, key: &str, words: &str| error[key].as_str().is_some_and(|said| said.contains(words));
        let found = errors.iter().any(|error| {
            error["where"] == case["hvor"] && says(error, "what", text("hva")) && says(error, "mend", text("slik"))
        });
        let expected = case["feil"].as_u64().unwrap_or(1);
        if !found || errors.len() as u64 != expected {
            faults.push(format!("{name}: {expected} expected: {errors:#?}"));
        }
        if told["whole"] != case["hel"] {
            faults.push(format!("{name}: \"hel\" should be {}", told["whole"]));
        }
        if schema.is_valid(&case["oppsett"]) != case["skjema"].as_bool().expect("yes or no") {
            faults.push(format!("{name}: \"skjema\" is the other way"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(files.len() >= 60);
}

#[test]
fn a_configuration_becomes_lines_in_the_language_of_the_resident() {
    let whole = read(&root().join("tests/oppsett/godtatt/alt.json"));
    let told = &checked(&[&whole])[0];
    let lines = |language: &str| told["own"][language].as_str().expect("text").to_owned();
    let shelf = shelves().as_array().unwrap().iter().find(|shelf| shelf["id"] == "utvidelse").unwrap()["work"].clone();
    let mut shown = vec![json!("garasje"), json!("carport")];
    shown.extend(shelf.as_array().unwrap().iter().cloned());
    assert_eq!(told["show"], json!(shown), "a shelf is all that stands on it");
    let names: Vec<&str> = shown.iter().filter_map(Json::as_str).collect();
    let vis = ["vis", &names.join(" ")].join("\t");
    let nb = "kontakt\tByggesak i Bergen\t+47 55 56 55 56\tbyggesak@bergen.kommune.no\thttps://www.bergen.kommune.no/byggesak
{vis}
lenke\tplanregister\thttps://www.bergenskart.no/
lenke\tsoknad\thttps://www.ebyggesak.no/
lenke\tgebyr\thttps://www.bergen.kommune.no/gebyr
lenke\tarkiv\tmailto:arkiv@bergen.kommune.no
melding\talltid\t\tVi svarer på telefon mellom klokken 9 og 14.\t\t
melding\tutfall\tunntatt-fra-søknadsplikt\tSend oss tegningen når du er ferdig.\tSend tegning\thttps://www.bergen.kommune.no/ferdig
melding\tbegrep\tavstand-til-nabogrense\tGrensene i kartet kan være unøyaktige.\t\t
melding\ttiltak\tgarasje\tRing oss.\t55 56 55 56\ttel:+4755565556
vilkar\tgarasje carport\tsok\tja\tTak i kystsonen\tHar taket mellom 22 og 38 graders vinkel?\tVinkelen står på tegningen.\tKommuneplanen krever slik takvinkel.\tSend en søknad, eller velg en annen takvinkel.\tKommuneplanens arealdel § 5\thttps://www.bergen.kommune.no/plan
vilkar\t*\tavklares\tbebygd-areal hoyst 36,0 m²\tBebygd areal i kommuneplanen\t\t\tKommuneplanen setter en lavere grense.\tSpør byggesaksavdelingen.\tKommuneplanens arealdel § 7\t";
    assert!(lines("nb").starts_with(&nb.replace("{vis}", &vis)), "{}", lines("nb"));
    assert!(lines("nn").contains("Send oss teikninga") && lines("nn").contains("Kommuneplanen krev slik"));
    assert!(lines("en").contains("Send us the drawing") && lines("en").contains("Kommuneplanen krever slik"));
}

#[test]
fn what_cannot_be_seen_is_taken_away_and_markup_stays_text() {
    let files = files("godtatt");
    let named = |name: &str| &files.iter().find(|(file, _)| file == name).expect("the file exists").1;
    let told = checked(&[named("usynlige-tegn-tas-bort.json"), named("markering-er-tekst.json")]);
    let lines = |told: &Json| told["own"]["nb"].as_str().expect("text").to_owned();
    assert!(lines(&told[0]).starts_with("kontakt\tByggesak i Bergen\t"), "{}", lines(&told[0]));
    assert!(lines(&told[0]).contains("Første linje andre linje"));
    assert!(lines(&told[1]).contains("<img src=x onerror=alert(1)> & \"hermetegn\""), "{}", lines(&told[1]));
}

#[test]
fn thousands_of_hostile_configurations_throw_nothing_and_keep_the_limits() {
    let whole = read(&root().join("tests/oppsett/godtatt/alt.json"));
    let said =
        run("vilkarlig.mjs", &json!({ "shelves": shelves(), "concepts": concepts(), "whole": whole, "rounds": 3000 }));
    let counts: Vec<u32> = said.split(' ').filter_map(|word| word.parse().ok()).collect();
    assert!(said.starts_with("ok ") && counts.iter().all(|count| *count > 500), "{said}");
}
