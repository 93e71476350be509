//! Bygg inn in a real browser, under the strict policy, as a municipality's editor uses it.

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

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bygg_uten_a_soke::tool::hash;
use bygg_uten_a_soke::tool::serve::demo;
use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::Site;
use serde_json::{Value, json};

use webdriver::scratch::Scratch;
use webdriver::{Browser, key};

static SITE: LazyLock<Server> = LazyLock::new(|| {
    built::dist();
    Server::start(demo(&root()), 0).expect("a free port")
});

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// A municipality's own site with one page, which has the code in it and allows what the page of Bygg inn says and no more.
struct Host {
    _folder: Scratch,
    server: Server,
}

impl Host {
    fn start(code: &str, policy: &str) -> Self {
        let folder = Scratch::new();
        let html = format!(
            "<!doctype html><html lang=\"nb\"><head><meta charset=\"utf-8\"><title>x</title></head><body><main><h1>x</h1>\n{code}\n</main></body></html>"
        );
        folder.write("index.html", &html);
        let policy = format!("default-src 'none'; base-uri 'none'; form-action 'none'; {policy}");
        let folders = vec![folder.path().to_owned(), root().join("dist")];
        Self { _folder: folder, server: Server::start(Site { folders, policy }, 0).expect("a free port") }
    }
}

struct Page {
    browser: Browser,
}

impl Page {
    fn open(fragment: &str) -> Self {
        let page = Self { browser: Browser::start() };
        page.browser.resize(1280, 1000);
        page.go(fragment);
        page
    }

    fn go(&self, fragment: &str) {
        self.browser.go("about:blank");
        self.browser.go(&SITE.url(&format!("/bygg-inn/index.html{fragment}")));
        self.browser.find("#skjema:not([hidden]) #kommune");
    }

    fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.browser.run(script, arguments)
    }

    fn text(&self, css: &str) -> String {
        let text = self.run("return document.querySelector(arguments[0])?.textContent ?? ''", &[json!(css)]);
        text.as_str().unwrap_or_default().replace('\u{a0}', " ")
    }

    #[track_caller]
    fn until_says(&self, css: &str, words: &str) {
        self.browser.until(&format!("{css} to say {words:?}; it says {:?}", self.text(css)), || {
            self.text(css).contains(words).then_some(())
        });
    }

    /// Presses the tab key until a selector meets what has the focus.
    #[track_caller]
    fn tab_to(&self, css: &str) {
        for _ in 0..400 {
            self.browser.press(&[key::TAB]);
            if self.run("return document.activeElement.matches(arguments[0])", &[json!(css)]) == json!(true) {
                return;
            }
        }
        panic!("{css} cannot be reached with the tab key");
    }

    fn type_in(&self, css: &str, words: &str) {
        let field = self.browser.find(css);
        field.run("arguments[0].focus(); arguments[0].select?.()");
        field.keys(words);
    }

    fn choose(&self, id: &str) {
        self.run("document.getElementById(arguments[0]).click()", &[json!(id)]);
    }

    /// What the code says, read as a browser reads it: each element that is not of the checklist, with its attributes.
    fn code(&self) -> Value {
        let script = "const read = new DOMParser().parseFromString(document.querySelector('#snutten').textContent, 'text/html');
            return [...read.querySelectorAll('*')].filter((e) => !['HTML','HEAD','BODY','P','UL','LI'].includes(e.tagName))
                .map((e) => [e.localName, Object.fromEntries([...e.attributes].map((a) => [a.name, a.value]))])";
        self.run(script, &[])
    }

    #[track_caller]
    fn axe(&self, state: &str) {
        assert_eq!(self.browser.axe_unframed(), Vec::<String>::new(), "{state}");
    }

    fn quiet(&self) {
        let said = self.browser.console();
        assert!(said.is_empty(), "the console says {said:?}");
    }
}

