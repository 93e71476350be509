//! What can be taken away: a case as a receipt, a link, JSON, and days for a calendar; and a link opened again.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::calendar::{calendar, events};
use crate::link::compare::{Then, compare};
use crate::link::json::json;
use crate::link::{Derivation, Link, in_name, read, write};
use crate::receipt::receipt;
use crate::rules::compiled::decode;

use super::Later;

#[wasm_bindgen]
impl Later {
    /// The case told whole: see [`receipt`].
    #[must_use]
    pub fn receipt(&self, case: &[i64], derivations: &str) -> String {
        let case = self.case(case);
        case.map(|case| receipt(&self.words, &self.book, &case, &self.derivations(derivations), self.today))
            .unwrap_or_default()
    }

    /// The case as what stands after the `#` of an address. `rules` is the hash of today's.
    #[must_use]
    pub fn link(&self, case: &[i64], derivations: &str, rules: &str) -> String {
        self.linked(case, derivations, rules).map(|link| write(&self.book, &link)).unwrap_or_default()
    }

    /// The case as `assess` reads it.
    #[must_use]
    pub fn json(&self, case: &[i64], derivations: &str) -> String {
        self.linked(case, derivations, "").map(|link| json(&self.book, &link)).unwrap_or_default()
    }

    /// What names the file of the rules that a link was made under; empty where it is no link.
    #[must_use]
    #[wasm_bindgen(js_name = rulesOf)]
    pub fn rules_of(&self, link: &str) -> String {
        read(&self.book, link).map(|read| read.link.rules).unwrap_or_default()
    }

    /// The day of a link; empty where it is none.
    #[must_use]
    #[wasm_bindgen(js_name = dayOf)]
    pub fn day_of(&self, link: &str) -> String {
        read(&self.book, link).map(|read| read.link.day.iso()).unwrap_or_default()
    }

    /// The case of a link as numbers, read by all of today's rules; none where nothing of it is known.
    #[must_use]
    #[wasm_bindgen(js_name = caseOf)]
    pub fn case_of(&self, all: &[u8], link: &str) -> Vec<i64> {
        let read = decode(all).ok().and_then(|book| read(&book, link).ok());
        read.filter(|read| !read.link.case.parts.is_empty()).map(|read| read.link.case.numbers()).unwrap_or_default()
    }

    /// How numbers were come by in a link, as they are handed in: see [`Later::derivations`].
    #[must_use]
    #[wasm_bindgen(js_name = derivationsOf)]
    pub fn derivations_of(&self, all: &[u8], link: &str) -> String {
        let read = decode(all).ok().and_then(|book| read(&book, link).ok().map(|read| (book, read.link)));
        let Some((book, link)) = read else { return String::new() };
        let told = |derivation: &Derivation| {
            let id = &book.concept(derivation.concept).id;
            [&crate::rules::digits::count(derivation.part), id.as_str(), &derivation.working].join("\t")
        };
        link.derivations.iter().map(told).collect::<Vec<_>>().join("\n")
    }

    /// What a link says then and now: see [`compare`]. `all` is today's rules whole, for those of the guide may not hold the
    /// kind of work yet; `then` those it was made under: of no bytes where they are the same, absent where they did not come.
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands optional bytes over by value")]
    pub fn compare(&self, all: &[u8], then: Option<Vec<u8>>, link: &str) -> String {
        let Ok(mut book) = decode(all) else { return String::new() };
        book.tighten(&self.words.own);
        let then = match then.as_deref() {
            None => Then::Missing,
            Some([]) => Then::Same,
            Some(bytes) => Then::Artefact(bytes),
        };
        compare(&self.words, &book, self.today, then, link)
    }

    /// A file for a calendar: see [`calendar`] and [`events`].
    #[must_use]
    pub fn calendar(&self, seed: &str, stamp: &str, lines: &str) -> String {
        calendar(seed, stamp, &events(lines))
    }
}

impl Later {
    fn linked(&self, case: &[i64], derivations: &str, rules: &str) -> Option<Link> {
        let (case, derivations) = (self.case(case)?, self.derivations(derivations));
        Some(Link { case, derivations, rules: in_name(rules), day: self.today })
    }

    /// Lines of a part's place, a concept's name and the working, with tabs between.
    fn derivations(&self, lines: &str) -> Vec<Derivation> {
        let derivation = |line: &str| {
            let mut fields = line.split('\t');
            let (part, concept) = (fields.next()?.parse().ok()?, self.book.find_concept(fields.next()?)?);
            Some(Derivation { part, concept, working: fields.next()?.to_owned() })
        };
        lines.split('\n').filter_map(derivation).collect()
    }
}
