//! From a case to a sketch of it: what is known, and where the law draws its lines.

use crate::drawing::{Fact, Facts, Held, Kind, Limit, Measure, Role, Roof, Scale, Sketch, Word};
use crate::engine::{Answer, Line, Situation, Verdict, assess};
use crate::rules::in_order::in_order;
use crate::rules::range::Range;
use crate::rules::{self, ConceptId};
use crate::wording;

use super::Later;

/// The sketch of a kind of work; `None` where it is not drawn, or nothing that would be drawn has been asked yet.
pub(super) fn sketch(later: &Later, situation: &Situation, project: usize) -> Option<Sketch> {
    let kind = Kind::named(later.with.drawn.kind(project)?)?;
    let verdict = assess(situation);
    let view = Seen { later, situation, verdict: &verdict, lines: situation.lines(&verdict) };
    let measures: Vec<(Role, Measure)> = view.measures();
    let is_begun = measures.iter().any(|(_, measure)| measure.known.is_some());
    let house = later.with.drawn.house(project);
    let words = Word::ALL.iter().map(|word| {
        let key = match (word, house) {
            (Word::House, Some(house)) => house.to_owned(),
            _ => ["tegning-", word.key()].concat(),
        };
        (*word, later.words.word(&key).to_owned())
    });
    is_begun.then(|| Sketch { kind, roof: view.roof(), measures, facts: view.facts(), words: words.collect() })
}

/// What to keep while something is dragged.
pub(super) fn held(held: &[i64]) -> Held {
    let [section, level, plan] = *held else { return Held::default() };
    Held { section: Scale::of(section).map(|scale| (scale, level)), plan: Scale::of(plan) }
}

struct Seen<'a> {
    later: &'a Later,
    situation: &'a Situation<'a>,
    verdict: &'a Verdict,
    lines: Vec<Line>,
}

impl Seen<'_> {
    /// Every measure that has been answered, or that the mildest rule draws a line for; the first of each role.
    fn measures(&self) -> Vec<(Role, Measure)> {
        let mut measures: Vec<(Role, Measure)> = Vec::new();
        for (concept, role) in &self.later.with.drawn.roles {
            let Some(role) = Role::named(role).filter(|role| measures.iter().all(|(known, _)| known != role)) else {
                continue;
            };
            if self.belongs(*concept) {
                measures.push((role, self.measure(*concept)));
            }
        }
        measures
    }

    /// What lies so far away that a range was answer enough is left out, unless a line is crossed there. What only follows
    /// from other measures waits for them.
    fn belongs(&self, concept: ConceptId) -> bool {
        let known = self.known(concept);
        let is_exact = known.is_some_and(|range| range.exact().is_some());
        let is_unsure = self.situation.answer(concept) == Some(Answer::DontKnow);
        let mut lines = self.lines.iter().filter(|line| line.concept == concept);
        let is_crossed = lines.clone().any(|line| line.is_crossed);
        let is_wanted = lines.any(|line| !line.is_beside);
        let can_be_asked = self.later.book.concept(concept).derivation.is_empty();
        let would_be_drawn = is_exact || is_crossed || is_unsure || is_wanted && (can_be_asked || known.is_some());
        // Last, for it reads every rule of the kind of work.
        would_be_drawn && self.is_asked(concept)
    }

    fn is_asked(&self, concept: ConceptId) -> bool {
        self.situation.book.project_asks(self.situation.project, concept)
    }

    /// What is known, which may be no more than an end.
    fn known(&self, concept: ConceptId) -> Option<Range> {
        Some(self.situation.value(concept)).filter(|range| *range != Range::ANY)
    }

    fn measure(&self, concept: ConceptId) -> Measure {
        let (later, words) = (self.later, &self.later.words);
        let known = self.known(concept);
        let value = match known {
            Some(_) => wording::known(words, self.situation, concept),
            None => "?".to_owned(),
        };
        Measure {
            known,
            limits: self.limits(concept),
            concept: concept.0,
            can_change: later.with.levers.ways.iter().any(|(lever, _)| *lever == concept),
            name: wording::about(words, self.situation.project, later.book.concept(concept).name),
            value,
        }
    }

    /// The lines for a measure: what is crossed first, then those that must be kept, then what brings a duty.
    fn limits(&self, concept: ConceptId) -> Vec<Limit> {
        let rules::Kind::Number(unit) = self.later.book.concept(concept).kind else { return Vec::new() };
        let mut lines: Vec<&Line> = self.lines.iter().filter(|line| line.concept == concept).collect();
        let weight = |line: &Line| (!line.is_crossed, line.is_beside, line.brings.is_some());
        in_order(&mut lines, |one, other| weight(one) > weight(other));
        let limits = lines.into_iter().map(|line| Limit {
            comparison: line.comparison,
            amount: line.amount,
            is_broken: line.is_crossed,
            words: wording::limit(&self.later.words, line.comparison, line.amount, unit),
        });
        limits.collect()
    }

    fn roof(&self) -> Option<Roof> {
        let (concept, forms) = self.later.with.drawn.roof.as_ref()?;
        let Some(Answer::Option(option)) = self.situation.answer(*concept) else { return None };
        Roof::named(forms.get(usize::from(option))?)
    }

    fn facts(&self) -> Facts {
        let fact = |name: &str| {
            let (concept, _) = self.later.with.drawn.facts.iter().find(|(_, fact)| fact == name)?;
            self.fact(*concept).filter(|_| self.is_asked(*concept))
        };
        Facts { basement: fact("basement"), loft: fact("loft"), pipes: fact("pipes"), stands: fact("stands") }
    }

    fn fact(&self, concept: ConceptId) -> Option<Fact> {
        let answer @ Answer::Option(option) = self.situation.answer(concept)? else { return None };
        let words = &self.later.words;
        let of = self.later.book.concept(concept);
        let value = wording::answer(words, of, answer);
        let is_broken = self.verdict.breaches.iter().any(|breach| breach.concept == concept);
        Some(Fact {
            is_there: option == 0,
            name: words.text(of.name).to_owned(),
            fault: is_broken.then(|| value.clone()),
            value,
        })
    }
}
