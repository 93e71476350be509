//! Markup that is well formed and escaped because there is no other way to make it.

/// Elements and text. A text becomes this only by being escaped, an element only by being closed.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Html(String);

/// Names and values; a value is escaped as it is written.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// An element with its attributes and what is in it.
pub(super) fn el(tag: &str, attributes: Attributes, content: impl Into<Html>) -> Html {
    let Html(content) = content.into();
    Html(format!("<{tag}{}>{content}</{tag}>", written(attributes)))
}

/// An element of text or others, without attributes.
pub(super) fn tag(name: &str, content: impl Into<Html>) -> Html {
    el(name, &[], content)
}

/// An element of a class.
pub(super) fn of_class(name: &str, class: &str, content: impl Into<Html>) -> Html {
    el(name, &[("class", class)], content)
}

/// An element that can hold nothing, such as `meta`.
pub(super) fn void(tag: &str, attributes: Attributes) -> Html {
    Html(format!("<{tag}{}>", written(attributes)))
}

/// A link.
pub(super) fn link(address: &str, content: impl Into<Html>) -> Html {
    el("a", &[("href", address)], content)
}

/// A list of items; nothing where there are none.
pub(super) fn list(tag_name: &str, class: &str, items: impl IntoIterator<Item = Html>) -> Html {
    let items: Vec<Html> = items.into_iter().map(|item| tag("li", item)).collect();
    if items.is_empty() { Html::default() } else { of_class(tag_name, class, items) }
}

impl Html {
    /// A whole document around its root element.
    pub(super) fn document(self) -> String {
        format!("<!doctype html>\n{}\n", self.0)
    }

    /// Whether there is nothing.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// This, and more after it.
    pub(super) fn then(mut self, more: impl Into<Html>) -> Self {
        self.0.push_str(&more.into().0);
        self
    }
}

impl From<&str> for Html {
    fn from(text: &str) -> Self {
        Self(escaped(text))
    }
}

impl From<String> for Html {
    fn from(text: String) -> Self {
        Self(escaped(&text))
    }
}

impl From<Vec<Html>> for Html {
    fn from(parts: Vec<Html>) -> Self {
        parts.into_iter().collect()
    }
}

impl<const N: usize> From<[Html; N]> for Html {
    fn from(parts: [Html; N]) -> Self {
        parts.into_iter().collect()
    }
}

impl From<Option<Html>> for Html {
    fn from(part: Option<Html>) -> Self {
        part.unwrap_or_default()
    }
}

impl FromIterator<Html> for Html {
    fn from_iter<T: IntoIterator<Item = Html>>(parts: T) -> Self {
        parts.into_iter().fold(Self::default(), Self::then)
    }
}

fn written(attributes: Attributes) -> String {
    let mut written = String::new();
    for (name, value) in attributes {
        written.push_str(&[" ", name, "=\"", &escaped(value), "\""].concat());
    }
    written
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_never_becomes_markup() {
        let made = el("a", &[("href", "x\" onclick=\"y")], "<b>1 & 2</b>");
        assert_eq!(made.0, "<a href=\"x&quot; onclick=&quot;y\">&lt;b&gt;1 &amp; 2&lt;/b&gt;</a>");
    }

    #[test]
    fn an_empty_list_is_nothing() {
        assert!(list("ul", "", []).is_empty());
        assert_eq!(list("ul", "a", [Html::from("x")]).0, "<ul class=\"a\"><li>x</li></ul>");
    }
}
