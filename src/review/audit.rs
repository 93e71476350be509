//! What must hold of every rule file beyond being well formed: quotes, limits, texts, examples.
//!
//! Each check is a function of the loaded rules and returns what is wrong; `check` runs them all.

mod coverage;
mod quotes;
mod texts;
mod unused;

use crate::rules::load::Loaded;
use crate::rules::problem::Problem;

pub use coverage::{conditions_broken_alone, dates_inside_their_version, limits_tried_on_both_sides};
pub use quotes::{limits_stand_in_their_quote, quotes_stand_in_the_wording, wording_is_accounted_for};
pub use texts::{digits_are_borrowed, placeholders_agree};
pub use unused::{everything_is_used, quick_answers_settle};

/// A check: its name for people, and itself.
pub type Audit = (&'static str, fn(&Loaded) -> Vec<Problem>);

/// Every check, in the order of reading a file.
pub const ALL: [Audit; 10] = [
    ("sitater står i ordlyden", quotes_stand_in_the_wording),
    ("hver setning i ordlyden er kodet eller forklart", wording_is_accounted_for),
    ("grenser står i sitt eget sitat", limits_stand_in_their_quote),
    ("språkene har samme plassholdere", placeholders_agree),
    ("tall lånes, de skrives ikke i tekst", digits_are_borrowed),
    ("alt som er skrevet, er i bruk", everything_is_used),
    ("hurtigsvar avgjør det de svarer på", quick_answers_settle),
    ("eksemplers dato ligger i regelens tid", dates_inside_their_version),
    ("hvert vilkår brytes alene av et eksempel", conditions_broken_alone),
    ("hver grense prøves på begge sider", limits_tried_on_both_sides),
];

/// Everything that is wrong.
#[must_use]
pub fn all(loaded: &Loaded) -> Vec<Problem> {
    ALL.iter().flat_map(|(_, audit)| audit(loaded)).collect()
}

fn problem(file: &str, place: impl Into<String>, message: impl Into<String>) -> Problem {
    Problem { file: file.to_owned(), place: place.into(), message: message.into() }
}
