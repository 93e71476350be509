//! The plan: seen from above, with the distances to what lies around.
//!
//! The house stands to the left and the neighbour to the right, roads below, tracks and the sea above. The answers say how far
//! it is to each of them, not where they lie.

mod around;
mod layout;
mod sideways;

use super::canvas::{Canvas, EDGE, Text};
use super::form::{self, Footprint};
use super::role::{Role, Word};
use super::scale::Scale;
use super::scene::{Area, Form, Ink, Pen, Point, View, ViewName};
use super::sketch::{Kind, Measure, Roof, Sketch, Sureness};
use layout::Layout;

pub(super) fn is_drawn(sketch: &Sketch) -> bool {
    let plan_only = |role: Role| !role.is_in_section() && !matches!(role, Role::FloorArea | Role::ExtensionFloorArea);
    sketch.measures.iter().any(|(role, _)| plan_only(*role))
        || sketch.facts.pipes.as_ref().is_some_and(|fact| fact.is_there)
}

pub(super) fn draw(sketch: &Sketch, width: i64, held: Option<Scale>) -> View {
    let footprint = form::footprint(sketch);
    let layout = Layout::of(sketch, footprint, width, held);
    let mut canvas = Canvas::new(ViewName::Plan, layout.scale, width, layout.height);
    let mut plan = Plan { sketch, canvas: &mut canvas, layout: &layout, footprint };
    plan.ground();
    plan.side_surroundings();
    plan.vertical_surroundings();
    plan.building();
    plan.vertical_distances();
    plan.side_distances();
    plan.length();
    plan.canvas.settle_handles();
    plan.inside_words();
    plan.side_words();
    plan.vertical_words();
    plan.length_words();
    plan.pipes_words();
    plan.notes();
    canvas.view
}

struct Plan<'a> {
    sketch: &'a Sketch,
    canvas: &'a mut Canvas,
    layout: &'a Layout,
    footprint: Footprint,
}

impl Plan<'_> {
    fn ground(&mut self) {
        let (width, height) = (self.canvas.view.width, self.canvas.view.height);
        self.canvas.add(Ink::Plot, None, Form::Rect(Area { x: 0, y: 0, width, height }));
        self.canvas.scale_bar(Point { x: EDGE * 2, y: height - 80 });
    }

    /// What is new: filled and outlined as surely as its sides are known.
    fn building(&mut self) {
        let area = self.layout.building;
        let is_known =
            self.footprint.across_sureness == Sureness::Known && self.footprint.along_sureness == Sureness::Known;
        let role = match self.sketch.kind {
            Kind::Terrace => Role::Projection,
            Kind::Screen | Kind::RetainingWall => Role::WallLength,
            _ => form::area_role(self.sketch),
        };
        let role = Some(role).filter(|_| self.sketch.kind != Kind::Mast);
        self.canvas.add(if is_known { Ink::New } else { Ink::Assumed }, role, Form::Rect(area));
        self.zones();
        let (left, right, top, bottom) = (area.x, area.right(), area.y, area.bottom());
        let point = |x, y| Point { x, y };
        let across = outline(self.footprint.across_sureness);
        let along = outline(self.footprint.along_sureness);
        self.canvas.line(across, role, point(left, top), point(left, bottom));
        self.canvas.line(across, role, point(right, top), point(right, bottom));
        self.canvas.line(along, role, point(left, top), point(right, top));
        self.canvas.line(along, role, point(left, bottom), point(right, bottom));
        if self.sketch.roof == Some(Roof::Saddle) && matches!(self.sketch.kind, Kind::Building | Kind::Extension) {
            let x = area.middle().x;
            self.canvas.line(Ink::Detail, None, point(x, top), point(x, bottom));
        }
        self.pipes();
        self.canvas.crossed.push(area);
    }

    fn pipes(&mut self) {
        let Some(fact) = self.sketch.facts.pipes.as_ref().filter(|fact| fact.is_there) else { return };
        let area = self.layout.building;
        let ink = if fact.fault.is_some() { Ink::BrokenPipe } else { Ink::Pipe };
        let (from, to) = (area.y - 240, area.bottom() + 240);
        let x = area.x + area.width / 9;
        for x in [x, x + 40] {
            self.canvas.line(ink, None, Point { x, y: from }, Point { x, y: to });
        }
        self.canvas.crossed.push(Area::between(Point { x: x - 20, y: from }, Point { x: x + 60, y: to }));
    }

    fn pipes_words(&mut self) {
        let Some(fact) = self.sketch.facts.pipes.as_ref().filter(|fact| fact.is_there) else { return };
        let area = self.layout.building;
        let (x, y) = (area.x + area.width / 9, area.bottom() + 200);
        let pen = if fact.fault.is_some() { Pen::Fault } else { Pen::Place };
        let mut text = Text::line(pen, self.sketch.word(Word::Pipes), None);
        text.has_mark = fact.fault.is_some();
        text.lines.extend(fact.fault.iter().map(|words| (Pen::Fault, words.clone())));
        let half = text.size().0 / 2 + 80;
        self.canvas.place(text, &[Point { x: x - half, y }, Point { x: x + half, y }], "");
    }

    /// How large it is: written inside if there is room.
    fn inside_words(&mut self) {
        let area = self.layout.building;
        let roles = [Role::Footprint, Role::ExtensionFootprint, Role::FloorArea, Role::ExtensionFloorArea];
        let stated: Vec<(Role, &Measure)> =
            roles.into_iter().filter_map(|role| Some((role, self.sketch.measure(role)?))).collect();
        let apart = area.height / (i64::try_from(stated.len()).unwrap_or(0) + 1);
        for (n, (role, measure)) in stated.into_iter().enumerate() {
            let middle = area.middle();
            let y = area.y + apart * (i64::try_from(n).unwrap_or(0) + 1);
            let wishes = [Point { x: middle.x, y }, middle];
            let named_text = Text::named(role, &[&measure.name], measure, area.width - 60).map(|mut text| {
                text.lines.extend(measure.fault().map(|limit| (Pen::Fault, limit.words.clone())));
                text
            });
            let fitting = named_text
                .filter(|text| text.size().0 + 40 <= area.width && text.size().1 <= apart.max(area.height / 2));
            if let Some(text) = fitting {
                self.canvas.place_over(text, &wishes, &measure.in_line());
                continue;
            }
            let text = Text { lines: Vec::new(), has_mark: measure.fault().is_some(), role: Some(role) };
            self.canvas.number(&text, &wishes, &measure.in_line());
        }
    }

    fn notes(&mut self) {
        let known = |role: Role| self.sketch.measure(role).is_none_or(|measure| measure.known.is_some());
        let is_assumed = self.footprint.along_sureness == Sureness::Assumed
            || self.sketch.measures.iter().any(|(role, _)| !role.is_in_section() && !known(*role));
        if is_assumed {
            self.canvas.note(self.sketch.word(Word::Assumed));
        }
        if self.footprint.is_form_assumed {
            self.canvas.note(self.sketch.word(Word::AssumedShape));
        }
        let is_broken = self.canvas.view.dimensions.iter().any(|drawn| !drawn.is_to_scale) || self.footprint.is_cut;
        if is_broken {
            self.canvas.note(self.sketch.word(Word::NotToScale));
        }
    }
}

const fn outline(sureness: Sureness) -> Ink {
    match sureness {
        Sureness::Known => Ink::NewLine,
        _ => Ink::AssumedLine,
    }
}
