//! Concepts made otherwise: how they are derived, and what follows where the answer is not known.

use crate::review::amount;
use crate::rules::load::Loaded;
use crate::rules::{Branch, Concept, ConceptId, Question, RuleBook, Value};

use super::requirement::optional;
use super::variant::{Variant, each_changed, each_dropped};
use super::{Mutant, Part, mutant, step};

/// Every mutant of every concept.
pub(super) fn mutants(loaded: &Loaded) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (number, concept) in (0_u16..).map(ConceptId).zip(&loaded.book.concepts) {
        let file = file_of(loaded, concept);
        for variant in derivations(&loaded.book, concept) {
            let put = |derivation| Part::Concept(number, Box::new(Concept { derivation, ..concept.clone() }));
            all.push(mutant(&file, variant.at(format!("`{}`", concept.id)), put));
        }
        if let Some(variant) = without_a_way_to_know(concept) {
            let put = |concept| Part::Concept(number, Box::new(concept));
            all.push(mutant(&file, variant.at(format!("`{}`", concept.id)), put));
        }
    }
    all
}

fn file_of(loaded: &Loaded, concept: &Concept) -> String {
    let own = loaded.sources.concepts.iter().find(|(_, file)| file.concepts.contains_key(&concept.id));
    own.map_or_else(String::new, |(file, _)| file.clone())
}

/// Who answers "don't know" is told what to clear; here nothing.
fn without_a_way_to_know(concept: &Concept) -> Option<Variant<Concept>> {
    let question = concept.question.as_ref().filter(|question| question.unsure.is_some())?;
    let question = Some(Question { unsure: None, ..question.clone() });
    let example = "et eksempel med svaret vet-ikke, og si hva som må avklares";
    Some(Variant::new(Concept { question, ..concept.clone() }, "`vet-ikke` kan fjernes", example))
}

fn derivations(book: &RuleBook, concept: &Concept) -> Vec<Variant<Vec<Branch>>> {
    let example = "et eksempel der denne linjen gir verdien, og verdien avgjør";
    let dropped = each_dropped(&concept.derivation, |place, _| {
        (format!("linje {} i `utledet` kan fjernes", place + 1), example.to_owned())
    });
    let changed = each_changed(&concept.derivation, |place, branch| {
        let whens = optional(book, branch.when.as_ref(), &|_, _| false, "når", "et eksempel der linjen ikke passer")
            .into_iter();
        let whens = whens.map(|v| v.inside(|when| Branch { when, value: branch.value.clone() }));
        let values = values(concept, &branch.value).into_iter();
        let values = values.map(|v| v.inside(|value| Branch { when: branch.when.clone(), value }));
        whens.chain(values).map(|v| v.at(format!("linje {} i `utledet`", place + 1))).collect()
    });
    dropped.into_iter().chain(changed).collect()
}

fn values(concept: &Concept, value: &Value) -> Vec<Variant<Value>> {
    let example = format!("et eksempel der `{}` er akkurat på en grense", concept.id);
    match value {
        Value::Literal(amount) => {
            let others = step::beside(&concept.kind, *amount).into_iter();
            let change = |other| {
                let [from, to] = [*amount, other].map(|amount| amount::written(&concept.kind, amount));
                format!("verdien {from} kan bli {to}")
            };
            others.map(|other| Variant::new(Value::Literal(other), change(other), example.clone())).collect()
        }
        // A wrong concept is a wrong name; nothing is near it.
        Value::Of(_) => Vec::new(),
        Value::Sum(parts) => {
            let told = |place, _: &Value| (format!("ledd {} i `sum` kan fjernes", place + 1), example.clone());
            let dropped = each_dropped(parts, told);
            let changed = each_changed(parts, |_, part| values(concept, part));
            dropped.into_iter().chain(changed).map(|variant| variant.inside(Value::Sum)).collect()
        }
    }
}
