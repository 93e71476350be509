//! The style sheet in a real shadow root, on a host page that does its worst, under the strict policy.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/webdriver.rs"]
mod webdriver;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::{STRICT, Site};
use bygg_uten_a_soke::tool::styles::{self, Sheets};
use bygg_uten_a_soke::tool::{compress, esbuild};

use webdriver::{Browser, Shadow, key};

/// Both sheets as they are delivered: what the first question wears, and the rest.
fn sheets() -> [Vec<u8>; 2] {
    let Sheets { first, later, .. } = Sheets::read(root()).unwrap();
    [first, later].map(|css| esbuild::minify_css(root(), &css).unwrap())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn site() -> Site {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("styles");
    fs::create_dir_all(&folder).unwrap();
    // Only what is Designsystemet's: the widget's own rules may change these sizes on purpose.
    let Sheets { first, later, .. } = Sheets::with(root(), "", "", "").unwrap();
    for (name, css) in [("stil.css", first), ("stil-svar.css", later)] {
        fs::write(folder.join(name), esbuild::minify_css(root(), &css).unwrap()).unwrap();
    }
    let pages = root().join("tests/sider");
    Site { folders: vec![folder, pages], policy: STRICT.to_owned() }
}

#[test]
fn the_sheets_are_small_and_hold_nothing_that_a_strict_policy_stops() {
    for (sheet, most) in sheets().into_iter().zip([4_200, 3_500]) {
        let text = String::from_utf8(sheet.clone()).unwrap();
        for word in ["data:", ":root", "@import", "url(", "brand1", "scheme=dark", ".ds-floating", "textarea"] {
            assert!(!text.contains(word), "{word}");
        }
        let size = compress::brotli(&sheet).unwrap().len();
        assert!(size < most, "{size} bytes");
    }
}

#[test]
fn what_the_widget_wears_is_in_a_sheet_and_nothing_else_is_fetched() {
    let sheets = String::from_utf8(sheets().concat()).unwrap();
    let worn = worn(&["app", "embed"]);
    assert!(worn.contains("ds-button"), "{worn:?}");
    for class in &worn {
        assert!(sheets.contains(&format!(".{class}")), "{class} has no rule");
    }
    for component in styles::COMPONENTS {
        assert!(worn.contains(&format!("ds-{component}")), "{component} is fetched and not worn");
    }
}

#[test]
fn what_the_first_question_wears_is_in_the_first_sheet() {
    let [first, _] = sheets().map(|sheet| String::from_utf8(sheet).unwrap());
    for class in worn(&["embed/first_question.js"]) {
        assert!(first.contains(&format!(".{class}")), "{class} comes later");
    }
    for class in ["kort", "utfall", "ds-error-summary", "ds-list"] {
        assert!(!first.contains(&format!(".{class}")), "{class} can wait");
    }
}

/// Designsystemet's classes in the widget's sources.
fn worn(places: &[&str]) -> BTreeSet<String> {
    let src = root().join("src");
    let files = places.iter().map(|place| src.join(place));
    let files = files.flat_map(|place| if place.is_file() { vec![place] } else { compress::files(&place).unwrap() });
    let scripts = files.filter(|file| file.extension().is_some_and(|end| end == "rs" || end == "js"));
    let part_of_a_name = |sign: char| sign.is_ascii_lowercase() || sign == '-';
    let names = scripts.flat_map(|file| {
        let text = fs::read_to_string(file).unwrap();
        let words = text.split(|sign| !part_of_a_name(sign)).filter(|word| word.starts_with("ds-"));
        words.map(str::to_owned).collect::<Vec<_>>()
    });
    names.collect()
}

#[test]
fn the_same_files_make_the_same_sheets() {
    assert_eq!(sheets(), sheets());
}

#[test]
fn in_a_shadow_root_everything_has_its_size() {
    let server = Server::start(site(), 0).unwrap();
    let browser = Browser::start();
    browser.go(&server.url("/stil.html"));
    browser
        .until("the page", || (browser.run("return document.documentElement.dataset.klar", &[]) == "ja").then_some(()));
    let root = browser.find("proeve-element").shadow();
    assert_eq!(root.find("#ja").style("width"), "15px", "10 px to the rem, as the host says");
    browser.run("document.querySelector('proeve-element').className = 'liten'", &[]);
    sizes(&root);
    colours(&root);
    no_images(&browser);
    focus_is_seen(&browser, &root);
    assert_eq!(browser.console(), [], "nothing is blocked and nothing fails");
}

fn sizes(root: &Shadow) {
    assert_eq!(root.find("#ja").style("width"), "24px");
    assert_eq!(root.find("#m").style("height"), "48px");
    assert_eq!(root.find(".ds-button").style("padding-left"), "16px");
    assert_eq!(root.find(".ds-label").style("font-size"), "18px");
}

fn colours(root: &Shadow) {
    let theme = "rgb(122, 31, 92)";
    let background = |css: &str| root.find(css).run("return getComputedStyle(arguments[0]).backgroundColor");
    assert_eq!(background(".ds-button"), theme, "the host may set the accent, and nothing else comes in");
    assert_ne!(background(".ds-error-summary"), "rgba(0, 0, 0, 0)");
}

fn no_images(browser: &Browser) {
    let script = "const root = document.querySelector('proeve-element').shadowRoot; \
        return [...root.querySelectorAll('*')].flatMap(it => ['', '::before', '::after'].map(part => { \
            const style = getComputedStyle(it, part); \
            const filled = style.content !== 'none' && style.content !== 'normal' && style.backgroundColor !== 'rgba(0, 0, 0, 0)'; \
            return part && filled ? it.className + part : '' })).filter(Boolean)";
    assert_eq!(browser.run(script, &[]), serde_json::json!([]), "squares where an icon is missing");
}

fn focus_is_seen(browser: &Browser, root: &Shadow) {
    root.find("#m").click();
    browser.press(&[key::TAB]);
    let focused = browser.focused().expect("something has the focus");
    assert_eq!(focused.run("return arguments[0].tagName"), "SUMMARY");
    browser.press(&[key::TAB]);
    let outline = browser.focused().expect("a button").style("outline-width");
    assert_eq!(outline, "3px");
}
