//! What comes along once the first question is answered, in a real browser: the drawing, sums, changes, and what can be taken home.

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
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::{STRICT, Site};
use serde_json::{Value, json};

use answers::garage;
use guide::Guide;
use webdriver::{Browser, key};

/// The widget under the strictest policy, on a page of its own for each language.
static SITE: LazyLock<Server> = LazyLock::new(|| {
    let folders = vec![built::dist(), root().join("tests/sider")];
    Server::start(Site { folders, policy: STRICT.to_owned() }, 0).expect("a free port")
});

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

const ELEMENT: &str = "bygg-uten-a-soke";

/// A guide about a garage, past the question of when.
fn begun(browser: &Browser) -> Guide<'_> {
    browser.go(&SITE.url("/garasje.html"));
    let guide = Guide::on(browser, ELEMENT);
    guide.not_begun("Det er ikke begynt");
    guide
}

/// A guide that has answered about a garage whose ridge is 0.3 m too high.
fn too_high(browser: &Browser) -> Guide<'_> {
    let guide = begun(browser);
    guide.answer_all(&garage(&[("mønehøyde", "4,3")]));
    guide
}

fn until_says(browser: &Browser, guide: &Guide, css: &str, words: &str) {
    let script = "return root.querySelector(arguments[0])?.textContent.replaceAll('\u{a0}', ' ').includes(arguments[1]) ?? false";
    browser.until(&format!("{css} to say {words:?}"), || {
        (guide.run(script, &[json!(css), json!(words)]) == json!(true)).then_some(())
    });
}

/// Opens everything that can be opened there, and waits until nothing moves.
fn open_all(browser: &Browser, guide: &Guide, css: &str) {
    guide.run("root.querySelectorAll(arguments[0]).forEach((it) => { it.open = true; })", &[json!(css)]);
    browser.until_still();
}

fn typed(guide: &Guide, concept: &str) -> String {
    let script = "return root.querySelector(`[data-begrep='${arguments[0]}'] input[type=text]`).value";
    guide.run(script, &[json!(concept)]).as_str().unwrap_or_default().to_owned()
}

/// The slider with a name, as those who listen hear it: its amount and where its middle is.
fn slider(guide: &Guide, name: &str) -> Option<(String, i64, i64)> {
    let script = "const it = [...root.querySelectorAll('.bus.tegning [role=slider]')].find((it) => it.getAttribute('aria-label').startsWith(arguments[0]));
        if (!it) return null;
        it.scrollIntoView({ block: 'center' });
        const box = it.getBoundingClientRect();
        return [it.getAttribute('aria-valuetext'), Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]";
    let found = guide.run(script, &[json!(name)]);
    Some((found[0].as_str()?.replace('\u{a0}', " "), found[1].as_i64()?, found[2].as_i64()?))
}

fn until_slides(browser: &Browser, guide: &Guide, name: &str, amount: &str) -> (i64, i64) {
    browser.until(&format!("{name} to be {amount}"), || {
        slider(guide, name).filter(|(told, ..)| told.starts_with(amount)).map(|(_, x, y)| (x, y))
    })
}

#[test]
fn a_measure_typed_stepped_or_dragged_is_one_number() {
    let browser = Browser::start();
    let guide = begun(&browser);
    guide.answer_until("mønehøyde", &garage(&[]));
    guide.answer("høyde-til-takflaten", "3,0");
    guide.answer("mønehøyde", "4,3");
    until_slides(&browser, &guide, "Mønehøyde", "4,3 m");
    until_says(&browser, &guide, ".bus.tegning", "høyst 4,0 m");

    guide.run("[...root.querySelectorAll('[role=slider]')].find((it) => it.getAttribute('aria-label').startsWith('Mønehøyde')).focus()", &[]);
    browser.press(&[key::DOWN]);
    until_slides(&browser, &guide, "Mønehøyde", "4,2 m");
    assert_eq!(typed(&guide, "mønehøyde"), "4,2");

    let (x, y) = until_slides(&browser, &guide, "Mønehøyde", "4,2 m");
    mouse(&browser, (x, y), 18);
    browser.until("the mouse to have moved it", || (typed(&guide, "mønehøyde") != "4,2").then_some(()));
    let moved = typed(&guide, "mønehøyde");
    assert!(moved.len() == 3 && moved.as_str() < "4,2", "{moved}: lower, and a whole number of tenths");

    let (x, y) = until_slides(&browser, &guide, "Mønehøyde", &format!("{moved} m"));
    touch(&browser, (x, y), -18);
    browser.until("the finger to have moved it", || (typed(&guide, "mønehøyde") > moved).then_some(()));
    until_slides(&browser, &guide, "Mønehøyde", &format!("{} m", typed(&guide, "mønehøyde")));
}

