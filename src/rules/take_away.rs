//! What the resident takes away, as lines that the page around reads: the notice, the days, and what an application takes.
//!
//! ```text
//! melding      <consequence> <bygg | riving>
//! hjemmel      <paragraph>
//! opplysning   <letter> <what> <what, where taken down> <paragraph> <asked where answered> <otherwise> <bygg where only then>
//! felt         <name> <concepts> <what is missing, and where it is found> <legg-ved | utdyp | nothing>
//! gjøremål     <id> <when> <from> <days> <warning> <frist> <is> <comes with> <where answered> <what> <more> <paragraph> <lenke>
//! søknad       <where> <outcomes> <comes with> <what> <paragraph>
//! tilbakemelding <name> <address>
//! ```
//!
//! Several names in one field have spaces between.

pub mod wire;

use super::fields::write;
use super::load::Language;
use super::wire::{Citation, Text};
use wire::{Field, Line, Piece, TakeAway, Todo};

/// The lines of a language; `cite` writes a paragraph out in it.
#[must_use]
pub fn lines(file: &TakeAway, language: Language, cite: &dyn Fn(&Citation) -> String) -> String {
    let to = &mut To { language, cite, lines: String::new() };
    for (consequence, sort) in &file.notice.consequences {
        to.line(&["melding", consequence, sort]);
    }
    to.line(&["hjemmel", &cite(&file.notice.citation)]);
    for piece in &file.notice.pieces {
        to.piece(piece);
        piece.fields.iter().for_each(|field| to.field(field));
    }
    file.todo.iter().for_each(|todo| to.todo(todo));
    file.application.iter().for_each(|line| to.application(line));
    to.line(&["tilbakemelding", language.of(&file.feedback.name), &file.feedback.mail]);
    core::mem::take(&mut to.lines)
}

impl TakeAway {
    /// Every text beside the words, for those who look over the language.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        let pieces = self.notice.pieces.iter();
        let of_pieces =
            pieces.clone().flat_map(|piece| [Some(&piece.text), piece.demolished.as_ref(), piece.otherwise.as_ref()]);
        let fields = pieces.flat_map(|piece| &piece.fields).flat_map(|field| [field.name.as_ref(), Some(&field.place)]);
        let todo = self.todo.iter().flat_map(|todo| [todo.text.as_ref(), todo.more.as_ref()]);
        let application = self.application.iter().map(|line| Some(&line.text));
        of_pieces.chain(fields).chain(todo).chain(application).flatten().collect()
    }
}

struct To<'a> {
    language: Language,
    cite: &'a dyn Fn(&Citation) -> String,
    lines: String,
}

impl To<'_> {
    fn line(&mut self, fields: &[&str]) {
        write(&mut self.lines, fields);
    }

    fn of<'t>(&self, text: Option<&'t Text>) -> &'t str {
        text.map_or("", |text| self.language.of(text))
    }

    fn cited(&self, citation: Option<&Citation>) -> String {
        citation.map(self.cite).unwrap_or_default()
    }

    fn piece(&mut self, piece: &Piece) {
        self.line(&[
            "opplysning",
            &piece.letter,
            self.language.of(&piece.text),
            self.of(piece.demolished.as_ref()),
            &(self.cite)(&piece.citation),
            &piece.answered.join(" "),
            self.of(piece.otherwise.as_ref()),
            if piece.built_only { "bygg" } else { "" },
        ]);
    }

    fn field(&mut self, field: &Field) {
        let sort = match (field.enclosed, field.rough) {
            (true, _) => "legg-ved",
            (_, true) => "utdyp",
            _ => "",
        };
        self.line(&["felt", self.of(field.name.as_ref()), &field.from.join(" "), self.language.of(&field.place), sort]);
    }

    fn todo(&mut self, todo: &Todo) {
        self.line(&[
            "gjøremål",
            &todo.id,
            &todo.when,
            &todo.from,
            &todo.days.to_string(),
            &todo.warn.to_string(),
            if todo.limit { "frist" } else { "" },
            &todo.same.join(" "),
            &todo.needs.join(" "),
            &todo.answered.join(" "),
            self.of(todo.text.as_ref()),
            self.of(todo.more.as_ref()),
            &self.cited(todo.citation.as_ref()),
            if todo.linked { "lenke" } else { "" },
        ]);
    }

    fn application(&mut self, line: &Line) {
        self.line(&[
            "søknad",
            &line.part,
            &line.outcomes.join(" "),
            &line.needs.join(" "),
            self.language.of(&line.text),
            &self.cited(line.citation.as_ref()),
        ]);
    }
}
