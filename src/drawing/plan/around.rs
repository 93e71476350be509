//! Up and down: roads, tracks, the sea, and another building where the house is in the way.

use super::Plan;
use super::layout::Gap;
use crate::drawing::canvas::{EDGE, Moves, Text};
use crate::drawing::role::Role;
use crate::drawing::scene::{Area, Axis, Form, Ink, Pen, Point};
use crate::drawing::sketch::Sureness;

/// Half of a road, in millimetres, and the most it is drawn as.
const HALF_ROAD: i64 = 2_500;
const MOST: i64 = 100;
/// Between one measured line and the next.
const LANE: i64 = 480;

/// Up is -1, down is 1.
type Way = i64;

impl Plan<'_> {
    fn vertical(&self) -> Vec<(Way, Gap)> {
        let above = self.layout.above.iter().map(|gap| (-1, *gap));
        above.chain(self.layout.below.iter().map(|gap| (1, *gap))).collect()
    }

    /// How far up or down something lies.
    fn level(&self, way: Way, gap: Gap) -> i64 {
        let building = self.layout.building;
        let edge = if way < 0 { building.y } else { building.bottom() };
        edge + way * gap.length
    }

    pub(super) fn vertical_surroundings(&mut self) {
        for (way, gap) in self.vertical().into_iter().rev() {
            let y = self.level(way, gap);
            match gap.role {
                Role::Sea => self.sea(y),
                Role::OtherBuilding => self.other_building(gap, y),
                Role::Track => self.track(gap, y),
                _ => self.road(gap, y),
            }
        }
    }

    fn road(&mut self, gap: Gap, y: i64) {
        let half = self.canvas.px(HALF_ROAD).min(MOST);
        let width = self.canvas.view.width;
        // A distance to the edge has all of the road beyond it.
        let middle = if gap.role == Role::RoadEdge { y + half } else { y };
        let ink = if gap.shown.sureness == Sureness::Known { Ink::Road } else { Ink::AssumedRoad };
        let area = Area { x: 0, y: middle - half, width, height: half * 2 };
        self.canvas.add(ink, Some(gap.role), Form::Rect(area));
        self.canvas.line(Ink::RoadMiddle, None, Point { x: 0, y: middle }, Point { x: width, y: middle });
        self.canvas.crossed.push(area);
    }

    fn track(&mut self, gap: Gap, y: i64) {
        let width = self.canvas.view.width;
        let ink = if gap.shown.sureness == Sureness::Known { Ink::Track } else { Ink::AssumedLine };
        let sleepers = (0..).map(|n| 40 + n * 120).take_while(|x| *x < width);
        let sleepers: Vec<i64> = sleepers.collect();
        for x in sleepers {
            self.canvas.line(Ink::Extension, None, Point { x, y: y - 60 }, Point { x, y: y + 60 });
        }
        for y in [y - 30, y + 30] {
            self.canvas.line(ink, Some(gap.role), Point { x: 0, y }, Point { x: width, y });
        }
        self.canvas.crossed.push(Area { x: 0, y: y - 60, width, height: 120 });
    }

    fn sea(&mut self, y: i64) {
        let width = self.canvas.view.width;
        self.canvas.add(Ink::Sea, Some(Role::Sea), Form::Rect(Area { x: 0, y: 0, width, height: y.max(0) }));
    }

    fn other_building(&mut self, gap: Gap, y: i64) {
        let building = self.layout.building;
        let area = Area { x: building.x + 100, y: 0, width: building.width.max(900), height: y };
        self.canvas.add(Ink::House, None, Form::Rect(area));
        let ink = if gap.shown.sureness == Sureness::Known { Ink::HouseLine } else { Ink::AssumedLine };
        let corners = [(area.x, 0), (area.x, y), (area.right(), y), (area.right(), 0)];
        self.canvas.add(ink, Some(gap.role), Form::Path(corners.map(|(x, y)| Point { x, y }).to_vec()));
    }

    /// Where the measured line of the n-th distance up or down stands: beside the building where there are many.
    fn lane(&self, n: usize) -> i64 {
        let building = self.layout.building;
        let first = building.middle().x + if self.sketch.is_attached() { 150 } else { 0 };
        let n = i64::try_from(n).unwrap_or(0);
        let side = if n % 2 == 0 { 1 } else { -1 };
        let x = first + side * ((n + 1) / 2) * LANE;
        let width = self.canvas.view.width;
        // Round again from the other side, where the view ends.
        (x - EDGE * 4).rem_euclid((width - EDGE * 8).max(1)) + EDGE * 4
    }

    pub(super) fn vertical_distances(&mut self) {
        let building = self.layout.building;
        for (n, way, gap) in self.in_lanes() {
            let Some(measure) = self.sketch.measure(gap.role) else { continue };
            let start = if way < 0 { building.y } else { building.bottom() };
            let x = self.lane(n);
            let (from, to) = (Point { x, y: start }, Point { x, y: start + way * gap.length });
            if !(building.x..=building.right()).contains(&x) {
                let corner = if x < building.x { building.x } else { building.right() };
                self.canvas.line(Ink::Extension, None, Point { x: corner, y: start }, from);
            }
            self.measured(gap, measure, from, to);
            self.vertical_limits(way, gap, x);
            let spare = 1_200_i64.saturating_sub(gap.length).max(0);
            let most = gap.shown.amount + spare * self.canvas.view.scale.millimetres() / 10;
            let slide = (EDGE * 3, self.canvas.view.width - EDGE * 3);
            // The farthest above stands still, and what is new moves.
            let is_still = way < 0 && self.layout.above.iter().all(|other| other.length <= gap.length);
            let (at, sign) = if is_still { (from, 1) } else { (to, way) };
            let moves = Moves { at, axis: Axis::Vertical, sign, most, slide };
            self.canvas.handle((gap.role, measure), gap.shown, moves);
        }
    }

    fn in_lanes(&self) -> Vec<(usize, Way, Gap)> {
        let of = |gaps: &[Gap], way| gaps.iter().enumerate().map(|(n, gap)| (n, way, *gap)).collect::<Vec<_>>();
        of(&self.layout.above, -1).into_iter().chain(of(&self.layout.below, 1)).collect()
    }

    fn limit_level(&self, way: Way, gap: Gap, amount: i64) -> i64 {
        let y = self.level(way, gap) - way * self.limit_length(gap, amount);
        y.clamp(0, self.canvas.view.height)
    }

    fn vertical_limits(&mut self, way: Way, gap: Gap, x: i64) {
        let Some(measure) = self.sketch.measure(gap.role) else { return };
        for limit in &measure.limits {
            let y = self.limit_level(way, gap, limit.amount);
            let ink = if limit.is_broken { Ink::BrokenLimit } else { Ink::Limit };
            let building = self.layout.building;
            let (start, end) = (building.x.min(x) - 200, building.right().max(x) + 200);
            if limit.is_broken {
                let edge = if way < 0 { building.y } else { building.bottom() };
                let (one, other) = (
                    Point { x: building.x, y: y.clamp(building.y, building.bottom()) },
                    Point { x: building.right(), y: edge },
                );
                self.canvas.add(Ink::BrokenZone, Some(gap.role), Form::Rect(Area::between(one, other)));
            }
            self.canvas.line(ink, Some(gap.role), Point { x: start, y }, Point { x: end, y });
            self.canvas.crossed.push(Area { x: start, y: y - 15, width: end - start, height: 30 });
        }
    }

    pub(super) fn vertical_words(&mut self) {
        let building = self.layout.building;
        for (n, way, gap) in self.in_lanes() {
            let start = if way < 0 { building.y } else { building.bottom() };
            let x = self.lane(n);
            self.distance_words(gap.role, Point { x, y: start }, Point { x, y: start + way * gap.length });
        }
        for (n, way, gap) in self.in_lanes() {
            let Some(measure) = self.sketch.measure(gap.role) else { continue };
            let word = gap.role.word().map(|word| self.sketch.word(word).to_owned()).unwrap_or_default();
            let name = Text::line(Pen::Place, &word, None);
            let half = name.size().0 / 2 + EDGE;
            let y = self.level(way, gap) + way * 190;
            let width = self.canvas.view.width;
            let wishes = [Point { x: half, y }, Point { x: width - half, y }, Point { x: width / 2, y }];
            self.canvas.place(name, &wishes, &word);
            for limit in &measure.limits {
                let y = self.limit_level(way, gap, limit.amount) - 120;
                let pen = if limit.is_broken { Pen::Fault } else { Pen::Limit };
                let text = Text::line(pen, &limit.words, Some(gap.role));
                let half = text.size().0 / 2 + 40;
                let (start, end) = (building.x.min(self.lane(n)), building.right().max(self.lane(n)));
                let beside = y + 120;
                let wishes = [
                    (start - 200 - half, beside),
                    (end + 200 + half, beside),
                    (start - 200 + half, y),
                    (end + 200 - half, y),
                ];
                let wishes = wishes.map(|(x, y)| Point { x, y });
                self.canvas.place(text, &wishes, &measure.in_line());
            }
        }
    }
}
