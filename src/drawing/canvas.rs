//! A view while it is drawn.

use super::grips::{Grip, separated};
use super::placing;
use super::role::Role;
use super::scale::Scale;
use super::scene::{
    Anchor, Area, Axis, Dimension, Form, Handle, Ink, Item, Label, Mark, Pen, Point, Shape, View, ViewName,
};
use super::sketch::{Measure, Shown, Sureness};
use super::text;

/// What is kept free along the edge of a view.
pub(super) const EDGE: i64 = 60;
/// The room of the mark before a text.
pub(super) const MARK: i64 = 220;
/// The mark of a number, which stands for a text that had no room.
const NUMBER: i64 = 200;

pub(super) struct Canvas {
    pub(super) view: View,
    /// Where no text may stand.
    pub(super) taken: Vec<Area>,
    /// Where it had better not.
    pub(super) crossed: Vec<Area>,
    grips: Vec<Grip>,
}

/// A text that wants a place.
pub(super) struct Text {
    pub(super) lines: Vec<(Pen, String)>,
    /// Before the first line that tells of a fault.
    pub(super) has_mark: bool,
    pub(super) role: Option<Role>,
}

impl Text {
    /// A measure and its name in lines of at most this width; `None` where a word is wider.
    pub(super) fn named(role: Role, names: &[&str], measure: &Measure, room: i64) -> Option<Self> {
        let mut lines = Vec::new();
        for name in names {
            lines.extend(text::wrapped(name, room)?.into_iter().map(|line| (Pen::Name, line)));
        }
        let mut text = Self::value(role, measure, room)?;
        lines.append(&mut text.lines);
        Some(Self { lines, ..text })
    }

    /// A measure alone, where what it measures is plain to see; what it breaks stands with it.
    pub(super) fn value(role: Role, measure: &Measure, room: i64) -> Option<Self> {
        let fault = measure.fault();
        let pen = match (measure.known, fault) {
            (_, Some(_)) => Pen::Fault,
            (None, None) => Pen::Unknown,
            (Some(_), None) => Pen::Value,
        };
        let room = if fault.is_some() { room - MARK } else { room };
        let lines = text::wrapped(&measure.value, room)?.into_iter().map(|line| (pen, line)).collect();
        Some(Self { lines, has_mark: fault.is_some(), role: Some(role) })
    }

    /// One line.
    pub(super) fn line(pen: Pen, words: &str, role: Option<Role>) -> Self {
        Self { lines: vec![(pen, words.to_owned())], has_mark: false, role }
    }

    pub(super) fn size(&self) -> (i64, i64) {
        let marked = self.lines.iter().position(|(pen, _)| self.has_mark && *pen == Pen::Fault);
        let mark = |n: usize| if marked == Some(n) { MARK } else { 0 };
        let widest = self.lines.iter().enumerate().map(|(n, (_, line))| text::width(line) + mark(n)).max();
        let lines = i64::try_from(self.lines.len()).unwrap_or(0);
        (widest.unwrap_or(0), lines * text::LINE)
    }

    fn whole(&self) -> String {
        self.lines.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join(" ")
    }
}

impl Canvas {
    pub(super) fn new(name: ViewName, scale: Scale, width: i64, height: i64) -> Self {
        let view = View {
            name,
            width,
            height,
            scale,
            level: 0,
            shapes: Vec::new(),
            dimensions: Vec::new(),
            labels: Vec::new(),
            legend: Vec::new(),
            handles: Vec::new(),
            notes: Vec::new(),
        };
        Self { view, taken: Vec::new(), crossed: Vec::new(), grips: Vec::new() }
    }

    pub(super) const fn inside(&self) -> Area {
        Area { x: 0, y: 0, width: self.view.width, height: self.view.height }
    }

    pub(super) fn px(&self, millimetres: i64) -> i64 {
        self.view.scale.tenths(millimetres)
    }

    /// A shape, kept inside the view.
    pub(super) fn add(&mut self, ink: Ink, role: Option<Role>, form: Form) {
        let (width, height) = (self.view.width, self.view.height);
        let kept = |point: Point| Point { x: point.x.clamp(0, width), y: point.y.clamp(0, height) };
        let corner = |area: Area| Point { x: area.right(), y: area.bottom() };
        let form = match form {
            Form::Path(points) => Form::Path(points.into_iter().map(kept).collect()),
            Form::Polygon(points) => Form::Polygon(points.into_iter().map(kept).collect()),
            Form::Rect(area) => Form::Rect(Area::between(kept(Point { x: area.x, y: area.y }), kept(corner(area)))),
            circle @ Form::Circle(..) => circle,
        };
        self.view.shapes.push(Shape { ink, role, form });
    }

