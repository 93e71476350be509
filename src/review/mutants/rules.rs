//! Rules made otherwise, version by version.

use crate::rules::date::Date;
use crate::rules::load::{Language, Loaded};
use crate::rules::{
    Addition, Condition, ConsequenceId, Consequences, Doubt, Outcome, Rule, RuleBook, RuleId, TextId, Version, Wording,
};

use super::requirement::{optional, variants};
use super::unread::{Unread, met, outside_scope};
use super::variant::{Variant, each_changed, each_dropped};
use super::{Mutant, Part, mutant, same, step};

/// Every mutant of every version of every rule.
pub(super) fn mutants(loaded: &Loaded) -> Vec<Mutant> {
    let rules = (0_u16..).map(RuleId).zip(&loaded.book.rules);
    let versions = rules.flat_map(|(number, rule)| rule.versions.iter().map(move |version| (number, rule, version)));
    versions.flat_map(|(number, rule, version)| of_version(loaded, number, rule, version)).collect()
}

fn of_version(loaded: &Loaded, number: RuleId, rule: &Rule, version: &Version) -> Vec<Mutant> {
    let file = file_of(loaded, rule, version);
    let citation = loaded.words.text(version.citation).map_or("", |text| Language::Nb.of(text));
    let inside = versions(&loaded.book, version).into_iter().map(|variant| (variant, Some(version.from)));
    let days = days(&loaded.book, rule, version).into_iter().map(|variant| (variant, None));
    let mutants = inside.chain(days).map(|(variant, only)| {
        let put = |other| Part::Rule(number, only, Box::new(with_version(rule, version, other)));
        mutant(&file, variant.at(citation), put)
    });
    mutants.collect()
}

fn with_version(rule: &Rule, version: &Version, other: Version) -> Rule {
    let mut rule = rule.clone();
    if let Some(place) = rule.versions.iter_mut().find(|own| own.from == version.from) {
        *place = other;
    }
    rule
}

fn file_of(loaded: &Loaded, rule: &Rule, version: &Version) -> String {
    let from = version.from.iso();
    let own = loaded.sources.rules.iter().find(|(_, wire)| wire.id == rule.id && wire.in_force.from == from);
    own.map_or_else(|| rule.id.clone(), |(file, _)| file.clone())
}

/// A version that begins or ends a day earlier or later.
///
/// One that judges as the version before it does, and only words the law anew, may begin on any day: no verdict shows.
fn days(book: &RuleBook, rule: &Rule, version: &Version) -> Vec<Variant<Version>> {
    let before = rule.versions.iter().rfind(|other| other.from < version.from);
    if before.is_some_and(|before| before.to.is_none() && judgement(before) == judgement(version)) {
        return Vec::new();
    }
    let moved = |key: &str, from, to| {
        (format!("`{key}` {from} kan flyttes til {to}"), "ett eksempel på denne dagen, og ett dagen før")
    };
    // The first version of a rule begins with all the rules, before which nothing is said: a day earlier is no day.
    let first = book.covers_from == version.from && rule.versions.first() == Some(version);
    let starts = step::days_beside(version.from).into_iter().filter(|day| !first || *day > version.from).map(|day| {
        let (change, example) = moved("fra", version.from, day);
        Variant::new(Version { from: day, ..version.clone() }, change, example)
    });
    let ends = version.to.into_iter().flat_map(|to| step::days_beside(to).into_iter().map(move |day| (to, day)));
    let ends = ends.map(|(to, day)| {
        let (change, example) = moved("til", to, day);
        Variant::new(Version { to: Some(day), ..version.clone() }, change, example)
    });
    starts.chain(ends).collect()
}

/// A version without its days and its words: what a verdict is made of.
fn judgement(version: &Version) -> Version {
    let wordless = |condition: &Condition| Condition { quote: None, if_broken: TextId(0), ..condition.clone() };
    Version {
        from: Date::FIRST,
        to: None,
        name: TextId(0),
        citation: TextId(0),
        wording: Wording::Read,
        checked_until: None,
        conditions: version.conditions.iter().map(wordless).collect(),
        notes: Vec::new(),
        procedure: Vec::new(),
        ..version.clone()
    }
}

fn versions(book: &RuleBook, version: &Version) -> Vec<Variant<Version>> {
    let read = |_, _| false;
    let scope =
        optional(book, version.scope.as_ref(), &read, "virkeområde", "et eksempel som regelen ikke gjelder for");
    let scope = scope.into_iter().map(|v| v.inside(|scope| Version { scope, ..version.clone() }));
    let conditions = conditions(book, version).into_iter();
    let conditions = conditions.map(|v| v.inside(|conditions| Version { conditions, ..version.clone() }));
    let additions = additions(book, version).into_iter();
    let additions = additions.map(|v| v.inside(|additions| Version { additions, ..version.clone() }));
    let presupposes = rules_dropped(book, &version.presupposes, "forutsetter").into_iter();
    let presupposes = presupposes.map(|v| v.inside(|presupposes| Version { presupposes, ..version.clone() }));
    let beside = rules_dropped(book, &version.beside, "ved-siden-av").into_iter();
    let beside = beside.map(|v| v.inside(|beside| Version { beside, ..version.clone() }));
    let outcomes = version.outcome.into_iter().flat_map(outcomes);
    let outcomes = outcomes.map(|v| v.inside(|outcome| Version { outcome: Some(outcome), ..version.clone() }));
    outcomes.chain(scope).chain(presupposes).chain(beside).chain(conditions).chain(additions).collect()
}

