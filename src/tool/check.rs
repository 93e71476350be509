//! `check`: everything that is wrong with the rules in a folder, at once.

use std::path::Path;

use crate::review::audit::words_are_shown;
use crate::review::check::{self, Checked};
use crate::rules::code::Code;
use crate::rules::problem::Problem;

use super::{files, literals};

/// Reads the rules under a root, runs their examples, and looks for words that the widget beside them never shows.
#[must_use]
pub fn check(root: &Path) -> Checked {
    let (files, unreadable) = files::readable(&root.join("rules"));
    let mut checked = check::check(&files);
    let shown = literals::of_the_widget(root);
    if let (Some(sources), false) = (checked.sources(), shown.is_empty()) {
        let idle = sources.locate(words_are_shown(sources, &shown));
        checked.problems.extend(idle);
    }
    let told = |(file, error): (String, String)| {
        let message = format!("filen kan ikke leses: {error}; lagre den som UTF-8 der du har lov til å lese den");
        Problem::of_file(Code::UnreadableFile, &file, message)
    };
    checked.problems.extend(unreadable.into_iter().map(told));
    checked.problems.sort();
    checked
}
