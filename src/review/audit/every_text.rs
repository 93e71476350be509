//! Every text that a resident may read, wherever it stands in the files.

use serde_json::Value as Json;

use crate::rules::path::{Path, Step};
use crate::rules::source::Sources;
use crate::rules::wire::Text;

/// A text and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) file: String,
    pub(super) path: Path,
    pub(super) text: Text,
}

impl Placed {
    /// The keys on the way, the innermost first.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.path.0.iter().rev().filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        })
    }

    /// The folder or file of the rules folder that it stands in.
    pub(super) fn home(&self) -> &str {
        self.file.split('/').next().unwrap_or_default()
    }
}

/// All of them: whatever has the three languages is a text.
pub(super) fn every_text(sources: &Sources) -> Vec<Placed> {
    let mut found = Vec::new();
    for (file, text) in sources.files().filter(|(file, _)| !file.starts_with("skjema/")) {
        if let Ok(json) = serde_json::from_str(text) {
            collect(file, &json, &Path::default(), &mut found);
        }
    }
    found
}

fn collect(file: &str, json: &Json, path: &Path, found: &mut Vec<Placed>) {
    match json {
        Json::Object(object) => {
            if let Some(text) = text(json) {
                found.push(Placed { file: file.to_owned(), path: path.clone(), text });
            } else {
                object.iter().for_each(|(key, part)| collect(file, part, &path.then(key), found));
            }
        }
        Json::Array(parts) => parts.iter().enumerate().for_each(|(n, part)| collect(file, part, &path.then(n), found)),
        _ => {}
    }
}

fn text(json: &Json) -> Option<Text> {
    let [nb, nn, en] = ["nb", "nn", "en"].map(|language| json.get(language)?.as_str().map(str::to_owned));
    Some(Text { nb: nb?, nn: nn?, en: en? })
}
