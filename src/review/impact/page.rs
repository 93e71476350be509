//! What a change does, as a page for a consultation paper, in Markdown.

use super::text::{is_unchanged, listed, only, shares, summed, totals, warning};
use super::{Change, Found, Impact, Kind, Rows};

const METHOD: &str = "\
Oversikten er regnet ut av reglene selv, og ikke av et utvalg saker. \
For hvert tiltak er alle svar som reglene kan skille fra hverandre, prøvd mot hverandre: hvert valg, hver grense og ett tall \
mellom hver grense. \
Andelen er hvor mange av disse kombinasjonene som får et annet svar. \
Den andre andelen er av de kombinasjonene som har det friere av de to svarene, på den siden der de har det: \
der er ikke noe annet i veien. \
Hver kombinasjon teller likt, så andelen sier **ikke** hvor vanlig en sak er. \
Hver kombinasjon er ført opp én gang, under den første årsaken som forklarer den. \
Hvert eksempel er den saken som endres slik og skiller seg minst fra en vanlig sak: alt som ikke er nevnt, er som i en vanlig sak. \
Hvert eksempel er avgjort på begge sider av den samme motoren som veiviseren bruker. \
«Kan ikke avgjøres» betyr at noe må avklares med en myndighet, selv om alle spørsmål er besvart.";

/// The comparison between two sides that are called so.
#[must_use]
pub fn page(impact: &Impact, old: &str, new: &str, rows: Rows) -> String {
    let mut page = vec![format!("# Hva endringen betyr: fra {old} til {new}"), String::new()];
    page.push("| Tiltak | Endres | Viktigste endring |".to_owned());
    page.push("| --- | --- | --- |".to_owned());
    page.extend(impact.kinds.iter().filter(|kind| !is_unchanged(kind)).map(summary));
    page.push(String::new());
    let unchanged = impact.kinds.iter().filter(|kind| is_unchanged(kind));
    let unchanged: Vec<String> = unchanged.map(|kind| kind.name.clone()).collect();
    if !unchanged.is_empty() {
        page.extend([format!("Ingen sak får et annet svar for {}.", listed(&unchanged)), String::new()]);
    }
    page.extend(["## Slik er det regnet".to_owned(), String::new(), METHOD.to_owned(), String::new()]);
    for kind in impact.kinds.iter().filter(|kind| !is_unchanged(kind)) {
        page.extend(of_kind(kind, rows));
    }
    page.join("\n")
}

fn summary(kind: &Kind) -> String {
    let (much, most) = match kind.found {
        Found::Only(which) => (String::new(), only(which).to_owned()),
        Found::Both { .. } => (totals(kind), kind.changes().first().map_or_else(String::new, way)),
    };
    format!("| {} | {much} | {} |", cell(&kind.name), cell(&most))
}

fn way(change: &Change) -> String {
    format!("{} → {}", change.from.words(), change.to.words())
}

fn of_kind(kind: &Kind, rows: Rows) -> Vec<String> {
    let mut page = vec![format!("## {}", kind.name), String::new()];
    let Found::Both { cells, .. } = &kind.found else {
        if let Found::Only(which) = kind.found {
            page.extend([only(which).to_owned(), String::new()]);
        }
        return page;
    };
    page.extend([format!("{} av {cells} kombinasjoner.", totals(kind)), String::new()]);
    let (told, left) = kind.told(rows);
    if !told.is_empty() {
        page.push("| Retning | Fra → til | Årsak | Andel | Eksempel |".to_owned());
        page.push("| --- | --- | --- | --- | --- |".to_owned());
        page.extend(told.iter().map(row));
        page.push(String::new());
    }
    page.extend(summed(left).into_iter().flat_map(|line| [format!("{line}."), String::new()]));
    page
}

fn row(change: &Change) -> String {
    let direction = change.direction().words();
    let (way, cause) = (way(change), change.cause.words());
    let example = format!("{}{}", change.example.words, warning(change));
    let shares = shares(change);
    format!("| {direction} | {} | {} | {} | {} |", cell(&way), cell(&cause), cell(&shares), cell(&example))
}

/// What stands in a table may not end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
