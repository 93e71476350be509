//! To the left and to the right: the house, the boundary and the neighbour's building.

use super::Plan;
use super::layout::Gap;
use crate::drawing::canvas::{EDGE, Moves, Text};
use crate::drawing::role::{Role, Word};
use crate::drawing::scene::{Area, Axis, Dimension, Form, Ink, Pen, Point};
use crate::drawing::sketch::{Kind, Limit, Measure, Shown, Sureness};
use crate::rules::range::Range;

impl<'a> Plan<'a> {
    /// Everything to the left and the right that a distance is measured to.
    pub(super) fn side_surroundings(&mut self) {
        let building = self.layout.building;
        if self.sketch.is_attached() {
            let house = Area { x: 0, y: building.y - 200, width: building.x, height: building.height + 400 };
            self.house(house);
        }
        if let Some(gap) = self.layout.left {
            let right = building.x - gap.length;
            let left = (right - 900).max(0);
            let house = Area { x: left, y: building.y - 100, width: right - left, height: building.height + 200 };
            self.house(house);
        }
        let gaps = self.layout.right.clone();
        for gap in gaps {
            match gap.role {
                Role::Boundary => self.boundary(gap),
                _ => self.neighbour(gap),
            }
        }
    }

    /// A house that stands already, cut off where it runs out of the view.
    fn house(&mut self, area: Area) {
        self.canvas.add(Ink::House, None, Form::Rect(area));
        let (top, bottom, right) = (area.y, area.bottom(), area.right());
        let start = area.x;
        let outline = [(start, top), (right, top), (right, bottom), (start, bottom)].map(|(x, y)| Point { x, y });
        self.canvas.add(Ink::HouseLine, None, Form::Path(outline.to_vec()));
        if start > 0 {
            self.canvas.line(Ink::HouseLine, None, Point { x: start, y: top }, Point { x: start, y: bottom });
        }
        self.canvas.crossed.push(area);
    }

    fn boundary(&mut self, gap: Gap) {
        let (width, height) = (self.canvas.view.width, self.canvas.view.height);
        let x = self.layout.building.right() + gap.length;
        let ink = if gap.shown.sureness == Sureness::Known { Ink::Boundary } else { Ink::AssumedBoundary };
        // It ends where a road or the sea begins.
        let building = self.layout.building;
        let nearest = |gaps: &[Gap]| gaps.iter().map(|gap| gap.length).min();
        let top = nearest(&self.layout.above).map_or(0, |length| building.y - length);
        let bottom = nearest(&self.layout.below).map_or(height, |length| building.bottom() + length);
        let beyond = Area { x, y: top, width: width - x, height: bottom - top };
        self.canvas.add(Ink::Zone, None, Form::Rect(beyond));
        self.canvas.line(ink, Some(Role::Boundary), Point { x, y: top }, Point { x, y: bottom });
        self.canvas.crossed.push(Area { x: x - 20, y: top, width: 40, height: bottom - top });
    }

    fn neighbour(&mut self, gap: Gap) {
        let building = self.layout.building;
        let x = building.right() + gap.length;
        let area = Area {
            x,
            y: building.y - 160,
            width: (self.canvas.view.width - x).max(0),
            height: 260 + building.height / 2,
        };
        self.canvas.add(Ink::House, None, Form::Rect(area));
        let ink = if gap.shown.sureness == Sureness::Known { Ink::HouseLine } else { Ink::AssumedLine };
        let (right, top, bottom) = (area.right(), area.y, area.bottom());
        let outline = [(right, top), (x, top), (x, bottom), (right, bottom)].map(|(x, y)| Point { x, y });
        self.canvas.add(ink, Some(gap.role), Form::Path(outline.to_vec()));
        self.canvas.crossed.push(area);
    }

    /// Where the limit of a distance to the right or the left lies, seen from what it is measured to.
    fn limit_at(&self, gap: Gap, limit: &Limit) -> i64 {
        let building = self.layout.building;
        let length = self.limit_length(gap, limit.amount);
        match gap.role {
            Role::OtherBuilding => building.x - gap.length + length,
            _ => building.right() + gap.length - length,
        }
    }

