//! The two sides of a comparison: folders, days or revisions, read into memory.

use std::path::{Path, PathBuf};

use crate::review::impact::Side;
use crate::rules::date::Date;
use crate::rules::load::{Loaded, load};
use crate::rules::source::Files;
use crate::tool::clock::today;
use crate::tool::failure::Failure;
use crate::tool::files;

use super::request::Request;
use super::revision;

/// Both sides, and what they are called.
pub(super) struct Sides {
    old: (Loaded, Date),
    /// `None` where only the day differs.
    new: (Option<Loaded>, Date),
    pub(super) names: (String, String),
}

/// What one side is.
enum Named {
    Day(Date),
    Folder(PathBuf),
    Revision(String),
}

impl Sides {
    pub(super) fn read(root: &Path, request: &Request) -> Result<Self, Failure> {
        let day = request.date.unwrap_or_else(today);
        let (old, new) = (Named::of(&request.old), Named::of(&request.new));
        let both_days = matches!((&old, &new), (Named::Day(_), Named::Day(_)));
        let names = (old.called(&request.old, day), new.called(&request.new, day));
        let first = old.load(root)?;
        let second = if both_days { None } else { Some(new.load(root)?) };
        let sides = Self { old: (first, old.date(day)), new: (second, new.date(day)), names };
        sides.covered()?;
        Ok(sides)
    }

    pub(super) fn before(&self) -> Side<'_> {
        Side { rules: &self.old.0, date: self.old.1 }
    }

    pub(super) fn after(&self) -> Side<'_> {
        Side { rules: self.new.0.as_ref().unwrap_or(&self.old.0), date: self.new.1 }
    }

    fn covered(&self) -> Result<(), Failure> {
        for side in [self.before(), self.after()] {
            let from = side.rules.book.covers_from;
            if side.date < from {
                let message = format!("reglene dekker fra {from}; {} er før det, velg en senere dato", side.date);
                return Err(Failure(message));
            }
        }
        Ok(())
    }
}

impl Named {
    fn of(text: &str) -> Self {
        match Date::parse_iso(text) {
            Some(day) => Self::Day(day),
            None if Path::new(text).is_dir() => Self::Folder(PathBuf::from(text)),
            None => Self::Revision(text.to_owned()),
        }
    }

    fn date(&self, other: Date) -> Date {
        if let Self::Day(day) = self { *day } else { other }
    }

    fn called(&self, text: &str, day: Date) -> String {
        match self {
            Self::Day(day) => format!("reglene {}", day.norwegian()),
            Self::Folder(_) => format!("mappen {text} ({})", day.norwegian()),
            Self::Revision(_) => format!("revisjonen {text} ({})", day.norwegian()),
        }
    }

    fn load(&self, root: &Path) -> Result<Loaded, Failure> {
        match self {
            Self::Day(_) => files::load(root),
            Self::Folder(folder) => {
                let inner = folder.join("rules");
                let folder = if inner.is_dir() { &inner } else { folder };
                let files = files::read(folder);
                let failed = |error| Failure(format!("mappen {} kan ikke leses: {error}", folder.display()));
                loaded(&files.map_err(failed)?, &folder.display().to_string())
            }
            Self::Revision(name) => loaded(&revision::read(root, name)?, &format!("{name}:rules")),
        }
    }
}

fn loaded(files: &Files, place: &str) -> Result<Loaded, Failure> {
    load(files).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(|problem| format!("{place}/{problem}")).collect();
        Failure(format!("{}\n{} feil i reglene; kjør `check` der og rett dem først", lines.join("\n"), lines.len()))
    })
}