    pub(super) fn line(&mut self, ink: Ink, role: Option<Role>, from: Point, to: Point) {
        self.add(ink, role, Form::Path(vec![from, to]));
    }

    /// A measured line with ticks, and the mark of a break where it is longer than drawn.
    pub(super) fn dimension(&mut self, measure: &Measure, shown: Shown, drawn: Dimension) {
        let ink = match (measure.fault(), shown.sureness) {
            (Some(_), _) => Ink::Fault,
            (None, Sureness::Known) => Ink::Dimension,
            (None, _) => Ink::AssumedDimension,
        };
        self.line(ink, Some(drawn.role), drawn.from, drawn.to);
        for end in [drawn.from, drawn.to] {
            let (one, other) = (Point { x: end.x - 35, y: end.y + 35 }, Point { x: end.x + 35, y: end.y - 35 });
            self.line(if ink == Ink::Fault { ink } else { Ink::Dimension }, None, one, other);
        }
        if !drawn.is_to_scale {
            self.break_mark(drawn.from, drawn.to);
        }
        self.crossed.push(Area::between(drawn.from, drawn.to).wider(15));
        self.view.dimensions.push(drawn);
    }

    /// A zigzag across the middle of a line.
    fn break_mark(&mut self, from: Point, to: Point) {
        let Point { x, y } = Area::between(from, to).middle();
        let is_level = from.y == to.y;
        let turned = |(along, across): (i64, i64)| {
            if is_level { Point { x: x + along, y: y + across } } else { Point { x: x + across, y: y + along } }
        };
        let zigzag = [(-60, 0), (-30, -60), (30, 60), (60, 0)].map(turned);
        self.add(Ink::Break, None, Form::Path(zigzag.to_vec()));
    }

    /// A handle for a measure that may be changed, on what it moves.
    pub(super) fn handle(&mut self, (role, measure): (Role, &Measure), shown: Shown, moves: Moves) {
        let is_seen = self.inside().wider(EDGE).holds(Area::around(moves.at, 0));
        if !measure.can_change || shown.sureness == Sureness::Within || !is_seen {
            return;
        }
        let Point { x, y } = moves.at;
        let at = Point { x: x.clamp(0, self.view.width), y: y.clamp(0, self.view.height) };
        let words = |is_broken: bool| {
            let limits = measure.limits.iter().filter(move |limit| limit.is_broken == is_broken);
            limits.map(|limit| limit.words.clone()).collect()
        };
        let handle = Handle {
            role,
            concept: measure.concept,
            at,
            reach: 0,
            axis: moves.axis,
            sign: moves.sign,
            millimetres: self.view.scale.millimetres(),
            amount: shown.amount,
            is_known: shown.is_known(),
            most: moves.most.max(shown.amount),
            name: measure.name.clone(),
            value: measure.value.clone(),
            faults: words(true),
            kept: words(false),
            stops: measure.limits.iter().map(|limit| limit.amount).collect(),
        };
        self.grips.push(Grip { handle, slide: moves.slide });
    }

    /// Puts the handles in place; from then on no text is written over them.
    pub(super) fn settle_handles(&mut self) {
        self.view.handles = separated(std::mem::take(&mut self.grips), &self.taken, self.inside());
        self.taken.extend(self.view.handles.iter().map(|handle| Area::around(handle.at, 90)));
    }

    /// Writes where the room is known to be free.
    pub(super) fn write(&mut self, text: Text, at: Point, anchor: Anchor) {
        let (width, height) = text.size();
        self.write_in(text, Area { x: at.x, y: at.y, width, height }, anchor);
    }

    fn write_in(&mut self, text: Text, area: Area, anchor: Anchor) {
        self.taken.push(area);
        let mark = text.has_mark.then_some(Mark::Fault);
        self.view.labels.push(Label { area, lines: text.lines, anchor, mark, role: text.role });
    }

