//! Who has held a version against the statute, or honestly that nobody has.

use serde_json::Value as Json;

use crate::rules::wire;

use super::html::{Html, of_class};
use super::volume::Volume;

/// The name and the day, or a warning.
pub(super) fn checked(volume: &Volume, file: &wire::Rule) -> Html {
    let part = |json: &Json, key: &str| json.get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
    match &file.checked {
        Some(by) => {
            let blanks = [("navn", part(by, "av")), ("dato", volume.written_day(&part(by, "dato")))];
            let [(_, name), (_, day)] = &blanks;
            of_class("span", "merke fri", volume.filled("kontrollert-av", &[("navn", name), ("dato", day)]))
        }
        None => of_class("span", "merke ukontrollert", volume.word("ikke-kontrollert")),
    }
}
