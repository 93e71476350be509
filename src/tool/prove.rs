//! `prove`: the promise, proved over every answer, for every kind of work, or some, on every day that the law changed. Uses
//! all cores.

mod kinds;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::Mutex;
use std::thread;

use crate::review::amount;
use crate::review::cells::Cells;
use crate::review::law::{Law, law};
use crate::review::prove::{AllReached, Claim, Failure as Fault, Proof, own, prove, unreached};
use crate::review::share::percent;
use crate::review::space::{Told, World, days, versions};
use crate::review::symbolic::Place;
use crate::rules::date::Date;
use crate::rules::{ConsequenceId, RuleBook};

pub use kinds::Kinds;

/// What was proved, and what was not.
#[derive(Debug, Default)]
pub struct Report {
    /// Each kind of work on each day, in that order.
    pub proofs: BTreeMap<(usize, Date), Proof>,
    /// How many of them are different: the others are about a law that was proved already.
    pub different: usize,
    /// How many nodes the diagrams of those had.
    pub nodes: usize,
    /// What no case reaches; not looked for where only some kinds of work are proved.
    pub unreached: Vec<String>,
}

/// Kinds of work and days that are judged by the same law: what is proved of one is proved of all.
type Alike = Vec<(usize, Date)>;

/// Proves everything there is to prove of these kinds of work.
///
/// Each law is proved once. [`law`] spells out everything that a case is judged by (the rules to try and beside, what is
/// given, the answers that are offered, and of each version what it says, with what its concepts are derived from), and all
/// of it comes from one book, so whatever is asked of two worlds with the same law has the same answer. Only the names of
/// the kind of work and of the days differ, and they are put on afterwards.
#[must_use]
pub fn report(book: &RuleBook, kinds: &Kinds) -> Report {
    let laws = by_law(book, worlds(book, kinds));
    let different = laws.len();
    let left = Mutex::new(laws);
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let proved: Vec<(Alike, Proof)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(|| work(book, &left))).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    let nodes = proved.iter().map(|(_, proof)| proof.nodes).sum();
    let each = |(alike, proof): (Alike, Proof)| alike.into_iter().map(move |place| (place, proof.clone()));
    let proofs: BTreeMap<(usize, Date), Proof> = proved.into_iter().flat_map(each).collect();
    let unreached = if *kinds == Kinds::All { unreached(book, &reached(book, &proofs)) } else { Vec::new() };
    Report { proofs, different, nodes, unreached }
}

fn reached(book: &RuleBook, proofs: &BTreeMap<(usize, Date), Proof>) -> AllReached {
    let mut all = AllReached::default();
    for ((place, date), proof) in proofs {
        if let Some(project) = book.projects.get(*place) {
            all.add(&World { book, project, date: *date }, &proof.reached);
        }
    }
    all
}

/// Each kind of work on each day on which its own law changed.
fn worlds(book: &RuleBook, kinds: &Kinds) -> Vec<(usize, Date)> {
    let mut worlds = Vec::new();
    for (place, project) in book.projects.iter().enumerate().filter(|(place, _)| kinds.has(*place)) {
        let mut before = None;
        for date in days(book) {
            let law = versions(&World { book, project, date });
            let law: Vec<_> = law.into_iter().map(|(rule, version)| (rule, version.from)).collect();
            if before.replace(law.clone()) != Some(law) {
                worlds.push((place, date));
            }
        }
    }
    worlds
}

/// Those that the same law judges, together; the longest law, which takes longest to prove, last, for it is taken first.
fn by_law(book: &RuleBook, worlds: Vec<(usize, Date)>) -> Vec<Alike> {
    let mut laws: BTreeMap<Law, Alike> = BTreeMap::new();
    for (place, date) in worlds {
        if let Some(project) = book.projects.get(place) {
            laws.entry(law(&World { book, project, date })).or_default().push((place, date));
        }
    }
    let mut laws: Vec<(Law, Alike)> = laws.into_iter().collect();
    laws.sort_by_cached_key(|(law, _)| law.values().map(String::len).sum::<usize>());
    laws.into_iter().map(|(_, alike)| alike).collect()
}

fn work(book: &RuleBook, left: &Mutex<Vec<Alike>>) -> Vec<(Alike, Proof)> {
    let next = || left.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop();
    let mut proofs = Vec::new();
    while let Some(alike) = next() {
        let Some((place, date)) = alike.first().copied() else { continue };
        if let Some(project) = book.projects.get(place) {
            let world = World { book, project, date };
            let mut proof = prove(&world);
            proof.failures.extend(own(&world));
            proofs.push((alike, proof));
        }
    }
    proofs
}

