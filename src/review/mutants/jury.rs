//! The examples, ready to judge mutants.

use core::mem::swap;

use crate::review::examples::{Subject, Trial, trials};
use crate::rules::RuleBook;
use crate::rules::load::Loaded;

use super::proved::nobody_can_tell;
use super::reads::Reads;
use super::{Mutant, Part};

/// Every example, read once, with what it can notice.
#[derive(Clone, Debug)]
pub struct Jury(Vec<(Trial, Reads)>);

impl Jury {
    /// Reads the examples.
    #[must_use]
    pub fn new(loaded: &Loaded) -> Self {
        let book = &loaded.book;
        let reads = |trial: &Trial| trial.subject.project(book).map(|project| Reads::of(book, project));
        Self(trials(loaded).into_iter().filter_map(|trial| Some((trial.clone(), reads(&trial)?))).collect())
    }

    /// Whether no example notices the mutant. The book is the right one, and is so again afterwards.
    #[must_use]
    pub fn misses(&self, mutant: &mut Mutant, book: &mut RuleBook) -> bool {
        let concerned: Vec<&Trial> =
            self.0.iter().filter(|juror| concerns(juror, mutant, book)).map(|(t, _)| t).collect();
        mutant.part.exchange(book);
        // Those that try the rule by itself notice most.
        let (near, far): (Vec<&Trial>, Vec<&Trial>) =
            concerned.into_iter().partition(|trial| mutant.is_tried_by(trial));
        let missed = near.into_iter().chain(far).all(|trial| trial.holds(book));
        mutant.part.exchange(book);
        missed && !nobody_can_tell(mutant, book)
    }
}

fn concerns((trial, reads): &(Trial, Reads), mutant: &Mutant, book: &RuleBook) -> bool {
    match &mutant.part {
        Part::Rule(rule, from, _) => {
            let in_force = || book.version(*rule, trial.date).map(|version| version.from);
            reads.rules.contains(rule) && (from.is_none() || in_force() == *from)
        }
        Part::Concept(concept, _) => reads.concepts.contains(*concept),
        Part::Table(table, _) => reads.tables.contains(table),
        Part::Project(place, _) => matches!(trial.subject, Subject::Project(own) if own == *place),
        Part::CoversFrom(_) | Part::Consequence(..) => true,
    }
}

impl Mutant {
    fn is_tried_by(&self, trial: &Trial) -> bool {
        matches!((&self.part, &trial.subject), (Part::Rule(rule, ..), Subject::Rule(own, _)) if rule == own)
    }
}

impl Part {
    /// Puts the part in the book and takes out what stood there.
    pub(super) fn exchange(&mut self, book: &mut RuleBook) {
        match self {
            Self::Rule(id, _, own) => exchange(book.rules.get_mut(id.index()), own),
            Self::Concept(id, own) => exchange(book.concepts.get_mut(id.index()), own),
            Self::Table(id, own) => exchange(book.tables.get_mut(id.index()), own),
            Self::Project(place, own) => exchange(book.projects.get_mut(*place), own),
            Self::Consequence(id, own) => exchange(book.consequences.get_mut(id.index()), own),
            Self::CoversFrom(own) => swap(&mut book.covers_from, own),
        }
    }
}

fn exchange<T>(place: Option<&mut T>, own: &mut T) {
    if let Some(place) = place {
        swap(place, own);
    }
}
