//! The look-up of an address, against a service of the documented shape that answers, fails, dawdles and finds nothing.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/built.rs"]
mod built;
#[path = "support/guide.rs"]
mod guide;
#[path = "support/webdriver.rs"]
mod webdriver;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use bygg_uten_a_soke::tool::http::Request;
use bygg_uten_a_soke::tool::server::Server;
use bygg_uten_a_soke::tool::site::{Answer, STRICT, Site};
use serde_json::{Value, json};

use guide::Guide;
use webdriver::Browser;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// An address as the service writes it, with more fields than we read.
fn address(number: &str, municipality: &str) -> Value {
    json!({
        "adressenavn": "Storgata", "adressetekst": "Storgata 1", "adressetilleggsnavn": null, "nummer": 1, "bokstav": "",
        "kommunenummer": number, "kommunenavn": municipality, "gardsnummer": 208, "bruksnummer": 619, "festenummer": 0,
        "undernummer": null, "bruksenhetsnummer": [], "objtype": "Vegadresse", "poststed": "LILLEHAMMER",
        "postnummer": "2609", "representasjonspunkt": { "epsg": "EPSG:4258", "lat": 61.1, "lon": 10.4 },
    })
}

/// What the service has been asked, and what it answers: the address that is sought says what goes wrong.
fn service(asked: &Arc<Mutex<Vec<String>>>) -> Server {
    let asked = Arc::clone(asked);
    let answer = move |request: &Request| {
        let mut heard = asked.lock().expect("nobody has failed");
        heard.push(request.address.clone());
        let times = heard.len();
        drop(heard);
        let found =
            |addresses: &[Value]| (200, json!({ "metadata": { "side": 0 }, "adresser": addresses }).to_string());
        let sought = |word: &str| request.address.contains(word);
        let (status, body) = match () {
            () if sought("Nede") => (500, String::new()),
            () if sought("Vakler") && times % 2 == 1 => (500, String::new()),
            () if sought("Treg") => {
                thread::sleep(Duration::from_secs(9));
                found(&[address("3405", "LILLEHAMMER")])
            }
            () if sought("Rart") => (200, "<html>".to_owned()),
            () if sought("Tomt") => (200, "{}".to_owned()),
            () if sought("Ingen") => found(&[]),
            () if sought("Feltl") => found(&[json!({ "adressetekst": "Storgata 1", "kommunenummer": 3405 })]),
            () if sought("Ond") => found(&[json!({
                "adressetekst": "<img src=x onerror=alert(1)>", "poststed": "", "kommunenummer": "3405",
                "kommunenavn": "<b>X</b>", "gardsnummer": 1, "bruksnummer": 2,
            })]),
            () if sought("Flere") => {
                found(&[address("3405", "LILLEHAMMER"), address("5501", "TROMSØ - ROMSA - TROMSSA")])
            }
            () => found(&[address("3405", "LILLEHAMMER")]),
        };
        let headers =
            vec![("Access-Control-Allow-Origin", "*".to_owned()), ("Content-Type", "application/json".to_owned())];
        Some(Answer { status, headers, body: body.into_bytes() })
    };
    Server::answering(answer, 0).expect("a free port")
}

/// The widget, on a page that turns the look-up on, with the service where today's data says it is.
fn site(service: &Server) -> Server {
    built::dist();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("adresse");
    fs::create_dir_all(folder.join("regler")).expect("a folder");
    let services = json!({ "adresser": service.url("/sok"), "hos": "Kartverket" });
    fs::write(folder.join("regler/oppslag.json"), services.to_string()).expect("a file");
    let page = |attributes: &str| {
        format!(
            "<!doctype html><html lang=\"nb\"><title>Test</title><main><h1>Test</h1>\
             <bygg-uten-a-soke {attributes}></bygg-uten-a-soke></main>\
             <script type=\"module\" src=\"/veiviser/veiviser.js\"></script>"
        )
    };
    let with = "adresse-oppslag kommune=\"3405\" planregister=\"https://www.arealplaner.no/lillehammer3405\"";
    fs::write(folder.join("med.html"), page(with)).expect("a file");
    fs::write(folder.join("uten.html"), page("kommune=\"3405\"")).expect("a file");
    let policy = STRICT.replace("connect-src 'self'", &format!("connect-src 'self' {}", service.url("")));
    Server::start(Site { folders: vec![folder, root().join("dist")], policy }, 0).expect("a free port")
}

