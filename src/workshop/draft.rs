//! A version to come: a copy of one there is, with the day on which it is to hold.

use crate::review::document::Document;
use crate::review::format::print;
use crate::rules::date::Date;
use crate::rules::source::Files;

use super::catalogue::provision_folder;

/// Why there is no draft. The words are in `ord.json`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NoDraft {
    /// The day is no day of the calendar.
    NotADate,
    /// The day has come already.
    NotToCome,
    /// There is a version from that day.
    Taken,
    /// The file is no provision, or cannot be read.
    NotAProvision,
}

/// The new files of a draft, the provision's own first: itself, and its examples where it has any.
///
/// # Errors
/// Why there can be none.
pub fn draft(files: &Files, path: &str, from: &str, today: Date) -> Result<Vec<(String, String)>, NoDraft> {
    let date = Date::parse_iso(from).ok_or(NoDraft::NotADate)?;
    if date <= today {
        return Err(NoDraft::NotToCome);
    }
    let (folder, copied) = provision_folder(path).ok_or(NoDraft::NotAProvision)?;
    let own = format!("{folder}/{from}.json");
    if files.contains_key(&own) {
        return Err(NoDraft::Taken);
    }
    let text = files.get(path).ok_or(NoDraft::NotAProvision)?;
    let mut made = vec![(own, provision(text, from).ok_or(NoDraft::NotAProvision)?)];
    let examples = files.get(&format!("{folder}/{copied}.eksempler.json"));
    let examples = examples.and_then(|text| examples_from(text, from));
    made.extend(examples.map(|text| (format!("{folder}/{from}.eksempler.json"), text)));
    Ok(made)
}

/// Nobody has held the new version against the statute, and what will amend it is not known yet.
fn provision(text: &str, from: &str) -> Option<String> {
    let mut document = Document::read(text).ok()?;
    *document.at_mut("/gjelder")? = Document::Object(vec![("fra".to_owned(), Document::Text(from.to_owned()))]);
    *document.at_mut("/kontrollert")? = Document::Null;
    Some(print(&document))
}

/// The same cases on the new version's first day.
fn examples_from(text: &str, from: &str) -> Option<String> {
    let mut document = Document::read(text).ok()?;
    *document.at_mut("/på-dato")? = Document::Text(from.to_owned());
    if let Some(Document::List(examples)) = document.at_mut("/eksempler") {
        for example in examples {
            if let Document::Object(entries) = example {
                entries.retain(|(key, _)| key != "på-dato");
            }
        }
    }
    Some(print(&document))
}
