//! The measuring coach against the law's own ways of measuring, worked by hand.

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

use bygg_uten_a_soke::coach::lines::{self, Voice};
use bygg_uten_a_soke::coach::text::{self, Unread};
use bygg_uten_a_soke::coach::{Derivation, Fault, Inputs, Place, Sort, evaluate, of, progress};
use bygg_uten_a_soke::rules::load::Language;
use bygg_uten_a_soke::rules::quantity::{QuantityError, Unit, parse_amount};
use bygg_uten_a_soke::rules::texts::Texts;
use bygg_uten_a_soke::rules::working::{Entry, Operation, Rounding, Variant, Working};
use bygg_uten_a_soke::rules::{ConceptId, Kind};
use proptest::prelude::*;

use rules::RULES;

fn workings() -> &'static [Working] {
    RULES.workings(Language::Nb)
}

#[track_caller]
fn worked(text: &str) -> Result<Derivation, Vec<Fault>> {
    let read = text::parse(workings(), text).expect("it can be read");
    evaluate(read.working, read.variant, &read.inputs)
}

/// What a text comes to, in the smallest steps of its unit.
#[track_caller]
fn amount(text: &str) -> i64 {
    worked(text).expect("it can be worked out").amount
}

fn sort_of(text: &str) -> Vec<Sort> {
    worked(text).expect_err("something is wrong").into_iter().map(|fault| fault.sort).collect()
}

const fn metres(text_mm: i64) -> i64 {
    text_mm
}

const fn square_metres(hundredths: i64) -> i64 {
    hundredths * 100
}

static WORDS: LazyLock<[Texts; 3]> = LazyLock::new(|| {
    let file = RULES.sources.workings.as_ref().expect("the file is there");
    Language::ALL.map(|language| {
        let lines = file.words.iter().map(|(name, text)| format!("{name}\t{}", language.of(text)));
        let mut texts = Texts::default();
        texts.add(&lines.collect::<Vec<_>>().join("\n"));
        texts
    })
});

fn voice(language: Language) -> Voice<'static> {
    let [nb, nn, en] = &*WORDS;
    match language {
        Language::Nb => Voice { texts: nb, decimal_mark: ',' },
        Language::Nn => Voice { texts: nn, decimal_mark: ',' },
        Language::En => Voice { texts: en, decimal_mark: '.' },
    }
}

fn account(text: &str, language: Language) -> Vec<String> {
    let (name, measured) = text.split_once(':').expect("a name");
    let id = name.split('/').next().expect("an id");
    let working = RULES.workings(language).iter().find(|working| working.id == id).expect("it exists");
    lines::work(working, name, measured, voice(language)).lines().map(|line| line.replace('\u{a0}', " ")).collect()
}

// TEK17 § 5-2: built-up area.

#[test]
fn a_rectangle_is_length_by_width() {
    assert_eq!(amount("bya:lengde=7,0;bredde=5,5"), square_metres(3850));
}

#[test]
fn several_parts_and_a_carport_are_added_up() {
    // 7 × 5.5 + 3 × 2 + 4 × 2.5
    assert_eq!(amount("bya:lengde=7/3;bredde=5,5/2;tak-lengde=4;tak-bredde=2,5"), square_metres(5450));
}

#[test]
fn an_overhang_of_one_metre_does_not_count_and_a_longer_one_counts_in_full() {
    assert_eq!(amount("bya:lengde=7;bredde=5;utstikk=1,0;utstikk-lengde=7"), square_metres(3500));
    assert_eq!(amount("bya:lengde=7;bredde=5;utstikk=1,001;utstikk-lengde=7"), square_metres(3500 + 701));
    assert_eq!(amount("bya:lengde=7;bredde=5;utstikk=1,5;utstikk-lengde=4"), square_metres(4100));
}

#[test]
fn a_balcony_counts_only_with_less_than_five_metres_below_it() {
    let with = |below: &str| {
        amount(&format!("bya:lengde=7;bredde=5;framspring-lengde=3;framspring-bredde=2;fri-hoyde={below}"))
    };
    assert_eq!(
        (with("4,999"), with("5,0"), with("6")),
        (square_metres(4100), square_metres(3500), square_metres(3500))
    );
}

