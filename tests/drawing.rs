//! The drawing tells the truth at every width.

#[path = "drawing/cases.rs"]
mod cases;

use bygg_uten_a_soke::drawing::{
    Area, Axis, Facts, Form, Handle, Held, Ink, Kind, Mark, Pen, Point, Role, Roof, Scale, Scene, Shape, Sketch, State,
    View, ViewName, draw,
};
use bygg_uten_a_soke::rules::Comparison;
use bygg_uten_a_soke::rules::range::Range;
use proptest::prelude::*;

fn known(role: Role) -> impl Strategy<Value = Option<Range>> {
    let most: i64 = match role {
        Role::Storeys => 4,
        _ if role.is_area() => 3_000_000,
        Role::Parapet | Role::Overhang => 1_500,
        Role::Boundary | Role::NeighbourBuilding | Role::OtherBuilding => 40_000,
        _ if role.is_in_section() => 9_000,
        _ => 90_000,
    };
    // Answers are mostly given to the decimetre, some of them absurd.
    let amount =
        prop_oneof![6 => 0..=most / 100, 1 => 0..=most * 30].prop_map(move |n| if most > 100 { n * 100 } else { n });
    prop_oneof![
        2 => Just(None),
        6 => amount.clone().prop_map(|amount| Some(Range::exactly(amount))),
        1 => amount.clone().prop_map(|low| Some(Range { low, high: None })),
        1 => amount.prop_map(|high| Some(Range { low: 0, high: Some(high) })),
    ]
}

fn measures() -> impl Strategy<Value = Vec<Role>> {
    proptest::sample::subsequence(Role::ALL.to_vec(), 0..=12).prop_shuffle()
}

fn limits() -> impl Strategy<Value = Vec<(Comparison, i64)>> {
    let comparison = prop_oneof![Just(Comparison::AtMost), Just(Comparison::AtLeast)];
    proptest::collection::vec((comparison, (0_i64..120).prop_map(|n| n * 100)), 0..=2)
}

fn sketches() -> impl Strategy<Value = Sketch> {
    let kind = proptest::sample::select(Kind::ALL.to_vec());
    let roof = proptest::option::of(proptest::sample::select(Roof::ALL.to_vec()));
    let stated = measures()
        .prop_flat_map(|roles| roles.into_iter().map(|role| (Just(role), known(role), limits())).collect::<Vec<_>>());
    (kind, roof, stated).prop_map(|(kind, roof, stated)| {
        let measures = stated.into_iter().map(|(role, known, limits)| cases::measure(role, known, &limits));
        Sketch { kind, roof, measures: measures.collect(), facts: Facts::default(), words: cases::words() }
    })
}

fn drawn(sketch: &Sketch, width: u16) -> Scene {
    draw(sketch, width, Held::default())
}

fn inside(view: &View) -> Area {
    Area { x: 0, y: 0, width: view.width, height: view.height }
}

fn bounds(shape: &Shape) -> Area {
    match &shape.form {
        Form::Rect(area) => *area,
        Form::Circle(middle, radius) => Area::around(*middle, *radius),
        Form::Path(points) | Form::Polygon(points) => {
            let least = |of: fn(&Point) -> i64| points.iter().map(of).min().unwrap_or(0);
            let most = |of: fn(&Point) -> i64| points.iter().map(of).max().unwrap_or(0);
            let corner = Point { x: most(|point| point.x), y: most(|point| point.y) };
            Area::between(Point { x: least(|point| point.x), y: least(|point| point.y) }, corner)
        }
    }
}

/// Everything written about a role, in the drawing or below it.
fn written(view: &View, role: Role) -> String {
    let labels = view.labels.iter().filter(|label| label.role == Some(role));
    let lines = labels.flat_map(|label| label.lines.iter().map(|(_, line)| line.as_str()));
    let items = view.legend.iter().filter(|item| item.role == Some(role)).map(|item| item.text.as_str());
    lines.chain(items).collect::<Vec<_>>().join(" ")
}

