//! The ways in to a municipality's page, in every engine, on pages that do their worst.
//!
//! `cargo test --test verter -- --nocapture` prints what was seen as tables; whatever is not as it should be fails.

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
#[path = "support/sites.rs"]
mod sites;
#[path = "support/webdriver.rs"]
mod webdriver;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::LazyLock;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use answers::{PLOT, with};
use guide::Guide;
use sites::{COPY, Fault, Sites, page};
use webdriver::{Browser, Engine};

fn sites() -> Sites {
    static BUILT: LazyLock<PathBuf> = LazyLock::new(built::dist);
    LazyLock::force(&BUILT);
    Sites::start()
}

/// How a municipality puts the widget on a page.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Way {
    /// The script of the widget's site, and the element.
    Script,
    /// The same from a copy on the municipality's own site.
    Copy,
    /// A frame, and the script that makes it as high as what is in it.
    Frame,
    /// A frame and nothing else.
    Bare,
}

impl Way {
    const ALL: [Self; 4] = [Self::Script, Self::Copy, Self::Frame, Self::Bare];

    fn is_framed(self) -> bool {
        matches!(self, Self::Frame | Self::Bare)
    }

    fn folder(self, sites: &Sites) -> String {
        match self {
            Self::Copy => sites.host(&format!("{COPY}/veiviser")),
            _ => format!("{}/veiviser", sites.widget()),
        }
    }

    /// What stands in the head of the page.
    fn script(self, sites: &Sites) -> String {
        let file = match self {
            Self::Script | Self::Copy => "veiviser.js",
            Self::Frame => "tilpass.js",
            Self::Bare => return String::new(),
        };
        format!(r#"<script type="module" src="{}/{file}"></script>"#, self.folder(sites))
    }

    /// What stands where the widget is to be, with some attributes more.
    fn element(self, sites: &Sites, more: &str) -> String {
        if self.is_framed() {
            let address = format!("{}/ramme.html?lang=nb", self.folder(sites));
            return format!(
                r#"<iframe src="{address}" title="Kan jeg bygge uten å søke?" width="100%" height="600"></iframe>"#
            );
        }
        format!(r#"<bygg-uten-a-soke lang="nb"{more}><p class="reserve">Innhold uten veiviser</p></bygg-uten-a-soke>"#)
    }

    /// A page of a host with the widget on it, and one that writes down what its owner would see.
    fn page(self, sites: &Sites, host: &str, more: &str) -> String {
        let script = format!(
            "<script src=\"{}\" nonce=\"spion\"></script>\n{}",
            sites.host("/verter/spion.js"),
            self.script(sites)
        );
        page(host).replace("{{skript}}", &script).replace("{{veiviser}}", &self.element(sites, more))
    }

    /// Puts a page on the host's site and goes there.
    fn open(self, sites: &Sites, browser: &Browser, host: &str, policy: Option<&str>) {
        let path = format!("/{host}-{self:?}-{:?}", thread::current().id());
        sites.put(&path, &self.page(sites, host, ""), policy);
        browser.frame(None);
        browser.go(&sites.host(&path));
    }

    /// Goes to the widget, into the frame where it is in one: the first on the page, or the fifth.
    fn enter(self, browser: &Browser, fifth: bool) -> Guide<'_> {
        browser.frame(None);
        if self.is_framed() {
            let frame = browser.find(if fifth { "iframe:nth-of-type(5)" } else { "iframe" });
            browser.frame(Some(&frame));
        }
        let alone = self.is_framed() || !fifth;
        Guide::on(browser, if alone { ELEMENT } else { "bygg-uten-a-soke:nth-of-type(5)" })
    }
}

impl fmt::Display for Way {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(match self {
            Self::Script => "skript",
            Self::Copy => "egen kopi",
            Self::Frame => "ramme",
            Self::Bare => "ramme uten skript",
        })
    }
}

const ELEMENT: &str = "bygg-uten-a-soke";

/// The pages in `sider/verter/`.
const HOSTS: [&str; 14] = [
    "enkel",
    "nullstilt",
    "unset",
    "initial",
    "arv",
    "liten-rem",
    "stor-rem",
    "fra-hoyre",
    "uten-doctype",
    "gammel-doctype",
    "base",
    "sen-veiviser",
    "sent-skript",
    "fem",
];

