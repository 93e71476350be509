//! What the form and the account need, as lines of fields with tabs between, the sort of line first.

use crate::rules::digits::{count, digits};
use crate::rules::quantity::{QuantityError, Unit};
use crate::rules::texts::{NAME_END, SEPARATOR, fill};
use crate::rules::working::{Entry, Group, Measure, Rounding, Variant, Working};

use super::formula::Account;
use super::inputs::Inputs;
use super::steps::Made;
use super::text;
use super::{Fault, Place, Progress, Sort, progress};

pub use super::voice::Voice;

/// The form: `utregning` (id, name, help), and for each `variant` (id, name, help) its `gruppe` (id, name, help, fewest,
/// most, what the button says) with its `mål` (id, name, help, sign, unit in words, whether it may be left out, what
/// stands there from the start). A group that is not repeated has no name.
#[must_use]
pub fn form(working: &Working, voice: Voice) -> String {
    let mut lines = Lines::default();
    lines.add(&["utregning", &working.id, &working.name, &working.help]);
    for variant in &working.variants {
        lines.add(&["variant", &variant.id, &variant.name, &variant.help]);
        for group in &variant.groups {
            lines.group(group, voice);
        }
    }
    lines.text
}

/// The account of what is written: `steg` (part, name, formula, where the law says so), `resultat` (amount, as one types it,
/// as one reads it, how it was rounded), `tekst` (as it stands in a link) and `feil` (measure, its part from 0, whether
/// nothing is written yet, what is wrong). A fault of no one measure has no name. `variant` may have the working before it,
/// as in a link: `bra/inne`.
#[must_use]
pub fn work(working: &Working, variant: &str, measured: &str, voice: Voice) -> String {
    let mut lines = Lines::default();
    let variant = variant.rsplit_once('/').map_or(if variant == working.id { "" } else { variant }, |(_, name)| name);
    let read = text::variant_of(working, variant).and_then(|it| text::inputs(it, measured).map(|inputs| (it, inputs)));
    match read {
        Ok((variant, inputs)) => lines.account(working, variant, &inputs, voice),
        Err(_) => lines.add(&["feil", "", "", "0", voice.texts.word("utregning-feil-ukjent")]),
    }
    lines.text
}

/// The account of what stands in a link, with its heading: `utregning` (id, name), the way to measure as `variant` (id, name)
/// where there are several, and then as [`work`] gives it.
#[must_use]
pub fn told(workings: &[Working], kept: &str, voice: Voice) -> String {
    let mut lines = Lines::default();
    match text::parse(workings, kept) {
        Ok(text::Read { working, variant, inputs }) => {
            lines.add(&["utregning", &working.id, &working.name]);
            if !variant.id.is_empty() {
                lines.add(&["variant", &variant.id, &variant.name]);
            }
            lines.account(working, variant, &inputs, voice);
        }
        Err(_) => lines.add(&["feil", "", "", "0", voice.texts.word("utregning-feil-ukjent")]),
    }
    lines.text
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn add(&mut self, fields: &[&str]) {
        if !self.text.is_empty() {
            self.text.push(SEPARATOR);
        }
        for (place, field) in fields.iter().enumerate() {
            if place > 0 {
                self.text.push(NAME_END);
            }
            // What is typed may hold anything.
            self.text.extend(field.chars().map(|c| if c == NAME_END || c == SEPARATOR { ' ' } else { c }));
        }
    }

    fn group(&mut self, group: &Group, voice: Voice) {
        let (least, most, add) = match &group.rows {
            Some(rows) => (rows.least, rows.most, rows.add.as_str()),
            None => (1, 1, ""),
        };
        let (least, most) = (count(usize::from(least)), count(usize::from(most)));
        self.add(&["gruppe", &group.id, &group.name, &group.help, &least, &most, add]);
        for measure in &group.measures {
            let Measure { id, name, help, entry, optional, filled } = measure;
            let unit = voice.texts.word(unit_word(*entry));
            let optional = if *optional { "1" } else { "0" };
            self.add(&["mål", id, name, help, entry.sign(), unit, optional, filled]);
        }
    }

    fn account(&mut self, working: &Working, variant: &Variant, inputs: &Inputs, voice: Voice) {
        let Progress { steps, answer, faults } = progress(working, variant, inputs);
        let account = Account { variant, rounding: working.rounding, voice };
        for made in &steps {
            self.step(account, made);
        }
        if let Some((amount, exact)) = answer {
            let rounded = if exact { String::new() } else { rounded(working, amount, voice) };
            let (bare, read) = (voice.bare(amount, working.unit), voice.number(amount, working.unit));
            self.add(&["resultat", &digits(amount), &bare, &read, &rounded]);
            self.add(&["tekst", &text::write(working, variant, inputs)]);
        }
        for fault in &faults {
            self.fault(variant, fault, voice);
        }
    }

    fn step(&mut self, account: Account, made: &Made) {
        let Some(step) = account.variant.steps.get(made.step) else { return };
        let Some(formula) = account.line(made) else { return };
        let part = made.row.map_or_else(String::new, |row| part(account.variant, step.each, row));
        self.add(&["steg", &part, &step.name, &formula, &step.citation]);
    }

    fn fault(&mut self, variant: &Variant, fault: &Fault, voice: Voice) {
        let (id, row, message) = match fault.place {
            Place::Input { group, row, measure } => {
                let measure = variant.groups.get(group).and_then(|group| group.measures.get(measure));
                let Some(measure) = measure else { return };
                (measure.id.as_str(), count(row), input_fault(measure, fault.sort, voice))
            }
            Place::Step { step, .. } => {
                let name = variant.steps.get(step).map_or("", |step| &step.name);
                ("", String::new(), voice.filled(step_word(fault.sort), &[("navn", name)]))
            }
        };
        let empty = if fault.sort == Sort::Number(QuantityError::Empty) { "1" } else { "0" };
        self.add(&["feil", id, &row, empty, &message]);
    }
}

