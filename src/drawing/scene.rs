//! The finished drawing, as plain data. All lengths are tenths of a CSS pixel.

use super::role::Role;
use super::scale::Scale;

mod lines;

/// The finished drawing.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Scene {
    /// What is seen; none where there is nothing to draw.
    pub views: Vec<View>,
    /// The same in words.
    pub spoken: Vec<Line>,
}

/// Which view.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ViewName {
    /// Cut through, seen from the side.
    Section,
    /// Seen from above.
    Plan,
}

/// One view.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct View {
    /// Which.
    pub name: ViewName,
    /// How wide.
    pub width: i64,
    /// How high.
    pub height: i64,
    /// The scale of all that is not broken off.
    pub scale: Scale,
    /// How far down the ground lies in a section.
    pub level: i64,
    /// What is drawn, from the back to the front.
    pub shapes: Vec<Shape>,
    /// The measured lines, as drawn.
    pub dimensions: Vec<Dimension>,
    /// What is written.
    pub labels: Vec<Label>,
    /// What had no room and is written below, by its number.
    pub legend: Vec<Item>,
    /// What can be dragged, in the order of the answers.
    pub handles: Vec<Handle>,
    /// What must be said of the whole view.
    pub notes: Vec<String>,
}

/// A place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Area {
    /// The left edge.
    pub x: i64,
    /// The top edge.
    pub y: i64,
    /// How wide.
    pub width: i64,
    /// How high.
    pub height: i64,
}

impl Area {
    /// Between two corners, whichever they are.
    #[must_use]
    pub fn between(one: Point, other: Point) -> Self {
        let (x, y) = (one.x.min(other.x), one.y.min(other.y));
        Self { x, y, width: one.x.max(other.x) - x, height: one.y.max(other.y) - y }
    }

    /// A square round a point.
    #[must_use]
    pub const fn around(middle: Point, reach: i64) -> Self {
        Self { x: middle.x - reach, y: middle.y - reach, width: reach * 2, height: reach * 2 }
    }

    /// The right edge.
    #[must_use]
    pub const fn right(self) -> i64 {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub const fn bottom(self) -> i64 {
        self.y + self.height
    }

    /// The middle.
    #[must_use]
    pub const fn middle(self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }

    /// Whether they share more than an edge.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether the other lies wholly within.
    #[must_use]
    pub const fn holds(self, other: Self) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }

    /// The same with so much more on every side.
    #[must_use]
    pub const fn wider(self, by: i64) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + by * 2, height: self.height + by * 2 }
    }
}

/// What is drawn.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Shape {
    /// How it looks.
    pub ink: Ink,
    /// Which measure it shows, if it shows one.
    pub role: Option<Role>,
    /// Its form.
    pub form: Form,
}

/// The form of a shape.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Form {
    /// From point to point.
    Path(Vec<Point>),
    /// From point to point and back to the first.
    Polygon(Vec<Point>),
    /// A rectangle.
    Rect(Area),
    /// A circle and its radius.
    Circle(Point, i64),
}

/// How a shape looks; the style sheet says what that means.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ink {
    /// The ground below, cut through.
    Ground,
    /// Its upper edge.
    GroundLine,
    /// The resident's plot.
    Plot,
    /// A house that stands already.
    House,
    /// Its outline.
    HouseLine,
    /// Where it is cut off.
    Cut,
    /// What is new.
    New,
    /// Its outline.
    NewLine,
    /// What is new and of assumed size.
    Assumed,
    /// Its outline.
    AssumedLine,
    /// A thin line inside: a floor, a ridge seen from above.
    Detail,
    /// A thin line inside that is assumed.
    AssumedDetail,
    /// What runs out over the wall.
    Overhang,
    /// A boundary.
    Boundary,
    /// A boundary at an assumed distance.
    AssumedBoundary,
    /// A limit that is kept, or not yet tried.
    Limit,
    /// A limit that is broken.
    BrokenLimit,
    /// What a limit keeps free.
    Zone,
    /// What is built where it should be free.
    BrokenZone,
    /// A measured line.
    Dimension,
    /// A measured line of an assumed length.
    AssumedDimension,
    /// A measured line that breaks a limit.
    Fault,
    /// From what is measured to the measured line.
    Extension,
    /// From a text to what it tells of.
    Leader,
    /// The mark of a line that is longer than drawn.
    Break,
    /// A road.
    Road,
    /// Its middle.
    RoadMiddle,
    /// A road at an assumed distance.
    AssumedRoad,
    /// A railway track.
    Track,
    /// The sea.
    Sea,
    /// A pipe or a cable.
    Pipe,
    /// A pipe or a cable that breaks a limit.
    BrokenPipe,
    /// A person, to show the size.
    Person,
    /// The scale, drawn.
    ScaleBar,
}

