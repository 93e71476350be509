//! Which of Designsystemet's rules the first question wears.

use std::collections::BTreeSet;
use std::mem;

use super::prune::{says, used_in};
use super::rewrite::split;
use super::sheet::{Node, Sheet};

/// A selector with one of these is for what comes after the first question.
const LATER: [&str; 13] = [
    ".ds-error-summary",
    ".ds-field-affix",
    ".ds-link",
    ".ds-list",
    ".ds-validation-message",
    "[aria-invalid",
    "[data-color=danger]",
    "[data-color=info]",
    "[data-color=success]",
    "[data-color=warning]",
    "[data-variant=secondary]",
    "[data-variant=tertiary]",
    "[type=checkbox]",
];

/// The rules that the first question wears, and the others, each in the order in which they stood.
pub(super) fn rules(sheet: Sheet) -> (Sheet, Sheet) {
    let (first, later) = both(sheet.0);
    (Sheet(first), Sheet(later))
}

fn both(nodes: Vec<Node>) -> (Vec<Node>, Vec<Node>) {
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for node in nodes {
        match node {
            Node::Rule(prelude, body) if prelude.starts_with('@') => {
                let (one, other) = both(body);
                push(&mut first, &prelude, one);
                push(&mut later, &prelude, other);
            }
            Node::Rule(prelude, body) => {
                let (after, before): (Vec<_>, Vec<_>) = split(&prelude).into_iter().partition(|one| says(one, &LATER));
                push(&mut later, &after.join(","), body.clone());
                push(&mut first, &before.join(","), body);
            }
            other => first.push(other),
        }
    }
    (first, later)
}

/// Adds a rule that is for something and says something.
fn push(nodes: &mut Vec<Node>, prelude: &str, body: Vec<Node>) {
    if !prelude.is_empty() && !body.is_empty() {
        nodes.push(Node::Rule(prelude.to_owned(), body));
    }
}

/// Moves the variables that only the later sheet reads to its beginning.
pub(super) fn variables(first: &mut Sheet, later: &mut Sheet) {
    let late = unread(first);
    let is_late = |node: &Node| matches!(node, Node::Declaration(name, _) if late.contains(name));
    let mut front = first.clone();
    front.retain(&|node| is_late(node) || matches!(node, Node::Rule(..)));
    first.retain(&|node| !is_late(node));
    front.append(mem::take(later));
    *later = front;
}

/// The variables that nothing in a sheet reads, and those that only such read.
fn unread(sheet: &Sheet) -> BTreeSet<String> {
    let mut unread = BTreeSet::new();
    loop {
        let mut read = BTreeSet::new();
        let mut set = BTreeSet::new();
        sheet.each(&mut |node| match node {
            Node::Declaration(name, value) if !unread.contains(name) => {
                read.extend(used_in(value).filter(|used| used != name).map(str::to_owned));
                set.insert(name.clone());
            }
            _ => {}
        });
        let more: Vec<String> = set.into_iter().filter(|name| name.starts_with("--") && !read.contains(name)).collect();
        if more.is_empty() {
            return unread;
        }
        unread.extend(more);
    }
}

#[cfg(test)]
mod tests {
    use super::{Sheet, rules, variables};

    #[test]
    fn a_rule_for_both_stands_in_both() {
        let css = "@layer a,b;@layer a{.ds-label,.ds-link{a:b;}.ds-list{a:b;}}@media print{.ds-list{a:b;}}.x{a:b;}";
        let (first, later) = rules(Sheet::parse(css));
        assert_eq!(first.to_string(), "@layer a,b;@layer a{.ds-label{a:b;}}.x{a:b;}");
        assert_eq!(later.to_string(), "@layer a{.ds-link{a:b;}.ds-list{a:b;}}@media print{.ds-list{a:b;}}");
    }

    #[test]
    fn a_variable_stands_where_it_is_first_read() {
        let mut first = Sheet::parse("@layer a{.x{--a:1;--b:var(--c);--c:2;--d:3;width:var(--a);}}");
        let mut later = Sheet::parse(".y{width:var(--b);height:var(--d);}");
        variables(&mut first, &mut later);
        assert_eq!(first.to_string(), "@layer a{.x{--a:1;width:var(--a);}}");
        assert_eq!(later.to_string(), "@layer a{.x{--b:var(--c);--c:2;--d:3;}}.y{width:var(--b);height:var(--d);}");
    }
}
