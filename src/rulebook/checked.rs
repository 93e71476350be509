//! Who has held a version against the statute, or honestly that nobody has.

use crate::rules::wire;

use super::html::{Html, of_class};
use super::volume::Volume;

/// Whether two people have.
pub(super) fn is_checked(file: &wire::Rule) -> bool {
    file.control.as_ref().is_some_and(|control| control.approved_by.is_some())
}

/// The names and the day, or a warning.
pub(super) fn checked(volume: &Volume, file: &wire::Rule) -> Html {
    let both = file.control.as_ref().and_then(|control| Some((control, control.approved_by.as_deref()?)));
    let Some((control, approved)) = both else {
        return of_class("span", "merke ukontrollert", volume.word("ikke-kontrollert"));
    };
    let (day, next) = (volume.written_day(&control.date), volume.written_day(&control.next));
    let blanks = [("navn", control.by.as_str()), ("godkjent", approved), ("dato", &day), ("neste", &next)];
    of_class("span", "merke fri", volume.filled("kontrollert-av", &blanks))
}
