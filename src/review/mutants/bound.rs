//! A bound made otherwise.

use crate::review::amount;
use crate::rules::{Base, Bound, ConceptId, Kind, RuleBook};

use super::step;
use super::variant::Variant;

/// A bound with its limit moved, its fraction changed, or what raises it changed or dropped.
pub(super) fn bounds(book: &RuleBook, concept: ConceptId, bound: &Bound) -> Vec<Variant<Bound>> {
    let raised_by = bound.raised_by;
    let bases = bases(book, concept, &bound.base).into_iter();
    let mut all: Vec<_> = bases.map(|variant| variant.inside(|base| Bound { base, raised_by })).collect();
    if let Some((by, threshold)) = raised_by {
        let id = &book.concept(by).id;
        let example = format!("ett eksempel der `{id}` er akkurat på terskelen, og ett like over");
        let none = Bound { raised_by: None, ..bound.clone() };
        all.push(Variant::new(none, format!("`økt-med` `{id}` kan fjernes"), example.clone()));
        let kind = &book.concept(by).kind;
        all.extend(step::beside(kind, threshold).into_iter().map(|other| {
            let change = moved("terskelen", kind, threshold, id, other);
            Variant::new(Bound { raised_by: Some((by, other)), ..bound.clone() }, change, example.clone())
        }));
    }
    all
}

fn bases(book: &RuleBook, concept: ConceptId, base: &Base) -> Vec<Variant<Base>> {
    let (id, kind) = (&book.concept(concept).id, &book.concept(concept).kind);
    match base {
        Base::Literal(limit) => {
            let moved_to = |other| {
                let example = format!("ett eksempel der `{id}` er akkurat på grensen, og ett like utenfor");
                Variant::new(Base::Literal(other), moved("grensen", kind, *limit, id, other), example)
            };
            step::beside(kind, *limit).into_iter().map(moved_to).collect()
        }
        Base::Fraction(numerator, denominator, whole) => {
            let whole_id = &book.concept(*whole).id;
            let others = [(numerator + 1, *denominator), (numerator - 1, *denominator)]
                .into_iter()
                .chain([(*numerator, denominator + 1), (*numerator, denominator - 1)])
                .filter(|(numerator, denominator)| *numerator > 0 && *denominator > 0);
            let changed_to = |(above, below)| {
                let change = format!("brøken {numerator}/{denominator} av `{whole_id}` kan bli {above}/{below}");
                let example = format!("ett eksempel der `{id}` er akkurat på grensen, og ett like utenfor");
                Variant::new(Base::Fraction(above, below, *whole), change, example)
            };
            others.map(changed_to).collect()
        }
        // A table is made otherwise row by row, where it stands.
        Base::Table(..) => Vec::new(),
    }
}

fn moved(what: &str, kind: &Kind, from: i64, id: &str, to: i64) -> String {
    format!("{what} {} for `{id}` kan flyttes til {}", amount::written(kind, from), amount::written(kind, to))
}
