//! The texts in quotation marks in the code that shows words in the widget: among them the name of every word that it shows.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::compress::files;

/// All of them; none where the code is not there.
#[must_use]
pub fn of_the_widget(root: &Path) -> BTreeSet<String> {
    let folders = ["src/app", "src/embed", "src/later", "src/wording"].map(|folder| root.join(folder));
    let files = folders.iter().flat_map(|folder| files(folder).unwrap_or_default());
    let files = files.chain(
        ["src/app.rs", "src/embed.rs", "src/later.rs", "src/wording.rs", "src/rules/local.rs"]
            .map(|file| root.join(file)),
    );
    let code = files.filter(|file| file.extension().is_some_and(|end| end == "rs" || end == "js"));
    code.filter_map(|file| fs::read_to_string(file).ok()).flat_map(|text| quoted(&text)).collect()
}

/// Whatever stands between two quotation marks on a line.
fn quoted(text: &str) -> Vec<String> {
    text.lines().flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned).collect()
}
