//! The site that the tests open, built once for all of them: the same sources give the same site.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use bygg_uten_a_soke::tool::build::build;

/// Everything that a site is made of, and the site itself, so that one that was changed afterwards is built again.
const MADE_OF: [&str; 8] =
    ["src", "rules", "index.html", "Cargo.toml", "Cargo.lock", "package-lock.json", "rust-toolchain.toml", "dist"];

/// The folder of a site that is built of what stands in the repository now.
///
/// Test files that run at the same time wait for each other here.
pub(crate) fn dist() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(kept).expect("a folder");
    let lock = File::create(kept.join("site.lock")).expect("a file");
    lock.lock().expect("a lock");
    let known = kept.join("site.known");
    if fs::read_to_string(&known).ok() != Some(known_by(root)) {
        build(root).expect("the site can be built");
        fs::write(&known, known_by(root)).expect("a file");
    }
    root.join("dist")
}

fn known_by(root: &Path) -> String {
    let mut files = BTreeSet::new();
    for name in MADE_OF {
        list(&root.join(name), &mut files);
    }
    let mut all = DefaultHasher::new();
    for file in files {
        file.hash(&mut all);
        fs::read(&file).expect("a file that can be read").hash(&mut all);
    }
    format!("{:016x}", all.finish())
}

fn list(path: &Path, files: &mut BTreeSet<PathBuf>) {
    let Ok(folder) = fs::read_dir(path) else {
        if path.is_file() {
            files.insert(path.to_owned());
        }
        return;
    };
    for entry in folder {
        list(&entry.expect("an entry").path(), files);
    }
}