/// A measured line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Dimension {
    /// Which measure.
    pub role: Role,
    /// Its first end.
    pub from: Point,
    /// Its other end.
    pub to: Point,
    /// What was answered, if that is exact.
    pub amount: Option<i64>,
    /// Whether it is as long as its amount; otherwise it has the mark of a break.
    pub is_to_scale: bool,
}

/// What is written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Label {
    /// The room it has.
    pub area: Area,
    /// Its lines.
    pub lines: Vec<(Pen, String)>,
    /// Where in its room it stands.
    pub anchor: Anchor,
    /// The mark before it.
    pub mark: Option<Mark>,
    /// Which measure it tells of.
    pub role: Option<Role>,
}

/// How a line is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Pen {
    /// What something is called.
    Name,
    /// What a measure is.
    Value,
    /// What it would be: not answered.
    Unknown,
    /// A limit.
    Limit,
    /// What breaks a limit.
    Fault,
    /// A thing in the surroundings.
    Place,
}

/// Where in its room a text stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Anchor {
    /// At the left.
    Start,
    /// In the middle.
    Middle,
}

/// A mark before a text, or instead of one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Mark {
    /// Something breaks a limit.
    Fault,
    /// See the legend.
    Number(usize),
}

/// What had no room in the drawing.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Item {
    /// Its number in the drawing.
    pub number: usize,
    /// Which measure it tells of.
    pub role: Option<Role>,
    /// The text.
    pub text: String,
    /// Whether it tells of something that breaks a limit.
    pub is_fault: bool,
}

/// Something that can be dragged.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Handle {
    /// Which measure it changes.
    pub role: Role,
    /// Its concept.
    pub concept: u16,
    /// Its middle.
    pub at: Point,
    /// How far from the middle it can be taken hold of.
    pub reach: i64,
    /// Which way it moves.
    pub axis: Axis,
    /// Whether the measure grows to the right or downwards (1) or the other way (-1).
    pub sign: i64,
    /// What a pixel is worth, in millimetres.
    pub millimetres: i64,
    /// What the measure is; what is drawn where it is not known.
    pub amount: i64,
    /// Whether that is what was answered.
    pub is_known: bool,
    /// The most it can be dragged to without a new scale.
    pub most: i64,
    /// What it is called.
    pub name: String,
    /// What it is, in words.
    pub value: String,
    /// The limits that are broken, in words.
    pub faults: Vec<String>,
    /// The limits that it keeps, in words.
    pub kept: Vec<String>,
    /// The amounts of all its limits, where a key can take it.
    pub stops: Vec<i64>,
}

impl Handle {
    /// Every measure is dragged in steps of this many millimetres.
    pub const STEP: i64 = 100;

    /// What it comes to, moved by so many tenths of a pixel along its axis.
    ///
    /// A hand that trembles changes nothing. From an amount between two steps the first step leads to the nearest one that way.
    #[must_use]
    pub fn moved(&self, tenths: i64) -> i64 {
        let by = self.sign * tenths * self.millimetres / 10;
        let steps = (by.abs() + Self::STEP / 2) / Self::STEP * by.signum();
        let start = match steps {
            0 => return self.amount,
            1.. => self.amount.div_euclid(Self::STEP),
            _ => -(-self.amount).div_euclid(Self::STEP),
        };
        ((start + steps) * Self::STEP).clamp(0, self.most.max(self.amount))
    }
}

/// Which way something moves.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Axis {
    /// Sideways.
    Horizontal,
    /// Up and down.
    Vertical,
}

/// A measure in words.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Line {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub value: String,
    /// Its limits, and whether each is broken.
    pub limits: Vec<(String, bool)>,
    /// How it stands.
    pub state: State,
}

/// How a measure stands to its limits.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    /// It keeps them, or has none.
    Kept,
    /// It breaks one.
    Broken,
    /// It is not known.
    Unknown,
}
