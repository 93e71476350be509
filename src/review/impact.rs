//! What a change of the rules does to the answers: every case that gets another outcome, and why.
//!
//! Two worlds share one space, with every question answered exactly. Where their judgements differ is a set of cases, kept
//! as a diagram; it is divided by outcome and by cause, and each part is shown by an ordinary case that the engine itself
//! has judged on both sides.

mod cause;
mod ending;
mod example;
mod page;
mod text;
mod touched;
pub mod wire;

use std::collections::BTreeSet;

use crate::rules::date::Date;
use crate::rules::load::{Language, Loaded};
use crate::rules::{Project, RuleBook, TextId};

use super::cells::Cells;
use super::diagram::{Diagram, Diagrams};
use super::share;
use super::space::{Known, Space, World};
use super::symbolic::{Judged, judge};

pub use cause::Cause;
pub use ending::{Direction, Ending};
pub use example::Example;
pub use page::page;
pub use text::{only, shares, summed, text, totals, warning};
pub use touched::{Touched, touched};

/// One side of a comparison: some rules on a day.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The rules with their words.
    pub rules: &'a Loaded,
    /// The day on which the works start.
    pub date: Date,
}

impl<'a> Side<'a> {
    fn book(&self) -> &'a RuleBook {
        &self.rules.book
    }

    fn world(&self, project: &str) -> Option<World<'a>> {
        let project = self.book().find_project(project)?;
        Some(World { book: self.book(), project, date: self.date })
    }

    fn says(&self, text: TextId) -> String {
        self.rules.words.text(text).map_or_else(String::new, |text| Language::Nb.of(text).to_owned())
    }
}

/// Which of the two sides.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Which {
    /// What was.
    Old,
    /// What will be.
    New,
}

/// What a change does, by kind of work.
#[derive(Clone, Debug)]
pub struct Impact {
    /// Each kind of work of either side.
    pub kinds: Vec<Kind>,
}

/// What a change does to one kind of work.
#[derive(Clone, Debug)]
pub struct Kind {
    /// The name in the rule files.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What was found.
    pub found: Found,
}

/// What was found about one kind of work.
#[derive(Clone, Debug)]
pub enum Found {
    /// It is in the rules of one side only.
    Only(Which),
    /// It is in both.
    Both {
        /// How many combinations of answers the rules of both sides can tell apart, written out.
        cells: String,
        /// What changed, the most ordinary first.
        changes: Vec<Change>,
    },
}

/// Cases that change in the same way for the same reason.
#[derive(Clone, Debug)]
pub struct Change {
    /// What the old side says.
    pub from: Ending,
    /// What the new side says.
    pub to: Ending,
    /// Why.
    pub cause: Cause,
    /// Their share of all cases, in parts of [`super::diagram::WHOLE`].
    pub share: u128,
    /// Their share of the cases that have the freer of the two answers on that side, where both sides decide: so it does
    /// not matter how much else can be in the way.
    pub among: Option<u128>,
    /// The most ordinary of them.
    pub example: Example,
}

/// Which changes are told one by one.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Rows {
    /// Those that both sides decide; the others are summed.
    #[default]
    Decided,
    /// Every one.
    All,
}

impl Change {
    /// Whether it became freer or stricter.
    #[must_use]
    pub fn direction(&self) -> Direction {
        Direction::of(self.from, self.to)
    }

    /// What comes first is what most people would meet.
    fn order(&self) -> (bool, usize, core::cmp::Reverse<u128>) {
        (self.direction() == Direction::Otherwise, self.example.unusual, core::cmp::Reverse(self.share))
    }
}

impl Kind {
    /// What changed; nothing where it is on one side only.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        match &self.found {
            Found::Only(_) => &[],
            Found::Both { changes, .. } => changes,
        }
    }

    /// The changes that are told one by one, and those that are summed.
    #[must_use]
    pub fn told(&self, rows: Rows) -> (&[Change], &[Change]) {
        let changes = self.changes();
        let decided = changes.iter().take_while(|change| change.direction() != Direction::Otherwise).count();
        changes.split_at_checked(if rows == Rows::All { changes.len() } else { decided }).unwrap_or((changes, &[]))
    }

    /// The share of all its cases that change so, in parts of [`super::diagram::WHOLE`].
    #[must_use]
    pub fn share(&self, direction: Direction) -> u128 {
        let changes = self.changes().iter().filter(|change| change.direction() == direction);
        changes.map(|change| change.share).sum()
    }
}

/// Compares all kinds of work, one after the other.
#[must_use]
pub fn impact(old: Side, new: Side) -> Impact {
    let kinds = kinds(old, new).into_iter().map(|id| kind(old, new, &id)).collect();
    Impact { kinds }
}