/// A screen wall.
const SCREEN_WALL: &[(&str, &str)] = &[
    ("levegg-høyde", "1,6"),
    ("levegg-lengde", "4"),
    ("levegg-underlag", "Bakken"),
    ("andre-levegger", "Nei"),
    ("levegg-mellom-bygninger", "Nei"),
];

/// What came of something, in few words, or what went wrong.
type Seen = Result<String, String>;

/// Does something and catches what fails.
fn seen(does: impl FnOnce() -> String) -> Seen {
    catch_unwind(AssertUnwindSafe(does)).map_err(|failure| {
        let text = failure.downcast_ref::<String>().cloned();
        text.or_else(|| failure.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_default()
    })
}

/// Whether the browser itself broke down, as that of GTK now and then does on a busy machine.
fn has_crashed(column: &[Seen]) -> bool {
    column.iter().any(|seen| seen.as_ref().is_err_and(|fault| fault.contains("page crash or hang")))
}

/// The same in every engine at once; a column for each. A browser that breaks down is started once more: where the widget is to
/// blame, so is the next.
fn in_every_engine(does: impl Fn(Engine, &Browser) -> Vec<Seen> + Sync) -> Vec<Vec<Seen>> {
    let column = |engine| does(engine, &Browser::start_in(engine));
    let tried = |engine| {
        let first = column(engine);
        if !has_crashed(&first) {
            return first;
        }
        println!("{engine} has broken down, and is started once more");
        column(engine)
    };
    let tried = &tried;
    thread::scope(|scope| {
        let running = Engine::ALL.map(|engine| scope.spawn(move || tried(engine)));
        running.into_iter().map(|column| column.join().expect("the browser starts")).collect()
    })
}

/// Prints what was seen, a row for each name, and fails where something went wrong.
#[track_caller]
fn table(title: &str, rows: &[String], columns: &[Vec<Seen>]) {
    println!("\n{title:34} {}", Engine::ALL.map(|engine| format!("{engine:24}")).join(" "));
    let mut failures = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let cells = columns.iter().map(|column| match &column[place] {
            Ok(said) => format!("{said:24}"),
            Err(_) => format!("{:24}", "FEIL"),
        });
        println!("{row:34} {}", cells.collect::<Vec<_>>().join(" "));
        for (engine, column) in Engine::ALL.iter().zip(columns) {
            failures.extend(column[place].as_ref().err().map(|error| format!("{row} in {engine}: {error}")));
        }
    }
    assert!(failures.is_empty(), "{title}:\n{}", failures.join("\n"));
}

/// Begins with a screen wall and goes to the first question about it.
fn to_the_first_question(browser: &Browser, guide: &Guide) {
    guide.tick("form", "Levegg");
    guide.submit();
    let begun =
        "return [...root.querySelectorAll('label')].some((label) => label.textContent.trim() === 'Det er ikke begynt')";
    browser.until("when it begins", || guide.run(begun, &[]).as_bool()?.then_some(()));
    guide.not_begun("Det er ikke begynt");
    browser.until("a first question", || (!guide.asked().is_empty()).then_some(()));
}

/// Begins with a screen wall and goes to the second question about it.
fn to_the_second_question(browser: &Browser, guide: &Guide) {
    to_the_first_question(browser, guide);
    on_from_the_first_question(guide);
}

fn on_from_the_first_question(guide: &Guide) {
    let first = guide.asked();
    guide.answer_screen(&with(&[SCREEN_WALL, PLOT]));
    let second = guide.asked();
    assert!(!second.is_empty() && second != first, "no second question:\n{}", guide.whole_text());
}

