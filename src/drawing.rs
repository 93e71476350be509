//! A drawing of what is to be built, to scale, from the answers alone: a section and a plan.
//!
//! Pure geometry: millimetres in, tenths of a CSS pixel out, all whole numbers. It knows roles such as the ridge height and
//! the distance to the boundary, and neither concepts nor law; what each role is called, what it is and which limits it must
//! keep are told by whoever asks. What is not known is drawn dashed, at a size that is visibly assumed.

mod canvas;
mod form;
mod grips;
mod named;
mod placing;
mod plan;
mod role;
mod scale;
mod scene;
mod section;
mod sketch;
mod spoken;
mod text;

pub use role::{Role, Word};
pub use scale::Scale;
pub use scene::{
    Anchor, Area, Axis, Dimension, Form, Handle, Ink, Item, Label, Line, Mark, Pen, Point, Scene, Shape, State, View,
    ViewName,
};
pub use sketch::{Fact, Facts, Kind, Limit, Measure, Roof, Sketch};

/// The narrowest and the widest a drawing can be, in CSS pixels.
pub const WIDTHS: (u16, u16) = (280, 900);
/// From here the two views stand side by side, with this between them.
const SIDE_BY_SIDE: i64 = 640;
const BETWEEN: i64 = 24;

/// What to keep while something is dragged, so that what is held stays under the finger.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Held {
    /// The section's scale, and how far down its ground lies.
    pub section: Option<(Scale, i64)>,
    /// The plan's scale.
    pub plan: Option<Scale>,
}

/// The drawing, as wide as there is room for; without views where there is nothing to draw.
///
/// A held scale is kept only if everything has room at it.
#[must_use]
pub fn draw(sketch: &Sketch, width: u16, held: Held) -> Scene {
    let width = i64::from(width.clamp(WIDTHS.0, WIDTHS.1));
    let is_double = width >= SIDE_BY_SIDE && section::is_drawn(sketch) && plan::is_drawn(sketch);
    let each = if is_double { (width - BETWEEN) / 2 } else { width.min(SIDE_BY_SIDE) };
    let section = section::is_drawn(sketch).then(|| section::draw(sketch, each * 10, held.section));
    let plan = plan::is_drawn(sketch).then(|| plan::draw(sketch, each * 10, held.plan));
    let mut views: Vec<View> = section.into_iter().chain(plan).collect();
    say_once(&mut views);
    Scene { views, spoken: spoken::spoken(sketch) }
}

/// What holds for both views is said below the last.
fn say_once(views: &mut [View]) {
    if let [first, last] = views {
        first.notes.retain(|note| !last.notes.contains(note));
    }
}
