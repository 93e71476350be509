//! The rule book: a page for everything in both languages, no link that leads nowhere, and the statute word for word.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;
#[path = "support/webdriver.rs"]
mod webdriver;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bygg_uten_a_soke::engine::{Situation, assess, next_question};
use bygg_uten_a_soke::rulebook::{LANGUAGES, pages, stops};
use bygg_uten_a_soke::rules::ConceptId;
use bygg_uten_a_soke::rules::address::slug;
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::wire::Wording;
use bygg_uten_a_soke::tool::rulebook::write;
use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::{STRICT, Site};
use serde_json::json;

use rules::{RULES, WORTH_TRYING, ordinary_cases};
use webdriver::Browser;

static PAGES: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| pages(&RULES, "2025-07-01-0123456789ab").expect("the rules have words for the pages"));

fn page(language: &str, name: &str) -> &'static str {
    PAGES.get(&format!("{language}/{name}.html")).unwrap_or_else(|| panic!("no page {language}/{name}"))
}

/// What a reader reads: no elements, and every character as itself.
fn text(page: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in page.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            other if !inside => text.push(other),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The values of an attribute.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_provision_and_every_kind_of_work_has_a_page_in_both_languages() {
    for language in LANGUAGES {
        for rule in &RULES.book.rules {
            let shown = page(language.tag(), &slug(&rule.id));
            for version in &rule.versions {
                assert!(shown.contains(&format!("id=\"fra-{}\"", version.from)), "{}: {}", rule.id, version.from);
            }
        }
        for project in &RULES.book.projects {
            let name = language.of(RULES.words.text(project.name).expect("a name"));
            let shown = page(language.tag(), &format!("tiltak-{}", slug(&project.id)));
            assert!(text(shown).contains(name), "{name}");
        }
    }
    let expected = 2 * (RULES.book.rules.len() + RULES.book.projects.len() + 3) + 1;
    assert_eq!(PAGES.len(), expected, "two pages have the same address");
}

#[test]
fn every_sentence_of_the_statute_stands_there_word_for_word() {
    let mut sentences = 0;
    for (_, rule) in &RULES.sources.rules {
        let Wording::Quoted(lines) = &rule.wording else { continue };
        for language in LANGUAGES {
            let shown = text(page(language.tag(), &slug(&rule.id)));
            for line in lines {
                assert!(shown.contains(line.as_str()), "{}: {line}", rule.id);
                sentences += 1;
            }
        }
    }
    assert!(sentences > 100, "only {sentences} sentences were looked for");
}

#[test]
fn what_is_not_encoded_is_told_with_its_reason() {
    for (_, rule) in &RULES.sources.rules {
        let shown = text(page("nb", &slug(&rule.id)));
        for part in &rule.not_encoded {
            assert!(shown.contains(&part.why), "{}: {}", rule.id, part.why);
        }
        if let Wording::Unquoted(source) = &rule.wording {
            assert!(shown.contains(&source.basis), "{}: {}", rule.id, source.basis);
        }
    }
}

#[test]
fn every_link_inside_the_rule_book_leads_somewhere() {
    let mut links = 0;
    for (path, page) in PAGES.iter() {
        let folder = Path::new(path).parent().expect("a folder");
        for address in values(page, "href") {
            if address.starts_with("https://") || address.contains(".css") {
                continue;
            }
            let (file, anchor) = address.split_once('#').unwrap_or((address, ""));
            let target = if file.is_empty() { path.clone() } else { resolved(&folder.join(file)) };
            let target = PAGES.get(&target).unwrap_or_else(|| panic!("{path}: {address} leads nowhere"));
            assert!(anchor.is_empty() || values(target, "id").contains(&anchor), "{path}: nothing is called {address}");
            links += 1;
        }
    }
    assert!(links > 5_000, "only {links} links");
}

fn resolved(path: &Path) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.iter().filter_map(|part| part.to_str()) {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[test]
fn everything_that_the_widget_cites_has_its_place() {
    for language in LANGUAGES {
        let named = |page: &'static str| -> BTreeSet<&str> { values(page, "id").into_iter().collect() };
        let (concepts, consequences) = (named(page(language.tag(), "begreper")), named(page(language.tag(), "folger")));
        for concept in &RULES.book.concepts {
            assert!(concepts.contains(slug(&concept.id).as_str()), "{}", concept.id);
        }
        for consequence in &RULES.book.consequences {
            assert!(consequences.contains(slug(&consequence.id).as_str()), "{}", consequence.id);
        }
    }
}

#[test]
fn the_law_itself_is_the_first_link_of_a_provision() {
    let mut newest = BTreeMap::new();
    for (_, rule) in &RULES.sources.rules {
        let known = newest.entry(rule.id.as_str()).or_insert(rule);
        if known.in_force.from < rule.in_force.from {
            *known = rule;
        }
    }
    let mut linked = 0;
    for rule in newest.into_values() {
        let Some(address) = &rule.citation.link else { continue };
        let shown = page("nb", &slug(&rule.id));
        let (_, main) = shown.split_once("<main").expect("a main part");
        assert_eq!(values(main, "href").first(), Some(&address.as_str()), "{}", rule.id);
        linked += 1;
    }
    assert!(linked > 30, "only {linked} files say where the law is");
}

#[test]
fn no_name_is_used_twice_on_a_page_and_no_blank_is_left() {
    for (path, page) in PAGES.iter() {
        let ids = values(page, "id");
        let once: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "{path} has a name twice");
        assert!(!text(page).contains('{'), "{path} has an unfilled blank");
        assert!(!page.contains(" style=") && !page.contains("<script"), "{path} would break a strict policy");
    }
}

#[test]
fn every_word_of_the_pages_is_written_and_every_word_that_is_written_is_used() {
    let words = RULES.sources.rule_book.as_ref().expect("regelbok.json");
    let mut code = String::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rulebook")).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|end| end == "rs") {
            code.push_str(&fs::read_to_string(path).expect("text"));
        }
    }
    let made = ["måned-", "svar.", "blank-", "ny-", "borte-"];
    for name in words.words.keys() {
        let used = code.contains(&format!("\"{name}\"")) || made.iter().any(|start| name.starts_with(start));
        assert!(used, "no page says `{name}`");
    }
    for call in ["word(\"", "filled(\"", "part(volume, \"", "entry(volume, \""] {
        for rest in code.split(call).skip(1) {
            let name = rest.split('"').next().expect("a name");
            assert!(words.words.contains_key(name), "`{name}` is not written in regelbok.json");
        }
    }
    for (name, text) in &words.words {
        let blanks = |text: &str| -> BTreeSet<String> {
            text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
        };
        assert_eq!(blanks(&text.nb), blanks(&text.nn), "`{name}` has other blanks in nynorsk");
    }
}

