//! A building with its roof, or an extension against its house.

use super::body::{Body, Spot};
use crate::drawing::role::Role;
use crate::drawing::scene::Ink;
use crate::drawing::sketch::{Kind, Roof, Shown, Sketch, Sureness};

/// What is assumed of a building until it is said.
const EAVES: i64 = 2_400;
const BASEMENT: i64 = 2_200;
/// How much of the house is seen beside an extension, and how high it is assumed to be.
const HOUSE: i64 = 1_800;
const HOUSE_EAVES: i64 = 4_600;

pub(super) fn body(sketch: &Sketch) -> Body {
    let mut body = Body::default();
    let (across, is_form_assumed) = super::across(sketch);
    let left = if sketch.kind == Kind::Extension { house(sketch, &mut body) } else { 0 };
    let right = left + across;
    body.width = right;
    body.is_form_assumed = is_form_assumed;

    let eaves = body.height(sketch, Role::RoofSurface, 0, right, assumed_eaves(sketch));
    body.height(sketch, Role::Eaves, 0, right, eaves.amount);
    let parapet = body.height(sketch, Role::Parapet, eaves.amount, right, 0);
    let form = Roofline { left, right, eaves, is_attached: sketch.is_attached() };
    let top_role = if sketch.has(Role::RidgeHeight) { Role::RidgeHeight } else { Role::GreatestHeight };
    let ridge = body.height(sketch, top_role, 0, form.top_at(sketch.roof), form.assumed_top(sketch.roof));
    if top_role == Role::RidgeHeight {
        body.height(sketch, Role::GreatestHeight, 0, form.top_at(sketch.roof), ridge.amount);
    }
    body.has_followers = ridge.sureness == Sureness::Assumed;
    let low = form.low(sketch, &mut body);
    form.draw(sketch, &mut body, Heights { ridge, low, parapet, top_role });
    inside(sketch, &mut body, form, ridge.amount);
    body.measure_up(sketch, 3_600);
    body
}

/// The eaves are assumed to follow a height that is known.
fn assumed_eaves(sketch: &Sketch) -> i64 {
    let known = |role| Some(sketch.shown(role, 0)).filter(|shown| shown.is_known()).map(|shown| shown.amount);
    let follows = known(Role::EavesToNeighbour).or_else(|| known(Role::Eaves));
    let top = known(Role::RidgeHeight).or_else(|| known(Role::GreatestHeight)).map(|top| match sketch.roof {
        Some(Roof::Flat) => top,
        _ => top * 2 / 3,
    });
    follows.or(top).unwrap_or(EAVES).min(super::body::CAP)
}

/// The wall of the house, cut off at the left; as high as answered, else out of sight.
fn house(sketch: &Sketch, body: &mut Body) -> i64 {
    let eaves = body.height(sketch, Role::HouseEaves, 0, HOUSE, HOUSE_EAVES);
    let ridge = body.height(sketch, Role::HouseRidge, 0, 0, eaves.amount + 1_600);
    let top = Spot { x: 0, up: ridge.amount.max(eaves.amount) };
    let outline = [Spot { x: 0, up: 0 }, top, Spot { x: HOUSE, up: eaves.amount }, Spot { x: HOUSE, up: 0 }];
    body.fills.push((Ink::House, outline.to_vec()));
    let is_answered = eaves.is_known() && ridge.is_known();
    let ink = if is_answered { Ink::HouseLine } else { Ink::AssumedDetail };
    body.edge(ink, None, top, Spot { x: HOUSE, up: eaves.amount });
    body.edge(Ink::HouseLine, None, Spot { x: HOUSE, up: 0 }, Spot { x: HOUSE, up: eaves.amount });
    body.outline.push(Spot { x: 0, up: top.up });
    HOUSE
}

#[derive(Clone, Copy)]
struct Roofline {
    left: i64,
    right: i64,
    eaves: Shown,
    is_attached: bool,
}

#[derive(Clone, Copy)]
struct Heights {
    ridge: Shown,
    low: Option<Shown>,
    parapet: Shown,
    top_role: Role,
}

impl Roofline {
    const fn middle(self) -> i64 {
        i64::midpoint(self.left, self.right)
    }

    /// Where the highest point stands.
    fn top_at(self, roof: Option<Roof>) -> i64 {
        match roof {
            Some(Roof::Mono) => self.left,
            None if self.is_attached => self.left,
            _ => self.middle(),
        }
    }

    fn assumed_top(self, roof: Option<Roof>) -> i64 {
        let across = self.right - self.left;
        self.eaves.amount
            + match roof {
                Some(Roof::Flat | Roof::Mono) => 0,
                None if self.is_attached => 0,
                _ => (across / 4).min(1_600),
            }
    }

    /// How high the wall towards the neighbour is, where that is another height than the eaves.
    fn low(self, sketch: &Sketch, body: &mut Body) -> Option<Shown> {
        let is_mono = sketch.roof == Some(Roof::Mono) || (sketch.roof.is_none() && self.is_attached);
        let fall = (self.right - self.left) / 6;
        let assumed = if is_mono { (self.eaves.amount - fall).max(self.eaves.amount / 2) } else { self.eaves.amount };
        let low = body.height(sketch, Role::EavesToNeighbour, 0, self.right, assumed);
        is_mono.then_some(low)
    }