/// That it can be read and pressed, whatever the host has said of sizes, directions and distances.
fn legible(guide: &Guide, host: &str) {
    let style = |name: &str| {
        let script = "return getComputedStyle(root.querySelector('section.bus p, section.bus label'))[arguments[0]]";
        guide.run(script, &[json!(name)]).as_str().unwrap_or_default().to_owned()
    };
    let size: f64 = style("fontSize").trim_end_matches("px").parse().expect("a size");
    let least = if host == "stor-rem" { 28.0 } else { 14.0 };
    assert!(size >= least, "the text is {size} px high");
    assert_eq!(style("direction"), "ltr", "the direction of the text");
    let between: f64 = style("letterSpacing").trim_end_matches("px").parse().unwrap_or_default();
    assert!(between < 1.0, "letters are {between} px apart");
    let button = "const { width, height } = root.querySelector('button[type=submit]').getBoundingClientRect(); return [width, height]";
    let button = guide.run(button, &[]);
    assert!(button[0].as_f64() >= Some(44.0) && button[1].as_f64() >= Some(44.0), "a button is {button} px");
}

/// A link within the widget leads to its own field, wherever the host's base is.
fn links_within(browser: &Browser, guide: &Guide) {
    let address = browser.run("return location.href", &[]);
    guide.answer("levegg-høyde", "1,2345");
    guide.submit();
    guide.press(".ds-error-summary a");
    // WebKit lets a frame from elsewhere take the focus only where somebody has pressed something, and a script is nobody.
    if !guide.is_out_of_reach() {
        let focused = guide.run("return root.activeElement?.closest('[data-begrep]')?.dataset.begrep", &[]);
        assert_eq!(focused, json!("levegg-høyde"), "the link moves to the field");
    }
    assert_eq!(browser.run("return location.href", &[]), address, "the page is left");
}

fn to_green(guide: &Guide) {
    guide.answer_all(&with(&[SCREEN_WALL, PLOT]));
    assert!(guide.title().contains("Du kan bygge uten å søke"), "{}", guide.title());
}

fn walk(sites: &Sites, browser: &Browser, way: Way, host: &str) -> String {
    way.open(sites, browser, host, None);
    let guide = way.enter(browser, false);
    if !way.is_framed() {
        legible(&guide, host);
    }
    to_the_first_question(browser, &guide);
    if host == "base" {
        links_within(browser, &guide);
    }
    on_from_the_first_question(&guide);
    if host == "enkel" {
        to_green(&guide);
        return "grønt svar".to_owned();
    }
    if host == "fem" {
        to_the_second_question(browser, &way.enter(browser, true));
    }
    "andre spørsmål".to_owned()
}

#[test]
fn every_way_in_leads_to_an_answer_on_every_host() {
    let sites = sites();
    let cases = || HOSTS.iter().flat_map(|host| Way::ALL.map(|way| (*host, way)));
    let rows: Vec<String> = cases().map(|(host, way)| format!("{host}, {way}")).collect();
    let columns =
        in_every_engine(|_, browser| cases().map(|(host, way)| seen(|| walk(&sites, browser, way, host))).collect());
    table("vert og vei inn", &rows, &columns);
}

/// What comes of a page.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum End {
    /// The widget asks, where it was put.
    Runs,
    /// The widget asks, in a frame that it has put in its own place.
    Framed,
    /// The page's own content stays, and the console says what is lacking.
    Told,
    /// The page's own content stays, and only the browser says why: nothing of ours has come to run.
    Stays,
    /// Where the frame should be there is nothing.
    Blank,
}

impl fmt::Display for End {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(match self {
            Self::Runs => "går",
            Self::Framed => "går i ramme",
            Self::Told => "innholdet, eieren får vite",
            Self::Stays => "innholdet",
            Self::Blank => "tomt",
        })
    }
}

/// A part of a host's policy.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Part {
    Script,
    Wasm,
    Connect,
    Style,
    Image,
    Frame,
}

/// The strictest policy of a host that allows a way in, without some parts.
fn policy(way: Way, sites: &Sites, lacks: &[Part]) -> String {
    let from = if way == Way::Copy { "'self'".to_owned() } else { sites.widget() };
    let given = |part, words: &str| if lacks.contains(&part) { String::new() } else { words.replace('W', &from) };
    let script = [given(Part::Script, " W"), given(Part::Wasm, " 'wasm-unsafe-eval'")].concat();
    [
        format!("default-src 'none'; script-src 'nonce-spion'{script}; base-uri 'none'; form-action 'none'"),
        given(Part::Connect, "; connect-src W"),
        given(Part::Style, "; style-src W"),
        given(Part::Image, "; img-src W"),
        given(Part::Frame, "; frame-src W"),
    ]
    .concat()
}

