//! Broken rule files and what must be said of each.
//!
//! Each file in `rejected/` says what to do to the real rules: change a text of a file (`fil`, `bytt` → `med`, the first
//! place), or add or remove files (`legg-til`, `fjern`), or write bytes that are no text (`rå`). Then it says what
//! `check` must answer: the code (`kode`), words of the message (`melding`), the file if it is another one (`i`), and
//! where it points: at these words (`ved`), or at `linje` and `kolonne`. Faults beside the expected one are noise;
//! `feil` is how many there are in all, 1 unless told (warnings are not counted). `skjema` says whether an editor with
//! the schema marks the file too.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/scratch.rs"]
mod scratch;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use bygg_uten_a_soke::review::check::Checked;
use bygg_uten_a_soke::rules::code::{Code, Severity};
use bygg_uten_a_soke::rules::problem::Problem;
use bygg_uten_a_soke::rules::source::Files;
use bygg_uten_a_soke::tool::check::{check, check_files};
use bygg_uten_a_soke::tool::files;
use scratch::Scratch;
use serde_json::Value as Json;

struct Case {
    name: String,
    json: Json,
}

impl Case {
    fn text(&self, key: &str) -> Option<&str> {
        self.json[key].as_str()
    }

    /// The rules with this case's fault in them.
    fn broken(&self, rules: &Files) -> Files {
        let mut files = rules.clone();
        if let (Some(file), Some(from)) = (self.text("fil"), self.text("bytt")) {
            let text = files.get_mut(file).expect("the file exists");
            assert!(text.contains(from), "{}: what to change is not there any more", self.name);
            *text = text.replacen(from, self.text("med").expect("what to write"), 1);
        }
        for (file, text) in self.json["legg-til"].as_object().into_iter().flatten() {
            // Written as text, or as JSON for readability.
            files.insert(file.clone(), text.as_str().map_or_else(|| text.to_string(), str::to_owned));
        }
        for file in self.json["fjern"].as_array().into_iter().flatten() {
            files.remove(file.as_str().expect("a path")).expect("there was such a file");
        }
        files
    }

    fn expected_in(&self) -> &str {
        let added = || self.json["legg-til"].as_object().and_then(|added| added.keys().next()).map(String::as_str);
        self.text("i").or_else(|| self.text("fil")).or_else(added).expect("a file")
    }

    /// What is wrong with what was said.
    fn fault(&self, files: &Files, checked: &Checked) -> Option<String> {
        let (code, message) = (self.text("kode").expect("a code"), self.text("melding").expect("a message"));
        let is_it = |problem: &&Problem| {
            problem.code.name() == code && problem.file == self.expected_in() && problem.message.contains(message)
        };
        let worth = |problem: &&Problem| problem.severity == Severity::Error || problem.code.name() == code;
        let told = || {
            let told = checked.problems.iter().filter(worth).map(ToString::to_string);
            told.take(6).collect::<Vec<_>>().join("\n  ")
        };
        let Some(problem) = checked.problems.iter().find(|problem| is_it(problem) && self.is_there(files, problem))
        else {
            return Some(format!("{}: not said, or of another place:\n  {}", self.name, told()));
        };
        let faults = checked.count(Severity::Error);
        let own = usize::from(problem.severity == Severity::Error);
        let expected = self.json["feil"].as_u64().map_or(own, |count| usize::try_from(count).expect("few"));
        (faults != expected).then(|| format!("{}: {faults} faults, {expected} expected:\n  {}", self.name, told()))
    }

    fn is_there(&self, files: &Files, problem: &Problem) -> bool {
        match self.text("ved") {
            Some(words) => {
                let line = files.get(&problem.file).and_then(|text| text.split('\n').nth(problem.line - 1));
                let rest: String = line.unwrap_or_default().chars().skip(problem.column - 1).collect();
                rest.starts_with(words)
            }
            None => self.json["linje"] == problem.line && self.json["kolonne"] == problem.column,
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cases() -> Vec<Case> {
    let read = |path: PathBuf| Case {
        name: path.file_name().expect("a name").to_string_lossy().into_owned(),
        json: serde_json::from_str(&fs::read_to_string(&path).expect("text")).expect("JSON"),
    };
    let folder = fs::read_dir(root().join("tests/rejected")).expect("the folder exists");
    let mut cases: Vec<Case> = folder.map(|entry| read(entry.expect("an entry").path())).collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

fn rules() -> Files {
    files::read(&root().join("rules")).expect("the rules can be read")
}

#[test]
fn every_broken_file_gets_its_message_at_its_place() {
    let (rules, cases) = (rules(), cases());
    assert_eq!(check_files(root(), &rules).count(Severity::Error), 0, "the rules themselves are whole");
    let judged = |case: &Case| {
        if let Some(bytes) = case.json["rå"].as_array() {
            return case.fault(&rules, &check_bytes(&rules, case.expected_in(), bytes));
        }
        let files = case.broken(&rules);
        case.fault(&files, &check_files(root(), &files))
    };
    let half = cases.len() / 2;
    let faults: Vec<String> = std::thread::scope(|scope| {
        let halves = [&cases[..half], &cases[half..]];
        let walks = halves.map(|half| scope.spawn(move || half.iter().filter_map(judged).collect::<Vec<_>>()));
        walks.into_iter().flat_map(|walk| walk.join().expect("it ends")).collect()
    });
    assert!(faults.is_empty(), "{} of {}\n{}", faults.len(), cases.len(), faults.join("\n"));
}

/// The rules in a folder of their own, with one file that is no text.
fn check_bytes(rules: &Files, file: &str, bytes: &[Json]) -> Checked {
    let folder = Scratch::new();
    for (path, text) in rules {
        folder.write(&format!("rules/{path}"), text);
    }
    let bytes: Vec<u8> =
        bytes.iter().map(|byte| u8::try_from(byte.as_u64().expect("a byte")).expect("a byte")).collect();
    folder.write(&format!("rules/{file}"), bytes);
    check(folder.path())
}

#[test]
fn every_sort_of_problem_has_a_broken_file() {
    let tried: BTreeSet<String> = cases().iter().filter_map(|case| case.text("kode").map(str::to_owned)).collect();
    let untried: Vec<&str> = Code::ALL.iter().map(|code| code.name()).filter(|name| !tried.contains(*name)).collect();
    assert!(untried.is_empty(), "no file in tests/rejected for: {}", untried.join(", "));
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len(), "two codes have one name");
}

#[test]
fn the_schemas_catch_what_they_can() {
    let (rules, mut faults) = (rules(), Vec::new());
    for case in cases() {
        let files = case.broken(&rules);
        let changed = files.iter().filter(|(path, text)| rules.get(*path) != Some(*text));
        let caught = case.json["rå"].is_array() || changed.into_iter().any(|(_, text)| !fits_its_schema(&files, text));
        if case.json["skjema"] != caught {
            faults.push(format!("{}: \"skjema\" should be {caught}", case.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn fits_its_schema(files: &Files, text: &str) -> bool {
    let Ok(json) = serde_json::from_str::<Json>(text) else { return false };
    let Some(named) = json["$schema"].as_str().and_then(|path| path.rsplit('/').next()) else { return false };
    let schema = files.get(&format!("skjema/{named}")).expect("the schema exists");
    let schema = serde_json::from_str(schema).expect("it is JSON");
    jsonschema::validator_for(&schema).expect("it is a schema").is_valid(&json)
}
