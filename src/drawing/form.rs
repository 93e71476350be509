//! What the answers do not say of a form, and how it is assumed.

use super::role::Role;
use super::sketch::{Kind, Shown, Sketch, Sureness};

/// The assumed area of a building, in square centimetres, and the longest side that is drawn.
const AREA: i64 = 300_000;
/// The longest side that is drawn to scale.
const LONGEST: i64 = 30_000;

/// What is built, seen from above, in millimetres.
#[derive(Clone, Copy, Debug)]
pub(super) struct Footprint {
    /// From left to right, away from the house or towards the boundary.
    pub(super) across: i64,
    /// Along the boundary.
    pub(super) along: i64,
    /// How surely each is drawn.
    pub(super) across_sureness: Sureness,
    pub(super) along_sureness: Sureness,
    /// Whether it is longer than it is drawn.
    pub(super) is_cut: bool,
    /// Whether the area is known but the sides are not.
    pub(super) is_form_assumed: bool,
}

/// The role that says how much ground the new part covers.
pub(super) fn area_role(sketch: &Sketch) -> Role {
    match sketch.kind {
        Kind::Extension => Role::ExtensionFootprint,
        _ => Role::Footprint,
    }
}

/// The sides of what is built.
pub(super) fn footprint(sketch: &Sketch) -> Footprint {
    match sketch.kind {
        Kind::Building | Kind::Extension | Kind::Ground => from_area(sketch),
        Kind::Terrace => terrace(sketch),
        Kind::Screen | Kind::RetainingWall => {
            let length = sketch.shown(Role::WallLength, 4_000);
            sides(Shown { amount: 150, sureness: length.sureness }, length, false)
        }
        Kind::Mast => {
            let size = Shown { amount: 400, sureness: Sureness::Known };
            sides(size, size, false)
        }
    }
}

fn sides(across: Shown, along: Shown, is_form_assumed: bool) -> Footprint {
    Footprint {
        across: across.amount.min(LONGEST),
        along: along.amount.min(LONGEST),
        across_sureness: across.sureness,
        along_sureness: along.sureness,
        is_cut: across.amount.max(along.amount) > LONGEST,
        is_form_assumed,
    }
}

/// Three to four, the longer side along the boundary.
fn from_area(sketch: &Sketch) -> Footprint {
    let assumed = if sketch.kind == Kind::Extension { AREA / 2 } else { AREA };
    let area = sketch.shown(area_role(sketch), assumed);
    // A hundred square millimetres to the square centimetre; nobody builds over more than this.
    let square = area.amount.clamp(0, 100_000_000) * 100;
    let along = (square * 4 / 3).isqrt();
    let across = if along == 0 { 0 } else { square / along };
    let shown = |amount| Shown { amount, sureness: area.sureness };
    sides(shown(across), shown(along), area.is_known())
}

/// As deep as answered, as long as its area makes it.
fn terrace(sketch: &Sketch) -> Footprint {
    let depth = sketch.shown(Role::Projection, 2_500);
    let area = sketch.measure(Role::Footprint).map(|measure| measure.shown(AREA)).filter(|area| area.is_known());
    match area.filter(|_| depth.is_known() && depth.amount > 0) {
        Some(area) => {
            let along = area.amount.clamp(0, 100_000_000) * 100 / depth.amount;
            sides(depth, Shown { amount: along, ..area }, false)
        }
        None => sides(depth, Shown { amount: 5_000, sureness: Sureness::Assumed }, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::{Facts, Measure};
    use crate::rules::range::Range;

    #[test]
    fn a_known_area_is_drawn_as_large_as_it_is() {
        let measure = Measure {
            known: Some(Range::exactly(500_000)),
            limits: Vec::new(),
            concept: 0,
            can_change: false,
            name: String::new(),
            value: String::new(),
        };
        let sketch = Sketch {
            kind: Kind::Building,
            roof: None,
            measures: vec![(Role::Footprint, measure)],
            facts: Facts::default(),
            words: Vec::new(),
        };
        let drawn = footprint(&sketch);
        let missing = 50_000_000 - drawn.across * drawn.along;
        assert!((0..10_000).contains(&missing), "less than a square decimetre is lost: {missing}");
    }
}
