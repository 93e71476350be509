//! A requirement made otherwise: parts dropped, "all" and "any" exchanged, answers and comparisons turned, limits moved.

use crate::engine::Answer;
use crate::rules::range::Range;
use crate::rules::{Base, Bound, Comparison, ConceptId, Kind, Requirement, RuleBook};

use super::bound::bounds;
use super::told::{list, told, word};
use super::unread::{Unread, beside_met};
use super::variant::{Variant, each_changed, each_dropped, without};

/// Every variant of a requirement that can make a difference: none that differs only for answers with which the
/// requirement is unread.
pub(super) fn variants(book: &RuleBook, requirement: &Requirement, unread: &Unread) -> Vec<Variant<Requirement>> {
    match requirement {
        Requirement::All(parts) => {
            let inside = each_changed(parts, |_, part| variants(book, part, unread));
            joined(book, parts, inside, ["alle", "minst-én"], Requirement::All, Requirement::Any)
        }
        Requirement::Any(parts) => {
            let inside = each_changed(parts, |place, part| {
                let others = without(parts, place);
                variants(book, part, &|concept, answer| {
                    unread(concept, answer) || beside_met(book, &others, concept, answer)
                })
            });
            joined(book, parts, inside, ["minst-én", "alle"], Requirement::Any, Requirement::All)
        }
        Requirement::OneOf(concept, options) => answers(book, *concept, *options, unread),
        Requirement::Bound(concept, comparison, bound) => compared(book, *concept, *comparison, bound, unread),
    }
}

/// Every variant of a requirement that may be absent, and its absence.
pub(super) fn optional(
    book: &RuleBook,
    requirement: Option<&Requirement>,
    unread: &Unread,
    key: &str,
    example: &str,
) -> Vec<Variant<Option<Requirement>>> {
    let Some(requirement) = requirement else { return Vec::new() };
    let dropped = Variant::new(None, format!("`{key}` kan fjernes"), example);
    let changed = variants(book, requirement, unread).into_iter();
    let changed = changed.map(|variant| variant.inside(Some).at(format!("`{key}`")));
    core::iter::once(dropped).chain(changed).collect()
}

type Join = fn(Vec<Requirement>) -> Requirement;

fn joined(
    book: &RuleBook,
    parts: &[Requirement],
    changed: Vec<Variant<Vec<Requirement>>>,
    [name, turned]: [&str; 2],
    this: Join,
    other: Join,
) -> Vec<Variant<Requirement>> {
    let exchanged = Variant::new(
        other(parts.to_vec()),
        format!("`{name}` ({}) kan byttes med `{turned}`", list(book, parts)),
        "et eksempel der ett av kravene er oppfylt og et annet ikke",
    );
    let dropped = each_dropped(parts, |_, part| {
        let change = format!("delen {} i `{name}` kan fjernes", told(book, part));
        (change, "et eksempel der bare denne delen avgjør".to_owned())
    });
    let inside = dropped.into_iter().chain(changed).map(|variant| variant.inside(this));
    core::iter::once(exchanged).chain(inside).collect()
}

fn answers(book: &RuleBook, concept: ConceptId, options: u32, unread: &Unread) -> Vec<Variant<Requirement>> {
    let id = &book.concept(concept).id;
    let Kind::Choice(choices) = &book.concept(concept).kind else {
        let change = format!("svaret på `{id}` kan snus mellom ja og nei");
        let turned = Requirement::OneOf(concept, options ^ 0b11);
        return vec![Variant::new(turned, change, format!("et eksempel der bare `{id}` avgjør"))];
    };
    let read = (0_u8..).zip(choices).filter(|(place, _)| !unread(concept, Answer::Option(*place)));
    let with_one_turned = read.map(|(place, choice)| {
        let bit = 1_u32 << place;
        let verb = if options & bit == 0 { "legges til" } else { "fjernes" };
        let change = format!("valget `{}` for `{id}` kan {verb}", choice.id);
        let example = format!("et eksempel der `{id}` er `{}` og bare det avgjør", choice.id);
        Variant::new(Requirement::OneOf(concept, options ^ bit), change, example)
    });
    with_one_turned.collect()
}

fn compared(
    book: &RuleBook,
    concept: ConceptId,
    comparison: Comparison,
    bound: &Bound,
    unread: &Unread,
) -> Vec<Variant<Requirement>> {
    let id = &book.concept(concept).id;
    let of = |comparison| word(&book.concept(concept).kind, comparison);
    let turned = turned(comparison).into_iter().map(|other| {
        let change = format!("`{}` for `{id}` kan bli `{}`", of(comparison), of(other));
        let example = format!("ett eksempel der `{id}` er akkurat på grensen, og ett på hver side");
        Variant::new(Requirement::Bound(concept, other, bound.clone()), change, example)
    });
    let read = |variant: &Variant<Bound>| {
        !between(comparison, bound, &variant.value).is_some_and(|[first, last]| {
            [first, last].into_iter().all(|amount| unread(concept, Answer::Number(Range::exactly(amount))))
        })
    };
    let moved = bounds(book, concept, bound).into_iter().filter(read);
    turned.chain(moved.map(|variant| variant.inside(|bound| Requirement::Bound(concept, comparison, bound)))).collect()
}

/// The first and the last amount that a moved limit decides otherwise.
fn between(comparison: Comparison, bound: &Bound, moved: &Bound) -> Option<[i64; 2]> {
    let (Base::Literal(limit), Base::Literal(other)) = (&bound.base, &moved.base) else { return None };
    let (low, high) = (*limit.min(other), *limit.max(other));
    match comparison {
        Comparison::AtMost | Comparison::Over => Some([low + 1, high]),
        Comparison::AtLeast | Comparison::Under => Some([low, high - 1]),
        Comparison::Exactly => Some([low, high]),
    }
}

/// The bound itself turned inwards or outwards, and the direction turned.
const fn turned(comparison: Comparison) -> [Comparison; 2] {
    match comparison {
        Comparison::AtMost => [Comparison::Under, Comparison::AtLeast],
        Comparison::AtLeast => [Comparison::Over, Comparison::AtMost],
        Comparison::Under => [Comparison::AtMost, Comparison::Over],
        Comparison::Over => [Comparison::AtLeast, Comparison::Under],
        Comparison::Exactly => [Comparison::AtMost, Comparison::AtLeast],
    }
}
