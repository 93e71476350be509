//! From a rule book and some answers to a verdict that says why.
//!
//! A pure function of book, project, answers and date. It knows no building law, no language, no clock.

pub mod answers;
mod breach;
pub mod case;
pub mod concept_set;
mod gaps;
mod judge;
mod lines;
pub mod next_question;
pub mod remedy;
pub mod situation;
mod standing;
pub mod status;
mod turning_points;
pub mod verdict;

pub use answers::{Answer, Answers};
pub use breach::Breach;
pub use case::Case;
pub use concept_set::ConceptSet;
pub use gaps::Weighed;
pub use lines::Line;
pub use next_question::{NextQuestion, next_question};
pub use remedy::{Change, Remedy, remedies};
pub use situation::Situation;
pub use standing::Standing;
pub use status::Status;
pub use verdict::{Verdict, assess};
