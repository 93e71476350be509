//! The few signs beside colours.

use super::view::View;
use crate::wording::headline::Headline;

/// The sign of an answer; its words say the same.
pub(super) fn icon(view: &mut View, headline: Headline) {
    let path = match headline {
        Headline::Free | Headline::NotAMeasure => "M5 13l4 4L19 7",
        Headline::InOrderFirst | Headline::CheckFirst => "M12 5v9M12 18.9v.1",
        Headline::ApplyYourself | Headline::ApplyWithProfessional | Headline::Apply => {
            "M7 4h7l4 4v12H7zM10 12h5M10 16h5"
        }
        Headline::NotCovered | Headline::Undecided => "M6 12h.1M12 12h.1M18 12h.1",
    };
    view.drawing("tegn", path);
}
