// What is wrong in the fields. The element's own validator judges; here it is said at the field, in the language of the page.
import { say } from "./dom.js";

const CONTACT = ["navn", "telefon", "epost", "side"];
const LINKS = ["planregister", "soknad", "gebyr", "arkiv"];
const LONGEST = { "kontakt-navn": 100, "kontakt-telefon": 100, "kontakt-epost": 100, lenketekst: 100 };
const LONGEST_ELSE = 500;
const WORDS = {
  "kontakt-telefon": "feil-telefon", "kontakt-epost": "feil-epost", "kontakt-side": "feil-web", oppsett: "feil-web",
  tekst: "feil-tekst", lenketekst: "feil-lenketekst", farge: "farge-ugyldig", sti: "feil-sti",
  adresse: "feil-adresse", planregister: "feil-adresse", soknad: "feil-adresse", gebyr: "feil-adresse", arkiv: "feil-adresse",
};

/** The configuration as the validator reads it: only what is written. */
const configured = (state, notices) => {
  const part = (names, prefix) =>
    Object.fromEntries(names.map((name) => [name, state[prefix + name].trim()]).filter(([, value]) => value));
  return { kontakt: part(CONTACT, "kontakt-"), lenker: part(LINKS, ""), meldinger: notices };
};

// Where the validator says it is, as the name of the field.
const field = (where) => {
  const [, n, part] = /^meldinger\[(\d+)\]\.?(.*)$/.exec(where) ?? [];
  if (n === undefined) return where.replace(/^kontakt\./, "kontakt-").replace(/^lenker\./, "");
  return `melding-${n}-${{ "lenke.tekst": "lenketekst", "lenke.adresse": "adresse" }[part] ?? "tekst"}`;
};

const value = (state, name) => {
  const [, n, part] = /^melding-(\d+)-(.*)$/.exec(name) ?? [];
  return n === undefined ? state[name] : state.meldinger[n][part];
};

const message = (state, name) => {
  const kind = name.replace(/^melding-\d+-/, "");
  const length = [...(value(state, name) ?? "")].length;
  const longest = LONGEST[kind] ?? LONGEST_ELSE;
  return length > longest ? say("feil-for-lang", { n: longest, har: length }) : say(WORDS[kind] ?? "feil-annet");
};

const isWeb = (text) => {
  try {
    return new URL(text).protocol === "https:" && text.length <= LONGEST_ELSE;
  } catch {
    return false;
  }
};

/** Every field that is wrong, with what to say of it, in the order of the page. */
export const faults = (state, notices, { check, verdict }, shelves) => {
  const wrong = new Set();
  if (state.fargevalg === "egen" && !verdict(state.farge).valid) wrong.add("farge");
  for (const { where } of check(configured(state, notices), shelves).errors) wrong.add(field(where));
  if (state.meldinger.length > 0 && state.oppsett.trim() && !isWeb(state.oppsett.trim())) wrong.add("oppsett");
  if (state.måte === "selv" && !/^\/([\w.~-]+\/)*$/.test(state.sti)) wrong.add("sti");
  return new Map([...wrong].map((name) => [name, message(state, name)]));
};
