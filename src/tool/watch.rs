//! Notices that a file has changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::compress::files;

/// What a change calls for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Change {
    /// Only the law has changed; the widget is as it was.
    Rules,
    /// Everything must be built anew.
    Sources,
}

/// When each file was last changed.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Snapshot {
    rules: BTreeMap<PathBuf, Option<SystemTime>>,
    sources: BTreeMap<PathBuf, Option<SystemTime>>,
}

impl Snapshot {
    /// Looks at all files that the build reads.
    #[must_use]
    pub fn take(root: &Path) -> Self {
        let mut sources = times(&root.join("src"));
        for file in ["index.html", "Cargo.toml", "package-lock.json"] {
            sources.insert(root.join(file), time(&root.join(file)));
        }
        Self { rules: times(&root.join("rules")), sources }
    }

    /// What has changed since an earlier look.
    #[must_use]
    pub fn since(&self, earlier: &Self) -> Option<Change> {
        match (self.sources == earlier.sources, self.rules == earlier.rules) {
            (false, _) => Some(Change::Sources),
            (true, false) => Some(Change::Rules),
            (true, true) => None,
        }
    }
}

fn times(folder: &Path) -> BTreeMap<PathBuf, Option<SystemTime>> {
    let files = files(folder).unwrap_or_default();
    files.into_iter().map(|file| (file.clone(), time(&file))).collect()
}

fn time(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|metadata| metadata.modified()).ok()
}
