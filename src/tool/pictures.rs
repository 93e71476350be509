//! The pictures of the kinds of work, as a style sheet that comes late.
//!
//! Each is two shapes cut out of plain colour, for a page may forbid images: what stands there already, and what the work
//! is about. They stand at the end of rows that are high enough without them, so that nothing moves when they come.

use super::wire::{Picture, PictureFile, Shapes};

/// What all pictures have in common.
const COMMON: &str = include_str!("pictures.css");

/// The sheet: the shapes of each kind of work, told by its place among all. A kind without a picture has none.
///
/// On the shelves a row is known by its label. The rows of a search stand in another order, and have none.
#[must_use]
pub fn sheet<'a>(file: &PictureFile, projects: impl Iterator<Item = &'a str>) -> String {
    let rules = projects.enumerate().filter_map(|(place, project)| {
        let Shapes { ground, new } = shapes(file, project)?;
        let row = format!(".hylle .valg:has([for=f0-{place}])");
        Some(format!("{row}{{--grunn:path('{ground}');--nytt:path('{new}')}}\n"))
    });
    [COMMON.to_owned()].into_iter().chain(rules).collect()
}

/// The shapes of a kind of work, its own or another's.
#[must_use]
pub fn shapes<'a>(file: &'a PictureFile, project: &str) -> Option<&'a Shapes> {
    match file.pictures.get(project)? {
        Picture::Drawn(shapes) => Some(shapes),
        Picture::Shared(other) => match file.pictures.get(other)? {
            Picture::Drawn(shapes) => Some(shapes),
            Picture::Shared(_) => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_has_its_own_picture_or_anothers_or_none() {
        let text = r#"{"$schema":"x","bilder":{"a":{"grunn":"M0 0z","nytt":"M1 1z"},"b":"a"}}"#;
        let file: PictureFile = serde_json::from_str(text).unwrap();
        let sheet = sheet(&file, ["c", "b"].into_iter());
        assert!(sheet.contains(":has([for=f0-1]){--grunn:path('M0 0z');--nytt:path('M1 1z')}"), "{sheet}");
        assert!(!sheet.contains("f0-0]"), "{sheet}");
    }
}
