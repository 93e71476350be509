//! What the widget does not use, and what a strict policy would stop.

use std::collections::BTreeSet;

use super::rewrite::split;
use super::sheet::{Node, Sheet};

/// A selector with one of these is for something that the widget does not have.
const UNUSED: [&str; 53] = [
    "[data-color-scheme=auto]",
    "[data-color-scheme=dark]",
    "[data-color-scheme][",
    "[data-clickdelegatefor]",
    "[data-color=brand",
    "[data-color=neutral]",
    ".ds-avatar",
    ".ds-card",
    ".ds-checkbox--checked",
    ".ds-floating",
    ".ds-focus",
    ".ds-icon",
    ".ds-heading[data-size",
    ".ds-list--unstyled",
    ".ds-print-preserve",
    ".ds-readonly-icon",
    ".ds-spinner",
    ".ds-search",
    ".ds-suggestion",
    ":dir(rtl)",
    ":disabled",
    ":indeterminate",
    ":-moz-read-only",
    ":open",
    "::-moz-placeholder",
    "::part(",
    "::placeholder",
    "[aria-busy",
    "[aria-disabled",
    "[aria-readonly",
    "[data-field=counter]",
    "[data-field=validation]",
    "[data-fullwidth]",
    "[data-icon]",
    "[data-limit]",
    "[data-position=end]",
    "[data-size=2xl]",
    "[data-size=lg]",
    "[data-size=sm]",
    "[data-size=xl]",
    "[data-typography",
    "[data-variant=default]",
    "[data-variant=tinted]",
    "[data-weight",
    "[popover",
    "[readonly]",
    "[role=switch]",
    "[type=color]",
    "[type=date",
    "[type=file]",
    "select",
    "textarea",
    "u-details",
];

/// Rounds every size to whole pixels where the browser can. At ordinary sizes they are whole already.
const ROUNDING: &str = "@supports (width:round(";

/// Drops the rules of which no selector can meet anything in the widget.
pub(super) fn unused_rules(sheet: &mut Sheet) {
    sheet.each_mut(&mut |node| {
        if let Node::Rule(prelude, body) = node {
            if prelude.starts_with(ROUNDING) {
                body.clear();
            }
            if prelude.starts_with('@') {
                return;
            }
            let used: Vec<&str> = split(prelude).into_iter().filter(|selector| is_used(selector)).collect();
            if used.is_empty() {
                body.clear();
            } else {
                *prelude = used.join(",");
            }
        }
    });
    sheet.retain(&|_| true);
}

fn is_used(selector: &str) -> bool {
    !says(selector, &UNUSED)
}

/// Whether a selector can only meet what has one of the marks.
pub(super) fn says(selector: &str, marks: &[&str]) -> bool {
    let certain = certain_part(selector, marks).replace(['"', '\''], "");
    marks.iter().any(|mark| certain.contains(mark))
}

/// A selector without the brackets that exclude, or that leave a choice; of a choice that all has marks, the first.
fn certain_part(selector: &str, marks: &[&str]) -> String {
    let mut rest = selector;
    let mut certain = String::new();
    while let Some((before, after)) = rest.split_once('(') {
        let (inside, behind) = to_close(after);
        certain.push_str(before);
        if let (false, Some(only)) = (before.ends_with(":not"), certain_choice(inside, marks)) {
            certain.extend(["(", &certain_part(only, marks), ")"]);
        }
        rest = behind;
    }
    certain + rest
}

/// What certainly stands in a bracket: its only choice, or any of several that all have marks.
fn certain_choice<'a>(inside: &'a str, marks: &[&str]) -> Option<&'a str> {
    let choices = split(inside);
    let first = choices.first().copied();
    first.filter(|_| choices.len() == 1 || choices.iter().all(|choice| says(choice, marks)))
}

/// What stands before the bracket that closes, and what stands behind it.
fn to_close(text: &str) -> (&str, &str) {
    let mut depth = 1_u32;
    let closes = |sign: char| {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0
    };
    text.split_once(closes).unwrap_or((text, ""))
}

/// Drops `data:` images with everything that draws them: a mask without its image is a solid square.
pub(super) fn images(sheet: &mut Sheet) {
    let mut variables = BTreeSet::new();
    sheet.each(&mut |node| {
        if let Node::Declaration(name, value) = node
            && name.starts_with("--")
            && value.contains("data:")
        {
            variables.insert(name.clone());
        }
    });
    let draws = |value: &str| value.contains("data:") || used_in(value).any(|name| variables.contains(name));
    let drawing =
        |node: &Node| matches!(node, Node::Declaration(name, value) if !name.starts_with("--") && draws(value));
    let mut drawers = BTreeSet::new();
    sheet.each(&mut |node| {
        if let Node::Rule(prelude, body) = node
            && body.iter().any(drawing)
        {
            drawers.insert(prelude.clone());
        }
    });
    sheet.retain(&|node| match node {
        Node::Rule(prelude, _) => !drawers.contains(prelude),
        Node::Declaration(_, value) => !draws(value),
        Node::Statement(_) => true,
    });
}

/// Drops variables that nothing reads in any of the sheets, until every one that is left is read.
pub(super) fn unused_variables(sheets: &mut [&mut Sheet]) {
    loop {
        let mut read = BTreeSet::new();
        let mut set = BTreeSet::new();
        for sheet in &*sheets {
            sheet.each(&mut |node| {
                if let Node::Declaration(name, value) = node {
                    read.extend(used_in(value).filter(|used| used != name).map(str::to_owned));
                    set.insert(name.clone());
                }
            });
        }
        let unread = |name: &String| name.starts_with("--") && !read.contains(name);
        if !set.iter().any(unread) {
            return;
        }
        for sheet in &mut *sheets {
            sheet.retain(&|node| !matches!(node, Node::Declaration(name, _) if unread(name)));
        }
    }
}

/// The variables that a value reads.
pub(super) fn used_in(value: &str) -> impl Iterator<Item = &str> {
    let reads = value.split("var(").skip(1).map(str::trim_start);
    reads.map(|text| text.split(|sign: char| sign.is_whitespace() || sign == ',' || sign == ')').next().unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::{Sheet, images, unused_rules, unused_variables};

    fn after(change: fn(&mut Sheet), css: &str) -> String {
        let mut sheet = Sheet::parse(css);
        change(&mut sheet);
        sheet.to_string()
    }

    #[test]
    fn rules_that_can_meet_nothing_go() {
        let css = "[data-color-scheme=dark]{a:b}@media print{.ds-floating{a:b}}.x,.ds-input:is(textarea){a:b}";
        assert_eq!(after(unused_rules, css), ".x{a:b;}");
    }

    #[test]
    fn a_selector_that_excludes_or_leaves_a_choice_stays() {
        let css = ".x:not([readonly],select){a:b;}.x:is([type=radio],[type=checkbox]){a:b;}";
        assert_eq!(after(unused_rules, css), css);
    }

    #[test]
    fn an_image_goes_with_all_that_draws_it() {
        let css = ".a{--icon:url(\"data:x\");color:red}.a:before{mask:var(--icon);width:1px}\
                   @media print{.a:before{color:blue}}.b{background:url(data:y)}";
        assert_eq!(after(images, css), ".a{color:red;}");
    }

    #[test]
    fn variables_are_kept_while_something_reads_them() {
        let css = ":host{--a:1;--b:var(--a);--c:var(--b);--d:var(--d)}.x{width:var(--b)}";
        assert_eq!(after(|sheet| unused_variables(&mut [sheet]), css), ":host{--a:1;--b:var(--a);}.x{width:var(--b);}");
    }
}