#[test]
fn a_terrace_counts_only_more_than_half_a_metre_above_the_ground() {
    let with =
        |above: &str| amount(&format!("bya:lengde=7;bredde=5;plate-lengde=4;plate-bredde=3;plate-hoyde={above}"));
    assert_eq!((with("0,5"), with("0,501")), (square_metres(3500), square_metres(4700)));
}

#[test]
fn two_parts_that_come_to_the_limit_together_are_not_rounded_over_it() {
    // 24.675 + 25.325 is 50 m² exactly; each rounded up by itself would make 50.01.
    assert_eq!(amount("bya:lengde=7,05/5,065;bredde=3,5/5"), square_metres(5000));
    assert_eq!(amount("bya:lengde=7,05/5,066;bredde=3,5/5"), square_metres(5001));
}

// TEK17 § 5-4: usable floor area.

#[test]
fn the_inside_is_measured_between_the_walls_on_every_floor() {
    assert_eq!(amount("bra/inne:lengde=6,6;bredde=5,1;gulv=1"), square_metres(3366));
    assert_eq!(amount("bra/inne:lengde=6,6/4;bredde=5,1/3;gulv=2/1"), square_metres(2 * 3366 + 1200));
}

#[test]
fn from_outside_the_wall_is_taken_off_on_both_sides() {
    // (7.0 − 0.4) × (5.5 − 0.4)
    assert_eq!(amount("bra/ute:vegg=20;lengde=7,0;bredde=5,5;gulv=1"), square_metres(3366));
    // A wall is written in centimetres, with tenths.
    assert_eq!(amount("bra/ute:vegg=14,8;lengde=7,0;bredde=5,5;gulv=1"), square_metres(3489), "34.887616 m²");
}

#[test]
fn an_extension_has_a_new_wall_on_three_sides() {
    // (4.0 − 0.4) × (3.0 − 0.2)
    assert_eq!(amount("bra-tilbygg/ute:vegg=20;langs=4;ut-fra=3;gulv=1"), square_metres(1008));
}

#[test]
fn walls_thicker_than_the_building_are_told_and_never_taken_for_nothing() {
    assert!(sort_of("bra/ute:vegg=300;lengde=5;bredde=7;gulv=1").contains(&Sort::BelowZero));
}

#[test]
fn the_storey_below_a_loft_is_rounded_down_and_the_loft_up() {
    assert_eq!(amount("gulv:lengde=3,333;bredde=3,333"), square_metres(1111));
    assert_eq!(amount("gulv-under:lengde=3,333;bredde=3,333"), square_metres(1110));
}

// TEK17 § 6-2: heights.

#[test]
fn the_ridge_is_measured_from_the_mean_of_the_ground() {
    // The mean of 0.2, 0.4, 0.9 and 0.7 is 0.55.
    assert_eq!(amount("mone:opp=3,2;bakken=0,2/0,4/0,9/0,7"), metres(3_750));
    assert_eq!(amount("takflate:opp=2,1/2,3;bakken=0,2/0,4/0,9/0,7"), metres(2_850));
}

#[test]
fn a_mean_that_does_not_divide_is_rounded_up() {
    // A third, a sixth and a seventh of a metre over the corners leave fractions of a millimetre.
    assert_eq!(amount("mone:opp=3,2;bakken=0,1/0,2/0,3/0,401"), metres(3_451));
    assert_eq!(amount("mone:opp=3,2;bakken=0,1/0,1/0,1/0,1/0,1/0,1/0,101"), metres(3_301));
}

#[test]
fn a_parapet_counts_to_its_top_only_where_it_rises_more_than_thirty_centimetres() {
    let with = |rise: &str| amount(&format!("gesims:opp=2,8;oppbygg={rise};bakken=0/0/0/0"));
    assert_eq!((with("0,3"), with("0,301"), with("0,4"), with("")), (2_800, 3_101, 3_200, 2_800));
}

#[test]
fn towards_the_boundary_the_mean_of_the_wall_counts_from_the_lower_ground() {
    // Downhill from the house: along the wall 1.0, round the building 0.6.
    assert_eq!(amount("gesims-nabo:opp=2,0/3,0;fot=1,0/1,0;bakken=0,2/0,2"), metres(3_500));
    // Uphill from it: along the wall 0.2, round the building 0.6.
    assert_eq!(amount("gesims-nabo:opp=2,0/3,0;fot=0,2/0,2;bakken=1,0/1,0"), metres(3_100));
}

