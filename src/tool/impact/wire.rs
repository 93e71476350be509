//! A case as nearly all are written, read without copying.

use core::fmt;
use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A case whose answers are all texts. What is written otherwise is read by the slow and talkative way.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlainCase<'a> {
    #[serde(borrow, default)]
    pub(super) id: Option<&'a RawValue>,
    #[serde(borrow, rename = "tiltak")]
    pub(super) project: Cow<'a, str>,
    #[serde(borrow, rename = "dato")]
    pub(super) date: Cow<'a, str>,
    #[serde(borrow, rename = "svar")]
    pub(super) answers: Pairs<'a>,
}

/// Names and answers in their order.
pub(super) struct Pairs<'a>(pub(super) Vec<(Text<'a>, Text<'a>)>);

/// A text that stands in the line as it is, where it can.
#[derive(serde::Deserialize)]
pub(super) struct Text<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Pairs<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder).map(Pairs)
    }
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Vec<(Text<'de>, Text<'de>)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::with_capacity(64);
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(pairs)
    }
}