/// What a part of a group is called: `Del 2`.
fn part(variant: &Variant, group: Option<u8>, row: usize) -> String {
    let name = group.and_then(|group| variant.groups.get(usize::from(group))).map_or("", |group| &group.name);
    fill(name, &[("n", &count(row + 1))])
}

fn rounded(working: &Working, amount: i64, voice: Voice) -> String {
    let key = if working.rounding == Rounding::Up { "utregning-rundet-opp" } else { "utregning-rundet-ned" };
    voice.filled(key, &[("tall", &voice.number(amount, working.unit))])
}

fn input_fault(measure: &Measure, sort: Sort, voice: Voice) -> String {
    let Measure { name, entry, .. } = measure;
    let example = match entry {
        Entry::Metre => voice.bare(3_500, Unit::Metre),
        Entry::SquareMetre => voice.bare(245_000, Unit::SquareMetre),
        Entry::Centimetre => voice.bare(15_500, Unit::Metre),
        Entry::Count => voice.bare(2, Unit::Count),
    };
    let unit = voice.texts.word(unit_word(*entry));
    voice.filled(fault_word(*entry, sort), &[("navn", name), ("eksempel", &example), ("enhet", unit)])
}

const fn fault_word(entry: Entry, sort: Sort) -> &'static str {
    match (sort, entry) {
        (Sort::Number(QuantityError::Empty), _) => "utregning-feil-tom",
        (Sort::Number(QuantityError::Negative), _) => "utregning-feil-under-null",
        (Sort::Number(QuantityError::TooLarge) | Sort::TooLarge, _) => "utregning-feil-stort",
        (Sort::Number(_), Entry::Count) => "utregning-feil-helt-tall",
        (Sort::Number(QuantityError::TooManyDecimals), _) => "utregning-feil-desimaler",
        (Sort::Number(QuantityError::WrongUnit), _) => "utregning-feil-enhet",
        _ => "utregning-feil-tall",
    }
}

const fn step_word(sort: Sort) -> &'static str {
    match sort {
        Sort::BelowZero => "utregning-feil-minus",
        Sort::ByNothing => "utregning-feil-deling",
        Sort::TooLarge | Sort::Number(_) => "utregning-feil-svaret-stort",
    }
}

const fn unit_word(entry: Entry) -> &'static str {
    match entry {
        Entry::Metre => "utregning-meter",
        Entry::Centimetre => "utregning-centimeter",
        Entry::SquareMetre => "utregning-kvadratmeter",
        Entry::Count => "utregning-antall",
    }
}