#[test]
fn the_largest_change_of_the_ground_counts_whichever_way_it_goes() {
    assert_eq!(amount("terreng:var=1,0/0,4;blir=0,2/0,9"), metres(800));
}

// TEK17 §§ 6-3 and 6-5, veglova § 29: distances.

#[test]
fn the_shortest_distance_and_the_longest_projection_count() {
    assert_eq!(amount("avstand:sted=4,2/4,05/4,3"), metres(4_050));
    assert_eq!(amount("avstand-egen:sted=1,0/1,2"), metres(1_000));
    assert_eq!(amount("utstikk:sted=0,6/1,25"), metres(1_250));
}

#[test]
fn half_the_road_is_added_to_the_distance_to_its_edge_and_rounded_down() {
    assert_eq!(amount("midten-av-vegen/kant:til-kanten=12,4/12,0;vegbredde=5,5"), metres(14_750));
    assert_eq!(amount("midten-av-vegen/kant:til-kanten=12;vegbredde=5,999"), metres(14_999));
}

// Utilisation.

#[test]
fn utilisation_counts_what_stands_what_is_new_and_the_parking_of_the_plan() {
    // (120 + 30 + 36 + 2 × 18) of 900 m²
    let text = "utnytting-prosent:tomt=900;star=120/30;nytt=36;plasser=2;per-plass=18";
    assert_eq!(amount(text), 2_467, "24.666… per cent, rounded up");
    assert_eq!(amount("utnytting-areal:star=120/30;nytt=36;plasser=2;per-plass=18"), square_metres(22_200));
    assert_eq!(amount("utnytting-areal:star=120/30;nytt=36;rives=30"), square_metres(15_600));
}

#[test]
fn the_area_of_a_parking_space_is_asked_for_and_never_assumed() {
    assert_eq!(sort_of("utnytting-areal:star=120;nytt=36;plasser=2"), [Sort::Number(QuantityError::Empty)]);
    for working in workings() {
        let filled = working.variants.iter().flat_map(|it| &it.groups).flat_map(|it| &it.measures);
        for measure in filled.filter(|measure| !measure.filled.is_empty()) {
            assert_eq!(measure.entry, Entry::Count, "{}: {} is assumed", working.id, measure.id);
        }
    }
}

#[test]
fn nonsense_is_told_in_words_and_never_panics() {
    assert_eq!(sort_of("utnytting-prosent:tomt=0;star=1;nytt=1"), [Sort::ByNothing]);
    assert_eq!(sort_of("utnytting-areal:star=10;nytt=1;rives=12"), [Sort::BelowZero]);
    assert_eq!(sort_of("bya:lengde=9999999;bredde=9999999"), [Sort::TooLarge]);
    assert_eq!(sort_of("bya:lengde=-1;bredde=2"), [Sort::Number(QuantityError::Negative)]);
    assert_eq!(sort_of("bya:lengde=to;bredde=2"), [Sort::Number(QuantityError::WrongUnit)]);
    assert_eq!(sort_of("lag:sted=2,55/1"), [Sort::Number(QuantityError::TooManyDecimals)]);
    assert_eq!(sort_of("lag:sted=0,1 m/1"), [Sort::Number(QuantityError::WrongUnit)]);
}

// What holds of every working.

/// Every measure with a number that fits it.
fn sample(variant: &Variant, rows_over: usize) -> Inputs {
    let mut inputs = Inputs::untouched(variant);
    for (rows, group) in inputs.groups.iter_mut().zip(&variant.groups) {
        let most = group.rows.as_ref().map_or(1, |it| usize::from(it.most));
        let many = (rows.len() + rows_over).min(most);
        rows.resize(many, vec![String::new(); group.measures.len()]);
        for (r, row) in rows.iter_mut().enumerate() {
            for (m, (text, measure)) in row.iter_mut().zip(&group.measures).enumerate() {
                *text = match measure.entry {
                    Entry::Metre => format!("{},{}", 3 + r, 37 + m),
                    Entry::Centimetre => "14,8".to_owned(),
                    Entry::SquareMetre => format!("{},5", 40 + r),
                    Entry::Count => "2".to_owned(),
                };
            }
        }
    }
    inputs
}

