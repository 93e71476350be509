//! A kind of work that no example tells from its mutant, and that nobody could: proved over every answer on every day.

use crate::review::diagram::Diagrams;
use crate::review::space::{Known, Space, World, days};
use crate::review::symbolic::judge;
use crate::rules::RuleBook;

use super::{Mutant, Part};

/// Whether the mutant's kind of work gives the same verdict in every case. The book is the right one, and is so again
/// afterwards. Only kinds of work are proved: what is otherwise there concerns one space, not all of them.
pub(super) fn nobody_can_tell(mutant: &mut Mutant, book: &mut RuleBook) -> bool {
    let Part::Project(place, _) = &mutant.part else { return false };
    let place = *place;
    let right = book.clone();
    mutant.part.exchange(book);
    let same = days(book).into_iter().all(|date| {
        let world = |book| Some(World { book, project: book.projects.get(place)?, date });
        world(&right).zip(world(book)).is_some_and(|(right, other)| is_the_same(&right, &other))
    });
    mutant.part.exchange(book);
    same
}

/// Equal functions are the same diagram, so this is a comparison of names.
fn is_the_same(right: &World, other: &World) -> bool {
    let space = Space::of(&[*right, *other], Known::Some);
    let mut diagrams = Diagrams::new(space.widths());
    judge(right, &space, &mut diagrams) == judge(other, &space, &mut diagrams)
}
