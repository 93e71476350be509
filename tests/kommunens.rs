//! What a municipality says of itself, in a real browser: its contact point, links, notices and conditions, the kinds of work
//! that it shows, and what happens where it cannot be read. Whatever it writes is words.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/built.rs"]
mod built;
#[path = "support/guide.rs"]
mod guide;
#[path = "support/webdriver.rs"]
mod webdriver;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::{STRICT, Site};
use serde_json::{Value, json};

use answers::garage;
use guide::Guide;
use webdriver::Browser;

const TAG: &str = "bygg-uten-a-soke";
const GREEN: [&str; 3] = ["uten å søke", "utan å søkje", "without applying"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("kommunens")
}

/// The widget, built once for all tests, with a folder for the pages of municipalities.
static SITE: LazyLock<Server> = LazyLock::new(|| {
    fs::create_dir_all(folder()).expect("a folder");
    let folders = vec![built::dist(), folder()];
    Server::start(Site { folders, policy: STRICT.to_owned() }, 0).expect("a free port")
});

/// Opens a page of this name with the guide on it: its attributes, and the municipality's JSON inside it.
fn open<'a>(browser: &'a Browser, name: &str, attributes: &str, inside: &Value) -> Guide<'a> {
    let site = &*SITE;
    let script = match inside {
        Value::Null => String::new(),
        // As a page must write it: nothing in it may end the script.
        json => format!("<script type=\"application/json\">{}</script>", json.to_string().replace('<', "\\u003c")),
    };
    let page = format!(
        "<!doctype html><html lang=\"nb\"><title>Byggesak</title><main><h1>Byggesak</h1>\
         <{TAG} {attributes}>{script}</{TAG}></main><script type=\"module\" src=\"/veiviser/veiviser.js\"></script>"
    );
    fs::write(folder().join(name).with_extension("html"), page).expect("it can be written");
    browser.go(&site.url(&format!("/{name}.html")));
    Guide::on(browser, TAG)
}

/// Answers to the end, and gives what is said when the reasons have come.
fn result(browser: &Browser, guide: &Guide, answers: &[(&str, &str)]) -> String {
    guide.answer_all(answers);
    browser.until("the reasons", || Some(guide.whole_text()).filter(|text| !text.contains("Henter begrunnelsene")))
}

fn links(guide: &Guide) -> Vec<String> {
    let found = guide.run(
        "return [...root.querySelectorAll('a')].map((a) => `${a.firstChild.textContent}|${a.getAttribute('href')}|${a.rel}`)",
        &[],
    );
    found.as_array().into_iter().flatten().filter_map(|link| link.as_str().map(str::to_owned)).collect()
}

fn whole() -> Value {
    json!({
        "kontakt": {
            "navn": { "nb": "Byggesak i Vik", "nn": "Byggjesak i Vik", "en": "Building control in Vik" },
            "telefon": "+47 55 56 55 56", "epost": "byggesak@vik.kommune.no", "side": "https://www.vik.kommune.no/byggesak",
        },
        "lenker": {
            "planregister": "https://www.vik.kommune.no/plan", "soknad": "https://www.vik.kommune.no/sok",
            "gebyr": "https://www.vik.kommune.no/gebyr", "arkiv": "https://www.vik.kommune.no/arkiv",
        },
        "meldinger": [
            { "ved": "alltid", "tekst": { "nb": "Vi svarer hver dag.", "nn": "Vi svarar kvar dag.", "en": "We answer every day." } },
            { "ved": { "begrep": "avstand-til-nabogrense" }, "tekst": "Grensene i kartet kan være unøyaktige." },
            { "ved": { "tiltak": "garasje" }, "tekst": "Garasjer i sentrum: snakk med oss.",
              "lenke": { "tekst": "Om garasjer", "adresse": "https://www.vik.kommune.no/garasje" } },
            { "ved": { "utfall": "unntatt-fra-søknadsplikt" }, "tekst": "Lykke til." },
        ],
    })
}

