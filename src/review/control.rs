//! Which versions of rules nobody answers for today: not held against the law by two people, or too long ago.

use core::fmt;

use crate::rules::date::Date;
use crate::rules::source::Sources;
use crate::rules::wire::Rule;

/// A version that somebody must read against the law.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Open {
    /// Its file, from the rules folder on.
    pub file: String,
    /// The name of the rule.
    pub rule: String,
    /// The first day of the version.
    pub from: String,
    /// What is missing.
    pub why: Why,
}

/// Why a version does not count as checked.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Why {
    /// Nobody has read it.
    Unread,
    /// One person has, and no other has agreed.
    Unapproved,
    /// It was, and had to be read again by this day.
    Overdue(String),
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unread => f.write_str("ikke kontrollert mot loven"),
            Self::Unapproved => f.write_str("kontrollert av én, ikke godkjent av en annen"),
            Self::Overdue(next) => write!(f, "kontrollen gikk ut {next}"),
        }
    }
}

/// All of them, in the order of the files.
#[must_use]
pub fn open(sources: &Sources, today: Date) -> Vec<Open> {
    let versions = sources.rules.iter();
    versions
        .filter_map(|(file, rule)| {
            let why = why(rule, today)?;
            Some(Open { file: file.clone(), rule: rule.id.clone(), from: rule.in_force.from.clone(), why })
        })
        .collect()
}

fn why(rule: &Rule, today: Date) -> Option<Why> {
    let Some(control) = &rule.control else { return Some(Why::Unread) };
    if control.approved_by.is_none() {
        return Some(Why::Unapproved);
    }
    let good = Date::parse_iso(&control.next).is_some_and(|next| today <= next);
    (!good).then(|| Why::Overdue(control.next.clone()))
}

/// How many, and which, a line for each reason.
#[must_use]
pub fn summary(open: &[Open], all: usize) -> String {
    let mut reasons: Vec<&Why> = open.iter().map(|open| &open.why).collect();
    reasons.sort();
    reasons.dedup();
    let mut lines = vec![format!("{} av {all} bestemmelser mangler gyldig kontroll mot loven:", open.len())];
    for reason in reasons {
        let those = open.iter().filter(|open| open.why == *reason);
        let names: Vec<String> = those.map(|open| format!("{} fra {}", open.rule, open.from)).collect();
        lines.push(format!("  {reason} ({}): {}", names.len(), names.join(", ")));
    }
    lines.join("\n")
}
