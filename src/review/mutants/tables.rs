//! Tables made otherwise: their dates, their amounts, and each row dropped.

use crate::rules::date::Date;
use crate::rules::load::Loaded;
use crate::rules::quantity::{Unit, Written, parse_quantity};
use crate::rules::wire;
use crate::rules::{Table, TableId};

use super::variant::{Variant, each_changed, each_dropped};
use super::{Mutant, Part, mutant, step};

type Row = (Date, i64);

/// Every mutant of every table.
pub(super) fn mutants(loaded: &Loaded) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (number, table) in (0_u16..).map(TableId).zip(&loaded.book.tables) {
        let Some((file, wire)) = loaded.sources.tables.iter().find(|(_, wire)| wire.id == table.id) else { continue };
        for variant in rows(table, unit(wire)) {
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

fn rows(table: &Table, unit: Unit) -> Vec<Variant<Vec<Row>>> {
    let dropped = each_dropped(&table.rows, |_, (from, _)| {
        (format!("raden fra {from} kan fjernes"), "et eksempel der denne raden avgjør".to_owned())
    });
    let changed = each_changed(&table.rows, |_, (from, amount)| {
        let days = step::days_beside(*from).into_iter().map(|day| {
            let change = format!("`fra` {from} kan flyttes til {day}");
            Variant::new((day, *amount), change, "ett eksempel der planen er fra denne dagen, og ett fra dagen før")
        });
        let amounts = step::amounts_beside(unit, *amount).into_iter().map(|other| {
            let [was, is] = [*amount, other].map(|amount| Written { amount, unit, decimal_mark: ',' }.text());
            let change = format!("avstanden {was} i raden fra {from} kan flyttes til {is}");
            Variant::new((*from, other), change, "ett eksempel akkurat på avstanden, og ett like innenfor")
        });
        days.chain(amounts).collect()
    });
    dropped.into_iter().chain(changed).collect()
}
