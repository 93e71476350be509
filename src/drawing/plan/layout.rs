//! How the plan's room is shared, and at which scale.

use crate::drawing::canvas::EDGE;
use crate::drawing::form::Footprint;
use crate::drawing::role::Role;
use crate::drawing::scale::Scale;
use crate::drawing::scene::Area;
use crate::drawing::sketch::{Shown, Sketch, Sureness};
use crate::rules::in_order::in_order;

/// What is seen of a house that goes on outside the view, and of the neighbour's plot.
const STUB: i64 = 460;
const STRIP: i64 = 700;
const PAD: i64 = 240;
/// The room of a road, a track or the sea beyond the distance to it.
const BAND: i64 = 480;
/// The room above and below for words.
const WORDS: i64 = 420;
/// A building whose longer side is shorter than this cannot be read.
const READABLE: i64 = 640;
/// The longest distance up or down that is drawn to scale.
pub(super) const FAR: i64 = 1_200;

/// How far beyond the boundary a neighbour's building is assumed, in millimetres.
const BEYOND: i64 = 2_500;

/// Roads lie below, the rest above.
const BELOW: [Role; 7] = [
    Role::RoadEdge,
    Role::NationalRoad,
    Role::CountyRoad,
    Role::LocalRoad,
    Role::FootAndCycleRoad,
    Role::CrossingFirst,
    Role::CrossingSecond,
];
const ABOVE: [Role; 2] = [Role::Track, Role::Sea];

/// A distance as it is drawn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Gap {
    pub(super) role: Role,
    pub(super) shown: Shown,
    pub(super) length: i64,
    pub(super) is_to_scale: bool,
}

pub(super) struct Layout {
    pub(super) scale: Scale,
    pub(super) height: i64,
    pub(super) building: Area,
    /// Towards the neighbour: the boundary and the neighbour's building.
    pub(super) right: Vec<Gap>,
    /// To another building, when what is new stands by itself.
    pub(super) left: Option<Gap>,
    pub(super) above: Vec<Gap>,
    pub(super) below: Vec<Gap>,
    /// What is left over sideways, to drag in.
    pub(super) spare: i64,
    /// No distance sideways is drawn longer than this.
    pub(super) reach: i64,
    /// What is new is drawn no longer than this.
    pub(super) longest: i64,
    /// What stands still to the right while what is new moves.
    pub(super) still: Option<Role>,
}

impl Layout {
    pub(super) fn of(sketch: &Sketch, footprint: Footprint, width: i64, held: Option<Scale>) -> Self {
        let tallest = width * 3 / 5;
        let exact = |scale: Scale| Sides::of(sketch, footprint, scale, i64::MAX);
        let fits = |scale: Scale| {
            let sides = exact(scale);
            sides.sum() <= width && sides.along <= tallest
        };
        let scale = Scale::fitting(held, fits);
        let sides = exact(scale);
        let readable = READABLE.min(READABLE * footprint.along.max(1) / 4_000);
        let is_whole = fits(scale) && sides.across.max(sides.along) >= readable;
        let broken = Self::broken_off(sketch, footprint, width, held);
        // What is held stays broken off while it is held.
        let is_kept = held.is_none_or(|held| held == scale || held != broken.0);
        if is_whole && is_kept {
            return Self::with(sketch, sides, scale, width, width);
        }
        let (scale, reach) = broken;
        let mut sides = Sides::of(sketch, footprint, scale, reach);
        sides.across = sides.across.min(width * 9 / 20);
        sides.along = sides.along.min(width * 9 / 10);
        Self::with(sketch, sides, scale, width, reach)
    }

    /// A scale at which what is built can be read, with the distances that are too long for it broken off.
    fn broken_off(sketch: &Sketch, footprint: Footprint, width: i64, held: Option<Scale>) -> (Scale, i64) {
        let at = |reach: i64| {
            let fits = |scale: Scale| {
                let sides = Sides::of(sketch, footprint, scale, reach);
                sides.sum() <= width && sides.along <= width * 9 / 20
            };
            (Scale::fitting(held, fits), reach)
        };
        let [generous, tight] = [width * 26 / 100, width * 16 / 100].map(at);
        let is_readable = |(scale, _): &(Scale, i64)| scale.tenths(footprint.along) >= READABLE;
        // What is held stays, if there is a way.
        let is_held = |(scale, _): &(Scale, i64)| held == Some(*scale);
        match (is_held(&generous), is_held(&tight)) {
            (true, false) => generous,
            (false, true) => tight,
            _ if is_readable(&generous) => generous,
            _ => tight,
        }
    }

