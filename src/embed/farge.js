// The municipality's colours: one brand colour becomes a whole scale, light and dark, that everybody can read.
import { shown } from "./oppsett/fault.js";
import { contrast, pressed, scale } from "./scale.js";

// Designsystemet's own colours that the style sheets read, by name: light and dark.
const OWN = __FARGER__;
const TEXT = 4.5;
const SHAPE = 3;

const own = (name, dark) => OWN[name][Number(dark)];
const declared = (colours) => Object.entries(colours).map(([name, hex]) => `--ds-color-${name}:${hex};`).join("");

// What the style sheets set against each other in the colour's own scale, the page and the grey of the text.
const PAIRS = [
  [TEXT, "base-contrast-default", "base-default", "base-hover", "base-active"],
  [TEXT, "text-subtle", "page", "field", "surface-default", "surface-tinted", "surface-hover"],
  [TEXT, "text-default", "page", "field", "surface-default", "surface-tinted", "surface-hover", "surface-active"],
  [TEXT, "grey-text", "surface-tinted"],
  [TEXT, "grey-text-subtle", "surface-tinted"],
  [SHAPE, "border-default", "page", "field", "surface-tinted"],
  [SHAPE, "border-strong", "page", "field", "surface-tinted", "step"],
  [SHAPE, "base-default", "page", "field", "surface-tinted"],
];
const around = (dark) => ({
  page: own("neutral-background-default", dark),
  field: own("neutral-surface-default", dark),
  step: own("neutral-border-subtle", dark),
  "grey-text": own("neutral-text-default", dark),
  "grey-text-subtle": own("neutral-text-subtle", dark),
});
const weighed = (colours) => PAIRS.flatMap(([least, one, ...others]) => others.map((other) => {
  const ratio = contrast(colours[one], colours[other]);
  return { pair: [one, other], colours: [colours[one], colours[other]], ratio, least, ok: ratio >= least };
}));

// Where the base cannot be seen: an edge round buttons that are filled with it, and the strong border colour for chosen radios.
const EDGED = ".bus .ds-button:not([data-variant=secondary],[data-variant=tertiary]){--dsc-button-border-color:var(--ds-color-border-default)}"
  + ".bus .ds-input{--ds-color-base-default:var(--ds-color-border-strong);--ds-color-base-contrast-default:var(--ds-color-surface-default)}";

const weak = (pairs, name) => pairs.some(({ pair, ok }) => !ok && pair[0] === name);

// The scale and its pairs. The dark scale of a light colour is made of its opposite, which cannot be seen in the dark: there
// the colour itself can.
const sided = (hex, dark) => {
  const made = scale(hex, dark);
  const pairs = weighed({ ...made.steps, ...around(dark) });
  if (!dark || !weak(pairs, "base-default")) return { ...made, pairs };
  const own = scale(hex, false);
  const bases = Object.entries(own.steps).filter(([name]) => name.startsWith("base-"));
  const steps = { ...made.steps, ...Object.fromEntries(bases) };
  return { steps, light: own.light, pairs: weighed({ ...steps, ...around(dark) }) };
};

// And what is done about the pairs that cannot be told from each other.
const readable = (hex, dark) => {
  const { steps, light, pairs } = sided(hex, dark);
  const [edge, text] = [weak(pairs, "base-default"), weak(pairs, "base-contrast-default")];
  if (text) {
    const away = steps["base-contrast-default"] === "#ffffff" ? -8 : 8;
    [steps["base-hover"], steps["base-active"]] = pressed(steps["base-default"], light, away);
  }
  return { steps, pairs, done: [...(edge ? ["edge"] : []), ...(text ? ["text"] : [])], rules: edge ? EDGED : "" };
};

const accent = ({ steps, rules }) => {
  const named = Object.entries(steps).map(([name, hex]) => [`accent-${name}`, hex]);
  return `:host{${declared(Object.fromEntries(named))}}${rules}`;
};

const HEX = /^#[0-9a-f]{6}$/;
const colour = (text) => {
  const hex = text?.trim().toLowerCase();
  return HEX.test(hex) ? hex : undefined;
};

const WORDS = {
  nb: {
    colour: ["er ikke en farge vi kan lese. Veiviseren beholder sine egne farger.", "Skriv # og seks tegn, for eksempel #0062ba."],
    mode: ["er ikke en modus. Veiviseren er lys.", "Skriv lys, mork eller auto."],
    theme: ["er ikke et tema. Veiviseren beholder sine egne farger.", "Skriv arv, eller ta bort tema."],
    both: ["gjelder ikke når tema er arv. Da bestemmer siden alle farger.", "Ta bort enten tema eller farge og modus."],
    bare: ["finner ikke fargene til Designsystemet på siden. Veiviseren beholder sine egne farger.", "Legg temaet fra Designsystemet på siden, eller ta bort tema."],
    good: "Fargen kan brukes slik den er.",
    dark: "I mørk modus:",
    edge: "Fargen er for lik bakgrunnen. Knappene får derfor en kant, og valgte svar vises i en tydeligere tone.",
    text: "Teksten på knappene ville blitt vanskelig å lese når noen peker på dem. Den tonen er derfor endret.",
  },
  nn: {
    colour: ["er ikkje ein farge vi kan lese. Vegvisaren held på sine eigne fargar.", "Skriv # og seks teikn, til dømes #0062ba."],
    mode: ["er ikkje ein modus. Vegvisaren er lys.", "Skriv lys, mork eller auto."],
    theme: ["er ikkje eit tema. Vegvisaren held på sine eigne fargar.", "Skriv arv, eller ta bort tema."],
    both: ["gjeld ikkje når tema er arv. Då bestemmer sida alle fargar.", "Ta bort anten tema eller farge og modus."],
    bare: ["finn ikkje fargane til Designsystemet på sida. Vegvisaren held på sine eigne fargar.", "Legg temaet frå Designsystemet på sida, eller ta bort tema."],
    good: "Fargen kan brukast slik han er.",
    dark: "I mørk modus:",
    edge: "Fargen er for lik bakgrunnen. Knappane får derfor ein kant, og valde svar blir viste i ein tydelegare tone.",
    text: "Teksten på knappane ville blitt vanskeleg å lese når nokon peikar på dei. Den tonen er derfor endra.",
  },
};

