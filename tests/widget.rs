//! The widget in a real browser, through its public tag, under the strict policy.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/answers.rs"]
mod answers;
#[path = "support/guide.rs"]
mod guide;
#[path = "support/webdriver.rs"]
mod webdriver;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bygg_uten_a_soke::tool::build::build;
use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::{STRICT, Site};
use serde_json::json;

use answers::{GARAGE, PLOT, with};
use guide::Guide;
use webdriver::{Browser, key};

/// The widget, built once for all tests, on the demo and on the pages of `sider/`.
static SITE: LazyLock<Server> = LazyLock::new(|| {
    let root = root();
    let sizes = build(&root).expect("the widget can be built");
    assert!(sizes.within_budget(), "the widget is over its budget:\n{sizes}");
    serve(STRICT)
});

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn serve(policy: &str) -> Server {
    let folders = vec![root().join("dist"), root().join("tests/sider")];
    Server::start(Site { folders, policy: policy.to_owned() }, 0).expect("a free port")
}

const EXTENSION: &[(&str, &str)] = &[
    ("understøttet", "Ja"),
    ("tilbyggets-etasjer", "1"),
    ("ny-boenhet-i-huset", "Nei"),
    ("inngrep-i-bæring", "Nei"),
    ("bruksendring-i-huset", "Nei"),
    ("tilbygg-bebygd-areal", "15"),
    ("tilbygg-bruksareal", "13,5"),
    ("avstand-til-nabogrense", "4"),
];

const TERRACE: &[(&str, &str)] = &[
    ("terrassehøyde", "1,2"),
    ("overbygd", "Nei"),
    ("annen-fast-konstruksjon", "Nei"),
    ("forbindelse", "Ja, de er bygd sammen"),
    ("vertsbygg", "Huset eller hytta"),
    ("utstikk-fra-fasaden", "3"),
    ("rekkverkshøyde", "1"),
    ("understøttet", "Ja"),
    ("tilbyggets-etasjer", "1"),
    ("inngrep-i-bæring", "Nei"),
    ("tilbygg-bebygd-areal", "14,4"),
    ("tilbygg-bruksareal", "0"),
    ("avstand-til-nabogrense", "4"),
];

fn quiet(browser: &Browser) {
    let said = browser.console();
    assert!(said.is_empty(), "the console says {said:?}");
}

fn open<'a>(browser: &'a Browser, page: &str, css: &'static str) -> Guide<'a> {
    browser.go(&SITE.url(page));
    Guide::on(browser, css)
}

fn start<'a>(browser: &'a Browser, project: &str) -> Guide<'a> {
    let guide = open(browser, "/", "bygg-uten-a-soke");
    guide.tick("form", project);
    guide.next();
    guide.not_begun("Det er ikke begynt");
    guide
}

#[test]
fn an_exempt_garage_is_green_with_its_duty_and_without_a_word_in_the_console() {
    let browser = Browser::start();
    let guide = start(&browser, "Garasje");
    guide.answer_all(&with(&[GARAGE, PLOT]));
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{}", guide.title());
    let text = guide.whole_text();
    for words in ["innen fire uker", "SAK10 § 4-1 første ledd bokstav a", "ikke kontrollert av DiBK", "50 m²"] {
        assert!(text.contains(words), "{words:?} is not in the result:\n{text}");
    }
    quiet(&browser);
}

#[test]
fn a_kind_of_work_is_found_by_a_misspelt_word_and_its_rules_are_fetched() {
    let browser = Browser::start();
    let guide = open(&browser, "/", "bygg-uten-a-soke");
    let search = guide.element("#f0");
    search.keys("romskip");
    browser.until("the search to say so", || guide.whole_text().contains("Fant ikke «romskip»").then_some(()));
    search.clear();
    search.keys("Solsele på vegen");
    browser.until("the search to find it", || (guide.text(".hyller label") == "Solceller på vegg").then_some(()));
    guide.tick(".hyller", "Solceller på vegg");
    guide.next();
    assert!(guide.whole_text().contains("Det gjelder: Solceller på vegg"), "{}", guide.whole_text());
    quiet(&browser);
}

