//! The municipalities, as the widget needs them: number and language.

use std::fs;
use std::path::Path;

use super::failure::Failure;
use super::wire::MunicipalityFile;

/// A line for each municipality: its number and its language.
///
/// # Errors
/// Where `rules/kommuner.json` is missing or has another form.
pub fn lines(root: &Path) -> Result<String, Failure> {
    let path = root.join("rules/kommuner.json");
    let text = fs::read_to_string(&path).map_err(Failure::at("read", &path))?;
    let file: MunicipalityFile = serde_json::from_str(&text)
        .map_err(|error| Failure(format!("cannot understand rules/kommuner.json: {error}")))?;
    let lines = file.municipalities.iter().map(|it| format!("{}\t{}", it.number, it.language));
    Ok(lines.collect::<Vec<_>>().join("\n"))
}