fn variants() -> impl Iterator<Item = (&'static Working, &'static Variant)> {
    workings().iter().flat_map(|working| working.variants.iter().map(move |variant| (working, variant)))
}

#[test]
fn every_working_gives_an_answer_and_an_account_in_every_language() {
    for (working, variant) in variants() {
        for more in [0, 1, 30] {
            let inputs = sample(variant, more);
            let done =
                evaluate(working, variant, &inputs).unwrap_or_else(|faults| panic!("{}: {faults:?}", working.id));
            assert!(done.amount > 0, "{}", working.id);
            let text = text::write(working, variant, &inputs);
            for language in Language::ALL {
                let told = account(&text, language);
                assert!(told.iter().any(|line| line.starts_with("resultat\t")), "{}: {told:?}", working.id);
                assert!(told.iter().all(|line| !line.contains("utregning-") && !line.contains('{')), "{told:?}");
            }
        }
    }
}

#[test]
fn an_empty_form_always_asks_for_something() {
    for (working, variant) in variants() {
        let inputs = Inputs::untouched(variant);
        let faults = evaluate(working, variant, &inputs).expect_err("nothing is written");
        assert!(faults.iter().all(|it| it.sort == Sort::Number(QuantityError::Empty)), "{}", working.id);
        assert!(!faults.is_empty(), "{}", working.id);
    }
}

#[test]
fn what_is_worked_out_has_the_unit_that_is_asked_for() {
    let mut seen = BTreeSet::new();
    for working in workings() {
        for concept in &working.concepts {
            assert_eq!(RULES.book.concept(*concept).kind, Kind::Number(working.unit), "{}", working.id);
            assert!(seen.insert(concept), "one way to each number");
            assert_eq!(of(workings(), *concept), Some(working));
        }
    }
    assert_eq!(of(workings(), ConceptId(u16::MAX)), None);
}

/// Numbers that are counted, read off a label, or measured in one stroke of the tape.
const WITHOUT: [&str; 14] = [
    "tilbyggets-etasjer",
    "antall-boenheter",
    "etasjer",
    "husets-etasjer",
    "måneder",
    "år",
    "småcelle-volum",
    "rekkverkshøyde",
    "tillatt-utnytting-prosent",
    "tillatt-utnytting-areal",
    "skilt-høyde",
    "skilt-bredde",
    "antenne-høyde",
    "parabol-diameter",
];

#[test]
fn every_area_height_and_distance_that_is_asked_for_can_be_worked_out() {
    for (id, concept) in (0..).map(ConceptId).zip(&RULES.book.concepts) {
        let asked = matches!(concept.kind, Kind::Number(_)) && concept.question.is_some();
        if asked && !WITHOUT.contains(&concept.id.as_str()) {
            assert!(of(workings(), id).is_some(), "{} cannot be worked out", concept.id);
        }
    }
}

#[test]
fn areas_and_heights_are_rounded_up_and_distances_down() {
    for working in workings() {
        for concept in &working.concepts {
            let id = RULES.book.concept(*concept).id.as_str();
            let down = id.starts_with("avstand") || id.starts_with("graveavstand") || id == "etasje-bruksareal";
            assert_eq!(working.rounding == Rounding::Down, down, "{id}");
        }
    }
}

#[test]
fn the_languages_differ_in_words_alone() {
    let shape = |working: &Working| {
        let steps: Vec<Operation> =
            working.variants.iter().flat_map(|it| &it.steps).map(|step| step.operation.clone()).collect();
        (working.id.clone(), working.concepts.clone(), working.unit, working.rounding, steps)
    };
    let shapes = Language::ALL.map(|language| RULES.workings(language).iter().map(shape).collect::<Vec<_>>());
    assert!(shapes.iter().all(|other| *other == shapes[0]));
    for language in Language::ALL {
        for working in RULES.workings(language) {
            let names = working.variants.iter().flat_map(|it| &it.steps).map(|step| &step.name);
            assert!(names.chain([&working.name]).all(|name| !name.is_empty()));
        }
    }
    let nb = workings().iter().map(|it| &it.name).collect::<Vec<_>>();
    let en = RULES.workings(Language::En).iter().map(|it| &it.name).collect::<Vec<_>>();
    assert_ne!(nb, en);
}

