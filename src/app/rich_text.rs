//! Texts in which addresses can be pressed. Words only: nothing in a text becomes markup.

use yew::{Html, html};

use super::view::View;

/// A text whose addresses, such as `seeiendom.kartverket.no`, are links to a new tab: answers live in this page
/// alone and would be lost.
pub(super) fn rich_text(view: &View, text: &str) -> Html {
    text.split_inclusive(' ').map(|word| part(view, word)).collect()
}

fn part(view: &View, word: &str) -> Html {
    let bare = word.trim_end_matches([' ', '.', ',', ';', ':', ')', '?']);
    if !is_address(bare) {
        return word.to_owned().into();
    }
    let rest = word.get(bare.len()..).unwrap_or_default().to_owned();
    html! { <>{ link(view, &["https://", bare].concat(), bare) }{ rest }</> }
}

/// A link to a new tab that says so.
pub(super) fn link(view: &View, address: &str, text: &str) -> Html {
    html! {
        <a class="ds-link" href={address.to_owned()} target="_blank" rel="noopener">
            { text.to_owned() }<span class="ds-sr-only">{ " " }{ view.word("ny-fane").to_owned() }</span>
        </a>
    }
}

fn is_address(word: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'/');
    let host = word.split('/').next().unwrap_or_default();
    host.strip_suffix(".no").is_some_and(|name| name.len() > 2) && word.bytes().all(plain)
}
