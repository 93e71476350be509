//! The few signs beside colours. Drawn inline: a page may forbid images from elsewhere.

use yew::Html;

use super::headline::Headline;
use super::markup::element;

/// The sign of an answer; its words say the same.
pub(super) fn icon(headline: Headline) -> Html {
    let path = match headline {
        Headline::Free | Headline::NotAMeasure => "M5 13l4 4L19 7",
        Headline::InOrderFirst | Headline::CheckFirst => "M12 5v9M12 18.9v.1",
        Headline::ApplyYourself | Headline::ApplyWithProfessional | Headline::Apply => {
            "M7 4h7l4 4v12H7zM10 12h5M10 16h5"
        }
        Headline::NotCovered | Headline::Undecided => "M6 12h.1M12 12h.1M18 12h.1",
    };
    let attributes = [("class", "tegn"), ("viewBox", "0 0 24 24"), ("aria-hidden", "true"), ("focusable", "false")];
    element("svg", &attributes, vec![element("path", &[("d", path)], Vec::new())])
}