#[test]
fn a_garage_that_must_be_applied_for_says_so_at_once_with_the_number_and_the_paragraph() {
    let browser = Browser::start();
    let guide = start(&browser, "Garasje");
    let mut answers = vec![("mønehøyde", "4,3")];
    answers.extend(with(&[GARAGE, PLOT]));
    guide.answer_all(&answers);
    let text = guide.whole_text();
    assert!(guide.title().contains("Du må søke"), "{}", guide.title());
    for words in ["4,3 m", "4,0 m", "SAK10 § 4-1 første ledd bokstav a"] {
        assert!(text.contains(words), "{words:?} is not in the result:\n{text}");
    }
    assert!(!text.contains("Planen sier"), "the plan has not been asked about");
    quiet(&browser);
}

#[test]
fn an_answer_changed_from_the_summary_keeps_the_others() {
    let browser = Browser::start();
    let guide = start(&browser, "Garasje");
    let mut answers = vec![("mønehøyde", "4,3")];
    answers.extend(with(&[GARAGE, PLOT]));
    guide.answer_all(&answers);
    let script = "const rows = [...root.querySelectorAll('button')].filter((b) => b.innerText.includes('Endre') && b.parentElement.parentElement.innerText.includes('Mønehøyde'));
        rows[0].click(); return rows.length";
    assert!(guide.run(script, &[]).as_u64() > Some(0), "no way to change the ridge height:\n{}", guide.whole_text());
    browser.until("the question again", || guide.asked().contains(&"mønehøyde".to_owned()).then_some(()));
    guide.answer("mønehøyde", "3,9");
    guide.next();
    guide.answer_all(&with(&[GARAGE, PLOT]));
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{}", guide.title());
}

#[test]
fn an_exempt_extension_is_green() {
    let browser = Browser::start();
    let guide = start(&browser, "Tilbygg");
    guide.answer_all(&with(&[EXTENSION, PLOT]));
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{}", guide.title());
    assert!(guide.whole_text().contains("bokstav b"));
}

#[test]
fn a_terrace_too_high_is_tried_as_an_extension_without_starting_again() {
    let browser = Browser::start();
    let guide = start(&browser, "Terrasse");
    guide.answer_all(&with(&[TERRACE, PLOT]));
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{}\n{}", guide.title(), guide.whole_text());
    assert!(guide.whole_text().contains("bokstav b"));
}

/// Presses the way to change what the summary calls this, and waits for the question.
fn change(browser: &Browser, guide: &Guide, name: &str) {
    let script = "const rows = [...root.querySelectorAll('.svar-liste > div')].filter((row) => row.querySelector('dt').innerText === arguments[0]);
        rows[0]?.querySelector('button').click(); return rows.length";
    assert_eq!(guide.run(script, &[json!(name)]), json!(1), "no way to change «{name}»:\n{}", guide.whole_text());
    browser
        .until("the question again", || guide.run("return root.querySelector('form')", &[]).is_object().then_some(()));
}