#[test]
fn a_requirement_is_said_in_plain_words() {
    let shown = text(page("nb", "sak10-4-1-a"));
    for said in [
        "Mønehøyde er høyst 4,0\u{a0}m",
        "Kjeller: nei",
        "Minst ett av dette:",
        "økt med det utstikk mot nabogrensen er over 1,0\u{a0}m",
    ] {
        assert!(shown.contains(said), "{said}");
    }
    assert!(text(page("nb", "pbl-29-4")).contains("halvparten av gesimshøyde mot nabogrensen"));
    assert!(text(page("nb", "plan-veg-taus-plan")).contains("det som følger av tabellen"));
    assert!(text(page("nn", "sak10-4-1-a")).contains("Mønehøgd er høgst 4,0\u{a0}m"));
}

#[test]
fn what_a_version_changed_is_found_in_the_rules() {
    let shown = text(page("nb", "sak10-4-1-b"));
    assert!(shown.contains("Dette ble endret"), "there are three versions");
    let changed =
        ["Nytt vilkår", "Vilkår som falt bort", "Endret vilkår", "Bygger nå også på", "Bygger ikke lenger på"];
    assert!(changed.iter().any(|word| shown.contains(word)), "nothing is said to have changed");
    assert!(!text(page("nb", "sak10-4-1-d")).contains("Dette ble endret"), "a first version changed nothing");
}

