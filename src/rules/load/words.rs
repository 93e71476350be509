//! All texts, each kept once, with a number that is the same in every language.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::TextId;
use crate::rules::source::Sources;
use crate::rules::texts::{NAME_END, SEPARATOR};
use crate::rules::wire::{self, Citation, Project, Text};

/// The languages of the guide.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Language {
    /// Bokmål.
    Nb,
    /// Nynorsk.
    Nn,
    /// English.
    En,
}

impl Language {
    /// All of them, the default first.
    pub const ALL: [Self; 3] = [Self::Nb, Self::Nn, Self::En];

    /// The language tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::En => "en",
        }
    }

    /// This language's part of a text.
    #[must_use]
    pub fn of(self, text: &Text) -> &str {
        match self {
            Self::Nb => &text.nb,
            Self::Nn => &text.nn,
            Self::En => &text.en,
        }
    }
}

/// A shelf of the start screen, with what stands on it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Shelf {
    /// The name of its files.
    pub id: String,
    /// Its heading.
    pub name: Text,
    /// A line drawing of the place: an SVG path in a square of 24.
    pub drawing: String,
    /// The kinds of work, by id, and what people call them.
    pub projects: Vec<(String, Text)>,
}

impl Shelf {
    /// Whether a kind of work stands on it.
    #[must_use]
    pub fn holds(&self, project: &str) -> bool {
        self.projects.iter().any(|(id, _)| id == project)
    }
}

/// Every text in every language.
#[derive(Debug, Default)]
pub struct Words {
    numbers: BTreeMap<Text, u16>,
    texts: Vec<Text>,
    early: u16,
    interface: BTreeMap<String, Text>,
    question: BTreeMap<String, Text>,
    answer: BTreeMap<String, Text>,
    citation: BTreeMap<String, Text>,
    later: BTreeMap<String, Text>,
    shelves: Vec<Shelf>,
    search: Vec<String>,
}

impl Words {
    /// Numbers first what is needed to ask, so that it can be fetched first.
    pub(super) fn collect(sources: &Sources) -> Self {
        let mut words = Self { shelves: shelves(sources), search: search(sources), ..Self::default() };
        if let Some(interface) = &sources.interface {
            words.interface.clone_from(&interface.words);
            words.question.clone_from(&interface.question_words);
            words.answer.clone_from(&interface.answer_words);
            words.citation.clone_from(&interface.citation_words);
        }
        let later = sources.later.iter().map(|(_, file)| &file.words);
        let later = later.chain(sources.drawing.iter().map(|file| &file.words));
        let later = later.chain(sources.workings.iter().map(|file| &file.words));
        let later = later.chain(sources.take_away.iter().map(|file| &file.words)).flatten();
        words.later = later.map(|(name, text)| (name.clone(), text.clone())).collect();
        early_texts(sources).for_each(|text| {
            words.keep(text);
        });
        words.early = words.count();
        words
    }

    /// The number of a text; the same text twice has one number.
    pub(super) fn keep(&mut self, text: &Text) -> TextId {
        if let Some(number) = self.numbers.get(text) {
            return TextId(*number);
        }
        let number = self.count();
        self.numbers.insert(text.clone(), number);
        self.texts.push(text.clone());
        TextId(number)
    }

    /// The number of a text that is the same in every language, such as the law's own words.
    pub(super) fn keep_same(&mut self, text: &str) -> TextId {
        self.keep(&Text { nb: text.to_owned(), nn: text.to_owned(), en: text.to_owned() })
    }

    /// The number of a citation, written out in each language with the interface's words for its parts.
    pub(super) fn cite(&mut self, citation: &Citation) -> TextId {
        let [nb, nn, en] = Language::ALL.map(|language| self.write(citation, language));
        self.keep(&Text { nb, nn, en })
    }