#[test]
fn a_working_can_be_packed_and_unpacked() {
    for language in Language::ALL {
        let packed = postcard::to_allocvec(RULES.workings(language)).expect("it can be packed");
        let unpacked: Vec<Working> = postcard::from_bytes(&packed).expect("it can be unpacked");
        assert_eq!(unpacked, RULES.workings(language));
    }
}

// The account.

#[test]
fn each_step_shows_the_formula_with_the_numbers_and_the_paragraph() {
    let told = account("bya:lengde=7/3;bredde=5,5/2,5", Language::Nb);
    assert_eq!(told[0], "steg\tDel 1\tAreal\tlengde × bredde = 7,0 m × 5,5 m = 38,5 m²\tTEK17 § 5-2");
    assert_eq!(told[2], "steg\t\tBebygd areal\t38,5 m² + 7,5 m² = 46 m²\tTEK17 § 5-2");
    assert_eq!(told[3], "resultat\t460000\t46\t46 m²\t");
    assert_eq!(told[4], "tekst\tbya:lengde=7,0/3,0;bredde=5,5/2,5");
    let told = account("mone:opp=3,2;bakken=0,1/0,2/0,3/0,401", Language::Nn);
    assert_eq!(
        told[1].split('\t').nth(3),
        Some("frå linja opp til mønet + gjennomsnitt ned til bakken = 3,2 m + 0,251 m ≈ 3,451 m")
    );
    assert!(told[0].contains("\t(0,1 m + 0,2 m + 0,3 m + 0,401 m) : 4 ≈ 0,251 m\t"));
    assert!(told[2].contains("Runda opp til 3,451 m"), "{told:?}");
    let told = account("avstand:sted=4,2/4,05", Language::En);
    assert!(
        told[0].contains("the smallest of 4.2 m, 4.05 m = 4.05 m") && told[1].contains("\t4.05\t4.05 m\t"),
        "{told:?}"
    );
}

#[test]
fn a_fault_is_told_at_its_measure_and_part() {
    let told = account("bya:lengde=7/tre;bredde=/2", Language::Nb);
    assert!(
        told.contains(&"feil\tlengde\t1\t0\tLengde: Skriv målet i meter, for eksempel 3,5.".to_owned()),
        "{told:?}"
    );
    assert!(told.contains(&"feil\tbredde\t0\t1\tBredde: Skriv et tall, for eksempel 3,5.".to_owned()), "{told:?}");
    assert!(!told.iter().any(|line| line.starts_with("resultat")));
    let unknown = account("bya:hemmelig=1", Language::Nb);
    assert_eq!(unknown.len(), 1);
    assert!(unknown[0].starts_with("feil\t\t\t0\tDenne utregningen kan ikke leses"));
}

#[test]
fn what_was_kept_is_told_again_with_its_heading() {
    let told = lines::told(workings(), "bra/ute:vegg=20;lengde=7,0;bredde=5,5;gulv=1", voice(Language::Nb));
    let sorts: Vec<&str> = told.lines().filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(sorts, ["utregning", "variant", "steg", "steg", "steg", "steg", "resultat", "tekst"]);
    assert!(lines::told(workings(), "noe annet", voice(Language::Nb)).starts_with("feil\t"));
}

#[test]
fn a_text_with_something_unknown_is_refused() {
    let refused = |text: &str| text::parse(workings(), text).expect_err("it is refused");
    assert_eq!(refused("bys:lengde=1"), Unread::Working("bys".to_owned()));
    assert_eq!(refused("bra/over:lengde=1"), Unread::Variant("over".to_owned()));
    assert_eq!(refused("bya:lengd=1"), Unread::Measure("lengd".to_owned()));
    assert_eq!(refused("skilt:bredde=1/2"), Unread::Parts("bredde".to_owned()));
}

#[test]
fn nobody_needs_to_write_what_stands_there_already_or_remove_an_empty_part() {
    let (working, variant) = variants().find(|(it, _)| it.id == "bra").expect("it is there");
    let mut inputs = Inputs::untouched(variant);
    assert_eq!(inputs.groups[0][0][2], "1");
    inputs.groups[0][0][0] = "4".to_owned();
    inputs.groups[0][0][1] = "5".to_owned();
    inputs.groups[0].push(vec![String::new(), String::new(), "1".to_owned()]);
    assert_eq!(evaluate(working, variant, &inputs).expect("an answer").amount, square_metres(2000));
    inputs.groups[0][1][0] = "2".to_owned();
    let faults = evaluate(working, variant, &inputs).expect_err("half a part");
    assert_eq!(faults[0].place, Place::Input { group: 0, row: 1, measure: 1 });
}

