//! A municipality's own conditions: each line is read or is a fault, and whatever it says, no answer becomes milder.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may fail loudly"
)]

#[path = "support/rules.rs"]
mod rules;

use std::sync::LazyLock;

use bygg_uten_a_soke::engine::next_question::asked_because;
use bygg_uten_a_soke::engine::{Answer, Answers, Situation, Verdict, assess, next_question};
use bygg_uten_a_soke::review::examples::{Subject, Trial, trials};
use bygg_uten_a_soke::rules::date::Date;
use bygg_uten_a_soke::rules::excerpt::Excerpt;
use bygg_uten_a_soke::rules::load::Language;
use bygg_uten_a_soke::rules::local::{Fault, MOST};
use bygg_uten_a_soke::rules::quantity::Unit;
use bygg_uten_a_soke::rules::range::Range;
use bygg_uten_a_soke::rules::texts::Texts;
use bygg_uten_a_soke::rules::{ConceptId, Kind, Outcome, Project, RuleBook, Sort};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use rules::{RULES, WORTH_TRYING};

/// The cases of all examples.
static CASES: LazyLock<Vec<(usize, Answers)>> = LazyLock::new(|| {
    let case = |trial: Trial| match trial.subject {
        Subject::Project(place) => Some((place, trial.answers)),
        Subject::Rule(..) => None,
    };
    trials(&RULES).into_iter().filter_map(case).collect()
});

/// The cases of the examples that are green today.
static GREEN: LazyLock<Vec<(usize, Answers)>> = LazyLock::new(|| {
    let is_green = |(place, answers): &&(usize, Answers)| green(&RULES.book, *place, answers);
    let green: Vec<_> = CASES.iter().filter(is_green).cloned().collect();
    assert!(green.len() > 20, "only {} examples are green", green.len());
    green
});

const TODAY: &str = "2026-11-21";

