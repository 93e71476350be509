//! Designsystemet's own colours, those that the sheets read: what they are in the light, and what in the dark.

use std::collections::BTreeMap;

use super::sheet::{Node, Sheet};

/// What every name of a colour begins with.
const COLOUR: &str = "--ds-color-";
/// The layers of Designsystemet's theme that say what each colour is.
const SCHEMES: [(&str, &str); 2] = [
    ("@layer ds.theme.color-scheme.light", "[data-color-scheme=light]"),
    ("@layer ds.theme.color-scheme.dark", "[data-color-scheme=dark]"),
];

/// A colour by its name without what all names begin with: light, and dark.
pub type Colours = BTreeMap<String, [String; 2]>;

/// The colours of Designsystemet's theme that some sheet declares still.
pub(super) fn read(theme: &Sheet, sheets: [&Sheet; 2]) -> Colours {
    let [light, dark] = SCHEMES.map(|(layer, scheme)| colours(theme, layer, scheme));
    let mut used = BTreeMap::new();
    for sheet in sheets {
        sheet.each(&mut |node| {
            if let Node::Declaration(name, _) = node
                && let (Some(light), Some(dark)) = (light.get(name), dark.get(name))
            {
                used.insert(name.trim_start_matches(COLOUR).to_owned(), [light.clone(), dark.clone()]);
            }
        });
    }
    used
}

fn colours(theme: &Sheet, layer: &str, scheme: &str) -> BTreeMap<String, String> {
    let in_layer = theme.0.iter().filter_map(|node| match node {
        Node::Rule(prelude, body) if prelude == layer => Some(body),
        _ => None,
    });
    let in_scheme = in_layer.flatten().filter_map(|node| match node {
        Node::Rule(prelude, body) if prelude.contains(scheme) => Some(body),
        _ => None,
    });
    let declared = in_scheme.flatten().filter_map(|node| match node {
        Node::Declaration(name, value) if name.starts_with(COLOUR) => Some((name.clone(), six(value))),
        _ => None,
    });
    declared.collect()
}

/// A colour with two digits for each of its parts, where it is written with one.
fn six(hex: &str) -> String {
    match hex.strip_prefix('#') {
        Some(digits) if digits.len() == 3 => {
            let twice: String = digits.chars().flat_map(|digit| [digit, digit]).collect();
            format!("#{twice}")
        }
        _ => hex.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Sheet, read};

    #[test]
    fn a_colour_that_is_read_is_known_in_the_light_and_in_the_dark() {
        let theme = "@layer ds.theme.color-scheme.light{:root,[data-color-scheme=light]{--ds-color-a:#fff;--ds-color-b:#eee}}\
                     @layer ds.theme.color-scheme.dark{[data-color-scheme=dark]{--ds-color-a:#010203;--ds-color-b:#111}}";
        let sheet = Sheet::parse(":host{--ds-color-a:#fff}");
        let read = read(&Sheet::parse(theme), [&sheet, &Sheet::default()]);
        assert_eq!(
            read.into_iter().collect::<Vec<_>>(),
            [("a".to_owned(), ["#ffffff".to_owned(), "#010203".to_owned()])]
        );
    }
}