fn mouse(browser: &Browser, (x, y): (i64, i64), down: i64) {
    let event = |sort: &str, y: i64, buttons: u8| {
        browser.devtools(
            "Input.dispatchMouseEvent",
            &json!({ "type": sort, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 }),
        );
    };
    event("mouseMoved", y, 0);
    event("mousePressed", y, 1);
    for step in 1..=6 {
        event("mouseMoved", y + down * step / 6, 1);
    }
    event("mouseReleased", y + down, 0);
}

fn touch(browser: &Browser, (x, y): (i64, i64), down: i64) {
    let event = |sort: &str, points: Value| {
        browser.devtools("Input.dispatchTouchEvent", &json!({ "type": sort, "touchPoints": points }));
    };
    event("touchStart", json!([{ "x": x, "y": y }]));
    for step in 1..=6 {
        event("touchMove", json!([{ "x": x, "y": y + down * step / 6 }]));
    }
    event("touchEnd", json!([]));
}

#[test]
fn a_number_is_worked_out_in_place_and_the_working_stays_with_it() {
    let browser = Browser::start();
    let guide = begun(&browser);
    guide.answer_until("bebygd-areal", &garage(&[]));
    guide.answer("bebygd-areal", "50");
    until_says(&browser, &guide, "[data-begrep='bebygd-areal'] .tips", "50 m² er akkurat grensen");
    guide.await_there("[data-begrep='bebygd-areal'] .regning summary");
    guide.press("[data-begrep='bebygd-areal'] .regning summary");
    guide.await_there("[data-begrep='bebygd-areal'] .regning input[type=text]");
    for (place, measure) in ["8,0", "5,5"].into_iter().enumerate() {
        let script = "const input = root.querySelectorAll(`[data-begrep='bebygd-areal'] .regning input[type=text]`)[arguments[0]];
            input.value = arguments[1]; input.dispatchEvent(new Event('input', { bubbles: true }))";
        guide.run(script, &[json!(place), json!(measure)]);
    }
    until_says(&browser, &guide, "[data-begrep='bebygd-areal'] .regning", "8,0 m × 5,5 m = 44 m²");
    until_says(&browser, &guide, "[data-begrep='bebygd-areal'] .regning", "TEK17 § 5-2");
    guide.run("[...root.querySelectorAll(`[data-begrep='bebygd-areal'] .regning button`)].find((it) => it.textContent.startsWith('Bruk')).click()", &[]);
    browser.until("the number", || (typed(&guide, "bebygd-areal") == "44").then_some(()));
    guide.answer("bruksareal", "40");
    guide.next();
    guide.answer_all(&garage(&[]));
    assert!(link(&browser, &guide).contains("bya:lengde=8,0;bredde=5,5"), "the working is in the link");
}

