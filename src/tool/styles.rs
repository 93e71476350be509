//! The style sheet of the shadow root: the parts of Designsystemet that the widget uses, and its own rules.
//!
//! Designsystemet is written for a whole page. Inside a shadow root there is no `:root` and no `body`, the host
//! page owns the size of `rem`, and a strict policy lets no `data:` image in; so its files are rewritten here.

mod prune;
mod rewrite;
mod sheet;

use std::fs;
use std::path::Path;

use super::failure::Failure;

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

/// The rewritten sheet, not yet minified. `own` is the widget's own style sheet.
///
/// # Errors
/// Where a file of Designsystemet is missing.
pub fn style_sheet(root: &Path, own: &str) -> Result<String, Failure> {
    let mut text = String::from("@layer ds.theme,ds.base,ds.components;");
    text.push_str(&part(root, "theme/designsystemet.css")?);
    text.push_str(&layer("ds.base", &part(root, "src/base.css")?));
    for name in COMPONENTS {
        text.push_str(&layer("ds.components", &part(root, &format!("src/{name}.css"))?));
    }
    Ok(for_shadow_root(&text, own))
}

/// Rewrites the design system's rules and puts the widget's own after them, outside every layer.
#[must_use]
pub fn for_shadow_root(design_system: &str, own: &str) -> String {
    let mut sheet = Sheet::parse(design_system);
    prune::unused_rules(&mut sheet);
    prune::images(&mut sheet);
    rewrite::for_host(&mut sheet);
    sheet.append(Sheet::parse(own));
    prune::unused_variables(&mut sheet);
    sheet.to_string()
}

fn part(root: &Path, file: &str) -> Result<String, Failure> {
    let path = root.join(PACKAGE).join(file);
    fs::read_to_string(&path).map_err(|error| {
        Failure(format!("cannot read Designsystemet's {file} ({error}); run `npm ci` to fetch the npm packages"))
    })
}

fn layer(name: &str, css: &str) -> String {
    format!("@layer {name}{{{css}}}")
}

#[cfg(test)]
mod tests {
    use super::for_shadow_root;

    #[test]
    fn the_widgets_own_rules_stand_last_and_keep_the_variables_they_use() {
        let css = for_shadow_root(":root{--ds-size-4:1rem;--ds-size-5:2rem}", ".spm{gap:var(--ds-size-4)}");
        assert_eq!(css, ":host{--ds-size-4:calc(1*var(--bus-rem,1rem));}.spm{gap:var(--ds-size-4);}");
    }

    #[test]
    fn what_only_a_page_has_becomes_the_host() {
        let css = for_shadow_root("[data-color-scheme],body{color:red}body{line-height:1.5}", "");
        assert_eq!(css, ":host{color:red;}:host{line-height:1.5;}");
    }
}