    /// How far from it the limit is drawn: to scale, unless the distance itself is broken off.
    pub(super) fn limit_length(&self, gap: Gap, amount: i64) -> i64 {
        if gap.is_to_scale {
            return self.canvas.px(amount);
        }
        if amount <= gap.shown.amount {
            return (gap.length * amount / gap.shown.amount.max(1)).min(self.canvas.px(amount).max(gap.length / 4));
        }
        gap.length + self.canvas.px(amount - gap.shown.amount)
    }

    /// What a broken limit should have kept free, and the limits themselves.
    pub(super) fn zones(&mut self) {
        let building = self.layout.building;
        let gaps: Vec<Gap> = self.layout.right.iter().copied().chain(self.layout.left).collect();
        for gap in gaps {
            let Some(measure) = self.sketch.measure(gap.role) else { continue };
            for limit in &measure.limits {
                let x = self.limit_at(gap, limit);
                if limit.is_broken {
                    let (from, to) = if gap.role == Role::OtherBuilding {
                        (building.x, x.min(building.right()))
                    } else {
                        (x.max(building.x), building.right())
                    };
                    let zone = Area { x: from, y: building.y, width: (to - from).max(0), height: building.height };
                    self.canvas.add(Ink::BrokenZone, Some(gap.role), Form::Rect(zone));
                }
                let ink = if limit.is_broken { Ink::BrokenLimit } else { Ink::Limit };
                let (top, bottom) = self.limit_ends(gap.role);
                self.canvas.line(ink, Some(gap.role), Point { x, y: top }, Point { x, y: bottom });
                self.canvas.crossed.push(Area { x: x - 15, y: top, width: 30, height: bottom - top });
            }
        }
    }

    fn limit_ends(&self, role: Role) -> (i64, i64) {
        let building = self.layout.building;
        if role == Role::Boundary {
            return (building.y - 160, building.bottom() + 200);
        }
        (building.y - 120, building.bottom() + 120)
    }

    /// The measured lines to both sides, each at its own height.
    pub(super) fn side_distances(&mut self) {
        let gaps: Vec<Gap> = self.layout.right.iter().copied().chain(self.layout.left).collect();
        for gap in gaps {
            let Some(measure) = self.sketch.measure(gap.role) else { continue };
            let (from, to) = self.ends(gap);
            self.measured(gap, measure, from, to);
            let building = self.layout.building;
            let slide = (building.y + 100, (building.bottom() - 100).max(building.y + 100));
            // Either what is new moves, or what it is measured to.
            let (at, sign) = match gap.role {
                Role::OtherBuilding => (to, -1),
                role if self.layout.still == Some(role) => (from, -1),
                _ => (to, 1),
            };
            let most = self.layout.most(gap);
            self.canvas.handle((gap.role, measure), gap.shown, Moves { at, axis: Axis::Horizontal, sign, most, slide });
        }
        self.overhang();
    }

    pub(super) fn measured(&mut self, gap: Gap, measure: &Measure, from: Point, to: Point) {
        let amount = measure.known.and_then(Range::exact);
        let drawn = Dimension { role: gap.role, from, to, amount, is_to_scale: gap.is_to_scale };
        self.canvas.dimension(measure, gap.shown, drawn);
    }

    fn ends(&self, gap: Gap) -> (Point, Point) {
        let building = self.layout.building;
        let part = |percent: i64| building.y + building.height * percent / 100;
        let (y, start, sign) = match gap.role {
            Role::Boundary => (part(72), building.right(), 1),
            Role::OtherBuilding => (part(50), building.x, -1),
            _ => (part(24), building.right(), 1),
        };
        (Point { x: start, y }, Point { x: start + sign * gap.length, y })
    }

