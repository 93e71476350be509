//! Texts in which addresses can be pressed. Words only: nothing in a text becomes markup.

use super::names::Name;
use super::view::View;

/// A text whose addresses, such as `seeiendom.kartverket.no`, are links to a new tab: answers live in this page
/// alone and would be lost.
pub(super) fn rich_text(view: &mut View, words: &str) {
    let mut plain = String::new();
    for word in words.split_inclusive(' ') {
        let bare = word.trim_end_matches([' ', '.', ',', ';', ':', ')', '?']);
        if !is_address(bare) {
            plain.push_str(word);
            continue;
        }
        view.say(&plain);
        link(view, &["https://", bare].concat(), bare);
        plain.clear();
        plain.push_str(word.get(bare.len()..).unwrap_or_default());
    }
    view.say(&plain);
}

/// An element with such a text.
pub(super) fn rich_line(view: &mut View, tag: &'static str, words: &str) {
    view.element(tag);
    rich_text(view, words);
    view.end();
}

/// A paragraph with addresses in it.
pub(super) fn rich_p(view: &mut View, words: &str) {
    rich_line(view, "p", words);
}

/// A link to a new tab that says so.
pub(super) fn link(view: &mut View, address: &str, words: &str) {
    view.el("a", "ds-link");
    view.set(Name::Href, address);
    view.set(Name::Target, "_blank");
    view.set(Name::Rel, "noopener");
    view.say(words);
    view.heard(&[" ", view.word("ny-fane")].concat());
    view.end();
}

fn is_address(word: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'/');
    let host = word.split_once('/').map_or(word, |(host, _)| host);
    host.strip_suffix(".no").is_some_and(|name| name.len() > 2) && word.bytes().all(plain)
}
