//! Rule files printed as the repository keeps them, so that a change shows as the change it is and nothing more.
//!
//! Two spaces for each step in. An object or a list stays on one line where the whole line fits; the file's own object
//! never does. Keys stay in their order.

use serde_json::Error;

use super::document::Document;

/// The most characters of a line that holds a whole object or list.
const WIDTH: usize = 118;

/// The same file as the repository keeps it.
///
/// # Errors
/// Where the text is not JSON.
pub fn format(text: &str) -> Result<String, Error> {
    Document::read(text).map(|document| print(&document))
}

/// The text of a file.
#[must_use]
pub fn print(document: &Document) -> String {
    let mut text = match document {
        Document::Object(entries) => broken_object(entries, 0),
        other => value(other, 0, 0),
    };
    text.push('\n');
    text
}

/// A value whose own line stands `indent` in, and which begins at `column`.
fn value(document: &Document, indent: usize, column: usize) -> String {
    let line = on_one_line(document);
    if column + line.chars().count() <= WIDTH {
        return line;
    }
    match document {
        Document::Object(entries) => broken_object(entries, indent),
        Document::List(items) => {
            let within = indent + 2;
            let lines = items.iter().map(|item| format!("{}{}", spaces(within), value(item, within, within)));
            enclosed('[', lines, ']', indent)
        }
        _ => line,
    }
}

fn broken_object(entries: &[(String, Document)], indent: usize) -> String {
    let within = indent + 2;
    let lines = entries.iter().map(|(key, content)| {
        let key = quoted(key);
        let column = within + key.chars().count() + 2;
        format!("{}{key}: {}", spaces(within), value(content, within, column))
    });
    enclosed('{', lines, '}', indent)
}

fn enclosed(open: char, lines: impl Iterator<Item = String>, close: char, indent: usize) -> String {
    format!("{open}\n{}\n{}{close}", lines.collect::<Vec<_>>().join(",\n"), spaces(indent))
}

fn on_one_line(document: &Document) -> String {
    match document {
        Document::Null => "null".to_owned(),
        Document::Bool(value) => value.to_string(),
        Document::Number(number) => number.to_string(),
        Document::Text(text) => quoted(text),
        Document::List(items) => format!("[{}]", items.iter().map(on_one_line).collect::<Vec<_>>().join(", ")),
        Document::Object(entries) if entries.is_empty() => "{}".to_owned(),
        Document::Object(entries) => {
            let parts = entries.iter().map(|(key, value)| format!("{}: {}", quoted(key), on_one_line(value)));
            format!("{{ {} }}", parts.collect::<Vec<_>>().join(", "))
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn spaces(count: usize) -> String {
    " ".repeat(count)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::{WIDTH, format};

    #[test]
    fn what_fits_stays_on_its_line_and_what_does_not_is_broken() {
        let text = r#"{"b":{"x":[1,"æ\n"]},"a":{},"c":[]}"#;
        let printed = "{\n  \"b\": { \"x\": [1, \"æ\\n\"] },\n  \"a\": {},\n  \"c\": []\n}\n";
        assert_eq!(format(text).unwrap(), printed);
        assert_eq!(format(printed).unwrap(), printed);
    }

    #[test]
    fn the_width_counts_characters_with_the_key_and_without_the_comma() {
        let line = |letters: usize| format(&format!(r#"{{"k":["{}"],"l":1}}"#, "å".repeat(letters))).unwrap();
        let fits = WIDTH - r#"  "k": [""]"#.len();
        assert_eq!(line(fits).lines().count(), 4);
        assert_eq!(line(fits + 1).lines().count(), 6);
    }

    #[test]
    fn what_is_not_json_is_told_with_its_place() {
        assert_eq!(format("{\n  \"a\": 1\n  \"b\": 2\n}").unwrap_err().line(), 3);
    }
}
