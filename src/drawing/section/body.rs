//! What the section cuts through, in millimetres: from its left edge and up from the ground.

use crate::drawing::role::Role;
use crate::drawing::scene::Ink;
use crate::drawing::sketch::{Shown, Sketch, Sureness};

/// No height is drawn longer than this; a line with a break stands for what is.
pub(super) const CAP: i64 = 12_000;

/// A place in the section.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Spot {
    pub(super) x: i64,
    pub(super) up: i64,
}

/// What is cut through.
#[derive(Default)]
pub(super) struct Body {
    pub(super) fills: Vec<(Ink, Vec<Spot>)>,
    /// The outline of what is new; what lies above a limit is cut from it.
    pub(super) outline: Vec<Spot>,
    pub(super) edges: Vec<Edge>,
    pub(super) heights: Vec<Height>,
    pub(super) span: Option<Span>,
    pub(super) notes: Vec<(Role, Spot)>,
    pub(super) loft: Option<Spot>,
    pub(super) basement: Option<Spot>,
    /// Where someone stands; beside it where nothing is said.
    pub(super) person: Option<Spot>,
    /// The ground is higher to the left of this place.
    pub(super) terrace_of_ground: Option<(i64, i64)>,
    pub(super) width: i64,
    pub(super) tallest: i64,
    pub(super) depth: i64,
    pub(super) is_form_assumed: bool,
    /// What is highest moves with what is known below it.
    pub(super) has_followers: bool,
}

/// A line of what is cut through, and the measure that places it.
pub(super) struct Edge {
    pub(super) ink: Ink,
    pub(super) role: Option<Role>,
    pub(super) from: Spot,
    pub(super) to: Spot,
}

/// A height, and where on the body it is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Height {
    pub(super) role: Role,
    pub(super) base: i64,
    pub(super) top: i64,
    pub(super) x: i64,
    pub(super) amount: i64,
    pub(super) sureness: Sureness,
    pub(super) is_to_scale: bool,
}

impl Height {
    pub(super) fn is_like(&self, other: &Self) -> bool {
        (self.base, self.top, self.amount, self.sureness) == (other.base, other.top, other.amount, other.sureness)
    }
}

/// A width below the ground line.
pub(super) struct Span {
    pub(super) role: Role,
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) up: i64,
    pub(super) shown: Shown,
    pub(super) is_to_scale: bool,
}

impl Body {
    /// A height if it belongs in the drawing; how high it is drawn in any case.
    pub(super) fn height(&mut self, sketch: &Sketch, role: Role, base: i64, x: i64, assumed: i64) -> Shown {
        let shown = sketch.shown(role, assumed);
        let drawn = shown.amount.min(CAP);
        if sketch.has(role) {
            let is_to_scale = drawn == shown.amount;
            let Shown { amount, sureness } = shown;
            self.heights.push(Height { role, base, top: base + drawn, x, amount, sureness, is_to_scale });
        }
        Shown { amount: drawn, ..shown }
    }

    pub(super) fn edge(&mut self, ink: Ink, role: Option<Role>, from: Spot, to: Spot) {
        self.edges.push(Edge { ink, role, from, to });
    }

    /// A line of what is new, as surely as it is known.
    pub(super) fn sure_edge(&mut self, is_sure: Sureness, role: Role, from: Spot, to: Spot) {
        let ink = if is_sure == Sureness::Known { Ink::NewLine } else { Ink::AssumedLine };
        self.edge(ink, Some(role), from, to);
    }

    /// How high all of it is with its limits.
    pub(super) fn measure_up(&mut self, sketch: &Sketch, least: i64) {
        let limits = self.heights.iter().filter_map(|height| {
            let limits = &sketch.measure(height.role)?.limits;
            limits.iter().map(|limit| height.base + limit.amount.min(CAP)).max()
        });
        let tops = self.heights.iter().map(|height| height.top);
        let outline = self.outline.iter().map(|spot| spot.up);
        let highest = limits.chain(tops).chain(outline).max().unwrap_or(0);
        self.tallest = highest.max(least);
    }
}

/// The part of an outline between two heights; empty where there is none.
pub(super) fn above(outline: &[Spot], low: i64, high: i64) -> Vec<Spot> {
    if high <= low {
        return Vec::new();
    }
    let over = cut(outline, |up| up - low);
    cut(&over, |up| high - up)
}

/// The part of an outline on the side where the distance is not negative.
fn cut(outline: &[Spot], distance: impl Fn(i64) -> i64) -> Vec<Spot> {
    let mut kept = Vec::new();
    let after = outline.iter().cycle().skip(1);
    for (one, next) in outline.iter().zip(after) {
        let (here, there) = (distance(one.up), distance(next.up));
        if here >= 0 {
            kept.push(*one);
        }
        if (here < 0) != (there < 0) {
            let part = |from: i64, to: i64| from + (to - from) * here / (here - there);
            kept.push(Spot { x: part(one.x, next.x), up: part(one.up, next.up) });
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_above_a_limit_is_cut_out() {
        let gable = [(0, 0), (0, 3000), (2000, 5000), (4000, 3000), (4000, 0)].map(|(x, up)| Spot { x, up });
        let over = above(&gable, 4000, 5000);
        assert_eq!(over, [(1000, 4000), (2000, 5000), (3000, 4000)].map(|(x, up)| Spot { x, up }));
        assert_eq!(above(&gable, 5000, 5000), []);
    }
}
