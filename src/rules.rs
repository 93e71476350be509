//! What a rule is, once it is known to be well formed.
//!
//! A [`RuleBook`] is whole or absent: names are resolved to numbers, every number is in range, and no
//! sentence stands in it. Texts are numbered too; the words of one language are in a file of their own.

pub mod address;
pub mod date;
pub mod digits;
pub mod quantity;
pub mod range;

mod compact;
pub mod compiled;
pub mod drawn;
pub mod fields;
pub mod in_order;
mod lay;
pub mod levers;
pub mod local;
mod reads;
pub mod requirements;
mod rule_book;
pub mod texts;
pub mod with_later;
pub mod working;

#[cfg(feature = "json")]
pub mod code;
#[cfg(feature = "json")]
pub mod excerpt;
#[cfg(feature = "json")]
pub mod load;
#[cfg(feature = "json")]
mod mend;
#[cfg(feature = "json")]
pub mod outline;
#[cfg(feature = "json")]
pub mod path;
#[cfg(feature = "json")]
pub mod problem;
#[cfg(feature = "json")]
pub mod source;
#[cfg(feature = "json")]
pub mod take_away;
#[cfg(feature = "json")]
mod text_order;
#[cfg(feature = "json")]
pub mod wire;

use serde::{Deserialize, Serialize};

use date::Date;
use quantity::Unit;
use range::Range;

#[cfg(feature = "json")]
pub use rule_book::BrokenBook;
pub use rule_book::RuleBook;

macro_rules! number_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
        pub struct $name(pub u16);

        impl $name {
            /// The place in the rule book's list.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

number_ids! {
    /// A concept's number.
    ConceptId,
    /// A rule's number; which of its versions holds is decided by the date.
    RuleId,
    /// The number of something that may follow from a rule.
    ConsequenceId,
    /// A table's number.
    TableId,
    /// A text's number, the same in every language.
    TextId,
}

/// What may be asked, or follows from what is asked.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Concept {
    /// The name in the rule files.
    pub id: String,
    /// What an answer to it looks like.
    pub kind: Kind,
    /// A noun for it.
    pub name: TextId,
    /// How its value follows from others; empty when it is asked.
    pub derivation: Vec<Branch>,
    /// The question and what helps to answer it; `None` when it is derived.
    pub question: Option<Question>,
    /// Where the law says how it is measured.
    pub measured_by: Option<TextId>,
    /// Whether the answer is the same for everything that is built on the property.
    pub of_property: bool,
}

impl Concept {
    /// Whether every answer is among these options: then it is asked only because nobody may know it.
    #[must_use]
    pub fn has_no_other(&self, options: u32) -> bool {
        let all = if let Kind::Choice(choices) = &self.kind { choices.len() } else { 2 };
        options.count_ones() as usize >= all
    }
}

/// How a concept is put to a resident.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Question {
    /// The question itself.
    pub text: TextId,
    /// How to find and measure the answer.
    pub help: Option<TextId>,
    /// What goes beyond that, for those who want to know more.
    pub more: Option<TextId>,
    /// Why it is asked.
    pub why: Option<TextId>,
    /// Ranges that can be answered with one press, such as "at least 30 m".
    pub quick: Vec<Range>,
    /// Numbers that the texts borrow, by name.
    pub numbers: Vec<(String, i64, Unit)>,
    /// What to do where the answer is not known; `None` when everyone must know.
    pub unsure: Option<Unsure>,
}

/// Where an answer that is not known can be found.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Unsure {
    /// The thing to clear.
    pub clear: ConsequenceId,
    /// Who knows: a key of the interface words.
    pub with: String,
    /// Exactly where to look and what to ask.
    pub how: TextId,
}

/// The form of a concept's answers.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Kind {
    /// Yes or no; yes is option 0.
    YesNo,
    /// One of several.
    Choice(Vec<Choice>),
    /// A number with its unit.
    Number(Unit),
    /// A calendar date.
    Date,
}

/// A yes and a no, as the rule files, cases and links write them; yes is option 0.
pub const YES_NO: [&str; 2] = ["ja", "nei"];