/// What the owner is told to allow, where something of ours could tell it.
fn named(way: Way, sites: &Sites, lacks: &[Part]) -> String {
    let from = if way == Way::Copy { sites.host("") } else { sites.widget() };
    let words = lacks.iter().filter_map(|part| match part {
        Part::Wasm => Some(format!("script-src {from} 'wasm-unsafe-eval'")),
        Part::Connect => Some(format!("connect-src {from}")),
        // Where the element itself runs, no frame is needed.
        _ => None,
    });
    words.collect::<Vec<_>>().join("; ")
}

/// What is missing from the policy, and what then comes of each way in: the element from the widget's site or from a copy, the
/// frame with its script, the frame alone.
const POLICIES: [(&[Part], End, End, End); 10] = [
    (&[], End::Runs, End::Runs, End::Runs),
    (&[Part::Script], End::Stays, End::Runs, End::Runs),
    (&[Part::Wasm], End::Framed, End::Runs, End::Runs),
    (&[Part::Connect], End::Framed, End::Runs, End::Runs),
    (&[Part::Style], End::Runs, End::Runs, End::Runs),
    (&[Part::Image], End::Runs, End::Runs, End::Runs),
    (&[Part::Frame], End::Runs, End::Blank, End::Blank),
    (&[Part::Wasm, Part::Frame], End::Told, End::Blank, End::Blank),
    (&[Part::Connect, Part::Frame], End::Told, End::Blank, End::Blank),
    (
        &[Part::Script, Part::Wasm, Part::Connect, Part::Style, Part::Image, Part::Frame],
        End::Stays,
        End::Blank,
        End::Blank,
    ),
];

/// What the page's owner would see, by the name of the list.
fn noted(browser: &Browser, list: &str) -> Vec<String> {
    browser.frame(None);
    let found = browser.run("return spion[arguments[0]]", &[json!(list)]);
    found.as_array().into_iter().flatten().filter_map(|line| line.as_str().map(str::to_owned)).collect()
}

/// What has come of a page, once it is decided.
fn end(browser: &Browser, way: Way) -> End {
    if way.is_framed() {
        let blocked = noted(browser, "blocked").iter().any(|line| line.starts_with("frame-src"));
        return if blocked { End::Blank } else { End::Runs };
    }
    let script = "const root = document.querySelector('bygg-uten-a-soke').shadowRoot;
        if (root?.querySelector('iframe:not([hidden])')) return 'Framed';
        if (spion.told.includes('klar')) return 'Runs';
        if (spion.said.some((line) => line.includes('Til deg som eier siden'))) return 'Told';
        if (!root && document.readyState === 'complete' && spion.blocked.length) return 'Stays';";
    browser.until("the widget, a frame or a message", || match browser.run(script, &[]).as_str()? {
        "Framed" => Some(End::Framed),
        "Runs" => Some(End::Runs),
        "Told" => Some(End::Told),
        _ => Some(End::Stays),
    })
}

/// Walks on from where a page has ended.
fn proved(browser: &Browser, way: Way, end: End) {
    match end {
        End::Runs => to_the_second_question(browser, &way.enter(browser, false)),
        End::Framed => {
            // A press would miss while the frame still becomes as high as what is in it.
            thread::sleep(Duration::from_millis(500));
            let frame = browser.find(ELEMENT).shadow().find("iframe");
            browser.frame(Some(&frame));
            to_the_second_question(browser, &Guide::on(browser, ELEMENT));
        }
        End::Told | End::Stays => {
            let shown = "return document.querySelector('.reserve').getBoundingClientRect().height > 0";
            assert_eq!(browser.run(shown, &[]), json!(true), "the page's own content is shown");
        }
        End::Blank => {}
    }
}