    /// A citation, written out in a language.
    /// A citation written out in a language.
    #[must_use]
    pub fn write(&self, citation: &Citation, language: Language) -> String {
        let word = |name: String| self.citation.get(&name).map_or(name.clone(), |text| language.of(text).to_owned());
        let parts = [
            Some(citation.act.clone()),
            citation.section.as_ref().map(|section| format!("§\u{a0}{section}")),
            citation.paragraph.map(|number| word(format!("ledd-{number}"))),
            citation.letter.as_ref().map(|letter| format!("{} {letter}", word("bokstav".to_owned()))),
            citation.number.map(|number| format!("{} {number}", word("nummer".to_owned()))),
            citation.sentence.map(|number| word(format!("punktum-{number}"))),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn early_count(&self) -> u16 {
        self.early
    }

    pub(super) fn count(&self) -> u16 {
        u16::try_from(self.texts.len()).unwrap_or(u16::MAX)
    }

    /// A text by number.
    #[must_use]
    pub fn text(&self, id: TextId) -> Option<&Text> {
        self.texts.get(id.index())
    }

    /// The interface's own words, those of the answer included.
    pub fn interface(&self) -> impl Iterator<Item = (&String, &Text)> {
        self.interface.iter().chain(&self.question).chain(&self.answer)
    }

    /// The shelves, in order.
    #[must_use]
    pub fn shelves(&self) -> &[Shelf] {
        &self.shelves
    }

    /// What every start needs: the words of the first screen and the names of all work, each shelf with a mark of its own.
    #[must_use]
    pub fn start(&self, language: Language, mark: impl Fn(&Shelf) -> String) -> String {
        let mut lines: Vec<String> = named(&self.interface, language).collect();
        for shelf in &self.shelves {
            lines.push(format!("tegning.{}{NAME_END}{}", shelf.id, shelf.drawing));
            lines.push(line(&format!("hylle.{}{}", shelf.id, mark(shelf)), &shelf.name, language));
            lines.extend(shelf.projects.iter().map(|(id, name)| line(&format!("tiltak.{id}"), name, language)));
        }
        join(lines.into_iter())
    }

    /// What people call each kind of work, in the order of the shelves: a line each, with commas between.
    #[must_use]
    pub fn search(&self) -> String {
        join(self.search.iter().cloned())
    }

    /// The texts needed to ask, the numbered ones that are not used left blank.
    #[must_use]
    pub fn questions(&self, language: Language, used: &BTreeSet<TextId>) -> String {
        join(self.numbered(language, used).take(usize::from(self.early)).chain(named(&self.question, language)))
    }

    /// The texts needed to give reasons, the numbered ones that are not used left blank.
    #[must_use]
    pub fn reasons(&self, language: Language, used: &BTreeSet<TextId>) -> String {
        join(self.numbered(language, used).skip(usize::from(self.early)).chain(named(&self.answer, language)))
    }

    /// The first file of a language, with nothing left out: what is needed to ask.
    #[must_use]
    pub fn first_file(&self, language: Language) -> String {
        join([self.questions(language, &self.all()), self.start(language, |_| String::new())].into_iter())
    }

    /// The second file of a language, with nothing left out: what is needed to give reasons.
    #[must_use]
    pub fn second_file(&self, language: Language) -> String {
        self.reasons(language, &self.all())
    }

    /// The words for what comes along once the first question is answered.
    #[must_use]
    pub fn later_file(&self, language: Language) -> String {
        join(named(&self.later, language))
    }

    /// The same by name.
    #[must_use]
    pub const fn later(&self) -> &BTreeMap<String, Text> {
        &self.later
    }

    fn all(&self) -> BTreeSet<TextId> {
        (0..self.count()).map(TextId).collect()
    }

    fn numbered(&self, language: Language, used: &BTreeSet<TextId>) -> impl Iterator<Item = String> {
        let texts = (0_u16..).map(TextId).zip(&self.texts);
        texts.map(move |(id, text)| if used.contains(&id) { language.of(text).to_owned() } else { String::new() })
    }
}

fn named(words: &BTreeMap<String, Text>, language: Language) -> impl Iterator<Item = String> {
    words.iter().map(move |(name, text)| line(name, text, language))
}

fn line(name: &str, text: &Text, language: Language) -> String {
    format!("{name}{NAME_END}{}", language.of(text))
}

/// The shelves; a kind of work that is not there is told elsewhere.
fn shelves(sources: &Sources) -> Vec<Shelf> {
    let all = sources.rule_set.iter().flat_map(|rule_set| &rule_set.shelves);
    let shelves = all.map(|shelf| Shelf {
        id: shelf.id.clone(),
        name: shelf.name.clone(),
        drawing: shelf.drawing.clone(),
        projects: on(sources, shelf).map(|project| (project.id.clone(), project.name.clone())).collect(),
    });
    shelves.collect()
}

/// The kinds of work on a shelf, in its order.
fn on<'a>(sources: &'a Sources, shelf: &'a wire::Shelf) -> impl Iterator<Item = &'a Project> {
    let of = |id: &String| sources.projects.iter().find(|(_, project)| project.id == *id);
    shelf.projects.iter().filter_map(of).map(|(_, project)| project)
}

/// The kinds of work on all shelves, in their order.
fn shelved(sources: &Sources) -> impl Iterator<Item = &Project> {
    sources.rule_set.iter().flat_map(|rule_set| &rule_set.shelves).flat_map(|shelf| on(sources, shelf))
}

fn search(sources: &Sources) -> Vec<String> {
    shelved(sources).map(|project| project.search_words.join(",")).collect()
}

fn join(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(&SEPARATOR.to_string())
}

/// Questions and what can be answered, in the order of the book. Help and reasons follow in the second file, fetched at the
/// same time.
fn early_texts(sources: &Sources) -> impl Iterator<Item = &Text> {
    let files = sources.concepts.iter().flat_map(|(_, file)| &file.concepts);
    let concepts = files.collect::<BTreeMap<_, _>>().into_values().flat_map(|concept| {
        let options = concept.options.iter().flatten().map(|option| &option.name);
        options.chain([&concept.name]).chain(&concept.question)
    });
    let parts = sources.steps.iter().flat_map(|file| &file.parts);
    let parts = parts.flat_map(|part| core::iter::once(&part.name).chain(part.steps.iter().map(|step| &step.name)));
    let projects = shelved(sources).flat_map(|project| {
        let adapted = project.adapted.values().filter_map(|adapted| adapted.question.as_ref());
        [&project.name, &project.definite].into_iter().chain(adapted)
    });
    concepts.chain(parts).chain(projects)
}