fn day(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn judged(book: &RuleBook, place: usize, answers: &Answers, date: Date) -> Verdict {
    assess(&Situation::new(book, &book.projects[place], answers, date))
}

fn green(book: &RuleBook, place: usize, answers: &Answers) -> bool {
    judged(book, place, answers, day(TODAY)).may_start(book)
}

fn tightened(lines: &str) -> (RuleBook, Vec<(usize, Fault)>) {
    let mut book = RULES.book.clone();
    let faults = book.tighten(lines);
    (book, faults)
}

fn line(kinds: &str, otherwise: &str, requirement: &str) -> String {
    let texts = "Flom\tLigger det i flomsonen?\tSe kartet.\tDet ligger i flomsonen.\tSøk.\tKommuneplanen § 5";
    format!("vilkar\t{kinds}\t{otherwise}\t{requirement}\t{texts}\thttps://www.byen.kommune.no/plan")
}

/// The concept of the condition at a place, its own question where it has one.
fn own(place: usize) -> ConceptId {
    ConceptId(u16::try_from(RULES.book.concepts.len() + place).unwrap())
}

fn a_green(kind: &str) -> (usize, Answers) {
    let place = RULES.book.projects.iter().position(|project| project.id == kind).unwrap();
    GREEN.iter().find(|(known, _)| *known == place).cloned().expect("a green example")
}

#[test]
fn an_own_question_is_asked_and_a_broken_one_must_be_applied_for_with_its_reason() {
    let (place, mut answers) = a_green("garasje");
    let (book, faults) = tightened(&line("garasje", "sok", "nei"));
    assert_eq!(faults, []);
    let open = judged(&book, place, &answers, day(TODAY));
    assert!(open.outcome.is_none() && open.missing.contains(own(0)), "{open:?}");
    let next = next_question(&book, &open).unwrap();
    assert_eq!((next.part, next.concepts), (RULES.book.parts.len(), vec![own(0)]));
    let situation = Situation::new(&book, &book.projects[place], &answers, day(TODAY));
    let (rule, condition) = asked_because(&situation, &open, own(0)).unwrap();
    assert!(rule.index() >= RULES.book.rules.len() && condition == Some(0));

    answers.set(own(0), Answer::Option(1));
    assert!(green(&book, place, &answers));

    answers.set(own(0), Answer::Option(0));
    let broken = judged(&book, place, &answers, day(TODAY));
    assert!(broken.outcome.or(broken.at_least) >= Some(Outcome::ApplyYourself), "{broken:?}");
    assert!(broken.breaches.iter().any(|breach| breach.rule == rule && breach.concept == own(0)));

    answers.set(own(0), Answer::DontKnow);
    let unknown = judged(&book, place, &answers, day(TODAY));
    assert!(unknown.outcome.is_none() && !unknown.may_start(&book), "{unknown:?}");
    assert!(unknown.of_sort(&book, Sort::Clearance).any(|id| id.index() >= RULES.book.consequences.len()));
}

#[test]
fn a_broken_condition_to_clear_takes_the_green_and_not_the_track() {
    let (place, mut answers) = a_green("garasje");
    let (book, _) = tightened(&line("*", "avklares", "ja"));
    answers.set(own(0), Answer::Option(1));
    let broken = judged(&book, place, &answers, day(TODAY));
    assert_eq!(broken.outcome, Some(Outcome::Exempt));
    assert!(!broken.may_start(&book) && broken.of_sort(&book, Sort::Clearance).count() == 1);
    answers.set(own(0), Answer::Option(0));
    assert!(green(&book, place, &answers));
}

#[test]
fn a_limit_on_a_number_of_the_rules_asks_nothing_new() {
    let (place, mut answers) = a_green("garasje");
    let area = RULES.book.find_concept("bebygd-areal").unwrap();
    let (book, faults) = tightened(&line("garasje", "sok", "bebygd-areal hoyst 36,0 m²"));
    assert_eq!(faults, []);
    for (amount, is_green) in [(360_000, true), (360_100, false)] {
        answers.set(area, Answer::Number(Range::exactly(amount)));
        assert!(green(&RULES.book, place, &answers));
        assert_eq!(green(&book, place, &answers), is_green, "{amount}");
    }
    assert_eq!(book.parts, RULES.book.parts);
}

#[test]
fn a_limit_for_all_concerns_those_that_are_judged_by_it() {
    let (book, faults) = tightened(&line("*", "avklares", "bebygd-areal hoyst 0 m²"));
    assert_eq!(faults, []);
    let area = RULES.book.find_concept("bebygd-areal").unwrap();
    for (place, answers) in GREEN.iter() {
        let project = &RULES.book.projects[*place];
        assert_eq!(green(&book, *place, answers), !RULES.book.project_reads(project, area), "{}", project.id);
    }
}

#[test]
fn no_other_kind_of_work_is_touched() {
    let lines = [
        line("garasje", "sok", "ja"),
        line("garasje", "sok", "bebygd-areal hoyst 1 m²"),
        line("bod", "avklares", "nei"),
    ];
    let (book, _) = tightened(&lines.join("\n"));
    for (place, answers) in CASES.iter() {
        let id = RULES.book.projects[*place].id.as_str();
        let same = judged(&book, *place, answers, day(TODAY)) == judged(&RULES.book, *place, answers, day(TODAY));
        assert!(same || ["garasje", "bod"].contains(&id), "{id}");
    }
}

#[test]
fn conditions_that_could_not_be_fetched_leave_nothing_green() {
    let (book, faults) = tightened("kontakt\tByen\nutilgjengelig");
    assert_eq!(faults, []);
    for (place, answers) in GREEN.iter() {
        let verdict = judged(&book, *place, answers, day(TODAY));
        assert!(!verdict.may_start(&book) && verdict.of_sort(&book, Sort::Clearance).count() == 1);
    }
}

#[test]
fn lines_of_others_change_nothing() {
    let (book, faults) = tightened("kontakt\tByen\t\t\t\nmelding\talltid\t\tHei\t\t\n\nvilkaar\tx\nvis\tgarasje");
    assert_eq!(faults, []);
    assert_eq!(
        (&book.projects, &book.parts, &book.concepts),
        (&RULES.book.projects, &RULES.book.parts, &RULES.book.concepts)
    );
}

/// Each is a fault, and then nothing is green.
#[test]
fn a_line_that_is_wrong_is_never_passed_over() {
    let whole = line("garasje", "sok", "ja");
    let cut_off = whole.rsplitn(4, '\t').last().unwrap();
    let wrong = [
        ("vilkar".to_owned(), Fault::Unreadable),
        (cut_off.to_owned(), Fault::Unreadable),
        (whole.replace("Det ligger i flomsonen.", ""), Fault::Unreadable),
        (line("garasje", "søk", "ja"), Fault::Unreadable),
        (line("", "sok", "ja"), Fault::Unreadable),
        (line("garasje ", "sok", "ja"), Fault::Unreadable),
        (line("garasje", "sok", ""), Fault::Unreadable),
        (line("garasje", "sok", "kanskje"), Fault::Unreadable),
        (line("garasje", "sok", " ja"), Fault::Unreadable),
        (line("garasje", "sok", "bebygd-areal under 36 m²"), Fault::Unreadable),
        (line("garasje", "sok", "bebygd-areal hoyst"), Fault::Unreadable),
        (line("kirkeorgel", "sok", "ja"), Fault::Unknown),
        (line("garasje kirkeorgel", "sok", "ja"), Fault::Unknown),
        (line("*", "sok", "hårfarge hoyst 3 m"), Fault::Unknown),
        (line("*", "sok", "bebygd-areal hoyst 36 m"), Fault::OtherForm),
        (line("*", "sok", "bebygd-areal hoyst -1 m²"), Fault::OtherForm),
        (line("*", "sok", "bebygd-areal hoyst 99999999999999999999"), Fault::OtherForm),
        (line("*", "sok", "bebygd-areal hoyst "), Fault::OtherForm),
        (line("*", "sok", "bebygd-areal ja"), Fault::OtherForm),
        (line("*", "sok", "fredet-kulturminne hoyst 1"), Fault::OtherForm),
        (line("garasje", "sok", "mur-høyde hoyst 1 m"), Fault::NotJudgedBy),
        (line("garasje", "sok", "ja\u{0}"), Fault::Unreadable),
        (vec![whole.clone(); MOST + 1].join("\n"), Fault::TooMany),
        (vec![whole.clone(); 20_000].join("\n"), Fault::TooMany),
        (format!("vilkar{}", "\t".repeat(1_000_000)), Fault::Unreadable),
        (line(&"x ".repeat(500_000), "sok", "ja"), Fault::Unreadable),
    ];
    for (lines, fault) in wrong {
        let (mut book, faults) = tightened(&lines);
        let said: String = lines.chars().take(100).collect();
        assert_eq!(faults.iter().map(|(_, fault)| *fault).collect::<Vec<_>>(), [fault], "{said}");
        for (place, answers) in GREEN.iter() {
            assert!(!green(&book, *place, answers), "{said}");
        }
        let mut texts = Texts::default();
        texts.add_own(&lines);
        assert!(book.concepts.len() <= 256);
        book.tighten(&lines);
    }
}

/// Twice the same is asked twice, and one answer is not enough.
#[test]
fn a_condition_that_stands_twice_counts_twice() {
    let (place, mut answers) = a_green("garasje");
    let twice = [line("garasje", "sok", "ja"), line("garasje", "sok", "ja")].join("\n");
    let (book, faults) = tightened(&twice);
    assert_eq!(faults, []);
    answers.set(own(0), Answer::Option(0));
    assert!(!green(&book, place, &answers));
    answers.set(own(1), Answer::Option(0));
    assert!(green(&book, place, &answers));
}

#[test]
fn every_text_is_the_one_of_its_line() {
    let other = "vilkar\tbod\tavklares\tnei\tSkred\tEr det skredfare?\t\tDet er skredfare.\tRing.\tPlan § 9\tjavascript:alert(1)";
    let lines = ["kontakt\tByen\t\t\t", line("garasje", "sok", "nei").as_str(), "utilgjengelig", other].join("\n");
    let (book, faults) = tightened(&lines);
    assert_eq!(faults, []);
    let mut texts = Texts::default();
    texts.add(&RULES.words.first_file(Language::Nn));
    texts.add(&RULES.words.second_file(Language::Nn));
    texts.add_own(&lines);
    let said = |place: usize| {
        let concept = book.concept(own(place));
        let question = concept.question.as_ref().unwrap();
        let unsure = question.unsure.as_ref().unwrap();
        let clear = book.consequence(unsure.clear);
        let rule = &book.rules[RULES.book.rules.len() + place];
        let condition = &rule.versions[0].conditions[0];
        let [name, text, how, named, broken, to_do, basis, cited, reason] = [
            concept.name,
            question.text,
            unsure.how,
            clear.name,
            clear.explanation,
            clear.action,
            clear.citation,
            rule.versions[0].citation,
            condition.if_broken,
        ]
        .map(|id| texts.get(id).to_owned());
        assert_eq!((&name, &how, &basis, &clear.id), (&named, &to_do, &cited, &rule.id));
        let help = question.help.map(|id| texts.get(id).to_owned());
        (name, text, help, broken, to_do, basis, reason, rule.id.clone())
    };
    let own = |text: &str| text.to_owned();
    assert_eq!(
        said(0),
        (
            own("Flom"),
            own("Ligger det i flomsonen?"),
            Some(own("Se kartet.")),
            own("Det ligger i flomsonen."),
            own("Søk."),
            own("Kommuneplanen § 5"),
            own("Det ligger i flomsonen. Søk."),
            own("https://www.byen.kommune.no/plan"),
        )
    );
    assert_eq!(
        said(1),
        (
            own("Skred"),
            own("Er det skredfare?"),
            None,
            own("Det er skredfare."),
            own("Ring."),
            own("Plan § 9"),
            own("Det er skredfare. Ring."),
            own(""),
        ),
        "an address that is no web page is none"
    );
    let part = book.parts.last().unwrap();
    assert_eq!(texts.get(part.name), "Kommunen sine eigne vilkår");
    assert_eq!(part.steps.iter().map(|step| texts.get(step.name)).collect::<Vec<_>>(), ["Flom", "Skred"]);
    let lost = book.consequences.last().unwrap();
    assert!(
        [lost.name, lost.explanation, lost.action].iter().all(|id| texts.get(*id).contains(' ')),
        "words are there"
    );
    assert_eq!(texts.get(lost.citation), "");
}

#[test]
fn there_is_room_for_as_many_conditions_as_are_read() {
    let (book, faults) = tightened(&vec![line("*", "sok", "ja"); MOST].join("\n"));
    assert_eq!(faults, []);
    assert_eq!(book.concepts.len(), RULES.book.concepts.len() + MOST);
}

/// Judged alone on its shelf, a kind of work gets what it gets in the whole book, and the questions have the same numbers.
#[test]
fn a_shelf_is_tightened_as_the_whole_book_is() {
    let lines = [
        line("*", "sok", "bebygd-areal hoyst 20 m²"),
        line("*", "avklares", "mur-høyde hoyst 0,5 m"),
        line("garasje bod", "sok", "nei"),
        line("*", "avklares", "ja"),
    ]
    .join("\n");
    let (whole, faults) = tightened(&lines);
    assert_eq!(faults, []);
    for shelf in RULES.words.shelves() {
        let Excerpt { book: mut part, .. } = RULES.book.excerpt(|project| shelf.holds(&project.id));
        assert_eq!(part.tighten(&lines), [], "{}", shelf.id);
        for (place, answers) in CASES.iter().filter(|(place, _)| shelf.holds(&RULES.book.projects[*place].id)) {
            for answer in [None, Some(Answer::Option(0)), Some(Answer::Option(1)), Some(Answer::DontKnow)] {
                let mut answers = answers.clone();
                if let Some(answer) = answer {
                    for place in [2, 3] {
                        answers.set(own(place), answer);
                    }
                }
                let [of_whole, of_shelf] = [&whole, &part].map(|book| judged(book, *place, &answers, day(TODAY)));
                assert_eq!(of_whole.outcome, of_shelf.outcome);
                assert_eq!((of_whole.missing, of_whole.ask_first), (of_shelf.missing, of_shelf.ask_first));
                assert_eq!(of_whole.may_start(&whole), of_shelf.may_start(&part));
                assert_eq!(next_question(&whole, &of_whole), next_question(&part, &of_shelf));
            }
        }
    }
}

/// A condition that names a work on this shelf, by a concept of another, cannot be judged: nothing may start.
#[test]
fn a_concept_that_is_not_here_is_a_fault_where_its_work_is() {
    let shelf = RULES.words.shelves().iter().find(|shelf| shelf.holds("garasje")).unwrap();
    let mut part = RULES.book.excerpt(|project| shelf.holds(&project.id)).book;
    assert_eq!(part.tighten(&line("garasje", "sok", "hårfarge hoyst 3 m")), [(0, Fault::NotJudgedBy)]);
    let (place, answers) = a_green("garasje");
    assert!(!green(&part, place, &answers));
    let mut part = RULES.book.excerpt(|project| shelf.holds(&project.id)).book;
    assert_eq!(part.tighten(&line("gjerde", "sok", "hårfarge hoyst 3 m")), []);
    assert!(green(&part, place, &answers) || shelf.holds("gjerde"));
}

/// What a line requires, said apart from its reading.
#[derive(Clone, Debug)]
enum Asks {
    Own(bool),
    YesNo(ConceptId, bool),
    AtMost(ConceptId, Unit, i64),
    AtLeast(ConceptId, Unit, i64),
    Nonsense(String),
}

#[derive(Clone, Debug)]
struct Local {
    kinds: Vec<usize>,
    apply: bool,
    asks: Asks,
    /// What is answered to its own question.
    answer: Option<Answer>,
}

impl Local {
    fn line(&self) -> String {
        let name = |concept: &ConceptId| RULES.book.concept(*concept).id.clone();
        let yes = |yes: bool| if yes { "ja" } else { "nei" };
        let requirement = match &self.asks {
            Asks::Own(option) => yes(*option).to_owned(),
            Asks::YesNo(concept, option) => format!("{} {}", name(concept), yes(*option)),
            Asks::AtMost(concept, unit, whole) => format!("{} hoyst {whole} {}", name(concept), unit.sign()),
            Asks::AtLeast(concept, unit, whole) => format!("{} minst {whole},0 {}", name(concept), unit.sign()),
            Asks::Nonsense(text) => text.clone(),
        };
        let kinds: Vec<&str> = self.kinds.iter().map(|place| RULES.book.projects[*place].id.as_str()).collect();
        let kinds = if kinds.is_empty() { "*".to_owned() } else { kinds.join(" ") };
        line(&kinds, if self.apply { "sok" } else { "avklares" }, &requirement)
    }

    fn concerns(&self, place: usize, project: &Project) -> bool {
        let reads = |concept| RULES.book.project_reads(project, concept);
        let is_judged = match self.asks {
            Asks::Own(_) | Asks::Nonsense(_) => true,
            Asks::YesNo(concept, _) | Asks::AtMost(concept, ..) | Asks::AtLeast(concept, ..) => reads(concept),
        };
        self.kinds.contains(&place) || self.kinds.is_empty() && is_judged
    }

    /// Whether it is known to hold.
    fn holds(&self, situation: &Situation) -> bool {
        let is = |answer: Option<Answer>, yes: bool| answer == Some(Answer::Option(u8::from(!yes)));
        match self.asks {
            Asks::Own(yes) => is(self.answer, yes),
            Asks::YesNo(concept, yes) => is(told_of(situation, concept), yes),
            Asks::AtMost(concept, unit, whole) => {
                situation.value(concept).high.is_some_and(|high| high <= whole * unit.scale())
            }
            Asks::AtLeast(concept, unit, whole) => situation.value(concept).low >= whole * unit.scale(),
            Asks::Nonsense(_) => false,
        }
    }
}

/// What is known of a yes or no: what the kind of work itself gives goes before what is answered.
fn told_of(situation: &Situation, concept: ConceptId) -> Option<Answer> {
    [0, 1].map(Answer::Option).into_iter().find(|option| {
        let Answer::Option(place) = option else { return false };
        let is = bygg_uten_a_soke::rules::Requirement::OneOf(concept, 1 << place);
        situation.judge(&is) == bygg_uten_a_soke::engine::Status::Met
    })
}

fn asks() -> impl Strategy<Value = Asks> {
    let of = |is: fn(&Kind) -> bool| -> Vec<ConceptId> {
        let all = (0_u16..).map(ConceptId).zip(&RULES.book.concepts);
        all.filter(|(_, concept)| is(&concept.kind)).map(|(id, _)| id).collect()
    };
    let yes_no = prop::sample::select(of(|kind| *kind == Kind::YesNo));
    let number = prop::sample::select(of(|kind| matches!(kind, Kind::Number(_))));
    let unit = |concept: ConceptId| match RULES.book.concept(concept).kind {
        Kind::Number(unit) => unit,
        _ => Unit::Count,
    };
    let whole = prop::sample::select(vec![0_i64, 1, 2, 4, 8, 15, 50, 500]);
    prop_oneof![
        3 => any::<bool>().prop_map(Asks::Own),
        2 => (yes_no, any::<bool>()).prop_map(|(concept, yes)| Asks::YesNo(concept, yes)),
        3 => (number.clone(), whole.clone()).prop_map(move |(concept, whole)| Asks::AtMost(concept, unit(concept), whole)),
        1 => (number, whole).prop_filter_map("counts have no decimals", move |(concept, whole)| {
            (unit(concept) != Unit::Count).then(|| Asks::AtLeast(concept, unit(concept), whole))
        }),
        1 => "\\PC{0,20}".prop_map(|text| Asks::Nonsense(["?", &text].concat())),
    ]
}

fn locals(project: usize) -> impl Strategy<Value = Vec<Local>> {
    let kinds = prop_oneof![
        2 => Just(vec![project]),
        2 => Just(Vec::new()),
        1 => prop::collection::vec(0..RULES.book.projects.len(), 1..3),
    ];
    let answer = prop_oneof![
        6 => (0_u8..2).prop_map(|option| Some(Answer::Option(option))),
        1 => Just(Some(Answer::DontKnow)),
        1 => Just(None),
    ];
    let one = (kinds, any::<bool>(), asks(), answer);
    let one = one.prop_map(|(kinds, apply, asks, answer)| Local { kinds, apply, asks, answer });
    prop::collection::vec(one, 1..4)
}

/// A case of an example with some answers changed or forgotten, on a day, and a municipality's lines.
fn told() -> impl Strategy<Value = (usize, Answers, &'static str, Vec<Local>)> {
    let changes =
        prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<bool>()), 0..4);
    let days = prop::sample::select(vec!["2015-07-01", "2021-05-01", TODAY]);
    let case = (any::<prop::sample::Index>(), prop::bool::weighted(0.7));
    (case, changes, days).prop_flat_map(|((case, green), changes, date)| {
        let cases = if green { &*GREEN } else { &*CASES };
        let (place, mut answers) = cases[case.index(cases.len())].clone();
        for (concept, pick, forget) in changes {
            let concept = concept.index(WORTH_TRYING.len());
            let choices = &WORTH_TRYING[concept];
            let id = ConceptId(u16::try_from(concept).unwrap());
            match choices.get(pick.index(choices.len().max(1))) {
                Some(answer) if !forget => answers.set(id, *answer),
                _ => answers.remove(id),
            }
        }
        locals(place).prop_map(move |locals| (place, answers.clone(), date, locals))
    })
}

