//! What must hold of every rule file beside being well formed: quotes, limits, texts, examples.
//!
//! Each audit is a function that returns what is wrong. Some need no more than the files, and say what they find
//! beside whatever else is wrong; the others need a whole rule book.

mod coverage;
mod every_text;
mod options;
mod plain;
mod quotes;
mod texts;
mod unused;
mod words;

use crate::rules::load::Loaded;
use crate::rules::problem::{Finding, Problem};
use crate::rules::source::Sources;

pub use coverage::{conditions_broken_alone, dates_inside_their_version, limits_tried_on_both_sides};
pub use options::options_make_a_difference;
pub use plain::language_is_plain;
pub use quotes::{limits_stand_in_their_quote, quotes_stand_in_the_wording, wording_is_accounted_for};
pub use texts::{blanks_are_filled, digits_are_borrowed, placeholders_agree, texts_are_not_empty};
pub use unused::{everything_is_used, quick_answers_settle};
pub use words::{whom_to_ask_is_known, words_are_shown};

/// An audit of the files: its name for people, and itself.
pub type OfFiles = (&'static str, fn(&Sources) -> Vec<Finding>);
/// An audit of the rule book.
pub type OfBook = (&'static str, fn(&Loaded) -> Vec<Finding>);

/// The audits that need only the files, in the order of reading one.
pub const OF_FILES: [OfFiles; 9] = [
    ("sitater står i ordlyden", quotes_stand_in_the_wording),
    ("hver setning i ordlyden er kodet eller forklart", wording_is_accounted_for),
    ("grenser står i sitt eget sitat", limits_stand_in_their_quote),
    ("ingen tekst er tom", texts_are_not_empty),
    ("språkene har samme plassholdere", placeholders_agree),
    ("plassholdere blir fylt", blanks_are_filled),
    ("den som skal spørres, er kjent", whom_to_ask_is_known),
    ("tall lånes, de skrives ikke i tekst", digits_are_borrowed),
    ("språket er klart", language_is_plain),
];

/// The audits that need a whole rule book.
pub const OF_BOOK: [OfBook; 6] = [
    ("alt som er skrevet, er i bruk", everything_is_used),
    ("hvert valg har noe å si", options_make_a_difference),
    ("hurtigsvar avgjør det de svarer på", quick_answers_settle),
    ("eksemplers dato ligger i regelens tid", dates_inside_their_version),
    ("hvert vilkår brytes alene av et eksempel", conditions_broken_alone),
    ("hver grense prøves på begge sider", limits_tried_on_both_sides),
];

/// What is wrong with the files, whether or not a rule book can be made of them.
#[must_use]
pub fn of_files(sources: &Sources) -> Vec<Finding> {
    OF_FILES.iter().flat_map(|(_, audit)| audit(sources)).collect()
}

/// Everything that is wrong, warnings too.
#[must_use]
pub fn all(loaded: &Loaded) -> Vec<Problem> {
    let of_book = OF_BOOK.iter().flat_map(|(_, audit)| audit(loaded));
    loaded.sources.locate(of_files(&loaded.sources).into_iter().chain(of_book).collect())
}
