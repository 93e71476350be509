// The receipt: a document of its own in a frame of its own, so that what is printed has a title, a language, headings and
// tables, and nothing of the page around. The browser's own print makes it a PDF, with tags that a screen reader follows.
import { el } from "../dom.js";
import { link } from "./lenke.js";
import { longDate } from "./sak.js";
import { pictures } from "./tegning.js";

// Half of the paper between its margins, in pixels.
const HALF = 320;

const STYLE = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #444 } }
html { color: #000; background: #fff; font: 10.5pt/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color-scheme: light }
body { margin: 0 }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 4mm }
h2 { font-size: 14pt; line-height: 1.25; margin: 8mm 0 2mm; border-top: 1.5pt solid #000; padding-top: 3mm }
h3 { font-size: 12pt; margin: 5mm 0 1.5mm }
h4, h5, h6 { font-size: 10.5pt; margin: 3mm 0 1mm }
h1, h2, h3, h4, h5, h6 { break-after: avoid }
p { margin: 0 0 2mm }
ul, ol { margin: 0 0 2mm; padding-left: 6mm }
li { margin-bottom: 1.5mm; break-inside: avoid }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; line-height: 1.35 }
td p { margin: 0 }
th, td { text-align: left; vertical-align: top; width: 50%; padding: .8mm 3mm .8mm 0; border-bottom: .5pt solid #999; font-weight: 400 }
thead th { font-weight: 700; border-bottom: 1pt solid #000 }
tr { break-inside: avoid }
dt { font-weight: 700 }
dd { margin: 0 0 2mm; overflow-wrap: anywhere }
dd a { font-size: 7.5pt; line-height: 1.3; word-break: break-all }
.utfall { border: 1.5pt solid #000; padding: 4mm; margin: 0 0 4mm; break-inside: avoid }
.utfall h2 { border: 0; padding: 0; margin: 0 0 1mm; font-size: 15pt }
.sitat { color: #333 }
.svak { color: #333; font-size: 9.5pt }
a { color: #000 }
.bus.tegning {
  --strek: #000; --svak: #595959; --flate: #fff; --jord: #ebebeb; --hus: #d4d4d4; --nytt: #dbe8f5; --nytt-strek: #00519c; --feil: #b01020;
  --ds-color-danger-surface-tinted: #fbe3e3; --ds-color-info-surface-tinted: #e3eef8;
  --ds-color-neutral-text-subtle: #444; --ds-color-neutral-border-subtle: #999; --ds-size-2: 2mm;
  align-items: start; gap: 5mm; grid-template-columns: repeat(2, minmax(0, 1fr)); print-color-adjust: exact; -webkit-print-color-adjust: exact
}
.tegning .visning { break-inside: avoid }
.tegning svg { height: auto; max-width: 100% }
`;

// What only works on the page, or stands in the receipt already.
const NOT_PRINTED = ".uten-papir, .plass, .prøver, button, svg, .ds-sr-only, .hittil, [hidden]";

const paragraph = (words, className = "") => el("p", { className }, words);

// A fold becomes what it holds, under a heading of its own.
const unfold = (details, level) => {
  const title = el(`h${level}`, {}, details.querySelector("summary")?.textContent ?? "");
  details.replaceWith(el("section", {}, title, ...(details.querySelector(":scope > div")?.childNodes ?? [])));
};

// Headings go on from the title of the document: the answer's own becomes the second level.
const relevel = (root, first) => {
  for (const old of root.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    const level = Math.min(6, Math.max(2, Number(old.tagName.slice(1)) - first + 2));
    old.replaceWith(el(`h${level}`, {}, old.textContent));
  }
};

// What the page says of the part in view, without what is only for pressing.
const saidOnThePage = (context) => {
  const screen = context.root.querySelector(".skjerm.svar");
  if (!screen) return [];
  const first = Number(context.place("tittel")?.tagName.slice(1) ?? 2);
  const copy = screen.cloneNode(true);
  copy.querySelectorAll("a[href]").forEach((way, n) => (way.href = screen.querySelectorAll("a[href]")[n].href));
  copy.querySelectorAll(".svar-liste").forEach((list) => list.closest(".avsnitt")?.remove());
  copy.querySelectorAll(NOT_PRINTED).forEach((node) => node.remove());
  copy.querySelectorAll("details").forEach((details) => unfold(details, first + 2));
  relevel(copy, first);
  copy.querySelectorAll("*").forEach((node) => ["id", "tabindex", "target", "rel", "data-color", "data-variant"].forEach((name) => node.removeAttribute(name)));
  // Boxes that held nothing but a button.
  copy.querySelectorAll("div, section").forEach((node) => node.textContent.trim() || node.remove());
  return [...copy.childNodes];
};

const row = (context, { name, answer, working, sort }) => {
  const how = sort === "følger" ? context.word("ta-med-kvittering-følger") : working;
  return el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, answer, ...(how ? [paragraph(how, "svak")] : [])));
};

const table = (context, answers) => {
  const heads = ["hva", "svar"].map((name) => el("th", { scope: "col" }, context.word(`ta-med-kvittering-${name}`)));
  return el("table", {}, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...answers.map((answer) => row(context, answer))));
};

const start = (context, { begun, day }) => ({
  name: context.word("ta-med-kvittering-start"),
  answer: begun ? longDate(day, context.language) : context.word("ta-med-kvittering-ikke-begynt"),
});

// What is answered alike for every part stands once.
const answers = (context, { parts }) => {
  const alike = (answer) => parts.every(({ svar }) => svar.some((other) => Object.keys(answer).every((key) => answer[key] === other[key])));
  const title = el("h2", {}, context.word("ta-med-kvittering-svarene"));
  const first = start(context, parts[0]);
  if (parts.length === 1) return [title, table(context, [first, ...parts[0].svar])];
  return [
    title,
    el("h3", {}, context.word("ta-med-kvittering-felles")), table(context, [first, ...parts[0].svar.filter(alike)]),
    ...parts.flatMap(({ name, svar }) => {
      const own = svar.filter((answer) => !alike(answer));
      return own.length > 0 ? [el("h3", {}, name), table(context, own)] : [];
    }),
  ];
};

const basis = (context, { rule }) => rule
  ? [paragraph(context.word("ta-med-kvittering-regel", { regel: rule.name, hjemmel: rule.law, dato: longDate(rule.from, context.language) }))]
  : [];

const quoted = (context, quote) => {
  const words = el("q", { lang: "nb" }, quote);
  return el("p", { className: "sitat" }, `${context.word("ta-med-kvittering-loven")} `, words);
};

const listed = (title, items) => (items.length > 0 ? [el("h3", {}, title), el("ul", {}, ...items)] : []);

// A part that the page does not show now.
const otherPart = (context, part) => [
  el("h2", {}, `${part.name}: ${part.answer}`),
  ...basis(context, part),
  ...listed(context.word("ta-med-kvittering-grunner"), part.grunn.map(({ sentence, rule, law, quote }) =>
    el("li", {}, paragraph(sentence), paragraph(`${rule}, ${law}`, "svak"), ...(quote ? [quoted(context, quote)] : [])))),
  ...listed(context.word("ta-med-kvittering-følger-med"), part.følge.filter(({ standard }) => standard !== "ja").map(({ name, action, who, law }) =>
    el("li", {}, el("strong", {}, name), paragraph(action), paragraph(`${who} · ${law}`, "svak")))),
  ...listed(context.word("ta-med-kvittering-ukjent"), part.ukjent.map(({ name, question, action, who }) =>
    el("li", {}, el("strong", {}, name), paragraph(question), paragraph(`${who}: ${action}`, "svak")))),
];

// The views stand side by side on paper.
const drawing = (context) => {
  const figures = pictures(context, HALF);
  if (!figures.length) return [];
  return [el("h2", {}, context.word("ta-med-kvittering-tegning")), el("div", { className: "bus tegning" }, ...figures)];
};

const hex = (hash) => [...atob(hash)].map((sign) => sign.charCodeAt(0).toString(16).padStart(2, "0")).join("");

const rules = (context, address) => {
  const rows = [
    ["utgave", context.edition], ["fingeravtrykk", hex(context.rules)], ["dato", longDate(context.today, context.language)],
    ["lenke", el("a", { href: address }, address)],
  ];
  return [
    el("h2", {}, context.word("ta-med-kvittering-reglene")),
    el("dl", {}, ...rows.flatMap(([name, value]) => [el("dt", {}, context.word(`ta-med-kvittering-${name}`)), el("dd", {}, value)])),
  ];
};

/** The receipt as the children of a page. */
export const receipt = (context, all) => {
  const shown = Number(context.kase[1]);
  const address = link(context);
  return el("main", {},
    el("h1", {}, context.word("ta-med-kvittering-tittel", { tiltak: all.name })),
    paragraph(context.word("ta-med-kvittering-laget", { dato: longDate(context.today, context.language) })),
    paragraph(context.word("ta-med-kvittering-ikke-vedtak")),
    ...saidOnThePage(context),
    ...basis(context, all.parts.find(({ place }) => Number(place) === shown) ?? all.parts[0]),
    ...all.parts.filter(({ place }) => Number(place) !== shown).flatMap((part) => otherPart(context, part)),
    ...drawing(context), ...answers(context, all), ...rules(context, address));
};

const frameIn = (root) => new Promise((come, fail) => {
  root.querySelector("iframe.ta-med-papir")?.remove();
  const frame = el("iframe", { className: "ta-med-papir", tabIndex: -1 });
  frame.setAttribute("aria-hidden", "true");
  Object.assign(frame.style, { position: "fixed", insetInlineStart: "-200vw", insetBlockStart: "0", inlineSize: "210mm", blockSize: "297mm", border: "0" });
  // Some browsers have a frame's page at once, some only after this.
  frame.addEventListener("load", () => come(frame), { once: true });
  setTimeout(() => fail(new Error("no frame")), 3000);
  root.append(frame);
});

/** Prints the receipt: the browser asks where to. */
export const print = async (context, all) => {
  const frame = await frameIn(context.root);
  const { contentDocument: page, contentWindow: view } = frame;
  frame.title = context.word("ta-med-kvittering-tittel", { tiltak: all.name });
  page.documentElement.lang = context.language;
  page.title = `${frame.title} – ${context.today}`;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(`${context.dress()}\n${STYLE}`);
  page.adoptedStyleSheets = [sheet];
  page.body.replaceChildren(receipt(context, all));
  const focused = context.root.activeElement;
  // Some browsers say this before they have read the page, so it stays a while.
  view.addEventListener("afterprint", () => setTimeout(() => frame.remove(), 60_000), { once: true });
  view.focus();
  view.print();
  // Nobody is to tab through what is not seen.
  frame.inert = true;
  focused?.focus();
};
