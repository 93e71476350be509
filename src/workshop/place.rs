//! Where a file from the lawyer's own disk belongs among the rules.

use crate::review::document::Document;
use crate::rules::source::Files;

/// The file that says which folder is the rules'.
const LANDMARK: &str = "regelsett.json";

/// Files by their paths as the disk has them, turned to paths among the rules; `None` for one that belongs nowhere.
///
/// A whole folder is known by its `regelsett.json`. A file that comes alone is known by its folders, or by its name and
/// the id in it.
#[must_use]
pub fn places(known: &Files, opened: &[(String, String)]) -> Vec<Option<String>> {
    let landmark = opened.iter().filter_map(|(path, _)| path.strip_suffix(LANDMARK));
    let root = landmark.filter(|root| root.is_empty() || root.ends_with('/')).min_by_key(|root| root.len());
    let belongs = |(path, text): &(String, String)| match root {
        Some(root) => path.strip_prefix(root).filter(|path| is_rule_file(path)).map(str::to_owned),
        None => alone(known, path, text),
    };
    opened.iter().map(belongs).collect()
}

/// Whether the files are a whole set of rules, which takes the place of the one that is open.
#[must_use]
pub fn is_whole(places: &[Option<String>]) -> bool {
    places.iter().flatten().any(|path| path == LANDMARK)
}

fn is_rule_file(path: &str) -> bool {
    path.strip_suffix(".json").is_some()
        && !path.starts_with("skjema/")
        && !path.split('/').any(|part| part.starts_with('.'))
}

fn alone(known: &Files, path: &str, text: &str) -> Option<String> {
    let name = path.rsplit('/').next().filter(|name| is_rule_file(name))?;
    // As much of its path as the disk gives is as much as must agree.
    let mut tail = path;
    loop {
        if known.contains_key(tail) {
            return Some(tail.to_owned());
        }
        let Some((_, rest)) = tail.split_once('/') else { break };
        tail = rest;
    }
    let subject = subject(text)?;
    let (fellow, _) = known
        .iter()
        .find(|(path, text)| same_kind(path, name) && *subject == *self::subject(text).unwrap_or_default())?;
    let folder = fellow.rsplit_once('/').map_or("", |(folder, _)| folder);
    Some(if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") })
}

/// Examples belong with examples, and rules with rules.
fn same_kind(path: &str, name: &str) -> bool {
    const EXAMPLES: &str = ".eksempler.json";
    path.ends_with(EXAMPLES) == name.ends_with(EXAMPLES)
}

/// What a file is about.
fn subject(text: &str) -> Option<String> {
    let document = Document::read(text).ok()?;
    ["id", "regel", "tiltak"].into_iter().find_map(|key| document.text_at(key)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{is_whole, places};
    use crate::rules::source::Files;

    fn known() -> Files {
        let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        Files::from([
            file("lov/a/2020-01-01.json", r#"{ "id": "lov/a" }"#),
            file("lov/a/2020-01-01.eksempler.json", r#"{ "regel": "lov/a" }"#),
            file("lov/b/2020-01-01.json", r#"{ "id": "lov/b" }"#),
        ])
    }

    fn placed(opened: &[(&str, &str)]) -> Vec<Option<String>> {
        let opened: Vec<_> = opened.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        places(&known(), &opened)
    }

    #[test]
    fn a_whole_folder_is_known_by_its_landmark() {
        let found =
            placed(&[("mine/rules/regelsett.json", "{}"), ("mine/rules/lov/c.json", "{}"), ("mine/x.json", "{}")]);
        assert!(is_whole(&found));
        assert_eq!(found, [Some("regelsett.json".to_owned()), Some("lov/c.json".to_owned()), None]);
    }

    #[test]
    fn a_file_alone_is_known_by_its_folders_or_by_what_it_says() {
        let b = [Some("lov/b/2020-01-01.json".to_owned())];
        assert_eq!(placed(&[("rules/lov/b/2020-01-01.json", "broken")]), b);
        assert_eq!(placed(&[("2020-01-01.json", r#"{ "id": "lov/b" }"#)]), b);
        let new = Some("lov/a/2027-01-01.eksempler.json".to_owned());
        assert_eq!(placed(&[("2027-01-01.eksempler.json", r#"{ "regel": "lov/a" }"#)]), [new]);
        assert_eq!(placed(&[("brev.txt", ""), ("annet.json", "{}")]), [None, None]);
    }
}
