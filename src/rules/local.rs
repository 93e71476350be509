//! A municipality's own conditions, laid over the national rules by whoever shows them on its pages.
//!
//! They can only make an answer stricter. A condition is judged beside the kinds of work that it concerns, or is made a part
//! of each of their rules that would let one build without applying; nothing is taken away, and no other kind of work is
//! touched. What cannot be read leaves something to clear in its place. `prove` holds that against every answer.
//!
//! A condition is a line of fields with tabs between; lines that begin with other words are somebody else's. What is national
//! keeps its number, for excerpts and answers rest on that, and what is added comes after: the same lines add the same
//! concepts whichever shelves have been fetched.

use super::digits::count;
use super::fields;
use super::quantity::parse_amount;
use super::rule_book::MOST_CONCEPTS;
use super::texts::Texts;
use super::{
    Addition, Base, Bound, Comparison, Concept, ConceptId, Condition, Consequence, ConsequenceId, Consequences, Given,
    Kind, Outcome, Part, Project, Question, Requirement, Rule, RuleBook, RuleId, Sort, Step, TextId, Unsure, Version,
    Wording,
};

/// What is wrong with a condition. It is never passed over: nothing may start until it is put right.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fault {
    /// One more than there is room for.
    TooMany,
    /// Not the fields, or not the words, of a condition.
    Unreadable,
    /// The rules have no such kind of work, or no such concept.
    Unknown,
    /// The concept is not answered so: not by yes or no, not by a number, or in another unit.
    OtherForm,
    /// A kind of work that it names is never judged by the concept.
    NotJudgedBy,
}

/// The most conditions that are read.
pub const MOST: usize = 20;

/// The interface words that come first among a municipality's own texts: what its conditions are called together, that they
/// are not to be had, and what to do then.
pub(super) const WORDS: [&str; 3] = ["egne-vilkår", "egne-vilkår-mangler", "egne-vilkår-slik"];

// After them come the texts of each condition, as many of each, in the order of its fields.
const FIRST: u16 = Texts::OWN + 3;
const NAME: u16 = 0;
const QUESTION: u16 = 1;
const HELP: u16 = 2;
const IF_BROKEN: u16 = 3;
const TO_DO: u16 = 4;
const BASIS: u16 = 5;
/// What to say when it is broken, and what to do then.
const BOTH: u16 = 6;
const EACH: u16 = 7;

/// The kinds of work of a condition that names none.
const ALL: &str = "*";

/// Whom to ask: a key of the interface words.
const WITH: &str = "kommunen";

/// Beyond all texts.
const NO_TEXT: TextId = TextId(u16::MAX);

/// The fields of a condition.
type Fields<'a> = [&'a str; fields::MOST];

/// Of those that are too many, one is enough to say so.
fn conditions(lines: &str) -> Vec<Fields<'_>> {
    let mut conditions = fields::of_sort(lines, "vilkar");
    conditions.truncate(MOST + 1);
    conditions
}

/// The texts of all conditions.
pub(super) fn texts(lines: &str, into: &mut Vec<String>) {
    for [_, _, _, texts @ .., _] in conditions(lines) {
        into.extend(texts.map(str::to_owned));
        let [_, _, _, if_broken, to_do, _] = texts;
        into.push([if_broken, " ", to_do].concat());
    }
}

/// A condition as it is written.
struct Written<'a> {
    /// The kinds of work; `*` is all that are judged by the concept.
    kinds: &'a str,
    /// Whether an application must follow where it is broken; else there is something to clear.
    apply: bool,
    requirement: &'a str,
    help: &'a str,
    /// Where its basis can be read; empty where it cannot.
    address: &'a str,
}

impl<'a> Written<'a> {
    fn read([kinds, otherwise, requirement, name, _, help, if_broken, to_do, _, address]: &Fields<'a>) -> Option<Self> {
        let apply = *otherwise == "sok";
        let is_whole = ![name, if_broken, to_do].iter().any(|text| text.is_empty()) && !fields::holds(kinds, "");
        let is_read = (apply || *otherwise == "avklares") && is_whole;
        let address = if address.starts_with("https://") { address } else { "" };
        is_read.then_some(Self { kinds, apply, requirement, help, address })
    }

    fn names(&self, project: &Project) -> bool {
        fields::holds(self.kinds, &project.id)
    }
}

/// What is added for a condition whatever it is about: the number of its first text, its concept and what to clear.
///
/// The concept is the condition's own question; where it is about a concept of the rules, it says whether the condition
/// concerns a kind of work, and is never asked.
#[derive(Clone, Copy)]
struct Added {
    first: u16,
    concept: ConceptId,
    clear: ConsequenceId,
}

