//! What is fetched for a shelf of the start screen says of its work exactly what the whole rule book says.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use bygg_uten_a_soke::engine::next_question::asked_because;
use bygg_uten_a_soke::engine::{Answers, Situation, Verdict, assess, next_question};
use bygg_uten_a_soke::review::examples::{Subject, trials};
use bygg_uten_a_soke::rules::compiled::{decode, encode};
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::excerpt::Excerpt;
use bygg_uten_a_soke::rules::load::{Language, Shelf};
use bygg_uten_a_soke::rules::texts::Texts;
use bygg_uten_a_soke::rules::{Kind, RuleBook, TextId};

use rules::RULES;

/// The shelves, each with what is fetched for it, read back as a browser reads it.
static SHELVES: LazyLock<Vec<(&Shelf, Excerpt)>> = LazyLock::new(|| {
    let fetched = |shelf: &'static Shelf| {
        let excerpt = of(shelf);
        let book = decode(&encode(&excerpt.book).expect("it can be encoded")).expect("it can be read back");
        assert_eq!(book, excerpt.book, "{} is not read back as it was written", shelf.id);
        (shelf, excerpt)
    };
    RULES.words.shelves().iter().map(fetched).collect()
});

fn of(shelf: &Shelf) -> Excerpt {
    RULES.book.excerpt(|project| shelf.holds(&project.id))
}

/// The whole book without the names that only rule files use.
fn unnamed() -> RuleBook {
    let mut book = RULES.book.clone();
    book.tables.iter_mut().for_each(|table| table.id.clear());
    book.parts.iter_mut().flat_map(|part| &mut part.steps).for_each(|step| step.id.clear());
    book
}

#[test]
fn all_shelves_laid_over_one_another_are_the_whole_book_whichever_comes_first() {
    let artefacts: Vec<Vec<u8>> =
        SHELVES.iter().map(|(_, excerpt)| encode(&excerpt.book).expect("it can be encoded")).collect();
    let laid = |order: Vec<&Vec<u8>>| decode(&order.into_iter().flatten().copied().collect::<Vec<_>>());
    assert_eq!(laid(artefacts.iter().collect()), Ok(unnamed()));
    assert_eq!(laid(artefacts.iter().rev().collect()), Ok(unnamed()));
}

