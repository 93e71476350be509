//! What a change of the rules does to the answers, and the command that tells it.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use bygg_uten_a_soke::engine::{Situation, assess};
use bygg_uten_a_soke::review::case;
use bygg_uten_a_soke::review::diagram::WHOLE;
use bygg_uten_a_soke::review::impact::{Cause, Change, Direction, Ending, Found, Impact, Kind, Rows, Side, Which};
use bygg_uten_a_soke::review::impact::{impact, kind, page, text};
use bygg_uten_a_soke::review::symbolic::{UNDECIDED, number};
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::load::{Loaded, load};
use bygg_uten_a_soke::rules::quantity::{Unit, parse_amount};
use bygg_uten_a_soke::rules::source::Files;
use bygg_uten_a_soke::tool::files;
use rules::RULES;
use serde_json::Value;

const FREE_BUILDINGS: &str = "sak10/4-1-a-frittliggende-bygning/2021-05-01.json";

fn day(day: &str) -> Date {
    Date::parse_iso(day).unwrap()
}

fn on<'a>(rules: &'a Loaded, text: &str) -> Side<'a> {
    Side { rules, date: day(text) }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")
}

/// The rules of the repository with some of their files changed.
fn changed(change: impl Fn(&mut Files)) -> Loaded {
    let mut files = files::read(&folder()).unwrap();
    change(&mut files);
    load(&files).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

fn sixty(files: &mut Files) {
    let text = files.get_mut(FREE_BUILDINGS).unwrap();
    assert!(text.contains("50 m²"));
    *text = text.replace("50 m²", "60 m²");
}

fn of<'a>(impact: &'a Impact, id: &str) -> &'a Kind {
    impact.kinds.iter().find(|kind| kind.id == id).unwrap()
}

/// What the engine says of an example's answers, read as anybody's.
fn ending(side: Side, project: &str, change: &Change) -> Ending {
    let book = &side.rules.book;
    let project = book.find_project(project).unwrap();
    let known = change.example.answers.iter().filter(|(name, _)| book.find_concept(name).is_some());
    let answers = known.map(|(name, text)| (name.clone(), text.clone())).collect();
    let answers = case::answers(book, Some(project), &answers).unwrap();
    let verdict = assess(&Situation::new(book, project, &answers, side.date));
    Ending::reached(verdict.outcome.map_or(UNDECIDED, number), verdict.may_start(book))
}

/// Every example is what it is said to be, told to the engine in the words of a case.
fn verified(old: Side, new: Side, kind: &Kind) {
    for change in kind.changes() {
        assert_eq!(change.example.mismatch, None, "{}", change.example.words);
        let said = (ending(old, &kind.id, change), ending(new, &kind.id, change));
        assert_eq!(said, (change.from, change.to), "{}", change.example.words);
        assert!(change.share > 0);
    }
}

#[test]
fn from_2015_to_2021() {
    let (old, new) = (on(&RULES, "2015-07-01"), on(&RULES, "2021-05-01"));
    let found = impact(old, new);
    found.kinds.iter().for_each(|kind| verified(old, new, kind));
    let terrace = of(&found, "terrasse").changes().iter().find(|change| change.to == Ending::Free).unwrap();
    assert_eq!(terrace.direction(), Direction::Freer);
    assert!(matches!(&terrace.cause, Cause::OnlyOn(Which::New, rule) if rule.rule == "sak10/4-1-d"), "{terrace:?}");
    // Rooms to live in were let into extensions without an application in between.
    let extension = of(&found, "tilbygg").changes().iter().find(|change| change.to == Ending::Free).unwrap();
    assert_eq!(extension.from, Ending::ApplyYourself);
    assert!(extension.cause.words().contains("rom i tilbygget"), "{}", extension.cause.words());
    // The numbers for free-standing buildings stayed the same.
    let garage = of(&found, "garasje");
    assert!(
        garage.changes().iter().all(
            |change| change.example.answers["forbindelse"] != "ingen" || change.direction() == Direction::Otherwise
        )
    );
    assert_eq!(of(&found, "takterrasse").changes().len(), 0);
    let page = page(&found, "2015", "2021", Rows::Decided);
    assert!(page.contains("## Terrasse") && page.contains("SAK10 §\u{a0}4-1 første ledd bokstav d er ny"), "{page}");
    assert!(page.contains("**ikke** hvor vanlig"));
}