impl Added {
    const fn text(self, which: u16) -> TextId {
        TextId(self.first + which)
    }
}

/// How a concept of the rules is tested.
enum Test<'a> {
    Option(u8),
    Amount(Comparison, &'a str),
}

impl<'a> Test<'a> {
    fn read(told: &'a str) -> Option<Self> {
        let amount = told.split_once(' ').and_then(|(comparison, amount)| match comparison {
            "hoyst" => Some(Self::Amount(Comparison::AtMost, amount)),
            "minst" => Some(Self::Amount(Comparison::AtLeast, amount)),
            _ => None,
        });
        amount.or_else(|| option(told).map(Self::Option))
    }

    /// The requirement, where the concept is answered so.
    fn of(&self, concept: ConceptId, kind: &Kind) -> Option<Requirement> {
        match (self, kind) {
            (Self::Option(option), Kind::YesNo) => Some(is(concept, *option)),
            (Self::Amount(comparison, amount), Kind::Number(unit)) => {
                let base = Base::Literal(parse_amount(amount, *unit).ok()?);
                Some(Requirement::Bound(concept, *comparison, Bound { base, raised_by: None }))
            }
            _ => None,
        }
    }
}

/// What is required, and of which concept of the rules; of none where the condition asks a question of its own.
struct Required {
    requirement: Requirement,
    of: Option<ConceptId>,
}

const YES: u8 = 0;
const NO: u8 = 1;

fn option(word: &str) -> Option<u8> {
    match word {
        "ja" => Some(YES),
        "nei" => Some(NO),
        _ => None,
    }
}

const fn is(concept: ConceptId, option: u8) -> Requirement {
    Requirement::OneOf(concept, 1 << option)
}

impl RuleBook {
    /// Adds a municipality's own conditions, and tells which are wrong: the place of each, and what is wrong with it.
    pub fn tighten(&mut self, lines: &str) -> Vec<(usize, Fault)> {
        let mut faults = Vec::new();
        let mut steps = Vec::new();
        for (place, fields) in conditions(lines).iter().enumerate() {
            if let Err(fault) = self.add(place, fields, &mut steps) {
                faults.push((place, fault));
            }
        }
        if !faults.is_empty() || !fields::of_sort(lines, "utilgjengelig").is_empty() {
            self.bar_all();
        }
        if !steps.is_empty() {
            self.parts.push(Part { name: TextId(Texts::OWN), steps });
        }
        faults
    }

    /// Something to clear beside every kind of work: the conditions are not known.
    fn bar_all(&mut self) {
        let [name, explanation, action] = [0, 1, 2].map(|place| TextId(Texts::OWN + place));
        let consequence = self.add_clearance("", [name, explanation, action, NO_TEXT]);
        let additions = vec![Addition { consequence, when: None }];
        let rule = self.add_rule("", [name, NO_TEXT], None, Vec::new(), additions);
        self.projects.iter_mut().for_each(|project| project.beside.push(rule));
    }

    fn add(&mut self, place: usize, fields: &Fields, steps: &mut Vec<Step>) -> Result<(), Fault> {
        if place >= MOST || self.concepts.len() >= MOST_CONCEPTS {
            return Err(Fault::TooMany);
        }
        let first = FIRST + number(place) * EACH;
        let written = Written::read(fields);
        let added = self.add_concept(first, written.as_ref(), steps);
        let written = written.ok_or(Fault::Unreadable)?;
        match self.required(&written, added.concept)? {
            Some(required) => self.add_condition(&written, added, required),
            // A concept of kinds of work that have not been fetched.
            None if self.projects.iter().any(|project| written.names(project)) => Err(Fault::NotJudgedBy),
            None => Ok(()),
        }
    }

    /// What every line adds: later lines get the same numbers whatever this one says.
    fn add_concept(&mut self, first: u16, written: Option<&Written>, steps: &mut Vec<Step>) -> Added {
        let text = |which| TextId(first + which);
        let address = written.map_or("", |written| written.address);
        let clear = self.add_clearance(address, [NAME, IF_BROKEN, TO_DO, BASIS].map(text));
        let concept = ConceptId(number(self.concepts.len()));
        let asking = written.filter(|written| option(written.requirement).is_some());
        let question = asking.map(|written| Question {
            text: text(QUESTION),
            help: (!written.help.is_empty()).then_some(text(HELP)),
            more: None,
            why: None,
            quick: Vec::new(),
            numbers: Vec::new(),
            unsure: Some(Unsure { clear, with: WITH.to_owned(), how: text(TO_DO) }),
        });
        if question.is_some() {
            steps.push(Step { id: String::new(), name: text(NAME), concepts: vec![concept] });
        }
        self.concepts.push(Concept {
            id: ["lokalt-", &count(concept.index())].concat(),
            kind: Kind::YesNo,
            name: text(NAME),
            derivation: Vec::new(),
            question,
            measured_by: None,
            of_property: false,
        });
        Added { first, concept, clear }
    }

