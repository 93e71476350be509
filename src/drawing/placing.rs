//! Where a text has room.

use super::scene::{Area, Point};

/// Sixteen ways out from a place, in sixteenths.
const WAYS: [(i64, i64); 16] = [
    (16, 0),
    (-16, 0),
    (0, -16),
    (0, 16),
    (11, -11),
    (-11, -11),
    (11, 11),
    (-11, 11),
    (15, -6),
    (-15, -6),
    (15, 6),
    (-15, 6),
    (6, -15),
    (-6, -15),
    (6, 15),
    (-6, 15),
];
const RING: i64 = 60;
const GAP: i64 = 30;

/// The first room of this size that touches nothing: where it is wished, else in rings round the first wish.
pub(super) fn free(size: (i64, i64), wishes: &[Point], within: Area, taken: &[Area], rings: i64) -> Option<Area> {
    let round = |first: &Point| {
        let first = *first;
        (1..=rings).flat_map(move |ring| {
            WAYS.iter()
                .map(move |(x, y)| Point { x: first.x + x * ring * RING / 16, y: first.y + y * ring * RING / 16 })
        })
    };
    let around = wishes.first().into_iter().flat_map(round);
    let all = wishes.iter().copied().chain(around);
    all.map(|middle| centred(middle, size)).find(|area| within.holds(*area) && is_free(*area, taken))
}

/// A room round its middle.
pub(super) const fn centred(middle: Point, (width, height): (i64, i64)) -> Area {
    Area { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
}

pub(super) fn is_free(area: Area, taken: &[Area]) -> bool {
    let with_gap = area.wider(GAP);
    !taken.iter().any(|other| with_gap.overlaps(*other))
}

/// Rooms one below the other, each as near its wish (the middle) as the others leave it, between a top and a bottom.
///
/// The wishes come from the top down. There must be room for them all.
pub(super) fn stacked(wishes: &[(i64, i64)], top: i64, bottom: i64, gap: i64) -> Vec<i64> {
    let mut tops: Vec<i64> = Vec::new();
    let mut free_from = top;
    for (middle, height) in wishes {
        let at = (middle - height / 2).max(free_from);
        tops.push(at);
        free_from = at + height + gap;
    }
    let mut free_to = bottom;
    for (at, (_, height)) in tops.iter_mut().zip(wishes).rev() {
        *at = (*at).min(free_to - height);
        free_to = *at - gap;
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_wishes_for_the_same_place_stands_one_below_the_other() {
        assert_eq!(stacked(&[(100, 40), (100, 40)], 0, 1000, 10), [80, 130]);
        assert_eq!(stacked(&[(900, 40), (990, 40)], 0, 1000, 10), [880, 960]);
        assert_eq!(stacked(&[(990, 40), (990, 40)], 0, 1000, 10), [910, 960], "the lower one pushes the upper one up");
    }
}