fn is_dashed(ink: Ink) -> bool {
    !matches!(ink, Ink::New | Ink::NewLine | Ink::Boundary | Ink::Dimension | Ink::Road | Ink::Track | Ink::Overhang)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(400), ..ProptestConfig::default() })]

    #[test]
    fn every_measured_line_is_as_long_as_its_answer_or_shows_a_break(sketch in sketches(), width in 280_u16..=900) {
        for view in drawn(&sketch, width).views {
            for line in &view.dimensions {
                let length = (line.from.x - line.to.x).abs() + (line.from.y - line.to.y).abs();
                prop_assert!(line.from.x == line.to.x || line.from.y == line.to.y);
                let Some(amount) = line.amount.filter(|_| line.is_to_scale) else { continue };
                let measured = length * view.scale.millimetres();
                // Two ends, each to the nearest tenth of a pixel.
                prop_assert!((measured - amount * 10).abs() <= view.scale.millimetres() * 2, "{line:?} at {:?}", view.scale);
            }
            let broken = view.dimensions.iter().filter(|line| !line.is_to_scale).count();
            prop_assert_eq!(view.shapes.iter().filter(|shape| shape.ink == Ink::Break).count(), broken);
        }
    }

    #[test]
    fn no_two_texts_overlap_and_nothing_leaves_its_view(sketch in sketches(), width in 280_u16..=900) {
        for view in drawn(&sketch, width).views {
            for (n, label) in view.labels.iter().enumerate() {
                prop_assert!(inside(&view).holds(label.area), "{label:?} in {} × {}", view.width, view.height);
                for other in view.labels.iter().skip(n + 1) {
                    prop_assert!(!label.area.overlaps(other.area), "{label:?} and {other:?}");
                }
            }
            for shape in &view.shapes {
                prop_assert!(inside(&view).holds(bounds(shape)), "{shape:?} in {} × {}", view.width, view.height);
            }
            for handle in &view.handles {
                prop_assert!(inside(&view).holds(Area::around(handle.at, 0)), "{handle:?}");
            }
        }
    }

    #[test]
    fn every_known_measure_that_is_drawn_is_written(sketch in sketches(), width in 280_u16..=900) {
        let scene = drawn(&sketch, width);
        for (role, measure) in sketch.measures.iter().filter(|(_, measure)| measure.known.is_some()) {
            for view in scene.views.iter().filter(|view| view.dimensions.iter().any(|line| line.role == *role)) {
                // Two measures of the same length may share a text.
                let all = Role::ALL.iter().map(|role| written(view, *role)).collect::<Vec<_>>().join("\n");
                prop_assert!(all.contains(&measure.value), "{role:?} {}: {all:?}", measure.value);
            }
            let said = scene.spoken.iter().any(|line| line.name == measure.name && line.value == measure.value);
            prop_assert!(said);
        }
    }

    #[test]
    fn every_broken_limit_that_is_drawn_has_its_mark_and_its_words(sketch in sketches(), width in 280_u16..=900) {
        let scene = drawn(&sketch, width);
        for (role, measure) in &sketch.measures {
            let Some(limit) = measure.fault() else { continue };
            for view in scene.views.iter().filter(|view| view.dimensions.iter().any(|line| line.role == *role)) {
                let marked = view.labels.iter().any(|label| label.role == Some(*role) && label.mark == Some(Mark::Fault));
                let below = view.legend.iter().any(|item| item.role == Some(*role) && item.is_fault);
                prop_assert!(marked || below, "{role:?}");
                let words = written(view, *role);
                prop_assert!(words.contains(&limit.words), "{role:?} {}: {words}", limit.words);
            }
            let spoken = scene.spoken.iter().find(|line| line.name == measure.name).unwrap();
            prop_assert_eq!(spoken.state, State::Broken);
            prop_assert!(spoken.limits.contains(&(limit.words.clone(), true)));
        }
    }

    #[test]
    fn what_is_not_known_is_never_drawn_as_if_it_were(sketch in sketches(), width in 280_u16..=900) {
        for view in drawn(&sketch, width).views {
            for (role, measure) in sketch.measures.iter().filter(|(_, measure)| measure.known.is_none()) {
                let solid = view.shapes.iter().find(|shape| shape.role == Some(*role) && !is_dashed(shape.ink));
                prop_assert_eq!(solid, None, "{:?} {}", role, measure.name);
                let claims = view.labels.iter().filter(|label| label.role == Some(*role)).flat_map(|label| &label.lines);
                prop_assert!(claims.into_iter().all(|(pen, _)| *pen != Pen::Value));
            }
        }
    }

    #[test]
    fn a_handle_moved_by_so_many_steps_changes_by_so_many(sketch in sketches(), width in 280_u16..=900, steps in -40_i64..=40) {
        for view in drawn(&sketch, width).views {
            for handle in view.handles.iter().filter(|handle| handle.amount % Handle::STEP == 0) {
                let scale = Scale::of(handle.millimetres).unwrap();
                let tenths = scale.tenths(steps.abs() * Handle::STEP) * steps.signum() * handle.sign;
                let wanted = (handle.amount + steps * Handle::STEP).clamp(0, handle.most);
                prop_assert_eq!(handle.moved(tenths), wanted);
            }
        }
    }

    #[test]
    fn handles_can_be_told_apart_by_a_finger(sketch in sketches(), width in 280_u16..=900) {
        for view in drawn(&sketch, width).views {
            for (n, handle) in view.handles.iter().enumerate() {
                prop_assert!(handle.reach >= 120);
                for other in view.handles.iter().skip(n + 1) {
                    let apart = (handle.at.x - other.at.x).abs().max((handle.at.y - other.at.y).abs());
                    prop_assert!(apart >= 240, "{handle:?} {other:?}");
                    prop_assert!(apart >= handle.reach + other.reach);
                }
            }
        }
    }

    #[test]
    fn every_measure_that_can_be_changed_and_is_drawn_has_a_handle(sketch in sketches(), width in 280_u16..=900) {
        for view in drawn(&sketch, width).views {
            for line in &view.dimensions {
                let Some(measure) = sketch.measure(line.role).filter(|measure| measure.can_change) else { continue };
                let is_exact = measure.known.is_none_or(|known| known.exact().is_some());
                let ends = inside(&view).holds(Area::between(line.from, line.from)) && inside(&view).holds(Area::between(line.to, line.to));
                let found = view.handles.iter().any(|handle| handle.role == line.role);
                prop_assert!(found || !is_exact || !ends, "{line:?}");
            }
        }
    }

    /// What the finger holds follows it: the scale rests, and the handle is where the finger is.
    #[test]
    fn a_handle_stays_under_the_finger(sketch in sketches(), width in 280_u16..=900, steps in -8_i64..=8) {
        let scene = drawn(&sketch, width);
        let find = |name| scene.views.iter().find(|view| view.name == name);
        let section = find(ViewName::Section);
        let plan = find(ViewName::Plan);
        for view in &scene.views {
            for handle in view.handles.iter().filter(|handle| handle.is_known && handle.amount % 100 == 0) {
                let line = view.dimensions.iter().find(|line| line.role == handle.role).unwrap();
                if !line.is_to_scale { continue }
                let amount = handle.amount + steps * 100;
                if !(0..=handle.most).contains(&amount) { continue }
                // Two measures of the same height share a text; when they part, the view has to grow.
                let is_shared = |amount| sketch.measures.iter().any(|(role, measure)| *role != handle.role && measure.known == Some(Range::exactly(amount)));
                if is_shared(handle.amount) || is_shared(amount) { continue }
                let mut after = sketch.clone();
                for (role, measure) in &mut after.measures {
                    if *role == handle.role { measure.known = Some(Range::exactly(amount)); }
                }
                let held = Held { section: section.map(|view| (view.scale, view.level)), plan: plan.map(|view| view.scale) };
                let now = draw(&after, width, held);
                let same = now.views.iter().find(|other| other.name == view.name).unwrap();
                // What lies farthest off stands still; when that becomes another, the handles change places.
                let alike = |other: &&Handle| other.role == handle.role && other.sign == handle.sign;
                let Some(moved) = same.handles.iter().find(alike) else { continue };
                prop_assert_eq!(same.scale, view.scale, "{:?}", handle.role);
                let (from, to) = if handle.axis == Axis::Vertical { (handle.at.y, moved.at.y) } else { (handle.at.x, moved.at.x) };
                let wanted = view.scale.tenths(steps.abs() * 100) * steps.signum() * handle.sign;
                prop_assert!((to - from - wanted).abs() <= 60, "{:?}: {} for {wanted}", handle.role, to - from);
            }
        }
    }

    #[test]
    fn the_lines_hold_all_of_it(sketch in sketches(), width in 280_u16..=900) {
        let scene = drawn(&sketch, width);
        let lines = scene.lines();
        let count = |kind: &str| lines.lines().filter(|line| line.split('\t').next() == Some(kind)).count();
        prop_assert_eq!(count("view"), scene.views.len());
        let all = |of: fn(&View) -> usize| scene.views.iter().map(of).sum::<usize>();
        prop_assert_eq!(count("shape"), all(|view| view.shapes.len()));
        prop_assert_eq!(count("label"), all(|view| view.labels.len()));
        prop_assert_eq!(count("handle"), all(|view| view.handles.len()));
        prop_assert_eq!(count("spoken"), if scene.views.is_empty() { 0 } else { scene.spoken.len() });
    }
}

