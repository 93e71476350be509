//! The drawing as text, a line for each part, for a page that builds it.

use super::{Anchor, Area, Axis, Form, Handle, Item, Label, Line, Mark, Point, Scene, Shape, State, View, ViewName};
use super::{Ink, Pen};

impl Scene {
    /// The drawing as lines with tabs between the fields, empty where there is nothing to draw. Lengths are tenths of a pixel.
    ///
    /// ```text
    /// view    name width height millimetres-per-pixel level
    /// shape   ink form numbers…               (path, polygon: x y …; rect: x y width height; circle: x y radius)
    /// label   x y width height anchor mark pen text pen text …      (mark: empty, `!` or a number)
    /// item    number fault text               (what had no room)
    /// handle  role concept x y reach axis sign millimetres amount known most name value faults kept stops
    /// note    text
    /// spoken  state name value broken limit broken limit …
    /// ```
    #[must_use]
    pub fn lines(&self) -> String {
        if self.views.is_empty() {
            return String::new();
        }
        let views = self.views.iter().flat_map(view);
        views.chain(self.spoken.iter().map(spoken)).map(|fields| joined(&fields)).collect()
    }
}

/// A line. No text can break it.
fn joined(fields: &[String]) -> String {
    let clean = |field: &String| field.replace(['\t', '\n', '\r'], " ");
    let mut line = fields.iter().map(clean).collect::<Vec<_>>().join("\t");
    line.push('\n');
    line
}

fn view(view: &View) -> Vec<Vec<String>> {
    let size = [view.width, view.height, view.scale.millimetres(), view.level].map(|number| number.to_string());
    let name = match view.name {
        ViewName::Section => "section",
        ViewName::Plan => "plan",
    };
    let mut lines = vec![vec!["view".to_owned(), name.to_owned()].into_iter().chain(size).collect()];
    lines.extend(view.shapes.iter().map(shape));
    lines.extend(view.labels.iter().map(label));
    lines.extend(view.legend.iter().map(item));
    lines.extend(view.handles.iter().map(handle));
    lines.extend(view.notes.iter().map(|note| vec!["note".to_owned(), note.clone()]));
    lines
}

fn shape(shape: &Shape) -> Vec<String> {
    let points = |points: &[Point]| points.iter().flat_map(|point| [point.x, point.y]).collect::<Vec<_>>();
    let (form, numbers) = match &shape.form {
        Form::Path(path) => ("path", points(path)),
        Form::Polygon(path) => ("polygon", points(path)),
        Form::Rect(area) => ("rect", sides(*area)),
        Form::Circle(middle, radius) => ("circle", vec![middle.x, middle.y, *radius]),
    };
    let start = ["shape", ink(shape.ink), form].map(str::to_owned);
    start.into_iter().chain(numbers.iter().map(ToString::to_string)).collect()
}

fn sides(area: Area) -> Vec<i64> {
    vec![area.x, area.y, area.width, area.height]
}

fn label(label: &Label) -> Vec<String> {
    let mark = match label.mark {
        None => String::new(),
        Some(Mark::Fault) => "!".to_owned(),
        Some(Mark::Number(number)) => number.to_string(),
    };
    let anchor = match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
    };
    let mut fields = vec!["label".to_owned()];
    fields.extend(sides(label.area).iter().map(ToString::to_string));
    fields.extend([anchor.to_owned(), mark]);
    fields.extend(label.lines.iter().flat_map(|(pen, text)| [self::pen(*pen).to_owned(), text.clone()]));
    fields
}

fn item(item: &Item) -> Vec<String> {
    vec!["item".to_owned(), item.number.to_string(), flag(item.is_fault), item.text.clone()]
}

fn handle(handle: &Handle) -> Vec<String> {
    let axis = match handle.axis {
        Axis::Horizontal => "horizontal",
        Axis::Vertical => "vertical",
    };
    let place = [i64::from(handle.concept), handle.at.x, handle.at.y, handle.reach].map(|number| number.to_string());
    let moves = [handle.sign, handle.millimetres, handle.amount].map(|number| number.to_string());
    let stops = handle.stops.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let mut fields = vec!["handle".to_owned(), handle.role.key().to_owned()];
    fields.extend(place);
    fields.push(axis.to_owned());
    fields.extend(moves);
    fields.extend([flag(handle.is_known), handle.most.to_string(), handle.name.clone(), handle.value.clone()]);
    fields.extend([handle.faults.join("; "), handle.kept.join("; "), stops]);
    fields
}

fn spoken(line: &Line) -> Vec<String> {
    let state = match line.state {
        State::Kept => "kept",
        State::Broken => "broken",
        State::Unknown => "unknown",
    };
    let mut fields = vec!["spoken".to_owned(), state.to_owned(), line.name.clone(), line.value.clone()];
    fields.extend(line.limits.iter().flat_map(|(words, is_broken)| [flag(*is_broken), words.clone()]));
    fields
}

fn flag(is_so: bool) -> String {
    u8::from(is_so).to_string()
}

const fn pen(pen: Pen) -> &'static str {
    match pen {
        Pen::Name => "name",
        Pen::Value => "value",
        Pen::Unknown => "unknown",
        Pen::Limit => "limit",
        Pen::Fault => "fault",
        Pen::Place => "place",
    }
}

const fn ink(ink: Ink) -> &'static str {
    match ink {
        Ink::Ground => "ground",
        Ink::GroundLine => "ground-line",
        Ink::Plot => "plot",
        Ink::House => "house",
        Ink::HouseLine => "house-line",
        Ink::Cut => "cut",
        Ink::New => "new",
        Ink::NewLine => "new-line",
        Ink::Assumed => "assumed",
        Ink::AssumedLine => "assumed-line",
        Ink::Detail => "detail",
        Ink::AssumedDetail => "assumed-detail",
        Ink::Overhang => "overhang",
        Ink::Boundary => "boundary",
        Ink::AssumedBoundary => "assumed-boundary",
        Ink::Limit => "limit-line",
        Ink::BrokenLimit => "broken-limit",
        Ink::Zone => "zone",
        Ink::BrokenZone => "broken-zone",
        Ink::Dimension => "dimension",
        Ink::AssumedDimension => "assumed-dimension",
        Ink::Fault => "fault-line",
        Ink::Extension => "extension",
        Ink::Leader => "leader",
        Ink::Break => "break",
        Ink::Road => "road",
        Ink::RoadMiddle => "road-middle",
        Ink::AssumedRoad => "assumed-road",
        Ink::Track => "track",
        Ink::Sea => "sea",
        Ink::Pipe => "pipe",
        Ink::BrokenPipe => "broken-pipe",
        Ink::Person => "person",
        Ink::ScaleBar => "scale-bar",
    }
}
