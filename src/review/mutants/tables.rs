//! Tables made otherwise: their dates, their amounts, and each row dropped.

use crate::review::amount;
use crate::rules::date::Date;
use crate::rules::load::Loaded;
use crate::rules::quantity::{Unit, parse_quantity};
use crate::rules::wire;
use crate::rules::{Base, Bound, Condition, Requirement, RuleBook, Table, TableId};

use super::variant::{Variant, each_changed, each_dropped};
use super::{Mutant, Part, mutant, step};

type Row = (Date, i64);

/// Every mutant of every table.
pub(super) fn mutants(loaded: &Loaded) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (number, table) in (0_u16..).map(TableId).zip(&loaded.book.tables) {
        let Some((file, wire)) = loaded.sources.tables.iter().find(|(_, wire)| wire.id == table.id) else { continue };
        for variant in rows(&loaded.book, number, unit(wire)) {
            let put = |rows| Part::Table(number, Table { rows, ..table.clone() });
            all.push(mutant(file, variant, put));
        }
    }
    all
}

fn unit(table: &wire::Table) -> Unit {
    let first = table.rows.first().and_then(|row| parse_quantity(&row.value).ok());
    first.map_or(Unit::Count, |(_, unit)| unit)
}

fn rows(book: &RuleBook, number: TableId, unit: Unit) -> Vec<Variant<Vec<Row>>> {
    let table = book.table(number);
    let dropped = each_dropped(&table.rows, |_, (from, _)| {
        (format!("raden fra {from} kan fjernes"), "et eksempel der denne raden avgjør".to_owned())
    });
    let changed = each_changed(&table.rows, |_, (from, amount)| {
        let days = step::days_beside(*from).into_iter().filter(|day| !waits_for_another(book, number, *day));
        let days = days.map(|day| {
            let change = format!("`fra` {from} kan flyttes til {day}");
            Variant::new((day, *amount), change, "ett eksempel der planen er fra denne dagen, og ett fra dagen før")
        });
        let amounts = step::amounts_beside(unit, *amount).into_iter().map(|other| {
            let [was, is] = [*amount, other].map(|amount| amount::number(amount, unit));
            let change = format!("avstanden {was} i raden fra {from} kan flyttes til {is}");
            Variant::new((*from, other), change, "ett eksempel akkurat på avstanden, og ett like innenfor")
        });
        days.chain(amounts).collect()
    });
    dropped.into_iter().chain(changed).collect()
}

/// Whether a table that begins already on this day changes nothing: it begins with nought, which no distance falls
/// short of, and whatever reads it reads another table too that is silent on that day, and so is unknown anyway.
fn waits_for_another(book: &RuleBook, number: TableId, day: Date) -> bool {
    let begins_with_nought = book.table(number).rows.first().is_some_and(|(from, amount)| day < *from && *amount == 0);
    let silent = |other: &TableId| book.table(*other).rows.first().is_some_and(|(from, _)| day < *from);
    let conditions = book.rules.iter().flat_map(|rule| &rule.versions).flat_map(|version| &version.conditions);
    let mut read = conditions.map(tables).filter(|tables| tables.contains(&number));
    begins_with_nought && read.all(|tables| tables.iter().any(|other| *other != number && silent(other)))
}

/// The tables that a condition reads.
fn tables(condition: &Condition) -> Vec<TableId> {
    let mut found = Vec::new();
    tables_read(&condition.requirement, &mut found);
    condition.doubt.iter().for_each(|doubt| tables_read(&doubt.when, &mut found));
    found
}

/// The tables that a requirement reads.
pub(super) fn tables_read(requirement: &Requirement, into: &mut Vec<TableId>) {
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => parts.iter().for_each(|part| tables_read(part, into)),
        Requirement::Bound(_, _, Bound { base: Base::Table(table, _), .. }) => into.push(*table),
        Requirement::OneOf(..) | Requirement::Bound(..) => {}
    }
}