const told = (words, sides) => {
  const [light, dark] = [false, true].map((is) => sides.filter((side) => side.dark === is).flatMap(({ done }) => done.map((kind) => words[kind])));
  const inDark = dark.length > 0 && light.length > 0 && dark.join() === light.join() ? [] : dark;
  if (light.length + dark.length === 0) return words.good;
  return [...light, ...(inDark.length ? [words.dark, ...inDark] : [])].join(" ");
};

/**
 * What a colour is worth where the element is `modus`: each pair of colours that meet, with its contrast; whether all hold as
 * they are; and what is done where they do not, in words. Whatever they say, what is shown can be read.
 */
export const verdict = (text, modus = "auto") => {
  const hex = colour(text);
  const said = (message) => ({ nb: message(WORDS.nb), nn: message(WORDS.nn) });
  if (!hex) return { ok: false, valid: false, pairs: [], message: said(({ colour: [what, mend] }) => `${shown(text)} ${what} ${mend}`) };
  const sides = [false, true].filter((dark) => modus !== (dark ? "lys" : "mork")).map((dark) => ({ dark, ...readable(hex, dark) }));
  return {
    ok: sides.every(({ done }) => done.length === 0),
    valid: true,
    pairs: sides.flatMap(({ dark, pairs }) => pairs.map((pair) => ({ dark, ...pair }))),
    message: said((words) => told(words, sides)),
  };
};

// The page's own tokens, where the theme is inherited: all that we read, or none.
const inherits = (host) => {
  const style = getComputedStyle(host);
  return Object.keys(OWN).every((name) => name.startsWith("accent-") || style.getPropertyValue(`--ds-color-${name}`))
    && style.getPropertyValue("--ds-color-base-default");
};

const side = (dark) => Object.fromEntries(Object.keys(OWN).map((name) => [name, own(name, dark)]));
const semantic = () => Object.keys(OWN).filter((name) => name.startsWith("accent-"))
  .map((name) => `--ds-color-${name.slice(7)}:var(--ds-color-${name});`).join("");

// In the light these have the page's white; in the dark they would each be a box.
const BARE = ".bus .ds-details{--dsc-details-background:transparent;--dsc-details-summary-background:transparent}";
// A box of its own on a page that may be light, and light again on paper.
const darkened = (hex, when) => {
  const room = "padding:var(--ds-size-5);border-radius:var(--ds-border-radius-lg);";
  return `@media screen${when}{:host{color-scheme:dark;${room}${declared(side(true))}}${BARE}${hex ? accent(readable(hex, true)) : ""}}`;
};

const prefers = (scheme) => `(prefers-color-scheme:${scheme})`;
const css = (hex, mode) => {
  const light = hex ? accent(readable(hex, false)) : "";
  if (mode === "mork") return `@media print{${light}}${darkened(hex, "")}`;
  return mode === "auto" ? `@media print,${prefers("light")}{${light}}${darkened(hex, ` and ${prefers("dark")}`)}` : light;
};

/**
 * The style sheet that these attributes ask for, to come after the widget's own, and what is wrong with them. `host` is the
 * element; `language` is what an editor reads.
 */
export const theme = async ({ farge, modus, tema, host, language }) => {
  const words = WORDS[language] ?? WORDS.nb;
  const errors = [];
  const wrong = (where, [what, mend], value) => errors.push({ where, what: value === undefined ? what : `${shown(value)} ${what}`, mend });
  if (tema && tema !== "arv") wrong("tema", words.theme, tema);
  if (tema === "arv" && inherits(host)) {
    for (const [where, value] of [["farge", farge], ["modus", modus]]) if (value) wrong(where, words.both, value);
    return { css: BARE, errors };
  }
  if (tema === "arv") wrong("tema", words.bare, tema);
  const hex = colour(farge);
  if (farge && !hex) wrong("farge", words.colour, farge);
  if (modus && !["lys", "mork", "auto"].includes(modus)) wrong("modus", words.mode, modus);
  const whole = tema === "arv" ? `:host{color-scheme:light;${semantic()}${declared(side(false))}}` : "";
  return { css: whole + css(hex, modus), errors };
};
