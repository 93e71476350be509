//! What comes along once the first question is answered: the drawing, sums, what would help, and what can be taken home.
//!
//! A module of its own beside the widget's, so that nobody waits for it. It is told the case as it stands, and tells lines of
//! fields with tabs between: the page around makes elements of them.

mod drawing;
mod remedies;
mod take_away;
mod tip;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::coach::{self, lines::Voice};
use crate::drawing::draw;
use crate::engine::{Answer, Case, Situation, assess};
use crate::rules::compiled::decode;
use crate::rules::date::Date;
use crate::rules::quantity::Written;
use crate::rules::range::Range;
use crate::rules::with_later::WithLater;
use crate::rules::working::Working;
use crate::rules::{ConceptId, Kind, RuleBook};
use crate::wording::headline::headline;
use crate::wording::law_to_come::law_to_come;
use crate::wording::long_date;
use crate::wording::words::Words;

/// The law, the words and what comes with them, as far as they have been fetched.
#[wasm_bindgen]
pub struct Later {
    book: RuleBook,
    with: WithLater,
    words: Words,
    today: Date,
}

#[wasm_bindgen]
impl Later {
    /// Reads the same rules and words as the widget, what a municipality says of its own, and what was compiled for here.
    ///
    /// # Errors
    /// Where something cannot be read: `rules`, `later` or `day`.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands optional strings over by value")]
    pub fn new(
        rules: &[u8],
        with: &[u8],
        language: String,
        first: &str,
        rest: Option<String>,
        own: Option<String>,
        today: i64,
    ) -> Result<Later, String> {
        let mut book = decode(rules).map_err(|_| "rules")?;
        if let Some(own) = &own {
            book.tighten(own);
        }
        let with = WithLater::read(with).ok_or("later")?;
        let today = Date::numbered(today).ok_or("day")?;
        Ok(Self { book, with, words: Words::read(language, first, rest.as_deref(), own), today })
    }

    /// The answer that a case leads to: its key, its colour, its words.
    #[must_use]
    pub fn headline(&self, case: &[i64]) -> String {
        let told = self.case(case).and_then(|case| {
            let situation = self.situation(&case, case.place)?;
            let headline = headline(&self.book, &assess(&situation));
            let key =
                if case.start.is_some() { [headline.key(), "-ferdig"].concat() } else { headline.key().to_owned() };
            Some([headline.key(), headline.color(), self.words.word(&key)].join("\t"))
        });
        told.unwrap_or_default()
    }

    /// The case with other amounts: pairs of a concept and its amount.
    #[must_use]
    pub fn with(&self, case: &[i64], changes: &[i64]) -> Vec<i64> {
        let Some(mut case) = self.case(case) else { return Vec::new() };
        let place = case.place;
        if let Some(part) = case.parts.get_mut(place) {
            for pair in changes.chunks_exact(2) {
                if let [concept, amount] = *pair
                    && let Ok(concept) = u16::try_from(concept)
                    && amount >= 0
                {
                    part.answers.set(ConceptId(concept), Answer::Number(Range::exactly(amount)));
                }
            }
        }
        case.numbers()
    }

    /// From which day the same answers lead elsewhere, in a sentence. Works that have begun keep the law of their day.
    #[must_use]
    pub fn to_come(&self, case: &[i64]) -> String {
        let case = Case::read(case);
        let told = case.parts.get(case.place).filter(|_| case.start.is_none()).and_then(|part| {
            let situation = self.situation(&case, case.place)?;
            let now = headline(&self.book, &assess(&situation));
            let (day, then) = law_to_come(&self.book, situation.project, &part.answers, self.today, now)?;
            let day = long_date(&self.words, day);
            Some(self.words.filled(&["fra-", then.key()].concat(), &[("dato", &day)]))
        });
        told.unwrap_or_default()
    }

