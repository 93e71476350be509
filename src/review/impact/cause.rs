//! Why cases changed: each case is told once, under the first cause that explains it.
//!
//! The provision that frees a case on one side is looked up on the other: it is missing there, or one of its conditions is
//! broken there. Where the same provision frees on both sides, what stands beside it is what changed.

use std::collections::BTreeSet;

use crate::review::diagram::Diagram;
use crate::review::symbolic::Judged;
use crate::rules::{Condition, RuleId, Sort, TextId};

use super::{Comparison, Region, Which};

/// Why cases changed.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Cause {
    /// A provision is on one side only.
    OnlyOn(Which, Provision),
    /// A condition is broken on the side named, and holds or is absent on the other.
    Broken(Which, Provision, Part),
    /// Something must be in order first on the side named, and not on the other.
    Follows(Which, Provision, String),
    /// A provision reads otherwise, and no single condition explains it.
    Reads(Provision),
    /// Nothing alone explains it.
    Several,
}

/// A rule with its legal basis.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Provision {
    /// The name in the rule files.
    pub rule: String,
    /// The legal basis written out.
    pub citation: String,
}

/// A condition: the law's words, or what it is about.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Part {
    /// Its place in the rule.
    pub place: usize,
    /// In words.
    pub words: String,
    /// What it reads, by name.
    pub concepts: BTreeSet<String>,
}

impl Cause {
    /// In words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::OnlyOn(Which::New, provision) => format!("{} er ny", provision.citation),
            Self::OnlyOn(Which::Old, provision) => format!("{} gjelder ikke lenger", provision.citation),
            Self::Broken(which, provision, part) => {
                let side = if *which == Which::Old { "var til hinder før" } else { "er til hinder nå" };
                format!("{}, {} ({side})", provision.citation, part.words)
            }
            Self::Follows(which, provision, what) => {
                let side = if *which == Which::Old { "måtte være i orden før" } else { "må være i orden nå" };
                format!("{}: {what} ({side})", provision.citation)
            }
            Self::Reads(provision) => format!("{} lyder annerledes", provision.citation),
            Self::Several => "flere bestemmelser sammen".to_owned(),
        }
    }

    /// The provision, where it is one.
    #[must_use]
    pub const fn provision(&self) -> Option<&Provision> {
        match self {
            Self::OnlyOn(_, provision)
            | Self::Broken(_, provision, _)
            | Self::Follows(_, provision, _)
            | Self::Reads(provision) => Some(provision),
            Self::Several => None,
        }
    }

    /// What the condition reads.
    pub(super) fn concepts(&self) -> BTreeSet<String> {
        if let Self::Broken(_, _, part) = self { part.concepts.clone() } else { BTreeSet::new() }
    }
}

/// What is left to explain, and what is explained.
struct Explained {
    left: Diagram,
    causes: Vec<(Cause, Diagram)>,
}