impl Kind {
    /// The answers to choose from, by their names in the rule files; none where one does not choose.
    #[must_use]
    pub fn options(&self) -> Vec<&str> {
        match self {
            Self::YesNo => YES_NO.to_vec(),
            Self::Choice(choices) => choices.iter().map(|choice| choice.id.as_str()).collect(),
            Self::Number(_) | Self::Date => Vec::new(),
        }
    }
}

/// One of the answers to choose from.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Choice {
    /// The name in the rule files.
    pub id: String,
    /// What the resident reads.
    pub name: TextId,
    /// What it covers.
    pub help: Option<TextId>,
}

/// One step of a derivation: the first whose `when` holds gives the value.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Branch {
    /// `None` holds always.
    pub when: Option<Requirement>,
    /// The value it gives.
    pub value: Value,
}

/// A derived value.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Value {
    /// A fixed number.
    Literal(i64),
    /// Another concept's value.
    Of(ConceptId),
    /// All of them together.
    Sum(Vec<Value>),
}

/// What the law requires, over concepts.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Requirement {
    /// Every part.
    All(Vec<Requirement>),
    /// At least one part.
    Any(Vec<Requirement>),
    /// The answer is one of these options: bit `n` stands for option `n`.
    OneOf(ConceptId, u32),
    /// The value compares so with the bound.
    Bound(ConceptId, Comparison, Bound),
}

/// How a value must stand to its bound.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Comparison {
    /// At most; the bound itself is allowed.
    AtMost,
    /// At least; the bound itself is allowed.
    AtLeast,
    /// Less than.
    Under,
    /// More than.
    Over,
    /// Exactly.
    Exactly,
}

/// A bound: a part of something, and what is added to it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Bound {
    /// What it starts from.
    pub base: Base,
    /// A concept that raises it by what lies over a threshold.
    pub raised_by: Option<(ConceptId, i64)>,
}

/// What a bound starts from.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Base {
    /// A fixed number.
    Literal(i64),
    /// A fraction of another concept, compared by cross-multiplying: (numerator, denominator, concept).
    Fraction(i64, i64, ConceptId),
    /// What a table says for a date.
    Table(TableId, ConceptId),
}

/// A step function over a date: what has held since.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Table {
    /// The name in the rule files.
    pub id: String,
    /// Ascending dates and the number from each on. Before the first nothing is known.
    pub rows: Vec<(Date, i64)>,
}

/// A rule through time: at most one version holds on a date.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Rule {
    /// The name in the rule files.
    pub id: String,
    /// Ascending by `from`; each ends the day before the next.
    pub versions: Vec<Version>,
}

/// A rule as in force from a date.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Version {
    /// The first day.
    pub from: Date,
    /// The last day, only where nothing took its place.
    pub to: Option<Date>,
    /// What it is called.
    pub name: TextId,
    /// Its legal basis, written out.
    pub citation: TextId,
    /// How well its words are known.
    pub wording: Wording,
    /// The last day on which it counts as held against the law; `None` where two people have not signed that it is.
    pub checked_until: Option<Date>,
    /// What follows when all of it is met; `None` for rules that only accompany others.
    pub outcome: Option<Outcome>,
    /// What it is about; outside that it is passed over.
    pub scope: Option<Requirement>,
    /// Rules that are part of this one.
    pub presupposes: Vec<RuleId>,
    /// Rules judged beside it, which never change the track.
    pub beside: Vec<RuleId>,
    /// The conditions; their order only orders reasons.
    pub conditions: Vec<Condition>,
    /// Duties and things to clear that come with it.
    pub additions: Vec<Addition>,
    /// What is good to know.
    pub notes: Vec<TextId>,
    /// What to do next, in order.
    pub procedure: Vec<TextId>,
}

impl Version {
    /// Whether two people have held it against the law, and that is still good enough on a day.
    #[must_use]
    pub fn is_checked(&self, today: Date) -> bool {
        self.checked_until >= Some(today)
    }
}

