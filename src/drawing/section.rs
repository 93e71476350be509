//! The section: cut through and seen from the side, with the heights beside it.

mod body;
mod building;
mod outdoors;

use super::canvas::{Canvas, EDGE, MARK, Moves, Text};
use super::form;
use super::role::{Role, Word};
use super::scale::Scale;
use super::scene::{Anchor, Area, Axis, Dimension, Form, Ink, Pen, Point, View, ViewName};
use super::sketch::{Kind, Measure, Shown, Sketch};
use super::{placing, text};
use crate::rules::in_order::in_order;
use body::{Body, Height, Spot};

/// Between one measured height and the next.
const COLUMN: i64 = 150;
/// From the building to the first of them.
const BESIDE: i64 = 160;
const GAP: i64 = 70;
/// The soil that is seen below the ground line.
const SOIL: i64 = 300;
const PERSON: i64 = 1_700;

pub(super) fn is_drawn(sketch: &Sketch) -> bool {
    let has_height = sketch.measures.iter().any(|(role, _)| role.is_in_section() && *role != Role::Storeys);
    let facts = [&sketch.facts.basement, &sketch.facts.loft];
    has_height || facts.into_iter().flatten().any(|fact| fact.is_there)
}

pub(super) fn draw(sketch: &Sketch, width: i64, held: Option<(Scale, i64)>) -> View {
    let body = match sketch.kind {
        Kind::Building | Kind::Extension => building::body(sketch),
        _ => outdoors::body(sketch),
    };
    let heights = merged(sketch, &body);
    let side = Side::of(sketch, &heights, width);
    let tallest = (width / 2).clamp(1_500, 2_500);
    // A little more than it is now, to drag in.
    let reserve = body.tallest * 11 / 10;
    let fits = |scale: Scale| scale.tenths(body.width) <= side.room && scale.tenths(reserve) <= tallest;
    let still = held.filter(|(scale, above)| {
        scale.tenths(body.width) <= side.room && scale.tenths(body.tallest) + EDGE <= *above && side.stack <= *above
    });
    let scale = still.map_or_else(|| Scale::fitting(None, fits), |(scale, _)| scale);
    let free = scale.tenths(reserve).max(side.stack).max(900) + EDGE * 3;
    let above = still.map_or(free, |(_, above)| above);
    let below = SOIL.max(scale.tenths(body.depth) + 300) + if body.span.is_some() { 300 } else { 0 };
    let mut canvas = Canvas::new(ViewName::Section, scale, width, above + below);
    let drawn = scale.tenths(body.width);
    let left = if sketch.is_attached() { 0 } else { side.left + (side.room - drawn) / 2 };
    let mut section = Section {
        sketch,
        canvas: &mut canvas,
        body: &body,
        left,
        ground: above,
        labels: side.labels,
        spare: (side.room - drawn).max(0),
    };
    section.ground();
    section.fills();
    section.limits();
    section.edges();
    section.person();
    section.heights(&heights, left + drawn);
    section.span();
    section.canvas.settle_handles();
    section.words();
    if body.is_form_assumed {
        canvas.note(sketch.word(Word::AssumedShape));
    }
    canvas.view.level = above;
    canvas.view
}

/// How the width is shared: air, the building, the measured heights, their texts.
struct Side {
    left: i64,
    room: i64,
    labels: i64,
    stack: i64,
}

impl Side {
    fn of(sketch: &Sketch, heights: &[Merged], width: i64) -> Self {
        let columns = i64::try_from(heights.len()).unwrap_or(0) * COLUMN + BESIDE;
        let names = heights.iter().flat_map(|one| one.names.iter().copied()).map(text::widest_word);
        // The mark of a fault comes and goes; its room does not.
        let values = heights.iter().map(|one| text::widest_word(&one.measure.value) + MARK);
        let widest = names.chain(values).max().unwrap_or(0);
        // A little more than the widest word, so that short names stay on one line.
        let labels = if heights.is_empty() { 0 } else { widest.max(width / 5).min(width * 2 / 5) };
        let left = if sketch.is_attached() { 0 } else { (width / 9).clamp(340, 1_100) };
        let texts = heights.iter().filter_map(|one| one.text(labels, sketch.is_attached()));
        let stack = texts.map(|text| text.size().1 + GAP).sum();
        let room = width - left - columns - labels - EDGE;
        Self { left, room: room.max(300), labels, stack }
    }
}