fn fragment(parts: &[(&str, &str)]) -> String {
    let escape = |text: &str| {
        let safe = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._".contains(byte);
        text.bytes()
            .map(|byte| if safe(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
            .collect::<String>()
    };
    let parts = [("v", "1")].iter().chain(parts).map(|(name, value)| format!("{}={}", escape(name), escape(value)));
    format!("#{}", parts.collect::<Vec<_>>().join("&"))
}

#[test]
fn an_editor_is_done_with_the_keyboard_alone() {
    let page = Page::open("");
    page.tab_to("#kommune");
    page.browser.press(&["b", "e", "r", "g"]);
    page.until_says("#kommune-sagt", "kommuner passer");
    page.browser.press(&[key::DOWN, key::DOWN]);
    let active = page.browser.find("#kommune").attribute("aria-activedescendant");
    assert_eq!(active.as_deref(), Some("kommune-1"));
    page.browser.press(&[key::UP, key::ENTER]);
    page.until_says("#kommunen", "4601 Bergen, Vestland. Målform: nøytral.");
    assert_eq!(page.browser.find("#kommune").property("value"), json!("Bergen (Vestland, 4601)"));
    page.tab_to("[name=lang]");
    page.browser.press(&[key::DOWN, key::DOWN]);
    page.tab_to("[name=vis]");
    page.browser.press(&[key::DOWN]);
    page.tab_to("#hyller summary");
    page.browser.press(&[key::ENTER]);
    page.tab_to("#hyller .slag input");
    page.browser.press(&[key::SPACE]);
    page.tab_to("[name=fargevalg]");
    page.browser.press(&[key::DOWN]);
    page.tab_to("#farge");
    page.browser.press(&["#", "7", "a", "1", "f", "5", "c"]);
    page.tab_to("#kontakt-navn");
    page.browser.press(&["V", "a", "k", "t", "a"]);
    page.tab_to("#ny-melding");
    page.browser.press(&[key::ENTER]);
    page.tab_to("#melding-0-tekst");
    page.browser.press(&["H", "e", "i"]);
    page.tab_to("#videre");
    page.browser.press(&[key::ENTER]);
    page.tab_to("[name=måte]");
    page.browser.press(&[key::DOWN]);
    page.tab_to("#kopier-snutten");
    page.browser.press(&[key::ENTER]);
    page.browser.until("to be told of the copy", || (!page.text(".kopiert").is_empty()).then_some(()));
    let code = page.code();
    let element =
        &code.as_array().unwrap().iter().find(|one| one[0] == json!("bygg-uten-a-soke")).expect("the element")[1];
    let wanted =
        json!({ "kommune": "4601", "lang": "nn", "vis": "garasje", "farge": "#7a1f5c", "kontakt-navn": "Vakta" });
    assert_eq!(*element, wanted);
    page.tab_to("#om-it > summary");
    page.browser.press(&[key::ENTER]);
    page.until_says("#policy", "'wasm-unsafe-eval'; connect-src");
    page.tab_to("#oppskrift-sharepoint > summary");
    page.browser.press(&[key::ENTER]);
    page.tab_to("#kopier-kollegalenke");
    page.quiet();
}

#[test]
fn municipalities_are_found_by_every_name_and_number_they_have_had() {
    let page = Page::open("");
    for (written, told, chosen) in [
        ("1201", "1201 er nå 4601 Bergen.", "4601 Bergen"),
        ("3054", "3054 er nå 3234 Lunner.", "3234 Lunner"),
        ("Deatnu", "1 kommune passer", "5628 Tana – Deatnu"),
        ("karasjohka", "1 kommune passer", "5610 Karasjok – Kárášjohka"),
        ("5622", "1 kommune passer", "Porsanger – Porsáŋgu – Porsanki, Finnmark"),
    ] {
        page.type_in("#kommune", written);
        page.until_says("#kommune-sagt", told);
        page.browser.press(&[key::ENTER]);
        page.until_says("#kommunen", chosen);
    }
    page.until_says("#kommunen", "nordsamisk");
    page.type_in("#kommune", "1507");
    page.until_says(
        "#kommune-sagt",
        "1507 Ålesund ble delt i 2024. Velg den av disse det gjelder: 1508 Ålesund, 1580 Haram.",
    );
    // Of two nothing is chosen by itself.
    page.browser.press(&[key::ENTER]);
    page.until_says("#kommunen", "Uten kommune");
    page.browser.press(&[key::DOWN, key::DOWN, key::ENTER]);
    page.until_says("#kommunen", "1580 Haram");
    page.type_in("#kommune", "herøy");
    let options = page.run("return [...document.querySelectorAll('[role=option]')].map((o) => o.textContent)", &[]);
    assert_eq!(options, json!(["Herøy (Møre og Romsdal, 1515)", "Herøy (Nordland, 1818)"]));
    page.browser.press(&[key::ESCAPE, key::ESCAPE]);
    assert_eq!(page.browser.find("#kommune").property("value"), json!(""));
    page.type_in("#kommune", "qqq");
    page.until_says("#kommune-sagt", "Ingen kommune passer med «qqq».");
    page.quiet();
}

/// What would become markup, were it not escaped.
const HOSTILE: &str = "\"<>&' </bygg-uten-a-soke><script>top.hacked=1</script><img src=x onerror=top.hacked=1>";

#[test]
fn whatever_is_written_in_a_field_stays_text_in_the_code() {
    let notice = json!([["alltid", HOSTILE, "\"<>&'", "https://example.no/?a=1&b=\"<>'"]]).to_string();
    let address = "https://example.no/?a=1&b=%22'&amp;";
    let mail = "post@example.no";
    let parts = [
        ("kommune", "4601"),
        ("kontakt-navn", "\"<>&' </bygg-uten-a-soke><script>"),
        ("kontakt-telefon", "55 55 55 55"),
        ("kontakt-epost", mail),
        ("kontakt-side", address),
        ("planregister", address),
        ("soknad", address),
        ("gebyr", address),
        ("arkiv", address),
        ("oppsett", address),
        ("meldinger", &notice),
        ("sti", "/a/"),
    ];
    let page = Page::open("");
    for way in ["skript", "iframe", "selv"] {
        page.go(&fragment(&[&parts[..], &[("måte", way)]].concat()));
        let code = page.code();
        let elements: Vec<&str> = code.as_array().unwrap().iter().map(|one| one[0].as_str().unwrap()).collect();
        let expected = if way == "iframe" {
            vec!["div", "iframe", "script", "a", "details", "summary", "a"]
        } else {
            vec!["script", "bygg-uten-a-soke", "a"]
        };
        assert_eq!(elements, expected, "{way}");
        let attributes = if way == "iframe" {
            let src = code[1][1]["src"].clone();
            page.run("return Object.fromEntries(new URL(arguments[0]).searchParams)", &[src])
        } else {
            code[1][1].clone()
        };
        for (name, value) in parts.iter().filter(|(name, _)| !["meldinger", "sti"].contains(name)) {
            assert_eq!(attributes[name], json!(value), "{way}: {name}");
        }
        assert_eq!(attributes.as_object().unwrap().len(), 10, "{way}: {attributes}");
    }
    let file: Value = serde_json::from_str(&page.text("#oppsett-json")).expect("oppsett.json is JSON");
    assert_eq!(file["meldinger"][0]["tekst"], json!(HOSTILE));
    assert_eq!(
        page.run("return [typeof top.hacked, document.querySelectorAll('img, #resten script').length]", &[]),
        json!(["undefined", 0])
    );
    page.quiet();
}

#[test]
fn what_is_wrong_is_said_at_the_field_and_by_the_code_and_stays_out_of_it() {
    let page = Page::open(&fragment(&[("kommune", "4601"), ("måte", "skript")]));
    for (field, wrong, told) in [
        ("planregister", "javascript:alert(1)", "Den må begynne med https://"),
        ("kontakt-telefon", "ring oss", "bare tall"),
        ("kontakt-epost", "post(at)example.no", "én e-postadresse"),
        ("kontakt-side", "http://example.no/", "Den må begynne med https://."),
        ("kontakt-navn", &"x".repeat(101), "høyst 100 tegn. Nå er det 101."),
    ] {
        page.type_in(&format!("#{field}"), wrong);
        page.browser.press(&[key::TAB]);
        page.until_says(&format!("#{field}-feil"), told);
        assert_eq!(page.browser.find(&format!("#{field}")).attribute("aria-invalid").as_deref(), Some("true"));
        page.until_says("#feilene", told);
    }
    let code = page.code();
    assert_eq!(code[1][1], json!({ "kommune": "4601" }), "nothing that is wrong is in the code");
    page.run("document.querySelector('#feilene a').click()", &[]);
    assert_eq!(page.browser.focused().expect("a focus").attribute("id").as_deref(), Some("kontakt-navn"));
    page.type_in("#planregister", "https://example.no/plan");
    page.browser.until("the fault to be gone", || (!page.text("#feilene").contains("Planregisteret")).then_some(()));
    assert_eq!(page.code()[1][1]["planregister"], json!("https://example.no/plan"));
    page.quiet();
}

#[test]
fn a_colleague_gets_all_that_was_chosen() {
    let page = Page::open("");
    // Many states, each another, from one seed.
    let script = r"
        let seed = 42;
        const next = (n) => { seed = Math.imul(seed ^ (seed >>> 15), 2246822507) + 0x6d2b79f5 | 0; return ((seed ^ (seed >>> 13)) >>> 0) % n; };
        const pick = (list) => list[next(list.length)];
        const words = ['', 'Vakta', '\'<>&', 'æøå %23 + = ; #', 'https://example.no/?a=b&c=d#e', 'ikke en adresse', '55 55 55 55', 'Ráisa 🙂'];
        const choices = { lang: ['nb', 'nn', 'en'], fargevalg: ['egen', 'arv'], modus: ['mork', 'auto'], overskriftsniva: ['1', '3', '6'],
            'måte': ['skript', 'selv'], kanal: ['fast'], kommune: ['0301', '4601', '5628'], tiltak: ['garasje', 'levegg'],
            vis: ['garasje', 'garasje levegg', 'terrasse bod'], side: ['nb', 'nn'], 'adresse-oppslag': ['ja'], 'høyde': ['nei'] };
        const fields = ['farge', 'kontakt-navn', 'kontakt-telefon', 'kontakt-epost', 'kontakt-side', 'planregister', 'soknad', 'gebyr', 'arkiv', 'oppsett', 'sti'];
        const sorted = (fragment) => JSON.stringify([...new URLSearchParams(fragment)].sort());
        const [wrong, seen] = [[], new Set()];
        for (let n = 0; n < arguments[0]; n++) {
            const told = new URLSearchParams({ v: '1', side: 'nb' });
            for (const [name, list] of Object.entries(choices)) if (next(2)) told.set(name, pick(list));
            for (const name of fields) { const value = pick(words); if (value) told.set(name, value); }
            const notices = Array.from({ length: next(3) }, () => [pick(['alltid', 'utfall:uavklart', 'tiltak:garasje']), pick(words), pick(words), pick(words)]);
            if (notices.length) told.set('meldinger', JSON.stringify(notices));
            const came = new Promise((done) => { addEventListener('hashchange', () => setTimeout(done), { once: true }); setTimeout(done, 2000); });
            location.hash = told.toString();
            await came;
            seen.add(told.toString());
            const link = document.querySelector('#kollegalenke').textContent.split('#')[1];
            if (sorted(link) !== sorted(told)) wrong.push([told.toString(), link]);
            if (!document.querySelector('#beskjed').hidden) wrong.push(document.querySelector('#beskjed').textContent);
        }
        return seen.size > arguments[0] / 2 ? wrong : ['too few states'];";
    let wrong = page.run(&format!("return (async (...arguments) => {{ {script} }})(...arguments)"), &[json!(25)]);
    assert_eq!(wrong, json!([]), "{wrong:#}");
    // The address of the page is the link.
    page.go(&fragment(&[("kommune", "4601")]));
    page.choose("lang-nn");
    page.browser.until("the address to follow", || {
        page.run("return location.hash", &[]).as_str().is_some_and(|hash| hash.contains("lang=nn")).then_some(())
    });
}

#[test]
fn a_hostile_link_changes_nothing_and_is_told_of() {
    let page = Page::open("");
    let blank = page.text("#snutten");
    let long = "x".repeat(50_000);
    for (parts, told) in [
        (vec![("kommune", "9999")], "kommune"),
        (vec![("kommune", "<img src=x onerror=top.hacked=1>")], "kommune"),
        (vec![("__proto__", "x"), ("constructor", "y"), ("høyde", "constructor")], "__proto__, constructor, høyde"),
        (vec![("lang", "toString")], "lang"),
        (vec![("vis", "garasje finnes-ikke")], "vis"),
        (vec![("meldinger", "[[\"alltid\"]]")], "meldinger"),
        (vec![("meldinger", "{\"__proto__\":{\"x\":1}}")], "meldinger"),
        (vec![("meldinger", "[[\"utfall:__proto__\",\"a\",\"b\",\"c\"]]")], "meldinger"),
        (vec![("kontakt-navn", "abc\u{202e}def")], "kontakt-navn"),
        (vec![("kontakt-navn", "a\u{0}b")], "kontakt-navn"),
    ] {
        page.go(&fragment(&parts));
        page.until_says("#beskjed", told);
        assert_eq!(page.text("#snutten"), blank, "{parts:?}");
    }
    for strange in ["#v=2&kommune=4601".to_owned(), "#kommune=4601".to_owned(), fragment(&[("kontakt-navn", &long)])] {
        page.go(&strange);
        page.until_says("#beskjed", "en annen utgave");
        assert_eq!(page.text("#snutten"), blank);
    }
    assert_eq!(page.run("return [typeof top.hacked, {}.x ?? null]", &[]), json!(["undefined", null]));
    page.quiet();
}

#[test]
fn the_copied_code_works_where_it_is_pasted_under_the_policy_that_it_came_with() {
    let parts = [
        ("kommune", "4640"),
        ("lang", "nn"),
        ("tiltak", "garasje"),
        ("overskriftsniva", "3"),
        ("farge", "#7a1f5c"),
        ("kontakt-navn", "Byggesak & \"plan\""),
        ("kontakt-telefon", "57 00 00 00"),
        ("vis", "garasje levegg"),
    ];
    let page = Page::open("");
    for (way, channel) in
        [("skript", "fast"), ("skript", "løpende"), ("selv", "løpende"), ("iframe", "løpende"), ("iframe", "fast")]
    {
        let more = [("fargevalg", "egen"), ("måte", way), ("kanal", channel), ("sti", "/")];
        page.go(&fragment(&[&parts[..], &more].concat()));
        let (code, policy) = (page.text("#snutten"), page.text("#policy"));
        assert_eq!(code.contains("integrity=\"sha384-"), (way, channel) == ("skript", "fast"), "{way} {channel}");
        let src = page.code()[usize::from(way == "iframe")][1]["src"].clone();
        let host = Host::start(&code, &policy);
        page.browser.go(&host.server.url("/"));
        if way == "iframe" {
            let asked = page.run("return Object.fromEntries(new URL(arguments[0]).searchParams)", &[src]);
            assert_eq!(asked, json!(parts.iter().copied().collect::<std::collections::BTreeMap<_, _>>()));
            let fits = "const { style, clientHeight } = document.querySelector('iframe'); return style.height === `${clientHeight}px` && clientHeight > 300";
            page.browser
                .until("the frame to be as high as the guide", || (page.run(fits, &[]) == json!(true)).then_some(()));
            page.browser.frame(Some(&page.browser.find("iframe")));
        } else {
            let script = "return Object.fromEntries([...document.querySelector('bygg-uten-a-soke').attributes].map((a) => [a.name, a.value]))";
            assert_eq!(
                page.run(script, &[]),
                json!(parts.iter().copied().collect::<std::collections::BTreeMap<_, _>>())
            );
        }
        page.browser.until(&format!("the guide of {way} {channel} to ask in nynorsk"), || {
            let said =
                page.run("return document.querySelector('bygg-uten-a-soke')?.shadowRoot?.textContent ?? ''", &[]);
            said.as_str().is_some_and(|said| said.contains("søkje")).then_some(())
        });
        page.browser.frame(None);
        page.quiet();
    }
}

#[test]
fn the_hash_in_the_code_is_that_of_the_script() {
    let _ = SITE.url("/");
    let edition: Value = serde_json::from_slice(&fs::read(root().join("dist/bygg-inn/utgave.json")).unwrap()).unwrap();
    for folder in ["veiviser", edition["versjon"].as_str().unwrap()] {
        let script = fs::read(root().join("dist").join(folder).join("veiviser.js")).unwrap();
        assert_eq!(edition["integritet"], json!(hash::integrity(&script)), "{folder}");
    }
}

#[test]
fn the_preview_shows_what_has_been_chosen() {
    let page = Page::open(&fragment(&[("kommune", "4640"), ("tiltak", "garasje")]));
    let said = |words: &'static str| {
        let script = "return document.querySelector('#scene iframe').contentDocument?.querySelector('bygg-uten-a-soke')?.shadowRoot?.textContent ?? ''";
        page.browser.until(&format!("the preview to say {words}"), || {
            page.run(script, &[]).as_str().is_some_and(|text| text.contains(words)).then_some(())
        });
    };
    said("søkje");
    page.choose("lang-en");
    said("apply");
    for (width, pixels) in [("telefon", 375), ("skjerm", 1024)] {
        page.choose(&format!("bredde-{width}"));
        let inner =
            page.run("return document.querySelector('#scene iframe').contentWindow.innerWidth", &[]).as_f64().unwrap();
        assert!((inner - f64::from(pixels)).abs() <= 2.0, "{width} is {inner} wide");
    }
    page.quiet();
}

#[test]
fn every_state_is_accessible_in_both_languages_and_at_every_width() {
    let notices = json!([["alltid", "Hei", "", "ikke en adresse"], ["tiltak:garasje", "", "", ""]]).to_string();
    let full = [
        ("kommune", "5628"),
        ("vis", "garasje"),
        ("farge", "#ffe14d"),
        ("fargevalg", "egen"),
        ("kontakt-telefon", "abc"),
        ("planregister", "x"),
        ("meldinger", &notices),
        ("ukjent", "x"),
    ];
    let page = Page::open("");
    for width in [1280, 500, 375] {
        page.browser.devtools(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false }),
        );
        for (side, way) in [("nb", "iframe"), ("nn", "skript"), ("nn", "selv")] {
            page.go(&fragment(&[&full[..], &[("side", side), ("måte", way)]].concat()));
            page.run("for (const one of document.querySelectorAll('details')) one.open = true", &[]);
            page.axe(&format!("{width} {side} {way}"));
            let wide = page.run("return document.documentElement.scrollWidth", &[]).as_u64().unwrap();
            assert!(wide <= width, "{wide} is wider than {width}");
            let lang = page.run("return document.documentElement.lang", &[]);
            assert_eq!(lang, json!(side));
        }
        page.go("");
        page.type_in("#kommune", "berg");
        page.axe(&format!("{width}, the list open"));
    }
    page.quiet();
}

