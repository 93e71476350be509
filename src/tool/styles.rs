//! The style sheets of the shadow root: the parts of Designsystemet that the widget uses, and its own rules.
//!
//! Designsystemet is written for a whole page. Inside a shadow root there is no `:root` and no `body`, the host
//! page owns the size of `rem`, and a strict policy lets no `data:` image in; so its files are rewritten here.
//!
//! What the first question does not wear is a sheet of its own, fetched when that question has been painted.

mod colours;
mod prune;
mod rewrite;
mod sheet;
mod split;

use std::fs;
use std::path::Path;

use super::compress;
use super::failure::Failure;

pub use colours::Colours;
pub use sheet::Sheet;

/// Where npm puts Designsystemet.
const PACKAGE: &str = "node_modules/@digdir/designsystemet-css/dist";

/// The parts that the widget uses, in the order of Designsystemet's own index.
pub const COMPONENTS: [&str; 11] = [
    "label",
    "heading",
    "list",
    "link",
    "input",
    "field",
    "fieldset",
    "validation-message",
    "error-summary",
    "details",
    "button",
];

/// The shadow root's sheets, not yet minified.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Sheets {
    /// What the first question wears.
    pub first: String,
    /// What comes after it: other questions, errors and the answer. It says nothing again that the first says.
    pub later: String,
    /// What comes along once the first question is answered.
    pub along: String,
    /// The colours that they read, light and dark.
    pub colours: Colours,
}

impl Sheets {
    /// Both sheets, of the widget's own files and Designsystemet's.
    ///
    /// # Errors
    /// Where a file is missing.
    pub fn read(root: &Path) -> Result<Self, Failure> {
        let own = |file: &str| read(&root.join("src/app").join(file));
        Self::with(root, &own("style.css")?, &own("style_later.css")?, &along(root)?)
    }

    /// Both sheets, with these rules for the widget's own.
    ///
    /// # Errors
    /// Where a file of Designsystemet is missing.
    pub fn with(root: &Path, first: &str, later: &str, along: &str) -> Result<Self, Failure> {
        let mut text = String::from("@layer ds.theme,ds.base,ds.components;");
        text.push_str(&part(root, "theme/designsystemet.css")?);
        text.push_str(&layer("ds.base", &part(root, "src/base.css")?));
        for name in COMPONENTS {
            text.push_str(&layer("ds.components", &part(root, &format!("src/{name}.css"))?));
        }
        Ok(Self::of(&text, first, later, along))
    }

    /// Rewrites the design system's rules, puts the widget's own after them, outside every layer, and parts what the first
    /// question wears from the rest.
    #[must_use]
    pub fn of(design_system: &str, first: &str, later: &str, along: &str) -> Self {
        let system = Sheet::parse(design_system);
        let mut shared = system.clone();
        prune::unused_rules(&mut shared);
        prune::images(&mut shared);
        rewrite::for_host(&mut shared);
        let (mut first_sheet, mut later_sheet) = split::rules(shared);
        first_sheet.append(Sheet::parse(first));
        later_sheet.append(Sheet::parse(later));
        // Its variables are the others'.
        let mut along_sheet = Sheet::parse(along);
        prune::unused_variables(&mut [&mut first_sheet, &mut later_sheet, &mut along_sheet]);
        split::variables(&mut first_sheet, &mut later_sheet);
        let colours = colours::read(&system, [&first_sheet, &later_sheet]);
        let [first, later, along] = [first_sheet, later_sheet, along_sheet].map(|sheet| sheet.to_string());
        Self { first, later, along, colours }
    }
}

/// The sheets of what comes along: its own, and each part's.
fn along(root: &Path) -> Result<String, Failure> {
    let folder = root.join("src/embed/senere");
    let mut sheets = vec![read(&folder.with_extension("css"))?];
    let mut parts: Vec<_> = compress::files(&folder).map_err(Failure::at("read", &folder))?;
    parts.retain(|file| file.extension().is_some_and(|end| end == "css"));
    parts.sort();
    for part in parts {
        sheets.push(read(&part)?);
    }
    Ok(sheets.join("\n"))
}

fn part(root: &Path, file: &str) -> Result<String, Failure> {
    let path = root.join(PACKAGE).join(file);
    fs::read_to_string(&path).map_err(|error| {
        Failure(format!("cannot read Designsystemet's {file} ({error}); run `npm ci` to fetch the npm packages"))
    })
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(Failure::at("read", path))
}

fn layer(name: &str, css: &str) -> String {
    format!("@layer {name}{{{css}}}")
}

#[cfg(test)]
mod tests {
    use super::Sheets;

    #[test]
    fn the_widgets_own_rules_stand_last_and_keep_the_variables_they_use() {
        let sheets = Sheets::of(":root{--ds-size-4:1rem;--ds-size-5:2rem}", ".spm{gap:var(--ds-size-4)}", "", "");
        assert_eq!(sheets.first, ":host{--ds-size-4:calc(1*var(--bus-rem,1rem));}.spm{gap:var(--ds-size-4);}");
        assert_eq!(sheets.later, "");
    }

    #[test]
    fn what_only_a_page_has_becomes_the_host() {
        let sheets = Sheets::of("[data-color-scheme],body{color:red}body{line-height:1.5}", "", "", "");
        assert_eq!(sheets.first, ":host{color:red;}:host{line-height:1.5;}");
    }

    #[test]
    fn what_only_later_rules_wear_stands_in_the_later_sheet_with_its_variables() {
        let system = ":root{--a:1;--b:2;--c:var(--b)}.ds-list{width:var(--c)}.ds-label{width:var(--a)}";
        let sheets = Sheets::of(system, "", ".kort{height:var(--a)}", "");
        assert_eq!(sheets.first, ":host{--a:1;}.ds-label{width:var(--a);}");
        assert_eq!(sheets.later, ":host{--b:2;--c:var(--b);}.ds-list{width:var(--c);}.kort{height:var(--a);}");
    }
}
