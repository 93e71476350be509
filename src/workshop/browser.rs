//! What the page's scripts call. Lists and cases cross over as JSON.

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use crate::embed::Host;
use crate::review::case;
use crate::rules::compiled::{decode, encode};
use crate::rules::date::Date;
use crate::rules::load::{Language, Loaded};
use crate::rules::source::Files;

use super::draft::NoDraft;
use super::edit::{Refused, Shape};
use super::replay::Conversation;
use super::{desk, examiner, stage};

/// What no page can show, for it would be a fault of ours.
fn fault(error: impl core::fmt::Display) -> String {
    error.to_string()
}

fn json(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(value).map_err(fault)
}

/// The files on the desk.
#[wasm_bindgen]
pub struct Desk(desk::Desk);

#[wasm_bindgen]
impl Desk {
    /// Lays the published files out.
    ///
    /// # Errors
    /// Where they are not paths with texts.
    #[wasm_bindgen(constructor)]
    pub fn new(files: &str) -> Result<Desk, String> {
        let files: Files = serde_json::from_str(files).map_err(fault)?;
        Ok(Self(desk::Desk::new(files)))
    }

    /// The files to choose from.
    ///
    /// # Errors
    /// Never in a whole program.
    pub fn catalogue(&self) -> Result<String, String> {
        json(&self.0.catalogue())
    }

    /// A file as sentences, or `null`.
    ///
    /// # Errors
    /// Never in a whole program.
    pub fn reading(&self, path: &str) -> Result<String, String> {
        json(&self.0.reading(path))
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<String> {
        self.0.files().get(path).cloned()
    }

    /// Writes the whole text of a file.
    pub fn write(&mut self, path: &str, text: &str) {
        self.0.write(path, text);
    }

    /// Changes one place and gives the path that the file then has.
    ///
    /// # Errors
    /// The key of the reason.
    pub fn edit(&mut self, path: &str, place: &str, shape: &str, value: &str) -> Result<String, String> {
        let shape: Shape = serde_json::from_value(shape.into()).map_err(fault)?;
        self.0.edit(path, place, shape, value).map_err(|refused| match refused {
            Refused::Shape => "form".to_owned(),
            Refused::Place => "sted".to_owned(),
        })
    }

    /// Makes a version to come and gives its path.
    ///
    /// # Errors
    /// The key of the reason.
    pub fn draft(&mut self, path: &str, from: &str) -> Result<String, String> {
        self.0.draft(path, from, today()).map_err(|reason| match reason {
            NoDraft::NotADate => "ikke-dato".to_owned(),
            NoDraft::NotToCome => "ikke-framtid".to_owned(),
            NoDraft::Taken => "finnes".to_owned(),
            NoDraft::NotAProvision => "ikke-bestemmelse".to_owned(),
        })
    }

    /// Takes files from the disk: pairs of path and text.
    ///
    /// # Errors
    /// Where they are not pairs.
    pub fn open(&mut self, files: &str) -> Result<String, String> {
        let files = serde_json::from_str(files).map_err(fault)?;
        json(&self.0.open(files))
    }

    /// Puts the published file back.
    pub fn restore(&mut self, path: &str) {
        self.0.restore(path);
    }

    /// Every file that is not as it is published.
    ///
    /// # Errors
    /// Never in a whole program.
    pub fn changed(&self) -> Result<String, String> {
        json(&self.0.changed())
    }

    /// The changes, for the examiner.
    #[must_use]
    pub fn delta(&self) -> String {
        self.0.delta()
    }

    /// A file as the repository keeps it.
    #[must_use]
    pub fn finished(&self, path: &str) -> Option<String> {
        self.0.finished(path)
    }

    /// The changed files in one archive.
    #[must_use]
    pub fn archive(&self) -> Vec<u8> {
        self.0.archive()
    }
}

/// What looks through the rules, on a thread of its own.
#[wasm_bindgen]
pub struct Examiner {
    published: Files,
    examiner: examiner::Examiner,
}

#[wasm_bindgen]
impl Examiner {
    /// Reads the published files.
    ///
    /// # Errors
    /// What is wrong with them.
    #[wasm_bindgen(constructor)]
    pub fn new(files: &str) -> Result<Examiner, String> {
        let published: Files = serde_json::from_str(files).map_err(fault)?;
        let examiner = examiner::Examiner::new(&published)
            .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
        Ok(Self { published, examiner })
    }

