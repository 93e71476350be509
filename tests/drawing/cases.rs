//! Sketches to try the drawing on.

use bygg_uten_a_soke::drawing::{Fact, Facts, Kind, Limit, Measure, Role, Roof, Sketch, Word};
use bygg_uten_a_soke::rules::Comparison;
use bygg_uten_a_soke::rules::range::Range;

/// The words of the drawing, as in the data.
pub(crate) const WORDS: [(Word, &str); 19] = [
    (Word::Boundary, "Nabogrense"),
    (Word::House, "Huset"),
    (Word::OtherBuilding, "Annen bygning"),
    (Word::Neighbour, "Nabobygning"),
    (Word::Road, "Offentlig veg"),
    (Word::NationalRoad, "Riksveg"),
    (Word::CountyRoad, "Fylkesveg"),
    (Word::LocalRoad, "Kommunal veg"),
    (Word::FootAndCycleRoad, "Gang- og sykkelveg"),
    (Word::CrossingFirst, "Den ene vegen i krysset"),
    (Word::CrossingSecond, "Den andre vegen i krysset"),
    (Word::Track, "Jernbanespor"),
    (Word::Sea, "Sjøen"),
    (Word::Basement, "Kjeller"),
    (Word::Loft, "Loft"),
    (Word::Pipes, "Rør eller kabler"),
    (Word::Assumed, "Det som er stiplet, har du ikke svart på ennå. Størrelsen er bare et eksempel."),
    (Word::AssumedShape, "Arealet er riktig. Formen på bygningen er bare et eksempel."),
    (Word::NotToScale, "En strek med sikksakk er lengre enn den er tegnet."),
];

pub(crate) fn words() -> Vec<(Word, String)> {
    WORDS.iter().map(|(word, text)| (*word, (*text).to_owned())).collect()
}

fn metres(amount: i64) -> String {
    format!("{},{} m", amount / 1000, amount % 1000 / 100)
}

pub(crate) fn value(role: Role, amount: i64) -> String {
    match role {
        Role::Storeys => amount.to_string(),
        _ if role.is_area() => format!("{},{} m²", amount / 10_000, amount % 10_000 / 1000),
        _ => metres(amount),
    }
}

const NAMES: [(Role, &str); 31] = [
    (Role::RidgeHeight, "Mønehøyde"),
    (Role::RoofSurface, "Høyde til takflaten"),
    (Role::Parapet, "Høyde på oppbygget"),
    (Role::Eaves, "Gesimshøyde"),
    (Role::EavesToNeighbour, "Gesimshøyde mot nabogrensen"),
    (Role::GreatestHeight, "Største høyde"),
    (Role::HouseEaves, "Husets gesimshøyde"),
    (Role::HouseRidge, "Husets mønehøyde"),
    (Role::FloorHeight, "Høyde over bakken"),
    (Role::RailingHeight, "Rekkverkshøyde"),
    (Role::Projection, "Utstikk fra veggen"),
    (Role::WallHeight, "Leveggens høyde"),
    (Role::WallLength, "Leveggens lengde"),
    (Role::Storeys, "Hele etasjer"),
    (Role::Footprint, "Bebygd areal (BYA)"),
    (Role::FloorArea, "Bruksareal (BRA)"),
    (Role::ExtensionFootprint, "Tilbyggets bebygde areal (BYA)"),
    (Role::ExtensionFloorArea, "Tilbyggets bruksareal (BRA)"),
    (Role::Boundary, "Avstand til nabogrensen"),
    (Role::Overhang, "Utstikk mot nabogrensen"),
    (Role::OtherBuilding, "Avstand til annen bygning"),
    (Role::NeighbourBuilding, "Avstand til nabobygning"),
    (Role::RoadEdge, "Avstand til vegkanten"),
    (Role::NationalRoad, "Avstand til riksveg"),
    (Role::CountyRoad, "Avstand til fylkesveg"),
    (Role::LocalRoad, "Avstand til kommunal veg"),
    (Role::FootAndCycleRoad, "Avstand til gang- og sykkelveg"),
    (Role::CrossingFirst, "Avstand til den ene vegen i krysset"),
    (Role::CrossingSecond, "Avstand til den andre vegen i krysset"),
    (Role::Track, "Avstand til jernbanespor"),
    (Role::Sea, "Avstand til sjøen"),
];

