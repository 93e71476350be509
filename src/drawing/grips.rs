//! Handles that can be told apart by a finger, also where measures meet in one point.

use super::scene::{Area, Axis, Handle, Point};

/// The reach that a finger needs, and the least that any rule allows.
const FINGER: i64 = 220;
const LEAST: i64 = 120;

/// A handle that is wanted, and how far it may slide along what it moves.
pub(super) struct Grip {
    pub(super) handle: Handle,
    pub(super) slide: (i64, i64),
}

/// The handles, each moved along its line until it stands clear of those before it.
pub(super) fn separated(grips: Vec<Grip>, blocked: &[Area], within: Area) -> Vec<Handle> {
    let mut placed: Vec<Handle> = Vec::new();
    for Grip { mut handle, slide } in grips {
        // Where its line is too short for it, it stands beside the line.
        let anywhere = match handle.axis {
            Axis::Horizontal => (within.y + LEAST, within.bottom() - LEAST),
            Axis::Vertical => (within.x + LEAST, within.right() - LEAST),
        };
        let free = |reach: i64, slide, blocked: &[Area]| {
            along(handle.at, handle.axis, slide).into_iter().find(|at| is_clear(*at, reach, &placed, blocked))
        };
        let found = [FINGER, LEAST + 40, LEAST].into_iter().find_map(|reach| free(reach, slide, blocked));
        let found = found.or_else(|| free(LEAST, anywhere, blocked)).or_else(|| free(LEAST, anywhere, &[]));
        let Some(at) = found else { continue };
        handle.at = at;
        placed.push(handle);
    }
    let middles: Vec<Point> = placed.iter().map(|handle| handle.at).collect();
    for handle in &mut placed {
        let nearest = middles.iter().filter(|at| **at != handle.at).map(|at| apart(handle.at, *at)).min();
        handle.reach = nearest.map_or(FINGER, |apart| (apart / 2).clamp(LEAST, FINGER));
    }
    placed
}

fn is_clear(at: Point, reach: i64, placed: &[Handle], blocked: &[Area]) -> bool {
    placed.iter().all(|other| apart(at, other.at) >= reach * 2)
        && !blocked.iter().any(|area| area.overlaps(Area::around(at, 90)))
}

fn apart(one: Point, other: Point) -> i64 {
    (one.x - other.x).abs().max((one.y - other.y).abs())
}

/// Places along the line it moves, the nearest first.
fn along(at: Point, axis: Axis, (low, high): (i64, i64)) -> Vec<Point> {
    let start = match axis {
        Axis::Horizontal => at.y,
        Axis::Vertical => at.x,
    };
    let start = start.clamp(low, high.max(low));
    let steps = (0..=(high - low).max(0) / 40).flat_map(|step| [start + step * 40, start - step * 40]);
    let inside = steps.filter(|place| (low..=high.max(low)).contains(place));
    let point = |place| match axis {
        Axis::Horizontal => Point { x: at.x, y: place },
        Axis::Vertical => Point { x: place, y: at.y },
    };
    inside.map(point).collect()
}
