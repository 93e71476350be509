//! Every kind of work in a real browser, one case of each opened from a link: the answer is the engine's, all that comes along
//! is there, it fits the screen, and axe finds nothing wrong with any of it.

#![allow(clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "a test may fail loudly")]

#[path = "support/built.rs"]
mod built;
#[path = "support/guide.rs"]
mod guide;
#[path = "support/rules.rs"]
mod rules;
#[path = "support/webdriver.rs"]
mod webdriver;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use bygg_uten_a_soke::engine::case::Part;
use bygg_uten_a_soke::engine::{Case, Situation, assess, next_question};
use bygg_uten_a_soke::link::{Derivation, Link, read, write};
use bygg_uten_a_soke::review::examples::{Subject, Trial, trials};
use bygg_uten_a_soke::rules::load::Language;
use bygg_uten_a_soke::tool::clock::today;
use bygg_uten_a_soke::tool::hash;
use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::{STRICT, Site};
use bygg_uten_a_soke::wording::headline::{Headline, headline};
use serde_json::{Value, json};

use guide::Guide;
use rules::RULES;
use webdriver::Browser;

static SITE: LazyLock<Server> = LazyLock::new(|| {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sider");
    Server::start(Site { folders: vec![built::dist(), own], policy: STRICT.to_owned() }, 0).expect("a free port")
});

/// What names today's rules.
static TODAYS: LazyLock<String> = LazyLock::new(|| {
    let pointer = fs::read(built::dist().join("regler/gjeldende.json")).expect("a built site");
    let pointer: Value = serde_json::from_slice(&pointer).expect("json");
    hash::in_name(pointer["regler"].as_str().expect("a hash"))
});

const ELEMENT: &str = "bygg-uten-a-soke";

/// A case that is answered to its end, and what the engine says of it.
struct Ended {
    project: usize,
    link: String,
    headline: Headline,
}

/// What an example of a whole kind of work comes to today, where nothing more is asked.
fn ended(trial: &Trial) -> Option<Ended> {
    let book = &RULES.book;
    let Subject::Project(project) = trial.subject else { return None };
    let verdict = assess(&Situation::new(book, trial.subject.project(book)?, &trial.answers, today()));
    if next_question(book, &verdict).is_some() {
        return None;
    }
    let parts = vec![Part { project, answers: trial.answers.clone(), continued: true }];
    let case = Case { start: None, place: 0, parts };
    let link = write(book, &Link { case, derivations: Vec::new(), rules: TODAYS.clone(), day: today() });
    Some(Ended { project, link, headline: headline(book, &verdict) })
}

/// One case of each kind of work; which of its answers is looked at goes round from kind to kind.
fn one_of_each() -> Vec<Ended> {
    let mut kinds: Vec<Vec<Ended>> = RULES.book.projects.iter().map(|_| Vec::new()).collect();
    for ended in trials(&RULES).iter().filter_map(ended) {
        let kind = kinds.get_mut(ended.project).expect("a kind");
        if kind.iter().all(|known| known.headline != ended.headline) {
            kind.push(ended);
        }
    }
    let go_round = |(n, mut kind): (usize, Vec<Ended>)| {
        let chosen = n % kind.len().max(1);
        assert!(!kind.is_empty(), "{} has no example that ends", RULES.book.projects[n].id);
        kind.swap_remove(chosen)
    };
    kinds.into_iter().enumerate().map(go_round).collect()
}

fn said(headline: Headline, language: Language) -> &'static str {
    let (_, text) = RULES.words.interface().find(|(key, _)| *key == headline.key()).expect("its words");
    language.of(text)
}