/// The guide for lawyers shows rows of this comparison. Shares turn on every answer there is, and are not held against it.
#[test]
fn the_worked_example_of_the_guide_is_true() {
    let guide = fs::read_to_string(folder().join("README.md")).unwrap();
    let without_share = |row: &str| {
        let cells: Vec<&str> = row.split(" | ").collect();
        assert!(cells.len() > 2 && cells[cells.len() - 2].contains("\u{a0}%"), "{row}");
        [&cells[..cells.len() - 2], &cells[cells.len() - 1..]].concat().join(" | ")
    };
    let (old, new) = (on(&RULES, "2015-07-01"), on(&RULES, "2021-05-01"));
    let (_, example) = guide.split_once("### Eksempel: 1. juli 2015").expect("the example");
    let (table, rest) = example.split_once("\nIngen sak").expect("its end");
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| ")).skip(2).collect();
    assert!(rows.len() > 5, "{table}");
    for row in rows {
        let (name, row) = row.trim_start_matches("| ").split_once(" | ").unwrap();
        let found = RULES.sources.projects.iter().find(|(_, project)| project.name.nb == name).expect(name);
        let kinds = vec![kind(old, new, &found.1.id)];
        let page = page(&Impact { kinds }, "2015", "2021", Rows::Decided);
        let rows = page.lines().filter(|line| line.starts_with("| friere") || line.starts_with("| strengere"));
        let rows: Vec<_> = rows.map(without_share).collect();
        assert!(rows.contains(&without_share(&format!("| {row}"))), "rules/README.md shows\n{row}\nof\n{page}");
    }
    let rules = changed(sixty);
    let garage = kind(on(&RULES, "2026-11-21"), on(&rules, "2026-11-21"), "garasje");
    let text = text(&Impact { kinds: vec![garage] }, "a", "b", Rows::Decided);
    let shown = rest.split_once("```").and_then(|(_, block)| block.split_once("```")).expect("the larger garage").0;
    let shareless = |line: &str| line.chars().filter(|letter| !letter.is_ascii_digit()).collect::<String>();
    let said: Vec<String> = text.lines().map(shareless).collect();
    for line in shown.trim().lines() {
        assert!(said.contains(&shareless(line)), "rules/README.md shows\n{line}\nof\n{text}");
    }
}

#[test]
fn what_cannot_be_decided_is_summed_and_full_turns_are_weighed_among_those_that_are_free() {
    let rules = changed(sixty);
    let (old, new) = (on(&RULES, "2026-11-21"), on(&rules, "2026-11-21"));
    let garage = kind(old, new, "garasje");
    let (told, summed) = garage.told(Rows::Decided);
    assert!(!told.is_empty() && !summed.is_empty());
    assert!(told.iter().all(|change| change.among.is_some() && change.direction() != Direction::Otherwise));
    assert!(summed.iter().all(|change| change.among.is_none() && change.direction() == Direction::Otherwise));
    // A twelfth or so of all free garages is larger than 50 m²; of all combinations next to none is free.
    let among = garage.changes()[0].among.unwrap();
    assert!(among > WHOLE / 20 && among < WHOLE / 8 && garage.changes()[0].share < WHOLE / 1_000_000, "{among}");
    let back = kind(new, old, "garasje");
    let mut stricter = back.changes().iter().filter(|change| change.from == Ending::Free);
    assert_eq!(stricter.find(|change| change.to == Ending::ApplyYourself).unwrap().among, Some(among));
    let count = garage.changes().len();
    let impact = Impact { kinds: vec![garage] };
    let lines = |rows: Rows| text(&impact, "a", "b", rows).lines().filter(|line| line.contains(" → ")).count();
    assert!(lines(Rows::All) == count && lines(Rows::Decided) < count);
    assert!(text(&impact, "a", "b", Rows::Decided).contains("rader til og fra «kan ikke avgjøres»"));
}

#[test]
fn the_same_rules_on_the_same_day_change_nothing() {
    let side = on(&RULES, "2026-11-21");
    let found = impact(side, side);
    assert_eq!(found.kinds.len(), RULES.book.projects.len());
    for kind in &found.kinds {
        assert!(matches!(&kind.found, Found::Both { changes, cells } if changes.is_empty() && cells.len() > 6));
    }
    assert!(text(&found, "a", "b", Rows::Decided).contains("Ingen endring for garasje, carport"));
}

#[test]
fn a_larger_garage_is_freer_and_nobody_must_apply_for_more() {
    let rules = changed(sixty);
    let (old, new) = (on(&RULES, "2026-11-21"), on(&rules, "2026-11-21"));
    let garage = kind(old, new, "garasje");
    verified(old, new, &garage);
    assert!(garage.share(Direction::Freer) > 0);
    // Nobody must apply who need not before; but a doubt that § 4-1 a raises now stands beside what § 4-1 b frees anyway.
    let stricter = garage.changes().iter().filter(|change| change.direction() == Direction::Stricter);
    for change in stricter {
        assert_eq!((change.from, change.to), (Ending::Free, Ending::FreeButFirst), "{}", change.example.words);
        assert_ne!(change.example.answers["forbindelse"], "ingen");
    }
    assert!(garage.share(Direction::Stricter) * 100 < garage.share(Direction::Freer));
    let first = &garage.changes()[0];
    assert_eq!((first.from, first.to), (Ending::ApplyYourself, Ending::Free));
    let area = parse_amount(&first.example.answers["bebygd-areal"], Unit::SquareMetre).unwrap();
    assert!(area > 500_000 && area <= 600_000, "{area}");
    assert!(matches!(&first.cause, Cause::Broken(Which::Old, rule, _) if rule.rule == "sak10/4-1-a"), "{first:?}");
    assert!(first.example.words.starts_with("Garasje, bebygd areal"), "{}", first.example.words);
    // Turned round, the same cases are the stricter.
    let back = kind(new, old, "garasje");
    assert_eq!(back.share(Direction::Stricter), garage.share(Direction::Freer));
    assert_eq!(back.share(Direction::Freer), garage.share(Direction::Stricter));
}

