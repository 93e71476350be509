//! From a page to a shadow root: the host stands for the page, and lengths follow the host's text.

use super::sheet::{Node, Sheet};

/// `rem` belongs to the page. This stands in for it: the page's own, unless the loader or the page says otherwise.
const REM: &str = "var(--bus-rem,1rem)";

/// What the layers begin with in which the theme says what each colour is.
const COLOURS: &str = "@layer ds.theme.color";
/// The host, unless it is to take its colours from the page around it.
const OWN_COLOURS: &str = ":host(:not([tema=arv]))";

/// Rewrites every selector and every length.
pub(super) fn for_host(sheet: &mut Sheet) {
    sheet.each_mut(&mut |node| match node {
        Node::Rule(prelude, body) if prelude.starts_with(COLOURS) => body.iter_mut().for_each(own_colours),
        Node::Rule(prelude, _) if !prelude.starts_with('@') => *prelude = selectors(prelude),
        Node::Declaration(_, value) => *value = lengths(value),
        _ => {}
    });
}

/// The host has the theme's colours only where it does not inherit the page's.
fn own_colours(node: &mut Node) {
    if let Node::Rule(prelude, _) = node {
        let list = selectors(prelude);
        *prelude = split(&list)
            .into_iter()
            .map(|one| if one == ":host" { OWN_COLOURS } else { one })
            .collect::<Vec<_>>()
            .join(",");
    }
}

fn selectors(list: &str) -> String {
    let mut kept: Vec<String> = Vec::new();
    for selector in split(list) {
        let selector = match selector {
            ":root" | "body" | "[data-color-scheme]" | "[data-color-scheme=light]" => ":host",
            other => other,
        };
        if !kept.iter().any(|known| known == selector) {
            kept.push(selector.to_owned());
        }
    }
    kept.join(",")
}

/// The selectors of a list; a comma inside brackets separates nothing.
pub(super) fn split(list: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    let parts = list.split(|sign| {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && sign == ','
    });
    parts.map(str::trim).collect()
}

/// Every `Nrem` of a value, as `calc(N*…)`.
fn lengths(value: &str) -> String {
    let mut rest = value;
    let mut written = String::new();
    while let Some((before, after)) = rest.split_once("rem") {
        let number = number_at_end(before, after);
        let head = before.strip_suffix(number).unwrap_or(before);
        written.push_str(head);
        if number.is_empty() {
            written.push_str("rem");
        } else {
            written.extend(["calc(", number, "*", REM, ")"]);
        }
        rest = after;
    }
    written + rest
}

/// The number that `rem` is the unit of; empty where `rem` is part of a word.
fn number_at_end<'a>(before: &'a str, after: &str) -> &'a str {
    let in_word = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '#' | '%');
    let digits = |sign: char| sign.is_ascii_digit() || sign == '.';
    let head = before.trim_end_matches(digits);
    let signed = head.strip_suffix(['-', '+']).filter(|head| !head.ends_with(in_word)).unwrap_or(head);
    let number = before.strip_prefix(signed).unwrap_or_default();
    let stands_alone = !signed.ends_with(in_word) && !after.starts_with(in_word) && number.contains(char::is_numeric);
    if stands_alone { number } else { "" }
}

#[cfg(test)]
mod tests {
    use super::{Sheet, for_host, lengths, selectors, split};

    #[test]
    fn a_rem_becomes_a_share_of_the_hosts() {
        for (before, after) in [
            ("0.25rem", "calc(0.25*var(--bus-rem,1rem))"),
            ("max(1rem, 1em)", "max(calc(1*var(--bus-rem,1rem)), 1em)"),
            ("calc(.5rem*2)", "calc(calc(.5*var(--bus-rem,1rem))*2)"),
            ("-1rem", "calc(-1*var(--bus-rem,1rem))"),
            ("var(--ds-1rem) theorem 2remix", "var(--ds-1rem) theorem 2remix"),
            ("1px", "1px"),
        ] {
            assert_eq!(lengths(before), after);
        }
    }

    #[test]
    fn the_host_stands_for_the_page_once() {
        assert_eq!(selectors(":root,[data-size]"), ":host,[data-size]");
        assert_eq!(selectors(":root, [data-color-scheme=light]"), ":host");
        assert_eq!(selectors(".body,tbody"), ".body,tbody");
    }

    #[test]
    fn the_themes_colours_give_way_where_the_pages_are_inherited() {
        let mut sheet = Sheet::parse("@layer ds.theme.color{:root,[data-color=a]{--a:b;}}:root{c:d;}");
        for_host(&mut sheet);
        let css = "@layer ds.theme.color{:host(:not([tema=arv])),[data-color=a]{--a:b;}}:host{c:d;}";
        assert_eq!(sheet.to_string(), css);
    }

    #[test]
    fn a_comma_in_brackets_separates_nothing() {
        assert_eq!(split("a:is(b, c) , d"), ["a:is(b, c)", "d"]);
    }
}
