//! What would make it legal, in words: a line for each way, with where it leads.

use crate::engine::{Change, Remedy, Situation, Standing, Verdict, assess, remedies};
use crate::link::compare::headline_words;
use crate::rules::Kind;
use crate::rules::digits::count;
use crate::wording::headline::headline;
use crate::wording::{about, capitalized};

use super::Later;

/// A line for each: the colour and the words of the answer that it leads to, whether that is settled, what to do (one sentence
/// or two), the changes as `concept=amount`, with spaces between, and where the words are those of the answer there is, what
/// need no longer be granted.
pub(super) fn lines(later: &Later, situation: &Situation, begun: bool) -> String {
    let now = assess(situation);
    let found = remedies(situation, &now, &later.with.levers);
    let lines: Vec<String> = found.iter().map(|remedy| line(later, situation, begun, &now, remedy)).collect();
    lines.join("\n")
}

fn line(later: &Later, situation: &Situation, begun: bool, now: &Verdict, remedy: &Remedy) -> String {
    let after = situation.with(&remedy.changes);
    let headline = headline(situation.book, &assess(&after));
    let spared = if headline == self::headline(situation.book, now) {
        spared(later, situation, now, remedy)
    } else {
        String::new()
    };
    let settled = if remedy.standing.is_decided { "avgjort" } else { "åpent" };
    let sentences: Vec<String> = remedy.changes.iter().map(|change| sentence(later, situation, *change)).collect();
    let changes =
        remedy.changes.iter().map(|change| [&count(change.concept.index()), "=", &amount(change.to)].concat());
    let changes: Vec<String> = changes.collect();
    [
        headline.color(),
        &headline_words(&later.words, headline, begun),
        settled,
        &sentences.join("\u{1f}"),
        &changes.join(" "),
        &spared,
    ]
    .join("\t")
}

/// What bars a start now, and no longer after a change.
fn spared(later: &Later, situation: &Situation, now: &Verdict, remedy: &Remedy) -> String {
    let before = Standing::of(situation, now).map(|standing| standing.barriers).unwrap_or_default();
    let gone = before.into_iter().filter(|barrier| !remedy.standing.barriers.contains(barrier));
    let names: Vec<&str> = gone.map(|it| later.words.text(situation.book.consequence(it).name)).collect();
    names.join("; ")
}

fn amount(amount: i64) -> String {
    crate::rules::digits::digits(amount)
}

/// «Gjør mønet på garasjen 0,3 m lavere: 4,0 m i stedet for 4,3 m.»
fn sentence(later: &Later, situation: &Situation, change: Change) -> String {
    let concept = situation.book.concept(change.concept);
    let Kind::Number(unit) = concept.kind else { return String::new() };
    let words = &later.words;
    let [size, to, from] = [change.size(), change.to, change.from].map(|amount| words.number(amount, unit));
    let name = about(words, situation.project, concept.name);
    let blanks = [
        ("tiltaket", words.text(situation.project.definite)),
        ("begrep", &name),
        ("mål", &size),
        ("til", &to),
        ("fra", &from),
    ];
    capitalized(&words.filled(&["endre.", &concept.id].concat(), &blanks))
}