    /// Examines the published files with the changes of the desk.
    ///
    /// # Errors
    /// Where the changes are not what the desk writes.
    pub fn examine(&mut self, delta: &str) -> Result<String, String> {
        let files = desk::with_changes(&self.published, delta).map_err(fault)?;
        json(&self.examiner.examine(&files))
    }

    /// The case of an example, or `null`.
    ///
    /// # Errors
    /// Never in a whole program.
    pub fn open(&self, file: &str, at: usize) -> Result<String, String> {
        json(&self.examiner.open(file, at))
    }

    /// What both rules say of a case.
    ///
    /// # Errors
    /// Where it is not a case.
    pub fn judge(&self, own: &str) -> Result<String, String> {
        json(&self.examiner.judge(&serde_json::from_str(own).map_err(fault)?))
    }

    /// The kinds of work, each on its day, that the change touches.
    ///
    /// # Errors
    /// Never in a whole program.
    pub fn tasks(&self) -> Result<String, String> {
        json(&self.examiner.tasks(today()))
    }

    /// What the change does to every answer about one of them, or `null`.
    ///
    /// # Errors
    /// Never in a whole program.
    pub fn account(&self, project: &str, date: &str) -> Result<String, String> {
        json(&self.examiner.account(project, date))
    }

    /// The rules on the desk, as the widget reads them; nothing where they are not whole.
    #[must_use]
    pub fn rules(&self) -> Option<Vec<u8>> {
        encode(&self.examiner.now()?.book).ok()
    }

    /// The words of the widget: language, first file and second file, for each language.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let words = |Loaded { words, .. }: &Loaded| {
            let files = |tag: Language| [tag.tag().to_owned(), words.first_file(tag), words.second_file(tag)];
            Language::ALL.into_iter().flat_map(files).collect()
        };
        self.examiner.now().map(words).unwrap_or_default()
    }
}

/// The widgets on the rules on the desk.
#[wasm_bindgen]
pub struct Stage(stage::Stage);

#[wasm_bindgen]
impl Stage {
    /// No widgets yet.
    #[must_use]
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "JavaScript makes it")]
    pub fn new() -> Stage {
        Self(stage::Stage::new(today()))
    }

    /// A place for the widget of the next language.
    pub fn add(&mut self, mount: Element, host: Host) {
        self.0.add(mount, host);
    }

    /// Takes what [`Examiner::rules`] and [`Examiner::words`] gave.
    ///
    /// # Errors
    /// Where the rules cannot be read.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands lists over by value")]
    pub fn take(&mut self, rules: &[u8], words: Vec<String>) -> Result<(), String> {
        let book = decode(rules).map_err(fault)?;
        let language = |three: &[String]| match three {
            [tag, first, second] => Some((tag.clone(), first.clone(), second.clone())),
            _ => None,
        };
        self.0.take(book, words.chunks(3).filter_map(language));
        Ok(())
    }

    /// Shows a case in every widget.
    ///
    /// # Errors
    /// What is wrong with the case.
    pub fn hold(&mut self, own: &str) -> Result<(), String> {
        let own: examiner::OwnCase = serde_json::from_str(own).map_err(fault)?;
        let book = self.0.book().ok_or_else(String::new)?;
        let date = Date::parse_iso(&own.date).ok_or_else(|| own.date.clone())?;
        let faults = |faults: Vec<case::Fault>| faults.into_iter().map(|fault| fault.message).collect::<Vec<_>>();
        let answers = case::answers(book, book.find_project(&own.project), &own.answers);
        let answers = answers.map_err(|found| faults(found).join("; "))?;
        self.0.hold(Conversation::about(book, Some(own.project), &answers), date);
        Ok(())
    }

    /// Begins afresh on a day; today where it is none.
    pub fn restart(&mut self, day: &str) {
        self.0.hold(Conversation::default(), Date::parse_iso(day).unwrap_or_else(today));
    }

    /// Goes on with the same answers on another day; today where it is none.
    pub fn on(&mut self, day: &str) {
        self.0.on(Date::parse_iso(day).unwrap_or_else(today));
    }

    /// Something was done in a widget; the others follow.
    pub fn follow(&mut self, leader: usize) {
        self.0.follow(leader);
    }
}

/// The day, where the lawyer is.
#[must_use]
fn today() -> Date {
    let now = js_sys::Date::new_0();
    let date = Date::new(now.get_full_year().into(), i64::from(now.get_month()) + 1, now.get_date().into());
    date.unwrap_or(Date::FIRST)
}