#[test]
fn a_change_that_would_help_is_tried_and_then_taken_over_or_left() {
    let browser = Browser::start();
    let guide = too_high(&browser);
    until_says(&browser, &guide, "#endringer", "Gjør mønet på garasjen 0,3 m lavere");
    let before = guide.title();
    guide.press("#endringer .endringer button");
    until_says(&browser, &guide, ".prøver", "Mønehøyde: 4,0 m");
    until_slides(&browser, &guide, "Mønehøyde", "4,0 m");
    assert_eq!(guide.title(), before, "a trial is no answer");
    guide.run("[...root.querySelectorAll('[role=slider]')].find((it) => it.getAttribute('aria-label').startsWith('Mønehøyde')).focus()", &[]);
    browser.press(&[key::DOWN]);
    until_says(&browser, &guide, ".prøver", "Mønehøyde: 3,9 m");
    browser.press(&[key::DOWN]);
    until_says(&browser, &guide, ".prøver", "Mønehøyde: 3,8 m");
    assert_eq!(guide.run("return root.activeElement?.getAttribute('role')", &[]), json!("slider"), "the focus stays");
    guide.press(".prøver button[data-variant=tertiary]");
    until_slides(&browser, &guide, "Mønehøyde", "4,3 m");
    guide.press("#endringer .endringer button");
    until_says(&browser, &guide, ".prøver", "Mønehøyde: 4,0 m");
    guide.press(".prøver button[data-variant=primary]");
    browser.until("the next question", || (!guide.asked().is_empty()).then_some(()));
    guide.answer_all(&garage(&[]));
    assert_eq!(guide.title().trim(), "Du kan bygge uten å søke");
}

