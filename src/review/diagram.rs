//! Decision diagrams: a function of many small variables, written once for all its arguments.
//!
//! A diagram asks one variable after the other, in a fixed order, and ends in a number. Equal parts are shared, and a
//! variable that makes no difference is not asked. So two diagrams are equal exactly if their functions are, and a
//! function over more arguments than could ever be listed fits in a few thousand nodes.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

/// A function: a place among the [`Diagrams`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Diagram(u32);

/// One value for each variable; `None` where any will do.
pub type Point = Vec<Option<usize>>;

#[derive(Clone, Debug, Eq, Hash, PartialEq)]
enum Node {
    End(u32),
    Ask(u16, Box<[Diagram]>),
}

/// All diagrams over the same variables, and the sharing between them.
#[derive(Debug)]
pub struct Diagrams {
    nodes: Vec<Node>,
    places: HashMap<Node, Diagram, Quick>,
    widths: Vec<usize>,
    /// Which nodes end in no and yes alone.
    plain: Vec<bool>,
    /// What yes and no have been joined to before.
    memory: HashMap<(Logic, Diagram, Diagram), Diagram, Quick>,
}

/// How two answers of yes and no are joined.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Logic {
    And,
    Or,
    Without,
}

/// How much of all arguments is one.
pub const WHOLE: u128 = 1 << 100;

const NOWHERE: Node = Node::End(0);

impl Diagrams {
    /// Over variables that have so many values each.
    #[must_use]
    pub fn new(widths: Vec<usize>) -> Self {
        Self { nodes: Vec::new(), places: HashMap::default(), widths, plain: Vec::new(), memory: HashMap::default() }
    }

    /// How many nodes there are.
    #[must_use]
    pub fn size(&self) -> usize {
        self.nodes.len()
    }

    /// The same number for all arguments.
    pub fn end(&mut self, number: u32) -> Diagram {
        self.keep(Node::End(number))
    }

    /// Asks a variable that stands before all that the children ask.
    pub fn ask(&mut self, variable: usize, children: Vec<Diagram>) -> Diagram {
        match children.split_first() {
            Some((first, rest)) if rest.iter().any(|child| child != first) => {
                let variable = u16::try_from(variable).unwrap_or(u16::MAX);
                self.keep(Node::Ask(variable, children.into_boxed_slice()))
            }
            Some((first, _)) => *first,
            None => self.end(0),
        }
    }

