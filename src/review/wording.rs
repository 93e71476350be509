//! The law's words as the rules quote them, against a fresh text of the law.
//!
//! Only white space and marks of Markdown are overlooked; every other difference is a change of the law, or a slip.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::date::Date;
use crate::rules::source::Sources;
use crate::rules::wire::{Citation, Rule, Wording};

use super::sentences::{sentences, words};

/// What a comparison found.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Compared {
    /// Sentences that were found as they stand.
    pub same: usize,
    /// Sentences that were not.
    pub changed: Vec<Changed>,
    /// Provisions that the text does not hold at all.
    pub absent: Vec<String>,
}

/// A sentence of the rules that is not in the text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Changed {
    /// Its legal basis.
    pub provision: String,
    /// The rule file that quotes it.
    pub file: String,
    /// The sentence as quoted.
    pub quoted: String,
    /// What is most like it in the text, if anything is.
    pub nearest: Option<String>,
}

/// Compares every wording in force on a day with a text of the law, Markdown or plain.
#[must_use]
pub fn compare(sources: &Sources, today: Date, text: &str) -> Compared {
    let fresh = Fresh::read(text);
    let mut compared = Compared::default();
    let in_force = in_force(sources, today);
    let known: Vec<&str> = in_force
        .iter()
        .filter(|(.., lines)| fresh.has_any(lines))
        .map(|(_, rule, _)| rule.citation.act.as_str())
        .collect();
    let headed = |rule: &Rule| known.contains(&rule.citation.act.as_str()) && fresh.has_heading(&rule.citation);
    // A sentence that stands in the text as another section's own says nothing of the section that repeats it.
    let elsewhere: BTreeSet<&String> =
        in_force.iter().filter(|(_, rule, _)| headed(rule)).flat_map(|(.., lines)| *lines).collect();
    for (file, rule, lines) in &in_force {
        if !headed(rule) && !lines.iter().any(|line| !elsewhere.contains(line) && fresh.has(line)) {
            compared.absent.push(provision(&rule.citation));
            continue;
        }
        for line in *lines {
            if fresh.has(line) {
                compared.same += 1;
            } else {
                compared.changed.push(fresh.changed(file, rule, line));
            }
        }
    }
    compared.absent.sort();
    compared.absent.dedup();
    compared
}

/// The newest version of each rule that holds, if its words have been read.
fn in_force(sources: &Sources, today: Date) -> Vec<(&String, &Rule, &Vec<String>)> {
    let mut newest: BTreeMap<&str, (Date, &String, &Rule)> = BTreeMap::new();
    for (file, rule) in &sources.rules {
        let from = Date::parse_iso(&rule.in_force.from).filter(|from| *from <= today);
        let ended = rule.in_force.to.as_deref().and_then(Date::parse_iso).is_some_and(|to| to < today);
        let later = |from: &Date| newest.get(rule.id.as_str()).is_none_or(|(known, ..)| known < from);
        if let (Some(from), false) = (from.filter(later), ended) {
            newest.insert(&rule.id, (from, file, rule));
        }
    }
    let quoted = newest.into_values().filter_map(|(_, file, rule)| match &rule.wording {
        Wording::Quoted(lines) => Some((file, rule, lines)),
        Wording::Unquoted(_) => None,
    });
    quoted.collect()
}

/// The legal basis, short.
fn provision(citation: &Citation) -> String {
    let parts = [
        Some(citation.act.clone()),
        citation.section.as_ref().map(|section| format!("§ {section}")),
        citation.paragraph.map(|number| format!("{number}. ledd")),
        citation.letter.as_ref().map(|letter| format!("bokstav {letter}")),
        citation.number.map(|number| format!("nr. {number}")),
        citation.sentence.map(|number| format!("{number}. punktum")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The text of the law, read for comparison.
struct Fresh {
    /// All of it as one line.
    whole: String,
    lines: Vec<String>,
}

impl Fresh {
    fn read(text: &str) -> Self {
        let lines: Vec<String> = text.lines().map(plain).filter(|line| !line.is_empty()).collect();
        Self { whole: lines.join(" "), lines }
    }

    fn has(&self, sentence: &str) -> bool {
        self.whole.contains(&plain(sentence))
    }

    fn has_any(&self, sentences: &[String]) -> bool {
        sentences.iter().any(|sentence| self.has(sentence))
    }

    fn has_heading(&self, citation: &Citation) -> bool {
        let Some(section) = &citation.section else { return false };
        let heading = format!("§ {section}");
        let own = |line: &String| line.strip_prefix(&format!("{} ", citation.act)).unwrap_or(line).to_owned();
        let rest = |line: &String| own(line).strip_prefix(&heading).map(|rest| rest.chars().next());
        self.lines.iter().filter_map(rest).any(|next| next.is_none_or(|next| matches!(next, '.' | ' ' | ':')))
    }

    fn changed(&self, file: &str, rule: &Rule, line: &str) -> Changed {
        Changed {
            provision: provision(&rule.citation),
            file: file.to_owned(),
            quoted: line.to_owned(),
            nearest: self.nearest(&plain(line)),
        }
    }

    /// Sentences of the text, and whole lines, for an item of a list is often not a sentence.
    fn nearest(&self, sentence: &str) -> Option<String> {
        let pieces = self.lines.iter().flat_map(|line| sentences(line).into_iter().chain([line.as_str()]));
        let likest = pieces.map(|piece| (likeness(sentence, piece), piece)).max_by_key(|(likeness, _)| *likeness)?;
        (likest.0 >= LIKE_ENOUGH).then(|| likest.1.to_owned())
    }
}

/// In a hundred; less than this is another sentence altogether.
const LIKE_ENOUGH: usize = 40;

/// How many of the words of both are in both, in a hundred.
fn likeness(a: &str, b: &str) -> usize {
    let (a, mut b): (Vec<&str>, Vec<&str>) = (words(a).collect(), words(b).collect());
    let all = a.len() + b.len();
    let mut common: usize = 0;
    for word in a {
        if let Some(place) = b.iter().position(|other| *other == word) {
            b.swap_remove(place);
            common += 1;
        }
    }
    (200 * common).checked_div(all).unwrap_or_default()
}

/// A line without marks of Markdown, one space between words.
fn plain(line: &str) -> String {
    let line = without_links(line.trim());
    let line = line.trim_start_matches(['#', '>', ' ']);
    let line = ["- ", "* ", "+ "].into_iter().find_map(|mark| line.strip_prefix(mark)).unwrap_or(line);
    let kept: String = line.chars().filter(|c| !matches!(c, '*' | '_' | '`' | '\\' | '\u{ad}')).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `[words](address)` as the words alone.
fn without_links(line: &str) -> String {
    let mut out = String::new();
    let mut left = line;
    while let Some((before, words, after)) = link(left) {
        out.push_str(before);
        out.push_str(words);
        left = after;
    }
    out.push_str(left);
    out
}

fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (head, tail) = text.split_once("](")?;
    let (before, words) = head.rsplit_once('[')?;
    let (_, after) = tail.split_once(')')?;
    Some((before, words, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_overlooked_and_words_are_not() {
        assert_eq!(
            plain("> **Høyden**  er\u{a0}[4,0 m](https://lovdata.no) \\- _ikke_ mer"),
            "Høyden er 4,0 m - ikke mer"
        );
        assert_eq!(plain("- a) bygning"), "a) bygning");
        assert!(likeness("minst 1,0 m fra grense", "minst 2,0 m fra grense") >= LIKE_ENOUGH);
        assert_eq!(likeness("", ""), 0);
    }
}