/// An application is stricter than what is not known, and that than all that may be built.
fn strictness(verdict: &Verdict) -> u8 {
    match (verdict.outcome, verdict.at_least) {
        (Some(Outcome::NotAMeasure), _) => 0,
        (Some(Outcome::Exempt), _) => 1,
        (None, None | Some(Outcome::NotAMeasure | Outcome::Exempt)) => 2,
        (Some(Outcome::ApplyYourself), _) => 3,
        (None, Some(Outcome::ApplyYourself)) => 4,
        (Some(Outcome::ApplyWithProfessional), _) | (None, Some(Outcome::ApplyWithProfessional)) => 5,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, rng_seed: RngSeed::Fixed(20_261_122), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_municipality_says_no_answer_becomes_milder((place, mut answers, date, locals) in told()) {
        let date = day(date);
        let lines: Vec<String> = locals.iter().map(Local::line).collect();
        let (book, faults) = tightened(&lines.join("\n"));
        for (number, local) in locals.iter().enumerate() {
            local.answer.into_iter().for_each(|answer| answers.set(own(number), answer));
        }
        let was = judged(&RULES.book, place, &answers, date);
        let is = judged(&book, place, &answers, date);
        prop_assert!(strictness(&is) >= strictness(&was), "{lines:?}");
        let green = is.may_start(&book);
        prop_assert!(!green || was.may_start(&RULES.book), "{lines:?}");
        prop_assert!(faults.is_empty() || !green, "{lines:?}");
        let situation = Situation::new(&RULES.book, &RULES.book.projects[place], &answers, date);
        let concerning: Vec<_> = locals.iter().filter(|local| local.concerns(place, situation.project)).collect();
        let all_hold = concerning.iter().all(|local| local.holds(&situation));
        prop_assert!(all_hold || !green, "{lines:?}");
        if faults.is_empty() && all_hold {
            prop_assert_eq!((is.outcome, green), (was.outcome, was.may_start(&RULES.book)), "{:?}", lines);
        }
        if faults.is_empty() && concerning.is_empty() {
            prop_assert_eq!(is, was, "{:?}", lines);
        }
        let is_nonsense = locals.iter().any(|local| matches!(local.asks, Asks::Nonsense(_)));
        prop_assert!(!is_nonsense || !faults.is_empty());
    }

    /// Whatever the lines are, something is read or told as wrong, and nobody gains by it.
    #[test]
    fn no_lines_can_do_harm(lines in "(vilkar|utilgjengelig|\\PC{0,9})?(\t(\\*|garasje|sok|avklares|ja|nei|bebygd-areal hoyst 9 m²|\\PC{0,9})){0,14}(\n\\PC{0,30}){0,3}") {
        let (book, faults) = tightened(&lines);
        let mut texts = Texts::default();
        texts.add_own(&lines);
        for (place, answers) in GREEN.iter().take(5) {
            let is = judged(&book, *place, answers, day(TODAY));
            prop_assert!(faults.is_empty() || !is.may_start(&book));
            prop_assert!(strictness(&is) >= strictness(&judged(&RULES.book, *place, answers, day(TODAY))));
        }
    }
}