    fn draw(self, sketch: &Sketch, body: &mut Body, heights: Heights) {
        let (left, right, eaves) = (self.left, self.right, self.eaves.amount);
        let right_wall = heights.low.unwrap_or(self.eaves);
        let spot = |x, up| Spot { x, up };
        let top = heights.ridge.amount;
        let across = right - left;
        let tops: Vec<Spot> = match sketch.roof {
            _ if heights.low.is_some() && top != eaves => vec![spot(left + across / 8, top)],
            _ if heights.low.is_some() => Vec::new(),
            Some(Roof::Flat) if top == eaves || !sketch.has(heights.top_role) => Vec::new(),
            Some(Roof::Other) => vec![spot(left + across / 4, top), spot(right - across / 4, top)],
            _ => vec![spot(self.middle(), top)],
        };
        let mut outline = vec![spot(left, 0), spot(left, eaves)];
        outline.extend(&tops);
        outline.extend([spot(right, right_wall.amount), spot(right, 0)]);
        let is_sure = self.eaves.is_known() && heights.ridge.is_known() && sketch.roof.is_some();
        let is_flat = sketch.roof == Some(Roof::Flat) && self.eaves.is_known();
        body.fills.push((if is_sure || is_flat { Ink::New } else { Ink::Assumed }, outline.clone()));
        self.walls(sketch, body, heights.low);
        let roof_sureness = self.roof_sureness(sketch, &heights, !tops.is_empty());
        let roof = [spot(left, eaves)].into_iter().chain(tops).chain([spot(right, right_wall.amount)]);
        let roof: Vec<Spot> = roof.collect();
        for (from, to) in roof.iter().zip(roof.iter().skip(1)) {
            body.sure_edge(roof_sureness, heights.top_role, *from, *to);
        }
        if heights.parapet.amount > 0 {
            self.parapet(body, heights.parapet);
        }
        // The house beside an extension is no part of what is new.
        body.outline = outline;
    }

    fn roof_sureness(self, sketch: &Sketch, heights: &Heights, has_top: bool) -> Sureness {
        let is_top_known = !has_top || heights.ridge.is_known();
        let is_top_said = has_top || !sketch.has(heights.top_role) || heights.ridge.is_known();
        let is_low_known = heights.low.is_none_or(Shown::is_known);
        let is_known = sketch.roof.is_some() && self.eaves.is_known() && is_top_known && is_top_said && is_low_known;
        if is_known { Sureness::Known } else { Sureness::Assumed }
    }

    fn walls(self, sketch: &Sketch, body: &mut Body, low: Option<Shown>) {
        let spot = |x, up| Spot { x, up };
        let area = crate::drawing::form::area_role(sketch);
        let width = sketch.shown(area, 0).sureness;
        body.sure_edge(width, area, spot(self.left, 0), spot(self.right, 0));
        let eaves = if sketch.has(Role::RoofSurface) { Role::RoofSurface } else { Role::Eaves };
        body.sure_edge(self.eaves.sureness, eaves, spot(self.left, 0), spot(self.left, self.eaves.amount));
        let (wall, role) = low.map_or((self.eaves, eaves), |low| (low, Role::EavesToNeighbour));
        body.sure_edge(wall.sureness, role, spot(self.right, 0), spot(self.right, wall.amount));
    }

    fn parapet(self, body: &mut Body, parapet: Shown) {
        let up = self.eaves.amount;
        let thick = ((self.right - self.left) / 20).min(250);
        let role = Role::Parapet;
        for (outer, inner) in [(self.left, self.left + thick), (self.right, self.right - thick)] {
            let corners = [(outer, up), (outer, up + parapet.amount), (inner, up + parapet.amount), (inner, up)];
            let corners = corners.map(|(x, up)| Spot { x, up });
            let fill = if parapet.is_known() { Ink::New } else { Ink::Assumed };
            body.fills.push((fill, corners.to_vec()));
            for (from, to) in corners.iter().zip(corners.iter().skip(1)) {
                body.sure_edge(parapet.sureness, role, *from, *to);
            }
        }
    }
}

/// Floors, loft and basement.
fn inside(sketch: &Sketch, body: &mut Body, form: Roofline, ridge: i64) {
    let eaves = form.eaves.amount;
    let (left, right, middle) = (form.left, form.right, form.middle());
    let floor = |body: &mut Body, ink, up| body.edge(ink, None, Spot { x: left, up }, Spot { x: right, up });
    if let Some(measure) = sketch.measure(Role::Storeys) {
        let storeys = measure.shown(1).amount.clamp(1, 8);
        (1..storeys).for_each(|storey| floor(body, Ink::Detail, eaves * storey / storeys));
        body.notes.push((Role::Storeys, Spot { x: middle, up: eaves / 2 }));
    }
    if sketch.facts.loft.as_ref().is_some_and(|loft| loft.is_there) {
        floor(body, Ink::Detail, eaves);
        body.loft = Some(Spot { x: middle, up: eaves + (ridge - eaves).max(0) / 3 });
    }
    if sketch.facts.basement.as_ref().is_some_and(|basement| basement.is_there) {
        let corners = [(left, 0), (left, -BASEMENT), (right, -BASEMENT), (right, 0)].map(|(x, up)| Spot { x, up });
        body.fills.push((Ink::Assumed, corners.to_vec()));
        for (from, to) in corners.iter().zip(corners.iter().skip(1)) {
            body.edge(Ink::AssumedLine, None, *from, *to);
        }
        body.depth = BASEMENT;
        body.basement = Some(Spot { x: middle, up: -BASEMENT / 2 });
    }
}