    /// Writes where there is room, as near the wishes as can be; else a number, and the text below the view.
    pub(super) fn place(&mut self, text: Text, wishes: &[Point], legend: &str) {
        let size = text.size();
        let within = self.inside();
        let careful: Vec<Area> = self.taken.iter().chain(&self.crossed).copied().collect();
        // Near and clear of every line; else near, over a line; else farther off.
        let tries = [(&careful, 3), (&self.taken, 3), (&careful, 8), (&self.taken, 9)];
        let found = tries.into_iter().find_map(|(taken, rings)| placing::free(size, wishes, within, taken, rings));
        let Some(area) = found else { return self.number(&text, wishes, legend) };
        self.write_in(text, area, Anchor::Middle);
    }

    /// The same for something small, but rather below the view than over a line.
    pub(super) fn place_clear(&mut self, text: Text, at: Point, wishes: &[Point], legend: &str) {
        let careful: Vec<Area> = self.taken.iter().chain(&self.crossed).copied().collect();
        let found = placing::free(text.size(), wishes, self.inside(), &careful, 4);
        let Some(area) = found else { return self.number(&text, &[at], legend) };
        self.write_in(text, area, Anchor::Middle);
    }

    /// The same where the text belongs in what is drawn there, whatever lines cross it.
    pub(super) fn place_over(&mut self, text: Text, wishes: &[Point], legend: &str) {
        let found = placing::free(text.size(), wishes, self.inside(), &self.taken, 3);
        let Some(area) = found else { return self.number(&text, wishes, legend) };
        self.write_in(text, area, Anchor::Middle);
    }

    /// A text that has no room in the drawing: a number there, the text below.
    pub(super) fn number(&mut self, text: &Text, wishes: &[Point], legend: &str) {
        let number = self.view.legend.len() + 1;
        let words = if legend.is_empty() { text.whole() } else { legend.to_owned() };
        self.view.legend.push(Item { number, role: text.role, text: words, is_fault: text.has_mark });
        let size = (NUMBER, NUMBER);
        let Some(area) = placing::free(size, wishes, self.inside(), &self.taken, 60) else { return };
        self.taken.push(area);
        self.lead(wishes, area);
        let mark = Some(Mark::Number(number));
        self.view.labels.push(Label { area, lines: Vec::new(), anchor: Anchor::Middle, mark, role: text.role });
    }

    /// A line to a number that had to move away from what it tells of.
    fn lead(&mut self, wishes: &[Point], area: Area) {
        let (Some(from), middle) = (wishes.first(), area.middle()) else { return };
        let (x, y) = (middle.x - from.x, middle.y - from.y);
        let far = x.abs().max(y.abs());
        if far <= NUMBER {
            return;
        }
        // To the edge of its ring.
        let short = |part: i64| part * (far - NUMBER / 2) / far;
        self.line(Ink::Leader, None, *from, Point { x: from.x + short(x), y: from.y + short(y) });
    }

    /// What must be said of the whole view, once.
    pub(super) fn note(&mut self, words: &str) {
        if !words.is_empty() && !self.view.notes.iter().any(|note| note == words) {
            self.view.notes.push(words.to_owned());
        }
    }

    /// The scale, drawn: a length in whole metres that is neither too short nor too long.
    pub(super) fn scale_bar(&mut self, at: Point) {
        let metres = [1, 2, 5, 10, 20].into_iter().find(|metres| self.px(metres * 1000) >= 360).unwrap_or(20);
        let length = self.px(metres * 1000);
        let point = |x: i64, y: i64| Point { x: at.x + x, y: at.y + y };
        let bar = vec![point(0, -40), point(0, 0), point(length, 0), point(length, -40)];
        self.add(Ink::ScaleBar, None, Form::Path(bar));
        let mut words = metres.to_string();
        words.push_str("\u{a0}m");
        let text = Text::line(Pen::Place, &words, None);
        self.write(text, point(length + 60, -130), Anchor::Start);
        self.taken.push(Area { x: at.x, y: at.y - 60, width: length, height: 80 });
    }
}

/// Where a handle is, which way it moves and how far.
#[derive(Clone, Copy)]
pub(super) struct Moves {
    pub(super) at: Point,
    pub(super) axis: Axis,
    pub(super) sign: i64,
    pub(super) most: i64,
    pub(super) slide: (i64, i64),
}
