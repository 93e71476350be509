//! What is to be compared, as it is written on the command line.

use std::path::PathBuf;

use crate::review::impact::Rows;
use crate::rules::date::Date;

/// What is to be compared, and how it is to be told.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Request {
    /// A folder, a day or a revision.
    pub old: String,
    /// See `old`.
    pub new: String,
    /// How it is told.
    pub format: Format,
    /// Which changes are told one by one; JSON has every one.
    pub rows: Rows,
    /// A file of real cases.
    pub cases: Option<PathBuf>,
    /// The day to judge folders and revisions on; today where it is not given.
    pub date: Option<Date>,
}

/// How something is told.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Format {
    /// For a terminal.
    #[default]
    Text,
    /// For machines.
    Json,
    /// For a paper.
    Markdown,
}

const USAGE: &str = "skriv `impact GAMMEL NY`, der hver av dem er en mappe, en dato eller en revisjon i git";

impl Request {
    /// Reads what stands after `impact`.
    ///
    /// # Errors
    /// Says, in a sentence, what cannot be understood.
    pub fn read(arguments: &[&str]) -> Result<Self, String> {
        let (mut format, mut cases, mut date, mut sides) = (Format::default(), None, None, Vec::new());
        let mut rows = Rows::default();
        let mut left = arguments.iter();
        while let Some(argument) = left.next() {
            let mut value = || left.next().copied().ok_or_else(|| format!("`{argument}` mangler en verdi"));
            match *argument {
                "--format" => format = format_of(value()?)?,
                "--saker" => cases = Some(PathBuf::from(value()?)),
                "--dato" => date = Some(date_of(value()?)?),
                "--alt" => rows = Rows::All,
                option if option.starts_with('-') => return Err(format!("forstår ikke `{option}`; {USAGE}")),
                side => sides.push(side.to_owned()),
            }
        }
        let [old, new] = <[String; 2]>::try_from(sides).map_err(|_| USAGE.to_owned())?;
        Ok(Self { old, new, format, rows, cases, date })
    }
}

fn format_of(name: &str) -> Result<Format, String> {
    match name {
        "tekst" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        "markdown" => Ok(Format::Markdown),
        other => Err(format!("`{other}` er ikke et format; velg tekst, json eller markdown")),
    }
}

fn date_of(text: &str) -> Result<Date, String> {
    Date::parse_iso(text).ok_or_else(|| format!("`{text}` er ikke en dato; skriv den som 2026-11-21"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::{Date, Format, Request, Rows};

    fn read(line: &str) -> Result<Request, String> {
        Request::read(&line.split_whitespace().collect::<Vec<_>>())
    }

    #[test]
    fn sides_and_options_may_come_in_any_order() {
        let request = read("--format markdown 2015-07-01 HEAD~1 --saker saker.jsonl --dato 2021-05-01").unwrap();
        assert_eq!((request.old.as_str(), request.new.as_str()), ("2015-07-01", "HEAD~1"));
        assert_eq!(request.format, Format::Markdown);
        assert_eq!(request.date.map(Date::number), Some(20_210_501));
        assert_eq!(request.rows, Rows::Decided);
        assert_eq!(read("en to --alt").unwrap().rows, Rows::All);
        for (line, said) in [
            ("en", "impact GAMMEL NY"),
            ("en to tre", "impact GAMMEL NY"),
            ("en to --format pdf", "`pdf`"),
            ("en to --dato i-dag", "`i-dag`"),
            ("en to --saker", "`--saker` mangler"),
            ("en --exec to", "`--exec`"),
        ] {
            assert!(read(line).unwrap_err().contains(said), "{line}");
        }
    }
}
