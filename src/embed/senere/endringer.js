// What would make it legal: the smallest changes, where each leads, and a way to try one before it is taken over.
import { el } from "../dom.js";
import { fill, room } from "./rom.js";

// So many are shown at once; the rest behind a summary.
const SHOWN = 4;

const read = (lines) => lines.split("\n").filter(Boolean).map((line) => {
  const [color, answer, settled, sentences, changes, spared] = line.split("\t");
  return { color, answer, settled: settled === "avgjort", sentences: sentences.split("\u001f"), changes, spared };
});
const amounts = (changes) => new Map(changes.split(" ").map((pair) => pair.split("=").map(Number)));

const list = (ways, row) => el("ul", { className: "endringer" }, ...ways.map(row));

const all = (context, ways) => {
  const { word } = context;
  const row = (way) => {
    const button = el("button", { type: "button", className: "ds-button" }, word("endringer-vis"), el("span", { className: "ds-sr-only" }, `: ${way.sentences.join(" ")}`));
    Object.assign(button.dataset, { variant: "secondary", size: "sm" });
    button.addEventListener("click", () => context.attempt(amounts(way.changes), button));
    const leads = el("div", { className: "fører-til" }, el("p", {}, word("endringer-fører-til", { svar: way.answer.replace(/:$/, "") })));
    if (way.spared) leads.append(el("p", {}, word("endringer-slipper", { det: way.spared })));
    if (!way.settled) leads.append(el("p", { className: "dempet" }, word("endringer-åpent")));
    leads.dataset.color = way.color;
    return el("li", {}, ...way.sentences.map((sentence) => el("p", { className: "endring" }, sentence)), leads, button);
  };
  const some = (ways) => {
    const rest = ways.slice(SHOWN);
    const more = rest.length ? [el("details", { className: "ds-details" }, el("summary", {}, word("endringer-flere", { antall: rest.length })), el("div", {}, list(rest, row)))] : [];
    return [list(ways.slice(0, SHOWN), row), ...more];
  };
  const [one, two] = [ways.filter(({ sentences }) => sentences.length === 1), ways.filter(({ sentences }) => sentences.length > 1)];
  return [
    ...(one.length ? some(one) : []),
    ...(two.length ? [el("p", { className: "finn-tittel" }, word("endringer-to")), ...some(two)] : []),
  ];
};

// Sought once for a case: while one way is tried and dragged, the case is the same.
const found = ({ state, later, kase }) => {
  const of = kase.join();
  if (state.ways?.later !== later || state.ways.of !== of) state.ways = { later, of, lines: later.remedies(kase) };
  return state.ways.lines;
};

export const show = (context) => {
  const { place, word, language, heading } = context;
  const here = place("endringer");
  if (!here) return;
  const lines = found(context);
  fill(room(here, "forslag"), `${language}\n${lines}`, () => {
    const ways = read(lines);
    if (!ways.length) return [];
    return [el("div", { className: "avsnitt uten-papir" }, heading(word("endringer-tittel")), el("p", {}, word("endringer-forklaring")), ...all(context, ways))];
  });
};
