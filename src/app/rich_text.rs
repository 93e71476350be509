//! Texts in which addresses can be pressed. Words only: nothing in a text becomes markup.

use yew::Html;

use super::markup::{element, group, heard, text};
use super::view::View;

/// A text whose addresses, such as `seeiendom.kartverket.no`, are links to a new tab: answers live in this page
/// alone and would be lost.
pub(super) fn rich_text(view: &View, words: &str) -> Html {
    let mut parts = Vec::new();
    let mut plain = String::new();
    for word in words.split_inclusive(' ') {
        let bare = word.trim_end_matches([' ', '.', ',', ';', ':', ')', '?']);
        if !is_address(bare) {
            plain.push_str(word);
            continue;
        }
        parts.push(text(&plain));
        parts.push(link(view, &["https://", bare].concat(), bare));
        plain.clear();
        plain.push_str(word.get(bare.len()..).unwrap_or_default());
    }
    parts.push(text(&plain));
    group(parts)
}

/// A paragraph with addresses in it.
pub(super) fn rich_p(view: &View, words: &str) -> Html {
    element("p", &[], vec![rich_text(view, words)])
}

/// A link to a new tab that says so.
pub(super) fn link(view: &View, address: &str, words: &str) -> Html {
    let attributes = [("class", "ds-link"), ("href", address), ("target", "_blank"), ("rel", "noopener")];
    let new_tab = heard(&[" ", view.word("ny-fane")].concat());
    element("a", &attributes, vec![text(words), new_tab])
}

fn is_address(word: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'/');
    let host = word.split_once('/').map_or(word, |(host, _)| host);
    host.strip_suffix(".no").is_some_and(|name| name.len() > 2) && word.bytes().all(plain)
}
