//! What a resident answers about ordinary works on an ordinary plot.

#![allow(dead_code, reason = "each test file uses its part")]

/// A garage that may be built without applying.
pub(crate) const GARAGE: &[(&str, &str)] = &[
    ("forbindelse", "Nei, det er fritt rundt"),
    ("bruk", "Bil, lagring eller planter"),
    ("våtrom", "Nei"),
    ("etasjer", "1"),
    ("kjeller", "Nei"),
    ("loft", "Nei"),
    ("mellometasje", "Nei"),
    ("bebygd-areal", "50"),
    ("bruksareal", "46"),
    ("takform", "Saltak"),
    ("takoppbygg", "Nei"),
    ("høyde-til-takflaten", "3,0"),
    ("mønehøyde", "4.0 m"),
    ("terreng-heves", "Nei"),
    ("avstand-til-nabogrense", "1,0"),
    ("avstand-til-annen-bygning", "1"),
];

/// The plot.
pub(crate) const PLOT: &[(&str, &str)] = &[
    ("bebygd-eiendom", "Ja"),
    ("kommunale-planer", "Ja, i en reguleringsplan"),
    ("arealformål", "Boliger"),
    ("i-samsvar-med-formålet", "Ja"),
    ("utnyttingsgrense", "Planen setter ingen grense"),
    ("nok-uteareal", "Ja"),
    ("innenfor-byggegrense", "Ja"),
    ("plan-avstand-til-nabogrense", "Nei, planen sier ikke noe om det"),
    ("følger-planbestemmelser", "Ja"),
    ("plankrav", "Nei"),
    ("midlertidig-forbud", "Nei"),
    ("avstand-til-sjø", "Minst 100 m"),
    ("vassdrag-i-nærheten", "Nei"),
    ("veg-i-nærheten", "Nei"),
    ("avkjørsel", "Nei, den blir som før"),
    ("avstand-til-spor", "Minst 30 m"),
    ("i-fareområde", "Nei"),
    ("fredet-kulturminne", "Nei"),
    ("verneverdig", "Nei"),
    ("vernet-natur", "Nei"),
    ("kraftlinje-eller-rettighet", "Nei"),
    ("lovlig-etablert", "Ja"),
    ("over-ledninger", "Nei"),
    ("avstand-til-nabobygning", "Minst 8,0 m"),
    ("utstikk-mot-nabogrensen", "Høyst 1,0 m"),
    ("gesimshøyde-mot-nabogrensen", "Høyst 8,0 m"),
    ("byggets-gesimshøyde", "Høyst 8,0 m"),
];

/// Such a garage on such a plot, but for what is changed.
pub(crate) fn garage<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    with(&[changed, GARAGE, PLOT])
}

/// All of them; of two answers to one question the first counts.
pub(crate) fn with<'a>(parts: &[&[(&'a str, &'a str)]]) -> Vec<(&'a str, &'a str)> {
    parts.concat()
}
