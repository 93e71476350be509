//! `vakt`: does the guide work on these pages, as a resident's browser sees them?

use core::fmt;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::browser::Browser;
use super::failure::Failure;

/// Hears the guide start.
const FIRST: &str = include_str!("patrol/first.js");
/// Says what is on the page now.
const LOOK: &str = include_str!("patrol/look.js");
/// How long a page may take where nothing else is asked for.
pub const PATIENCE: u64 = 20;

/// What to look at.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Round {
    /// The file of the addresses.
    pub list: String,
    /// How many seconds a guide may take to start.
    pub patience: u64,
    /// The edition of the rules that every page must show.
    pub edition: Option<String>,
}

/// A page, and what was found there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Seen {
    /// Where.
    pub address: String,
    /// The guide that started, or why none did.
    pub found: Result<Started, String>,
}

/// A guide that started.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Started {
    /// `element`, `ramme`, or `reserve` where a frame stands in for the element.
    pub form: String,
    /// The edition of the rules.
    pub edition: String,
    /// From when the page was asked for.
    pub milliseconds: u64,
}

/// Looks at every page of the list, one at a time, and tells each as it is seen.
///
/// # Errors
/// Where the list cannot be read or there is no browser.
pub fn patrol(round: &Round, told: &mut dyn FnMut(&Seen)) -> Result<Vec<Seen>, Failure> {
    let addresses = addresses(Path::new(&round.list))?;
    let browser = Browser::start(FIRST)?;
    let look = |address: &String| {
        let found = started(&browser, address, Duration::from_secs(round.patience));
        let found = found.and_then(|started| expected(started, round.edition.as_deref()));
        let seen = Seen { address: address.clone(), found };
        told(&seen);
        seen
    };
    Ok(addresses.iter().map(look).collect())
}

/// One address a line; an empty line and a line that begins with `#` are nothing.
fn addresses(list: &Path) -> Result<Vec<String>, Failure> {
    let unreadable = |error| Failure(format!("kan ikke lese lista {}: {error}", list.display()));
    let text = fs::read_to_string(list).map_err(unreadable)?;
    let lines = text.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let address = |(place, line): (usize, &str)| {
        let place = place + 1;
        if line.starts_with("https://") || line.starts_with("http://") {
            return Ok(line.to_owned());
        }
        Err(Failure(format!("{}:{place}: `{line}` er ikke en adresse; skriv hele, med https://", list.display())))
    };
    let addresses = lines.map(address).collect::<Result<Vec<_>, _>>()?;
    if addresses.is_empty() {
        return Err(Failure(format!("{}: lista er tom; skriv én adresse på hver linje", list.display())));
    }
    Ok(addresses)
}

fn started(browser: &Browser, address: &str, patience: Duration) -> Result<Started, String> {
    let begun = Instant::now();
    let _ = browser.errors();
    browser.go(address).map_err(|said| format!("siden svarer ikke: {}", said.trim_start_matches("unknown error: ")))?;
    loop {
        let page = browser.run(LOOK).map_err(|said| format!("siden lar seg ikke lese: {said}"))?;
        if page.get("borte").and_then(Value::as_bool) == Some(true) {
            return Err("siden svarer ikke".to_owned());
        }
        let status = page.get("status").and_then(Value::as_u64).unwrap_or_default();
        if status >= 400 {
            return Err(format!("siden svarer med feil {status}"));
        }
        if let Some(started) = read(&page) {
            return Ok(started);
        }
        if begun.elapsed() >= patience {
            return Err(why(&page, &browser.errors()));
        }
        thread::sleep(Duration::from_millis(100));
    }
}

fn read(page: &Value) -> Option<Started> {
    let started = page.get("startet")?;
    let text = |name| started.get(name).and_then(Value::as_str).map(str::to_owned);
    let instead = page.get("reserve").and_then(Value::as_bool) == Some(true);
    Some(Started {
        form: if instead { "reserve".to_owned() } else { text("form")? },
        edition: text("regler")?,
        milliseconds: started.get("ms").and_then(Value::as_u64)?,
    })
}

fn expected(started: Started, edition: Option<&str>) -> Result<Started, String> {
    match edition {
        Some(edition) if edition != started.edition => {
            Err(format!("viser utgave {} av reglene, ikke {edition}", started.edition))
        }
        _ => Ok(started),
    }
}

/// Why no guide has started, with what the browser says of it.
fn why(page: &Value, errors: &[String]) -> String {
    let is = |name| page.get(name).and_then(Value::as_bool) == Some(true);
    let what = match (is("element"), is("skript"), is("ramme")) {
        (false, _, false) => return "fant verken veiviseren eller ramma på siden".to_owned(),
        (true, false, false) => "elementet er på siden, men skriptet er ikke lastet",
        (true, _, false) => "elementet og skriptet er på siden, men veiviseren startet ikke",
        (_, _, true) => "ramma er på siden, men veiviseren i den startet ikke",
    };
    let policy = errors.iter().find(|error| error.contains("Content Security Policy"));
    match policy.or(errors.first()) {
        Some(said) => format!("{what}; nettleseren sier: {}", said.replace(['\n', '\t'], " ")),
        None => what.to_owned(),
    }
}

impl Seen {
    /// The same for a machine.
    #[must_use]
    pub fn json(&self) -> Value {
        let started = self.found.as_ref().ok();
        json!({
            "adresse": self.address,
            "virker": started.is_some(),
            "form": started.map(|started| &started.form),
            "utgave": started.map(|started| &started.edition),
            "millisekunder": started.map(|started| started.milliseconds),
            "feil": self.found.as_ref().err(),
        })
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { address, found } = self;
        let started = match found {
            Err(why) => return write!(f, "FEIL  {address}: {why}"),
            Ok(started) => started,
        };
        let form = match started.form.as_str() {
            "element" => "element",
            "reserve" => "ramme i stedet for elementet",
            _ => "ramme",
        };
        let (seconds, tenths) = (started.milliseconds / 1000, started.milliseconds % 1000 / 100);
        write!(f, "ok    {address}: {form}, startet etter {seconds},{tenths} s, utgave {}", started.edition)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Seen, Started, expected, why};

    fn started() -> Started {
        Started { form: "element".to_owned(), edition: "2026-01-01-abc".to_owned(), milliseconds: 1_234 }
    }

    #[test]
    fn a_page_is_told_in_one_line() {
        let seen = Seen { address: "https://a.no/".to_owned(), found: Ok(started()) };
        assert_eq!(seen.to_string(), "ok    https://a.no/: element, startet etter 1,2 s, utgave 2026-01-01-abc");
        assert_eq!(seen.json().get("virker"), Some(&json!(true)));
    }

    #[test]
    fn an_old_edition_is_no_success_where_another_is_asked_for() {
        assert!(expected(started(), None).is_ok());
        assert!(expected(started(), Some("2026-01-01-abc")).is_ok());
        assert!(expected(started(), Some("2026-07-01-def")).is_err_and(|why| why.contains("2026-07-01-def")));
    }

    #[test]
    fn what_is_missing_is_named_with_what_the_browser_says() {
        let page = json!({ "element": true, "skript": false, "ramme": false });
        let said = ["404 x.css".to_owned(), "Refused, by the Content Security Policy".to_owned()];
        assert!(why(&page, &said).ends_with("Refused, by the Content Security Policy"));
        assert!(why(&json!({}), &said).starts_with("fant verken"));
    }
}
