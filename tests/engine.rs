//! The engine on small rules of its own: what each word of the rule language does.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

use std::collections::BTreeMap;

use bygg_uten_a_soke::engine::{Answers, NextQuestion, Situation, Verdict, assess, next_question};
use bygg_uten_a_soke::review::case;
use bygg_uten_a_soke::review::render::{Named, named};
use bygg_uten_a_soke::rules::RuleBook;
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::load::load;
use bygg_uten_a_soke::rules::source::Files;
use serde_json::{Value as Json, json};

const TODAY: &str = "2026-11-21";

/// A small world: a house on a plot. `rules` are (id, what differs from an empty rule).
struct World {
    rules: Vec<(&'static str, Json)>,
    project: Json,
}

fn text(word: &str) -> Json {
    json!({ "nb": word, "nn": word, "en": word })
}

fn asked(kind: Json) -> Json {
    let mut concept = kind;
    concept["navn"] = text("Noe");
    concept["spørsmål"] = text("Hva?");
    concept
}

fn unsure(kind: Json, clear: &str) -> Json {
    let mut concept = asked(kind);
    concept["vet-ikke"] = json!({ "avklar": clear, "finn-svaret": { "hos": "kommunen", "slik": text("Spør.") } });
    concept
}

fn concepts() -> Json {
    let metre = || json!({ "type": "mål", "enhet": "m" });
    json!({ "$schema": "x", "begreper": {
        "høyde": asked(metre()),
        "avstand": unsure(metre(), "avklar-mål"),
        "utstikk": asked(metre()),
        "tak": asked(metre()),
        "plan": unsure(json!({ "type": "ja-nei" }), "avklar-plan"),
        "samtykke": asked(json!({ "type": "ja-nei" })),
        "form": asked(json!({ "type": "valg", "valg": [
            { "id": "rund", "navn": text("Rund") }, { "id": "firkantet", "navn": text("Firkantet") }
        ] })),
        "vedtatt": unsure(json!({ "type": "dato" }), "avklar-plan"),
        "samlet": { "type": "mål", "enhet": "m", "navn": text("Samlet"), "utledet": [
            { "når": { "tak": { "høyst": "0,3 m" } }, "er": "høyde" },
            { "er": { "sum": ["høyde", "tak"] } }
        ] }
    } })
}

fn follows() -> Json {
    let one = |sort: &str| {
        json!({ "slag": sort, "navn": text("Noe"), "forklaring": text("Noe."), "gjør": text("Gjør."),
        "hos": "kommunen", "hjemmel": { "regelverk": "pbl", "paragraf": "1" } })
    };
    json!({ "$schema": "x", "følger": {
        "avklar-mål": one("avklaring"), "avklar-plan": one("avklaring"), "for-gammelt": one("avklaring"),
        "dispensasjon": one("dispensasjon"), "tillatelse": one("tillatelse"), "plikt": one("plikt")
    } })
}

impl World {
    fn new(tries: &[&str], rules: Vec<(&'static str, Json)>) -> Self {
        let project = json!({ "$schema": "x", "id": "hus", "navn": text("Hus"), "bestemt-form": text("huset"),
            "søkeord": ["hus"], "prøves-mot": tries });
        Self { rules, project }
    }

    fn beside(mut self, rules: &[&str]) -> Self {
        self.project["ved-siden-av"] = json!(rules);
        self
    }

    fn book(&self) -> RuleBook {
        let mut files = Files::new();
        let mut put = |path: &str, content: Json| files.insert(path.to_owned(), content.to_string());
        put("begreper/a.json", concepts());
        put("folger.json", follows());
        put(
            "grensesnitt.json",
            json!({ "$schema": "x", "ord": {}, "ord-i-spørsmålene": {}, "ord-i-svaret": {}, "ord-i-henvisninger": {} }),
        );
        put(
            "regelsett.json",
            json!({ "$schema": "x", "dekker-fra": "2015-07-01", "før-det": "for-gammelt",
            "tittel": text("Kan jeg?"), "hyller": [{ "id": "alt", "navn": text("Alt"), "tegning": "M3 3h18v18H3z", "tiltak": ["hus"] }],
            "kilder": [], "ikke-sett": text("Ikke sett."), "lisens": text("Fri.") }),
        );
        let steps = ["høyde", "tak", "form", "avstand", "utstikk", "samtykke", "vedtatt", "plan"];
        let steps: Vec<Json> =
            steps.iter().map(|id| json!({ "id": id, "navn": text("Steg"), "begreper": [id] })).collect();
        put("steg.json", json!({ "$schema": "x", "deler": [{ "id": "alt", "navn": text("Alt"), "steg": steps }] }));
        put(
            "tabeller/a.json",
            json!({ "$schema": "x", "id": "etter-år", "navn": text("Etter år"), "grunnlag": "praksis",
            "rader": [{ "fra": "1964-01-01", "er": "12,5 m" }, { "fra": "2010-01-01", "er": "50 m" }] }),
        );
        put("tiltak/hus.json", self.project.clone());
        for (number, (id, rule)) in self.rules.iter().enumerate() {
            let (folder, from) = id.split_once('@').unwrap_or((id, "2015-07-01"));
            put(&format!("lov/{number}/{from}.json"), whole(folder, from, rule));
        }
        load(&files).unwrap_or_else(|problems| panic!("{problems:#?}")).book
    }

    fn judge(&self, date: &str, told: &[(&str, &str)]) -> (RuleBook, Verdict) {
        let book = self.book();
        let texts: BTreeMap<String, String> = told.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        let answers: Answers = case::answers(&book, None, &texts).expect("the answers can be read");
        let project = book.find_project("hus").expect("it exists");
        let verdict = assess(&Situation::new(&book, project, &answers, Date::parse_iso(date).expect("a date")));
        (book, verdict)
    }

    fn said(&self, told: &[(&str, &str)]) -> Named {
        let (book, verdict) = self.judge(TODAY, told);
        named(&book, &verdict)
    }

    fn next(&self, told: &[(&str, &str)]) -> Option<String> {
        let (book, verdict) = self.judge(TODAY, told);
        let NextQuestion { concepts, .. } = next_question(&book, &verdict)?;
        Some(book.concept(concepts[0]).id.clone())
    }
}

fn whole(id: &str, from: &str, differs: &Json) -> Json {
    let mut rule = json!({ "$schema": "x", "id": id, "navn": text("Regel"), "hjemmel": { "regelverk": "pbl", "paragraf": "1" },
        "gjelder": { "fra": from }, "utgave": null, "kontrollert": null,
        "ordlyd": { "kilde": "praksis", "grunnlag": "en prøve" } });
    for (key, value) in differs.as_object().expect("an object") {
        rule[key] = value.clone();
    }
    rule
}

fn condition(requirement: &Json) -> Json {
    json!({ "krav": requirement, "ved-brudd": text("Brutt.") })
}

fn low() -> (&'static str, Json) {
    (
        "lav",
        json!({ "utfall": "unntatt-fra-søknadsplikt", "vilkår": [condition(&json!({ "høyde": { "høyst": "4,0 m" } }))] }),
    )
}

fn middle() -> (&'static str, Json) {
    (
        "midt",
        json!({ "utfall": "søknad-uten-ansvarsrett", "vilkår": [condition(&json!({ "høyde": { "høyst": "7 m" } }))] }),
    )
}

fn last() -> (&'static str, Json) {
    ("siste", json!({ "utfall": "søknad-med-ansvarsrett" }))
}

fn three() -> World {
    World::new(&["lav", "midt", "siste"], vec![low(), middle(), last()])
}

#[test]
fn the_first_rule_met_decides_when_all_before_are_broken() {
    for (height, outcome) in [
        ("4,0 m", "unntatt-fra-søknadsplikt"),
        ("4,001 m", "søknad-uten-ansvarsrett"),
        ("7 m", "søknad-uten-ansvarsrett"),
        ("7,001 m", "søknad-med-ansvarsrett"),
    ] {
        assert_eq!(three().said(&[("høyde", height)]).outcome, outcome, "{height}");
    }
}

#[test]
fn nothing_asked_is_undecided_and_asks() {
    let said = three().said(&[]);
    assert_eq!((said.outcome, said.at_least, said.may_start), ("uavklart", None, false));
    assert_eq!(said.missing, ["høyde"]);
    assert_eq!(three().next(&[]).as_deref(), Some("høyde"));
}

#[test]
fn an_application_is_certain_before_its_kind_is() {
    let said = three().said(&[("høyde", "minst 5 m")]);
    assert_eq!((said.outcome, said.at_least), ("uavklart", Some("søknad-uten-ansvarsrett")));
    assert_eq!(said.broken, ["høyde"]);
}

#[test]
fn a_range_that_is_wide_enough_is_an_answer() {
    assert!(three().said(&[("høyde", "høyst 3 m")]).may_start);
    assert_eq!(three().said(&[("høyde", "høyst 5 m")]).missing, ["høyde"], "too wide: asked again");
}

#[test]
fn dont_know_is_cleared_and_never_asked_again() {
    let far = ("fjernt", json!({ "vilkår": [condition(&json!({ "avstand": { "minst": "30 m" } }))] }));
    let world = World::new(&["lav", "siste"], vec![low(), last(), far]).beside(&["fjernt"]);
    let missing = world.said(&[("høyde", "3 m")]);
    assert_eq!((missing.outcome, missing.missing.len(), missing.clearances.len()), ("uavklart", 1, 0));
    let unsure = world.said(&[("høyde", "3 m"), ("avstand", "vet-ikke")]);
    assert_eq!((unsure.outcome, unsure.may_start), ("uavklart", false), "an exemption is not shown beside the unknown");
    assert_eq!((unsure.missing.len(), unsure.clearances), (0, vec!["avklar-mål".to_owned()]));
    assert_eq!(world.next(&[("høyde", "3 m"), ("avstand", "vet-ikke")]), None);
    assert_eq!(
        world.said(&[("høyde", "5 m"), ("avstand", "vet-ikke")]).outcome,
        "søknad-med-ansvarsrett",
        "a decided track stays"
    );
}

#[test]
fn the_track_is_asked_for_before_what_stands_beside() {
    let beside = (
        "ved",
        json!({ "vilkår": [condition(&json!({ "høyde": { "høyst": "9 m" } })), condition(&json!({ "plan": "ja" }))] }),
    );
    let roofed = (
        "lav",
        json!({ "utfall": "unntatt-fra-søknadsplikt", "vilkår": [condition(&json!({ "form": { "er": "rund" } }))] }),
    );
    let world = World::new(&["lav", "siste"], vec![roofed, last(), beside]).beside(&["ved"]);
    assert_eq!(world.next(&[]).as_deref(), Some("form"), "although høyde stands first in the order");
    assert_eq!(world.next(&[("form", "rund")]).as_deref(), Some("høyde"));
}

#[test]
fn what_follows_is_the_first_that_fits_and_waits_for_what_may_come_first() {
    let near = (
        "nær",
        json!({ "vilkår": [{ "krav": { "avstand": { "minst": "4 m" } }, "ved-brudd": text("For nær."), "følge": [
        { "når": { "form": { "er": "rund" } }, "gir": ["tillatelse"] },
        { "når": { "samtykke": "ja" }, "gir": ["tillatelse"] },
        { "gir": ["dispensasjon"] }
    ] }] }),
    );
    let world = World::new(&["lav", "siste"], vec![low(), last(), near]).beside(&["nær"]);
    let close = |more: &[(&'static str, &'static str)]| {
        let mut told = vec![("høyde", "3 m"), ("avstand", "3,99 m")];
        told.extend_from_slice(more);
        world.said(&told)
    };
    assert_eq!(close(&[("form", "rund")]).permits, ["tillatelse"]);
    assert_eq!(close(&[("form", "firkantet"), ("samtykke", "ja")]).permits, ["tillatelse"]);
    assert_eq!(close(&[("form", "firkantet"), ("samtykke", "nei")]).dispensations, ["dispensasjon"]);
    assert_eq!(close(&[]).missing, ["form", "samtykke"]);
    assert_eq!(
        world.said(&[("høyde", "3 m"), ("avstand", "4 m")]).missing,
        Vec::<String>::new(),
        "nothing is asked in vain"
    );
}

#[test]
fn doubt_keeps_a_condition_unknown_whatever_is_answered() {
    let doubtful = (
        "lav",
        json!({ "utfall": "unntatt-fra-søknadsplikt", "vilkår": [
        { "krav": { "form": { "er": "rund" } }, "ved-brudd": text("Kantet."), "ved-tvil": { "når": { "plan": "nei" }, "avklar": "avklar-plan" } }
    ] }),
    );
    let world = World::new(&["lav", "siste"], vec![doubtful, last()]);
    let said = world.said(&[("form", "rund"), ("plan", "nei")]);
    assert_eq!((said.outcome, said.clearances), ("uavklart", vec!["avklar-plan".to_owned()]));
    assert_eq!(world.said(&[("form", "rund")]).missing, ["plan"], "whether there is doubt must be known");
    assert!(world.said(&[("form", "rund"), ("plan", "ja")]).may_start);
}

#[test]
fn a_presupposed_rule_is_part_of_the_rule_and_one_beside_is_not() {
    let distance = ("avstand", json!({ "vilkår": [condition(&json!({ "avstand": { "minst": "4 m" } }))] }));
    let strict = ("streng", json!({ "utfall": "unntatt-fra-søknadsplikt", "forutsetter": ["avstand"] }));
    let inside = World::new(&["streng", "siste"], vec![strict, last(), distance.clone()]);
    assert_eq!(inside.said(&[("avstand", "3 m")]).outcome, "søknad-med-ansvarsrett");
    let outside = World::new(&["lav", "siste"], vec![low(), last(), distance]).beside(&["avstand"]);
    assert_eq!(outside.said(&[("høyde", "3 m"), ("avstand", "3 m")]).outcome, "unntatt-fra-søknadsplikt");
}

#[test]
fn a_presupposed_rule_counts_only_where_it_is_about_the_case() {
    let round = json!({ "virkeområde": { "form": { "er": "rund" } }, "vilkår": [condition(&json!({ "avstand": { "minst": "4 m" } }))] });
    let strict = ("streng", json!({ "utfall": "unntatt-fra-søknadsplikt", "forutsetter": ["avstand"] }));
    let world = World::new(&["streng", "siste"], vec![strict, last(), ("avstand", round)]);
    assert_eq!(world.next(&[]).as_deref(), Some("form"), "whether it applies comes first");
    assert_eq!(world.said(&[("avstand", "3 m")]).outcome, "uavklart", "what is broken in it settles nothing yet");
    assert_eq!(world.said(&[("form", "rund"), ("avstand", "3 m")]).outcome, "søknad-med-ansvarsrett");
    assert_eq!(world.said(&[("form", "firkantet"), ("avstand", "3 m")]).outcome, "unntatt-fra-søknadsplikt");
    assert_eq!(world.next(&[("form", "firkantet")]), None, "the distance is not asked");
    assert_eq!(world.next(&[("form", "rund")]).as_deref(), Some("avstand"));
}

#[test]
fn outside_its_scope_a_rule_is_passed_over_without_a_word() {
    let round = (
        "rund",
        json!({ "utfall": "unntatt-fra-søknadsplikt", "virkeområde": { "form": { "er": "rund" } },
        "vilkår": [condition(&json!({ "plan": "ja" }))] }),
    );
    let world = World::new(&["rund", "lav", "siste"], vec![round, low(), last()]);
    let said = world.said(&[("form", "firkantet"), ("plan", "nei"), ("høyde", "5 m")]);
    assert_eq!(said.broken, ["høyde"], "the round rule leaves no reason behind");
    assert_eq!(world.next(&[]).as_deref(), Some("form"), "whether it applies must be known first");
}

#[test]
fn duties_come_with_the_rule_that_decides_and_never_bar_a_start() {
    let mut dutiful = low();
    dutiful.1["plikter"] = json!([{ "id": "plikt" }, { "id": "plikt", "når": { "plan": "ja" } }]);
    let world = World::new(&["lav", "siste"], vec![dutiful, last()]);
    let said = world.said(&[("høyde", "3 m"), ("plan", "nei")]);
    assert_eq!((said.duties, said.may_start), (vec!["plikt".to_owned()], true));
    let unsure = world.said(&[("høyde", "3 m"), ("plan", "vet-ikke")]);
    assert_eq!(
        (unsure.clearances, unsure.may_start),
        (vec!["avklar-plan".to_owned()], false),
        "an unknown duty is a thing to clear"
    );
}

#[test]
fn each_rule_is_as_of_the_day_and_one_that_did_not_exist_is_skipped() {
    let later = ("lav@2021-05-01", low().1);
    let world = World::new(&["lav", "midt", "siste"], vec![later, middle(), last()]);
    let on = |date: &str| {
        let (book, verdict) = world.judge(date, &[("høyde", "3 m")]);
        named(&book, &verdict)
    };
    assert_eq!(on("2021-04-30").outcome, "søknad-uten-ansvarsrett");
    assert_eq!(on("2021-05-01").outcome, "unntatt-fra-søknadsplikt");
    let early = on("2015-06-30");
    assert_eq!((early.outcome, early.clearances), ("uavklart", vec!["for-gammelt".to_owned()]));
}

#[test]
fn half_of_another_measure_is_compared_exactly_and_grows_with_what_projects() {
    let rule = (
        "halv",
        json!({ "utfall": "unntatt-fra-søknadsplikt", "vilkår": [condition(&json!({ "avstand": { "minst": {
        "halve": "høyde", "økt-med": { "utstikk": { "over": "1,0 m" } } } } }))] }),
    );
    let world = World::new(&["halv", "siste"], vec![rule, last()]);
    let free = |distance: &'static str, height: &'static str, out: &'static str| {
        world.said(&[("avstand", distance), ("høyde", height), ("utstikk", out)]).may_start
    };
    assert!(free("4,5 m", "9,0 m", "1,0 m") && !free("4,499 m", "9,0 m", "0,5 m"));
    assert!(free("5,0 m", "9,0 m", "1,5 m") && !free("4,999 m", "9,0 m", "1,5 m"));
    assert!(
        free("4,501 m", "9,001 m", "0 m") && !free("4,5 m", "9,001 m", "0 m"),
        "no rounding of the half millimetre"
    );
}

#[test]
fn a_derived_value_is_known_as_soon_as_it_cannot_matter_more() {
    let rule = (
        "samlet",
        json!({ "utfall": "unntatt-fra-søknadsplikt", "vilkår": [condition(&json!({ "samlet": { "høyst": "3,0 m" } }))] }),
    );
    let world = World::new(&["samlet", "siste"], vec![rule, last()]);
    assert!(
        world.said(&[("høyde", "2,8 m"), ("tak", "0,3 m")]).may_start,
        "what rises no more than that is not counted"
    );
    assert_eq!(world.said(&[("høyde", "2,8 m"), ("tak", "0,301 m")]).broken, ["samlet"]);
    assert_eq!(world.said(&[("høyde", "3,1 m")]).broken, ["samlet"], "broken whatever the roof adds");
    assert_eq!(world.said(&[("høyde", "2,8 m")]).missing, ["tak"]);
    assert!(world.said(&[("samlet", "3,0 m")]).may_start, "who knows the derived value may tell it");
}

#[test]
fn a_table_follows_the_date_and_a_year_alone_is_enough_where_it_settles() {
    let rule = (
        "veg",
        json!({ "utfall": "unntatt-fra-søknadsplikt", "vilkår": [condition(&json!({ "avstand": { "minst": {
        "tabell": "etter-år", "etter": "vedtatt" } } }))] }),
    );
    let world = World::new(&["veg", "siste"], vec![rule, last()]);
    let said = |distance: &'static str, date: &'static str| world.said(&[("avstand", distance), ("vedtatt", date)]);
    assert!(said("12,5 m", "2009-12-31").may_start && !said("12,4 m", "2009-12-31").may_start);
    assert!(said("50 m", "2010-01-01").may_start && !said("49,9 m", "2010-01-01").may_start);
    assert!(said("12,5 m", "1990").may_start, "all of the year is in one row");
    let silent = said("60 m", "1950-01-01");
    assert_eq!(
        (silent.outcome, silent.clearances),
        ("uavklart", vec!["avklar-plan".to_owned()]),
        "before the first row nothing is known"
    );
}

#[test]
fn of_several_ways_none_taken_the_measure_is_told() {
    let rule = (
        "vei",
        json!({ "utfall": "unntatt-fra-søknadsplikt", "vilkår": [condition(&json!({ "minst-én": [
        { "form": { "er": "rund" } }, { "høyde": { "høyst": "4,0 m" } }] }))] }),
    );
    let world = World::new(&["vei", "siste"], vec![rule, last()]);
    assert_eq!(world.said(&[("form", "firkantet"), ("høyde", "4,1 m")]).broken, ["høyde"]);
    assert!(world.said(&[("form", "rund")]).may_start, "the other way is not asked for");
}