/// Measures of the same length from the same ground, which share a line.
struct Merged<'a> {
    height: &'a Height,
    names: Vec<&'a str>,
    measure: &'a Measure,
}

impl Merged<'_> {
    /// With its limits where they have no room of their own.
    fn text(&self, room: i64, has_limits: bool) -> Option<Text> {
        let mut text = Text::named(self.height.role, &self.names, self.measure, room)?;
        for limit in self.measure.limits.iter().filter(|_| has_limits) {
            let pen = if limit.is_broken { Pen::Fault } else { Pen::Limit };
            text.lines.extend(text::wrapped(&limit.words, room)?.into_iter().map(|line| (pen, line)));
        }
        Some(text)
    }
}

/// The heights from the lowest up.
fn merged<'a>(sketch: &'a Sketch, body: &'a Body) -> Vec<Merged<'a>> {
    let mut found: Vec<Merged<'a>> = Vec::new();
    for height in &body.heights {
        let Some(measure) = sketch.measure(height.role) else { continue };
        let same = found.iter_mut().find(|one| {
            one.measure.value == measure.value
                && one.height.is_like(height)
                && measure.is_plain()
                && one.measure.is_plain()
        });
        match same {
            Some(one) => one.names.push(&measure.name),
            None => found.push(Merged { height, names: vec![&measure.name], measure }),
        }
    }
    in_order(&mut found, |one, other| (one.height.top, one.height.base) > (other.height.top, other.height.base));
    found
}

struct Section<'a> {
    sketch: &'a Sketch,
    canvas: &'a mut Canvas,
    body: &'a Body,
    left: i64,
    ground: i64,
    labels: i64,
    /// What is left over sideways, to drag in.
    spare: i64,
}

