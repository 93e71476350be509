//! Where each part of a rule file stands in its text.

use jsonc_parser::ast::{Array, Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::path::{Path, Step};

/// A line and a column, both from 1. Columns are characters.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Spot {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Spot {
    /// The beginning of a file.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The spot of a byte in a text.
    #[must_use]
    pub fn at(text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |rest| rest.chars().count()) + 1;
        Self { line, column }
    }
}

/// What a way leads to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Found {
    /// The key; for what has none, the value.
    pub key: Spot,
    /// The value, where it is short enough to be seen at once; else the key.
    pub value: Spot,
    /// The way in people's words: list items by their names where they have one.
    pub place: String,
}

/// A file read for its places alone.
#[derive(Debug)]
pub struct Outline<'a> {
    text: &'a str,
    root: Option<Value<'a>>,
}

impl<'a> Outline<'a> {
    /// Reads a text; one that is not JSON has no places but its beginning.
    #[must_use]
    pub fn read(text: &'a str) -> Self {
        let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        Self { text, root: parsed.ok().and_then(|parsed| parsed.value) }
    }

    /// Follows a way as far as it goes.
    #[must_use]
    pub fn find(&self, path: &Path) -> Found {
        let mut at = self.root.as_ref();
        let (mut key, mut value, mut place) = (0, 0, Path::default().to_string());
        for step in &path.0 {
            let Some((name, next)) = at.and_then(|at| one_step(at, step)) else { break };
            key = name.unwrap_or(next.range().start);
            value = if matches!(next, Value::Object(_) | Value::Array(_)) { key } else { next.range().start };
            at = Some(next);
            place = told(&place, step, next);
        }
        Found { key: Spot::at(self.text, key), value: Spot::at(self.text, value), place }
    }

    /// The ways to keys that stand more than once in their object.
    #[must_use]
    pub fn doubles(&self) -> Vec<(Path, Spot)> {
        let mut found = Vec::new();
        if let Some(root) = &self.root {
            doubles(root, &Path::default(), &mut found);
        }
        found.into_iter().map(|(path, byte)| (path, Spot::at(self.text, byte))).collect()
    }
}

fn one_step<'v, 'a>(at: &'v Value<'a>, step: &Step) -> Option<(Option<usize>, &'v Value<'a>)> {
    match (at, step) {
        (Value::Object(Object { properties, .. }), Step::Key(key)) => {
            let property = properties.iter().rev().find(|property| property.name.as_str() == key)?;
            Some((Some(property.name.range().start), &property.value))
        }
        (Value::Array(Array { elements, .. }), Step::Index(index)) => Some((None, elements.get(*index)?)),
        _ => None,
    }
}

/// The way so far and one step more. A list item is called by its name where it has a short one.
fn told(before: &str, step: &Step, value: &Value) -> String {
    let name = value.as_object().and_then(|object| object.get_string("navn").or_else(|| object.get_string("id")));
    match step {
        Step::Key(key) if before.is_empty() => key.clone(),
        Step::Key(key) => format!("{before} › {key}"),
        Step::Index(index) => match name {
            Some(name) => format!("{before} {} («{}»)", index + 1, name.value),
            None => format!("{before} {}", index + 1),
        },
    }
}

fn doubles(value: &Value, path: &Path, found: &mut Vec<(Path, usize)>) {
    match value {
        Value::Object(object) => {
            for (place, ObjectProp { name, value, .. }) in object.properties.iter().enumerate() {
                let here = path.then(name.as_str());
                if object.properties.iter().take(place).any(|other| other.name.as_str() == name.as_str()) {
                    found.push((here.clone(), name.range().start));
                }
                doubles(value, &here, found);
            }
        }
        Value::Array(array) => {
            array.elements.iter().enumerate().for_each(|(n, element)| doubles(element, &path.then(n), found));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"æ\": [1, { \"navn\": \"to\", \"b\": \"c\" }],\n  \"d\": 1, \"d\": 2\n}";

    #[test]
    fn a_way_leads_to_its_line_and_column() {
        let outline = Outline::read(TEXT);
        let found = outline.find(&Path::from(("æ", 1, "b")));
        assert_eq!((found.key, found.value), (Spot { line: 2, column: 28 }, Spot { line: 2, column: 33 }));
        assert_eq!(found.place, "æ 2 («to») › b");
        assert_eq!(outline.find(&Path::default()).key, Spot::START);
        assert_eq!(outline.find(&Path::from(("æ", 7, "b"))).key, Spot { line: 2, column: 3 });
    }

    #[test]
    fn a_key_that_stands_twice_is_found() {
        let doubles = Outline::read(TEXT).doubles();
        assert_eq!(doubles, [(Path::from("d"), Spot { line: 3, column: 11 })]);
        assert!(Outline::read("{").doubles().is_empty());
    }
}
