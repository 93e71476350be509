//! A case as a link and as JSON, on the real rules: what comes back is what was written, and what cannot be taken is told.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use bygg_uten_a_soke::engine::case::Part;
use bygg_uten_a_soke::engine::{Answer, Answers, Case};
use bygg_uten_a_soke::link::compare::{Then, compare};
use bygg_uten_a_soke::link::{
    Derivation, Fault, Link, RESERVED, Untaken, in_name, is_working, json::json, read, write,
};
use bygg_uten_a_soke::review::case;
use bygg_uten_a_soke::rules::compiled::encode;
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::range::Range;
use bygg_uten_a_soke::rules::{ConceptId, Kind};
use bygg_uten_a_soke::wording::words::Words;

use rules::{RULES, WORTH_TRYING, ordinary_cases};

/// Numbers that are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

/// A part with some answers, each worth trying: every option, number and "don't know" has its turn.
fn part(dice: &mut Dice) -> Part {
    let mut answers = Answers::new();
    for (id, worth) in (0_u16..).map(ConceptId).zip(WORTH_TRYING.iter()) {
        if !worth.is_empty() && dice.below(4) == 0 {
            answers.set(id, worth[dice.below(worth.len())]);
        }
    }
    Part { project: dice.below(RULES.book.projects.len()), answers, continued: dice.below(2) == 0 }
}

fn made_up(dice: &mut Dice) -> Link {
    let parts: Vec<Part> = (0..=dice.below(3)).map(|_| part(dice)).collect();
    let mut derivations = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let numbers = part.answers.iter().filter(|(_, answer)| matches!(answer, Answer::Number(_)));
        for (concept, _) in numbers.filter(|_| dice.below(3) == 0) {
            derivations.push(Derivation {
                part: place,
                concept,
                working: "bya:lengde=6,2/2,4;bredde=8,0/3".to_owned(),
            });
        }
    }
    let start = (dice.below(2) == 0).then(|| day("2021-05-01"));
    let case = Case { start, place: dice.below(parts.len()), parts };
    Link { case, derivations, rules: "F49hPwcICi1Q".to_owned(), day: day("2026-11-22") }
}

fn one(concept: &str, answer: Answer) -> Link {
    let mut answers = Answers::new();
    answers.set(RULES.book.find_concept(concept).unwrap(), answer);
    let project = RULES.book.projects.iter().position(|project| project.id == "garasje").unwrap();
    let case = Case { start: None, place: 0, parts: vec![Part { project, answers, continued: false }] };
    Link { case, derivations: Vec::new(), rules: "F49hPwcICi1Q".to_owned(), day: day("2026-11-22") }
}