fn file(name: &str) -> Value {
    let text = fs::read_to_string(root().join("src/bygg-inn").join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn blanks(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
}

/// Every pair of texts in bokmål and nynorsk anywhere in a file.
fn pairs<'a>(value: &'a Value, into: &mut Vec<(&'a Value, &'a Value)>) {
    match value {
        Value::Object(parts) if parts.contains_key("nb") || parts.contains_key("nn") => {
            into.push((&value["nb"], &value["nn"]));
        }
        Value::Object(parts) => parts.values().for_each(|part| pairs(part, into)),
        Value::Array(parts) => parts.iter().for_each(|part| pairs(part, into)),
        _ => {}
    }
}

#[test]
fn every_word_is_there_in_bokmal_and_nynorsk() {
    let words = file("ord.json");
    for name in ["ord.json", "tekster.json", "oppskrifter.json"] {
        let (file, mut found) = (file(name), Vec::new());
        pairs(&file, &mut found);
        assert!(!found.is_empty());
        for (nb, nn) in found {
            let texts = |value: &Value| -> Vec<String> {
                let list = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
                list.iter().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
            };
            let (nb, nn) = (texts(nb), texts(nn));
            assert_eq!(nb.len(), nn.len(), "{name}: {nb:?} {nn:?}");
            for (nb, nn) in nb.iter().zip(&nn) {
                assert!(!nb.trim().is_empty() && !nn.trim().is_empty(), "{name}: {nb:?} {nn:?}");
                assert_eq!(blanks(nb), blanks(nn), "{name}: {nb}");
            }
        }
    }
    // Each word that a script or the page asks for by name is there.
    for script in fs::read_dir(root().join("src/bygg-inn")).unwrap().map(|entry| entry.unwrap().path()) {
        let text = fs::read_to_string(&script).unwrap();
        for mark in ["say(\"", "data-ord=\"", "data-ord-navn=\""] {
            for key in text.split(mark).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(words[key]["nb"].is_string(), "{}: {key} has no words", script.display());
            }
        }
    }
}