impl Section<'_> {
    fn at(&self, spot: Spot) -> Point {
        let up = if spot.up < 0 { -self.canvas.px(-spot.up) } else { self.canvas.px(spot.up) };
        Point { x: self.left + self.canvas.px(spot.x), y: self.ground - up }
    }

    fn ground(&mut self) {
        let (width, height, ground) = (self.canvas.view.width, self.canvas.view.height, self.ground);
        let soil = Area { x: 0, y: ground, width, height: height - ground };
        self.canvas.add(Ink::Ground, None, Form::Rect(soil));
        self.canvas.scale_bar(Point { x: EDGE * 2, y: height - 80 });
        if let Some((x, up)) = self.body.terrace_of_ground {
            let corner = self.at(Spot { x, up });
            let soil = Area::between(Point { x: 0, y: corner.y }, Point { x: corner.x, y: ground });
            self.canvas.add(Ink::Ground, None, Form::Rect(soil));
            let line = vec![
                Point { x: 0, y: corner.y },
                corner,
                Point { x: corner.x, y: ground },
                Point { x: width, y: ground },
            ];
            return self.canvas.add(Ink::GroundLine, None, Form::Path(line));
        }
        self.canvas.line(Ink::GroundLine, None, Point { x: 0, y: ground }, Point { x: width, y: ground });
    }

    fn fills(&mut self) {
        for (ink, spots) in &self.body.fills {
            let points = spots.iter().map(|spot| self.at(*spot)).collect();
            self.canvas.add(*ink, None, Form::Polygon(points));
        }
    }

    fn edges(&mut self) {
        for edge in &self.body.edges {
            let (from, to) = (self.at(edge.from), self.at(edge.to));
            self.canvas.line(edge.ink, edge.role, from, to);
        }
    }

    /// What lies above a broken limit is hatched; each limit is a line across.
    fn limits(&mut self) {
        for height in &self.body.heights {
            let Some(measure) = self.sketch.measure(height.role) else { continue };
            for limit in measure.limits.iter().filter(|limit| limit.is_broken) {
                let over = body::above(&self.body.outline, height.base + limit.amount.min(body::CAP), height.top);
                if !over.is_empty() {
                    let points = over.iter().map(|spot| self.at(*spot)).collect();
                    self.canvas.add(Ink::BrokenZone, Some(height.role), Form::Polygon(points));
                }
            }
        }
    }

    /// Someone beside it, where there is room and none of the words.
    fn person(&mut self) {
        let tall = self.canvas.px(PERSON);
        let wide = tall * 3 / 10;
        let spot = match self.body.person {
            Some(spot) => self.at(spot),
            None => Point { x: (self.left - wide / 2 - 130).max(EDGE + wide / 2), y: self.ground },
        };
        let is_roomy = self.body.person.is_some() || self.left >= wide + EDGE + 100;
        if tall < 180 || !is_roomy {
            return;
        }
        let head = tall / 9;
        let point = |x: i64, y: i64| Point { x: spot.x + tall * x / 100, y: spot.y - tall * y / 100 };
        self.canvas.add(Ink::Person, None, Form::Circle(Point { x: spot.x, y: spot.y - tall + head }, head));
        let figure =
            [(-11, 76), (11, 76), (14, 44), (9, 42), (8, 0), (1, 0), (0, 40), (-1, 0), (-8, 0), (-9, 42), (-14, 44)];
        let figure = figure.map(|(x, y)| point(x, y)).to_vec();
        self.canvas.add(Ink::Person, None, Form::Polygon(figure));
        self.canvas.crossed.push(Area { x: spot.x - wide / 2, y: spot.y - tall, width: wide, height: tall });
    }

    /// The measured lines to the right, the lowest nearest, and their texts in a column.
    fn heights(&mut self, heights: &[Merged], right: i64) {
        let first = right + BESIDE;
        let column = |n: usize| first + i64::try_from(n).unwrap_or(0) * COLUMN;
        let texts_from = column(heights.len());
        let mut texts: Vec<(i64, Text, Point)> = Vec::new();
        let mut roomless = Vec::new();
        for (n, one) in heights.iter().enumerate() {
            let x = column(n);
            let top = self.at(Spot { x: 0, up: one.height.top }).y;
            let base = self.at(Spot { x: 0, up: one.height.base }).y;
            let start = self.at(Spot { x: one.height.x, up: one.height.top });
            self.canvas.line(Ink::Extension, None, start, Point { x: texts_from - 110, y: top });
            if one.height.base > 0 {
                let from = Point { x: start.x, y: base };
                self.canvas.line(Ink::Extension, None, from, Point { x, y: base });
            }
            self.measured(one, Point { x, y: base }, Point { x, y: top });
            for role in self.alike(one.height) {
                self.limit_lines(role, one.height.base, x);
                self.grip(role, start, top, base, right);
            }
            match one.text(self.labels, self.sketch.is_attached()) {
                Some(text) => texts.push((top, text, Point { x: texts_from - 110, y: top })),
                None => roomless.push((one, Point { x: texts_from + 100, y: top })),
            }
        }
        self.texts(texts, texts_from);
        for (one, at) in roomless {
            self.number(one, at);
        }
    }

    /// The measures of one line: each keeps its own handle.
    fn alike(&self, of: &Height) -> Vec<Role> {
        let same =
            |other: &&Height| other.role == of.role || (other.is_like(of) && !self.is_lined(other.role, of.role));
        self.body.heights.iter().filter(same).map(|height| height.role).collect()
    }

    /// Whether a measure has a line of its own beside another's.
    fn is_lined(&self, role: Role, other: Role) -> bool {
        let (one, other) = (self.sketch.measure(role), self.sketch.measure(other));
        let is_plain = |measure: Option<&Measure>| measure.is_some_and(Measure::is_plain);
        let same = one.zip(other).is_some_and(|(one, other)| one.value == other.value);
        !(same && is_plain(one) && is_plain(other))
    }

    fn measured(&mut self, one: &Merged, from: Point, to: Point) {
        let roles = self.alike(one.height);
        for role in roles {
            let Some(measure) = self.sketch.measure(role) else { continue };
            let amount = measure.known.and_then(crate::rules::range::Range::exact);
            let shown = Shown { amount: one.height.amount, sureness: one.height.sureness };
            let is_to_scale = one.height.is_to_scale;
            self.canvas.dimension(measure, shown, Dimension { role, from, to, amount, is_to_scale });
            if !is_to_scale {
                self.canvas.note(self.sketch.word(Word::NotToScale));
            }
            if !shown.is_known() {
                self.canvas.note(self.sketch.word(Word::Assumed));
            }
        }
    }

    fn limit_lines(&mut self, role: Role, base: i64, right: i64) {
        let Some(measure) = self.sketch.measure(role) else { return };
        for limit in &measure.limits {
            let y = self.at(Spot { x: 0, up: base + limit.amount.min(body::CAP) }).y;
            let ink = if limit.is_broken { Ink::BrokenLimit } else { Ink::Limit };
            self.canvas.line(ink, Some(role), Point { x: EDGE, y }, Point { x: right, y });
        }
    }

    fn grip(&mut self, role: Role, start: Point, top: i64, base: i64, right: i64) {
        let Some((height, measure)) =
            self.body.heights.iter().find(|height| height.role == role).zip(self.sketch.measure(role))
        else {
            return;
        };
        let room = if self.body.has_followers {
            base - top + self.ground - EDGE * 2 - self.canvas.px(self.body.tallest)
        } else {
            base - EDGE * 2
        };
        let most = room.max(0) * self.canvas.view.scale.millimetres() / 10;
        let slide = (self.left.max(EDGE * 15).min(start.x.max(EDGE * 2)), (right + BESIDE - 100).max(start.x));
        let moves = Moves { at: Point { x: start.x, y: top }, axis: Axis::Vertical, sign: -1, most, slide };
        self.canvas.handle((role, measure), Shown { amount: height.amount, sureness: height.sureness }, moves);
    }

    fn number(&mut self, one: &Merged, at: Point) {
        let others = one.names.iter().filter(|name| **name != one.measure.name);
        let all: Vec<String> = others.map(|name| (*name).to_owned()).chain([one.measure.in_line()]).collect();
        let legend = all.join(", ");
        let text = Text { lines: Vec::new(), has_mark: one.measure.fault().is_some(), role: Some(one.height.role) };
        self.canvas.number(&text, &[at], &legend);
    }

    /// The texts of the heights, each with a line from what it tells of.
    fn texts(&mut self, mut texts: Vec<(i64, Text, Point)>, left: i64) {
        in_order(&mut texts, |(top, ..), (other, ..)| top > other);
        let wishes: Vec<(i64, i64)> = texts.iter().map(|(top, text, _)| (*top, text.size().1)).collect();
        let bottom = self.ground - EDGE / 2;
        let tops = placing::stacked(&wishes, EDGE / 2, bottom, GAP);
        for ((_, text, from), y) in texts.into_iter().zip(tops) {
            let middle = Point { x: left - 30, y: y + text.size().1 / 2 };
            self.canvas.line(Ink::Leader, text.role, from, middle);
            self.canvas.write(text, Point { x: left, y }, Anchor::Start);
        }
    }

    /// A measured line below the ground: how far it stands out.
    fn span(&mut self) {
        let Some(span) = &self.body.span else { return };
        let Some(measure) = self.sketch.measure(span.role) else { return };
        let (from, to) = (self.at(Spot { x: span.from, up: 0 }), self.at(Spot { x: span.to, up: 0 }));
        let level = |point: Point| Point { x: point.x, y: point.y + 180 };
        for point in [from, to] {
            self.canvas.line(Ink::Extension, None, Point { y: point.y + 40, ..point }, level(point));
        }
        let amount = measure.known.and_then(crate::rules::range::Range::exact);
        let drawn =
            Dimension { role: span.role, from: level(from), to: level(to), amount, is_to_scale: span.is_to_scale };
        self.canvas.dimension(measure, span.shown, drawn);
        for limit in &measure.limits {
            let x = self.at(Spot { x: span.from + limit.amount.min(body::CAP), up: 0 }).x;
            let ink = if limit.is_broken { Ink::BrokenLimit } else { Ink::Limit };
            let (top, bottom) = (Point { x, y: from.y - 100 }, Point { x, y: from.y + 240 });
            self.canvas.line(ink, Some(span.role), top, bottom);
        }
        if !span.shown.is_known() {
            self.canvas.note(self.sketch.word(Word::Assumed));
        }
        if !span.is_to_scale {
            self.canvas.note(self.sketch.word(Word::NotToScale));
        }
        let most = span.shown.amount + self.spare * self.canvas.view.scale.millimetres() / 10;
        let floor = self.at(Spot { x: span.to, up: span.up });
        let moves = Moves { at: floor, axis: Axis::Horizontal, sign: 1, most, slide: (floor.y, to.y + 180) };
        self.canvas.handle((span.role, measure), span.shown, moves);
    }

    /// What is written last, where there is room left.
    fn words(&mut self) {
        self.span_words();
        self.limit_words();
        self.inside_words();
    }

    fn span_words(&mut self) {
        let Some(span) = &self.body.span else { return };
        let Some(measure) = self.sketch.measure(span.role) else { return };
        let middle = self.at(Spot { x: i64::midpoint(span.from, span.to), up: 0 }).x;
        let room = self.canvas.view.width * 2 / 5;
        let named = Text::named(span.role, &[&measure.name], measure, room);
        let Some(text) = named.or_else(|| Text::value(span.role, measure, room)) else { return };
        let at = Point { x: middle, y: self.ground + 230 + text.size().1 / 2 };
        self.canvas.place(text, &[at], &measure.in_line());
        for limit in &measure.limits {
            let x = self.at(Spot { x: span.from + limit.amount.min(body::CAP), up: 0 }).x;
            let pen = if limit.is_broken { Pen::Fault } else { Pen::Limit };
            let text = Text::line(pen, &limit.words, Some(span.role));
            let (wide, _) = text.size();
            let y = self.ground + 360;
            let wishes =
                [Point { x, y }, Point { x: x + wide / 2 + 40, y: y - 180 }, Point { x: x + wide / 2 + 30, y }];
            self.canvas.place(text, &wishes, "");
        }
    }

    /// The limits at the left, above their lines.
    fn limit_words(&mut self) {
        if self.sketch.is_attached() {
            return;
        }
        for height in &self.body.heights {
            let Some(measure) = self.sketch.measure(height.role) else { continue };
            for limit in &measure.limits {
                let y = self.at(Spot { x: 0, up: height.base + limit.amount.min(body::CAP) }).y;
                let pen = if limit.is_broken { Pen::Fault } else { Pen::Limit };
                let text = Text::line(pen, &limit.words, Some(height.role));
                let (wide, high) = text.size();
                let x = EDGE + wide / 2;
                let wishes = [y - high / 2 - 20, y + high / 2 + 20].map(|y| Point { x, y });
                self.canvas.place(text, &wishes, "");
            }
        }
    }

    /// Storeys, loft and basement, inside the building.
    fn inside_words(&mut self) {
        for (role, spot) in &self.body.notes {
            let Some(measure) = self.sketch.measure(*role) else { continue };
            let room = self.canvas.px(self.body.width).max(900);
            let named = Text::named(*role, &[&measure.name], measure, room);
            let Some(text) = named.or_else(|| Text::value(*role, measure, room)) else { continue };
            let at = self.at(*spot);
            self.canvas.place(text, &[at], &measure.in_line());
            for limit in measure.limits.iter().filter(|limit| limit.is_broken) {
                let text = Text::line(Pen::Fault, &limit.words, Some(*role));
                self.canvas.place(text, &[Point { y: at.y + 350, ..at }], "");
            }
        }
        let facts = &self.sketch.facts;
        for (fact, word, spot) in
            [(&facts.loft, Word::Loft, self.body.loft), (&facts.basement, Word::Basement, self.body.basement)]
        {
            let Some((fact, spot)) = fact.as_ref().filter(|fact| fact.is_there).zip(spot) else { continue };
            let at = self.at(spot);
            let pen = if fact.fault.is_some() { Pen::Fault } else { Pen::Place };
            let mut text = Text::line(pen, self.sketch.word(word), None);
            text.has_mark = fact.fault.is_some();
            text.lines.extend(fact.fault.iter().map(|words| (Pen::Fault, words.clone())));
            self.canvas.place(text, &[at], "");
        }
    }
}

/// How wide the building is in the section, the same as in the plan.
fn across(sketch: &Sketch) -> (i64, bool) {
    let footprint = form::footprint(sketch);
    (footprint.across.clamp(1_000, 14_000), footprint.is_form_assumed)
}