#[test]
fn all_shelves_use_all_texts_but_the_names_of_work() {
    let used: BTreeSet<TextId> = SHELVES.iter().flat_map(|(_, excerpt)| &excerpt.texts).copied().collect();
    let names: BTreeSet<TextId> = RULES.book.projects.iter().map(|project| project.name).collect();
    let unused: Vec<_> = (0..RULES.book.texts).map(TextId).filter(|id| !used.contains(id)).collect();
    let unused: Vec<_> = unused.into_iter().filter(|id| !names.contains(id)).map(|id| RULES.words.text(id)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn a_shelf_leaves_out_what_its_work_never_comes_to() {
    for (shelf, Excerpt { book, texts }) in SHELVES.iter() {
        let there = book.projects.iter().filter(|project| !project.is_blank());
        let there: Vec<_> = there.map(|project| project.id.as_str()).collect();
        assert_eq!(there, shelf.projects.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>());
        assert!(texts.len() < usize::from(RULES.book.texts), "{} says everything", shelf.id);
        let blank = book.concepts.iter().filter(|concept| concept.id.is_empty()).count();
        assert!(blank > 0, "{} asks everything", shelf.id);
    }
}

/// A shelf's words, as the widget has them once both files have come.
fn words(excerpt: &Excerpt, language: Language) -> Texts {
    let first = [RULES.words.questions(language, &excerpt.texts), RULES.words.start(language, |_| String::new())];
    let mut texts = Texts::default();
    texts.add(&first.join("\n"));
    texts.add(&RULES.words.reasons(language, &excerpt.texts));
    texts
}

/// Whatever a page may say of a verdict and of the next questions.
fn said(situation: &Situation, verdict: &Verdict) -> Vec<TextId> {
    let Situation { book, project, date, .. } = *situation;
    let mut said = vec![project.definite];
    let rules = verdict.tried.iter().map(|(rule, _)| *rule).chain(verdict.breaches.iter().map(|breach| breach.rule));
    let asked = next_question(book, verdict);
    let concepts: Vec<_> = asked.iter().flat_map(|next| next.concepts.iter().copied()).collect();
    let because = concepts.iter().filter_map(|concept| Some(asked_because(situation, verdict, *concept)?.0));
    for rule in rules.chain(verdict.basis).chain(because.collect::<Vec<_>>()) {
        let Some(version) = book.version(rule, date) else { continue };
        said.extend([version.name, version.citation]);
        said.extend(version.notes.iter().chain(&version.procedure));
        said.extend(version.conditions.iter().flat_map(|it| it.quote.into_iter().chain([it.if_broken])));
    }
    for follows in &verdict.follows {
        let consequence = book.consequence(follows.consequence);
        said.extend([consequence.name, consequence.explanation, consequence.action, consequence.citation]);
    }
    for id in concepts {
        let concept = book.concept(id);
        let question = concept.question.as_ref().expect("what is asked has a question");
        said.extend(
            [Some(concept.name), Some(question.text), question.help, question.more, question.why].into_iter().flatten(),
        );
        said.extend(question.unsure.iter().map(|unsure| unsure.how));
        if let Kind::Choice(options) = &concept.kind {
            said.extend(options.iter().flat_map(|option| [Some(option.name), option.help]).flatten());
        }
    }
    for part in asked.iter().filter_map(|next| book.parts.get(next.part)) {
        said.push(part.name);
        said.extend(asked.iter().filter_map(|next| Some(part.steps.get(next.step)?.name)));
    }
    said
}

#[test]
fn every_example_of_a_work_gets_the_same_verdict_the_same_questions_and_the_same_words() {
    let mut tried = 0;
    let spoken: Vec<_> = SHELVES.iter().map(|(_, it)| Language::ALL.map(|language| words(it, language))).collect();
    for trial in trials(&RULES) {
        let Subject::Project(place) = trial.subject else { continue };
        let here = SHELVES.iter().position(|(shelf, _)| shelf.holds(&RULES.book.projects[place].id)).expect("a shelf");
        let part = &SHELVES[here].1.book;
        // The whole case, and the same with fewer and fewer answers: what comes before.
        let mut answers = trial.answers.clone();
        for known in trial.answers.iter().map(|(concept, _)| Some(concept)).chain([None]) {
            let whole = Situation::new(&RULES.book, &RULES.book.projects[place], &answers, trial.date);
            let shelf = Situation::new(part, &part.projects[place], &answers, trial.date);
            let (of_whole, of_shelf) = (assess(&whole), assess(&shelf));
            assert_eq!(of_whole, of_shelf, "{}", whole.project.id);
            assert_eq!(next_question(&RULES.book, &of_whole), next_question(part, &of_shelf), "{}", whole.project.id);
            assert_eq!(said(&whole, &of_whole), said(&shelf, &of_shelf), "{}", whole.project.id);
            for (language, texts) in Language::ALL.into_iter().zip(&spoken[here]) {
                for id in said(&shelf, &of_shelf) {
                    assert_eq!(texts.get(id), language.of(RULES.words.text(id).expect("it exists")));
                }
                let name = format!("tiltak.{}", shelf.project.id);
                assert_ne!(texts.word(&name), name, "every shelf knows what all work is called");
            }
            tried += 1;
            if let Some(concept) = known {
                answers.remove(concept);
            }
        }
        assert_eq!(part.newest_on(trial.date), RULES.book.newest_on(trial.date));
    }
    assert!(tried > 1_000, "only {tried} were tried");
}

#[test]
fn an_answer_that_holds_on_one_shelf_means_the_same_on_the_next() {
    let [(_, first), .., (shelf, last)] = SHELVES.as_slice() else { panic!("there are several shelves") };
    let both = [&first.book, &last.book].map(|book| encode(book).expect("it can be encoded")).concat();
    let laid = decode(&both).expect("it can be read");
    for (id, _) in &shelf.projects {
        let place = RULES.book.projects.iter().position(|project| project.id == *id).expect("it is there");
        let date = Date::parse_iso("2026-11-21").expect("a date");
        let mut answers = Answers::new();
        for trial in trials(&RULES) {
            trial.answers.iter().for_each(|(concept, answer)| answers.set(concept, answer));
            let whole = assess(&Situation::new(&RULES.book, &RULES.book.projects[place], &answers, date));
            let now = assess(&Situation::new(&laid, &laid.projects[place], &answers, date));
            assert_eq!(whole, now, "{id}");
        }
    }
}
