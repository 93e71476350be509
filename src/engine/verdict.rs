//! Provisions in order, and what stands beside them, to an outcome and its reasons.

use crate::rules::{Addition, ConceptId, Condition, ConsequenceId, Outcome, RuleBook, RuleId, Sort, Version};

use super::breach::Breach;
use super::concept_set::ConceptSet;
use super::gaps::Gaps;
use super::situation::Situation;
use super::status::Status;

/// The answer, with all that it rests on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Verdict {
    /// Where the project ends; `None` while that cannot be decided.
    pub outcome: Option<Outcome>,
    /// Where an application is certain but not its kind: the mildest that it can be.
    pub at_least: Option<Outcome>,
    /// The rule that decides, or the mildest that still may.
    pub basis: Option<RuleId>,
    /// The rules tried, in order, down to the first that is met.
    pub tried: Vec<(RuleId, Status)>,
    /// What breaks the milder rules.
    pub breaches: Vec<Breach>,
    /// Dispensations, permits, duties and things to clear, in the order they were found.
    pub follows: Vec<Follows>,
    /// What could still change the outcome, a dispensation, a permit or a duty.
    pub missing: ConceptSet,
    /// Of these, what decides the track, and so is asked first.
    pub ask_first: ConceptSet,
    /// Whether a rule beside the track is neither met nor broken.
    pub open_beside: bool,
    /// Whether a rule beside the track is broken.
    pub broken_beside: bool,
}

/// Something that follows, and from what.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Follows {
    /// What follows.
    pub consequence: ConsequenceId,
    /// The rule it follows from; `None` where the day itself is outside the law we know.
    pub rule: Option<RuleId>,
    /// The condition of the rule, where it follows from one.
    pub condition: Option<usize>,
    /// The answer "don't know" that it follows from, where it does.
    pub concept: Option<ConceptId>,
}

impl Verdict {
    /// Whether the works may start: what green means.
    ///
    /// Only where no application is needed and nothing is open. Duties never bar it.
    #[must_use]
    pub fn may_start(&self, book: &RuleBook) -> bool {
        let free = matches!(self.outcome, Some(Outcome::Exempt | Outcome::NotAMeasure));
        free && !self.open_beside
            && self.missing.is_empty()
            && self.follows.iter().all(|follows| book.consequence(follows.consequence).sort == Sort::Duty)
    }

    /// What follows of one sort, each once.
    pub fn of_sort<'a>(&'a self, book: &'a RuleBook, sort: Sort) -> impl Iterator<Item = ConsequenceId> + 'a {
        let first_of_its_kind = |place: usize, id: ConsequenceId| {
            self.follows.iter().position(|follows| follows.consequence == id) == Some(place)
        };
        let ids = self.follows.iter().map(|follows| follows.consequence).enumerate();
        ids.filter(move |(place, id)| first_of_its_kind(*place, *id) && book.consequence(*id).sort == sort)
            .map(|(_, id)| id)
    }
}

/// Judges a project.
#[must_use]
pub fn assess(situation: &Situation) -> Verdict {
    let mut verdict = Verdict::empty();
    if situation.date < situation.book.covers_from {
        let consequence = situation.book.before;
        verdict.follows.push(Follows { consequence, rule: None, condition: None, concept: None });
        return verdict;
    }
    try_in_order(situation, &mut verdict);
    let track = track(situation, &verdict);
    verdict.basis = track.basis;
    broken_alternatives(situation, &mut verdict);
    standing_alternatives(situation, track.mildest, &mut verdict);
    beside(situation, track.decided, &mut verdict);
    settle(&track, &mut verdict);
    verdict
}

impl Verdict {
    const fn empty() -> Self {
        Self {
            outcome: None,
            at_least: None,
            basis: None,
            tried: Vec::new(),
            breaches: Vec::new(),
            follows: Vec::new(),
            missing: ConceptSet::none(),
            ask_first: ConceptSet::none(),
            open_beside: false,
            broken_beside: false,
        }
    }

    /// Keeps what is wanted, and turns each "don't know" into the thing to clear.
    fn note(&mut self, book: &RuleBook, gaps: &Gaps, rule: RuleId, condition: Option<usize>) {
        self.missing.extend(&gaps.missing);
        self.clear_up(book, &gaps.unsure, rule, condition);
    }

    fn clear_up(&mut self, book: &RuleBook, unsure: &ConceptSet, rule: RuleId, condition: Option<usize>) {
        for concept in unsure.iter() {
            let question = book.concept(concept).question.as_ref();
            if let Some(unsure) = question.and_then(|question| question.unsure.as_ref()) {
                self.follow(unsure.clear, rule, condition, Some(concept));
            }
        }
    }