#[test]
fn a_kind_of_work_on_one_side_only_is_told_as_that() {
    let mut small = changed(|_| {});
    small.book.projects.retain(|project| project.id != "drivhus");
    let (old, new) = (on(&RULES, "2026-11-21"), on(&small, "2026-11-21"));
    assert!(matches!(kind(old, new, "drivhus").found, Found::Only(Which::Old)));
    assert!(matches!(kind(new, old, "drivhus").found, Found::Only(Which::New)));
}

fn tool(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_bygg-uten-a-soke"))
        .arg("impact")
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A folder of its own for a test.
fn empty(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, files: &Files) {
    for (path, text) in files {
        let path = folder.join("rules").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

#[test]
fn real_cases_that_change_are_named_and_bad_lines_are_told() {
    let here = empty("saker");
    let extension = |room: &str, id: &str| {
        let file =
            RULES.sources.bases.iter().filter(|(_, base)| base.id != "vanlig-garasje" && base.id != "vanlig-terrasse");
        let mut answers: serde_json::Map<String, Value> = serde_json::Map::new();
        for (_, base) in file {
            answers.extend(base.answers.iter().map(|(name, text)| (name.clone(), Value::from(text.clone()))));
        }
        answers.insert("rom-i-tilbygget".to_owned(), Value::from(room));
        serde_json::json!({ "id": id, "tiltak": "tilbygg", "dato": "2026-11-21", "svar": answers }).to_string()
    };
    // The same case, written so that it takes the slow way.
    let slow = extension("varig-opphold", "c").replace(r#""bebygd-eiendom":"ja""#, r#""bebygd-eiendom":true"#);
    assert!(slow.contains("true"), "{slow}");
    let (changes, stays) = (extension("varig-opphold", "a"), extension("ikke-varig-opphold", "b"));
    let lines = [changes, String::new(), "tull".to_owned(), stays, slow];
    fs::write(here.join("saker.jsonl"), lines.join("\n")).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = here.join("saker.jsonl").display().to_string();
    let said = json(&tool(root, &["2015-07-01", "2021-05-01", "--format", "json", "--saker", &file]));
    let cases = &said["saker"];
    assert_eq!((&cases["lest"], &cases["endret"], &cases["feil"]), (&3.into(), &2.into(), &1.into()), "{cases}");
    assert_eq!((&cases["endrede"][0]["id"], &cases["endrede"][0]["linje"]), (&"a".into(), &1.into()));
    assert_eq!(cases["endrede"][0]["til"], "slipper å søke");
    assert_eq!((&cases["endrede"][1]["id"], &cases["endrede"][1]["linje"]), (&"c".into(), &5.into()));
    assert_eq!(cases["antall"][0]["antall"], 2);
    assert_eq!(cases["feil-linjer"][0]["linje"], 3);
}

#[test]
fn a_revision_is_compared_with_a_folder() {
    let here = empty("revisjon");
    write(&here, &files::read(&folder()).unwrap());
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"];
        let done = Command::new("git").arg("-C").arg(&here).args(who).args(arguments).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "reglene"]);
    let mut files = files::read(&folder()).unwrap();
    sixty(&mut files);
    write(&here, &files);
    let said = json(&tool(&here, &["HEAD", "rules", "--dato", "2026-11-21", "--format", "json"]));
    let garage = said["tiltak"].as_array().unwrap().iter().find(|kind| kind["id"] == "garasje").unwrap();
    assert_eq!(garage["endringer"][0]["retning"], "friere");
    assert_eq!(garage["endringer"][0]["til"], "slipper å søke");
    assert_eq!(garage["endringer"][0]["motoren-er-enig"], true);
}

#[test]
fn what_cannot_be_compared_is_told_in_plain_norwegian() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (old, new, said) in [
        ("ingen-slik", "2021-05-01", "verken en mappe, en dato som 2021-05-01 eller en revisjon"),
        ("2001-01-01", "2021-05-01", "reglene dekker fra 2015-07-01"),
        ("src", "2021-05-01", "feil i reglene"),
    ] {
        let output = tool(root, &[old, new]);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && message.contains(said), "{old}: {message}");
    }
}