fn under_policy(sites: &Sites, browser: &Browser, way: Way, lacks: &[Part], expected: End) -> String {
    way.open(sites, browser, "enkel", Some(&policy(way, sites, lacks)));
    let end = end(browser, way);
    assert_eq!(end, expected, "the console says {:?}", noted(browser, "said"));
    proved(browser, way, end);
    if matches!(end, End::Framed | End::Told) {
        let words = named(way, sites, lacks);
        let said = noted(browser, "said");
        let told = said.iter().find(|line| line.contains("Til deg som eier siden")).cloned().unwrap_or_default();
        // Nothing more and nothing less; where there is a frame, that is told after it.
        let rest = told.split_once("må tillate ").map_or("", |(_, rest)| rest).strip_prefix(&words);
        assert!(
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(" Inntil")),
            "{words:?} is not in {said:?}"
        );
    }
    end.to_string()
}

#[test]
fn whatever_a_strict_policy_lacks_the_resident_has_an_answer_or_the_page_its_own_content() {
    let sites = sites();
    let cases = || {
        POLICIES.iter().flat_map(|(lacks, element, frame, bare)| {
            let ends = [element, element, frame, bare];
            Way::ALL.into_iter().zip(ends).map(move |(way, end)| (*lacks, way, *end))
        })
    };
    let rows: Vec<String> = cases().map(|(lacks, way, _)| format!("uten {lacks:?}, {way}")).collect();
    let columns = in_every_engine(|_, browser| {
        cases().map(|(lacks, way, end)| seen(|| under_policy(&sites, browser, way, lacks, end))).collect()
    });
    table("det policyen mangler", &rows, &columns);
}

/// What a page is, apart from how high its frames are made, and what the driver calls them.
const WHOLE: &str = "return document.documentElement.outerHTML.replace(/ (style|cd_frame_id_)=\"[^\"]*\"/g, '')";
/// What else a page could leave behind.
const STATE: &str = "return [document.title, history.length, location.href, localStorage.length, sessionStorage.length,
    document.cookie, document.adoptedStyleSheets.length, document.activeElement?.localName].join('|')";

/// What a page may be listened to for: its policy while the widget starts, what frames tell, and a link that is pasted.
const LISTENED: [&str; 3] = ["securitypolicyviolation", "message", "hashchange"];

fn leaves_no_trace(sites: &Sites, browser: &Browser, way: Way) -> String {
    way.open(sites, browser, "enkel", None);
    sites.asked();
    way.open(sites, browser, "enkel", None);
    let written = "const page = new DOMParser().parseFromString(arguments[0], 'text/html');
        return page.documentElement.outerHTML";
    let written = browser.run(written, &[json!(way.page(sites, "enkel", ""))]);
    let before = browser.run(STATE, &[]);
    let guide = way.enter(browser, false);
    to_the_second_question(browser, &guide);
    to_green(&guide);
    browser.frame(None);
    assert_eq!(browser.run(WHOLE, &[]), written, "the page's own markup");
    let after = browser.run(STATE, &[]);
    let focused = if way.is_framed() { "iframe" } else { ELEMENT };
    let before = before.as_str().expect("text").rsplit_once('|').expect("parts").0.to_owned();
    assert_eq!(after, json!(format!("{before}|{focused}")), "the page's state");
    assert_eq!(browser.run("return spion.added()", &[]), json!([]), "names in the page's world");
    for list in ["said", "blocked"] {
        assert_eq!(noted(browser, list), Vec::<String>::new(), "{list}");
    }
    let listens = noted(browser, "listens");
    assert!(listens.iter().all(|kind| LISTENED.contains(&kind.as_str())), "{listens:?}");
    only_its_own(sites, browser)
}