    /// What is required; nothing where the concept may belong to kinds of work that have not been fetched.
    fn required(&self, written: &Written, own: ConceptId) -> Result<Option<Required>, Fault> {
        let is_whole = !self.projects.iter().any(Project::is_blank);
        if is_whole && written.kinds.split(' ').any(|kind| kind != ALL && self.find_project(kind).is_none()) {
            return Err(Fault::Unknown);
        }
        if let Some(option) = option(written.requirement) {
            return Ok(Some(Required { requirement: is(own, option), of: None }));
        }
        let (name, told) = written.requirement.split_once(' ').ok_or(Fault::Unreadable)?;
        let test = Test::read(told).filter(|_| !name.is_empty()).ok_or(Fault::Unreadable)?;
        match self.find_concept(name) {
            Some(concept) => {
                let requirement = test.of(concept, &self.concept(concept).kind).ok_or(Fault::OtherForm)?;
                Ok(Some(Required { requirement, of: Some(concept) }))
            }
            None if is_whole => Err(Fault::Unknown),
            None => Ok(None),
        }
    }

    /// One rule, laid on each kind of work that it concerns. One that is named and never judged by the concept is a fault.
    fn add_condition(&mut self, written: &Written, added: Added, required: Required) -> Result<(), Fault> {
        let mut laid = Ok(());
        let mut concerned = Vec::new();
        for project in &self.projects {
            let named = written.names(project);
            let is_judged = required.of.is_none_or(|concept| self.project_reads(project, concept));
            if named && !is_judged {
                laid = Err(Fault::NotJudgedBy);
            }
            concerned.push(is_judged && (named || written.kinds == ALL));
        }
        let rule = self.add_judged(written.address, added, required);
        for (project, concerned) in self.projects.iter_mut().zip(concerned) {
            let given = match option(written.requirement) {
                Some(met) => Some(met).filter(|_| !concerned),
                None => Some(if concerned { YES } else { NO }),
            };
            project.given.extend(given.map(|option| (added.concept, Given::Option(option))));
            if concerned && written.apply {
                for tried in &project.tries {
                    if let Some(tried) = self.rules.get_mut(tried.index()) {
                        tried.take(rule);
                    }
                }
            } else if concerned {
                project.beside.push(rule);
            }
        }
        laid
    }

    fn add_judged(&mut self, address: &str, added: Added, required: Required) -> RuleId {
        let scope = required.of.map(|_| is(added.concept, YES));
        let condition = Condition {
            quote: None,
            requirement: required.requirement,
            if_broken: added.text(BOTH),
            consequences: vec![Consequences { when: None, gives: vec![added.clear] }],
            doubt: None,
        };
        self.add_rule(address, [NAME, BASIS].map(|which| added.text(which)), scope, vec![condition], Vec::new())
    }

    /// A rule that holds on every day.
    #[inline(never)]
    fn add_rule(
        &mut self,
        id: &str,
        [name, citation]: [TextId; 2],
        scope: Option<Requirement>,
        conditions: Vec<Condition>,
        additions: Vec<Addition>,
    ) -> RuleId {
        let version = Version {
            from: self.covers_from,
            to: None,
            name,
            citation,
            wording: Wording::Read,
            checked_until: None,
            outcome: None,
            scope,
            presupposes: Vec::new(),
            beside: Vec::new(),
            conditions,
            additions,
            notes: Vec::new(),
            procedure: Vec::new(),
        };
        self.rules.push(Rule { id: id.to_owned(), versions: vec![version] });
        RuleId(number(self.rules.len() - 1))
    }

    #[inline(never)]
    fn add_clearance(&mut self, id: &str, [name, explanation, action, citation]: [TextId; 4]) -> ConsequenceId {
        let (id, with) = (id.to_owned(), WITH.to_owned());
        let sort = Sort::Clearance;
        self.consequences.push(Consequence { id, sort, standard: false, name, explanation, action, with, citation });
        ConsequenceId(number(self.consequences.len() - 1))
    }
}

impl Rule {
    /// Takes another rule as a part of every version that would let one build without applying.
    fn take(&mut self, part: RuleId) {
        for version in &mut self.versions {
            let frees = version.outcome.is_some_and(|outcome| outcome <= Outcome::Exempt);
            if frees && !version.presupposes.contains(&part) {
                version.presupposes.push(part);
            }
        }
    }
}

/// A place in a list. No list is so long.
fn number(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}
