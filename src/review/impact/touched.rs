//! Which kinds of work a change touches, and on which days: only those need be compared.

use std::collections::BTreeSet;

use crate::review::law::{Law, law};
use crate::rules::RuleBook;
use crate::rules::date::Date;
use crate::rules::load::Loaded;

use super::{Side, kinds};

/// A kind of work, and a day on which it is judged by another law than before.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Touched {
    /// The day.
    pub date: Date,
    /// The name of the kind of work in the rule files.
    pub kind: String,
}

/// What a change touches from today on: today, and each day to come on which the change becomes another. What only touches
/// days that have been is told for the last of them. In the order of the days, and of the kinds in the rules.
#[must_use]
pub fn touched(before: &Loaded, after: &Loaded, today: Date) -> Vec<Touched> {
    let today = today.max(before.book.covers_from).max(after.book.covers_from);
    let days = days(&before.book, &after.book);
    let to_come = core::iter::once(today).chain(days.iter().copied().filter(|day| *day > today));
    let (to_come, been): (Vec<Date>, Vec<Date>) =
        (to_come.collect(), days.iter().copied().rev().filter(|day| *day < today).collect());
    let sides = |date| (Side { rules: before, date }, Side { rules: after, date });
    let (old, new) = sides(today);
    let mut touched = Vec::new();
    for kind in kinds(old, new) {
        let difference = |date: &Date| difference(sides(*date), &kind).map(|difference| (*date, difference));
        let mut found: Vec<(Date, Difference)> = to_come.iter().filter_map(difference).collect();
        found.dedup_by(|later, earlier| later.1 == earlier.1);
        if found.is_empty() {
            found.extend(been.iter().find_map(difference));
        }
        touched.extend(found.into_iter().map(|(date, _)| Touched { date, kind: kind.clone() }));
    }
    touched.sort_by_key(|touched| touched.date);
    touched
}

/// The rules that differ, on the one side and on the other.
type Difference = (Option<Law>, Option<Law>);

/// `None` where both judge by the same law.
fn difference((old, new): (Side, Side), kind: &str) -> Option<Difference> {
    let law = |side: Side| side.world(kind).map(|world| law(&world));
    let (mut was, mut is) = (law(old), law(new));
    if was == is {
        return None;
    }
    if let (Some(was), Some(is)) = (&mut was, &mut is) {
        let both = was.clone();
        was.retain(|rule, text| is.get(rule) != Some(text));
        is.retain(|rule, text| both.get(rule) != Some(text));
    }
    Some((was, is))
}

/// Every day on which the law of either changes.
fn days(before: &RuleBook, after: &RuleBook) -> BTreeSet<Date> {
    let from = before.covers_from.max(after.covers_from);
    let days = [before, after].into_iter().flat_map(crate::review::space::days);
    days.filter(|day| *day >= from).collect()
}