/// The names of the kinds of work of either side, in the order of the new side.
#[must_use]
pub fn kinds(old: Side, new: Side) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let both = new.book().projects.iter().chain(&old.book().projects);
    both.map(|project| project.id.clone()).filter(|id| seen.insert(id.clone())).collect()
}

/// What people call a kind of work, in the words of the new side where it is there.
#[must_use]
pub fn called(old: &Loaded, new: &Loaded, id: &str) -> String {
    let sides = [new, old].map(|rules| Side { rules, date: rules.book.covers_from });
    let mut names = sides.iter().filter_map(|side| Some(side.says(side.book().find_project(id)?.name)));
    names.next().unwrap_or_else(|| id.to_owned())
}

/// Compares one kind of work.
#[must_use]
pub fn kind(old: Side, new: Side, id: &str) -> Kind {
    let named = |side: Side, project: &Project| Kind {
        id: id.to_owned(),
        name: side.says(project.name),
        found: Found::Only(Which::Old),
    };
    match (old.world(id), new.world(id)) {
        (Some(was), Some(is)) => {
            let found = Comparison::new([old, new], [was, is]).found();
            Kind { found, ..named(new, is.project) }
        }
        (None, Some(is)) => Kind { found: Found::Only(Which::New), ..named(new, is.project) },
        (Some(was), None) => named(old, was.project),
        (None, None) => Kind { id: id.to_owned(), name: id.to_owned(), found: Found::Only(Which::Old) },
    }
}

/// Two worlds in one space, both judged.
struct Comparison<'a> {
    sides: [Side<'a>; 2],
    worlds: [World<'a>; 2],
    space: Space,
    diagrams: Diagrams,
    judged: [Judged; 2],
}

/// Cases that are to be explained, and which side is the stricter, or cannot be decided.
struct Region {
    at: Diagram,
    strict: usize,
    undecided: bool,
}

impl Region {
    fn new(at: Diagram, from: Ending, to: Ending) -> Self {
        let direction = Direction::of(from, to);
        let undecided = direction == Direction::Otherwise;
        let strict = if undecided { to == Ending::Undecided } else { direction == Direction::Stricter };
        Self { at, strict: usize::from(strict), undecided }
    }
}

impl<'a> Comparison<'a> {
    fn new(sides: [Side<'a>; 2], worlds: [World<'a>; 2]) -> Self {
        let space = Space::of(&worlds, Known::All);
        let mut diagrams = Diagrams::new(space.widths());
        let judged = worlds.each_ref().map(|world| judge(world, &space, &mut diagrams));
        Self { sides, worlds, space, diagrams, judged }
    }

    fn found(mut self) -> Found {
        let [was, is] = [0, 1].map(|side| self.endings(side));
        let differs = self.diagrams.join(was, is, &|was, is| if was == is { 0 } else { was << 8 | is });
        let mut changes = Vec::new();
        let sides = [was, is];
        for packed in self.diagrams.ends(differs) {
            let (Some(from), Some(to)) = (Ending::of(packed >> 8), Ending::of(packed & 0xFF)) else { continue };
            let at = self.diagrams.is(differs, packed);
            let freer = self.freer(sides, (from, to));
            changes.extend(self.changes((from, to), at, freer));
        }
        changes.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.example.cmp(&b.example)));
        Found::Both { cells: Cells::of(&self.space.widths()).to_string(), changes }
    }

    fn endings(&mut self, side: usize) -> Diagram {
        let [old, new] = &self.judged;
        let judged = if side == 0 { old } else { new };
        let (outcome, may_start) = (judged.outcome, judged.may_start);
        self.diagrams.join(outcome, may_start, &|outcome, start| Ending::reached(outcome, start != 0).number())
    }

    /// The share of cases that have the freer of two answers, on the side that gives it; `None` where one is not decided.
    fn freer(&mut self, [was, is]: [Diagram; 2], (from, to): (Ending, Ending)) -> Option<u128> {
        let (side, ending) = match Direction::of(from, to) {
            Direction::Freer => (is, to),
            Direction::Stricter => (was, from),
            Direction::Otherwise => return None,
        };
        let at = self.diagrams.is(side, ending.number());
        Some(self.diagrams.share(at, &|_, _| true))
    }

    fn changes(&mut self, (from, to): (Ending, Ending), at: Diagram, freer: Option<u128>) -> Vec<Change> {
        let causes = self.causes(&Region::new(at, from, to));
        let ordinary = self.ordinary();
        let mut changes = Vec::new();
        for (cause, at) in causes {
            let share = self.diagrams.share(at, &|_, _| true);
            if let Some(example) = self.example(at, &cause, (from, to), &ordinary) {
                let among = freer.map(|freer| share::of(share, freer));
                changes.push(Change { from, to, cause, share, among, example });
            }
        }
        changes
    }
}