impl Report {
    /// Whether every claim holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.unreached.is_empty() && self.proofs.values().all(|proof| proof.failures.is_empty())
    }

    /// What was found, for people.
    #[must_use]
    pub fn told(&self, book: &RuleBook) -> String {
        let mut told = String::new();
        self.failures(book, &mut told);
        self.unreached.iter().for_each(|lost| line(&mut told, &format!("nås aldri: {lost}")));
        self.shares(book, &mut told);
        self.summary(&mut told);
        told
    }

    fn failures(&self, book: &RuleBook, told: &mut String) {
        for ((place, date), proof) in &self.proofs {
            let name = book.projects.get(*place).map_or("", |project| &project.id);
            for fault in &proof.failures {
                line(told, &format!("holder ikke: {} ({name}, {date})", claim(fault.claim)));
                line(told, &format!("  den minste saken som viser det: {}", case(book, fault)));
            }
        }
    }

    /// What an authority must decide, under the law that is newest.
    fn shares(&self, book: &RuleBook, told: &mut String) {
        line(
            told,
            "Uavklart selv om alt er besvart, med de nyeste reglene, i andel av alle saker som reglene kan skille:",
        );
        let newest: BTreeMap<usize, &Proof> = self.proofs.iter().map(|((place, _), proof)| (*place, proof)).collect();
        for (place, proof) in &newest {
            let name = book.projects.get(*place).map_or("", |project| &project.id);
            let whole = proof.shares.get(&crate::review::symbolic::UNDECIDED).copied().unwrap_or(0);
            let causes: BTreeMap<String, u128> =
                proof.undecided.iter().map(|(what, share)| (cause(book, *what), *share)).collect();
            let causes: Vec<String> =
                causes.iter().map(|(cause, share)| format!("{cause} {}", percent(*share))).collect();
            line(told, &format!("  {name}: {}  [{}]", percent(whole), causes.join(", ")));
        }
    }

    fn summary(&self, told: &mut String) {
        let projects: BTreeSet<usize> = self.proofs.keys().map(|(place, _)| *place).collect();
        let dates: BTreeSet<Date> = self.proofs.keys().map(|(_, date)| *date).collect();
        let widest = self.proofs.values().map(|proof| Cells::of(&proof.widths)).max();
        let faults: usize =
            self.proofs.values().map(|proof| proof.failures.len()).sum::<usize>() + self.unreached.len();
        let cells = widest.map_or_else(String::new, |cells| cells.roughly());
        let (projects, dates, proofs) = (projects.len(), dates.len(), self.proofs.len());
        let (different, nodes) = (self.different, self.nodes);
        line(
            told,
            &format!(
                "{projects} tiltak, {dates} dager da reglene ble endret: {proofs} bevis, {different} av dem ulike, opptil {cells} saker i hvert, {nodes} noder"
            ),
        );
        line(told, &format!("{faults} påstander som ikke holder"));
    }
}

fn line(told: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(told, "{text}");
}

const fn claim(claim: Claim) -> &'static str {
    match claim {
        Claim::NeverGreenUnlessAllHolds => "aldri grønt uten at hvert vilkår er oppfylt",
        Claim::NothingIsGainedByWithholding => "ingenting blir bedre av å holde tilbake et svar",
        Claim::EveryCompleteCaseIsDecided => {
            "når alt er besvart, er utfallet avgjort, eller det står hva som må avklares"
        }
        Claim::NoQuestionIsIdle => "ingen blir spurt om noe som ikke kan ha noe å si",
        Claim::OwnConditionsOnlyTighten => "et lokalt vilkår kan bare gjøre svaret strengere",
        Claim::OwnConditionsBar => "aldri grønt der et lokalt vilkår er brutt eller ukjent",
        Claim::OwnConditionsMetChangeNothing => "et lokalt vilkår som er oppfylt, endrer ikke svaret",
        Claim::OwnConditionsAreTold => "der et lokalt vilkår tar bort det grønne, står det hvorfor",
    }
}

fn case(book: &RuleBook, fault: &Fault) -> String {
    let mut told: Vec<String> = fault.answers.iter().map(|(concept, told)| answer(book, concept, told)).collect();
    if let Some((concept, now)) = &fault.turns_on {
        told.push(match now {
            Told::Nothing => format!("spør om {concept}"),
            now => format!("så {}", answer(book, concept, now)),
        });
    }
    if told.is_empty() { "ingen svar".to_owned() } else { told.join("; ") }
}

fn answer(book: &RuleBook, concept: &str, told: &Told) -> String {
    let kind = book.find_concept(concept).map(|id| &book.concept(id).kind);
    let number = |amount: i64| kind.map_or_else(|| amount.to_string(), |kind| amount::said(kind, amount));
    let value = match told {
        Told::Nothing => "ikke spurt".to_owned(),
        Told::DontKnow => "vet ikke".to_owned(),
        Told::Option(name) => name.clone(),
        Told::Number(low, Some(high)) if low == high => number(*low),
        Told::Number(low, None) => format!("minst {}", number(*low)),
        Told::Number(low, Some(high)) => format!("{} til {}", number(*low), number(*high)),
    };
    format!("{concept}: {value}")
}

fn cause(book: &RuleBook, (consequence, (rule, condition)): (ConsequenceId, Place)) -> String {
    let place = condition.map_or(String::new(), |place| format!(" vilkår {}", place + 1));
    format!("{} ({}{place})", book.consequence(consequence).id, book.rule(rule).id)
}
