//! A rule file as it is written: every key in its order, so that a change to one place leaves the rest as it was.

use core::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Error, Number};

/// A JSON value that remembers the order of its keys.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Document>),
    /// Keys and values, in the order of the file.
    Object(Vec<(String, Document)>),
}

impl Document {
    /// Reads a file.
    ///
    /// # Errors
    /// Where it is not JSON; the error knows the place.
    pub fn read(text: &str) -> Result<Self, Error> {
        serde_json::from_str(text)
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The text, where it is one.
    #[must_use]
    pub const fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text.as_str()) } else { None }
    }

    /// The text of a key.
    #[must_use]
    pub fn text_at(&self, key: &str) -> Option<&str> {
        self.get(key)?.text()
    }

    /// The parts of a list; none where it is no list.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The keys and values of an object; none where it is no object.
    #[must_use]
    pub fn entries(&self) -> &[(String, Self)] {
        if let Self::Object(entries) = self { entries } else { &[] }
    }

    /// The only key and its value, where there is exactly one.
    #[must_use]
    pub fn only(&self) -> Option<(&str, &Self)> {
        if let [(key, value)] = self.entries() { Some((key, value)) } else { None }
    }

    /// The value at a place such as `/vilkår/3/krav`.
    pub fn at_mut(&mut self, pointer: &str) -> Option<&mut Self> {
        let mut here = self;
        for step in pointer.split('/').skip(1) {
            let name = step.replace("~1", "/").replace("~0", "~");
            here = match here {
                Self::List(items) => items.get_mut(name.parse::<usize>().ok()?)?,
                Self::Object(entries) => entries.iter_mut().find(|(key, _)| *key == name).map(|(_, value)| value)?,
                _ => return None,
            };
        }
        Some(here)
    }
}

/// A place one step further in.
#[must_use]
pub fn step(pointer: &str, name: impl fmt::Display) -> String {
    format!("{pointer}/{}", name.to_string().replace('~', "~0").replace('/', "~1"))
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Document, E> {
        Ok(Document::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Document, E> {
        Ok(Document::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Document, E> {
        Ok(Document::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Document, E> {
        Ok(Number::from_f64(value).map_or(Document::Null, Document::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Document, E> {
        Ok(Document::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Document, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Document::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Document::Object(entries))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::{Document, step};

    #[test]
    fn keys_keep_their_order_and_one_place_can_be_changed() {
        let mut document = Document::read(r#"{ "b": 1, "a": [{ "x/y": "z" }, null, true, 1.5] }"#).unwrap();
        let keys: Vec<&str> = document.entries().iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["b", "a"]);
        let place = step("/a/0", "x/y");
        *document.at_mut(&place).unwrap() = Document::Text("w".to_owned());
        assert_eq!(document.get("a").unwrap().items().first().unwrap().only().unwrap().1.text(), Some("w"));
        assert!(document.at_mut("/a/9").is_none() && document.at_mut("/b/c").is_none());
    }
}