/// Nothing is fetched but the widget's own files.
fn only_its_own(sites: &Sites, browser: &Browser) -> String {
    let fetched = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    let fetched = browser.run(fetched, &[]);
    let own =
        [format!("{}/", sites.widget()), sites.host(COPY), sites.host("/verter/spion.js"), sites.host("/favicon.ico")];
    for address in fetched.as_array().into_iter().flatten().filter_map(Value::as_str) {
        assert!(own.iter().any(|start| address.starts_with(start)), "{address} is fetched");
    }
    let asked = sites.asked();
    let known = ["/veiviser/", "/regler/", "/favicon.ico"];
    for address in &asked {
        let bare = address.split('?').next().unwrap_or_default();
        assert!(known.iter().any(|start| bare.starts_with(start)), "{address} is asked for");
        let told = address.contains('?') && !bare.ends_with("/ramme.html");
        assert!(!told && !address.contains("1,6"), "{address} tells something");
    }
    let cookies = browser.run("return document.cookie", &[]);
    assert_eq!(cookies, json!(""));
    "ingen spor".to_owned()
}

#[test]
fn the_page_is_as_it_was_and_nobody_else_is_asked() {
    let columns = in_every_engine(|_, browser| {
        // Each engine has sites of its own, so that what is asked for is asked by it.
        let sites = sites();
        Way::ALL.into_iter().map(|way| seen(|| leaves_no_trace(&sites, browser, way))).collect()
    });
    table("spor på siden", &Way::ALL.map(|way| way.to_string()), &columns);
}

/// What an attribute might hold, by what it tries.
const HOSTILE: [(&str, &str); 7] = [
    ("oppmerking", "\"><img src=x onerror=\"window.broken=1\"><script>window.broken=1</script>"),
    ("javascript:", "javascript:window.broken=1"),
    ("tegn som snur teksten", "\u{202e}garasje\u{2066}\u{200f}"),
    ("kontrolltegn", "garasje\u{0}\u{1}\t\n\u{7f}\u{85}"),
    ("sti", "../../../regler/x?y#z"),
    ("prototype", "__proto__"),
    ("én million tegn", ""),
];
const ATTRIBUTES: [&str; 19] = [
    "tiltak",
    "lang",
    "kommune",
    "overskriftsniva",
    "oppsett",
    "vis",
    "kontakt-navn",
    "kontakt-telefon",
    "kontakt-epost",
    "kontakt-side",
    "planregister",
    "soknad",
    "gebyr",
    "arkiv",
    "farge",
    "tema",
    "modus",
    "adresse-oppslag",
    "reserve",
];

/// Every attribute says this at once, and then one after another.
fn hostile(sites: &Sites, browser: &Browser, text: &str) -> String {
    Way::Script.open(
        sites,
        browser,
        "enkel",
        Some(&format!("{}; require-trusted-types-for 'script'; trusted-types 'none'", policy(Way::Script, sites, &[]))),
    );
    Way::Script.enter(browser, false);
    let million = "x".repeat(1_000_000);
    let text = if text.is_empty() { &million } else { text };
    let script = "const [names, text] = arguments;
        const guide = document.querySelector('bygg-uten-a-soke');
        for (const name of names) guide.setAttribute(name, text);
        const other = document.createElement('bygg-uten-a-soke');
        for (const name of names) other.setAttribute(name, text);
        guide.replaceWith(other);
        return new Promise((done) => setTimeout(() => { other.replaceWith(guide); setTimeout(done, 300) }, 300))";
    browser.run(script, &[json!(ATTRIBUTES), json!(text)]);
    let guide = Guide::on(browser, ELEMENT);
    assert_eq!(browser.run("return window.broken ?? 'whole'", &[]), json!("whole"));
    let inserted = "return [...root.querySelectorAll('*')].filter((e) => ['img', 'script', 'object', 'embed'].includes(e.localName)
        || [...e.attributes].some(({ name, value }) => name.startsWith('on') || /^\\s*javascript:/i.test(value))).map((e) => e.outerHTML)";
    assert_eq!(guide.run(inserted, &[]), json!([]), "made of an attribute");
    // The page itself is forbidden to run what stands in an attribute, and nothing has tried.
    let blocked = noted(browser, "blocked");
    let run = |line: &String| ["script", "require-trusted", "trusted"].iter().any(|start| line.starts_with(start));
    assert!(!blocked.iter().any(run), "{blocked:?}");
    guide.tick("form", "Levegg");
    guide.next();
    "spør videre".to_owned()
}