/// How well the words behind a rule are known.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Wording {
    /// Quoted from the edition read.
    Read,
    /// The law's own words of that time have not been read.
    NotRead,
    /// An authority's guidance.
    Guidance,
    /// What is commonly done.
    Practice,
}

/// One condition of a rule.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Condition {
    /// The law's own words, in Norwegian in every language.
    pub quote: Option<TextId>,
    /// Our encoding of them.
    pub requirement: Requirement,
    /// What to say when it is broken.
    pub if_broken: TextId,
    /// What follows when it is broken: the first that fits.
    pub consequences: Vec<Consequences>,
    /// When it stays unknown although it is answered.
    pub doubt: Option<Doubt>,
}

/// What a broken condition brings with it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Consequences {
    /// `None` fits always.
    pub when: Option<Requirement>,
    /// What follows.
    pub gives: Vec<ConsequenceId>,
}

/// A question that only an authority can settle.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Doubt {
    /// When there is doubt.
    pub when: Requirement,
    /// The thing to clear.
    pub clear: ConsequenceId,
}

/// Something that comes with a rule when it decides.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Addition {
    /// What comes.
    pub consequence: ConsequenceId,
    /// `None` comes always.
    pub when: Option<Requirement>,
}

/// Something that may follow from a rule.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Consequence {
    /// The name in the rule files.
    pub id: String,
    /// What sort of thing it is.
    pub sort: Sort,
    /// Whether it holds for every project of its kind and goes without saying.
    pub standard: bool,
    /// A short name.
    pub name: TextId,
    /// What it means.
    pub explanation: TextId,
    /// Exactly what to do.
    pub action: TextId,
    /// Whom to ask: a key of the interface words.
    pub with: String,
    /// Its legal basis, written out.
    pub citation: TextId,
}

/// The sorts of consequence. Duties never bar a start; the others do.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Sort {
    /// A departure that must be applied for and granted.
    Dispensation,
    /// Another permit that must be given.
    Permit,
    /// Something that must be done.
    Duty,
    /// Something that must be cleared with somebody.
    Clearance,
}

/// Where a project ends. The order is from the mildest to the strictest.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Outcome {
    /// Outside what the building rules cover.
    NotAMeasure,
    /// No application is needed.
    Exempt,
    /// An application that the owner may run.
    ApplyYourself,
    /// An application that needs responsible enterprises.
    ApplyWithProfessional,
}

/// A kind of work that people build; blank, save for its place, where its shelf has not been fetched.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Project {
    /// The name in the rule files and in the element's attribute.
    pub id: String,
    /// What people call it.
    pub name: TextId,
    /// The same with its article, for use in questions.
    pub definite: TextId,
    /// Rules to try, the most lenient first.
    pub tries: Vec<RuleId>,
    /// Rules judged beside whatever decides.
    pub beside: Vec<RuleId>,
    /// What the choice of project itself answers.
    pub given: Vec<(ConceptId, Given)>,
    /// Where a question reads otherwise for this project.
    pub adapted: Vec<(ConceptId, Adapted)>,
    /// What is good to know about it.
    pub notes: Vec<TextId>,
    /// What people often build with it, by its place in the book.
    pub often_with: Vec<u8>,
}

/// An answer that goes without asking.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Given {
    /// An option.
    Option(u8),
    /// A number.
    Number(Range),
}

/// How one project puts a question in its own way.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Adapted {
    /// Instead of the concept's own question.
    pub text: Option<TextId>,
    /// Instead of the concept's own help.
    pub help: Option<TextId>,
    /// The options shown, as bits; `None` shows them all.
    pub options: Option<u32>,
}

/// A part of the conversation: steps that belong together.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Part {
    /// What it is about.
    pub name: TextId,
    /// One screen each, in order.
    pub steps: Vec<Step>,
}

/// One screen.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Step {
    /// The name in the rule files.
    pub id: String,
    /// What it is about.
    pub name: TextId,
    /// What is asked together, as far as it matters.
    pub concepts: Vec<ConceptId>,
}
