//! A kind of work as a decision table: what is required in the rows, the rules in the order of trying in the columns.

use crate::rules::date::Date;
use crate::rules::{ConceptId, Condition, Project, RuleId, Version};

use super::html::{Html, el, link, list, of_class, tag};
use super::said::{said, said_of};
use super::volume::{Volume, rule_file};

/// A rule with all the conditions that must be met for it to decide.
struct Column<'a> {
    rule: RuleId,
    version: &'a Version,
    conditions: Vec<&'a Condition>,
}

/// The table for a day.
pub(super) fn decision_table(volume: &Volume, project: &Project, date: Date) -> Html {
    let columns: Vec<Column> = project.tries.iter().filter_map(|rule| column(volume, *rule, date)).collect();
    let mut rows: Vec<Vec<ConceptId>> = Vec::new();
    for condition in columns.iter().flat_map(|column| &column.conditions) {
        let key = key(condition);
        if !rows.contains(&key) {
            rows.push(key);
        }
    }
    let body = scope_row(volume, &columns).into_iter().chain(rows.iter().map(|key| row(volume, key, &columns)));
    let body = tag("tbody", body.collect::<Vec<_>>());
    let caption = tag("caption", volume.filled("tabell-om", &[("tiltak", volume.text(project.name))]));
    let table = of_class("table", "beslutning", [caption, head(volume, &columns), body, foot(volume, &columns)]);
    let name = volume.word("beslutningstabell");
    el("div", &[("class", "rull"), ("role", "region"), ("aria-label", name), ("tabindex", "0")], table)
}

fn column<'a>(volume: &Volume<'a>, rule: RuleId, date: Date) -> Option<Column<'a>> {
    let version = volume.book().version(rule, date)?;
    let mut conditions: Vec<&Condition> = version.conditions.iter().collect();
    let mut left: Vec<RuleId> = version.presupposes.clone();
    while let Some(rule) = left.pop() {
        let Some(version) = volume.book().version(rule, date) else { continue };
        conditions.extend(&version.conditions);
        left.extend(&version.presupposes);
    }
    Some(Column { rule, version, conditions })
}

/// Conditions on the same things stand in the same row.
fn key(condition: &Condition) -> Vec<ConceptId> {
    let mut concepts = Vec::new();
    condition.requirement.concepts(&mut concepts);
    concepts.sort_unstable();
    concepts.dedup();
    concepts
}

fn head(volume: &Volume, columns: &[Column]) -> Html {
    let corner = el("th", &[("scope", "col")], volume.word("vilkår"));
    let rules = columns.iter().enumerate().map(|(place, column)| {
        let number = of_class("span", "nummer", (place + 1).to_string());
        let name = link(&rule_file(volume.book().rule(column.rule)), volume.short_citation(column.rule));
        let called = of_class("span", "kalt", volume.text(column.version.name));
        el("th", &[("scope", "col")], [number, name, called])
    });
    tag("thead", tag("tr", [corner].into_iter().chain(rules).collect::<Vec<_>>()))
}

/// What the rules are about, where any of them says so.
fn scope_row(volume: &Volume, columns: &[Column]) -> Option<Html> {
    columns.iter().find(|column| column.version.scope.is_some())?;
    let cells = columns.iter().map(|column| match &column.version.scope {
        Some(scope) => tag("td", of_class("div", "krav", said(volume, scope))),
        None => nothing(volume),
    });
    let name = el("th", &[("scope", "row")], volume.word("gjelder-bare"));
    Some(tag("tr", [name].into_iter().chain(cells).collect::<Vec<_>>()))
}

fn row(volume: &Volume, concepts: &[ConceptId], columns: &[Column]) -> Html {
    let names = list("ul", "begreper", concepts.iter().map(|concept| volume.link_to_concept(*concept)));
    let cells = columns.iter().map(|column| {
        let own: Vec<Html> = column
            .conditions
            .iter()
            .filter(|condition| key(condition) == concepts)
            .map(|condition| of_class("div", "krav", cell(volume, concepts, condition)))
            .collect();
        if own.is_empty() { nothing(volume) } else { tag("td", own) }
    });
    tag("tr", [el("th", &[("scope", "row")], names)].into_iter().chain(cells).collect::<Vec<_>>())
}

fn cell(volume: &Volume, concepts: &[ConceptId], condition: &Condition) -> Html {
    match concepts {
        [only] => said_of(volume, *only, &condition.requirement),
        _ => said(volume, &condition.requirement),
    }
}

fn nothing(volume: &Volume) -> Html {
    let dash = el("span", &[("aria-hidden", "true")], "–");
    el("td", &[("class", "tom")], dash.then(of_class("span", "bare-hørt", volume.word("ikke-vilkår"))))
}

fn foot(volume: &Volume, columns: &[Column]) -> Html {
    let name = el("th", &[("scope", "row")], volume.word("da-er-svaret"));
    let cells =
        columns.iter().map(|column| tag("td", column.version.outcome.map(|outcome| volume.outcome_mark(outcome))));
    tag("tfoot", tag("tr", [name].into_iter().chain(cells).collect::<Vec<_>>()))
}
