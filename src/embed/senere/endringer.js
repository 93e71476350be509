// What would make it legal: the smallest changes, where each leads, and a way to try one before it is taken over.
import { el } from "../dom.js";
import { fill, room } from "./rom.js";

// So many are shown at once; the rest behind a summary.
const SHOWN = 4;

const read = (lines) => lines.split("\n").filter(Boolean).map((line) => {
  const [color, answer, settled, sentences, changes] = line.split("\t");
  return { color, answer, settled: settled === "avgjort", sentences: sentences.split("\u001f"), changes };
});
const pairs = (changes) => BigInt64Array.from(changes.split(/[ =]/), BigInt);

const list = (ways, row) => el("ul", { className: "endringer" }, ...ways.map(row));

const all = (context, ways) => {
  const { word } = context;
  const row = (way) => {
    const button = el("button", { type: "button", className: "ds-button" }, word("endringer-vis"), el("span", { className: "ds-sr-only" }, `: ${way.sentences.join(" ")}`));
    Object.assign(button.dataset, { variant: "secondary", size: "sm" });
    button.addEventListener("click", () => trial(context, way));
    const leads = el("div", { className: "fører-til" }, el("p", {}, word("endringer-fører-til", { svar: way.answer.replace(/:$/, "") })));
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

// The changed project, with its answer, to take over or leave.
const trial = (context, way) => {
  const { place, word, later, kase, state, recall } = context;
  const changed = later.with(kase, pairs(way.changes));
  state.trial = { of: kase.join(), changed };
  const [, color, answer] = later.headline(changed).split("\t");
  const buttons = [["primary", "bruk", () => recall(changed)], ["tertiary", "tilbake", () => leave(context)]].map(([variant, name, press]) => {
    const button = el("button", { type: "button", className: "ds-button" }, word(`endringer-${name}`));
    button.dataset.variant = variant;
    button.addEventListener("click", press);
    return button;
  });
  const said = el("div", { role: "status", className: "prøve" }, el("p", { className: "finn-tittel" }, word("endringer-prøver")),
    ...way.sentences.map((sentence) => el("p", {}, sentence)), el("p", { className: "fører-til" }, word("endringer-nytt-svar", { svar: answer.replace(/:$/, "") })));
  said.dataset.color = color;
  said.tabIndex = -1;
  const box = el("div", { className: "prøver" }, said, el("div", { className: "knapper" }, ...buttons));
  place("endringer").querySelector(".prøver")?.remove();
  place("endringer").querySelector(".forslag .avsnitt")?.prepend(box);
  said.focus();
  context.redraw?.(changed);
};

const leave = (context) => {
  delete context.state.trial;
  const box = context.place("endringer").querySelector(".prøver");
  const back = box?.parentNode.querySelector(".endringer button");
  box?.remove();
  back?.focus();
  context.redraw?.(context.kase);
};

export const show = (context) => {
  const { place, later, kase, word, state, language, heading } = context;
  const here = place("endringer");
  if (!here) return delete state.trial;
  const lines = later.remedies(kase);
  fill(room(here, "forslag"), `${language}\n${lines}`, () => {
    const ways = read(lines);
    if (!ways.length) return [];
    return [el("div", { className: "avsnitt uten-papir" }, heading(word("endringer-tittel")), el("p", {}, word("endringer-forklaring")), ...all(context, ways))];
  });
};