    /// The part of the roof that runs out towards the boundary.
    fn overhang(&mut self) {
        let Some(measure) = self.sketch.measure(Role::Overhang) else { return };
        let shown = measure.shown(300);
        let building = self.layout.building;
        let room = self.canvas.view.width - EDGE - building.right();
        let length = self.canvas.px(shown.amount);
        let is_to_scale = length <= room;
        let length = length.min(room);
        let role = Some(Role::Overhang);
        let strip = Area { x: building.right(), y: building.y, width: length, height: building.height };
        let ink = if shown.is_known() { Ink::Overhang } else { Ink::AssumedLine };
        let (x, y) = (strip.right(), strip.y);
        let corners = [(building.right(), y), (x, y), (x, strip.bottom()), (building.right(), strip.bottom())];
        self.canvas.add(ink, role, Form::Path(corners.map(|(x, y)| Point { x, y }).to_vec()));
        let y = building.y + building.height * 48 / 100;
        let (from, to) = (Point { x: building.right(), y }, Point { x, y });
        let gap = Gap { role: Role::Overhang, shown, length, is_to_scale };
        self.measured(gap, measure, from, to);
        for limit in measure.limits.iter().filter(|limit| limit.is_broken) {
            let x = building.right() + self.canvas.px(limit.amount);
            let (top, bottom) = (Point { x, y: strip.y }, Point { x, y: strip.bottom() });
            self.canvas.line(Ink::BrokenLimit, role, top, bottom);
        }
        let most = (room.min(600) * self.canvas.view.scale.millimetres()) / 10;
        let slide = (building.y + 100, (building.bottom() - 100).max(building.y + 100));
        self.canvas.handle(
            (Role::Overhang, measure),
            shown,
            Moves { at: to, axis: Axis::Horizontal, sign: 1, most, slide },
        );
    }

    /// What everything is called, how far it is, and the limits.
    pub(super) fn side_words(&mut self) {
        let gaps: Vec<Gap> = self.layout.right.iter().copied().chain(self.layout.left).collect();
        for gap in &gaps {
            let (from, to) = self.ends(*gap);
            self.distance_words(gap.role, from, to);
        }
        for gap in &gaps {
            self.side_name(*gap);
        }
        if let Some(measure) = self.sketch.measure(Role::Overhang) {
            let building = self.layout.building;
            let length = self.canvas.px(measure.shown(300).amount);
            let at = Point { x: building.right() + length, y: building.y + building.height * 48 / 100 };
            if let Some(mut text) = Text::named(Role::Overhang, &[&measure.name], measure, 1_100) {
                text.lines.extend(measure.fault().map(|limit| (Pen::Fault, limit.words.clone())));
                let half = text.size().0 / 2;
                let wishes = [Point { x: at.x + half + 60, ..at }, Point { x: at.x, y: building.y - 250 }];
                self.canvas.place_clear(text, at, &wishes, &measure.in_line());
            }
        }
        if self.sketch.is_attached() {
            let building = self.layout.building;
            let text = Text::line(Pen::Place, self.sketch.word(Word::House), None);
            let at = Point { x: building.x / 2, y: building.middle().y };
            self.canvas.place_over(text, &[at, Point { y: building.y - 60, ..at }], "");
        }
        for gap in &gaps {
            self.side_limits(*gap);
        }
    }

    fn side_limits(&mut self, gap: Gap) {
        let Some(measure) = self.sketch.measure(gap.role) else { return };
        let (top, bottom) = self.limit_ends(gap.role);
        for limit in &measure.limits {
            let x = self.limit_at(gap, limit).clamp(0, self.canvas.view.width);
            let pen = if limit.is_broken { Pen::Fault } else { Pen::Limit };
            let text = Text::line(pen, &limit.words, Some(gap.role));
            let half = text.size().0 / 2 + 50;
            // Not over the boundary itself.
            let beyond = self.layout.building.right() + gap.length - half;
            let first = if gap.role == Role::Boundary { x.min(beyond) } else { x };
            let near = |y: i64| [first, x - half, x + half].map(|x| Point { x, y });
            // At the end of its line.
            let wishes: Vec<Point> = [bottom + 140, top - 140].into_iter().flat_map(near).collect();
            self.canvas.place(text, &wishes, &measure.in_line());
        }
    }

    /// A distance stands above its line, below it or beside it.
    pub(super) fn distance_words(&mut self, role: Role, from: Point, to: Point) {
        let Some(measure) = self.sketch.measure(role) else { return };
        let Some(text) = Text::value(role, measure, self.canvas.view.width / 2) else { return };
        let (wide, high) = text.size();
        let Point { x, y } = Area::between(from, to).middle();
        // Clear of a handle at the end of the line.
        let (up, side) = (high / 2 + 130, wide / 2 + 60);
        let wishes = if from.y == to.y {
            [(x, y - up), (x, y + up), (from.x.max(to.x) + side, y), (from.x.min(to.x) - side, y)]
        } else {
            [(x + side, y), (x - side, y), (x + side, from.y.max(to.y) - up), (x - side, from.y.max(to.y) - up)]
        };
        self.canvas.place(text, &wishes.map(|(x, y)| Point { x, y }), &measure.in_line());
    }