    fn keep(&mut self, node: Node) -> Diagram {
        if let Some(known) = self.places.get(&node) {
            return *known;
        }
        let place = Diagram(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        let is_plain = |child: &Diagram| self.plain.get(child.0 as usize).copied().unwrap_or(false);
        self.plain.push(match &node {
            Node::End(number) => *number <= 1,
            Node::Ask(_, children) => children.iter().all(is_plain),
        });
        self.nodes.push(node.clone());
        self.places.insert(node, place);
        place
    }

    fn node(&self, diagram: Diagram) -> &Node {
        self.nodes.get(diagram.0 as usize).unwrap_or(&NOWHERE)
    }

    /// The function that makes one number of two.
    pub fn join(&mut self, a: Diagram, b: Diagram, number: &dyn Fn(u32, u32) -> u32) -> Diagram {
        self.joined(a, b, number, &mut HashMap::default())
    }

    fn joined(
        &mut self,
        a: Diagram,
        b: Diagram,
        number: &dyn Fn(u32, u32) -> u32,
        known: &mut HashMap<(Diagram, Diagram), Diagram, Quick>,
    ) -> Diagram {
        if let Some(known) = known.get(&(a, b)) {
            return *known;
        }
        let made = match (self.node(a), self.node(b)) {
            (Node::End(a), Node::End(b)) => {
                let number = number(*a, *b);
                self.end(number)
            }
            (one, other) => {
                let variable = first_asked(one, other);
                let (ones, others) = (children(one, a, variable), children(other, b, variable));
                let pairs = (0..self.width(variable)).map(|value| (ones.at(value), others.at(value)));
                let pairs: Vec<_> = pairs.collect();
                let made = pairs.into_iter().map(|(a, b)| self.joined(a, b, number, known)).collect();
                self.ask(variable, made)
            }
        };
        known.insert((a, b), made);
        made
    }

    /// The function with other numbers at its ends.
    pub fn map(&mut self, a: Diagram, number: &dyn Fn(u32) -> u32) -> Diagram {
        let nothing = self.end(0);
        self.join(a, nothing, &|a, _| number(a))
    }

    /// Both hold; here and below, 0 is no and anything else is yes.
    pub fn and(&mut self, a: Diagram, b: Diagram) -> Diagram {
        self.logic(Logic::And, a, b)
    }

    /// At least one holds.
    pub fn or(&mut self, a: Diagram, b: Diagram) -> Diagram {
        self.logic(Logic::Or, a, b)
    }

    /// The first holds and the second does not.
    pub fn without(&mut self, a: Diagram, b: Diagram) -> Diagram {
        self.logic(Logic::Without, a, b)
    }

    fn logic(&mut self, logic: Logic, a: Diagram, b: Diagram) -> Diagram {
        if let Some(made) = self.at_once(logic, a, b) {
            return made;
        }
        let known = self.memory.get(&(logic, a, b)).copied();
        if let Some(known) = known {
            return known;
        }
        let variable = first_asked(self.node(a), self.node(b));
        let (ones, others) = (children(self.node(a), a, variable), children(self.node(b), b, variable));
        let pairs: Vec<_> = (0..self.width(variable)).map(|value| (ones.at(value), others.at(value))).collect();
        let made = pairs.into_iter().map(|(a, b)| self.logic(logic, a, b)).collect();
        let made = self.ask(variable, made);
        self.memory.insert((logic, a, b), made);
        made
    }

    /// What needs no looking into.
    fn at_once(&mut self, logic: Logic, a: Diagram, b: Diagram) -> Option<Diagram> {
        let end = |of: Diagram| match self.node(of) {
            Node::End(number) => Some(*number != 0),
            Node::Ask(..) => None,
        };
        let plain = |of: Diagram| self.plain.get(of.0 as usize).copied().unwrap_or(false).then_some(of);
        match (logic, end(a), end(b)) {
            (Logic::And, Some(a), Some(b)) => Some(self.end(u32::from(a && b))),
            (Logic::Or, Some(a), Some(b)) => Some(self.end(u32::from(a || b))),
            (Logic::Without, Some(a), Some(b)) => Some(self.end(u32::from(a && !b))),
            (Logic::And | Logic::Without, Some(false), _)
            | (Logic::And, _, Some(false))
            | (Logic::Without, _, Some(true)) => Some(self.end(0)),
            (Logic::Or, Some(true), _) | (Logic::Or, _, Some(true)) => Some(self.end(1)),
            (Logic::And, Some(true), None) | (Logic::Or, Some(false), None) => plain(b),
            (Logic::And, None, Some(true)) | (Logic::Or | Logic::Without, None, Some(false)) => plain(a),
            (Logic::And | Logic::Or, None, None) if a == b => plain(a),
            _ => None,
        }
    }

    /// It does not hold.
    pub fn not(&mut self, a: Diagram) -> Diagram {
        self.map(a, &|a| u32::from(a == 0))
    }

    /// Where it ends in this number.
    pub fn is(&mut self, a: Diagram, number: u32) -> Diagram {
        self.map(a, &|a| u32::from(a == number))
    }

    /// The function with a variable fixed.
    pub fn with(&mut self, a: Diagram, variable: usize, value: usize) -> Diagram {
        self.rebuilt(a, &mut |diagrams, asked, children| {
            if asked == variable {
                return children.get(value).copied().unwrap_or(Diagram(0));
            }
            diagrams.ask(asked, children)
        })
    }

    /// Whether it holds for some of the values that may be taken in place of the value at hand, of each variable: `others`
    /// names them all, the value itself included where it may stay.
    pub fn reaches(&mut self, a: Diagram, others: &dyn Fn(usize, usize) -> Vec<usize>) -> Diagram {
        self.rebuilt(a, &mut |diagrams, asked, children| {
            let mut made = Vec::with_capacity(children.len());
            for value in 0..children.len() {
                let others = others(asked, value).into_iter().filter_map(|other| children.get(other).copied());
                let others: BTreeSet<Diagram> = others.collect();
                let none = diagrams.end(0);
                made.push(others.into_iter().fold(none, |any, other| diagrams.or(any, other)));
            }
            diagrams.ask(asked, made)
        })
    }

    /// Where some of these values of a variable give different numbers.
    pub fn varies(&mut self, a: Diagram, variable: usize, values: &[usize]) -> Diagram {
        let nowhere = self.end(0);
        let mut known: HashMap<Diagram, Diagram, Quick> = HashMap::default();
        let mut unlike = HashMap::default();
        for part in self.below(a) {
            // What does not ask the variable, and nothing before it, is the same whatever its value.
            let Node::Ask(asked, children) = self.node(part).clone() else { continue };
            let made = match usize::from(asked).cmp(&variable) {
                Ordering::Greater => continue,
                Ordering::Less => {
                    let children = children.iter().map(|child| known.get(child).copied().unwrap_or(nowhere)).collect();
                    self.ask(usize::from(asked), children)
                }
                Ordering::Equal => {
                    let values: BTreeSet<Diagram> =
                        values.iter().filter_map(|value| children.get(*value).copied()).collect();
                    let pairs: Vec<_> = values.iter().zip(values.iter().skip(1)).map(|(a, b)| (*a, *b)).collect();
                    let differ = |a: u32, b: u32| u32::from(a != b);
                    let pairs = pairs.into_iter().map(|(a, b)| self.joined(a, b, &differ, &mut unlike));
                    let pairs: Vec<Diagram> = pairs.collect();
                    pairs.into_iter().fold(nowhere, |any, pair| self.or(any, pair))
                }
            };
            known.insert(part, made);
        }
        known.get(&a).copied().unwrap_or(nowhere)
    }

    fn rebuilt(&mut self, a: Diagram, make: &mut dyn FnMut(&mut Self, usize, Vec<Diagram>) -> Diagram) -> Diagram {
        let mut known: HashMap<Diagram, Diagram, Quick> = HashMap::default();
        for place in self.below(a) {
            let new = match self.node(place).clone() {
                Node::End(_) => place,
                Node::Ask(variable, children) => {
                    let children = children.iter().map(|child| known.get(child).copied().unwrap_or(*child)).collect();
                    make(self, usize::from(variable), children)
                }
            };
            known.insert(place, new);
        }
        known.get(&a).copied().unwrap_or(a)
    }

    /// All that a diagram consists of, parts before wholes: a part was always made before its whole.
    fn below(&self, a: Diagram) -> Vec<Diagram> {
        let mut seen = BTreeSet::from([a]);
        let mut left = vec![a];
        while let Some(next) = left.pop() {
            if let Node::Ask(_, children) = self.node(next) {
                left.extend(children.iter().copied().filter(|child| seen.insert(*child)));
            }
        }
        seen.into_iter().collect()
    }

    /// The number at a point; a value that is not given is the first.
    #[must_use]
    pub fn at(&self, a: Diagram, point: &[Option<usize>]) -> u32 {
        let mut place = a;
        loop {
            match self.node(place) {
                Node::End(number) => return *number,
                Node::Ask(variable, children) => {
                    let value = point.get(usize::from(*variable)).copied().flatten().unwrap_or(0);
                    match children.get(value) {
                        Some(child) => place = *child,
                        None => return 0,
                    }
                }
            }
        }
    }

    /// The first place where another value of one variable gives a number that it must not, of all values that may take the
    /// place of another. Returns the variable, the two values, and a point that shows it.
    pub fn clash(
        &mut self,
        a: Diagram,
        may_become: &dyn Fn(usize, usize, usize) -> bool,
        clashes: &dyn Fn(u32, u32) -> bool,
    ) -> Option<(usize, usize, usize, Point)> {
        let number = |a: u32, b: u32| u32::from(clashes(a, b));
        let mut known = HashMap::default();
        for part in self.below(a) {
            let Node::Ask(variable, children) = self.node(part).clone() else { continue };
            let variable = usize::from(variable);
            for (value, child) in children.iter().enumerate() {
                for (other, beside) in children.iter().enumerate().filter(|(_, beside)| *beside != child) {
                    if !may_become(variable, value, other) {
                        continue;
                    }
                    let bad = self.joined(*child, *beside, &number, &mut known);
                    if !self.is_never(bad) {
                        let mut point = self.way_to(a, part);
                        for (given, below) in point.iter_mut().zip(self.cheapest(bad, &|_, _| 1)?) {
                            *given = given.or(below);
                        }
                        return Some((variable, value, other, point));
                    }
                }
            }
        }
        None
    }

    /// Values that lead from a diagram to one of its parts.
    fn way_to(&self, a: Diagram, part: Diagram) -> Point {
        let mut point = vec![None; self.widths.len()];
        let mut place = part;
        let above: Vec<Diagram> = self.below(a).into_iter().filter(|other| *other > part).collect();
        for other in above {
            let Node::Ask(variable, children) = self.node(other) else { continue };
            if let (Some(value), Some(slot)) =
                (children.iter().position(|child| *child == place), point.get_mut(usize::from(*variable)))
            {
                *slot = Some(value);
                place = other;
            }
        }
        point
    }

    /// The variables that it asks.
    #[must_use]
    pub fn asked(&self, a: Diagram) -> BTreeSet<usize> {
        let asked = self.below(a).into_iter().filter_map(|part| match self.node(part) {
            Node::Ask(variable, _) => Some(usize::from(*variable)),
            Node::End(_) => None,
        });
        asked.collect()
    }

    /// Every number that it can end in.
    #[must_use]
    pub fn ends(&self, a: Diagram) -> Vec<u32> {
        let numbers = self.below(a).into_iter().filter_map(|part| match self.node(part) {
            Node::End(number) => Some(*number),
            Node::Ask(..) => None,
        });
        numbers.collect()
    }

    /// Whether it holds nowhere.
    #[must_use]
    pub fn is_never(&self, a: Diagram) -> bool {
        *self.node(a) == Node::End(0)
    }

    /// How much of all arguments it holds for, in parts of [`WHOLE`], counting only the values that `counted` allows,
    /// all alike. Rounded down at each node.
    #[must_use]
    pub fn share(&self, a: Diagram, counted: &dyn Fn(usize, usize) -> bool) -> u128 {
        let mut known: HashMap<Diagram, u128, Quick> = HashMap::default();
        for part in self.below(a) {
            let share = match self.node(part) {
                Node::End(number) => u128::from(*number != 0) * WHOLE,
                Node::Ask(variable, children) => {
                    let counted = |place: &usize| counted(usize::from(*variable), *place);
                    let shares = children.iter().enumerate().filter(|(place, _)| counted(place));
                    let shares: Vec<u128> = shares.map(|(_, child)| known.get(child).copied().unwrap_or(0)).collect();
                    shares.iter().sum::<u128>() / (shares.len().max(1) as u128)
                }
            };
            known.insert(part, share);
        }
        known.get(&a).copied().unwrap_or(0)
    }

    /// A point where it holds, the cheapest by the cost of each value; `None` where it holds nowhere.
    #[must_use]
    pub fn cheapest(&self, a: Diagram, cost: &dyn Fn(usize, usize) -> u64) -> Option<Point> {
        let mut best: HashMap<Diagram, (u64, usize), Quick> = HashMap::default();
        for part in self.below(a) {
            match self.node(part) {
                Node::End(0) => {}
                Node::End(_) => {
                    best.insert(part, (0, 0));
                }
                Node::Ask(variable, children) => {
                    let costs = children.iter().enumerate().filter_map(|(value, child)| {
                        let (below, _) = best.get(child)?;
                        Some((below.saturating_add(cost(usize::from(*variable), value)), value))
                    });
                    let cheapest = costs.min();
                    best.extend(cheapest.map(|cheapest| (part, cheapest)));
                }
            }
        }
        self.walk(a, &best)
    }

    fn walk(&self, a: Diagram, best: &HashMap<Diagram, (u64, usize), Quick>) -> Option<Point> {
        let mut point = vec![None; self.widths.len()];
        let mut place = a;
        best.get(&a)?;
        while let Node::Ask(variable, children) = self.node(place) {
            let (_, value) = best.get(&place)?;
            *point.get_mut(usize::from(*variable))? = Some(*value);
            place = *children.get(*value)?;
        }
        Some(point)
    }

    fn width(&self, variable: usize) -> usize {
        self.widths.get(variable).copied().unwrap_or(0)
    }
}

fn first_asked(one: &Node, other: &Node) -> usize {
    let asked = |node: &Node| match node {
        Node::Ask(variable, _) => usize::from(*variable),
        Node::End(_) => usize::MAX,
    };
    asked(one).min(asked(other))
}

/// What a node becomes for each value of a variable: one of its children, or itself where it does not ask.
enum Children<'a> {
    Each(&'a [Diagram]),
    Same(Diagram),
}

impl Children<'_> {
    fn at(&self, value: usize) -> Diagram {
        match self {
            Self::Each(children) => children.get(value).copied().unwrap_or(Diagram(0)),
            Self::Same(diagram) => *diagram,
        }
    }
}