#[test]
fn hostile_attributes_never_become_elements_and_trusted_types_are_kept() {
    let sites = sites();
    let columns =
        in_every_engine(|_, browser| HOSTILE.iter().map(|(_, text)| seen(|| hostile(&sites, browser, text))).collect());
    table("attributter", &HOSTILE.map(|(name, _)| name.to_owned()), &columns);
}

/// Takes the element out and puts it in again, every other time a new one; each time the guide must ask again. Gives the
/// kilobytes that its own machine has then.
fn again_and_again(browser: &Browser, times: u32) -> u64 {
    let script = "const [times] = arguments;
        const home = document.querySelector('main');
        return (async () => {
            for (let n = 0; n < times; n++) {
                const guide = home.querySelector('bygg-uten-a-soke');
                guide.remove();
                await new Promise((done) => setTimeout(done));
                const next = n % 2 ? guide : guide.cloneNode(true);
                const ready = new Promise((done) => next.addEventListener('bus:klar', done, { once: true }));
                home.append(next);
                await ready;
                await new Promise((done) => setTimeout(done, 30));
            }
            return spion.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0) / 1024 | 0;
        })()";
    browser.run(script, &[json!(times)]).as_u64().expect("a size")
}

/// What the page's scripts hold when all rubbish is collected, in kilobytes, and how many nodes there are.
fn held(browser: &Browser) -> (u64, u64) {
    browser.devtools("HeapProfiler.collectGarbage", &json!({}));
    let used = browser.devtools("Runtime.getHeapUsage", &json!({}))["usedSize"].as_u64().expect("a size");
    let nodes = browser.devtools("Memory.getDOMCounters", &json!({}))["nodes"].as_u64().expect("a number");
    (used / 1_024, nodes)
}

/// How much may be kept of a guide that has gone, in kilobytes: Yew never lets go of what an app has listened with.
const KEPT: u64 = 12;

fn comes_and_goes(sites: &Sites, engine: Engine, browser: &Browser) -> String {
    Way::Script.open(sites, browser, "enkel", None);
    Way::Script.enter(browser, false);
    let warm = again_and_again(browser, 20);
    let before = (engine == Engine::Chromium).then(|| held(browser));
    let own = (0..5).map(|_| again_and_again(browser, 20)).max().unwrap_or(warm);
    assert!(own <= warm + 100 * KEPT, "the guide's machine has grown from {warm} to {own} kB");
    let scripts = before.map(|before| (before, held(browser)));
    to_the_second_question(browser, &Way::Script.enter(browser, false));
    let Some((before, after)) = scripts else { return format!("wasm {warm} → {own} kB") };
    let grown = after.0.saturating_sub(before.0);
    assert!(grown <= 100 * KEPT, "the page's scripts hold {grown} kB more, and {} nodes after {}", after.1, before.1);
    format!("wasm {warm} → {own} kB, js +{grown} kB")
}

#[test]
fn a_hundred_removals_and_insertions_cost_no_memory() {
    let sites = sites();
    let columns = in_every_engine(|engine, browser| vec![seen(|| comes_and_goes(&sites, engine, browser))]);
    table("hundre ganger ut og inn", &["skript".to_owned()], &columns);
}

/// Addresses and what happens to them.
type Faults = &'static [(&'static str, Fault)];

/// What fails on the way from the widget's site, what then comes of the element, and how long the resident may have to wait.
const NETS: [(&str, Faults, End); 8] = [
    ("halve maskinen", &[("*.wasm", Fault::Half)], End::Told),
    ("alt er tregt", &[("/", Fault::Slow(Duration::from_millis(400)))], End::Runs),
    ("dagens lov svarer 500", &[("/regler/", Fault::Status(500))], End::Runs),
    ("dagens lov er borte", &[("/regler/gjeldende.json", Fault::Status(404))], End::Runs),
    ("dagens lov legger på", &[("/regler/", Fault::HangsUp)], End::Runs),
    ("halve dagens lov", &[("/regler/", Fault::Half)], End::Runs),
    ("skriptet kommer ikke", &[("/veiviser/veiviser.js", Fault::HangsUp)], End::Stays),
    (
        "ingen lov i det hele tatt",
        &[
            ("/regler/", Fault::Status(500)),
            ("/veiviser/regler/", Fault::Status(500)),
            ("/veiviser/ramme", Fault::Status(500)),
        ],
        End::Told,
    ),
];