pub(crate) fn name(role: Role) -> String {
    NAMES.iter().find(|(of, _)| *of == role).map_or("", |(_, name)| name).to_owned()
}

pub(crate) fn limit(role: Role, comparison: Comparison, amount: i64, known: Option<Range>) -> Limit {
    let is_broken = known.and_then(Range::exact).is_some_and(|known| match comparison {
        Comparison::AtMost => known > amount,
        Comparison::AtLeast => known < amount,
        Comparison::Under => known >= amount,
        Comparison::Over => known <= amount,
        Comparison::Exactly => known != amount,
    });
    let how = match comparison {
        Comparison::AtMost => "høyst ",
        Comparison::AtLeast => "minst ",
        Comparison::Under => "under ",
        Comparison::Over => "over ",
        Comparison::Exactly => "akkurat ",
    };
    Limit { comparison, amount, is_broken, words: how.to_owned() + &value(role, amount) }
}

pub(crate) fn measure(role: Role, known: Option<Range>, limits: &[(Comparison, i64)]) -> (Role, Measure) {
    let number = Role::ALL.iter().position(|other| *other == role).unwrap_or(0);
    let value = match known {
        None => "?".to_owned(),
        Some(Range { low, high: Some(high) }) if low == high => value(role, low),
        Some(Range { low, high: None }) => "minst ".to_owned() + &value(role, low),
        Some(Range { high: Some(high), .. }) => "høyst ".to_owned() + &value(role, high),
    };
    let limits = limits.iter().map(|(comparison, amount)| limit(role, *comparison, *amount, known)).collect();
    let can_change = !role.is_area() && !matches!(role, Role::Storeys | Role::Eaves | Role::RailingHeight);
    let concept = u16::try_from(number).unwrap_or(0);
    (role, Measure { known, limits, concept, can_change, name: name(role), value })
}

type Stated<'a> = (Role, Option<i64>, &'a [(Comparison, i64)]);

fn sketch(kind: Kind, roof: Option<Roof>, measures: &[Stated]) -> Sketch {
    let measures = measures.iter().map(|(role, known, limits)| measure(*role, known.map(Range::exactly), limits));
    Sketch { kind, roof, measures: measures.collect(), facts: Facts::default(), words: words() }
}

use Comparison::{AtLeast, AtMost};

fn fact(name: &str, fault: &str) -> Fact {
    Fact { is_there: true, name: name.to_owned(), value: "Ja".to_owned(), fault: Some(fault.to_owned()) }
}

