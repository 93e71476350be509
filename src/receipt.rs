//! A case told whole, every kind of work in it: what a receipt, a notice and a letter are made of.

use crate::engine::case::Part;
use crate::engine::verdict::Follows;
use crate::engine::{Answer, Breach, Case, Situation, Verdict, assess};
use crate::link::Derivation;
use crate::link::compare::headline_words;
use crate::rules::date::Date;
use crate::rules::digits::count;
use crate::rules::fields::write;
use crate::rules::{ConceptId, Kind, RuleBook, RuleId, Sort};
use crate::wording::headline::{Headline, headline, strictest};
use crate::wording::words::Words;
use crate::wording::{about, answer, asking, breach, known};

/// Lines of fields, the sort of line first. What comes after a `del` is of that kind of work:
///
/// ```text
/// samlet   <headline> <outcome> <words> <place of the part that decides>
/// del      <place> <kind of work> <its name> <with its article> <headline> <outcome> <words> <day> <begun: ja | nei>
/// regel    <its name> <paragraph> <in force from>
/// svar     <concept> <its name> <the answer> <how it was come by> <svart | omtrent | vet-ikke | følger>
/// grunn    <name of the rule> <paragraph> <the sentence> <the law's words>
/// følge    <consequence> <sort> <goes without saying: ja | nei> <name> <what it means> <what to do> <with whom> <paragraph>
/// ukjent   <concept> <name> <the question> <what to do> <with whom, by id> <with whom>
/// steg     <what to do next>
/// ```
#[must_use]
pub fn receipt(words: &Words, book: &RuleBook, case: &Case, derivations: &[Derivation], today: Date) -> String {
    let day = case.start.unwrap_or(today);
    let mut judged = Vec::new();
    for (place, part) in case.parts.iter().enumerate() {
        let Some(project) = book.projects.get(part.project).filter(|project| !project.is_blank()) else { continue };
        let situation = Situation::new(book, project, &part.answers, day);
        let verdict = assess(&situation);
        let headline = headline(book, &verdict);
        judged.push((Judged { words, situation, verdict, part, place, begun: case.start.is_some() }, headline));
    }
    let (decides, all) = strictest(&judged);
    let mut lines = String::new();
    let said = headline_words(words, all, case.start.is_some());
    write(&mut lines, &["samlet", all.key(), all.outcome(), &said, &count(decides)]);
    for (judged, headline) in &judged {
        judged.told(&mut lines, *headline, derivations);
    }
    lines
}

/// One kind of work with its answer.
struct Judged<'a> {
    words: &'a Words,
    situation: Situation<'a>,
    verdict: Verdict,
    part: &'a Part,
    place: usize,
    begun: bool,
}