#[test]
fn the_contact_point_the_links_and_the_notices_stand_where_they_help() {
    let browser = Browser::start();
    let guide = open(&browser, "hele", "tiltak=\"garasje\"", &whole());
    browser.until("its notice at the kind of work", || guide.whole_text().contains("Det gjelder").then_some(()));
    guide.not_begun("Det er ikke begynt");
    guide.answer_until("avstand-til-nabogrense", &garage(&[]));
    let at_question = guide.text("[data-begrep=avstand-til-nabogrense] .fra-kommunen");
    assert!(at_question.contains("Fra kommunen") && at_question.contains("unøyaktige"), "{at_question}");
    guide.answer_until("følger-planbestemmelser", &garage(&[]));
    let plans = |links: Vec<String>| {
        links.into_iter().filter(|link| link.ends_with("|https://www.vik.kommune.no/plan|noopener")).count()
    };
    assert_eq!(plans(links(&guide)), 1, "once on a screen: {:?}", links(&guide));
    assert_eq!(browser.axe(), Vec::<String>::new());

    let unsure = garage(&[("følger-planbestemmelser", "Vet ikke"), ("lovlig-etablert", "Vet ikke")]);
    let text = result(&browser, &guide, &unsure);
    for words in [
        "Sjekk dette før du begynner",
        "Fra kommunen",
        "Vi svarer hver dag.",
        "Garasjer i sentrum",
        "Kontakt kommunen",
        "Byggesak i Vik",
    ] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    assert!(!text.contains("Lykke til."), "that is for another answer");
    let told = links(&guide);
    for link in [
        "+47 55 56 55 56|tel:+4755565556|",
        "byggesak@vik.kommune.no|mailto:byggesak@vik.kommune.no|",
        "Les mer på kommunens nettside|https://www.vik.kommune.no/byggesak|noopener",
        "Se planen på kommunens nettside|https://www.vik.kommune.no/plan|noopener",
        "Finn tegninger og tillatelser hos kommunen|https://www.vik.kommune.no/arkiv|noopener",
        "Om garasjer|https://www.vik.kommune.no/garasje|noopener",
    ] {
        assert!(told.iter().any(|known| known == link), "{link} is not in {told:#?}");
    }
    assert!(!told.iter().any(|link| link.contains("/sok|")), "nothing is to be applied for: {told:#?}");
    assert_eq!(browser.axe(), Vec::<String>::new());

    for (language, words) in [
        ("nn", ["Frå kommunen", "Vi svarar kvar dag.", "Byggjesak i Vik", "Sjå planen på nettsida til kommunen"]),
        (
            "en",
            ["From the municipality", "We answer every day.", "Building control in Vik", "Contact the municipality"],
        ),
    ] {
        browser.run(
            "document.querySelector(arguments[0]).setAttribute('lang', arguments[1])",
            &[json!(TAG), json!(language)],
        );
        browser.until(language, || words.iter().all(|words| guide.whole_text().contains(words)).then_some(()));
    }
    let said = browser.console();
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn whoever_must_apply_is_led_to_the_application_and_to_what_it_costs() {
    let browser = Browser::start();
    let attributes = "tiltak=\"garasje\" kontakt-telefon=\"55 56 55 56\" soknad=\"https://www.vik.kommune.no/sok\" \
                      gebyr=\"https://www.vik.kommune.no/gebyr\"";
    let guide = open(&browser, "sok", attributes, &Value::Null);
    guide.not_begun("Det er ikke begynt");
    let text = result(&browser, &guide, &garage(&[("mønehøyde", "4,3")]));
    assert!(guide.title().contains("Du må søke") && text.contains("Kontakt kommunen"), "{text}");
    let told = links(&guide);
    for link in [
        "55 56 55 56|tel:55565556|",
        "Send søknaden på nett|https://www.vik.kommune.no/sok|noopener",
        "Se hva søknaden koster|https://www.vik.kommune.no/gebyr|noopener",
    ] {
        assert!(told.iter().any(|known| known == link), "{link} is not in {told:#?}");
    }
    assert_eq!(browser.axe(), Vec::<String>::new());
}

/// What can be chosen now.
fn choices(guide: &Guide) -> Vec<String> {
    let found = guide.run("return [...root.querySelectorAll('.hyller label')].map((row) => row.textContent)", &[]);
    found.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

#[test]
fn only_the_kinds_that_the_municipality_shows_can_be_chosen() {
    let browser = Browser::start();
    let guide = open(&browser, "vis", "vis=\"levegg garasje carport\"", &Value::Null);
    assert_eq!(choices(&guide), ["Garasje", "Carport", "Levegg"]);
    browser.until("the app", || {
        guide.element("#f0").clear();
        guide.element("#f0").keys("veranda");
        guide.whole_text().contains("Fant ikke «veranda»").then_some(())
    });
    assert_eq!(choices(&guide), ["Garasje", "Carport", "Levegg"], "the app shows the same");
    guide.element("#f0").clear();
    guide.element("#f0").keys("grasje");
    browser.until("what is found", || (choices(&guide).first()? == "Garasje").then_some(()));
    guide.tick(".hyller", "Garasje");
    guide.next();
    assert!(guide.whole_text().contains("Velg noe annet"), "{}", guide.whole_text());

    let guide = open(&browser, "vis-en", "vis=\"garasje\" kontakt-telefon=\"55 56 55 56\"", &Value::Null);
    let text = guide.whole_text();
    assert!(text.contains("Det gjelder: Garasje") && !text.contains("Velg noe annet"), "{text}");
    guide.not_begun("Det er ikke begynt");
    let text = result(&browser, &guide, &garage(&[]));
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{text}");
    assert!(
        !text.contains("Skal du bygge mer?") && !text.contains("Velg noe annet"),
        "nothing else is offered:\n{text}"
    );
}

/// A condition that an exempt garage breaks, about a concept of the rules.
fn condition(kinds: &Value, concept: &str) -> Value {
    json!({ "vilkår": [{
        "gjelder": kinds, "navn": "Kommuneplanens grense", "begrep": concept, "høyst": "36,0 m²", "ellers": "søk",
        "tekst": "Kommuneplanen tillater høyst trettiseks kvadratmeter.", "slik": "Send en søknad, eller bygg mindre.",
        "hjemmel": "Kommuneplanens arealdel § 5", "lenke": "https://www.vik.kommune.no/plan/5",
    }] })
}

#[test]
fn a_condition_of_its_own_turns_green_into_an_application_with_the_reason() {
    let browser = Browser::start();
    let condition = condition(&json!(["garasje"]), "bebygd-areal");
    let guide = open(&browser, "egen", "tiltak=\"garasje\"", &condition);
    guide.not_begun("Det er ikke begynt");
    let text = result(&browser, &guide, &garage(&[]));
    assert!(guide.title().contains("Du må søke"), "{text}");
    for words in ["Kommuneplanen tillater høyst", "Kommuneplanens arealdel § 5"] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    let guide = open(&browser, "egen-liten", "tiltak=\"garasje\"", &condition);
    guide.not_begun("Det er ikke begynt");
    let text = result(&browser, &guide, &garage(&[("bebygd-areal", "36"), ("bruksareal", "32")]));
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{text}");
}

#[test]
fn a_configuration_that_cannot_be_had_is_never_green_and_says_so() {
    let browser = Browser::start();
    let broken = folder().join("uten-begreper");
    fs::create_dir_all(broken.join("regler")).expect("a folder");
    fs::write(broken.join("regler/begreper.json"), "{").expect("it can be written");
    let folders = vec![broken, root().join("dist"), folder()];
    let without_concepts = Server::start(Site { folders, policy: STRICT.to_owned() }, 0).expect("a free port");
    for (name, attributes, inside) in [
        ("mangler", "oppsett=\"/finnes-ikke.json\"", Value::Null),
        ("feil-vilkar", "", json!({ "vilkår": [{ "gjelder": "alle", "navn": "Uten krav" }] })),
        ("feilskrevet", "", json!({ "vilkar": [] })),
        ("ukjent-begrep", "", condition(&json!("alle"), "bebygd-areall")),
        ("begrepene-kommer-ikke", "", condition(&json!("alle"), "bebygd-areal")),
    ] {
        let mut guide = open(&browser, name, &format!("tiltak=\"garasje\" forhandsvisning {attributes}"), &inside);
        if name == "begrepene-kommer-ikke" {
            browser.go(&without_concepts.url(&format!("/{name}.html")));
            guide = Guide::on(&browser, TAG);
        }
        guide.not_begun("Det er ikke begynt");
        let text = result(&browser, &guide, &garage(&[]));
        assert!(!GREEN.iter().any(|green| guide.title().contains(green)), "{name}: {text}");
        assert!(text.contains("Kommunen kan ha egne vilkår"), "{name}:\n{text}");
        let told = browser.console();
        assert!(
            told.iter().any(|(_, said)| said.contains("bygg-uten-a-soke> ")),
            "{name}: the editor is told: {told:?}"
        );
        assert_eq!(
            guide.run("return root.querySelectorAll('.oppsett-feil li').length > 0", &[]),
            json!(true),
            "{name}"
        );
    }
}

#[test]
fn a_configuration_is_fetched_from_its_address_and_attributes_win() {
    let browser = Browser::start();
    let _ = &*SITE;
    fs::write(folder().join("vik.json"), whole().to_string()).expect("it can be written");
    let attributes = "oppsett=\"/vik.json\" kontakt-telefon=\"11 22 33 44\" tiltak=\"garasje\"";
    let guide = open(&browser, "hentet", attributes, &Value::Null);
    guide.not_begun("Det er ikke begynt");
    let text = result(&browser, &guide, &garage(&[]));
    for words in ["Du kan bygge uten å søke", "Lykke til.", "Byggesak i Vik", "11 22 33 44"] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    assert!(!text.contains("55 56 55 56"), "{text}");
}

#[test]
fn hostile_words_stay_words() {
    const EVIL: &str = "<img src=x onerror=\"window.evil=1\"><script>window.evil=1</script>";
    let browser = Browser::start();
    let config = json!({
        "kontakt": { "navn": "<b>Byggesak</b>", "telefon": "javascript:alert(1)", "side": "javascript:window.evil=1" },
        "lenker": { "planregister": "data:text/html,<script>window.evil=1</script>", "arkiv": "java\tscript:window.evil=1" },
        "meldinger": [
            { "ved": "alltid", "tekst": format!("{EVIL} \u{202e}snudd\u{0007}"), "lenke": { "tekst": EVIL, "adresse": "https://kommunen.no/\"><script>" } },
            { "ved": { "begrep": "avstand-til-nabogrense" }, "tekst": EVIL },
            { "ved": { "tiltak": "garasje" }, "tekst": "x".repeat(90_000) },
        ],
        "__proto__": { "evil": 1 }, "constructor": { "prototype": { "evil": 1 } },
    });
    let guide = open(&browser, "ond", "tiltak=\"garasje\" kontakt-epost=\"a@b.no?bcc=c@d.no\"", &config);
    guide.not_begun("Det er ikke begynt");
    guide.answer_until("avstand-til-nabogrense", &garage(&[]));
    assert!(guide.text("[data-begrep=avstand-til-nabogrense] .fra-kommunen").contains(EVIL));
    let text = result(&browser, &guide, &garage(&[]));
    for words in [EVIL, "<b>Byggesak</b>"] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    assert!(!text.contains('\u{202e}') && !text.contains('\u{7}'));
    let made = guide.run("return root.querySelectorAll('script, img, b, iframe').length + document.querySelectorAll('main img, main b').length", &[]);
    assert_eq!(made, json!(0), "no element came of it");
    assert_eq!(
        guide.run("return [window.evil, ({}).evil, root.evil].map(String)", &[]),
        json!(["undefined", "undefined", "undefined"])
    );
    for link in links(&guide) {
        let address = link.split('|').nth(1).unwrap_or_default();
        assert!(["https://", "http://", "tel:", "mailto:"].iter().any(|start| address.starts_with(start)), "{link}");
    }
}