#[allow(clippy::too_many_lines, reason = "a list of cases")]
pub(crate) fn all() -> Vec<(&'static str, Sketch)> {
    let garage = |eaves, ridge, boundary, other| {
        sketch(
            Kind::Building,
            Some(Roof::Saddle),
            &[
                (Role::Footprint, Some(480_000), &[(AtMost, 500_000)]),
                (Role::FloorArea, Some(430_000), &[(AtMost, 500_000)]),
                (Role::RoofSurface, Some(eaves), &[]),
                (Role::Eaves, Some(eaves), &[(AtMost, 3_000)]),
                (Role::RidgeHeight, Some(ridge), &[(AtMost, 4_000)]),
                (Role::Storeys, Some(1), &[(AtMost, 1)]),
                (Role::Boundary, Some(boundary), &[(AtLeast, 1_000)]),
                (Role::OtherBuilding, Some(other), &[(AtLeast, 1_000)]),
                (Role::Overhang, Some(300), &[(AtMost, 500)]),
            ],
        )
    };
    let mut over_pipes = garage(3_400, 4_700, 600, 4_000);
    over_pipes.facts.pipes = Some(fact("Over rør eller kabler", "ikke over rør"));
    over_pipes.facts.basement = Some(fact("Kjeller", "ikke kjeller"));
    let heights: &[Stated] = &[
        (Role::RoofSurface, None, &[]),
        (Role::RidgeHeight, None, &[(AtMost, 4_000)]),
        (Role::Footprint, None, &[(AtMost, 500_000)]),
        (Role::Boundary, None, &[(AtLeast, 1_000)]),
        (Role::OtherBuilding, None, &[(AtLeast, 1_000)]),
    ];
    vec![
        ("garasje", garage(2_500, 3_800, 1_200, 2_000)),
        ("brutt", over_pipes),
        ("ukjent", sketch(Kind::Building, None, heights)),
        (
            "flatt",
            sketch(
                Kind::Building,
                Some(Roof::Flat),
                &[
                    (Role::RoofSurface, Some(2_700), &[]),
                    (Role::Parapet, Some(500), &[]),
                    (Role::Eaves, Some(3_200), &[(AtMost, 3_000)]),
                    (Role::RidgeHeight, Some(2_700), &[(AtMost, 4_000)]),
                    (Role::Footprint, Some(300_000), &[(AtMost, 500_000)]),
                    (Role::Boundary, Some(1_500), &[(AtLeast, 1_000)]),
                    (Role::NeighbourBuilding, Some(6_000), &[(AtLeast, 8_000)]),
                ],
            ),
        ),
        (
            "pulttak",
            sketch(
                Kind::Building,
                Some(Roof::Mono),
                &[
                    (Role::RoofSurface, Some(2_900), &[(AtMost, 3_000)]),
                    (Role::RidgeHeight, Some(3_100), &[(AtMost, 4_000)]),
                    (Role::EavesToNeighbour, Some(2_300), &[]),
                    (Role::Footprint, Some(150_000), &[(AtMost, 150_000)]),
                    (Role::Boundary, Some(4_500), &[(AtLeast, 4_000)]),
                    (Role::NeighbourBuilding, Some(9_000), &[(AtLeast, 8_000)]),
                    (Role::OtherBuilding, Some(8_000), &[]),
                ],
            ),
        ),
        (
            "tilbygg",
            sketch(
                Kind::Extension,
                Some(Roof::Saddle),
                &[
                    (Role::ExtensionFootprint, Some(145_000), &[(AtMost, 150_000)]),
                    (Role::ExtensionFloorArea, Some(120_000), &[(AtMost, 150_000)]),
                    (Role::RoofSurface, Some(2_600), &[]),
                    (Role::RidgeHeight, Some(3_600), &[]),
                    (Role::HouseEaves, Some(4_800), &[]),
                    (Role::HouseRidge, Some(6_800), &[(AtMost, 9_000)]),
                    (Role::Storeys, Some(1), &[(AtMost, 1)]),
                    (Role::Boundary, Some(4_400), &[(AtLeast, 4_000)]),
                    (Role::NeighbourBuilding, Some(8_900), &[(AtLeast, 8_000)]),
                    (Role::CountyRoad, Some(14_000), &[(AtLeast, 15_000)]),
                ],
            ),
        ),
        (
            "terrasse",
            sketch(
                Kind::Terrace,
                None,
                &[
                    (Role::FloorHeight, Some(700), &[(AtMost, 1_000)]),
                    (Role::Projection, Some(3_200), &[(AtMost, 4_000)]),
                    (Role::RailingHeight, Some(900), &[(AtMost, 1_200)]),
                    (Role::Boundary, Some(900), &[(AtLeast, 1_000)]),
                ],
            ),
        ),
        (
            "levegg",
            sketch(
                Kind::Screen,
                None,
                &[
                    (Role::WallHeight, Some(1_900), &[(AtMost, 1_800)]),
                    (Role::WallLength, Some(6_000), &[(AtMost, 10_000)]),
                    (Role::Boundary, Some(1_400), &[(AtLeast, 1_000)]),
                ],
            ),
        ),
        (
            "stoettemur",
            sketch(
                Kind::RetainingWall,
                None,
                &[
                    (Role::WallHeight, Some(1_300), &[(AtMost, 1_500)]),
                    (Role::Boundary, Some(2_500), &[(AtLeast, 2_000)]),
                ],
            ),
        ),
        (
            "veg",
            sketch(
                Kind::Building,
                Some(Roof::Saddle),
                &[
                    (Role::Footprint, Some(400_000), &[(AtMost, 500_000)]),
                    (Role::RidgeHeight, Some(4_000), &[(AtMost, 4_000)]),
                    (Role::RoofSurface, Some(2_400), &[]),
                    (Role::Boundary, Some(3_000), &[(AtLeast, 1_000)]),
                    (Role::NationalRoad, Some(60_000), &[(AtLeast, 50_000)]),
                    (Role::LocalRoad, Some(12_500), &[(AtLeast, 15_000)]),
                    (Role::FootAndCycleRoad, Some(9_000), &[(AtLeast, 15_000)]),
                    (Role::Track, Some(45_000), &[(AtLeast, 30_000)]),
                    (Role::Sea, Some(110_000), &[(AtLeast, 100_000)]),
                ],
            ),
        ),
    ]
}
