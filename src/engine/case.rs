//! A whole case: when the works begin, and every kind of work with its answers. And the same as a row of whole numbers, which
//! is how one module in a browser hands it to another.

use crate::rules::ConceptId;
use crate::rules::date::Date;
use crate::rules::range::Range;

use super::answers::{Answer, Answers};

/// A case.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Case {
    /// The day the works began; `None` where they have not.
    pub start: Option<Date>,
    /// The part that is talked about, by its place.
    pub place: usize,
    /// The parts, each of one kind of work. What they share stands in each.
    pub parts: Vec<Part>,
}

/// One kind of work with its answers.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Part {
    /// The kind, by its place in the book.
    pub project: usize,
    /// The answers.
    pub answers: Answers,
    /// Whether the resident went on although an application was certain.
    pub continued: bool,
}

/// How an answer is told apart from the others.
const OPTION: i64 = 0;
const NUMBER: i64 = 1;
const DONT_KNOW: i64 = 2;
/// No upper end.
const OPEN: i64 = -1;

impl Case {
    /// The case as numbers: the start (0 for none, else `yyyymmdd`), the place, how many parts; then each as [`tell`] writes it.
    #[must_use]
    pub fn numbers(&self) -> Vec<i64> {
        let mut told = vec![self.start.map_or(0, Date::number), count(self.place), count(self.parts.len())];
        for Part { project, answers, continued } in &self.parts {
            tell(&mut told, *project, *continued, answers);
        }
        told
    }

    /// The case that numbers tell. They come from the module beside, so what makes no sense is passed over.
    #[must_use]
    pub fn read(numbers: &[i64]) -> Self {
        let mut told = Told(numbers);
        let start = told.start();
        let place = told.size();
        let parts = (0..told.size()).map(|_| told.part()).collect();
        Self { start, place, parts }
    }
}

/// What is left to read of a case. After the end there is nothing but noughts.
pub struct Told<'a>(pub &'a [i64]);

impl Told<'_> {
    #[inline(never)]
    fn next(&mut self) -> i64 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// The day the works began.
    pub fn start(&mut self) -> Option<Date> {
        Date::numbered(self.next())
    }

    /// A place or a number of things, no larger than there may be of any.
    pub fn size(&mut self) -> usize {
        u16::try_from(self.next()).unwrap_or_default().into()
    }

    /// A part, as [`tell`] writes it.
    pub fn part(&mut self) -> Part {
        let mut part = Part { project: self.size(), continued: self.next() != 0, answers: Answers::new() };
        for _ in 0..self.size() {
            let concept = u16::try_from(self.next());
            if let (Ok(concept), Some(answer)) = (concept, answer([self.next(), self.next(), self.next()])) {
                part.answers.set(ConceptId(concept), answer);
            }
        }
        part
    }
}

/// Writes a part: its project, whether it was gone on with, how many answers; for each its concept, its sort and its two ends.
/// Lengths are in millimetres, areas in square centimetres, an open end is −1.
pub fn tell(told: &mut Vec<i64>, project: usize, continued: bool, answers: &Answers) {
    let place = told.len() + 2;
    told.extend([count(project), i64::from(continued), 0]);
    for (concept, answer) in answers.iter() {
        let [sort, low, high] = told_as(answer);
        told.extend([i64::from(concept.0), sort, low, high]);
        if let Some(answers) = told.get_mut(place) {
            *answers += 1;
        }
    }
}

fn told_as(answer: Answer) -> [i64; 3] {
    match answer {
        Answer::Option(option) => [OPTION, option.into(), 0],
        Answer::Number(range) => [NUMBER, range.low, range.high.unwrap_or(OPEN)],
        Answer::DontKnow => [DONT_KNOW, 0, 0],
    }
}

fn answer([sort, low, high]: [i64; 3]) -> Option<Answer> {
    match sort {
        OPTION => Some(Answer::Option(u8::try_from(low).ok()?)),
        NUMBER => {
            let high = (high != OPEN).then_some(high);
            let is_range = low >= 0 && high.is_none_or(|high| high >= low);
            is_range.then_some(Answer::Number(Range { low, high }))
        }
        DONT_KNOW => Some(Answer::DontKnow),
        _ => None,
    }
}

/// A number of things; more than can be told is none of them.
#[must_use]
pub fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(OPEN)
}