/// What is wrong with a case that is opened, with everything in it open.
fn faults(browser: &Browser, ended: &Ended, language: Language) -> Vec<String> {
    let name = &RULES.book.projects[ended.project].id;
    browser.go("about:blank");
    browser.go(&SITE.url(&format!("/alle.html#{}", ended.link)));
    let lang = json!(language.tag());
    browser.run("document.querySelector(arguments[0]).setAttribute('lang', arguments[1])", &[json!(ELEMENT), lang]);
    let guide = Guide::on(browser, ELEMENT);
    let expected = said(ended.headline, language);
    browser.until(&format!("{name}: {expected}"), || guide.title().contains(expected).then_some(()));
    let there = "return ['#ta-med button', '.ta-med-åpnet'].every((css) => root.querySelector(css))";
    browser.until(&format!("{name}: what can be taken home"), || (guide.run(there, &[]) == json!(true)).then_some(()));
    guide.run("for (const one of root.querySelectorAll('details')) one.open = true", &[]);
    let mut faults = browser.axe();
    let over = "return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";
    let over = browser.run(over, &[]).as_i64().unwrap_or_default();
    if over > 0 {
        faults.push(format!("{over} px too wide"));
    }
    let nameless = "const named = (it) => /[^\\s:.,]/.test(it.textContent);
        const told = [...root.querySelectorAll('dt, dd, .ds-list span, summary, button, h2, h3, h4, text')];
        return told.filter((it) => !named(it) && !it.querySelector('svg')).map((it) => it.parentNode.outerHTML)";
    let nameless = guide.run(nameless, &[]);
    faults.extend(nameless.as_array().into_iter().flatten().map(|it| format!("says nothing: {it}")));
    let idle = "const same = (it) => it.firstChild.textContent.includes(arguments[0]) && it.querySelectorAll('p:not(.dempet)').length === 1;
        return [...root.querySelectorAll('#endringer .fører-til')].filter(same).map((it) => it.parentNode.textContent)";
    let idle = guide.run(idle, &[json!(expected)]);
    faults.extend(idle.as_array().into_iter().flatten().map(|it| format!("is a change that changes nothing: {it}")));
    faults.into_iter().map(|fault| format!("{name} in {}: {fault}", language.tag())).collect()
}

fn look_at_every(other: usize, width: u32) {
    let browser = Browser::start();
    browser.resize(width, 900);
    let chosen = one_of_each().into_iter().enumerate().filter(|(n, _)| n % 2 == other);
    let looked = chosen.zip(Language::ALL.into_iter().cycle());
    let found: Vec<String> = looked.flat_map(|((_, ended), language)| faults(&browser, &ended, language)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// A building of a kind that may be built without applying, as an example of it has it.
fn free(id: &str) -> Part {
    let is_of = |trial: &Trial| matches!(trial.subject, Subject::Project(place) if RULES.book.projects[place].id == id);
    let is_free = |trial: &&Trial| ended(trial).is_some_and(|ended| ended.headline == Headline::Free);
    let all: Vec<Trial> = trials(&RULES).into_iter().filter(is_of).collect();
    let trial = all.iter().find(is_free).expect("an example that is free");
    let Subject::Project(project) = trial.subject else { panic!("{id} is a kind of work") };
    Part { project, answers: trial.answers.clone(), continued: false }
}

#[test]
fn with_two_buildings_each_keeps_its_own_working_and_what_is_written_stays() {
    let book = &RULES.book;
    let concept = book.find_concept("bebygd-areal").expect("the concept");
    let workings = vec![Derivation { part: 1, concept, working: "bya:lengde=8,0;bredde=5,0".to_owned() }];
    let case = Case { start: None, place: 0, parts: vec![free("garasje"), free("bod")] };
    let link = Link { case, derivations: workings.clone(), rules: TODAYS.clone(), day: today() };
    let browser = Browser::start();
    browser.go(&SITE.url(&format!("/alle.html#{}", write(book, &link))));
    let guide = Guide::on(&browser, ELEMENT);
    guide.await_there(".ta-med-åpnet");
    guide.await_there("#ta-med input[type=date]");
    let date = "const field = root.querySelector('#ta-med input[type=date]');
        field.value = '2027-05-01'; field.dispatchEvent(new Event('input', { bubbles: true }))";
    guide.run(date, &[]);
    let told = || {
        let address = guide.copied_link();
        let (_, fragment) = address.split_once('#').expect("a case");
        read(book, fragment).expect("a link of ours").link.derivations
    };
    assert_eq!(told(), workings, "the working goes with the second building");
    let turn = "const other = [...root.querySelectorAll('button')].find((it) => it.textContent.startsWith('Se hvorfor, eller endre'));
        other.click()";
    guide.run(turn, &[]);
    let shown = "return root.querySelector('.svar-liste dd')?.textContent ?? ''";
    browser.until("the second building", || {
        guide.run(shown, &[]).as_str().is_some_and(|name| name.starts_with("Bod")).then_some(())
    });
    assert_eq!(told(), workings, "and stays with it");
    assert_eq!(guide.run("return root.querySelector('#ta-med input[type=date]').value", &[]), json!("2027-05-01"));
}

#[test]
fn one_half_of_the_kinds_on_a_phone() {
    look_at_every(0, 375);
}

#[test]
fn the_other_half_on_a_wide_screen() {
    look_at_every(1, 1280);
}