    fn follow(
        &mut self,
        consequence: ConsequenceId,
        rule: RuleId,
        condition: Option<usize>,
        concept: Option<ConceptId>,
    ) {
        let follows = Follows { consequence, rule: Some(rule), condition, concept };
        if !self.follows.contains(&follows) {
            self.follows.push(follows);
        }
    }
}

/// Where the order of trying has led so far.
struct Track {
    /// The mildest outcome that is still possible.
    mildest: Option<Outcome>,
    /// Whether it is the only one.
    decided: bool,
    /// The rule it rests on.
    basis: Option<RuleId>,
}

fn try_in_order(situation: &Situation, verdict: &mut Verdict) {
    for rule in &situation.project.tries {
        let Some(status) = situation.judge_rule(*rule) else { continue };
        verdict.tried.push((*rule, status));
        if status == Status::Met {
            return;
        }
    }
}

fn track(situation: &Situation, verdict: &Verdict) -> Track {
    let outcome = |rule: RuleId| situation.book.version(rule, situation.date).and_then(|version| version.outcome);
    let mut standing = verdict.tried.iter().filter(|(_, status)| *status > Status::Broken);
    let mildest = standing.clone().next().and_then(|(rule, _)| outcome(*rule));
    let met = standing.clone().find(|(_, status)| *status == Status::Met);
    let decided = met.is_some() && standing.all(|(rule, _)| outcome(*rule) == mildest);
    let first = verdict.tried.iter().find(|(_, status)| *status > Status::Broken);
    let basis = if decided { met } else { first };
    Track { mildest, decided, basis: basis.map(|(rule, _)| *rule) }
}

/// What the rules already broken leave behind: reasons, and what follows from them. What they did not know can mend nothing.
fn broken_alternatives(situation: &Situation, verdict: &mut Verdict) {
    for (rule, _) in verdict.tried.clone().into_iter().filter(|(_, status)| *status == Status::Broken) {
        situation.breaches(rule, &mut verdict.breaches);
        let Some(version) = situation.book.version(rule, situation.date) else { continue };
        if !situation.concerns(version) {
            continue;
        }
        for (place, condition) in version.conditions.iter().enumerate() {
            let mut gaps = Gaps::default();
            if situation.weigh_condition(condition, &mut gaps) == Status::Broken {
                consequences(situation, condition, rule, place, verdict);
            }
        }
    }
}

/// What the rules that may still hold wait for. Only those with the mildest outcome are worth a question.
fn standing_alternatives(situation: &Situation, mildest: Option<Outcome>, verdict: &mut Verdict) {
    for (rule, _) in verdict.tried.clone().into_iter().filter(|(_, status)| *status == Status::Unknown) {
        let outcome = situation.book.version(rule, situation.date).and_then(|version| version.outcome);
        let mut wanted = ConceptSet::none();
        unknown_in_rule(situation, rule, true, &mut wanted, verdict);
        if outcome == mildest {
            verdict.missing.extend(&wanted);
            if verdict.ask_first.is_empty() {
                verdict.ask_first = wanted;
            }
        }
    }
}

/// What a rule waits for. One that is presupposed first waits for whether it is about the project at all: `whole` is the
/// rule that is tried itself.
fn unknown_in_rule(situation: &Situation, rule: RuleId, whole: bool, wanted: &mut ConceptSet, verdict: &mut Verdict) {
    let Some(version) = situation.book.version(rule, situation.date) else { return };
    if let Some(scope) = &version.scope {
        let mut gaps = Gaps::default();
        let status = situation.weigh(scope, &mut gaps);
        wanted.extend(&gaps.missing);
        verdict.clear_up(situation.book, &gaps.unsure, rule, None);
        if !whole && status != Status::Met {
            return;
        }
    }
    for (place, condition) in version.conditions.iter().enumerate() {
        let mut gaps = Gaps::default();
        if situation.weigh_condition(condition, &mut gaps) == Status::Unknown {
            wanted.extend(&gaps.missing);
            doubts(situation, condition, &gaps, rule, place, verdict);
        }
    }
    version.presupposes.iter().for_each(|rule| unknown_in_rule(situation, *rule, false, wanted, verdict));
}

/// What was answered and still cannot be known: "don't know", and doubts.
fn doubts(
    situation: &Situation,
    condition: &Condition,
    gaps: &Gaps,
    rule: RuleId,
    place: usize,
    verdict: &mut Verdict,
) {
    verdict.clear_up(situation.book, &gaps.unsure, rule, Some(place));
    if let Some(doubt) = condition.doubt.as_ref().filter(|doubt| situation.judge(&doubt.when) == Status::Met) {
        verdict.follow(doubt.clear, rule, Some(place), None);
    }
}

