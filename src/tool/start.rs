//! What it is good to have at hand before one begins on a kind of work, and how many questions it may come to.
//!
//! Neither is written by hand for each kind: both are read off its own examples, asked one screen after another as a resident
//! is asked under the newest rules.

use std::collections::BTreeSet;

use crate::engine::{Answers, Situation, assess, next_question};
use crate::review::examples::{Subject, Trial, trials};
use crate::rules::load::Loaded;
use crate::rules::{ConceptId, Outcome};

use super::wire::{AtHand, StartFile};

/// Examples are few and people many: how many questions there may be is told in steps of so many.
const STEP: usize = 5;

/// What is told of a kind of work before its first question.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Beginning<'a> {
    /// The most questions that an example was asked until its answer was there, rounded up; none where the kind of work alone
    /// gives the answer.
    pub most: usize,
    /// The key of the words for how long to set aside.
    pub time: &'a str,
    /// Keys of the words for what to have at hand.
    pub at_hand: Vec<&'a str>,
}

/// Of each kind of work, in the order of the rule book.
#[must_use]
pub fn beginnings<'a>(loaded: &Loaded, file: &'a StartFile) -> Vec<Beginning<'a>> {
    let trials = trials(loaded);
    let of = |place| trials.iter().filter(move |trial| matches!(trial.subject, Subject::Project(at) if at == place));
    let kinds = (0..loaded.book.projects.len()).map(|place| {
        let asked: Vec<Asked> = of(place).map(|trial| asked(loaded, place, trial)).collect();
        beginning(loaded, file, &asked)
    });
    kinds.collect()
}

/// A late word for each kind of work that is asked about at all before its answer: the number, the key of the time, and those of what to have at hand.
#[must_use]
pub fn lines(beginnings: &[Beginning]) -> String {
    let line = |(place, Beginning { most, time, at_hand }): (usize, &Beginning)| {
        format!("start-{place}\t{most} {time} {}", at_hand.join(" "))
    };
    beginnings.iter().enumerate().filter(|(_, beginning)| beginning.most > 0).map(line).collect::<Vec<_>>().join("\n")
}

/// What an example was asked.
struct Asked {
    concepts: BTreeSet<ConceptId>,
    /// Whether it had all the answers.
    is_whole: bool,
}

fn asked(loaded: &Loaded, place: usize, trial: &Trial) -> Asked {
    let book = &loaded.book;
    let mut asked = Asked { concepts: BTreeSet::new(), is_whole: true };
    let Some(project) = book.projects.get(place) else { return asked };
    let mut answers = Answers::new();
    while asked.is_whole {
        let verdict = assess(&Situation::new(book, project, &answers, book.newest()));
        // Here the guide gives its answer, and asks whether to go on.
        if verdict.outcome.or(verdict.at_least) >= Some(Outcome::ApplyYourself) {
            break;
        }
        let Some(screen) = next_question(book, &verdict) else { break };
        for concept in screen.concepts {
            asked.concepts.insert(concept);
            match trial.answers.get(concept) {
                Some(answer) => answers.set(concept, answer),
                None => asked.is_whole = false,
            }
        }
    }
    asked
}

fn beginning<'a>(loaded: &Loaded, file: &'a StartFile, asked: &[Asked]) -> Beginning<'a> {
    let most = asked.iter().filter(|one| one.is_whole).map(|one| one.concepts.len()).max().unwrap_or_default();
    let most = most.div_ceil(STEP) * STEP;
    let time = file.times.iter().find(|time| time.most.is_none_or(|enough| most <= enough));
    let names: BTreeSet<&str> =
        asked.iter().flat_map(|one| &one.concepts).map(|id| loaded.book.concept(*id).id.as_str()).collect();
    let is_any = |concepts: &[String]| concepts.iter().any(|concept| names.contains(concept.as_str()));
    let fits = |thing: &&AtHand| is_any(&thing.concepts) && !is_any(&thing.without);
    Beginning {
        most,
        time: time.map_or("", |time| time.word.as_str()),
        at_hand: file.at_hand.iter().filter(fits).map(|thing| thing.word.as_str()).collect(),
    }
}
