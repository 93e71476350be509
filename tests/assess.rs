//! `assess` as other programs use it: the real binary, lines in and lines out, on a small law of its own.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// A case that breaks nothing.
const FREE: &str = r#"{"tiltak":"bod","dato":"2026-11-21","svar":{"areal":"50,0 m²","over-ledninger":"nei","etasjer":"1","høyde-på-påbygg":"3,0 m","følger-plan":"ja","plan-vedtatt":"2010-02-03"}}"#;

fn tool(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bygg-uten-a-soke"));
    command.args(arguments).current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/assess"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The lines that come out, and whether the program ended well.
fn assess(input: &[u8]) -> (Vec<String>, bool) {
    let mut child = tool(&["assess"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (text.lines().map(str::to_owned).collect(), output.status.success())
}

fn one(line: &str) -> Value {
    let (lines, _) = assess(line.as_bytes());
    assert_eq!(lines.len(), 1, "{lines:?}");
    serde_json::from_str(&lines[0]).unwrap()
}

/// A case with these answers and none of the ordinary ones.
fn with(answers: &Value) -> Value {
    one(&json!({ "tiltak": "bod", "dato": "2026-11-21", "svar": answers }).to_string())
}

/// The faults of a case, as (field, message).
fn faults(line: &str) -> Vec<(String, String)> {
    let reply = one(line);
    let faults = reply["feil"].as_array().unwrap_or_else(|| panic!("no faults in {reply}"));
    faults
        .iter()
        .map(|fault| {
            assert_eq!(fault["linje"], 1);
            (fault["felt"].as_str().unwrap().to_owned(), fault["melding"].as_str().unwrap().to_owned())
        })
        .collect()
}

#[track_caller]
fn assert_fault(line: &str, field: &str, part: &str) {
    let faults = faults(line);
    let found = faults.iter().any(|(known, message)| known == field && message.contains(part));
    assert!(found, "`{field}` … {part} is not among {faults:?}");
}

#[test]
fn a_verdict_has_exactly_these_keys_in_this_order() {
    let (lines, well) = assess(FREE.as_bytes());
    assert!(well);
    let edition = one(FREE)["regelverk"].as_str().unwrap().to_owned();
    let expected = format!(
        r#"{{"utfall":"unntatt-fra-søknadsplikt","kan-starte":true,"dispensasjoner":[],"tillatelser":[],"plikter":["meld-fra"],"avklar":[],"brudd":[],"mangler":[],"regelverk":"{edition}"}}"#
    );
    assert_eq!(lines, [expected]);
}

#[test]
fn the_edition_is_the_newest_date_and_twelve_digits() {
    let reply = one(FREE);
    let edition = reply["regelverk"].as_str().unwrap();
    let hash = edition.strip_prefix("2021-05-01-").unwrap();
    assert!(hash.len() == 12 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')), "{edition}");
}

#[test]
fn every_outcome_and_every_list_is_told() {
    let too_large = with(&json!({ "areal": "60 m²", "tak": "skrått", "følger-plan": "nei", "plan-vedtatt": "1999" }));
    assert_eq!(too_large["utfall"], "søknad-uten-ansvarsrett");
    assert_eq!(too_large["kan-starte"], false);
    assert_eq!(too_large["brudd"], json!(["areal"]));
    assert_eq!(too_large["dispensasjoner"], json!(["dispensasjon-plan"]));
    assert_eq!(too_large["tillatelser"], json!(["tillatelse-veg"]));
    let far_too_large = with(&json!({ "areal": "70,01 m²" }));
    assert_eq!(far_too_large["utfall"], "søknad-med-ansvarsrett");
    assert_eq!(far_too_large["mangler"], json!(["følger-plan", "plan-vedtatt"]));
}

#[test]
fn what_is_open_says_what_is_missing_and_what_to_clear() {
    let reply = with(&json!({ "areal": "10 m²", "over-ledninger": "vet-ikke" }));
    assert_eq!(reply["utfall"], "uavklart");
    assert_eq!(reply["kan-starte"], false);
    assert_eq!(reply["avklar"], json!(["avklar-ledninger"]));
    assert!(reply["mangler"].as_array().unwrap().contains(&json!("etasjer")));
    assert!(reply.get("minst").is_none());
}

#[test]
fn a_certain_application_of_an_uncertain_kind_says_the_least_it_can_be() {
    let reply = with(&json!({ "areal": "60 m²" }));
    assert_eq!(reply["utfall"], "uavklart");
    assert_eq!(reply["minst"], "søknad-uten-ansvarsrett");
}

#[test]
fn the_day_decides_which_law_holds() {
    let before = one(r#"{"tiltak":"bod","dato":"2019-12-31","svar":{}}"#);
    assert_eq!((&before["utfall"], &before["avklar"]), (&json!("uavklart"), &json!(["for-gammelt"])));
    let early = one(r#"{"tiltak":"bod","dato":"2021-04-30","svar":{"areal":"60 m²"}}"#);
    assert_eq!(early["utfall"], "søknad-med-ansvarsrett");
}

#[test]
fn an_id_comes_first_and_just_as_it_came() {
    for id in [r#""sak 7 æ""#, "12345678901234567890123", "1.50", "true", "null"] {
        let (lines, _) = assess(FREE.replacen('{', &format!("{{\"id\":{id},"), 1).as_bytes());
        assert!(lines[0].starts_with(&format!("{{\"id\":{id},\"utfall\":")), "{}", lines[0]);
        let (lines, _) = assess(format!("{{\"id\":{id}}}").as_bytes());
        assert!(lines[0].starts_with(&format!("{{\"id\":{id},\"feil\":[")), "{}", lines[0]);
    }
    assert_fault(r#"{"id":{},"tiltak":"bod","dato":"2026-11-21"}"#, "id", "tekst");
    assert_fault(r#"{"id":[1],"tiltak":"bod","dato":"2026-11-21"}"#, "id", "tekst");
}

#[test]
fn how_a_number_was_come_by_may_stand_beside_it_and_changes_nothing() {
    let with = FREE.replacen('{', r#"{"utregninger":{"areal":"5,0 m × 10,0 m = 50 m²"},"#, 1);
    assert_eq!(assess(with.as_bytes()), assess(FREE.as_bytes()));
    let number = FREE.replacen('{', r#"{"utregninger":{"areal":50},"#, 1);
    assert_fault(&number, "utregninger.areal", "anførselstegn");
    assert_fault(&FREE.replacen('{', r#"{"utregninger":[],"#, 1), "utregninger", "krøllparenteser");
}

#[test]
fn whole_numbers_and_truth_values_need_no_quotation_marks() {
    let reply = with(&json!({ "areal": 10, "etasjer": 2, "følger-plan": false }));
    assert_eq!(reply["brudd"], json!(["etasjer"]));
    assert_eq!(reply["dispensasjoner"], json!(["dispensasjon-plan"]));
}

#[test]
fn ranges_and_years_are_answers() {
    let reply = with(&json!({ "areal": "minst 51 m²", "plan-vedtatt": "1998" }));
    assert_eq!((&reply["brudd"], &reply["tillatelser"]), (&json!(["areal"]), &json!(["tillatelse-veg"])));
}

#[test]
fn letters_written_in_two_parts_are_understood() {
    let line = FREE.replace('å', "a\u{30a}");
    assert_ne!(line, FREE);
    assert_eq!(one(&line)["utfall"], "unntatt-fra-søknadsplikt");
}

#[test]
fn what_is_not_known_here_is_named_all_at_once() {
    let line = r#"{"tiltak":"slott","dato":"2026-02-30","svar":{"tårn":"ja","tak":"spir","areal":"50 m","kjeller":"vet-ikke"}}"#;
    assert_fault(line, "tiltak", "`slott` er ikke et tiltak");
    assert_fault(line, "dato", "2026-02-30");
    assert_fault(line, "svar.tårn", "ikke et begrep");
    assert_fault(line, "svar.tak", "flatt, skrått");
    assert_fault(line, "svar.areal", "enhet");
    assert_fault(line, "svar.kjeller", "vet-ikke");
    assert_eq!(faults(line).len(), 6);
}

#[test]
fn numbers_that_cannot_be_so_say_why() {
    for (answer, part) in [
        ("-1 m²", "null"),
        ("mange", "skriv det som"),
        ("1,234 m²", "desimaler"),
        ("", "tomt"),
        ("1e9 m²", "skriv det som"),
        ("999999999999999999 m²", "stort"),
    ] {
        let line = json!({ "tiltak": "bod", "dato": "2026-11-21", "svar": { "areal": answer } });
        assert_fault(&line.to_string(), "svar.areal", part);
    }
}

#[test]
fn other_kinds_of_json_say_what_could_stand_there() {
    for (json, part) in [
        ("4.5", "som tekst"),
        ("1e3", "som tekst"),
        ("null", "utelat"),
        ("[1]", "må være en tekst"),
        ("{}", "må være en tekst"),
    ] {
        let line = format!(r#"{{"tiltak":"bod","dato":"2026-11-21","svar":{{"areal":{json}}}}}"#);
        assert_fault(&line, "svar.areal", part);
    }
    assert_fault(r#"{"tiltak":7,"dato":"2026-11-21"}"#, "tiltak", "tekst");
    assert_fault(r#"{"tiltak":"bod","dato":20261121}"#, "dato", "tekst");
    assert_fault(r#"{"tiltak":"bod","dato":"2026-11-21","svar":[]}"#, "svar", "objekt");
}

#[test]
fn what_follows_from_the_project_or_from_other_answers_is_not_told_twice() {
    assert_fault(
        r#"{"tiltak":"bod","dato":"2026-11-21","svar":{"kjeller":"ja"}}"#,
        "svar.kjeller",
        "følger av tiltaket",
    );
    let line = r#"{"tiltak":"bod","dato":"2026-11-21","svar":{"samlet-høyde":"3 m","høyde-på-påbygg":"3 m"}}"#;
    assert_fault(line, "svar.samlet-høyde", "oppgi enten");
}

#[test]
fn keys_are_few_and_stand_once() {
    assert_fault(r#"{"dato":"2026-11-21"}"#, "tiltak", "mangler");
    assert_fault(r#"{"tiltak":"bod"}"#, "dato", "mangler");
    assert_fault(r#"{"tiltak":"bod","dato":"2026-11-21","kommune":"0301"}"#, "kommune", "ikke en nøkkel");
    assert_fault(r#"{"tiltak":"bod","tiltak":"bod","dato":"2026-11-21"}"#, "tiltak", "to ganger");
    let line = r#"{"tiltak":"bod","dato":"2026-11-21","svar":{"areal":"1 m²","areal":"2 m²"}}"#;
    assert_fault(line, "svar.areal", "to ganger");
}

#[test]
fn a_line_that_cannot_be_read_is_told_and_the_others_are_assessed() {
    for bad in
        [&b"{"[..], b"hei", b"[]", b"7", b"{} {}", b"\"\\u00", b"\xff\xfe", &[b'['; 5000], &[b' ', b'{', 0, b'}']]
    {
        let input = [FREE.as_bytes(), b"\n", bad, b"\n", FREE.as_bytes(), b"\n"].concat();
        let (lines, well) = assess(&input);
        assert!(!well);
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert_eq!(lines[0], lines[2]);
        let reply: Value = serde_json::from_str(&lines[1]).unwrap();
        assert_eq!(reply["feil"][0]["linje"], 2, "{reply}");
        assert!(reply["feil"][0]["felt"].is_string() && reply["feil"][0]["melding"].is_string());
    }
}

#[test]
fn blank_lines_marks_and_line_ends_of_all_kinds_do_no_harm() {
    let (lines, well) = assess(format!("\u{feff}\r\n{FREE}\r\n\n   \n{FREE}").as_bytes());
    assert!(well);
    assert_eq!(lines.len(), 2);
    let (lines, well) = assess(format!("\u{feff}{FREE}").as_bytes());
    assert!(well && lines.len() == 1);
    let (lines, well) = assess(b"");
    assert!(well && lines.is_empty());
}

#[test]
fn faults_count_lines_as_an_editor_does() {
    let (lines, _) = assess(b"\n\n{}\n");
    let reply: Value = serde_json::from_str(&lines[0]).unwrap();
    assert_eq!(reply["feil"][0]["linje"], 3);
}

#[test]
fn an_answer_comes_before_the_next_question() {
    let mut child = tool(&["assess"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..3 {
        writeln!(stdin, "{FREE}").unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert!(line.contains("unntatt"), "{line}");
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn many_lines_come_out_in_their_order() {
    let input: String = (0..20_000).map(|id| FREE.replacen('{', &format!("{{\"id\":{id},"), 1) + "\n").collect();
    let (lines, well) = assess(input.as_bytes());
    assert!(well);
    assert_eq!(lines.len(), 20_000);
    assert!(lines[19_999].starts_with(r#"{"id":19999,"#));
}

#[test]
fn every_name_can_be_listed() {
    let listed = tool(&["begreper"]).output().unwrap();
    assert!(listed.status.success());
    assert_eq!(listed.stdout, tool(&["assess", "--help"]).output().unwrap().stdout);
    let names: Value = serde_json::from_slice(&listed.stdout).unwrap();
    assert_eq!(names["tiltak"], json!([{ "id": "bod", "navn": "Bod", "gitt": { "kjeller": "nei" } }]));
    let concept = |id: &str| names["begreper"].as_array().unwrap().iter().find(|entry| entry["id"] == id).unwrap();
    let area =
        json!({ "id": "areal", "navn": "Areal", "type": "mål", "enhet": "m²", "vet-ikke": false, "utledet": false });
    assert_eq!(concept("areal"), &area);
    assert_eq!(concept("over-ledninger")["vet-ikke"], true);
    assert_eq!(concept("samlet-høyde")["utledet"], true);
    assert_eq!(concept("tak")["valg"][1], json!({ "id": "skrått", "navn": "Skrått" }));
    let duty = json!({ "id": "meld-fra", "navn": "Meld fra", "hjemmel": "prøveloven § 5", "standard": false });
    assert!(names["plikter"].as_array().unwrap().contains(&duty));
    for list in ["dispensasjoner", "tillatelser", "avklar"] {
        assert!(names[list][0]["hjemmel"].as_str().unwrap().starts_with("prøveloven"), "{list}");
    }
}

#[test]
fn what_is_not_a_command_is_refused() {
    let output = tool(&["vurder"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("`vurder`"));
}

/// On the real rules: a screen wall that is both too high and too long.
#[test]
fn the_smallest_changes_are_told_where_they_are_asked_for() {
    let case = json!({ "tiltak": "levegg", "dato": "2026-11-21", "svar": {
        "levegg-høyde": "2,2 m", "levegg-lengde": "12 m", "avstand-til-nabogrense": "0,5 m", "levegg-underlag": "bakken",
    } })
    .to_string();
    let judged = |arguments: &[&str]| -> Value {
        let mut child = tool(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).spawn().unwrap();
        child.stdin.take().unwrap().write_all(case.as_bytes()).unwrap();
        serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap()
    };
    let both = json!([{
        "endre": [
            { "begrep": "levegg-høyde", "fra": "2,2 m", "til": "1,8 m" },
            { "begrep": "levegg-lengde", "fra": "12,0 m", "til": "5,0 m" },
        ],
        "utfall": "unntatt-fra-søknadsplikt", "avgjort": false,
    }]);
    assert_eq!(judged(&["assess", "--endringer"])["endringer"], both);
    assert_eq!(judged(&["assess"])["endringer"], Value::Null);
}