impl Judged<'_> {
    fn told(&self, lines: &mut String, headline: Headline, derivations: &[Derivation]) {
        let Situation { project, date, .. } = self.situation;
        write(
            lines,
            &[
                "del",
                &count(self.place),
                &project.id,
                &self.words.project(project),
                self.words.text(project.definite),
                headline.key(),
                headline.outcome(),
                &headline_words(self.words, headline, self.begun),
                &date.iso(),
                yes_no(self.begun),
            ],
        );
        self.basis(lines);
        self.answers(lines, derivations);
        self.reasons(lines);
        self.consequences(lines);
        self.procedure(lines);
    }

    /// The rule that the answer rests on.
    fn basis(&self, lines: &mut String) {
        let Situation { book, date, .. } = self.situation;
        if let Some(version) = self.verdict.basis.and_then(|rule| book.version(rule, date)) {
            write(
                lines,
                &["regel", self.words.text(version.name), self.words.text(version.citation), &version.from.iso()],
            );
        }
    }

    /// The answers in the order in which they are asked, then what follows from them.
    fn answers(&self, lines: &mut String, derivations: &[Derivation]) {
        let Situation { book, project, .. } = self.situation;
        let steps = book.parts.iter().flat_map(|part| &part.steps);
        for id in steps.flat_map(|step| &step.concepts) {
            if !book.project_asks(project, *id) {
                continue;
            }
            let Some(given) = self.part.answers.get(*id) else { continue };
            let concept = book.concept(*id);
            let of_this = |derivation: &&Derivation| derivation.part == self.place && derivation.concept == *id;
            let working = derivations.iter().find(of_this).map_or("", |derivation| &derivation.working);
            let told = answer(self.words, concept, given);
            write(lines, &["svar", &concept.id, self.words.text(concept.name), &told, working, sureness(given)]);
        }
        for (id, concept) in (0_u16..).map(ConceptId).zip(&book.concepts) {
            let follows = !concept.derivation.is_empty() && matches!(concept.kind, Kind::Number(_));
            if follows && book.project_reads(project, id) && self.situation.value(id).exact().is_some() {
                let told = known(self.words, &self.situation, id);
                write(lines, &["svar", &concept.id, self.words.text(concept.name), &told, "", "følger"]);
            }
        }
    }

    /// What breaks the milder rules, and what breaks those beside: each sentence once.
    fn reasons(&self, lines: &mut String) {
        let mut breaches = self.verdict.breaches.clone();
        for follows in &self.verdict.follows {
            let (Some(rule), Some(condition)) = (follows.rule, follows.condition) else { continue };
            let mut beside = Vec::new();
            self.situation.breaches(rule, &mut beside);
            beside.retain(|breach| breach.rule == rule && breach.condition == condition && !breaches.contains(breach));
            breaches.extend(beside);
        }
        let mut said = Vec::new();
        for breach in breaches {
            let sentence = self.sentence(&breach);
            if !said.contains(&(breach.rule, sentence.clone())) {
                self.reason(lines, &breach, &sentence);
                said.push((breach.rule, sentence));
            }
        }
    }

    fn sentence(&self, found: &Breach) -> String {
        let Situation { book, date, .. } = self.situation;
        let given = self.part.answers.get(found.concept);
        let version = book.version(found.rule, date);
        version.map(|version| breach(self.words, &self.situation, version, found, given)).unwrap_or_default()
    }

    fn reason(&self, lines: &mut String, found: &Breach, sentence: &str) {
        let Situation { book, date, .. } = self.situation;
        let Some(version) = book.version(found.rule, date) else { return };
        let quote = version.conditions.get(found.condition).and_then(|condition| condition.quote);
        let quote = quote.map_or("", |quote| self.words.text(quote));
        write(lines, &["grunn", self.words.text(version.name), self.words.text(version.citation), sentence, quote]);
    }

    fn consequences(&self, lines: &mut String) {
        for sort in [Sort::Dispensation, Sort::Permit, Sort::Duty] {
            for id in self.verdict.of_sort(self.situation.book, sort) {
                let consequence = self.situation.book.consequence(id);
                let about = |text| about(self.words, self.situation.project, text);
                write(
                    lines,
                    &[
                        "følge",
                        &consequence.id,
                        sort_name(sort),
                        yes_no(consequence.standard),
                        self.words.text(consequence.name),
                        &about(consequence.explanation),
                        &about(consequence.action),
                        &self.words.word_of("hos.", &consequence.with),
                        self.words.text(consequence.citation),
                    ],
                );
            }
        }
        for follows in &self.verdict.follows {
            if self.situation.book.consequence(follows.consequence).sort == Sort::Clearance {
                self.unknown(lines, follows);
            }
        }
    }

    /// A fact that is not known: by its question where it was asked, and else by what it is.
    fn unknown(&self, lines: &mut String, follows: &Follows) {
        let Situation { book, project, .. } = self.situation;
        let consequence = book.consequence(follows.consequence);
        let asked = follows.concept.map(|id| book.concept(id)).and_then(|concept| {
            let question = concept.question.as_ref()?;
            Some((concept, question, question.unsure.as_ref()?))
        });
        match asked {
            Some((concept, question, unsure)) => write(
                lines,
                &[
                    "ukjent",
                    &concept.id,
                    self.words.text(concept.name),
                    &asking(self.words, project, concept, question.text),
                    &asking(self.words, project, concept, unsure.how),
                    &unsure.with,
                    &self.words.word_of("hos.", &unsure.with),
                ],
            ),
            None => write(
                lines,
                &[
                    "ukjent",
                    "",
                    self.words.text(consequence.name),
                    &about(self.words, project, consequence.explanation),
                    &about(self.words, project, consequence.action),
                    &consequence.with,
                    &self.words.word_of("hos.", &consequence.with),
                ],
            ),
        }
    }

    /// The deciding rule's own procedure, once it is certain.
    fn procedure(&self, lines: &mut String) {
        let Situation { book, project, date, .. } = self.situation;
        let decided = self.verdict.outcome.or(self.verdict.at_least).and(self.verdict.basis);
        let version = decided.and_then(|rule: RuleId| book.version(rule, date));
        for step in version.map_or(&[][..], |version| &version.procedure) {
            write(lines, &["steg", &about(self.words, project, *step)]);
        }
    }
}

/// How well an answer is known.
fn sureness(answer: Answer) -> &'static str {
    match answer {
        Answer::DontKnow => "vet-ikke",
        Answer::Number(range) if range.exact().is_none() => "omtrent",
        Answer::Option(_) | Answer::Number(_) => "svart",
    }
}

const fn sort_name(sort: Sort) -> &'static str {
    match sort {
        Sort::Dispensation => "dispensasjon",
        Sort::Permit => "tillatelse",
        Sort::Duty => "plikt",
        Sort::Clearance => "avklaring",
    }
}

const fn yes_no(is: bool) -> &'static str {
    if is { "ja" } else { "nei" }
}