#[test]
fn nobody_is_said_to_have_checked_what_nobody_has_checked() {
    for (_, rule) in &RULES.sources.rules {
        let shown = text(page("nb", &slug(&rule.id)));
        assert_eq!(rule.control.is_none(), shown.contains("Ikke kontrollert"), "{}", rule.id);
    }
}

#[test]
fn nothing_is_asked_that_the_drawing_of_the_questions_does_not_show() {
    let date = RULES.book.newest();
    let mut asked = 0;
    for (place, answers) in ordinary_cases() {
        let project = &RULES.book.projects[place];
        let shown: BTreeSet<ConceptId> =
            stops(&RULES.book, project, date).into_iter().flat_map(|stop| stop.concepts).collect();
        for turn in 0..12 {
            let mut answers = answers.clone();
            for (id, worth) in (0_u16..).map(ConceptId).zip(WORTH_TRYING.iter()) {
                let chosen = (turn * 7 + id.index() * 5) % (worth.len() + 3);
                if let Some(answer) = worth.get(chosen) {
                    answers.set(id, *answer);
                } else {
                    answers.remove(id);
                }
            }
            let verdict = assess(&Situation::new(&RULES.book, project, &answers, date));
            for concept in next_question(&RULES.book, &verdict).into_iter().flat_map(|question| question.concepts) {
                let name = &RULES.book.concept(concept).id;
                assert!(shown.contains(&concept), "{}: `{name}` is asked", project.id);
                asked += 1;
            }
        }
    }
    assert!(asked > 100, "only {asked} questions were asked");
}

#[test]
fn what_the_choice_of_work_answers_is_not_drawn() {
    let date = Date::parse_iso("2026-11-21").expect("a day");
    for project in &RULES.book.projects {
        let shown: Vec<ConceptId> =
            stops(&RULES.book, project, date).into_iter().flat_map(|stop| stop.concepts).collect();
        for (concept, _) in &project.given {
            assert!(!shown.contains(concept), "{}: {}", project.id, RULES.book.concept(*concept).id);
        }
        assert!(!shown.is_empty(), "{}", project.id);
    }
}

/// The rule book alone, under the strictest policy.
fn site() -> (Server, PathBuf) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("regelbok-i-nettleser");
    let _ = fs::remove_dir_all(&folder);
    write(&RULES, &folder.join("regelbok")).expect("it can be written");
    (Server::start(Site { folders: vec![folder.clone()], policy: STRICT.to_owned() }, 0).expect("a free port"), folder)
}

#[test]
fn axe_finds_nothing_on_any_sort_of_page_and_nothing_is_too_wide() {
    let axe = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js"));
    let axe = axe.expect("npm ci has been run");
    let (server, folder) = site();
    let browser = Browser::start();
    let names =
        ["index", "sak10-4-1-a", "sak10-4-1-b", "pbl-29-4", "tiltak-garasje", "tiltak-terrasse", "begreper", "folger"];
    for (width, language) in [(1280, "nb"), (375, "nn"), (375, "nb"), (320, "nb")] {
        browser.resize(width, 900);
        for name in names {
            browser.go(&server.url(&format!("/regelbok/{language}/{name}.html")));
            let found = look(&browser, &axe);
            assert!(found.is_empty(), "{language}/{name} at {width}: {found:#?}");
            let over = browser
                .run("return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth", &[]);
            assert!(over.as_i64() <= Some(0), "{language}/{name} is {over} px too wide at {width}");
        }
    }
    browser.go(&server.url("/regelbok/index.html"));
    assert!(look(&browser, &axe).is_empty());
    let said = browser.console();
    assert!(said.is_empty(), "the console says {said:?}");
    let _ = fs::remove_dir_all(folder);
}

fn look(browser: &Browser, axe: &str) -> Vec<String> {
    browser.run(&format!("if (!window.axe) {{ {axe} }}"), &[]);
    let script = "return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then((found) => found.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 4).map((n) => n.target.flat().join(' ')).join(', ')))";
    let found = browser.run(script, &[json!(null)]);
    found.as_array().into_iter().flatten().filter_map(|fault| fault.as_str().map(str::to_owned)).collect()
}
