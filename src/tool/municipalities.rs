//! The municipalities: those that the widget looks up a language by, and those that an editor chooses from.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::failure::Failure;
use super::wire::{LanguageForm, Municipality, MunicipalityFile};

/// Reads `rules/kommuner.json` and sees to it that every number leads to one municipality of today, or says which it may be.
///
/// # Errors
/// Where the file is missing, has another form, or holds a number that leads astray.
pub fn read(root: &Path) -> Result<MunicipalityFile, Failure> {
    let path = root.join("rules/kommuner.json");
    let text = fs::read_to_string(&path).map_err(Failure::at("read", &path))?;
    understand(&text)
}

/// The same of the text of the file.
///
/// # Errors
/// Where it has another form, or holds a number that leads astray.
pub fn understand(text: &str) -> Result<MunicipalityFile, Failure> {
    let file: MunicipalityFile =
        serde_json::from_str(text).map_err(|error| Failure(format!("rules/kommuner.json: {error}")))?;
    match faults(&file) {
        faults if faults.is_empty() => Ok(file),
        faults => Err(Failure(format!("rules/kommuner.json:\n{}", faults.join("\n")))),
    }
}

/// A line for each number that leads to one municipality, its own or one that it had before: the number and the
/// municipality's language.
#[must_use]
pub fn lines(file: &MunicipalityFile) -> String {
    let of = |it: &Municipality| {
        let numbers = [&it.number].into_iter().chain(&it.old_numbers);
        numbers.map(|number| format!("{number}\t{}", language(it.language))).collect::<Vec<_>>()
    };
    file.municipalities.iter().flat_map(of).collect::<Vec<_>>().join("\n")
}

/// What an editor chooses from, fields with tabs between: `number, names, county, language, Sámi language, old numbers`,
/// and after these, of those that were divided, `/old number, name, year, today's numbers`. Lists have spaces or commas.
#[must_use]
pub fn choices(file: &MunicipalityFile) -> String {
    let own = file.municipalities.iter().map(|it| {
        let county = file.counties.iter().find(|county| it.number.starts_with(&county.number));
        let names = if it.official_names.is_empty() { it.name.clone() } else { names(it) };
        let sami = it.sami.as_deref().unwrap_or_default();
        let county = county.map_or("", |county| &county.name);
        [&it.number, &names, county, language(it.language), sami, &it.old_numbers.join(" ")].join("\t")
    });
    let divided =
        file.divided.iter().map(|it| format!("/{}\t{}\t{}\t{}", it.number, it.name, it.year, it.became.join(" ")));
    own.chain(divided).collect::<Vec<_>>().join("\n")
}

/// The Norwegian name first.
fn names(it: &Municipality) -> String {
    let others = it.official_names.iter().filter(|name| **name != it.name);
    [&it.name].into_iter().chain(others).cloned().collect::<Vec<_>>().join(",")
}

fn language(form: LanguageForm) -> &'static str {
    match form {
        LanguageForm::Bokmal => "bokmål",
        LanguageForm::Nynorsk => "nynorsk",
        LanguageForm::Neutral => "nøytral",
    }
}

fn faults(file: &MunicipalityFile) -> Vec<String> {
    let today: BTreeSet<&str> = file.municipalities.iter().map(|it| it.number.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    let own = file.municipalities.iter().map(|it| &it.number);
    let old = file.municipalities.iter().flat_map(|it| &it.old_numbers);
    let divided = file.divided.iter().map(|it| &it.number);
    for number in own.chain(old).chain(divided) {
        if number.len() != 4 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            faults.push(format!("«{number}» er ikke et kommunenummer; skriv fire sifre"));
        }
        if !seen.insert(number) {
            faults.push(format!("nummeret {number} står to ganger; et nummer kan bare føre til én kommune"));
        }
    }
    for it in file.municipalities.iter().filter(|it| !file.counties.iter().any(|of| it.number.starts_with(&of.number)))
    {
        faults.push(format!("{} {} hører ikke til noe fylke i listen", it.number, it.name));
    }
    for it in
        file.municipalities.iter().filter(|it| !it.official_names.is_empty() && !it.official_names.contains(&it.name))
    {
        faults.push(format!("{} {}: navnet er ikke blant de offisielle navnene", it.number, it.name));
    }
    for it in &file.divided {
        let lost: Vec<&str> = it.became.iter().map(String::as_str).filter(|number| !today.contains(number)).collect();
        if it.became.len() < 2 || !lost.is_empty() {
            faults.push(format!(
                "{} {} må ha blitt til minst to kommuner som finnes nå; {} finnes ikke",
                it.number,
                it.name,
                lost.join(", ")
            ));
        }
    }
    faults
}