/// The list of rules with each dropped.
pub(super) fn rules_dropped(book: &RuleBook, rules: &[RuleId], key: &str) -> Vec<Variant<Vec<RuleId>>> {
    each_dropped(rules, |_, rule| {
        let id = &book.rule(*rule).id;
        (format!("`{id}` kan fjernes fra `{key}`"), format!("et eksempel der `{id}` endrer svaret"))
    })
}

/// The outcome made milder and stricter by one.
fn outcomes(outcome: Outcome) -> Vec<Variant<Outcome>> {
    const ORDER: [Outcome; 4] =
        [Outcome::NotAMeasure, Outcome::Exempt, Outcome::ApplyYourself, Outcome::ApplyWithProfessional];
    let near = ORDER.windows(2).filter_map(|pair| match pair {
        [milder, stricter] if *stricter == outcome => Some(*milder),
        [milder, stricter] if *milder == outcome => Some(*stricter),
        _ => None,
    });
    let name = crate::review::render::outcome;
    near.map(|other| {
        let change = format!("`utfall` {} kan bli {}", name(outcome), name(other));
        Variant::new(other, change, "et eksempel for et tiltak der denne regelen avgjør")
    })
    .collect()
}

fn conditions(book: &RuleBook, version: &Version) -> Vec<Variant<Vec<Condition>>> {
    let dropped = each_dropped(&version.conditions, |place, _| {
        (format!("vilkår {} kan fjernes", place + 1), "et eksempel som bryter bare dette vilkåret".to_owned())
    });
    let changed = each_changed(&version.conditions, |place, own| {
        condition(book, version, own).into_iter().map(|variant| variant.at(format!("vilkår {}", place + 1))).collect()
    });
    dropped.into_iter().chain(changed).collect()
}

fn condition(book: &RuleBook, version: &Version, condition: &Condition) -> Vec<Variant<Condition>> {
    let outside = |concept, answer| outside_scope(book, version, concept, answer);
    let required = variants(book, &condition.requirement, &outside).into_iter();
    let required = required.map(|v| v.inside(|requirement| Condition { requirement, ..condition.clone() }));
    let differs =
        |other: &Condition| condition.doubt.is_none() || !same::for_every_answer(book, version, condition, other);
    let required = required.filter(|v| differs(&v.value));
    let unbroken = |concept, answer| outside(concept, answer) || met(book, condition, concept, answer);
    let followed = consequences(book, &condition.consequences, &unbroken).into_iter();
    let followed = followed.map(|v| v.inside(|consequences| Condition { consequences, ..condition.clone() }));
    let doubted = condition.doubt.iter().flat_map(|doubt| doubts(book, doubt, &outside));
    let doubted = doubted.map(|v| v.inside(|doubt| Condition { doubt, ..condition.clone() }));
    required.chain(followed).chain(doubted).collect()
}

fn doubts(book: &RuleBook, doubt: &Doubt, unread: &Unread) -> Vec<Variant<Option<Doubt>>> {
    let dropped = Variant::new(None, "`ved-tvil` kan fjernes", "et eksempel der det er tvil");
    let changed = variants(book, &doubt.when, unread).into_iter();
    let changed = changed.map(|v| v.inside(|when| Some(Doubt { when, clear: doubt.clear })).at("`ved-tvil`"));
    core::iter::once(dropped).chain(changed).collect()
}

fn consequences(book: &RuleBook, list: &[Consequences], unread: &Unread) -> Vec<Variant<Vec<Consequences>>> {
    let dropped = each_dropped(list, |place, _| {
        let change = format!("linje {} i `følge` kan fjernes", place + 1);
        (change, "et eksempel der denne linjen gir følgen, og si hva den er".to_owned())
    });
    let changed = each_changed(list, |place, own| {
        line(book, own, unread).into_iter().map(|v| v.at(format!("linje {} i `følge`", place + 1))).collect()
    });
    dropped.into_iter().chain(changed).collect()
}

fn line(book: &RuleBook, line: &Consequences, unread: &Unread) -> Vec<Variant<Consequences>> {
    let example = "et eksempel der linjen ikke passer, og si følgen";
    let whens = optional(book, line.when.as_ref(), unread, "når", example).into_iter();
    let whens = whens.map(|v| v.inside(|when| Consequences { when, gives: line.gives.clone() }));
    let gives = gives(book, &line.gives).into_iter();
    whens.chain(gives.map(|v| v.inside(|gives| Consequences { when: line.when.clone(), gives }))).collect()
}

fn gives(book: &RuleBook, gives: &[ConsequenceId]) -> Vec<Variant<Vec<ConsequenceId>>> {
    each_dropped(gives, |_, id| {
        let id = &book.consequence(*id).id;
        (format!("`{id}` kan fjernes fra `gir`"), format!("et eksempel som sier at `{id}` følger"))
    })
}

fn additions(book: &RuleBook, version: &Version) -> Vec<Variant<Vec<Addition>>> {
    let id = |addition: &Addition| book.consequence(addition.consequence).id.clone();
    let outside = |concept, answer| outside_scope(book, version, concept, answer);
    let dropped = each_dropped(&version.additions, |_, addition| {
        let id = id(addition);
        (format!("`{id}` kan fjernes"), format!("et eksempel som sier at `{id}` følger"))
    });
    let changed = each_changed(&version.additions, |_, addition| {
        let example = format!("et eksempel som sier at `{}` ikke følger", id(addition));
        let whens = optional(book, addition.when.as_ref(), &outside, "når", &example).into_iter();
        let whens = whens.map(|v| v.inside(|when| Addition { when, consequence: addition.consequence }));
        whens.map(|v| v.at(format!("`{}`", id(addition)))).collect()
    });
    dropped.into_iter().chain(changed).collect()
}
