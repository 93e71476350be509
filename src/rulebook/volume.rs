//! The rule book in one language: where every page finds its words.

use crate::rules::address::slug;
use crate::rules::date::Date;
use crate::rules::load::{Language, Loaded};
use crate::rules::quantity::{Unit, Written};
use crate::rules::wire::{self, Norwegian, RuleBookWords};
use crate::rules::{ConceptId, ConsequenceId, Outcome, Project, Rule, RuleBook, RuleId, TextId, Version};

use super::html::{Html, el, link};

/// The rules, and the language that they are told in.
pub(super) struct Volume<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) words: &'a RuleBookWords,
    pub(super) language: Language,
    pub(super) edition: &'a str,
}

impl<'a> Volume<'a> {
    pub(super) fn book(&self) -> &'a RuleBook {
        &self.loaded.book
    }

    /// A text of the rules.
    pub(super) fn text(&self, id: TextId) -> &'a str {
        self.loaded.words.text(id).map_or("", |text| self.language.of(text))
    }

    /// This language's part of a text as the files have it.
    pub(super) fn of(&self, text: &'a wire::Text) -> &'a str {
        self.language.of(text)
    }

    /// A text of the rule book's own.
    pub(super) fn own(&self, text: &'a Norwegian) -> &'a str {
        match self.language {
            Language::Nn => &text.nn,
            Language::Nb | Language::En => &text.nb,
        }
    }

    /// A word of the pages; its own name where it is missing, so that it is seen.
    pub(super) fn word(&self, name: &'a str) -> &'a str {
        self.words.words.get(name).map_or(name, |text| self.own(text))
    }

    /// A word with its blanks filled.
    pub(super) fn filled(&self, name: &str, blanks: &[(&str, &str)]) -> String {
        let text = self.words.words.get(name).map_or(name, |text| self.own(text));
        blanks.iter().fold(text.to_owned(), |text, (blank, value)| text.replace(&format!("{{{blank}}}"), value))
    }

    /// Words that stand in bokmål in the rule files, so that they are read aloud as such.
    pub(super) fn in_bokmal(&self, tag: &str, text: &str) -> Html {
        if self.language == Language::Nb { el(tag, &[], text) } else { el(tag, &[("lang", "nb")], text) }
    }

    /// The rules in the order of their names.
    pub(super) fn rules(&self) -> impl Iterator<Item = RuleId> {
        (0_u16..).map(RuleId).zip(&self.book().rules).map(|(id, _)| id)
    }

    /// The versions of a rule, the newest first, each with its file.
    pub(super) fn versions(&self, rule: &'a Rule) -> impl Iterator<Item = (&'a Version, &'a wire::Rule)> {
        let file = |version: &Version| {
            let mut files = self.loaded.sources.rules.iter().map(|(_, file)| file);
            files.find(|file| file.id == rule.id && Date::parse_iso(&file.in_force.from) == Some(version.from))
        };
        rule.versions.iter().rev().filter_map(move |version| Some((version, file(version)?)))
    }

    /// The newest version of a rule, with its file.
    pub(super) fn newest(&self, rule: RuleId) -> Option<(&'a Version, &'a wire::Rule)> {
        self.versions(self.book().rule(rule)).next()
    }

    /// What a rule is called today.
    pub(super) fn name(&self, rule: RuleId) -> &'a str {
        self.newest(rule).map_or("", |(version, _)| self.text(version.name))
    }

    /// Where a rule stands in the law.
    pub(super) fn citation(&self, rule: RuleId) -> &'a str {
        self.newest(rule).map_or("", |(version, _)| self.text(version.citation))
    }

    /// A rule by its name and place in the law, as a link to its page.
    pub(super) fn link_to(&self, rule: RuleId) -> Html {
        let words = format!("{} ({})", self.name(rule), self.citation(rule));
        link(&rule_file(self.book().rule(rule)), words)
    }

    /// A rule by its place in the law alone.
    pub(super) fn short_citation(&self, rule: RuleId) -> String {
        let Some((_, file)) = self.newest(rule) else { return String::new() };
        let wire::Citation { act, section, letter, .. } = &file.citation;
        let section = section.as_ref().map(|section| format!("§\u{a0}{section}"));
        [Some(act.clone()), section, letter.clone()].into_iter().flatten().collect::<Vec<_>>().join("\u{a0}")
    }

    /// What may follow, as a link to what is said of it.
    pub(super) fn link_to_consequence(&self, id: ConsequenceId) -> Html {
        let consequence = self.book().consequence(id);
        link(&format!("folger.html#{}", slug(&consequence.id)), self.text(consequence.name))
    }

    /// What is asked about, as a link to its question.
    pub(super) fn link_to_concept(&self, id: ConceptId) -> Html {
        let concept = self.book().concept(id);
        link(&format!("begreper.html#{}", slug(&concept.id)), self.text(concept.name))
    }

    /// What an outcome is called.
    pub(super) fn outcome(&self, outcome: Outcome) -> &'a str {
        self.word(match outcome {
            Outcome::NotAMeasure => "utfall-ikke-tiltak",
            Outcome::Exempt => "utfall-unntatt",
            Outcome::ApplyYourself => "utfall-søk-selv",
            Outcome::ApplyWithProfessional => "utfall-søk-med-foretak",
        })
    }

    /// An outcome with its colour, which never stands alone.
    pub(super) fn outcome_mark(&self, outcome: Outcome) -> Html {
        let class = match outcome {
            Outcome::NotAMeasure | Outcome::Exempt => "merke fri",
            Outcome::ApplyYourself => "merke selv",
            Outcome::ApplyWithProfessional => "merke foretak",
        };
        el("span", &[("class", class)], self.outcome(outcome))
    }

    /// A number with its unit. From ten metres up nobody says "and nought tenths".
    pub(super) fn number(amount: i64, unit: Unit) -> String {
        if unit == Unit::Metre && amount >= 10 * unit.scale() && amount % unit.scale() == 0 {
            return format!("{}\u{a0}m", amount / unit.scale());
        }
        Written { amount, unit, decimal_mark: ',' }.text()
    }

    /// A day in words: `1. mai 2021`.
    pub(super) fn day(&self, day: Date) -> String {
        let n = day.number();
        let month = format!("måned-{}", n / 100 % 100);
        format!("{}. {} {}", n % 100, self.filled(&month, &[]), n / 10_000)
    }

    /// A day as a rule file writes it, in words.
    pub(super) fn written_day(&self, text: &str) -> String {
        Date::parse_iso(text).map_or_else(|| text.to_owned(), |day| self.day(day))
    }
}

/// The page of a rule.
pub(super) fn rule_file(rule: &Rule) -> String {
    format!("{}.html", slug(&rule.id))
}

/// The page of a kind of work. No rule is called so, for `tiltak` is a folder of its own.
pub(super) fn work_file(project: &Project) -> String {
    format!("tiltak-{}.html", slug(&project.id))
}