impl Comparison<'_> {
    pub(super) fn causes(&mut self, region: &Region) -> Vec<(Cause, Diagram)> {
        let mut explained = Explained { left: region.at, causes: Vec::new() };
        let free = 1 - region.strict;
        if region.undecided {
            self.follows(region.strict, &mut explained);
        }
        for (rule, decides) in self.judged(free).decides.clone() {
            self.freed_by(rule, decides, region.strict, &mut explained);
        }
        self.broken_beside(region.strict, &mut explained);
        self.follows(region.strict, &mut explained);
        for (rule, decides) in self.judged(region.strict).decides.clone() {
            let cause = Cause::Reads(self.provision(region.strict, rule));
            self.explain(cause, decides, &mut explained);
        }
        let all = explained.left;
        self.explain(Cause::Several, all, &mut explained);
        explained.causes
    }

    fn explain(&mut self, cause: Cause, at: Diagram, explained: &mut Explained) {
        let here = self.diagrams.and(explained.left, at);
        if self.diagrams.is_never(here) {
            return;
        }
        explained.left = self.diagrams.without(explained.left, here);
        let same = explained.causes.iter().position(|(known, _)| *known == cause);
        match same.and_then(|place| explained.causes.get_mut(place)) {
            Some((_, at)) => *at = self.diagrams.or(*at, here),
            None => explained.causes.push((cause, here)),
        }
    }

    /// Cases that a rule decides on the freer side and not on the stricter.
    fn freed_by(&mut self, rule: RuleId, decides: Diagram, strict: usize, explained: &mut Explained) {
        let free = 1 - strict;
        let twin = self.twin(free, rule);
        let mut at = self.diagrams.and(explained.left, decides);
        if let Some(also) = twin.and_then(|twin| self.judged(strict).decides.get(&twin).copied()) {
            at = self.diagrams.without(at, also);
        }
        let provision = self.provision(free, rule);
        let Some(twin) = twin.filter(|twin| self.is_tried(strict, *twin)) else {
            return self.explain(Cause::OnlyOn(which(free), provision), at, explained);
        };
        let tree = self.tree(strict, twin);
        for ((rule, place), broken) in self.judged(strict).breaches.clone() {
            if let Some(cause) = self.broken(strict, rule, place).filter(|_| tree.contains(&rule)) {
                let broken = self.diagrams.and(broken, at);
                self.explain(cause, broken, explained);
            }
        }
        self.explain(Cause::Reads(provision), at, explained);
    }

    fn broken_beside(&mut self, strict: usize, explained: &mut Explained) {
        for ((rule, place), mut broken) in self.judged(strict).broken_beside.clone() {
            let Some(cause) = self.broken(strict, rule, place) else { continue };
            for ((other, beside), at) in self.judged(1 - strict).broken_beside.clone() {
                if self.broken(1 - strict, other, beside).is_some_and(|other| same_condition(&other, &cause)) {
                    broken = self.diagrams.without(broken, at);
                }
            }
            self.explain(cause, broken, explained);
        }
    }

    /// What bars a start on one side and not on the other.
    fn follows(&mut self, side: usize, explained: &mut Explained) {
        for ((id, (rule, _)), mut at) in self.judged(side).follows.clone() {
            let consequence = self.side(side).book().consequence(id);
            if consequence.sort == Sort::Duty {
                continue;
            }
            for ((other, _), there) in self.judged(1 - side).follows.clone() {
                if self.side(1 - side).book().consequence(other).id == consequence.id {
                    at = self.diagrams.without(at, there);
                }
            }
            let what = self.side(side).says(consequence.name);
            let cause = Cause::Follows(which(side), self.provision(side, rule), what);
            self.explain(cause, at, explained);
        }
    }

    fn broken(&self, side: usize, rule: RuleId, place: usize) -> Option<Cause> {
        let version = self.side(side).book().version(rule, self.side(side).date)?;
        let condition = version.conditions.get(place)?;
        let part = self.part(side, place, condition);
        Some(Cause::Broken(which(side), self.provision(side, rule), part))
    }

    fn part(&self, side: usize, place: usize, condition: &Condition) -> Part {
        let side = self.side(side);
        let mut read = Vec::new();
        condition.requirement.concepts(&mut read);
        let names: BTreeSet<String> = read.iter().map(|id| lower(&side.says(side.book().concept(*id).name))).collect();
        let about = || format!("kravet om {}", names.iter().cloned().collect::<Vec<_>>().join(" og "));
        let words = condition.quote.map_or_else(about, |quote: TextId| format!("«{}»", side.says(quote)));
        let asked = crate::review::space::sources(side.book(), &condition.requirement);
        let concepts = asked.into_iter().map(|id| side.book().concept(id).id.clone()).collect();
        Part { place, words, concepts }
    }

    fn provision(&self, side: usize, rule: RuleId) -> Provision {
        let side = self.side(side);
        let id = side.book().rule(rule).id.clone();
        let version = side.book().version(rule, side.date);
        let citation = version.map_or_else(|| id.clone(), |version| side.says(version.citation));
        Provision { rule: id, citation }
    }

    /// The rule of the same name on the other side.
    fn twin(&self, side: usize, rule: RuleId) -> Option<RuleId> {
        let id = &self.side(side).book().rule(rule).id;
        let place = self.side(1 - side).book().rules.iter().position(|other| other.id == *id)?;
        u16::try_from(place).ok().map(RuleId)
    }

    fn is_tried(&self, side: usize, rule: RuleId) -> bool {
        let world = self.world(side);
        world.project.tries.contains(&rule) && world.book.version(rule, world.date).is_some()
    }

    /// A rule with all that it presupposes.
    fn tree(&self, side: usize, rule: RuleId) -> BTreeSet<RuleId> {
        let (mut tree, mut left) = (BTreeSet::from([rule]), vec![rule]);
        while let Some(next) = left.pop() {
            let version = self.side(side).book().version(next, self.side(side).date);
            let more = version.into_iter().flat_map(|version| version.presupposes.iter().copied());
            left.extend(more.filter(|rule| tree.insert(*rule)));
        }
        tree
    }

    fn judged(&self, side: usize) -> &Judged {
        let [old, new] = &self.judged;
        if side == 0 { old } else { new }
    }
}

/// The same provision and the same words, or at least the same place.
fn same_condition(one: &Cause, other: &Cause) -> bool {
    let (Cause::Broken(_, a, one), Cause::Broken(_, b, other)) = (one, other) else { return false };
    a.rule == b.rule && (one.place == other.place || one.words == other.words)
}

const fn which(side: usize) -> Which {
    if side == 0 { Which::Old } else { Which::New }
}

/// As it stands within a sentence; what is written in capitals stays so.
pub(super) fn lower(name: &str) -> String {
    let mut letters = name.chars();
    let (Some(first), second) = (letters.next(), name.chars().nth(1)) else { return String::new() };
    if second.is_some_and(char::is_uppercase) {
        return name.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}
