//! The conversation drawn: a line with a stop for each step, and the ladder of rules at its end.
//!
//! One drawing for each part, narrow enough for a telephone and short enough for a sheet of paper. The same is told as a
//! list beside it, for those who do not see it.

use crate::rules::date::Date;
use crate::rules::{Outcome, Project, RuleId};

use super::flow::Stop;
use super::html::{Html, el, of_class, tag};
use super::volume::Volume;

/// The width of a drawing; it is scaled to the page.
const WIDTH: usize = 360;
/// Where the line runs, and where words begin.
const LINE: usize = 18;
const WORDS: usize = 44;
/// Letters that there is room for, in the large and in the small writing.
const LARGE: usize = 38;
const SMALL: usize = 45;

/// The stops of one part as a figure.
pub(super) fn part(volume: &Volume, number: usize, name: &str, stops: &[&Stop]) -> Html {
    let mut top = 6;
    let drawn: Vec<Html> = stops.iter().map(|stop| one_stop(volume, stop, &mut top)).collect();
    let line = of_line(LINE, 0, top);
    let title = volume.filled("tegning-del", &[("del", name)]);
    let about = stops.iter().map(|stop| step_name(volume, stop)).collect::<Vec<_>>().join(", ");
    svg(&format!("flyt-{number}"), top, &title, &about, [line].into_iter().chain(drawn).collect::<Vec<_>>())
}

/// What a step is called.
pub(super) fn step_name<'a>(volume: &Volume<'a>, stop: &Stop) -> &'a str {
    let asked = volume.book().parts.get(stop.part).and_then(|part| part.steps.get(stop.step));
    asked.map_or("", |step| volume.text(step.name))
}

/// Where rules stand in the law, each place once.
pub(super) fn places(volume: &Volume, rules: impl IntoIterator<Item = RuleId>) -> String {
    let mut places: Vec<String> = Vec::new();
    for rule in rules {
        let place = volume.short_citation(rule);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.join(", ")
}

fn one_stop(volume: &Volume, stop: &Stop, top: &mut usize) -> Html {
    let class = if stop.track.is_empty() { "stopp side" } else { "stopp spor" };
    let middle = (*top + 13).to_string();
    let (x, radius) = (LINE.to_string(), "8");
    let dot = el("circle", &[("class", class), ("cx", &x), ("cy", &middle), ("r", radius)], "");
    let asked = stop.concepts.iter().map(|concept| volume.text(volume.book().concept(*concept).name));
    let asked = asked.collect::<Vec<_>>().join(" · ");
    let leads = format!("→ {}", places(volume, stop.track.iter().chain(&stop.beside).copied()));
    let mut parts = vec![dot];
    parts.extend(write(step_name(volume, stop), "steg", LARGE, 20, top));
    parts.extend(write(&asked, "hva", SMALL, 17, top));
    parts.extend(write(&leads, "til", SMALL, 17, top));
    *top += 16;
    tag("g", parts)
}

/// A text in as many lines as it needs; `top` moves below them.
fn write(text: &str, class: &str, room: usize, height: usize, top: &mut usize) -> Vec<Html> {
    let line = |words: String| {
        *top += height;
        let (x, y) = (WORDS.to_string(), (*top - 2).to_string());
        el("text", &[("class", class), ("x", &x), ("y", &y)], words)
    };
    lines(text, room).into_iter().map(line).collect()
}

/// Words in lines of at most so many letters; a word that is longer has a line to itself.
fn lines(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn of_line(x: usize, from: usize, to: usize) -> Html {
    el("path", &[("class", "linje"), ("d", &format!("M{x} {from}V{to}"))], "")
}

/// Which rule decides: each in its order, and where it leads when all of it is met.
pub(super) fn ladder(volume: &Volume, project: &Project, date: Date) -> Html {
    let mut top = 2;
    let mut parts = Vec::new();
    let mut told = Vec::new();
    for rule in &project.tries {
        let Some(version) = volume.book().version(*rule, date) else { continue };
        let Some(outcome) = version.outcome else { continue };
        let place = volume.short_citation(*rule);
        told.push(format!("{place}: {}", volume.outcome(outcome)));
        let always = version.conditions.is_empty() && version.presupposes.is_empty() && version.scope.is_none();
        parts.push(rung(volume, &place, volume.text(version.name), outcome, always, &mut top));
        if always {
            break;
        }
    }
    svg("flyt-slutt", top, volume.word("tegning-slutt"), &told.join(". "), parts)
}

fn rung(volume: &Volume, place: &str, name: &str, outcome: Outcome, last: bool, top: &mut usize) -> Html {
    let start = *top;
    *top += 8;
    let mut words = write(place, "steg", LARGE, 20, top);
    words.extend(write(name, "hva", SMALL, 17, top));
    *top += 10;
    let box_height = (*top - start).to_string();
    let frame = rect("regel", 2, start, WIDTH - 4, &box_height);
    let word = if last { "alltid" } else { "ja" };
    let pill = *top + 14;
    let elbow = el("path", &[("class", "linje tynn"), ("d", &format!("M70 {}V{}H104", *top, pill + 17))], "");
    let yes = text_at("svar", 34, pill + 22, volume.word(word));
    let shape = rect(outcome_class(outcome), 104, pill, WIDTH - 106, "34");
    let said = text_at("utfall", 118, pill + 22, volume.outcome(outcome));
    *top = pill + 34;
    let mut parts = vec![frame, elbow, shape, said, yes];
    parts.extend(words);
    if !last {
        parts.push(of_line(LINE, start + (*top - start) - 48, *top + 24));
        parts.push(text_at("svar", LINE + 10, *top + 18, volume.word("nei-neste")));
        *top += 24;
    }
    tag("g", parts)
}

const fn outcome_class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NotAMeasure | Outcome::Exempt => "pille fri",
        Outcome::ApplyYourself => "pille selv",
        Outcome::ApplyWithProfessional => "pille foretak",
    }
}

fn rect(class: &str, x: usize, y: usize, width: usize, height: &str) -> Html {
    let [x, y, width] = [x, y, width].map(|n| n.to_string());
    let place = [("class", class), ("x", &x), ("y", &y), ("width", &width), ("height", height), ("rx", "8")];
    el("rect", &place, "")
}

fn text_at(class: &str, x: usize, y: usize, words: &str) -> Html {
    el("text", &[("class", class), ("x", &x.to_string()), ("y", &y.to_string())], words)
}

/// A drawing with the words that stand for it.
fn svg(id: &str, height: usize, title: &str, about: &str, content: Vec<Html>) -> Html {
    let (title_id, about_id) = (format!("{id}-tittel"), format!("{id}-om"));
    let words = [el("title", &[("id", &title_id)], title), el("desc", &[("id", &about_id)], about)];
    let view = format!("0 0 {WIDTH} {}", height + 4);
    let labelled = format!("{title_id} {about_id}");
    let attributes = [
        ("class", "flyt"),
        ("viewBox", view.as_str()),
        ("role", "img"),
        ("aria-labelledby", labelled.as_str()),
        ("focusable", "false"),
    ];
    of_class("figure", "tegning", el("svg", &attributes, words.into_iter().chain(content).collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn words_are_never_cut() {
        assert_eq!(lines("en to tre", 5), ["en to", "tre"]);
        assert_eq!(lines("nabogrenseavstanden er", 5), ["nabogrenseavstanden", "er"]);
    }
}
