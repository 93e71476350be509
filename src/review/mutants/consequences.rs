//! What may follow made otherwise: another sort of thing, or one that goes without saying.

use crate::rules::load::Loaded;
use crate::rules::{Consequence, ConsequenceId, Sort};

use super::variant::Variant;
use super::{Mutant, Part, mutant};

const FILE: &str = "folger.json";

/// Every mutant of everything that may follow.
pub(super) fn mutants(loaded: &Loaded) -> Vec<Mutant> {
    let all = (0_u16..).map(ConsequenceId).zip(&loaded.book.consequences);
    let of_one = |(number, consequence)| {
        let put = move |consequence| Part::Consequence(number, Box::new(consequence));
        variants(consequence).into_iter().map(move |variant| mutant(FILE, variant, put))
    };
    all.flat_map(of_one).collect()
}

fn variants(consequence: &Consequence) -> Vec<Variant<Consequence>> {
    let id = &consequence.id;
    let other = next(consequence.sort);
    let example = format!("et eksempel som sier at `{id}` følger");
    let sorted = Variant::new(
        Consequence { sort: other, ..consequence.clone() },
        format!("`slag` {} kan bli {}", name(consequence.sort), name(other)),
        example.clone(),
    );
    let standard = Variant::new(
        Consequence { standard: !consequence.standard, ..consequence.clone() },
        "`standard` kan snus mellom ja og nei",
        example,
    );
    [sorted, standard].map(|variant| variant.at(format!("`{id}`"))).into()
}

/// Another sort. One is enough: every sort is a list of its own.
const fn next(sort: Sort) -> Sort {
    match sort {
        Sort::Dispensation => Sort::Permit,
        Sort::Permit => Sort::Duty,
        Sort::Duty => Sort::Clearance,
        Sort::Clearance => Sort::Dispensation,
    }
}

const fn name(sort: Sort) -> &'static str {
    match sort {
        Sort::Dispensation => "dispensasjon",
        Sort::Permit => "tillatelse",
        Sort::Duty => "plikt",
        Sort::Clearance => "avklaring",
    }
}
