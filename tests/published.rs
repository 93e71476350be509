//! Every published edition of the rules stays what it was, and where it is looked for.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

use std::fs;
use std::path::{Path, PathBuf};

use bygg_uten_a_soke::rules::compiled::{Unreadable, decode};
use bygg_uten_a_soke::tool::published::{copy, guard, list, publish};
use bygg_uten_a_soke::tool::{hash, root::root};

/// A folder with a small law of its own, and nothing published.
fn small_law(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    copy_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/assess/rules"), &folder.join("rules"));
    folder
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()) {
        let to = to.join(entry.file_name().unwrap());
        if entry.is_dir() {
            copy_all(&entry, &to);
        } else {
            fs::copy(&entry, &to).unwrap();
        }
    }
}

#[test]
fn what_is_published_is_kept_once_and_copied_to_where_the_law_is_served() {
    let root = small_law("utgitt");
    assert!(guard(&root).unwrap_err().to_string().contains("`utgi`"));
    let (edition, is_new) = publish(&root).unwrap();
    assert!(is_new);
    assert_eq!(publish(&root).unwrap(), (edition.clone(), false));
    assert!(guard(&root).is_ok());
    let all = list(&root).unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].edition, edition);
    let served = root.join("regler");
    fs::create_dir_all(&served).unwrap();
    copy(&root, &served).unwrap();
    assert!(decode(&fs::read(served.join(&all[0].file)).unwrap()).is_ok());
}

#[test]
fn a_list_that_says_something_else_is_refused() {
    let root = small_law("utgitt-feil");
    publish(&root).unwrap();
    fs::write(root.join("rules/utgitt/utgaver.txt"), "i går\n").unwrap();
    assert!(list(&root).unwrap_err().to_string().contains("`i går`"));
}

#[test]
fn every_published_edition_is_what_its_name_says_and_nothing_lies_beside_the_list() {
    let all = list(&root()).unwrap();
    let folder = root().join("rules/utgitt");
    for published in &all {
        let bytes = fs::read(folder.join(&published.file)).unwrap();
        assert_eq!(published.file, format!("regler.{}.bin", hash::in_name(&hash::long(&bytes))));
        assert!(published.edition.ends_with(&hash::short(&bytes)), "{}", published.edition);
        let read = decode(&bytes);
        assert!(matches!(read, Ok(_) | Err(Unreadable::OtherVersion)), "{}: {read:?}", published.file);
    }
    assert!(all.is_sorted_by_key(|published| &published.day), "the oldest first");
    if folder.exists() {
        assert_eq!(fs::read_dir(folder).unwrap().count(), all.len() + 1, "the editions and their list");
    }
}