/// Looks an address up, and gives what is said in the end.
fn look_up(browser: &Browser, guide: &Guide, address: &str) -> String {
    guide.run("root.querySelector('.adresse').open = true; root.querySelector('#adresse').value = ''", &[]);
    // It opens gently, and a press on the way would miss.
    let still =
        "const at = () => root.querySelector('.adresse button[type=submit]').getBoundingClientRect().y, first = at();
        return new Promise((done) => setTimeout(() => done(first > 0 && at() === first), 200))";
    browser.until("it to be open", || guide.run(still, &[]).as_bool()?.then_some(()));
    guide.element("#adresse").keys(address);
    guide.press(".adresse button[type=submit]");
    browser.until("an answer", || {
        let said = guide.text(".adresse [role=status]");
        (!said.is_empty() && !said.contains("Slår opp")).then_some(said)
    })
}

#[test]
fn an_address_leads_to_its_municipality_and_plans_and_whatever_fails_is_said() {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let service = service(&asked);
    let site = site(&service);
    let browser = Browser::start();

    browser.go(&site.url("/uten.html"));
    let off = Guide::on(&browser, "bygg-uten-a-soke");
    assert_eq!(off.run("return root.querySelectorAll('.adresse').length", &[]), json!(0), "off unless it is turned on");

    browser.go(&site.url("/med.html"));
    let guide = Guide::on(&browser, "bygg-uten-a-soke");
    guide.element(".adresse");
    assert!(asked.lock().unwrap().is_empty(), "nothing is sent before the button is pressed");
    let told = guide.run("return root.querySelector('.adresse').textContent", &[]);
    assert!(told.as_str().unwrap().contains("sendes det du har skrevet til Kartverket"), "{told}");

    let said = look_up(&browser, &guide, "Storgata 1");
    assert!(said.contains("gårdsnummer 208, bruksnummer 619 i Lillehammer"), "{said}");
    let link = guide.run("return root.querySelector('.adresse [role=status] a').href", &[]);
    assert_eq!(link, json!("https://www.arealplaner.no/lillehammer3405"));

    let several = look_up(&browser, &guide, "Flere");
    assert!(several.contains("Velg adressen din"), "{several}");
    guide.run("root.querySelectorAll('.adresse li button')[1].click()", &[]);
    let elsewhere = guide.text(".adresse [role=status]");
    assert!(elsewhere.contains("Tromsø - Romsa - Tromssa, ikke i kommunen"), "{elsewhere}");
    assert_eq!(
        guide.run("return !!root.querySelector('.adresse [role=status] a')", &[]),
        json!(false),
        "another's plans"
    );

    for nothing in ["Ingen", "Feltløs"] {
        let said = look_up(&browser, &guide, nothing);
        assert!(said.contains("sier ingenting om hva som gjelder der"), "{nothing}: {said}");
    }
    for broken in ["Nede", "Rart", "Tomt", "Treg"] {
        let said = look_up(&browser, &guide, broken);
        assert!(said.contains("Vi fikk ikke svar fra Kartverket"), "{broken}: {said}");
    }
    asked.lock().unwrap().clear();
    let said = look_up(&browser, &guide, "Vakler");
    assert!(said.contains("gårdsnummer 208"), "a server's fault is tried once more: {said}");
    assert_eq!(asked.lock().unwrap().len(), 2);

    let said = look_up(&browser, &guide, "Ond");
    assert!(said.contains("<img src=x onerror=alert(1)>"), "markup is text: {said}");
    assert_eq!(guide.run("return root.querySelectorAll('.adresse img, .adresse b').length", &[]), json!(0));

    assert_eq!(browser.axe(), Vec::<String>::new());
}
