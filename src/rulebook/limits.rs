//! Every limit of a version, in one table.

use crate::rules::{Comparison, ConceptId, Requirement, Version};

use super::html::{Html, el, of_class, tag};
use super::said::compared;
use super::volume::Volume;

/// The limits; nothing where the version has none.
pub(super) fn limits(volume: &Volume, version: &Version) -> Option<Html> {
    let mut found = Vec::new();
    for condition in &version.conditions {
        collect(volume, &condition.requirement, &mut found);
    }
    let rows: Vec<Html> = found
        .into_iter()
        .map(|(concept, limit)| {
            let name = el("th", &[("scope", "row")], volume.link_to_concept(concept));
            tag("tr", [name, tag("td", limit)])
        })
        .collect();
    let head = ["mål", "grense"].map(|word| el("th", &[("scope", "col")], volume.word(word)));
    let head = tag("thead", tag("tr", head));
    (!rows.is_empty()).then(|| of_class("table", "grenser", [head, tag("tbody", rows)]))
}

fn collect(volume: &Volume, requirement: &Requirement, into: &mut Vec<(ConceptId, String)>) {
    match requirement {
        Requirement::All(parts) | Requirement::Any(parts) => {
            for part in parts {
                collect(volume, part, into);
            }
        }
        Requirement::Bound(concept, comparison, bound) => {
            let comparison: Comparison = *comparison;
            let limit = (*concept, compared(volume, *concept, comparison, bound));
            if !into.contains(&limit) {
                into.push(limit);
            }
        }
        Requirement::OneOf(..) => {}
    }
}