    /// The drawing of a case, as wide as there is room for, in CSS pixels: see [`drawing::Scene::lines`](crate::drawing::Scene).
    /// `held` is what to keep while something is dragged: the section's scale and level and the plan's scale, 0 for none.
    #[must_use]
    pub fn scene(&self, case: &[i64], width: u16, held: &[i64]) -> String {
        let case = Case::read(case);
        let sketch = case.parts.get(case.place).and_then(|part| {
            let situation = self.situation(&case, case.place)?;
            drawing::sketch(self, &situation, part.project)
        });
        sketch.map(|sketch| draw(&sketch, width, drawing::held(held)).lines()).unwrap_or_default()
    }

    /// A measure by its name, as one types it and as one reads it.
    #[must_use]
    pub fn measure(&self, concept: u16, amount: i64) -> String {
        let Some(concept) = self.book.concepts.get(usize::from(concept)) else { return String::new() };
        let Kind::Number(unit) = concept.kind else { return String::new() };
        let typed = Written { amount, unit, decimal_mark: self.words.decimal_mark() }.number();
        [&concept.id, typed.as_str(), self.words.text(concept.name), &self.words.number(amount, unit)].join("\t")
    }

    /// What would lead to a better answer: see [`remedies`].
    #[must_use]
    pub fn remedies(&self, case: &[i64]) -> String {
        let begun = Case::read(case).start.is_some();
        self.told(case, |situation| remedies::lines(self, situation, begun))
    }

    /// The form with which a number that is asked for can be worked out: see [`coach::lines::form`].
    #[must_use]
    pub fn workings(&self, concept: &str) -> String {
        self.working(concept).map(|working| coach::lines::form(working, self.voice())).unwrap_or_default()
    }

    /// The account of what is measured for it: see [`coach::lines::work`].
    #[must_use]
    pub fn work(&self, concept: &str, variant: &str, measured: &str) -> String {
        let account = self.working(concept).map(|working| coach::lines::work(working, variant, measured, self.voice()));
        account.unwrap_or_default()
    }

    /// The account of what was kept, for a receipt: see [`coach::lines::told`].
    #[must_use]
    pub fn account(&self, kept: &str) -> String {
        coach::lines::told(&self.with.workings, kept, self.voice())
    }

    /// The amount that is answered about a concept of a part; −1 where none is known exactly.
    #[must_use]
    pub fn amount(&self, case: &[i64], part: usize, concept: &str) -> i64 {
        let case = Case::read(case);
        let answered = || match case.parts.get(part)?.answers.get(self.book.find_concept(concept)?)? {
            Answer::Number(range) => range.exact(),
            _ => None,
        };
        answered().unwrap_or(-1)
    }

    /// What to say of a number that lies on or near a line, or beyond it; nothing where it does not.
    #[must_use]
    pub fn tip(&self, case: &[i64], concept: &str) -> String {
        let told =
            |situation: &Situation| Some(tip::sentence(&self.words, situation, self.book.find_concept(concept)?));
        self.told(case, |situation| told(situation).unwrap_or_default())
    }
}

impl Later {
    fn working(&self, concept: &str) -> Option<&Working> {
        coach::of(&self.with.workings, self.book.find_concept(concept)?)
    }

    fn voice(&self) -> Voice<'_> {
        Voice { texts: self.words.texts(), decimal_mark: self.words.decimal_mark() }
    }

    /// A case that is about this book.
    fn case(&self, numbers: &[i64]) -> Option<Case> {
        let case = Case::read(numbers);
        let known = |concept: ConceptId| concept.index() < self.book.concepts.len();
        let fits = case.parts.iter().all(|part| part.answers.iter().all(|(concept, _)| known(concept)));
        fits.then_some(case)
    }

    /// A part of a case as it is judged; `None` where its rules have not been fetched.
    fn situation(&self, case: &Case, place: usize) -> Option<Situation<'_>> {
        let part = case.parts.get(place)?;
        let project = self.book.projects.get(part.project).filter(|project| !project.is_blank())?;
        Some(Situation::new(&self.book, project, &part.answers, case.start.unwrap_or(self.today)))
    }

    /// What is told of the part that is talked about; nothing where it cannot be judged.
    fn told(&self, case: &[i64], tell: impl FnOnce(&Situation) -> String) -> String {
        let case = self.case(case);
        let situation = case.as_ref().and_then(|case| self.situation(case, case.place));
        situation.as_ref().map(tell).unwrap_or_default()
    }
}