#[test]
fn every_answer_of_every_case_comes_back() {
    let mut dice = Dice(20_261_122);
    for _ in 0..2_000 {
        let link = made_up(&mut dice);
        let text = write(&RULES.book, &link);
        assert!(text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>`#".contains(&byte)), "{text}");
        let back = read(&RULES.book, &text).unwrap_or_else(|fault| panic!("{fault:?}: {text}"));
        assert_eq!(back.link, link, "{text}");
        assert_eq!(back.untaken, []);
    }
}

#[test]
fn every_single_answer_worth_trying_comes_back() {
    for (concept, worth) in RULES.book.concepts.iter().zip(WORTH_TRYING.iter()) {
        for answer in worth {
            let link = one(&concept.id, *answer);
            assert_eq!(read(&RULES.book, &write(&RULES.book, &link)).unwrap().link, link, "{}", concept.id);
        }
    }
}

#[test]
fn ranges_years_and_decimals_are_written_as_people_write_them() {
    let text = |concept: &str, low: i64, high: Option<i64>| {
        let text = write(&RULES.book, &one(concept, Answer::Number(Range { low, high })));
        text.split('&').nth(4).unwrap().split_once('=').unwrap().1.to_owned()
    };
    assert_eq!(text("bebygd-areal", 500_000, Some(500_000)), "50");
    assert_eq!(text("bebygd-areal", 495_000, Some(495_000)), "49,5");
    assert_eq!(text("bebygd-areal", 100, Some(100)), "0,01");
    assert_eq!(text("avstand-til-nabogrense", 4_000, None), "4..");
    assert_eq!(text("avstand-til-nabogrense", 0, Some(1_050)), "..1,05");
    assert_eq!(text("avstand-til-nabogrense", 1_000, Some(4_000)), "1..4");
    let dated = RULES.book.concepts.iter().find(|concept| matches!(concept.kind, Kind::Date)).unwrap();
    assert_eq!(text(&dated.id, 19_970_101, Some(19_971_231)), "1997");
    assert_eq!(text(&dated.id, 19_970_102, Some(19_970_102)), "1997-01-02");
    assert_eq!(text(&dated.id, 19_970_102, Some(19_970_103)), "1997-01-02..1997-01-03");
}

#[test]
fn no_concept_and_no_option_has_a_name_that_a_link_keeps_for_itself() {
    for concept in &RULES.book.concepts {
        assert!(!RESERVED.contains(&concept.id.as_str()) && !concept.id.starts_with('~'), "{}", concept.id);
        assert!(!concept.kind.options().contains(&"vet-ikke"), "{}", concept.id);
    }
}

#[test]
fn a_link_that_was_cut_or_changed_anywhere_is_refused() {
    let text = write(&RULES.book, &made_up(&mut Dice(7)));
    for end in 0..text.len() {
        assert!(read(&RULES.book, &text[..end]).is_err(), "cut at {end}");
    }
    let bytes = text.as_bytes();
    for place in 0..bytes.len() {
        let mut changed = bytes.to_vec();
        changed[place] = if changed[place] == b'x' { b'y' } else { b'x' };
        let changed = String::from_utf8(changed).unwrap();
        assert!(read(&RULES.book, &changed).is_err(), "{changed}");
    }
}

#[test]
fn what_programs_do_to_addresses_does_no_harm() {
    let link = made_up(&mut Dice(9));
    let text = write(&RULES.book, &link);
    let shapes = [
        format!("#{text}"),
        format!(" {text}\n"),
        text.replace('&', "&amp;"),
        format!("{text})."),
        format!("{text}&fbclid=1"),
    ];
    for shape in shapes {
        assert_eq!(read(&RULES.book, &shape).map(|read| read.link), Ok(link.clone()), "{shape}");
    }
}

#[test]
fn what_is_no_link_of_ours_is_told_apart() {
    let fault = |text: &str| read(&RULES.book, text).map(|_| ()).unwrap_err();
    assert_eq!(fault(""), Fault::NotOurs);
    assert_eq!(fault("#innhold"), Fault::NotOurs);
    assert_eq!(fault("bus=abc"), Fault::NotOurs);
    assert_eq!(fault("bus=2&alt=nytt"), Fault::Newer);
    assert_eq!(fault("bus=1&tiltak=garasje"), Fault::Damaged);
    assert_eq!(fault(&format!("bus=1&{}", "a=1&".repeat(30_000))), Fault::TooLong);
}

#[test]
fn nothing_that_is_written_by_others_makes_it_stop() {
    let mut dice = Dice(3);
    let signs: Vec<char> = "&=#%~.,0123456789abcbusregltikjødag-–\u{0}\u{7}\u{fffd}😀<>\"'".chars().collect();
    for _ in 0..20_000 {
        let text: String = (0..dice.below(120)).map(|_| signs[dice.below(signs.len())]).collect();
        let _ = read(&RULES.book, &text);
        let _ = read(&RULES.book, &format!("bus=1&{text}"));
    }
}

/// A link with other fields and the right sum, as a newer guide or somebody with patience could write it.
fn forged(fields: &str) -> String {
    let sum = fields
        .replace("%20", " ")
        .bytes()
        .chain([b'&'])
        .fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{fields}&sjekk={sum:08x}")
}

#[test]
fn what_the_rules_no_longer_know_is_told_by_name_and_the_rest_is_taken() {
    let head = "bus=1&regler=F49hPwcICi1Q&dag=2026-11-22";
    let text = forged(&format!(
        "{head}&tiltak=slott&kjeller=ja&tiltak=garasje&vollgrav=ja&kjeller=kanskje&bebygd-areal=40&~bebygd-areal=Ring%20dette%20nummeret"
    ));
    let read = read(&RULES.book, &text).unwrap();
    let concept = |id: &str| RULES.book.find_concept(id).unwrap();
    assert_eq!(
        read.untaken,
        [
            Untaken::Project("slott".to_owned()),
            Untaken::Concept("vollgrav".to_owned()),
            Untaken::Answer(concept("kjeller"), "kanskje".to_owned()),
            Untaken::Derivation(concept("bebygd-areal")),
        ]
    );
    assert_eq!(read.link.case, one("bebygd-areal", Answer::Number(Range::exactly(400_000))).case);
}

#[test]
fn nothing_in_a_link_can_lead_to_another_file() {
    for hash in ["../../evil1", "F49hPwcICi1", "F49hPwcICi1Qx", "F49hPwcI/i1Q"] {
        let text = forged(&format!("bus=1&regler={hash}&dag=2026-11-22&tiltak=garasje"));
        assert_eq!(read(&RULES.book, &text).map(|_| ()), Err(Fault::Damaged), "{hash}");
    }
    assert_eq!(in_name("F49hPwcICi1QvAc7mz3HRdDwyLsvt4KlEGR+2WP2/do"), "F49hPwcICi1Q");
}

#[test]
fn a_working_has_the_form_of_one() {
    for working in ["bya:lengde=7,0;bredde=5,5", "bra/ute:vegg=20,0;lengde=7,0/3,0", "mone:rett=1,25%20m"] {
        assert!(is_working(working), "{working}");
    }
    let long = format!("bya:lengde={}", "7".repeat(1_000));
    for other in ["", "Ring meg i dag", "bya:lengde=7 m", "bya:<b>", "bya", "bya:lengde=åtte", &long] {
        assert!(!is_working(other), "{other}");
    }
}

#[test]
fn json_has_a_line_for_each_kind_of_work_and_every_answer() {
    let mut dice = Dice(11);
    for _ in 0..200 {
        let link = made_up(&mut dice);
        let text = json(&RULES.book, &link);
        assert_eq!(text.lines().count(), link.case.parts.len());
        for (line, part) in text.lines().zip(&link.case.parts) {
            let told: serde_json::Value = serde_json::from_str(line).unwrap();
            assert_eq!(told["tiltak"], RULES.book.projects[part.project].id.as_str());
            assert_eq!(told["dato"], link.case.start.unwrap_or(link.day).iso().as_str());
            assert_eq!(told["svar"].as_object().unwrap().len(), part.answers.iter().count());
        }
    }
}

#[test]
fn assess_reads_the_same_answers_out_of_the_json() {
    for (project, answers) in ordinary_cases() {
        let part = Part { project, answers, continued: false };
        let case = Case { start: None, place: 0, parts: vec![part] };
        let link = Link { case, derivations: Vec::new(), rules: "F49hPwcICi1Q".to_owned(), day: day("2026-11-22") };
        let told: serde_json::Value = serde_json::from_str(&json(&RULES.book, &link)).unwrap();
        let texts = serde_json::from_value(told["svar"].clone()).unwrap();
        let read = case::answers(&RULES.book, RULES.book.projects.get(project), &texts);
        assert_eq!(read.as_ref(), Ok(&link.case.parts[0].answers), "{told}");
    }
}

/// What a link says then and now, as lines of fields.
fn compared(link: &Link, then: Then, today: &str) -> Vec<Vec<String>> {
    let words = Words::read("nb".to_owned(), "", None, None);
    let text = write(&RULES.book, link);
    let lines = compare(&words, &RULES.book, day(today), then, &text);
    lines.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// The fields of the line of a sort.
fn line<'a>(lines: &'a [Vec<String>], sort: &str) -> Option<&'a [String]> {
    lines.iter().find(|line| line[0] == sort).map(|line| &line[1..])
}

#[test]
fn the_same_rules_give_the_same_answer_and_their_artefact_too() {
    let artefact = artefact();
    let link = one("kjeller", Answer::Option(0));
    for (then, name) in [(Then::Same, "samme"), (Then::Artefact(&artefact), "andre")] {
        let lines = compared(&link, then, "2026-11-22");
        assert_eq!(line(&lines, "regler").unwrap(), [name]);
        assert_eq!(line(&lines, "likt").unwrap(), ["ja"], "{lines:?}");
        assert_eq!(line(&lines, "da").unwrap(), line(&lines, "nå").unwrap());
    }
}

#[test]
fn an_answer_that_the_law_has_changed_is_told_as_changed() {
    let mut link = one("kjeller", Answer::Option(0));
    link.day = day("2014-01-01");
    let lines = compared(&link, Then::Same, "2026-11-22");
    assert_eq!(line(&lines, "likt").unwrap(), ["nei"], "{lines:?}");
    assert_eq!(line(&lines, "da").unwrap()[2], "2014-01-01");
    assert_eq!(line(&lines, "nå").unwrap()[2], "2026-11-22");
    link.case.start = Some(day("2022-01-01"));
    let lines = compared(&link, Then::Same, "2030-01-01");
    assert_eq!(line(&lines, "nå").unwrap()[2], "2022-01-01", "works that have begun keep the law of their day");
}

#[test]
fn rules_that_cannot_be_read_are_told_and_nothing_is_said_of_their_answer() {
    let artefact = artefact();
    let mut older = artefact.clone();
    older[3] -= 1;
    let cut = &artefact[..artefact.len() / 2];
    let link = one("kjeller", Answer::Option(0));
    for (then, name) in [
        (Then::Missing, "mangler"),
        (Then::Artefact(&older), "eldre-form"),
        (Then::Artefact(cut), "skadet"),
        (Then::Artefact(b"<!doctype html>"), "skadet"),
        (Then::Artefact(b""), "skadet"),
    ] {
        let lines = compared(&link, then, "2026-11-22");
        assert_eq!(line(&lines, "regler").unwrap(), [name]);
        assert!(line(&lines, "da").is_none() && line(&lines, "likt").is_none(), "{lines:?}");
        assert!(line(&lines, "nå").is_some());
    }
}

#[test]
fn a_link_that_cannot_be_opened_says_why_and_nothing_else() {
    let words = Words::read("nb".to_owned(), "", None, None);
    let text = compare(&words, &RULES.book, day("2026-11-22"), Then::Same, "bus=1&regler=x");
    assert_eq!(text, "feil\tødelagt\n");
}

/// Today's rules as they are published.
fn artefact() -> Vec<u8> {
    encode(&RULES.book).unwrap()
}
