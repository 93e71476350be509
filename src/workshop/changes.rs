//! What a change does to the cases of the examples: which get another outcome, and which way it goes.
//!
//! The page shows what [`changes`] returns and asks nothing else, so that an account of the whole answer space can stand
//! beside it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::review::render::Named;
use crate::rules::date::Date;
use crate::rules::load::{Language, Loaded};

use super::case::{About, Case};

/// What a change does.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Changes {
    /// Cases judged by both.
    pub cases: usize,
    /// Cases where less is asked of the one who builds.
    pub freer: usize,
    /// Cases where more is asked.
    pub stricter: usize,
    /// Cases that became, or ceased to be, undecided.
    pub otherwise: usize,
    /// The cases that changed, by kind of work or provision.
    pub groups: Vec<Group>,
}

/// The changes of one kind of work, or of one provision by itself.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Group {
    /// What it is called.
    pub name: String,
    /// Whether it is a kind of work as a whole.
    pub whole: bool,
    /// The cases.
    pub changed: Vec<Changed>,
}

/// A case that changed.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Changed {
    /// The example it is taken from.
    pub name: String,
    /// The day on which the works start.
    pub date: String,
    /// What the rules said.
    pub before: Judged,
    /// What they say.
    pub after: Judged,
    /// Which way it goes.
    pub way: Way,
}

/// An outcome in the names of the rule files.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Judged {
    /// The outcome.
    pub outcome: String,
    /// Whether the works may start.
    pub may_start: bool,
}

/// Which way an outcome goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// Less is asked.
    Freer,
    /// More is asked.
    Stricter,
    /// Something is, or was, undecided.
    Otherwise,
}

impl Judged {
    /// The outcome of a verdict.
    #[must_use]
    pub fn of(said: &Named) -> Self {
        Self { outcome: said.outcome.to_owned(), may_start: said.may_start }
    }

    /// How much is asked of the one who builds; `None` where that is open.
    fn weight(&self) -> Option<u8> {
        match self.outcome.as_str() {
            "ikke-tiltak" | "unntatt-fra-søknadsplikt" => Some(u8::from(!self.may_start)),
            "oppfylt" | "gjelder-ikke" => Some(0),
            "søknad-uten-ansvarsrett" => Some(2),
            "søknad-med-ansvarsrett" | "brutt" => Some(3),
            _ => None,
        }
    }

    fn way_to(&self, after: &Self) -> Way {
        match (self.weight(), after.weight()) {
            (Some(before), Some(after)) if after < before => Way::Freer,
            (Some(before), Some(after)) if after > before => Way::Stricter,
            _ => Way::Otherwise,
        }
    }
}

/// Judges every example's case by both rules: on its own day, and on the first day of each version that is new.
#[must_use]
pub fn changes(before: &Loaded, after: &Loaded) -> Changes {
    let mut found = Changes::default();
    let mut groups: BTreeMap<(bool, String), Vec<Changed>> = BTreeMap::new();
    let drafts = new_dates(before, after);
    for (name, case) in cases(after) {
        for date in core::iter::once(case.date).chain(drafts.iter().copied().filter(|date| *date > case.date)) {
            let case = Case { date, ..case.clone() };
            let Some((was, is)) = both(before, after, &case) else { continue };
            found.cases += 1;
            if was != is {
                let changed =
                    Changed { name: name.clone(), date: date.iso(), way: was.way_to(&is), before: was, after: is };
                found.count(changed.way);
                groups.entry(group_of(after, &case.about)).or_default().push(changed);
            }
        }
    }
    found.groups = groups.into_iter().map(|((alone, name), changed)| Group { name, whole: !alone, changed }).collect();
    found
}

impl Changes {
    const fn count(&mut self, way: Way) {
        match way {
            Way::Freer => self.freer += 1,
            Way::Stricter => self.stricter += 1,
            Way::Otherwise => self.otherwise += 1,
        }
    }
}

/// The cases of all examples that can be read.
fn cases(loaded: &Loaded) -> impl Iterator<Item = (String, Case)> {
    let files = loaded.sources.examples.iter().map(|(_, file)| file);
    files.flat_map(move |file| {
        let read = move |example| Case::of(loaded, file, example);
        file.examples.iter().filter_map(move |example| Some((example.name.clone(), read(example)?)))
    })
}

fn both(before: &Loaded, after: &Loaded, case: &Case) -> Option<(Judged, Judged)> {
    let said = |loaded: &Loaded| case.judge(&loaded.book).ok().map(|said| Judged::of(&said));
    said(before).zip(said(after))
}

/// Days on which a version begins that was not there before.
fn new_dates(before: &Loaded, after: &Loaded) -> BTreeSet<Date> {
    let begins = |loaded: &Loaded| -> BTreeSet<(String, Date)> {
        let rules = loaded.book.rules.iter();
        rules.flat_map(|rule| rule.versions.iter().map(|version| (rule.id.clone(), version.from))).collect()
    };
    begins(after).difference(&begins(before)).map(|(_, date)| *date).collect()
}

/// Kinds of work come first, then provisions by themselves.
fn group_of(loaded: &Loaded, about: &About) -> (bool, String) {
    let text = |id| loaded.words.text(id).map(|text| Language::Nb.of(text).to_owned());
    match about {
        About::Project(id) => {
            let name = loaded.book.find_project(id).and_then(|project| text(project.name));
            (false, name.unwrap_or_else(|| id.clone()))
        }
        About::Rule(id) => {
            let rule = loaded.sources.rules.iter().find(|(_, rule)| rule.id == *id);
            (true, rule.map_or_else(|| id.clone(), |(_, rule)| rule.name.nb.clone()))
        }
    }
}