fn fetched(browser: &Browser) -> Vec<String> {
    let script = "return performance.getEntriesByType('resource').map((r) => r.name.split('/').pop())";
    let names = browser.run(script, &[]);
    names.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

#[test]
fn another_shelf_is_fetched_when_its_work_is_chosen_and_the_answers_live_on_there() {
    let browser = Browser::start();
    let guide = open(&browser, "/", "bygg-uten-a-soke");
    browser
        .until("the words to search", || fetched(&browser).iter().any(|name| name.starts_with("sok.")).then_some(()));
    assert!(!fetched(&browser).iter().any(|name| name.starts_with("hylle-")), "no rules before some work is chosen");
    guide.tick("form", "Terrasse");
    browser.until("its rules", || {
        fetched(&browser).iter().any(|name| name.starts_with("hylle-terrasse.nb.")).then_some(())
    });
    guide.next();
    guide.not_begun("Det er ikke begynt");
    guide.answer_all(&with(&[TERRACE, PLOT]));
    let before = browser.until("the reasons", || Some(guide.whole_text()).filter(|text| text.contains("bokstav b")));
    assert!(before.contains("14,4 m²"), "{before}");

    change(&browser, &guide, "Det du vil bygge");
    guide.tick("form", "Tilbygg");
    guide.next();
    let mut asked = guide.asked();
    guide.answer_all(&with(&[EXTENSION, PLOT]));
    asked.retain(|concept| TERRACE.iter().chain(PLOT).any(|(known, _)| known == concept));
    assert!(asked.is_empty(), "asked again: {asked:?}");
    let after = browser.until("the reasons", || Some(guide.whole_text()).filter(|text| text.contains("bokstav b")));
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{after}");
    assert!(after.contains("Tilbygg") && after.contains("14,4 m²"), "the answers are kept:\n{after}");
    for line in after.lines() {
        assert!(!line.trim().is_empty() || line.is_empty(), "a text is missing:\n{after}");
    }

    browser.run("document.querySelector('bygg-uten-a-soke').setAttribute('lang', 'en')", &[]);
    let english = browser.until("English reasons", || {
        Some(guide.whole_text()).filter(|text| text.contains("without applying") && text.contains("14.4 m²"))
    });
    assert!(english.contains("Extension"), "{english}");
    quiet(&browser);
}

#[test]
fn the_rest_of_the_style_is_there_before_anything_wears_it_and_is_tried_again() {
    let browser = Browser::start();
    let block = |urls: serde_json::Value| browser.devtools("Network.setBlockedURLs", &json!({ "urls": urls }));
    browser.devtools("Network.enable", &json!({}));
    block(json!(["*stil-svar*"]));
    let guide = open(&browser, "/", "bygg-uten-a-soke");
    guide.tick("form", "Garasje");
    guide.element("button[type=submit]").click();
    browser.until("the message", || guide.text(".status").contains("Fikk ikke hentet").then_some(()));
    assert!(guide.title().contains("Hva vil du bygge"), "{}", guide.title());
    block(json!([]));
    guide.next();
    assert!(guide.whole_text().contains("Det gjelder: Garasje"), "{}", guide.whole_text());
    let of_the_guide = "return root.adoptedStyleSheets.filter((sheet) => !sheet.along).length";
    assert_eq!(guide.run(of_the_guide, &[]), json!(2));
}

#[test]
fn a_shelf_that_cannot_be_fetched_is_told_and_can_be_tried_again() {
    let browser = Browser::start();
    let guide = open(&browser, "/", "bygg-uten-a-soke");
    let block = |urls: serde_json::Value| browser.devtools("Network.setBlockedURLs", &json!({ "urls": urls }));
    browser.devtools("Network.enable", &json!({}));
    block(json!(["*hylle-utvidelse*"]));
    guide.tick("form", "Vinterhage");
    for _ in 0..2 {
        guide.element("button[type=submit]").click();
        browser.until("the message", || guide.text(".status").contains("Fikk ikke hentet reglene").then_some(()));
        assert_eq!(guide.run("return root.querySelector('input:checked').value !== undefined", &[]), json!(true));
        assert!(guide.title().contains("Hva vil du bygge"), "{}", guide.title());
    }
    block(json!([]));
    guide.next();
    assert!(guide.whole_text().contains("Det gjelder: Vinterhage"), "{}", guide.whole_text());
    assert_eq!(guide.text(".status"), "");
    assert_eq!(guide.run("return root.activeElement?.id", &[]), json!("tittel"), "the new heading has the focus");
}

#[test]
fn another_work_asked_for_by_the_page_begins_its_own_conversation() {
    let browser = Browser::start();
    let guide = open(&browser, "/to.html", "#a");
    guide.not_begun("Det er ikke begynt");
    browser.run("document.querySelector('#a').setAttribute('tiltak', 'veranda')", &[]);
    browser.until("the other work", || {
        guide
            .run("return root.querySelector('section.bus')?.innerText.includes('Det gjelder: Veranda')", &[])
            .as_bool()?
            .then_some(())
    });
    guide.not_begun("Det er ikke begynt");
    assert!(!guide.asked().is_empty(), "{}", guide.whole_text());
    quiet(&browser);
}

#[test]
fn an_unknown_plan_is_neither_green_nor_a_shrug() {
    let browser = Browser::start();
    let guide = start(&browser, "Garasje");
    let mut answers = vec![("følger-planbestemmelser", "Vet ikke")];
    answers.extend(with(&[GARAGE, PLOT]));
    guide.answer_all(&answers);
    let (title, text) = (guide.title(), guide.whole_text());
    assert!(title.contains("Sjekk dette før du begynner"), "{title}");
    assert!(!text.contains("Du kan bygge uten å søke"), "never green");
    assert!(
        text.to_lowercase().contains("planregister") || text.contains("arealplaner"),
        "says where to look:\n{text}"
    );
}

#[test]
fn errors_are_summed_up_and_linked_and_nothing_is_lost() {
    let browser = Browser::start();
    let guide = start(&browser, "Garasje");
    guide.answer_until("bebygd-areal", &with(&[GARAGE, PLOT]));
    guide.answer("bebygd-areal", "50,1234");
    guide.answer("bruksareal", "46");
    guide.next();
    let summary = guide.text(".ds-error-summary");
    assert!(!summary.is_empty(), "{}", guide.whole_text());
    assert_eq!(
        guide.run("return root.activeElement.className.includes('ds-error-summary')", &[]),
        json!(true),
        "the summary has the focus"
    );
    guide.element(".ds-error-summary a").click();
    let focused = guide.run("return root.activeElement.closest('[data-begrep]')?.dataset.begrep", &[]);
    assert_eq!(focused, json!("bebygd-areal"), "the link moves to the field");
    assert_eq!(guide.run("return root.querySelector('[data-begrep=bruksareal] input').value", &[]), json!("46"));
}

#[test]
fn it_can_be_walked_by_keyboard_alone_from_the_first_question_to_the_result() {
    let browser = Browser::start();
    let guide = open(&browser, "/to.html", "#a");
    guide.run("root.querySelector('input[type=radio]').focus()", &[]);
    browser.press(&[key::SPACE, key::ENTER]);
    browser.until("the first question", || guide.asked().contains(&"bebygd-eiendom".to_owned()).then_some(()));
    let answers = with(&[GARAGE, PLOT]);
    for _ in 0..60 {
        let asked = guide.asked();
        if asked.is_empty() {
            break;
        }
        assert_eq!(
            guide.run("return root.activeElement?.id", &[]),
            json!("tittel"),
            "the heading of the step has the focus"
        );
        for concept in &asked {
            let (_, answer) = answers.iter().find(|(name, _)| name == concept).expect("an answer");
            guide.answer_by_keys(concept, answer);
        }
        browser.press(&[key::ENTER]);
        browser.until("the next screen", || (guide.asked() != asked).then_some(()));
    }
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{}", guide.title());
    assert_eq!(guide.run("return root.activeElement?.id", &[]), json!("tittel"), "the result has the focus");
}

#[test]
fn three_languages_speak() {
    let browser = Browser::start();
    for (language, begun, words) in [
        ("nb", "Det er ikke begynt", "Jeg vil vite mer"),
        ("nn", "Det er ikkje begynt", "Eg vil vite meir"),
        ("en", "", "Tell me more"),
    ] {
        let guide = open(&browser, "/to.html", "#a");
        browser.run("document.querySelector('#a').setAttribute('lang', arguments[0])", &[json!(language)]);
        browser.until("the language", || {
            (guide.run("return root.querySelector('section.bus').lang", &[]) == json!(language)).then_some(())
        });
        guide.run("root.querySelector('input[type=radio]').click()", &[]);
        guide.next();
        let text = guide.whole_text();
        assert!(text.contains(words), "{language} {begun}: {text}");
    }
    quiet(&browser);
}

#[test]
fn two_guides_on_a_hostile_page_mind_their_own_business() {
    let browser = Browser::start();
    let first = open(&browser, "/to.html", "#a");
    let second = Guide::on(&browser, "#b");
    first.not_begun("Det er ikke begynt");
    assert!(second.title().contains("Når") || second.title().contains("arbeidet"), "{}", second.title());
    assert_eq!(second.asked().len(), 0, "the second still asks its first question");
    let background =
        first.run("return getComputedStyle(root.querySelector('button[type=submit]')).backgroundColor", &[]);
    assert_ne!(background, json!("rgb(255, 105, 180)"), "the host's button rule does not come in");
    let height = first.run("return root.querySelector('button[type=submit]').getBoundingClientRect().height", &[]);
    assert!(height.as_f64() >= Some(44.0), "a button is {height} px high although the host's rem is ten pixels");
    browser.run("window.insertLate()", &[]);
    let late = Guide::on(&browser, "#c");
    assert!(!late.whole_text().is_empty());
    browser.run("const c = document.querySelector('#c'); document.body.prepend(c)", &[]);
    assert!(!late.whole_text().is_empty(), "moving keeps it");
    browser.run("document.querySelector('#c').remove()", &[]);
    let told = browser.run("return window.told.map((t) => t.name)", &[]);
    assert!(told.as_array().is_some_and(|names| names.contains(&json!("bus:steg"))), "{told}");
    quiet(&browser);
}

#[test]
fn the_host_page_is_left_alone() {
    let browser = Browser::start();
    let guide = open(&browser, "/to.html", "#a");
    let state = "return [document.title, history.length, location.href, localStorage.length, sessionStorage.length, document.cookie].join('|')";
    let before = browser.run(state, &[]);
    guide.not_begun("Det er ikke begynt");
    guide.answer("bebygd-eiendom", "Ja");
    guide.answer("forbindelse", "Nei, det er fritt rundt");
    guide.next();
    assert_eq!(browser.run(state, &[]), before);
    let elsewhere = browser.run("return performance.getEntriesByType('resource').map((r) => r.name).filter((n) => !n.startsWith(location.origin))", &[]);
    assert_eq!(elsewhere, json!([]), "nothing is fetched from anywhere else");
}

#[test]
fn it_fits_a_narrow_screen() {
    let browser = Browser::start();
    browser.resize(320, 800);
    let guide = start(&browser, "Garasje");
    for _ in 0..4 {
        let over =
            browser.run("return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth", &[]);
        assert!(over.as_i64() <= Some(0), "{} px too wide at {}", over, guide.title());
        guide.answer_screen(&with(&[GARAGE, PLOT]));
    }
}

#[test]
fn axe_finds_nothing_in_any_state() {
    let browser = Browser::start();
    let guide = open(&browser, "/", "bygg-uten-a-soke");
    let mut states = 0;
    let mut look = |guide: &Guide| {
        let found = browser.axe();
        assert!(found.is_empty(), "at «{}»: {found:#?}", guide.title());
        states += 1;
    };
    look(&guide);
    guide.next();
    look(&guide);
    guide.tick("form", "Garasje");
    guide.next();
    look(&guide);
    guide.not_begun("Det er ikke begynt");
    let answers = with(&[&[("over-ledninger", "Vet ikke")], GARAGE, PLOT]);
    while !guide.asked().is_empty() {
        look(&guide);
        guide.answer_screen(&answers);
    }
    look(&guide);
    assert!(states > 12, "only {states} states were looked at");
}

#[test]
fn every_citation_leads_to_a_page_of_the_rule_book_in_the_residents_language() {
    let browser = Browser::start();
    let guide = open(&browser, "/", "bygg-uten-a-soke");
    guide.tick("form", "Garasje");
    guide.next();
    guide.not_begun("Det er ikke begynt");
    guide.answer_until("bebygd-areal", &with(&[GARAGE, PLOT]));
    assert!(followed(&browser, &guide, "/nb/") > 0, "a question cites the rule that it is asked for");
    let mut answers = vec![("mønehøyde", "4,3")];
    answers.extend(with(&[GARAGE, PLOT]));
    guide.answer_all(&answers);
    assert!(followed(&browser, &guide, "/nb/") > 2, "an answer cites its rules:\n{}", guide.whole_text());
    browser.run("document.querySelector('bygg-uten-a-soke').setAttribute('lang', 'nn')", &[]);
    browser.until("nynorsk", || guide.title().contains("søkje").then_some(()));
    assert!(followed(&browser, &guide, "/nn/") > 2, "a nynorsk reader is led to the nynorsk page");
    quiet(&browser);
}

/// How many links lead to the rule book; each must be a page, with what it points at on it.
fn followed(browser: &Browser, guide: &Guide, folder: &str) -> usize {
    let script = "return [...new Set([...root.querySelectorAll('a[href*=\"/regelbok/\"]')].map((a) => a.href))]";
    let links = guide.run(script, &[]);
    let links: Vec<&str> = links.as_array().into_iter().flatten().filter_map(|link| link.as_str()).collect();
    for link in &links {
        assert!(link.contains(folder), "{link}");
        let found = "const [address, anchor] = [arguments[0].split('#')[0], new URL(arguments[0]).hash.slice(1)];
            return fetch(address).then(async (answer) => answer.ok && (await answer.text()).includes(anchor && `id=\"${anchor}\"`))";
        assert_eq!(browser.run(found, &[json!(link)]), json!(true), "{link}");
    }
    links.len()
}

#[test]
fn where_the_page_forbids_wasm_its_own_content_stays_and_the_owner_is_told() {
    let policy = STRICT.replace(" 'wasm-unsafe-eval'", "");
    assert_ne!(policy, STRICT);
    LazyLock::force(&SITE);
    let server = serve(&policy);
    let browser = Browser::start();
    browser.go(&server.url("/to.html"));
    let names = |text: &str| text.contains(&format!("script-src {} 'wasm-unsafe-eval'", server.url("")));
    browser
        .until("the console to name the words", || browser.console().iter().any(|(_, line)| names(line)).then_some(()));
    let shown = "return document.querySelector('#a')?.shadowRoot?.textContent ?? ''";
    assert_eq!(browser.run(shown, &[]), json!(""), "residents are not told of it");
    let again = "const a = document.querySelector('#a'), home = a.parentNode;
        a.toggleAttribute('forhandsvisning'); a.remove(); setTimeout(() => home.append(a), 100)";
    browser.run(again, &[]);
    browser.until("the preview to name the words", || names(browser.run(shown, &[]).as_str()?).then_some(()));
    let kept =
        browser.run("const p = document.querySelector('#a p'); return p.getBoundingClientRect().height > 0", &[]);
    assert_eq!(kept, json!(true), "the page's own content is shown");
}

const WALL: &[(&str, &str)] = &[
    ("mur-form", "Én mur som holder jorda på plass"),
    ("mur-høyde", "1,2"),
    ("avstand-til-nabogrense", "3,0"),
    ("gesimshøyde-mot-nabogrensen", "1,2"),
];

fn press(browser: &Browser, guide: &Guide, says: &str) {
    let before = guide.whole_text();
    let script = "const plain = (e) => e.textContent.replaceAll('\u{a0}', ' ').trim();
        const button = [...root.querySelectorAll('button')].find((b) => plain(b) === arguments[0]);
        button?.click(); return !!button";
    assert_eq!(guide.run(script, &[json!(says)]), json!(true), "no button says {says:?}:\n{before}");
    browser.until("another screen", || (guide.whole_text() != before).then_some(()));
}

#[test]
fn an_exempt_garage_with_a_high_wall_near_the_boundary_must_be_applied_for_and_each_part_has_its_answer() {
    let browser = Browser::start();
    let guide = open(&browser, "/to.html", "#a");
    guide.not_begun("Det er ikke begynt");
    guide.answer_all(&with(&[GARAGE, PLOT]));
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{}", guide.title());

    press(&browser, &guide, "Støttemur");
    browser.until("the rules of another shelf", || guide.asked().contains(&"mur-form".to_owned()).then_some(()));
    guide.answer_all(&with(&[WALL, PLOT]));
    assert!(guide.title().contains("Alt samlet") && guide.title().contains("Du må søke"), "{}", guide.title());
    let color = "return root.querySelector('.utfall').dataset.color";
    assert_eq!(guide.run(color, &[]), json!("danger"), "the headline is never green while a part is not");
    assert!(guide.text(".utfall").contains("Det er muren som avgjør."), "{}", guide.text(".utfall"));
    let card = guide.text(".kort-liste li:first-child");
    assert!(card.contains("Garasje") && card.contains("Du kan bygge uten å søke"), "{card}");

    let told = browser.run("return window.told.filter((t) => t.name === 'bus:utfall').at(-1).detail", &[]);
    assert_eq!((&told["tiltak"], &told["utfall"]), (&json!("støttemur"), &json!("søknad-med-ansvarsrett")));
    let parts = json!([
        { "tiltak": "garasje", "utfall": "unntatt-fra-søknadsplikt" },
        { "tiltak": "støttemur", "utfall": "søknad-med-ansvarsrett" },
    ]);
    assert_eq!(told["deler"], parts, "{told}");
    // The other guide on the page is in nynorsk and not begun; both are looked at.
    assert_eq!(browser.axe(), Vec::<String>::new());

    press(&browser, &guide, "Se hvorfor, eller endre: Garasje");
    let text = browser.until("the reasons", || Some(guide.whole_text()).filter(|text| text.contains("bokstav a")));
    assert!(text.contains("Garasje: Du kan bygge uten å søke"), "{text}");
    assert!(guide.title().contains("Du må søke"), "the joint answer stays first: {}", guide.title());

    press(&browser, &guide, "Ta bort: Støttemur");
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{}", guide.title());
    quiet(&browser);
}