    fn side_name(&mut self, gap: Gap) {
        let Some(word) = gap.role.word() else { return };
        let building = self.layout.building;
        let word = self.sketch.word(word).to_owned();
        let text = Text::line(Pen::Place, &word, None);
        let half = text.size().0 / 2 + 40;
        let height = self.canvas.view.height;
        let edge = self.canvas.view.width - half;
        let wishes = match gap.role {
            Role::Boundary => {
                let x = building.right() + gap.length;
                let nearest = |gaps: &[Gap]| gaps.iter().map(|gap| gap.length).min();
                let top = nearest(&self.layout.above).map_or(0, |length| building.y - length) + 130;
                let bottom = nearest(&self.layout.below).map_or(height, |length| building.bottom() + length) - 130;
                let (inside, outside) = (x - half - 20, (x + half).min(edge));
                [(outside, top), (inside, top), (inside, bottom), (outside, bottom)]
                    .map(|(x, y)| Point { x, y })
                    .to_vec()
            }
            Role::OtherBuilding => {
                let x = building.x - gap.length;
                vec![
                    Point { x: (x - 450).max(half), y: building.y - 200 },
                    Point { x: (x - 450).max(half), y: building.bottom() + 200 },
                ]
            }
            _ => vec![
                Point { x: edge, y: building.y - 250 },
                Point { x: edge, y: building.y + building.height / 2 + 240 },
            ],
        };
        self.canvas.place(text, &wishes, &word);
    }

    /// The length of a screen or a wall, beside it.
    pub(super) fn length(&mut self) {
        let Some((measure, gap)) = self.length_gap() else { return };
        let building = self.layout.building;
        let x = building.x - 220;
        for y in [building.y, building.bottom()] {
            self.canvas.line(Ink::Extension, None, Point { x: x - 40, y }, Point { x: building.x, y });
        }
        let (from, to) = (Point { x, y: building.y }, Point { x, y: building.bottom() });
        self.measured(gap, measure, from, to);
        for limit in &measure.limits {
            let y = building.y + self.canvas.px(limit.amount);
            let ink = if limit.is_broken { Ink::BrokenLimit } else { Ink::Limit };
            let (left, right) = (Point { x: x - 100, y }, Point { x: building.right() + 120, y });
            if (0..=self.canvas.view.height).contains(&y) {
                self.canvas.line(ink, Some(Role::WallLength), left, right);
            }
        }
        let at = Point { x: building.middle().x, y: building.bottom() };
        let most = self.layout.longest * self.canvas.view.scale.millimetres() / 10;
        let moves = Moves { at, axis: Axis::Vertical, sign: 1, most, slide: (at.x - 220, at.x + 220) };
        self.canvas.handle((Role::WallLength, measure), gap.shown, moves);
    }

    fn length_gap(&self) -> Option<(&'a Measure, Gap)> {
        let is_wall = matches!(self.sketch.kind, Kind::Screen | Kind::RetainingWall);
        let measure = self.sketch.measure(Role::WallLength).filter(|_| is_wall)?;
        let shown: Shown = measure.shown(4_000);
        let length = self.layout.building.height;
        let is_to_scale = length == self.canvas.px(shown.amount);
        Some((measure, Gap { role: Role::WallLength, shown, length, is_to_scale }))
    }

    pub(super) fn length_words(&mut self) {
        let Some((measure, _)) = self.length_gap() else { return };
        let building = self.layout.building;
        let x = building.x - 220;
        self.distance_words(Role::WallLength, Point { x, y: building.bottom() }, Point { x, y: building.y });
        for limit in &measure.limits {
            let y = building.y + self.canvas.px(limit.amount);
            if y > self.canvas.view.height && !limit.is_broken {
                continue;
            }
            let y = y.min(self.canvas.view.height);
            let pen = if limit.is_broken { Pen::Fault } else { Pen::Limit };
            let text = Text::line(pen, &limit.words, Some(Role::WallLength));
            let half = text.size().0 / 2 + 60;
            let wishes = [(x - half, y - 110), (building.right() + half, y - 110), (x - half, y + 110)];
            self.canvas.place(text, &wishes.map(|(x, y)| Point { x, y }), &measure.in_line());
        }
    }
}