fn on_a_poor_net(sites: &Sites, browser: &Browser, faults: Faults, expected: End) -> String {
    for (start, fault) in faults {
        sites.fail(start, *fault);
    }
    Way::Script.open(sites, browser, "enkel", None);
    if expected == End::Stays {
        // Nothing of ours runs, and nothing will.
        thread::sleep(Duration::from_secs(1));
        proved(browser, Way::Script, End::Stays);
        return expected.to_string();
    }
    let end = end(browser, Way::Script);
    assert_eq!(end, expected, "the console says {:?}", noted(browser, "said"));
    proved(browser, Way::Script, end);
    end.to_string()
}

#[test]
fn on_a_poor_net_the_resident_has_an_answer_or_the_page_its_own_content() {
    let columns = in_every_engine(|_, browser| {
        // Sites of its own for each, so that nothing is kept by the browser from another.
        let cases = NETS.iter();
        cases.map(|(_, faults, end)| seen(|| on_a_poor_net(&sites(), browser, faults, *end))).collect()
    });
    table("nettet", &NETS.map(|(name, ..)| name.to_owned()), &columns);
}

/// The service workers in `sider/verter/`, and what then comes of the element.
const WORKERS: [(&str, End); 2] = [("lager", End::Runs), ("uten-regler", End::Framed)];

fn behind_a_worker(sites: &Sites, browser: &Browser, way: Way, worker: &str, expected: End) -> String {
    let path = format!("/verter/{worker}-{way:?}");
    sites.put(&path, &way.page(sites, "enkel", ""), None);
    browser.frame(None);
    browser.go(&sites.host(&path));
    let script = "return navigator.serviceWorker.register(arguments[0], { scope: arguments[1] }).then(async () => {
        await navigator.serviceWorker.ready;
        while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 20));
        return true })";
    let given = [json!(format!("/verter/{worker}.js")), json!(path)];
    assert_eq!(browser.run(script, &given), json!(true), "the worker works");
    for _ in 0..2 {
        browser.go(&sites.host(&path));
        let end = end(browser, way);
        assert_eq!(end, expected, "the console says {:?}", noted(browser, "said"));
        proved(browser, way, end);
        browser.frame(None);
    }
    expected.to_string()
}

#[test]
fn a_service_worker_of_the_host_does_not_stand_in_the_way() {
    let sites = sites();
    let columns = in_every_engine(|_, browser| {
        WORKERS
            .iter()
            .map(|(worker, end)| seen(|| behind_a_worker(&sites, browser, Way::Script, worker, *end)))
            .collect()
    });
    table("tjenestearbeider hos verten", &WORKERS.map(|(name, _)| name.to_owned()), &columns);
}

#[test]
fn the_answer_can_be_printed_from_a_hostile_page() {
    let sites = sites();
    let browser = Browser::start();
    for host in ["enkel", "nullstilt", "initial", "liten-rem"] {
        Way::Script.open(&sites, &browser, host, None);
        let guide = Way::Script.enter(&browser, false);
        to_the_second_question(&browser, &guide);
        to_green(&guide);
        browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
        let text = guide.whole_text();
        for words in ["Du kan bygge uten å søke", "SAK10 § 4-1", "1,6 m", "4,0 m"] {
            assert!(text.contains(words), "{host}: {words:?} is not printed:\n{text}");
        }
        let cut = guide.run("const { width, height } = root.querySelector('section.bus').getBoundingClientRect(); return [width, height]", &[]);
        assert!(cut[0].as_f64() > Some(200.0) && cut[1].as_f64() > Some(400.0), "{host}: printed on {cut} px");
        let pages = browser.devtools("Page.printToPDF", &json!({ "printBackground": false }));
        let pages = pages["data"].as_str().unwrap_or_default();
        assert!(pages.starts_with("JVBERi0") && pages.len() > 10_000, "{host}: a PDF");
        browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "" }));
    }
}
