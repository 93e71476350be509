//! A `krav`: one key, and what stands behind it.

use serde_json::{Map, Value as Json};

use crate::rules::code::Code;
use crate::rules::date::Date;
use crate::rules::problem::Reader;
use crate::rules::quantity::{Unit, parse_quantity};
use crate::rules::{Base, Bound, Comparison, ConceptId, Requirement, TableId, Value, YES_NO};

use super::date;
use super::names::{Form, Names};

/// Reads a requirement; faults are noted where they stand.
pub(super) fn requirement(json: &Json, names: &Names, reader: &mut Reader) -> Option<Requirement> {
    let (key, content) = single(json, "et krav", reader)?;
    match key.as_str() {
        "alle" => reader.at(key, |reader| parts(content, names, reader)).map(Requirement::All),
        "minst-én" => reader.at(key, |reader| parts(content, names, reader)).map(Requirement::Any),
        concept => reader.at(concept, |reader| on_concept(concept, content, names, reader)),
    }
}

fn single<'a>(json: &'a Json, what: &str, reader: &mut Reader) -> Option<(&'a String, &'a Json)> {
    let only = json.as_object().filter(|object| object.len() == 1).and_then(|object| object.iter().next());
    let message = format!("{what} må ha nøyaktig én nøkkel; del det opp med \"alle\" eller \"minst-én\"");
    reader.need(only, Code::OneKey, message)
}

fn parts(json: &Json, names: &Names, reader: &mut Reader) -> Option<Vec<Requirement>> {
    let list = json.as_array().filter(|list| list.len() >= 2);
    let message = "\"alle\" og \"minst-én\" må ha en liste med minst to krav; skriv kravet alene hvis det bare er ett";
    let list = reader.need(list, Code::TooFewParts, message)?;
    let list = list.iter().enumerate();
    let read: Vec<_> = list.map(|(n, part)| reader.at(n, |reader| requirement(part, names, reader))).collect();
    read.into_iter().collect()
}

fn on_concept(name: &str, json: &Json, names: &Names, reader: &mut Reader) -> Option<Requirement> {
    let known = names.known(name, reader)?;
    let concept = ConceptId(known.number);
    match (&known.form, json) {
        (Form::Broken, _) => None,
        (Form::YesNo, Json::String(word)) => {
            let bits = option_bit(&YES_NO, word);
            reader
                .need(bits, Code::YesOrNo, "svaret må være \"ja\" eller \"nei\"")
                .map(|bits| Requirement::OneOf(concept, bits))
        }
        (Form::Options(options), Json::Object(_)) => one_of(concept, options, json, reader),
        (Form::Number(unit), Json::Object(_)) => compared(concept, Some(*unit), json, names, reader),
        (Form::Date, Json::Object(_)) => compared(concept, None, json, names, reader),
        _ => {
            let message = "kravet passer ikke til begrepets type; se hvordan andre krav om ja-nei, valg, mål, antall og dato er skrevet";
            reader.need(None, Code::KindMismatch, message)
        }
    }
}

fn option_bit(options: &[impl AsRef<str>], word: &str) -> Option<u32> {
    options.iter().position(|option| option.as_ref() == word).map(|place| 1 << place)
}

fn one_of(concept: ConceptId, options: &[String], json: &Json, reader: &mut Reader) -> Option<Requirement> {
    let (operator, content) = single(json, "et krav til et valg", reader)?;
    let words: Vec<String> = match (operator.as_str(), content) {
        ("er", Json::String(word)) => vec![word.clone()],
        ("en-av", Json::Array(list)) => list.iter().filter_map(Json::as_str).map(str::to_owned).collect(),
        _ => {
            let message = "et valg kreves med {\"er\": \"…\"} eller {\"en-av\": [\"…\", \"…\"]}";
            return reader.need(None, Code::OptionOperator, message);
        }
    };
    let bits = reader.at(operator, |reader| option_bits(options, &words, reader))?;
    Some(Requirement::OneOf(concept, bits))
}

