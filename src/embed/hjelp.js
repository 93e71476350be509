// Where the guide cannot run on the page: a frame of ours takes over if the page lets it, else the page's own content stays.
// The page's owner is told the exact words that its policy lacks: in the console, and on the page only where it is a preview.
import { ALL } from "./attributes.js";
import { el } from "./dom.js";
import { listen } from "./vert.js";

const WORDS = {
  nb: {
    title: "Kan jeg bygge uten å søke?",
    blocked: "Veiviseren kunne ikke starte på denne siden. Du finner reglene i",
    book: "regelboka",
    newer: "Reglene er nyere enn denne utgaven av veiviseren. Last siden på nytt, eller prøv igjen senere.",
    owner: "Til deg som eier siden: veiviseren kunne ikke starte. Content-Security-Policy må tillate",
    instead: "Inntil da vises den i en ramme.",
    unreached: "Til deg som eier siden: veiviseren kunne ikke starte. Disse adressene må kunne nås:",
    faults: "Til deg som eier siden: noe i oppsettet kan ikke brukes.",
  },
  nn: {
    title: "Kan eg byggje utan å søkje?",
    blocked: "Vegvisaren kunne ikkje starte på denne sida. Du finn reglane i",
    book: "regelboka",
    newer: "Reglane er nyare enn denne utgåva av vegvisaren. Last sida på nytt, eller prøv igjen seinare.",
    owner: "Til deg som eig sida: vegvisaren kunne ikkje starte. Content-Security-Policy må tillate",
    instead: "Inntil då blir han vist i ei ramme.",
    unreached: "Til deg som eig sida: vegvisaren kunne ikkje starte. Desse adressene må kunne nåast:",
    faults: "Til deg som eig sida: noko i oppsettet kan ikkje brukast.",
  },
  en: {
    title: "Can I build without applying?",
    blocked: "The guide could not start on this page. The rules are in",
    book: "the rule book (in Norwegian)",
    newer: "The rules are newer than this edition of the guide. Reload the page, or try again later.",
    owner: "For the owner of this page: the guide could not start. The Content-Security-Policy must allow",
    instead: "Until then it is shown in a frame.",
    unreached: "For the owner of this page: the guide could not start. These addresses must be reachable:",
    faults: "For the owner of this page: something in the configuration cannot be used.",
  },
};
const PATIENCE = 15000;

// The words that the page's policy lacks; none where nothing was forbidden.
const lacking = (error, forbidden, origin) => {
  const said = new Set(forbidden);
  if (error instanceof WebAssembly.CompileError) said.add("script-src");
  const needs = [];
  if ([...said].some((directive) => directive.startsWith("script-src"))) needs.push(`script-src ${origin} 'wasm-unsafe-eval'`);
  if (said.has("connect-src")) needs.push(`connect-src ${origin}`);
  return needs.join("; ");
};

// A frame on the element's own terms; `undefined` where the page forbids it, or nothing comes.
const framed = (element, root, base, language, words) => new Promise((done) => {
  const address = new URL("ramme.html", base);
  for (const name of ALL) if (element.hasAttribute(name)) address.searchParams.set(name, element.getAttribute(name));
  address.searchParams.set("lang", language);
  const frame = el("iframe", { src: address, title: words.title, hidden: true, allow: "clipboard-write" });
  const end = (shown) => {
    clearTimeout(timer);
    removeEventListener("securitypolicyviolation", refused);
    if (!shown) stop(), frame.remove();
    done(shown ? frame : undefined);
  };
  const refused = ({ effectiveDirective }) => effectiveDirective === "frame-src" && end(false);
  const timer = setTimeout(end, PATIENCE, false);
  addEventListener("securitypolicyviolation", refused);
  const stop = listen(frame, address.origin, (name) => name === "klar" && end(true));
  root.append(frame);
});

const mayFrame = (element) =>
  // What is written inside the element cannot be handed to a frame, and without it the answer might be too mild.
  element.getAttribute("reserve") !== "nei" && !element.querySelector(":scope > script[type='application/json']");

/** Does what can be done, and tells the owner of the page. */
export const rescue = async ({ element, root, error, forbidden, base, language, stale }) => {
  const words = WORDS[language];
  const { origin } = new URL(base);
  if (error.message === "format") return root.append(el("p", { role: "status", lang: language }, words.newer));
  const frame = mayFrame(element) ? await framed(element, root, base, language, words) : undefined;
  if (stale()) return;
  if (frame) {
    const dress = new CSSStyleSheet();
    dress.replaceSync("iframe{display:block;inline-size:100%;border:0}");
    root.adoptedStyleSheets = [dress];
    root.replaceChildren(frame);
    frame.hidden = false;
  } else if (!element.textContent.trim()) {
    const book = el("a", { href: new URL(`../regelbok/${language === "nn" ? "nn" : "nb"}/index.html`, base) }, words.book);
    root.append(el("p", { role: "status", lang: language }, `${words.blocked} `, book, "."));
  }
  const policy = lacking(error, forbidden, origin);
  const said = policy ? [words.owner, policy] : [words.unreached, new URL("../", base).href];
  if (frame) said.push(words.instead);
  console.error(`<${element.localName}> ${said.join(" ")}`);
  if (element.hasAttribute("forhandsvisning")) root.append(el("p", { lang: language }, `${said[0]} `, el("code", {}, said[1]), ` ${said[2] ?? ""}`));
};

const toldOf = new WeakMap();

/** What an editor has written that cannot be used, once each: on the page only where it is a preview. Gives what to show there. */
export const tell = (element, all, language) => {
  const told = toldOf.get(element) ?? new Set();
  toldOf.set(element, told);
  const errors = all.filter(({ where, what }) => !told.has(where + what) && told.add(where + what));
  for (const { where, what, mend } of errors) console.warn(`<${element.localName}> ${where}: ${what} ${mend}`);
  if (errors.length === 0 || !element.hasAttribute("forhandsvisning")) return [];
  const lines = errors.map(({ where, what, mend }) => el("li", {}, el("code", {}, where), ` ${what} ${mend}`));
  return [el("div", { role: "status", lang: "nb", className: "oppsett-feil" }, el("p", {}, WORDS[language].faults), el("ul", {}, ...lines))];
};