/// Everything judged beside the track, and what comes with the rule that decides.
fn beside(situation: &Situation, decided: bool, verdict: &mut Verdict) {
    situation.project.beside.iter().for_each(|rule| accompany(situation, *rule, verdict));
    let Some(rule) = verdict.basis else { return };
    let Some(version) = situation.book.version(rule, situation.date) else { return };
    if decided {
        additions(situation, &version.additions, rule, verdict);
    }
    version.beside.iter().for_each(|rule| accompany(situation, *rule, verdict));
}

fn accompany(situation: &Situation, rule: RuleId, verdict: &mut Verdict) {
    let Some(version) = situation.book.version(rule, situation.date) else { return };
    let mut gaps = Gaps::default();
    let scope = version.scope.as_ref().map_or(Status::Met, |scope| situation.weigh(scope, &mut gaps));
    if scope == Status::Broken {
        return;
    }
    verdict.note(situation.book, &gaps, rule, None);
    accompanying_conditions(situation, version, rule, scope, verdict);
    if scope == Status::Met {
        additions(situation, &version.additions, rule, verdict);
    } else if !gaps.missing.is_empty() {
        may_come(situation, &version.additions, verdict);
    }
    version.beside.iter().for_each(|rule| accompany(situation, *rule, verdict));
}

fn accompanying_conditions(
    situation: &Situation,
    version: &Version,
    rule: RuleId,
    scope: Status,
    verdict: &mut Verdict,
) {
    for (place, condition) in version.conditions.iter().enumerate() {
        let mut gaps = Gaps::default();
        match situation.weigh_condition(condition, &mut gaps) {
            Status::Met => {}
            Status::Broken if scope == Status::Met => {
                verdict.broken_beside = true;
                let settled = consequences(situation, condition, rule, place, verdict);
                verdict.open_beside |= !settled;
            }
            Status::Broken => verdict.open_beside = true,
            Status::Unknown => {
                verdict.open_beside = true;
                doubts(situation, condition, &gaps, rule, place, verdict);
                wait_for(situation, condition, &gaps, verdict);
            }
        }
    }
}

/// An unknown condition may yet break, and then what follows depends on more: that is wanted too, up to the first that fits,
/// but only while an answer could break it.
fn wait_for(situation: &Situation, condition: &Condition, gaps: &Gaps, verdict: &mut Verdict) {
    verdict.missing.extend(&gaps.missing);
    if !gaps.may_break {
        return;
    }
    let mut wanted = Gaps::default();
    for consequences in &condition.consequences {
        let when = consequences.when.as_ref();
        if when.is_none_or(|when| situation.weigh(when, &mut wanted) == Status::Met) {
            break;
        }
    }
    verdict.missing.extend(&wanted.missing);
}

/// The first that fits. While that is unknown, whatever could settle it is wanted, of all that may come first. Tells
/// whether it is settled.
fn consequences(
    situation: &Situation,
    condition: &Condition,
    rule: RuleId,
    place: usize,
    verdict: &mut Verdict,
) -> bool {
    let mut settled = true;
    for consequences in &condition.consequences {
        let mut gaps = Gaps::default();
        match consequences.when.as_ref().map_or(Status::Met, |when| situation.weigh(when, &mut gaps)) {
            Status::Broken => {}
            Status::Met if settled => {
                consequences.gives.iter().for_each(|id| verdict.follow(*id, rule, Some(place), None));
                break;
            }
            Status::Met => break,
            Status::Unknown => {
                settled = false;
                verdict.note(situation.book, &gaps, rule, Some(place));
            }
        }
    }
    settled
}

fn additions(situation: &Situation, additions: &[Addition], rule: RuleId, verdict: &mut Verdict) {
    for addition in additions {
        let mut gaps = Gaps::default();
        match addition.when.as_ref().map_or(Status::Met, |when| situation.weigh(when, &mut gaps)) {
            Status::Met => verdict.follow(addition.consequence, rule, None, None),
            Status::Broken => {}
            Status::Unknown => verdict.note(situation.book, &gaps, rule, None),
        }
    }
}

/// What additions would wait for, should their rule turn out to concern the project.
fn may_come(situation: &Situation, additions: &[Addition], verdict: &mut Verdict) {
    for when in additions.iter().filter_map(|addition| addition.when.as_ref()) {
        let mut gaps = Gaps::default();
        situation.weigh(when, &mut gaps);
        verdict.missing.extend(&gaps.missing);
    }
}

/// An exemption is never shown while something beside it is unknown.
fn settle(track: &Track, verdict: &mut Verdict) {
    let held_back = track.mildest == Some(Outcome::Exempt) && verdict.open_beside;
    if track.decided && !held_back {
        verdict.outcome = track.mildest;
    } else {
        verdict.at_least = track.mildest.filter(|outcome| *outcome >= Outcome::ApplyYourself);
    }
}