#[test]
fn nothing_is_drawn_where_nothing_is_measured() {
    let sketch = Sketch {
        kind: Kind::Building,
        roof: None,
        measures: Vec::new(),
        facts: Facts::default(),
        words: cases::words(),
    };
    assert_eq!(drawn(&sketch, 343).lines(), "");
}

#[test]
fn the_drawing_does_not_judge() {
    let mut measure = cases::measure(Role::RidgeHeight, Some(Range::exactly(9_000)), &[(Comparison::AtMost, 4_000)]);
    measure.1.limits.iter_mut().for_each(|limit| limit.is_broken = false);
    let sketch = Sketch {
        kind: Kind::Building,
        roof: None,
        measures: vec![measure],
        facts: Facts::default(),
        words: cases::words(),
    };
    let scene = drawn(&sketch, 343);
    let has_fault = |view: &View| view.labels.iter().any(|label| label.mark == Some(Mark::Fault));
    assert!(!scene.views.iter().any(has_fault), "nine metres may be allowed; only the rules know");
}

#[test]
fn a_road_sixty_metres_off_leaves_the_building_readable() {
    let (_, sketch) = cases::all().into_iter().find(|(name, _)| *name == "veg").unwrap();
    for width in [288, 343, 420, 560] {
        let plan = drawn(&sketch, width).views.pop().unwrap();
        let road = plan.dimensions.iter().find(|line| line.role == Role::NationalRoad).unwrap();
        assert!(!road.is_to_scale);
        let building = plan.shapes.iter().find(|shape| shape.ink == Ink::New).map(bounds).unwrap();
        assert!(building.height >= 600, "{width}: {building:?}");
    }
}