/// Some of the options of a concept, as bits. The way to each is its place in the list.
pub(super) fn option_bits(options: &[String], words: &[String], reader: &mut Reader) -> Option<u32> {
    let mut bits = Some(0);
    for (n, word) in words.iter().enumerate() {
        let message = format!("`{word}` er ikke et av valgene: {}", options.join(", "));
        let bit = reader.at(n, |reader| reader.need(option_bit(options, word), Code::UnknownOption, message));
        bits = bits.zip(bit).map(|(all, bit)| all | bit);
    }
    bits
}

fn compared(
    concept: ConceptId,
    unit: Option<Unit>,
    json: &Json,
    names: &Names,
    reader: &mut Reader,
) -> Option<Requirement> {
    let (operator, content) = single(json, "et krav til et tall", reader)?;
    let comparison = match (operator.as_str(), unit) {
        ("høyst", Some(_)) => Some(Comparison::AtMost),
        ("minst", Some(_)) | ("fra-og-med", None) => Some(Comparison::AtLeast),
        ("under", Some(_)) | ("før", None) => Some(Comparison::Under),
        ("over", Some(_)) => Some(Comparison::Over),
        ("er", Some(_)) => Some(Comparison::Exactly),
        _ => None,
    };
    let message = format!(
        "`{operator}` kan ikke stå her; tall har høyst, minst, under, over og er, datoer har før og fra-og-med"
    );
    let (comparison, bound) = reader.at(operator, |reader| {
        let comparison = reader.need(comparison, Code::NumberOperator, message)?;
        Some((comparison, bound(content, unit, names, reader)?))
    })?;
    Some(Requirement::Bound(concept, comparison, bound))
}

fn bound(json: &Json, unit: Option<Unit>, names: &Names, reader: &mut Reader) -> Option<Bound> {
    match json {
        Json::String(text) => {
            literal(text, unit, reader).map(|amount| Bound { base: Base::Literal(amount), raised_by: None })
        }
        Json::Object(object) => {
            let base = base(object, unit, names, reader)?;
            let raised_by = match object.get("økt-med") {
                Some(raise) => Some(reader.at("økt-med", |reader| raised_by(raise, names, reader))?),
                None => None,
            };
            Some(Bound { base, raised_by })
        }
        _ => reader.need(
            None,
            Code::BoundShape,
            "en grense skrives som \"4,0 m\", {\"halve\": …}, {\"av\": …} eller {\"tabell\": …}",
        ),
    }
}

fn base(object: &Map<String, Json>, unit: Option<Unit>, names: &Names, reader: &mut Reader) -> Option<Base> {
    let text = |key: &str| object.get(key).and_then(Json::as_str);
    known_keys(object, reader)?;
    if let Some(amount) = text("grense") {
        return reader.at("grense", |reader| literal(amount, unit, reader)).map(Base::Literal);
    }
    if let Some(concept) = text("halve") {
        let half = reader.at("halve", |reader| number_concept(concept, unit, names, reader));
        return half.map(|concept| Base::Fraction(1, 2, concept));
    }
    if let Some(concept) = text("av") {
        let fraction = text("del").map_or(Some((1, 1)), fraction);
        let message = "`del` skrives som en brøk: \"1/3\"";
        let fraction = reader.at("del", |reader| reader.need(fraction, Code::Fraction, message));
        let of = reader.at("av", |reader| number_concept(concept, unit, names, reader));
        return fraction.zip(of).map(|((numerator, denominator), of)| Base::Fraction(numerator, denominator, of));
    }
    if let (Some(table), Some(date)) = (text("tabell"), text("etter")) {
        let message =
            format!("tabellen `{table}` finnes ikke i rules/tabeller/; rett skrivemåten (navnet er `id` i filen)");
        let table = reader.at("tabell", |reader| reader.need(names.table(table), Code::UnknownTable, message));
        let known = names.concept(date).filter(|known| matches!(known.form, Form::Date));
        let message = format!("`{date}` må være et begrep av type dato; velg et slikt, eller rett skrivemåten");
        let date = reader.at("etter", |reader| reader.need(known, Code::NotADateConcept, message));
        return table.zip(date).map(|(table, date)| Base::Table(TableId(table), ConceptId(date.number)));
    }
    reader.need(None, Code::BoundShape, "en grense må ha `grense`, `halve`, `av` eller `tabell` med `etter`")
}

