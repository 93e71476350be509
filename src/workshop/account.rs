//! What the change does to every answer there is, one kind of work at a time: the same account as `impact` gives, in words.

use serde::Serialize;

use crate::review::impact::{self, Change, Direction, Found, Kind, Rows, Side, Touched};
use crate::rules::date::Date;
use crate::rules::load::Loaded;

use super::changes::Way;

/// What is to be worked out: a kind of work on a day.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Task {
    /// The name of the kind of work in the rule files.
    pub project: String,
    /// What it is called.
    pub name: String,
    /// The day on which the works start.
    pub date: String,
}

/// What the change does to one kind of work.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Account {
    /// How great a part of all combinations of answers changes, and which way; where the kind is new or gone, that. Empty
    /// where nothing changes.
    pub totals: String,
    /// What is decided by both rules, the most ordinary first.
    pub told: Vec<Row>,
    /// What is not decided by one of them, summed.
    pub summed: Option<String>,
    /// Each part of that sum.
    pub undecided: Vec<Row>,
}

/// Combinations of answers that change in the same way for the same reason.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Row {
    /// Which way it goes.
    pub way: Way,
    /// What the published rules say.
    pub from: &'static str,
    /// What the rules on the desk say.
    pub to: &'static str,
    /// Why.
    pub cause: String,
    /// How many they are.
    pub shares: String,
    /// The case that changes so and is most like an ordinary one.
    pub example: String,
}

/// The kinds of work that are judged by another law than before; no others can change.
#[must_use]
pub fn tasks(before: &Loaded, after: &Loaded, today: Date) -> Vec<Task> {
    let task = |Touched { date, kind }: Touched| Task {
        name: impact::called(before, after, &kind),
        project: kind,
        date: date.iso(),
    };
    impact::touched(before, after, today).into_iter().map(task).collect()
}

/// Works out one of them.
#[must_use]
pub fn account(before: &Loaded, after: &Loaded, project: &str, date: Date) -> Account {
    Account::of(&impact::kind(Side { rules: before, date }, Side { rules: after, date }, project))
}

impl Account {
    fn of(kind: &Kind) -> Self {
        let (told, undecided) = kind.told(Rows::Decided);
        let rows = |changes: &[Change]| changes.iter().map(Row::of).collect();
        let totals = match kind.found {
            Found::Only(which) => impact::only(which).to_owned(),
            Found::Both { .. } => impact::totals(kind),
        };
        Self { totals, told: rows(told), summed: impact::summed(undecided), undecided: rows(undecided) }
    }
}

impl Row {
    fn of(change: &Change) -> Self {
        let way = match change.direction() {
            Direction::Freer => Way::Freer,
            Direction::Stricter => Way::Stricter,
            Direction::Otherwise => Way::Otherwise,
        };
        Self {
            way,
            from: change.from.words(),
            to: change.to.words(),
            cause: change.cause.words(),
            shares: impact::shares(change),
            example: format!("{}{}", change.example.words, impact::warning(change)),
        }
    }
}
