//! The municipality's colours on the widget in a real browser: its own, the page's, light and dark.

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

use std::path::Path;
use std::sync::LazyLock;

use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::{STRICT, Site};
use serde_json::json;

use answers::garage;
use guide::Guide;
use webdriver::Browser;

/// The widget on the demo and on the pages of `sider/`, with Designsystemet's own theme for the page that has one.
static SITE: LazyLock<Server> = LazyLock::new(|| {
    let theme = root().join("node_modules/@digdir/designsystemet-css/dist/theme");
    let folders = vec![built::dist(), root().join("tests/sider"), theme];
    Server::start(Site { folders, policy: STRICT.to_owned() }, 0).expect("a free port")
});

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

const ELEMENT: &str = "bygg-uten-a-soke";

/// A garage that is too high: few screens, and an answer in a strong colour.
fn high_garage() -> Vec<(&'static str, &'static str)> {
    garage(&[("mønehøyde", "4,3")])
}

fn open<'a>(browser: &'a Browser, page: &str) -> Guide<'a> {
    browser.go(&SITE.url(page));
    let guide = Guide::on(browser, ELEMENT);
    browser.until("the rest of the style", || (sheets(&guide) >= 2).then_some(()));
    guide
}

fn sheets(guide: &Guide) -> u64 {
    guide.run("return root.adoptedStyleSheets.filter((sheet) => !sheet.along).length", &[]).as_u64().unwrap_or_default()
}

/// Gives the element its colours, and waits until it wears them.
fn wear(browser: &Browser, guide: &Guide, farge: &str, modus: &str) {
    for (name, value) in [("farge", farge), ("modus", modus)] {
        browser.run(
            "document.querySelector(arguments[0]).setAttribute(arguments[1], arguments[2])",
            &[json!(ELEMENT), json!(name), json!(value)],
        );
    }
    let dark = modus == "mork";
    let there = "const own = root.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('')).join('');
        return own.includes('accent-base-default: ' + arguments[0]) && own.includes('color-scheme: dark') === arguments[1]";
    browser.until("the colours", || (guide.run(there, &[json!(farge), json!(dark)]) == json!(true)).then_some(()));
}

fn computed(guide: &Guide, css: &str, property: &str) -> String {
    let script = "const it = root.querySelector(arguments[0]); return it && getComputedStyle(it)[arguments[1]]";
    guide.run(script, &[json!(css), json!(property)]).as_str().unwrap_or_default().to_owned()
}

fn host(browser: &Browser, property: &str) -> String {
    let script = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]";
    browser.run(script, &[json!(ELEMENT), json!(property)]).as_str().unwrap_or_default().to_owned()
}

fn media(browser: &Browser, name: &str, value: &str) {
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "features": [{ "name": name, "value": value }] }));
}

fn warnings(browser: &Browser) -> Vec<String> {
    browser.console().into_iter().map(|(_, said)| said).collect()
}

const WHITE: &str = "rgb(255, 255, 255)";
const NIGHT: &str = "rgb(23, 24, 26)";

#[test]
fn the_brand_colour_fills_the_button_from_the_first_picture_on() {
    let browser = Browser::start();
    let guide = open(&browser, "/farge.html");
    assert_eq!(computed(&guide, ".ds-button", "backgroundColor"), "rgb(122, 31, 92)");
    assert_eq!(computed(&guide, ".ds-button", "color"), WHITE);
    let early = browser.run("return window.seen", &[]);
    assert_eq!(early, json!("rgb(122, 31, 92)"), "the colour of the button when it first stood on the page");
    assert_eq!(warnings(&browser), Vec::<String>::new(), "the strict policy stops nothing");
}

#[test]
fn a_colour_that_cannot_be_read_is_told_and_the_own_colours_stay() {
    let browser = Browser::start();
    let guide = open(&browser, "/");
    let before = computed(&guide, ".ds-button", "backgroundColor");
    browser.run("document.querySelector(arguments[0]).setAttribute('farge', 'rosa')", &[json!(ELEMENT)]);
    let said = browser.until("the warning", || {
        let said = warnings(&browser);
        said.iter().any(|line| line.contains("rosa")).then_some(said)
    });
    assert!(said.concat().contains("for eksempel #0062ba"), "{said:?}");
    assert_eq!(computed(&guide, ".ds-button", "backgroundColor"), before);
}

