//! Regelverksted in a real browser, under the strict policy, as a lawyer uses it.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/built.rs"]
mod built;
#[path = "support/webdriver.rs"]
mod webdriver;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bygg_uten_a_soke::review::check::check;
use bygg_uten_a_soke::review::format::format;
use bygg_uten_a_soke::rules::source::Files;
use bygg_uten_a_soke::tool::files;
use bygg_uten_a_soke::tool::serve::demo;
use bygg_uten_a_soke::tool::server::Server;
use serde_json::json;

use webdriver::scratch::Scratch;
use webdriver::{Browser, key};

static SITE: LazyLock<Server> = LazyLock::new(|| {
    built::dist();
    Server::start(demo(&root()), 0).expect("a free port")
});

static RULES: LazyLock<Files> = LazyLock::new(|| files::read(&root().join("rules")).expect("the rules can be read"));

const GARAGE: &str = "sak10/4-1-a-frittliggende-bygning/2021-05-01.json";
const LIMITS: [&str; 2] = [
    "input[data-sted='/vilkår/3/krav/alle/0/bebygd-areal/høyst']",
    "input[data-sted='/vilkår/3/krav/alle/1/bruksareal/høyst']",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The page, used by what it says.
struct Page {
    browser: Browser,
}

impl Page {
    /// Opens the page and waits until the rules have been looked through.
    fn open() -> Self {
        let page = Self { browser: Browser::start() };
        page.browser.go(&SITE.url("/verksted/"));
        page.settled();
        page
    }

    /// Waits until what was done has been looked through.
    fn settled(&self) {
        self.browser.until("the rules to be looked through", || {
            (self.browser.run("return document.body.dataset.provd ?? ''", &[]) == json!("ja")).then_some(())
        });
    }

    /// Waits until what the change does to every answer has been worked out.
    fn reckoned(&self) {
        self.browser.until("every answer to be reckoned with", || {
            (self.browser.run("return document.body.dataset.regnet ?? ''", &[]) == json!("ja")).then_some(())
        });
    }

    /// Everything that a part of the page says.
    fn text(&self, css: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
        let text = self.browser.run(script, &[json!(css)]);
        text.as_str().unwrap_or_default().replace('\u{a0}', " ")
    }

    #[track_caller]
    fn until_says(&self, css: &str, words: &str) {
        self.browser.until(&format!("{css} to say {words:?}; it says {:?}", self.text(css)), || {
            self.text(css).contains(words).then_some(())
        });
    }

    /// What a widget's heading says.
    fn widget(&self, language: &str) -> String {
        let script = "return document.querySelector(`[data-sprak=${arguments[0]}]`).shadowRoot.querySelector('#tittel')?.innerText ?? ''";
        self.browser.run(script, &[json!(language)]).as_str().unwrap_or_default().replace(['\u{a0}', '\n'], " ")
    }

    #[track_caller]
    fn until_widgets_say(&self, words: [&str; 3]) {
        for (language, words) in ["nb", "nn", "en"].into_iter().zip(words) {
            self.browser.until(&format!("{language} to say {words:?}; it says {:?}", self.widget(language)), || {
                self.widget(language).contains(words).then_some(())
            });
        }
    }

    /// Writes in a field, in place of what stands there.
    fn write(&self, css: &str, text: &str) {
        let field = self.browser.find(css);
        field.run("arguments[0].focus(); arguments[0].select()");
        field.keys(text);
    }

    /// Writes the same limit for both areas of a small building.
    fn write_both(&self, limit: &str) {
        for field in LIMITS {
            self.write(field, limit);
        }
    }

    /// Presses the button that says this.
    fn press(&self, within: &str, words: &str) {
        let script = "const all = [...document.querySelectorAll(`${arguments[0]} button, ${arguments[0]} summary`)];
            const one = all.find((e) => e.innerText.replaceAll('\u{a0}', ' ').includes(arguments[1])); one?.click(); return one !== undefined";
        assert_eq!(
            self.browser.run(script, &[json!(within), json!(words)]),
            json!(true),
            "nothing in {within} says {words:?}"
        );
    }

    fn quiet(&self) {
        let said = self.browser.console();
        assert!(said.is_empty(), "the console says {said:?}");
    }

    /// Where the browser puts what is downloaded.
    fn downloads(&self) -> Scratch {
        let folder = Scratch::new();
        let there = json!({ "behavior": "allow", "downloadPath": folder.path() });
        self.browser.devtools("Browser.setDownloadBehavior", &there);
        folder
    }

    fn downloaded(&self, file: &Path) -> Vec<u8> {
        self.browser.until("the download", || fs::read(file).ok().filter(|bytes| !bytes.is_empty()))
    }

    #[track_caller]
    fn axe(&self) {
        assert_eq!(self.browser.axe(), Vec::<String>::new());
    }
}

/// Presses the tab key until a selector meets what has the focus.
fn tab_to(page: &Page, css: &str) {
    let script = "let it = document.activeElement; return it.matches(arguments[0])";
    for _ in 0..600 {
        page.browser.press(&[key::TAB]);
        if page.browser.run(script, &[json!(css)]) == json!(true) {
            return;
        }
    }
    panic!("{css} cannot be reached with the tab key");
}

#[test]
fn fifty_becomes_sixty_and_the_examples_at_the_limit_fail_and_a_garage_of_fifty_five_turns() {
    let page = Page::open();
    assert!(page.text("#tilstand").starts_with("Ingen feil."), "{}", page.text("#tilstand"));
    page.write("#svar input[data-begrep=bebygd-areal]", "55 m²");
    page.until_says("#dom", "Saken får samme utfall.");
    page.browser.find("#vis-sak").click();
    page.until_widgets_say(["Du må søke", "Du må søkje", "You must apply"]);
    page.write_both("60 m²");
    page.until_says("#funn", "«50,01 m² bebygd areal er for stort»");
    page.until_says("#funn", "Må søke, kan gjøre det selv → Slipper å søke");
    page.until_says("#dom", "Utfallet blir et annet: Må søke, kan gjøre det selv → Slipper å søke");
    page.reckoned();
    let garage = "#alle-saker details:first-of-type";
    page.until_says(garage, "Garasje");
    page.until_says(garage, "må søke, og kan gjøre det selv → slipper å søke");
    page.until_says(garage, "Garasje, bebygd areal (BYA) 50,1 m²");
    page.until_says(
        garage,
        "bokstav a, «verken har et samlet bruksareal (BRA) eller bebygd areal (BYA) på over 50 m²»",
    );
    page.until_says(garage, "av alle med svaret «slipper å søke» nå");
    page.until_says("#regnet", "tiltak får andre svar.");
    page.until_widgets_say(["Du kan bygge uten å søke", "Du kan byggje utan å søkje", "You may build without"]);
    page.write_both("50 m²");
    page.until_says("#tilstand", "Ingen feil.");
    page.reckoned();
    assert_eq!((page.text("#alle-saker"), page.text("#regnet")), (String::new(), String::new()));
    page.until_widgets_say(["Du må søke", "Du må søkje", "You must apply"]);
    page.quiet();
}

#[test]
fn a_limit_is_held_to_its_shape_while_it_is_written() {
    let page = Page::open();
    page.write(LIMITS[0], "60");
    page.until_says("#bestemmelsen", "Skriv grensen slik forskriften gjør, med enhet: 50 m²");
    let field = page.browser.find(LIMITS[0]);
    assert_eq!(field.attribute("aria-invalid").as_deref(), Some("true"));
    assert!(page.text("#endret").contains("Du har ikke endret noe."), "what is not a limit is not written");
    field.keys(" m²");
    page.until_says("#endret", GARAGE);
    assert_eq!(field.attribute("aria-invalid"), None);
}

#[test]
fn a_broken_file_says_what_is_wrong_and_where_and_nothing_else_is_lost() {
    let page = Page::open();
    page.press("#bestemmelsen", "Som fil");
    let script = "const at = arguments[0].value.indexOf('\"kontrollert\": null,') + 20; arguments[0].focus(); arguments[0].setSelectionRange(at, at)";
    page.browser.find("textarea.kode").run(script);
    page.browser.press(&[key::BACKSPACE]);
    let mut broken = RULES.clone();
    broken.insert(GARAGE.to_owned(), RULES[GARAGE].replacen("\"kontrollert\": null,", "\"kontrollert\": null", 1));
    let problem = check(&broken).problems.into_iter().find(|problem| problem.file == GARAGE).expect("a problem");
    page.until_says("#feil-her", &problem.message);
    page.until_says("#feil-her", &problem.place);
    page.until_says("#tilstand", "Reglene kan ikke leses nå. 1 feil");
    page.until_says("#veivisere-venter", "de siste reglene som kunne leses");
    assert!(page.widget("nb").contains("Når") || !page.widget("nb").is_empty(), "the widgets stay");
    page.press("#feil-her", "Gå til linje");
    let selected = "return [document.activeElement.tagName, document.getSelection().toString().length > 0 || document.activeElement.selectionEnd > document.activeElement.selectionStart]";
    assert_eq!(page.browser.run(selected, &[]), json!(["TEXTAREA", true]));
    page.browser.run("window.confirm = (text) => { window.asked = text; return true }", &[]);
    page.press("#bestemmelsen", "Angre alt");
    let asked = page.browser.run("return window.asked", &[]);
    assert!(asked.as_str().is_some_and(|text| text.contains(GARAGE)), "the page asks before anything is lost: {asked}");
    page.until_says("#tilstand", "Ingen feil.");
    assert_eq!(page.text("#feil-her"), "");
    page.quiet();
}

#[test]
fn a_change_can_be_made_read_and_saved_by_keyboard_alone() {
    let page = Page::open();
    let downloads = page.downloads();
    page.browser.press(&[key::TAB]);
    assert_eq!(page.text(":focus"), "Hopp til bestemmelsen");
    page.browser.press(&[key::ENTER]);
    tab_to(&page, LIMITS[0]);
    page.browser.press_with("\u{e009}", "a");
    page.browser.press(&["6", "0", " ", "m", "²"]);
    page.until_says("#funn", "«50,01 m² bebygd areal er for stort»");
    assert_eq!(page.browser.run("return document.activeElement.value", &[]), json!("60 m²"), "the focus stays");
    tab_to(&page, "#funn button");
    page.browser.press(&[key::ENTER]);
    page.until_says("#bestemmelsen h2", "Frittliggende bygning");
    page.until_says("#bestemmelsen", "eksempler.json");
    assert_eq!(page.browser.run("return document.activeElement.closest('#bestemmelsen') !== null", &[]), json!(true));
    tab_to(&page, "#vis-sak");
    page.browser.press(&[key::ENTER]);
    page.until_widgets_say(["Du kan bygge uten å søke", "Du kan byggje utan å søkje", "You may build without"]);
    tab_to(&page, &format!("button[data-fil='{GARAGE}']"));
    page.browser.press(&[key::ENTER]);
    page.until_says("#filer", "2021-05-01.json er lastet ned.");
    page.downloaded(&downloads.path().join("2021-05-01.json"));
}

#[test]
fn what_is_downloaded_is_formatted_as_the_repository_formats_it_and_differs_where_it_was_changed() {
    let page = Page::open();
    let downloads = page.downloads();
    page.write(LIMITS[0], "60 m²");
    page.until_says("#endret", GARAGE);
    page.settled();
    page.browser.find(&format!("button[data-fil='{GARAGE}']")).click();
    let text = String::from_utf8(page.downloaded(&downloads.path().join("2021-05-01.json"))).expect("text");
    assert_eq!(text, RULES[GARAGE].replacen(r#"{ "høyst": "50 m²" }"#, r#"{ "høyst": "60 m²" }"#, 1));
    assert_eq!(text, format(&text).expect("JSON"));
    // A second file, written by hand in another form, is put in order on its way out.
    page.press("#bestemmelsen", "eksempler");
    page.until_says("#bestemmelsen", ".eksempler.json");
    page.settled();
    let script = "const area = arguments[0]; area.value = JSON.stringify(JSON.parse(area.value)); area.dispatchEvent(new Event('input', { bubbles: true }))";
    page.browser.find("textarea.kode").run(script);
    page.until_says("#endret", "Last ned alle 2");
    page.settled();
    page.browser.find("#last-ned-alle").click();
    let archive = page.downloaded(&downloads.path().join("regler.zip"));
    let archive = String::from_utf8_lossy(&archive);
    assert!(archive.starts_with("PK") && archive.contains(&format!("rules/{GARAGE}")) && archive.contains(&text));
    let examples = RULES.iter().find(|(path, _)| {
        **path == GARAGE.replace(".json", ".eksempler.json")
            || path.ends_with("2015-07-01.eksempler.json") && archive.contains(path.as_str())
    });
    let (path, examples) = examples.expect("the examples");
    assert!(archive.contains(examples.as_str()), "{path} is as the repository keeps it");
}

#[test]
fn a_draft_from_a_day_to_come_changes_that_day_and_no_other() {
    let page = Page::open();
    page.press("#bestemmelsen", "Ny versjon fra dato");
    page.write("#bestemmelsen input[name=fra]", "2020-01-01");
    page.press("#bestemmelsen form", "Lag utkast");
    page.until_says("#bestemmelsen form", "Datoen må være i framtiden");
    page.write("#bestemmelsen input[name=fra]", "2099-07-01");
    page.press("#bestemmelsen form", "Lag utkast");
    page.until_says("#bestemmelsen", "Fra 1.7.2099 (utkast)");
    page.until_says("#endret", "2099-07-01.eksempler.json");
    page.until_says("#tilstand", "Ingen saker får et annet utfall.");
    page.write_both("60 m²");
    page.until_says("#funn", "når arbeidet starter 1.7.2099");
    page.write("#svar input[data-begrep=bebygd-areal]", "55 m²");
    page.until_says("#dom", "Må søke, kan gjøre det selv → Slipper å søke");
    let days = "return [...document.querySelectorAll('#sak .rad input, #dag input')].map((input) => input.value)";
    assert_eq!(page.browser.run(days, &[]), json!(["2099-07-01", "2099-07-01"]));
    page.write("#sak .rad input", "2099-06-30");
    page.until_says("#dom", "Saken får samme utfall.");
    page.quiet();
}

#[test]
fn what_is_answered_in_one_widget_is_answered_in_the_others_and_the_focus_stays_with_the_one() {
    let page = Page::open();
    page.press("#dag", "Begynn på nytt");
    page.until_widgets_say([
        "Hva vil du bygge eller gjøre?",
        "Kva vil du byggje eller gjere?",
        "What do you want to build or do?",
    ]);
    let choose = "const root = document.querySelector('[data-sprak=nn]').shadowRoot; root.querySelector('input[type=radio]').focus()";
    page.browser.run(choose, &[]);
    page.browser.press(&[key::SPACE, key::ENTER]);
    page.until_widgets_say(["Når begynner arbeidet?", "Når tek arbeidet til?", "When does the work begin?"]);
    let focused = "const it = document.activeElement; return [it.dataset.sprak, it.shadowRoot?.activeElement?.id]";
    assert_eq!(page.browser.run(focused, &[]), json!(["nn", "tittel"]));
    // A change of the rules leaves the conversation where it is, and the focus with the one who writes.
    let shown = page.widget("en");
    page.write_both("60 m²");
    page.until_says("#funn", "«50,01 m² bebygd areal er for stort»");
    page.settled();
    assert_eq!(page.widget("en"), shown);
    assert_eq!(page.browser.run("return document.activeElement.value", &[]), json!("60 m²"));
    page.quiet();
}

#[test]
fn files_from_the_disk_are_opened_and_nothing_is_sent_or_kept() {
    let page = Page::open();
    let folder = Scratch::new();
    let file = folder.write("2021-05-01.json", RULES[GARAGE].replace("\"50 m²\"", "\"45 m²\""));
    page.browser.find("#enkeltfiler").keys(file.to_str().expect("a path"));
    page.until_says("#apnet", "1 filer er åpnet.");
    page.until_says("#funn", "strengere");
    assert_eq!(page.browser.find(LIMITS[0]).property("value"), json!("45 m²"));
    let asks = "const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented";
    assert_eq!(page.browser.run(asks, &[]), json!(true), "the page asks before what is not saved is lost");
    let kept = "return localStorage.length + sessionStorage.length + document.cookie.length";
    assert_eq!(page.browser.run(kept, &[]), json!(0));
    let elsewhere = "return performance.getEntriesByType('resource').map((r) => r.name).filter((n) => !n.startsWith(location.origin))";
    assert_eq!(page.browser.run(elsewhere, &[]), json!([]));
    page.quiet();
}

#[test]
fn axe_finds_nothing_in_any_state_and_the_page_fits_a_narrow_screen() {
    let page = Page::open();
    page.axe();
    page.write(LIMITS[0], "60");
    page.until_says("#bestemmelsen", "Skriv grensen");
    page.axe();
    page.write_both("60 m²");
    page.until_says("#funn", "«50,01 m² bebygd areal er for stort»");
    page.axe();
    page.reckoned();
    page.browser.run("document.querySelectorAll('main details').forEach((one) => (one.open = true))", &[]);
    page.browser.find("#vis-sak").click();
    page.until_widgets_say(["Du kan bygge", "Du kan byggje", "You may build"]);
    page.axe();
    page.press("#bestemmelsen", "Som fil");
    page.axe();
    page.browser.find("textarea.kode").keys("{");
    page.until_says("#tilstand", "Reglene kan ikke leses nå.");
    page.axe();
    page.press("#liste", "bygning");
    page.axe();
    page.browser.resize(375, 800);
    let over = "return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";
    let over = page.browser.run(over, &[]);
    assert!(over.as_i64() <= Some(0), "{over} px too wide");
    page.axe();
}