fn known_keys(object: &Map<String, Json>, reader: &mut Reader) -> Option<()> {
    const KEYS: [&str; 7] = ["grense", "halve", "del", "av", "tabell", "etter", "økt-med"];
    match object.keys().find(|key| !KEYS.contains(&key.as_str())) {
        Some(key) => {
            let message = format!("`{key}` er ikke en nøkkel i en grense; der kan det stå {}", KEYS.join(", "));
            reader.at(key, |reader| reader.need(None, Code::BoundKey, message))
        }
        None => Some(()),
    }
}

fn fraction(text: &str) -> Option<(i64, i64)> {
    let (numerator, denominator) = text.split_once('/')?;
    let (numerator, denominator) = (numerator.parse().ok()?, denominator.parse().ok()?);
    (numerator > 0 && denominator > 0).then_some((numerator, denominator))
}

fn raised_by(json: &Json, names: &Names, reader: &mut Reader) -> Option<(ConceptId, i64)> {
    let (name, content) = single(json, "`økt-med`", reader)?;
    let concept = number_concept(name, Some(Unit::Metre), names, reader)?;
    let over = content.as_object().filter(|object| object.len() == 1).and_then(|object| object.get("over"));
    let message = "`økt-med` skrives {\"begrep\": {\"over\": \"1,0 m\"}}";
    let over = reader.need(over.and_then(Json::as_str), Code::RaisedShape, message)?;
    let amount = reader.at((name, "over"), |reader| literal(over, Some(Unit::Metre), reader))?;
    Some((concept, amount))
}

fn number_concept(name: &str, unit: Option<Unit>, names: &Names, reader: &mut Reader) -> Option<ConceptId> {
    let same = |form: &Form| matches!(form, Form::Number(own) if Some(*own) == unit);
    let known = names.concept(name);
    if known.is_some_and(|known| matches!(known.form, Form::Broken)) {
        return None;
    }
    let known = known.filter(|known| same(&known.form));
    let message = format!("`{name}` må være et begrep med samme enhet; velg et slikt, eller rett skrivemåten");
    reader.need(known, Code::OtherUnit, message).map(|known| ConceptId(known.number))
}

/// A number as the regulation writes it: comma, and the unit of the concept.
pub(super) fn literal(text: &str, unit: Option<Unit>, reader: &mut Reader) -> Option<i64> {
    let Some(unit) = unit else {
        return date(text, reader).map(Date::number);
    };
    let read = parse_quantity(text).ok().filter(|(_, own)| *own == unit && !text.contains('.'));
    let sign = unit.sign();
    let shape = if sign.is_empty() { "1".to_owned() } else { format!("4,0 {sign}") };
    let message = format!("\"{text}\" er ikke et tall i rett enhet, skriv det som \"{shape}\"");
    reader.need(read, Code::WrongUnit, message).map(|(amount, _)| amount)
}

const VALUE: &str = "en verdi skrives som et tall med enhet, et begrep eller {\"sum\": […]}";

/// The value of a derivation: a number, a concept or a sum of values.
pub(super) fn value(json: &Json, unit: Unit, names: &Names, reader: &mut Reader) -> Option<Value> {
    match json {
        Json::String(text) if text.starts_with(|c: char| c.is_ascii_digit()) => {
            literal(text, Some(unit), reader).map(Value::Literal)
        }
        Json::String(name) => number_concept(name, Some(unit), names, reader).map(Value::Of),
        Json::Object(object) => {
            let list = object.get("sum").filter(|_| object.len() == 1).and_then(Json::as_array);
            let list = reader.need(list, Code::ValueShape, VALUE)?.iter().enumerate();
            let read: Vec<_> =
                list.map(|(n, part)| reader.at(("sum", n), |reader| value(part, unit, names, reader))).collect();
            read.into_iter().collect::<Option<Vec<_>>>().map(Value::Sum)
        }
        _ => reader.need(None, Code::ValueShape, VALUE),
    }
}