fn measure(decimals: u32) -> impl Strategy<Value = (i64, String)> {
    let scale = 10_i64.pow(decimals);
    (1..20 * scale).prop_map(move |n| (n, format!("{},{:0width$}", n / scale, n % scale, width = decimals as usize)))
}

proptest! {
    #[test]
    fn rounding_an_area_is_never_milder_and_never_a_hundredth_off((l, length) in measure(3), (b, width) in measure(3)) {
        let exact = i128::from(l) * i128::from(b); // mm²
        let told = i128::from(amount(&format!("bya:lengde={length};bredde={width}"))) * 100;
        prop_assert!(told >= exact && told < exact + 10_000);
        let below = i128::from(amount(&format!("gulv-under:lengde={length};bredde={width}"))) * 100;
        prop_assert!(below <= exact && below > exact - 10_000);
    }

    #[test]
    fn rounding_a_mean_is_never_milder(top in 0_i64..9_000, ground in prop::collection::vec(0_i64..3_000, 4..16)) {
        let metre = |mm: &i64| format!("{},{:03}", mm / 1_000, mm % 1_000);
        let corners = ground.iter().map(metre).collect::<Vec<_>>().join("/");
        let told = amount(&format!("mone:opp={};bakken={corners}", metre(&top)));
        let many = i64::try_from(ground.len()).expect("few");
        let sum: i64 = ground.iter().sum();
        prop_assert!((told - top) * many >= sum && (told - top - 1) * many < sum);
    }

    #[test]
    fn the_shortest_is_one_of_the_distances_and_none_is_shorter(all in prop::collection::vec(1_i64..90_000, 2..12)) {
        let text = all.iter().map(|mm| format!("{},{:03}", mm / 1_000, mm % 1_000)).collect::<Vec<_>>().join("/");
        prop_assert_eq!(amount(&format!("avstand:sted={text}")), *all.iter().min().expect("some"));
        prop_assert_eq!(amount(&format!("utstikk:sted={text}")), *all.iter().max().expect("some"));
    }

    #[test]
    fn what_is_measured_reads_back_as_it_was_written(pick in any::<prop::sample::Index>(), more in 0_usize..4) {
        let all: Vec<_> = variants().collect();
        let (working, variant) = all[pick.index(all.len())];
        let inputs = sample(variant, more);
        let written = text::write(working, variant, &inputs);
        let read = text::parse(workings(), &written).expect("it reads back");
        prop_assert_eq!(text::write(read.working, read.variant, &read.inputs), written);
        prop_assert_eq!(&read.variant.id, &variant.id);
        prop_assert_eq!(evaluate(read.working, read.variant, &read.inputs), evaluate(working, variant, &inputs));
    }

    #[test]
    fn whatever_is_typed_is_read_back_and_never_panics(typed in "[0-9a-zæ ,.;:/=%+\\-]{0,12}", other in ".{0,8}") {
        let (working, variant) = variants().next().expect("some");
        let mut inputs = Inputs::untouched(variant);
        inputs.groups[0][0] = vec![typed.trim().to_owned(), other.trim().to_owned()];
        let told = progress(working, variant, &inputs);
        let read = text::parse(workings(), &text::write(working, variant, &inputs)).expect("it reads back");
        let again = progress(read.working, read.variant, &read.inputs);
        prop_assert_eq!(told.answer, again.answer);
        let _ = text::parse(workings(), &typed);
    }

    #[test]
    fn the_answer_can_be_typed(pick in any::<prop::sample::Index>(), more in 0_usize..8) {
        let all: Vec<_> = variants().collect();
        let (working, variant) = all[pick.index(all.len())];
        let told = account(&text::write(working, variant, &sample(variant, more)), Language::Nb);
        let result = told.iter().find_map(|line| line.strip_prefix("resultat\t")).expect("a result");
        let fields: Vec<&str> = result.split('\t').collect();
        prop_assert_eq!(parse_amount(fields[1], working.unit), Ok(fields[0].parse::<i64>().expect("a number")));
        prop_assert!(working.unit != Unit::Count);
    }
}
