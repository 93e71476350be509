//! What is no building: a terrace, a screen, a wall that holds the ground, a pole, something flat.

use super::body::{Body, CAP, Span, Spot};
use crate::drawing::role::Role;
use crate::drawing::scene::Ink;
use crate::drawing::sketch::{Kind, Shown, Sketch, Sureness};

const HOUSE: i64 = 1_300;
/// Out of sight upwards.
const HOUSE_WALL: i64 = 6_000;
const FLOOR: i64 = 140;
const POST: i64 = 100;

pub(super) fn body(sketch: &Sketch) -> Body {
    let mut body = match sketch.kind {
        Kind::Terrace => terrace(sketch),
        Kind::RetainingWall => retaining(sketch),
        Kind::Ground => flat(sketch),
        _ => upright(sketch),
    };
    // Whoever stands on it rises with it.
    let floor = body.heights.iter().find(|height| matches!(height.role, Role::FloorHeight | Role::WallHeight));
    body.has_followers = matches!(sketch.kind, Kind::Terrace | Kind::RetainingWall);
    let floor = floor.filter(|_| body.has_followers).map(|floor| floor.top);
    let person = floor.max(body.person.map(|spot| spot.up)).unwrap_or(0) + 1_900;
    body.measure_up(sketch, person.max(2_200));
    body
}

/// A floor out from the wall of the house, with what carries it and its railing.
fn terrace(sketch: &Sketch) -> Body {
    let mut body = Body::default();
    let wall = [(0, 0), (0, HOUSE_WALL), (HOUSE, HOUSE_WALL), (HOUSE, 0)].map(|(x, up)| Spot { x, up });
    body.fills.push((Ink::House, wall.to_vec()));
    body.edge(Ink::HouseLine, None, Spot { x: HOUSE, up: 0 }, Spot { x: HOUSE, up: HOUSE_WALL });

    let depth = sketch.shown(Role::Projection, 2_500);
    let drawn = depth.amount.min(CAP);
    let end = HOUSE + drawn;
    let floor = body.height(sketch, Role::FloorHeight, 0, end, 500);
    let railing = body.height(sketch, Role::RailingHeight, floor.amount, end, 0);
    if sketch.has(Role::Projection) {
        let is_to_scale = drawn == depth.amount;
        let span = Span { role: Role::Projection, from: HOUSE, to: end, up: floor.amount, shown: depth, is_to_scale };
        body.span = Some(span);
    }
    deck(sketch, &mut body, Deck { end, floor, depth, railing });
    if drawn >= 1_600 {
        body.person = Some(Spot { x: HOUSE + drawn * 3 / 10, up: floor.amount });
    }
    body.width = end;
    body
}

struct Deck {
    end: i64,
    floor: Shown,
    depth: Shown,
    railing: Shown,
}

fn deck(sketch: &Sketch, body: &mut Body, Deck { end, floor, depth, railing }: Deck) {
    let spot = |x, up| Spot { x, up };
    let under = (floor.amount - FLOOR).max(0);
    let boards = [(HOUSE, under), (HOUSE, floor.amount), (end, floor.amount), (end, under)].map(|(x, up)| spot(x, up));
    let is_known = floor.is_known() && depth.is_known();
    body.fills.push((if is_known { Ink::New } else { Ink::Assumed }, boards.to_vec()));
    body.sure_edge(floor.sureness, Role::FloorHeight, spot(HOUSE, floor.amount), spot(end, floor.amount));
    body.sure_edge(floor.sureness, Role::FloorHeight, spot(HOUSE, under), spot(end, under));
    body.sure_edge(depth.sureness, Role::Projection, spot(end, under), spot(end, floor.amount));
    let stands = sketch.facts.stands.as_ref().is_none_or(|fact| fact.is_there);
    if stands && under > 0 {
        let ink = if is_known { Ink::Detail } else { Ink::AssumedDetail };
        for x in [end - POST, i64::midpoint(HOUSE, end)] {
            body.edge(ink, None, spot(x, 0), spot(x, under));
        }
    }
    if railing.amount > 0 {
        let top = floor.amount + railing.amount;
        body.sure_edge(railing.sureness, Role::RailingHeight, spot(end, floor.amount), spot(end, top));
        body.sure_edge(railing.sureness, Role::RailingHeight, spot(end, top), spot(HOUSE, top));
        let ink = if railing.is_known() { Ink::Detail } else { Ink::AssumedDetail };
        let bars = (1..).map(|n| end - n * 400).take_while(|x| *x > HOUSE);
        bars.for_each(|x| body.edge(ink, None, spot(x, floor.amount), spot(x, top)));
    }
    body.outline = boards.to_vec();
}

/// A wall with the ground behind it.
fn retaining(sketch: &Sketch) -> Body {
    let mut body = Body::default();
    let (left, right) = (1_600, 1_950);
    let height = body.height(sketch, Role::WallHeight, 0, right, 1_000);
    block(&mut body, (left, right), height, Role::WallHeight);
    body.terrace_of_ground = Some((left, height.amount));
    body.width = 3_600;
    body.person = Some(Spot { x: 600, up: height.amount });
    body
}

/// A screen, a fence or a pole.
fn upright(sketch: &Sketch) -> Body {
    let mut body = Body::default();
    let thick = if sketch.kind == Kind::Mast { 120 } else { 160 };
    let (left, right) = (900, 900 + thick);
    let height = body.height(sketch, Role::WallHeight, 0, right, 1_600);
    block(&mut body, (left, right), height, Role::WallHeight);
    body.width = 1_800 + thick;
    body
}

/// Something flat, as high as is said.
fn flat(sketch: &Sketch) -> Body {
    let mut body = Body::default();
    let (across, is_form_assumed) = super::across(sketch);
    let height = body.height(sketch, Role::GreatestHeight, 0, across, 300);
    block(&mut body, (0, across), height, Role::GreatestHeight);
    body.width = across;
    body.is_form_assumed = is_form_assumed;
    body
}

fn block(body: &mut Body, (left, right): (i64, i64), height: Shown, role: Role) {
    let corners = [(left, 0), (left, height.amount), (right, height.amount), (right, 0)].map(|(x, up)| Spot { x, up });
    let fill = if height.sureness == Sureness::Known { Ink::New } else { Ink::Assumed };
    body.fills.push((fill, corners.to_vec()));
    for (from, to) in corners.iter().zip(corners.iter().skip(1)) {
        body.sure_edge(height.sureness, role, *from, *to);
    }
    body.outline = corners.to_vec();
}
