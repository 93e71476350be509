// What comes of the choices: the code, and what else is needed around it.
import { code, oppsett, policy } from "./kode.js";
import { el, filled, say, spoken, written } from "./dom.js";
import { felt, kopi, kryss, valg } from "./felt.js";
import texts from "./tekster.json";
import recipes from "./oppskrifter.json";

const WAYS = ["iframe", "skript", "selv"];

/** The part with the code: how it is put out, and room for it. */
export const koden = (page) => {
  const choose = (name, options, more = {}) =>
    valg({ name, label: say(name), value: page.state[name], options, change: (value) => page.change({ [name]: value }), ...more });
  return [
    el("h2", { id: "kode-tittel", tabindex: "-1" }, say("steg-kode")),
    choose("måte", WAYS.map((value) => ({ value, label: say(`måte-${value}`), help: say(`måte-${value}-hjelp`) }))),
    el("div", { id: "for-iframe" },
      kryss({ id: "høyde", label: say("høyde"), help: say("høyde-hjelp"), value: page.state.høyde, change: (on) => page.change({ høyde: on }) })),
    el("div", { id: "for-levert" }, choose("kanal", [
      { value: "løpende", label: say("kanal-løpende"), help: say("kanal-løpende-hjelp") },
      { value: "fast", label: say("kanal-fast", { versjon: page.data.edition.versjon }), help: say("kanal-fast-hjelp") },
    ])),
    el("div", { id: "for-selv" },
      el("p", {}, el("a", { id: "pakken", href: new URL(`pakke/bygg-uten-a-soke-${page.data.edition.versjon}.zip`, page.site).href, download: true }, say("pakke"))),
      el("p", { class: "hjelp" }, say("pakke-hjelp")),
      felt({ id: "sti", label: say("sti"), help: say("sti-hjelp"), value: page.state.sti, input: (sti) => page.change({ sti }), left: () => page.left("sti") })),
    el("div", { id: "feilene", role: "group", "aria-labelledby": "feilene-tittel", class: "varsel", hidden: true }),
    el("p", { id: "oppsett-mangler", class: "varsel", hidden: true }, say("oppsett-mangler")),
    el("p", { class: "hjelp" }, say("koden-hjelp", { dato: written(page.list.dato) })),
    el("div", { id: "koden" }),
    el("p", { id: "cors", class: "hjelp", hidden: true }, say("oppsett-cors", { opphav: page.origin })),
  ];
};

/** The code as text. */
export const text = (page) =>
  code(page.state, page.attributes, { site: page.site, edition: page.data.edition, list: page.list, language: page.language });

/** The file of notices as text. */
export const file = (page) => `${JSON.stringify(oppsett(page.state, new URL("veiviser/oppsett.schema.json", page.site).href), null, 2)}\n`;

const paragraphs = (page, kind, language) => {
  const { state } = page;
  const own = state.måte === "selv";
  const levert = filled(texts[own ? "levert-selv" : "levert-fra"][language], { opphav: page.origin });
  const blanks = { levert, versjon: page.data.edition.versjon };
  const told = texts[kind][language].map((one) => filled(one, blanks));
  if (kind === "personvern" && state["adresse-oppslag"]) told.push(texts.oppslag[language]);
  if (kind === "tilgjengelighet" && state.måte === "iframe") told.splice(1, 0, texts["tilgjengelighet-ramme"][language]);
  return told.join("\n\n");
};

const both = (page, kind) => ["nb", "nn"].map((language) =>
  el("div", {}, el("h4", {}, say(`tekst-${language}`)),
    el("div", { lang: language }, kopi({ id: `${kind}-${language}`, what: `${say(kind)}, ${say(`tekst-${language}`)}`, text: paragraphs(page, kind, language) }))));

/** The rest: for the IT department, for the declarations, for each system, and for a colleague. */
export const resten = (page) => [
  el("h2", { id: "resten-tittel" }, say("oppskrifter")),
  el("p", {}, say("oppskrifter-hjelp")),
  recipes.map((recipe) => oppskrift(page, recipe)),
  el("h2", { class: "neste" }, say("steg-resten")),
  fold("it", el("p", {}, say("it-hjelp")), kopi({ id: "policy", what: say("it-linje"), text: policy(page.state, page.origin) })),
  fold("personvern", both(page, "personvern")),
  fold("tilgjengelighet", both(page, "tilgjengelighet")),
  el("h3", {}, say("kollega")),
  el("p", {}, say("kollega-hjelp")),
  kopi({ id: "kollegalenke", what: say("lenken"), text: page.link }),
  el("p", { class: "knapper" }, el("button", { type: "button", id: "tøm", onclick: () => page.empty() }, say("begynn-på-nytt"))),
];

const fold = (id, ...content) => el("details", { id: `om-${id}` }, el("summary", {}, el("h3", {}, say(id))), content);

const oppskrift = (page, { id, navn, prøvd, kan, sikker, trinn }) => {
  const language = spoken();
  const way = (name) => el("li", { class: `kan ${kan[name]}` }, `${say(`måte-${name}`)}: `, el("strong", {}, say(`kan-${kan[name]}`)));
  const step = (one) => el("li", {}, filled(one, { opphav: page.origin }));
  return el("details", { id: `oppskrift-${id}`, class: "oppskrift" },
    el("summary", {}, el("h3", {}, navn)),
    el("ul", { class: "kan-alle" }, WAYS.map(way)),
    el("ol", {}, trinn[language].map(step)),
    el("p", { class: "hjelp" }, el("strong", {}, `${say("sikker")} `), sikker[language], " ", el("strong", {}, say(prøvd ? "prøvd-ja" : "prøvd-nei"))));
};
