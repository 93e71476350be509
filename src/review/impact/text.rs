//! What a change does, for the terminal.

use crate::review::share::percent;

use super::{Change, Direction, Ending, Found, Impact, Kind, Rows, Which};

/// The comparison between two sides that are called so.
#[must_use]
pub fn text(impact: &Impact, old: &str, new: &str, rows: Rows) -> String {
    let mut lines = vec![format!("Fra {old} til {new}"), String::new()];
    let unchanged = impact.kinds.iter().filter(|kind| is_unchanged(kind));
    let unchanged: Vec<String> = unchanged.map(|kind| kind.name.clone()).collect();
    for kind in impact.kinds.iter().filter(|kind| !is_unchanged(kind)) {
        lines.extend(of_kind(kind, rows));
        lines.push(String::new());
    }
    if !unchanged.is_empty() {
        lines.push(format!("Ingen endring for {}.", listed(&unchanged)));
    }
    lines.join("\n") + "\n"
}

pub(super) fn is_unchanged(kind: &Kind) -> bool {
    matches!(&kind.found, Found::Both { changes, .. } if changes.is_empty())
}

/// What a kind of work that is on one side only is told as.
#[must_use]
pub const fn only(which: Which) -> &'static str {
    match which {
        Which::Old => "Dette tiltaket står bare i de gamle reglene.",
        Which::New => "Dette tiltaket står bare i de nye reglene.",
    }
}

/// How much became freer, stricter or otherwise.
#[must_use]
pub fn totals(kind: &Kind) -> String {
    let parts = Direction::ALL.into_iter().map(|direction| (direction, kind.share(direction)));
    let parts = parts.filter(|(_, share)| *share > 0);
    let parts: Vec<String> =
        parts.map(|(direction, share)| format!("{} {}", percent(share), direction.words())).collect();
    parts.join(", ")
}

/// The example as a sentence, with a warning where the engine does not agree.
fn sentence(change: &Change) -> String {
    format!("{}: {} → {}{}", change.example.words, change.from.words(), change.to.words(), warning(change))
}

/// Said where the engine does not agree.
#[must_use]
pub fn warning(change: &Change) -> String {
    let Some((from, to)) = change.example.mismatch else { return String::new() };
    let said = format!("motoren sier {} → {}", from.words(), to.words());
    format!(" (FEIL I VERKTØYET: {said}; meld fra til dem som vedlikeholder koden)")
}

pub(super) fn listed(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| super::cause::lower(name)).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} og {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// How great a part of all cases they are, and of those that get the freer answer.
#[must_use]
pub fn shares(change: &Change) -> String {
    let among = change.among.map_or_else(String::new, |among| format!("; {}", self::among(change, among)));
    format!("{}{among}", percent(change.share))
}

fn among(change: &Change, among: u128) -> String {
    let (answer, when) =
        if change.direction() == Direction::Freer { (change.to, "nå") } else { (change.from, "før") };
    format!("{} av alle med svaret «{}» {when}", percent(among), answer.words())
}

/// What is summed, in a line; nothing where there is nothing.
#[must_use]
pub fn summed(changes: &[Change]) -> Option<String> {
    let rows = match changes.len() {
        0 => return None,
        1 => "1 rad".to_owned(),
        several => format!("{several} rader"),
    };
    let share = percent(changes.iter().map(|change| change.share).sum());
    let open = Ending::Undecided.words();
    Some(format!("… og {rows} til og fra «{open}» ({share})"))
}

fn of_kind(kind: &Kind, rows: Rows) -> Vec<String> {
    if let Found::Only(which) = kind.found {
        return vec![kind.name.clone(), format!("  {}", only(which))];
    }
    let mut lines = vec![format!("{}: {}", kind.name, totals(kind))];
    let (told, left) = kind.told(rows);
    for change in told {
        lines.push(format!("  {} ({}): {}", change.direction().words(), shares(change), change.cause.words()));
        lines.push(format!("    {}", sentence(change)));
    }
    lines.extend(summed(left).map(|line| format!("  {line}; vis alle med --alt")));
    lines
}