#[test]
fn the_pages_own_tokens_are_inherited_dark_and_with_the_pages_font() {
    let browser = Browser::start();
    let guide = open(&browser, "/arv.html");
    let pages = |property: &str| {
        let script = "return getComputedStyle(document.querySelector('h1'))[arguments[0]]";
        browser.run(script, &[json!(property)]).as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(computed(&guide, ".ds-button", "backgroundColor"), pages("backgroundColor"));
    assert_eq!(computed(&guide, ".ds-button", "color"), pages("color"));
    assert_eq!(host(&browser, "backgroundColor"), NIGHT, "the page is dark");
    assert_eq!(host(&browser, "colorScheme"), "dark");
    for css in [".bus", "#tittel", ".ds-button", "input[type=search]"] {
        assert!(computed(&guide, css, "fontFamily").contains("DejaVu Serif"), "{css} has a font of its own");
    }
    assert_eq!(warnings(&browser), Vec::<String>::new());
}

#[test]
fn a_page_without_tokens_is_told_so_and_the_own_colours_stay() {
    let browser = Browser::start();
    let guide = open(&browser, "/");
    let before = computed(&guide, ".ds-button", "backgroundColor");
    browser.run("document.querySelector(arguments[0]).setAttribute('tema', 'arv')", &[json!(ELEMENT)]);
    browser.until("the warning", || warnings(&browser).concat().contains("Designsystemet").then_some(()));
    browser.until("the own colours", || (computed(&guide, ".ds-button", "backgroundColor") == before).then_some(()));
    assert_eq!(host(&browser, "backgroundColor"), WHITE);
}

#[test]
fn dark_is_dark_for_the_browsers_own_parts_too_and_light_again_on_paper() {
    let browser = Browser::start();
    let guide = open(&browser, "/");
    wear(&browser, &guide, "#0062ba", "mork");
    assert_eq!(host(&browser, "backgroundColor"), NIGHT);
    assert_eq!(host(&browser, "colorScheme"), "dark");
    assert_eq!(computed(&guide, "#tittel", "color"), "rgb(236, 236, 236)");
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    assert_eq!(host(&browser, "backgroundColor"), WHITE);
    assert_eq!(computed(&guide, "#tittel", "color"), "rgb(41, 44, 48)");
}

#[test]
fn auto_follows_the_residents_choice_and_light_is_the_default() {
    let browser = Browser::start();
    media(&browser, "prefers-color-scheme", "dark");
    let guide = open(&browser, "/");
    assert_eq!(host(&browser, "backgroundColor"), WHITE, "a page is not made dark that has not asked for it");
    browser.run("document.querySelector(arguments[0]).setAttribute('modus', 'auto')", &[json!(ELEMENT)]);
    browser.until("the dark", || (host(&browser, "backgroundColor") == NIGHT).then_some(()));
    assert_eq!(host(&browser, "colorScheme"), "dark");
    media(&browser, "prefers-color-scheme", "light");
    assert_eq!(host(&browser, "backgroundColor"), WHITE);
    assert_eq!(host(&browser, "colorScheme"), "light");
    assert!(guide.title().contains("bygge"), "{}", guide.title());
}

#[test]
fn forced_colours_win_over_the_municipalitys() {
    let browser = Browser::start();
    media(&browser, "forced-colors", "active");
    let guide = open(&browser, "/");
    wear(&browser, &guide, "#ff00ff", "mork");
    guide.tick("form", "Garasje");
    let forced = |css: &str, property: &str| computed(&guide, css, property);
    assert_ne!(forced(".ds-button", "backgroundColor"), "rgb(255, 0, 255)");
    assert_ne!(
        forced(".ds-button", "borderTopColor"),
        forced(".ds-button", "backgroundColor"),
        "the button has an edge"
    );
    let chosen = "input:checked";
    assert_ne!(forced(chosen, "backgroundColor"), forced("input:not(:checked)[type=radio]", "backgroundColor"));
    assert_ne!(forced(chosen, "color"), forced(chosen, "backgroundColor"), "the dot is seen");
    assert_ne!(forced(".valg:has(input:checked)", "borderTopColor"), forced(".valg", "backgroundColor"));
}

#[test]
fn nothing_moves_for_those_who_want_it_still() {
    let browser = Browser::start();
    media(&browser, "prefers-reduced-motion", "reduce");
    let guide = open(&browser, "/");
    wear(&browser, &guide, "#ff00ff", "mork");
    let moving = "const parts = ['', '::before', '::after', '::details-content'];
        const moves = (style) => style.animationName !== 'none' || style.transitionDuration.split(', ').some((time) => time !== '0s');
        return [...root.querySelectorAll('.bus *')].flatMap((it) => parts.filter((part) => moves(getComputedStyle(it, part || null))).map((part) => it.tagName + '.' + it.className + part))";
    assert_eq!(guide.run(moving, &[]), json!([]));
}

#[test]
fn axe_finds_no_want_of_contrast_whatever_the_colour() {
    let browser = Browser::start();
    let guide = open(&browser, "/");
    let look = |guide: &Guide| {
        for colour in ["#ffff00", "#ffffff", "#000000", "#808080", "#ff00ff", "#00ff00", "#123456"] {
            for modus in ["lys", "mork"] {
                wear(&browser, guide, colour, modus);
                let found = browser.axe_only(&["color-contrast", "link-in-text-block", "target-size"]);
                assert!(found.is_empty(), "{colour} {modus} at «{}»: {found:#?}", guide.title());
            }
        }
    };
    guide.tick("form", "Garasje");
    look(&guide);
    guide.next();
    guide.not_begun("Det er ikke begynt");
    guide.answer_until("etasjer", &high_garage());
    look(&guide);
    guide.next();
    assert!(!guide.text(".ds-error-summary").is_empty(), "what is not answered is told");
    look(&guide);
    guide.answer_all(&high_garage());
    assert!(guide.title().contains("Du må søke"), "{}", guide.title());
    look(&guide);
}
