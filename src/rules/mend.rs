//! Reading a file that may be wrong in many places: each is told and passed over, and the rest is read.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json, json};
use serde_path_to_error::{Error, Segment};

use super::code::Code;
use super::outline::{Outline, Spot};
use super::path::{Path, Step};
use super::problem::Reader;

/// More faults than this in one file, and the rest can wait.
const MOST: usize = 200;

/// What was put in the place of something that could not be read, so that all the rest could be.
#[derive(Debug)]
struct Filled {
    path: Path,
    /// How many fillers have been tried.
    tried: usize,
}

/// The content, with the places where it is not the file's own; `None` where nothing can be made of it.
pub(crate) fn read<T: DeserializeOwned>(text: &str, reader: &mut Reader) -> Option<(T, Vec<Path>)> {
    let mut json = match serde_json::from_str(text) {
        Ok(json) => json,
        Err(error) => {
            reader.fault_at(spot(text, &error), Code::NotJson, not_json(&error.to_string()));
            return None;
        }
    };
    for (path, spot) in Outline::read(text).doubles() {
        reader.at(path, |reader| reader.fault_at(spot, Code::DoubleKey, "nøkkelen står to ganger; fjern den ene"));
    }
    let mut filled = Vec::new();
    for _ in 0..MOST {
        match serde_path_to_error::deserialize(&json) {
            Ok(content) => return Some((content, filled.into_iter().map(|filled: Filled| filled.path).collect())),
            Err(error) => mend(&mut json, &error, &mut filled, reader)?,
        }
    }
    None
}

/// The parser counts bytes.
fn spot(text: &str, error: &serde_json::Error) -> Spot {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line.get(..error.column().saturating_sub(1)).unwrap_or(line);
    Spot { line: error.line().max(1), column: before.chars().count() + 1 }
}

/// The parser speaks English; what a lawyer can do about it is said in Norwegian.
fn not_json(error: &str) -> &'static str {
    const SAID: [(&str, &str); 6] = [
        ("trailing comma", "dette er ikke gyldig JSON: kommaet før dette er til overs; fjern det"),
        ("expected `,`", "dette er ikke gyldig JSON: det mangler et komma eller en sluttparentes før dette"),
        ("EOF", "dette er ikke gyldig JSON: filen slutter for tidlig; en parentes eller et anførselstegn mangler"),
        ("key must be", "dette er ikke gyldig JSON: her skal det stå en nøkkel i anførselstegn"),
        ("control character", "dette er ikke gyldig JSON: teksten mangler anførselstegnet til slutt"),
        ("expected `:`", "dette er ikke gyldig JSON: det mangler et kolon etter nøkkelen"),
    ];
    SAID.iter().find(|(english, _)| error.contains(english)).map_or(
        "dette er ikke gyldig JSON; se etter et komma, et anførselstegn eller en parentes som mangler eller er til overs",
        |(_, norwegian)| norwegian,
    )
}

fn mend(
    json: &mut Json,
    error: &Error<serde_json::Error>,
    filled: &mut Vec<Filled>,
    reader: &mut Reader,
) -> Option<()> {
    let (path, message) = (way(error), error.inner().to_string());
    let named = message.split('`').skip(1).step_by(2).collect::<Vec<_>>();
    let first = named.first().copied().unwrap_or_default();
    if let Some(own) = filled.iter_mut().rfind(|own| path.is_within(&own.path)) {
        if message.starts_with("missing field") {
            let path = path.then(first);
            put(json, &path, Json::Null)?;
            filled.push(Filled { path, tried: 0 });
            return Some(());
        }
        own.tried += 1;
        return if path == own.path { put(json, &path, filler(own.tried, &message, &named)?) } else { None };
    }
    if message.starts_with("unknown field") {
        let known = named.get(1..).unwrap_or_default();
        reader.at(path.clone(), |reader| reader.fault(Code::UnknownKey, unknown_key(first, known)));
        return take(json, &path);
    }
    let place = if message.starts_with("missing field") {
        let said = format!("nøkkelen `{first}` mangler; legg den til");
        reader.at(path.clone(), |reader| reader.fault(Code::MissingKey, said));
        path.then(first)
    } else {
        reader.at(path.clone(), |reader| wrong_value(&message, &named, reader));
        path
    };
    put(json, &place, filler(0, &message, &named)?)?;
    filled.push(Filled { path: place, tried: 0 });
    Some(())
}

fn way(error: &Error<serde_json::Error>) -> Path {
    let steps = error.path().iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Map { key } => Some(Step::from(key)),
        Segment::Enum { .. } | Segment::Unknown => None,
    });
    Path(steps.collect())
}

fn unknown_key(key: &str, known: &[&str]) -> String {
    match known.iter().find(|known| are_near(known, key)) {
        Some(meant) => format!("`{key}` er ikke en nøkkel her; mente du `{meant}`?"),
        None => {
            format!("`{key}` er ikke en nøkkel her; rett skrivemåten eller fjern den (nøklene står i rules/README.md)")
        }
    }
}

fn wrong_value(message: &str, named: &[&str], reader: &mut Reader) {
    match named.split_first() {
        Some((first, known)) if message.starts_with("unknown variant") => {
            let said = format!("`{first}` er ikke en av verdiene som kan stå her: {}", known.join(", "));
            reader.fault(Code::UnknownWord, said);
        }
        _ => reader.fault(
            Code::WrongShape,
            "verdien har feil form (tekst, tall, liste eller objekt forvekslet); se skjemaet for filen",
        ),
    }
}

/// Whether one is a slip of the other: one letter more, less or other, or two that changed places.
fn are_near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let rest = |word: &[char]| word.len().saturating_sub(same + end);
    let swapped =
        a.len() == b.len() && rest(&a) == 2 && a.get(same) == b.get(same + 1) && a.get(same + 1) == b.get(same);
    a.len() > 2 && (swapped || (rest(&a) <= 1 && rest(&b) <= 1))
}

/// Something of every shape, until one fits.
fn filler(tried: usize, message: &str, named: &[&str]) -> Option<Json> {
    if tried > 0 && message.starts_with("unknown variant") {
        return named.get(1).map(|word| json!(word));
    }
    [Json::Null, json!(""), json!([]), json!({}), json!(false), json!(0)].get(tried).cloned()
}

fn place<'j>(json: &'j mut Json, steps: &[Step]) -> Option<&'j mut Json> {
    steps.iter().try_fold(json, |at, step| match step {
        Step::Key(key) => at.get_mut(key),
        Step::Index(index) => at.get_mut(index),
    })
}

fn put(json: &mut Json, path: &Path, value: Json) -> Option<()> {
    let Some((last, before)) = path.0.split_last() else {
        *json = value;
        return Some(());
    };
    match (place(json, before)?, last) {
        (Json::Object(object), Step::Key(key)) => drop(object.insert(key.clone(), value)),
        (Json::Array(items), Step::Index(index)) => *items.get_mut(*index)? = value,
        _ => return None,
    }
    Some(())
}

fn take(json: &mut Json, path: &Path) -> Option<()> {
    let (last, before) = path.0.split_last()?;
    let object: &mut Map<String, Json> = place(json, before)?.as_object_mut()?;
    match last {
        Step::Key(key) => object.remove(key).map(drop),
        Step::Index(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_near_and_another_word_is_not() {
        for (a, b) in [("kontrollert", "kontrolert"), ("sitat", "sitta"), ("vilkår", "vilkor"), ("navn", "navnn")] {
            assert!(are_near(a, b), "{a} {b}");
        }
        assert!(!are_near("utgave", "utfall"));
        assert!(!are_near("nb", "nn"));
    }
}
