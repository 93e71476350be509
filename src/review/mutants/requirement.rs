//! A requirement made otherwise: parts dropped, "all" and "any" exchanged, answers and comparisons turned, limits moved.

use crate::engine::Answer;
use crate::rules::range::Range;
use crate::rules::{Base, Bound, Comparison, ConceptId, Kind, Requirement, RuleBook};

use super::step;
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

fn word(kind: &Kind, comparison: Comparison) -> &'static str {
    match (comparison, kind) {
        (Comparison::AtLeast, Kind::Date) => "fra-og-med",
        (Comparison::Under, Kind::Date) => "før",
        (Comparison::AtMost, _) => "høyst",
        (Comparison::AtLeast, _) => "minst",
        (Comparison::Under, _) => "under",
        (Comparison::Over, _) => "over",
        (Comparison::Exactly, _) => "er",
    }
}

fn bounds(book: &RuleBook, concept: ConceptId, bound: &Bound) -> Vec<Variant<Bound>> {
    let raised_by = bound.raised_by;
    let bases = bases(book, concept, &bound.base).into_iter();
    let mut all: Vec<_> = bases.map(|variant| variant.inside(|base| Bound { base, raised_by })).collect();
    if let Some((by, threshold)) = raised_by {
        let id = &book.concept(by).id;
        let example = format!("ett eksempel der `{id}` er akkurat på terskelen, og ett like over");
        let none = Bound { raised_by: None, ..bound.clone() };
        all.push(Variant::new(none, format!("`økt-med` `{id}` kan fjernes"), example.clone()));
        let kind = &book.concept(by).kind;
        all.extend(step::beside(kind, threshold).into_iter().map(|other| {
            let change = moved("terskelen", kind, threshold, id, other);
            Variant::new(Bound { raised_by: Some((by, other)), ..bound.clone() }, change, example.clone())
        }));
    }
    all
}

fn bases(book: &RuleBook, concept: ConceptId, base: &Base) -> Vec<Variant<Base>> {
    let Concept { id, kind } = Concept::of(book, concept);
    match base {
        Base::Literal(limit) => {
            let moved_to = |other| {
                let example = format!("ett eksempel der `{id}` er akkurat på grensen, og ett like utenfor");
                Variant::new(Base::Literal(other), moved("grensen", kind, *limit, id, other), example)
            };
            step::beside(kind, *limit).into_iter().map(moved_to).collect()
        }
        Base::Fraction(numerator, denominator, whole) => {
            let whole_id = &book.concept(*whole).id;
            let others = [(numerator + 1, *denominator), (numerator - 1, *denominator)]
                .into_iter()
                .chain([(*numerator, denominator + 1), (*numerator, denominator - 1)])
                .filter(|(numerator, denominator)| *numerator > 0 && *denominator > 0);
            let changed_to = |(above, below)| {
                let change = format!("brøken {numerator}/{denominator} av `{whole_id}` kan bli {above}/{below}");
                let example = format!("ett eksempel der `{id}` er akkurat på grensen, og ett like utenfor");
                Variant::new(Base::Fraction(above, below, *whole), change, example)
            };
            others.map(changed_to).collect()
        }
        // A table is made otherwise row by row, where it stands.
        Base::Table(..) => Vec::new(),
    }
}

/// What must be known of a concept to tell of it.
struct Concept<'a> {
    id: &'a str,
    kind: &'a Kind,
}

impl<'a> Concept<'a> {
    fn of(book: &'a RuleBook, id: ConceptId) -> Self {
        let concept = book.concept(id);
        Self { id: &concept.id, kind: &concept.kind }
    }
}

fn moved(what: &str, kind: &Kind, from: i64, id: &str, to: i64) -> String {
    format!("{what} {} for `{id}` kan flyttes til {}", step::written(kind, from), step::written(kind, to))
}

/// A requirement in few words: the concepts that it reads.
fn told(book: &RuleBook, requirement: &Requirement) -> String {
    match requirement {
        Requirement::All(parts) => format!("`alle` ({})", list(book, parts)),
        Requirement::Any(parts) => format!("`minst-én` ({})", list(book, parts)),
        Requirement::OneOf(concept, options) => {
            let answers = match &book.concept(*concept).kind {
                Kind::Choice(choices) => {
                    let bits = (0_u32..).map(|place| 1 << place).zip(choices);
                    let chosen = bits.filter(|(bit, _)| options & bit != 0).map(|(_, choice)| choice.id.as_str());
                    chosen.collect::<Vec<_>>().join(" eller ")
                }
                _ if *options == 1 => "ja".to_owned(),
                _ => "nei".to_owned(),
            };
            format!("`{}` {answers}", book.concept(*concept).id)
        }
        Requirement::Bound(concept, comparison, bound) => {
            let concept = book.concept(*concept);
            format!("`{}` {} {}", concept.id, word(&concept.kind, *comparison), told_bound(book, &concept.kind, bound))
        }
    }
}

fn told_bound(book: &RuleBook, kind: &Kind, bound: &Bound) -> String {
    match bound.base {
        Base::Literal(limit) => step::written(kind, limit),
        Base::Fraction(1, 1, whole) => format!("`{}`", book.concept(whole).id),
        Base::Fraction(above, below, whole) => format!("{above}/{below} av `{}`", book.concept(whole).id),
        Base::Table(table, _) => format!("tabellen `{}`", book.table(table).id),
    }
}

fn list(book: &RuleBook, parts: &[Requirement]) -> String {
    parts.iter().map(|part| told(book, part)).collect::<Vec<_>>().join("; ")
}