fn children(node: &Node, diagram: Diagram, variable: usize) -> Children<'_> {
    match node {
        Node::Ask(asked, children) if usize::from(*asked) == variable => Children::Each(children),
        _ => Children::Same(diagram),
    }
}

/// A hasher for small numbers that nobody outside chooses.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mix(u64);

type Quick = BuildHasherDefault<Mix>;

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u16(&mut self, number: u16) {
        self.write_u64(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test may fail loudly")]
mod tests {
    use super::*;

    /// Whether the sum of three variables of three values each is at least a number, and a list of all points.
    fn sums(diagrams: &mut Diagrams, least: u32) -> Diagram {
        let zero = diagrams.end(0);
        let mut sum = zero;
        for variable in 0..3 {
            let ends = (0..3).map(|number| diagrams.end(number)).collect();
            let own = diagrams.ask(variable, ends);
            sum = diagrams.join(sum, own, &|a, b| a + b);
        }
        diagrams.map(sum, &|sum| u32::from(sum >= least))
    }

    fn points() -> impl Iterator<Item = [usize; 3]> {
        (0..27).map(|n| [n / 9, n / 3 % 3, n % 3])
    }

    #[test]
    fn a_diagram_says_what_its_function_says() {
        let mut diagrams = Diagrams::new(vec![3; 3]);
        let four = sums(&mut diagrams, 4);
        for point in points() {
            let holds = point.iter().sum::<usize>() >= 4;
            assert_eq!(diagrams.at(four, &point.map(Some)) == 1, holds, "{point:?}");
        }
        let count = points().filter(|point| point.iter().sum::<usize>() >= 4).count() as u128;
        let share = diagrams.share(four, &|_, _| true);
        assert_eq!((share * 27 + WHOLE / 2) / WHOLE, count);
    }

    #[test]
    fn equal_functions_are_the_same_diagram() {
        let mut diagrams = Diagrams::new(vec![3; 3]);
        let (four, five) = (sums(&mut diagrams, 4), sums(&mut diagrams, 5));
        let both = diagrams.and(four, five);
        assert_eq!(both, five);
        let neither = diagrams.without(five, four);
        assert!(diagrams.is_never(neither));
        let varies = diagrams.varies(four, 1, &[0, 1, 2]);
        for point in points() {
            let by_hand = (0..3).map(|value| point[0] + value + point[2] >= 4).collect::<BTreeSet<_>>().len() > 1;
            assert_eq!(diagrams.at(varies, &point.map(Some)) == 1, by_hand, "{point:?}");
        }
        let fixed = diagrams.with(four, 0, 2);
        assert_eq!(diagrams.at(fixed, &[Some(0), Some(2), Some(0)]), 1);
    }

    #[test]
    fn the_cheapest_point_is_found_and_what_may_be_reached() {
        let mut diagrams = Diagrams::new(vec![3; 3]);
        let four = sums(&mut diagrams, 4);
        let point =
            diagrams.cheapest(four, &|variable, value| if variable == 0 { 10 * value as u64 } else { value as u64 });
        assert_eq!(point, Some(vec![Some(0), Some(2), Some(2)]));
        let reached = diagrams
            .reaches(four, &|variable, value| if variable == 2 && value == 0 { vec![0, 2] } else { vec![value] });
        assert_eq!(diagrams.at(reached, &[Some(2), Some(0), Some(0)]), 1);
        assert_eq!(diagrams.at(four, &[Some(2), Some(0), Some(0)]), 0);
    }
}
