// What is wrong, which examples fail and what the change does.
import { count, el, fill, outcome, say, words, written } from "./dom.js";

const AT_FIRST = 3;

// A long list begins with its first few.
const shortened = (rows, name) => {
  const list = el("ul", { class: name }, rows.slice(0, AT_FIRST));
  if (rows.length <= AT_FIRST) return list;
  const more = el("button", { type: "button", class: "lenke" }, say("vis-flere", { n: rows.length }));
  more.addEventListener("click", () => {
    list.append(...rows.slice(AT_FIRST));
    more.remove();
    rows[AT_FIRST].querySelector("button")?.focus();
  });
  return [list, more];
};

const problem = ({ place, message }) => el("li", {}, place && [el("span", { class: "sted" }, place), el("br")], message);

// The problems of each file under its name.
const byFile = (problems, open) => [...Map.groupBy(problems, (it) => it.file)].map(([file, mine]) => {
  const go = () => open(file, { focus: true, line: mine[0].line });
  return [
    el("p", { class: "fil" }, el("button", { type: "button", class: "lenke", onclick: go }, file)),
    shortened(mine.map(problem), "feilliste"),
  ];
});

const changed = ({ name, date, before, after, way }) => el("li", { class: way },
  el("span", { class: "vei" }, words.vei[way]), " ", name, " ",
  el("span", { class: "dempet" }, say("på-dagen", { dato: written(date) })), el("br"),
  el("span", {}, outcome(before)), " → ", el("strong", {}, outcome(after)));

// What examples do to the rules: seen from the cases of the examples.
const effect = (changes) => {
  const { cases, freer, stricter, otherwise, groups } = changes;
  if (groups.length === 0) return el("p", {}, say("ingen-endring", { saker: cases }));
  const group = ({ name, whole, changed: rows }) => [
    el("h4", {}, whole ? name : say("for-seg-selv", { navn: name })),
    shortened(rows.map(changed), "saker"),
  ];
  return [
    el("p", {}, say("virkning-tall", { saker: cases, friere: freer, strengere: stricter, annet: otherwise })),
    groups.map(group),
  ];
};

export const show = ({ whole, examples, failing, problems, known, changes }, open) => {
  const list = (items, key) => items.length > 0 && el("section", { class: key },
    el("h3", {}, say(key), " ", el("span", { class: "tall" }, items.length)),
    byFile(items, open));
  const before = known > 0 && el("p", { class: "dempet" }, count("fra-før", known));
  const others = [list(problems, "feil-tittel"), before];
  if (!whole) return fill("funn", others, el("p", {}, say("venter-på-feil")));
  // What the change does comes first; that the text does not yet say the same comes after.
  fill("funn",
    list(failing, "eksempler-tittel"),
    failing.length === 0 && el("p", { class: "bra" }, say("eksempler-alle", { n: examples })),
    el("section", {}, el("h3", {}, say("virkning-tittel")), effect(changes)),
    others);
};

// The same in a line.
export const summary = ({ whole, examples, failing, problems, changes }) => {
  const wrong = count("feil", problems.length);
  if (!whole) return [say("tilstand-brutt"), wrong].join(" ");
  const m = failing.length;
  const tried = m === 0 ? say("eksempler-alle", { n: examples }) : say(m === 1 ? "eksempler-en" : "eksempler-flere", { m, n: examples });
  const turned = changes.freer + changes.stricter + changes.otherwise;
  return [`${wrong}.`, tried, count("utfall", turned)].join(" ");
};