    fn with(sketch: &Sketch, sides: Sides, scale: Scale, width: i64, reach: i64) -> Self {
        let of = |roles: &[Role], past: bool| vertical(sketch, roles, scale, past);
        let is_other_above = sketch.is_attached() && sketch.has(Role::OtherBuilding);
        let mut above = of(&ABOVE, false);
        if is_other_above {
            above.extend(of(&[Role::OtherBuilding], false));
        }
        let below = of(&BELOW, true);
        let room = |gaps: &[Gap]| gaps.iter().map(|gap| gap.length + BAND).max().unwrap_or(WORDS).max(WORDS);
        let top = room(&above);
        let spare = (width - sides.sum()).max(0);
        let x = if sketch.is_attached() {
            sides.left
        } else if sides.right.is_empty() && sides.gap.is_none() {
            sides.left + spare / 2
        } else {
            width - sides.right_room() - sides.across
        };
        // A neighbour's building at an assumed distance follows the boundary.
        let stands = |gap: &&Gap| {
            gap.role == Role::Boundary || gap.shown.sureness != Sureness::Assumed || sides.right.len() == 1
        };
        let still = sides.right.iter().filter(stands).max_by_key(|gap| room_beyond(gap)).map(|gap| gap.role);
        let still = still.filter(|_| !sketch.is_attached());
        // A limit of the length is seen too, unless it is far beyond.
        let lengths = sketch.measure(Role::WallLength).into_iter().flat_map(|measure| &measure.limits);
        let limits = lengths.map(|limit| scale.tenths(limit.amount)).filter(|length| *length <= width * 3 / 5);
        let limit = limits.max().unwrap_or(0);
        let building = Area { x, y: top, width: sides.across, height: sides.along };
        let height = (top + sides.along.max(limit) + room(&below)).max(1_500);
        Self {
            scale,
            height,
            building,
            right: sides.right,
            left: sides.gap,
            above,
            below,
            spare,
            reach,
            longest: if reach == width { width * 3 / 5 } else { width * 9 / 20 },
            still,
        }
    }

    /// The most that a distance sideways can be without a new scale.
    pub(super) fn most(&self, gap: Gap) -> i64 {
        // A neighbour's building at an assumed distance moves with the boundary.
        let follows =
            gap.role == Role::Boundary && self.right.iter().any(|other| other.shown.sureness == Sureness::Assumed);
        let reach = if follows { self.reach - self.scale.tenths(BEYOND) } else { self.reach };
        let length = (gap.length + self.spare).min(reach);
        length * self.scale.millimetres() / 10
    }
}

/// What is needed sideways at a scale.
struct Sides {
    left: i64,
    gap: Option<Gap>,
    across: i64,
    along: i64,
    right: Vec<Gap>,
}

impl Sides {
    fn of(sketch: &Sketch, footprint: Footprint, scale: Scale, reach: i64) -> Self {
        let gap = |role: Role, assumed: i64| {
            let shown = sketch.measure(role)?.shown(assumed);
            let length = scale.tenths(shown.amount);
            Some(Gap { role, shown, length: length.min(reach), is_to_scale: length <= reach })
        };
        let boundary = gap(Role::Boundary, 3_000);
        let beyond = boundary.map_or(5_000, |gap| gap.shown.amount.saturating_add(BEYOND));
        let mut neighbour = gap(Role::NeighbourBuilding, beyond);
        // Two that are broken off keep their order.
        if let (Some(boundary), Some(neighbour)) = (boundary, neighbour.as_mut())
            && !neighbour.is_to_scale
        {
            let past = if boundary.is_to_scale { boundary.length.max(neighbour.length) } else { boundary.length };
            neighbour.length = past + 260;
        }
        let other = if sketch.is_attached() { None } else { gap(Role::OtherBuilding, 3_000) };
        let left = if sketch.is_attached() { STUB } else { other.map_or(PAD, |gap| STUB + gap.length) };
        let (across, along) = (scale.tenths(footprint.across), scale.tenths(footprint.along));
        Self { left, gap: other, across, along, right: boundary.into_iter().chain(neighbour).collect() }
    }

    fn right_room(&self) -> i64 {
        self.right.iter().map(room_beyond).max().unwrap_or(PAD)
    }

    fn sum(&self) -> i64 {
        self.left.saturating_add(self.across).saturating_add(self.right_room()).saturating_add(EDGE)
    }
}

/// A distance to the right, and what is seen beyond it.
fn room_beyond(gap: &Gap) -> i64 {
    gap.length + if gap.role == Role::Boundary { STRIP } else { STUB }
}

/// Distances up or down, the nearest first; what is too far is broken off, each a little beyond the one before.
fn vertical(sketch: &Sketch, roles: &[Role], scale: Scale, is_road: bool) -> Vec<Gap> {
    let assumed = if is_road { 6_000 } else { 5_000 };
    let found = roles.iter().filter_map(|role| {
        let shown = sketch.measure(*role)?.shown(assumed);
        let length = scale.tenths(shown.amount);
        Some(Gap { role: *role, shown, length, is_to_scale: length <= FAR })
    });
    let mut gaps: Vec<Gap> = found.collect();
    in_order(&mut gaps, |gap, other| gap.shown.amount > other.shown.amount);
    let mut past = FAR - BAND;
    for gap in gaps.iter_mut().filter(|gap| !gap.is_to_scale) {
        past += BAND;
        gap.length = past;
    }
    gaps
}