/// The link to the case, to be read by people.
fn link(browser: &Browser, guide: &Guide) -> String {
    let address = guide.copied_link();
    browser.run("return decodeURIComponent(arguments[0])", &[json!(address)]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_link_opens_the_same_case_and_says_whether_the_answer_still_holds() {
    let browser = Browser::start();
    let guide = begun(&browser);
    guide.answer_all(&garage(&[]));
    let told = link(&browser, &guide);
    let address = guide.copied_link();
    assert!(told.contains("#bus=1&") && told.contains("&mønehøyde=4") && told.contains("&bruk="), "{told}");
    browser.go("about:blank");
    browser.go(&address);
    let guide = Guide::on(&browser, ELEMENT);
    until_says(&browser, &guide, ".ta-med-åpnet", "Dette er svarene fra");
    assert_eq!(guide.title().trim(), "Du kan bygge uten å søke");
    until_says(&browser, &guide, "#ta-med", "Ta det med deg");
    assert_eq!(link(&browser, &guide), told, "and gives the same link");
    guide.press(".ta-med-åpnet button");
    assert_eq!(guide.run("return root.activeElement?.id", &[]), json!("tittel"), "the focus is not lost");

    browser.go("about:blank");
    browser.go(&SITE.url("/alle.html#bus=1&regler=w0NfU9zIAwgH&dag=2026-11"));
    let guide = Guide::on(&browser, ELEMENT);
    guide.await_there(".ta-med-åpnet");

    browser.go("about:blank");
    browser.go(&address.replace("m%C3%B8neh%C3%B8yde=4", "m%C3%B8neh%C3%B8yde=3"));
    let guide = Guide::on(&browser, ELEMENT);
    guide.await_there(".ta-med-åpnet");
    assert!(!guide.whole_text().contains("Du kan bygge uten å søke\n"), "a changed link is told, and not believed");

    // Pasted where the guide stands already it loads no page anew, whether a case is open there or not.
    let higher = too_high(&browser).copied_link();
    let [green, higher] = [&address, &higher].map(|address| address.split_once('#').expect("a link").1);
    browser.go(&SITE.url("/alle.html"));
    let guide = Guide::on(&browser, ELEMENT);
    for (pasted, title) in [(green, "Du kan bygge"), (higher, "Du må søke"), (green, "Du kan bygge")] {
        browser.run("location.hash = arguments[0]", &[json!(pasted)]);
        browser.until(title, || guide.title().trim().starts_with(title).then_some(()));
        guide.await_there(".ta-med-åpnet");
    }
}

#[test]
fn what_is_written_in_the_notice_stays_when_an_answer_is_changed() {
    let browser = Browser::start();
    let guide = begun(&browser);
    guide.answer_all(&garage(&[]));
    until_says(&browser, &guide, "#ta-med", "Ta det med deg");
    let text = || {
        guide
            .run("return root.querySelector('#ta-med textarea').value", &[])
            .as_str()
            .expect("text")
            .replace('\u{a0}', " ")
    };
    let has_notice = || guide.run("return !!root.querySelector('#ta-med .ta-med-brev .ta-med-status button')", &[]);
    open_all(&browser, &guide, "#ta-med details");
    guide.press("#ta-med .ta-med-brev .ta-med-kryss input");
    let write = "const area = root.querySelector('#ta-med textarea');
        area.value += '\\nHilsen Kari';
        area.dispatchEvent(new Event('input', { bubbles: true }))";
    guide.run(write, &[]);
    let again = |answers: &[(&'static str, &'static str)], written: &str| {
        let edit = "[...root.querySelectorAll('button')].find((it) => it.textContent.includes(arguments[0])).click()";
        guide.run(edit, &[json!("Endre: Bebygd areal")]);
        browser.until("its question", || (!guide.asked().is_empty()).then_some(()));
        guide.answer_all(&garage(answers));
        browser.until(&format!("a link with {written}"), || text().contains(written).then_some(()));
        open_all(&browser, &guide, "#ta-med details");
    };
    assert!(text().contains("&bebygd-areal=50&") && has_notice() == json!(false), "{}", text());
    again(&[("bebygd-areal", "36")], "&bebygd-areal=36&");
    assert!(text().ends_with("\nHilsen Kari") && text().contains("50"), "{}", text());
    assert_eq!(has_notice(), json!(true));
    guide.press("#ta-med .ta-med-brev .ta-med-status button");
    assert!(!text().contains("Kari") && text().contains("36 m²"), "{}", text());
    assert_eq!(has_notice(), json!(false));
    assert_eq!(guide.run("return root.activeElement?.localName", &[]), json!("textarea"));
}

#[test]
fn the_receipt_prints_as_a_tagged_document_with_every_answer_in_it() {
    let browser = Browser::start();
    let guide = begun(&browser);
    guide.answer_all(&garage(&[]));
    guide.await_there("#ta-med button");
    guide.run(
        "[...root.querySelectorAll('#ta-med button')].find((it) => it.textContent.startsWith('Skriv ut')).click()",
        &[],
    );
    guide.await_there("iframe");
    browser.until("the focus to come back", || {
        (guide.run("return root.activeElement?.localName !== 'iframe'", &[]) == json!(true)).then_some(())
    });
    let page = "const page = root.querySelector('iframe')?.contentDocument;
        if (!page?.querySelector('main')) return null;
        const style = page.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('\\n');
        return [page.documentElement.outerHTML, style]";
    let page = browser.until("the paper", || Some(guide.run(page, &[])).filter(Value::is_array));
    browser.go("about:blank");
    let show = "document.open(); document.write('<!doctype html>' + arguments[0]); document.close();
        document.head.append(Object.assign(document.createElement('style'), { textContent: arguments[1] }))";
    browser.run(show, &[page[0].clone(), page[1].clone()]);
    let black = "const inks = [...document.querySelectorAll('.tegning svg :is(path, rect, circle, polygon)')].map((it) => getComputedStyle(it).fill);
        return [document.querySelectorAll('.tegning svg[role=img][aria-label]').length, inks.length > 20, inks.filter((ink) => ink === 'rgb(0, 0, 0)').length, new Set(inks).size > 4]";
    assert_eq!(browser.run(black, &[]), json!([2, true, 0, true]), "two drawings in their own inks");
    let printed = browser.devtools("Page.printToPDF", &json!({ "generateTaggedPDF": true, "preferCSSPageSize": true }));
    let bytes = STANDARD.decode(printed["data"].as_str().expect("a document")).expect("base64");
    let file = root().join("target/kvittering.pdf");
    fs::write(&file, bytes).expect("a file");
    let read = |command: &str, arguments: &[&str]| {
        let out = Command::new(command).args(arguments).output();
        let out = out.unwrap_or_else(|error| panic!("{command}: {error}; install poppler-utils"));
        String::from_utf8(out.stdout).expect("text").replace('\u{a0}', " ")
    };
    let path = file.display().to_string();
    assert!(read("pdfinfo", &[&path]).lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")));
    let text = read("pdftotext", &["-layout", &path, "-"]);
    for words in [
        "Kvittering: Garasje",
        "Du kan bygge uten å søke",
        "Mønehøyde",
        "SAK10 § 4-1 første ledd bokstav",
        "Avstand til nabogrensen",
        "4,0 m",
        "Sett fra siden",
        "Sett ovenfra",
    ] {
        assert!(text.contains(words), "{words:?} is not printed:\n{text}");
    }
}

#[test]
fn nothing_is_stored_or_sent_while_all_of_it_is_used() {
    let browser = Browser::start();
    let guide = too_high(&browser);
    until_says(&browser, &guide, "#ta-med", "Ta det med deg");
    open_all(&browser, &guide, "#ta-med details, .regning details");
    let kept = browser.run("return [localStorage.length, sessionStorage.length, document.cookie.length].join()", &[]);
    assert_eq!(kept, json!("0,0,0"));
    let elsewhere = "return performance.getEntriesByType('resource').filter((it) => !it.name.startsWith(location.origin) || it.name.includes('?')).map((it) => it.name)";
    assert_eq!(browser.run(elsewhere, &[]), json!([]));
    assert!(!guide.run("return location.hash", &[]).as_str().is_some_and(|hash| hash.contains("bus=")));
}

#[test]
fn axe_finds_nothing_with_the_drawing_the_sums_and_all_that_can_be_taken_home() {
    let browser = Browser::start();
    let mut looked = 0;
    for other in [&[][..], &[("mønehøyde", "4,3")], &[("over-ledninger", "Vet ikke")]] {
        let guide = begun(&browser);
        guide.answer_until("mønehøyde", &garage(other));
        guide.answer("mønehøyde", "4,3");
        until_slides(&browser, &guide, "Mønehøyde", "4,3 m");
        open_all(&browser, &guide, ".regning details");
        assert_eq!(browser.axe(), Vec::<String>::new(), "where heights are asked");
        guide.answer_all(&garage(other));
        until_says(&browser, &guide, "#ta-med", "Ta det med deg");
        open_all(&browser, &guide, "#ta-med details, .bus.tegning details");
        assert_eq!(browser.axe(), Vec::<String>::new(), "at «{}»", guide.title());
        looked += 1;
    }
    assert_eq!(looked, 3);
}

#[test]
fn all_of_it_speaks_three_languages() {
    let browser = Browser::start();
    let guide = too_high(&browser);
    until_says(&browser, &guide, "#ta-med", "Ta det med deg");
    guide.press("#endringer .endringer button");
    until_says(&browser, &guide, ".prøver", "Du prøver");
    for (language, taken, changed, tried) in [
        ("nn", "Ta det med deg", "Gjer mønet på", "Mønehøgd: 4,0 m"),
        ("en", "Take it with you", "Make the ridge", "Ridge height: 4.0 m"),
    ] {
        browser.run(
            "document.querySelector(arguments[0]).setAttribute('lang', arguments[1])",
            &[json!(ELEMENT), json!(language)],
        );
        guide.await_there(&format!(".bus.tegning[lang={language}]"));
        until_says(&browser, &guide, "#endringer", changed);
        until_says(&browser, &guide, "#ta-med", taken);
        until_says(&browser, &guide, ".prøver", tried);
        // A word that is missing shows its own name.
        let names = "const said = [...root.querySelectorAll('.bus, #endringer, #ta-med, .prøver')].map((it) => it.textContent).join(' ');
            return said.match(/(?:tegning|endringer|utregning|ta-med|tips|start)-[a-zæøå]+/g) ?? []";
        assert_eq!(guide.run(names, &[]), json!([]), "{language}");
    }
}
