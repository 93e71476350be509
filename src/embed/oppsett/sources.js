// Where a configuration in JSON stands: inside the element, or at an address. Each is told as JSON, or as what went wrong.
import { fault, shown } from "./fault.js";
import { twice } from "./twice.js";

const LARGEST = 100_000;
const PATIENCE = 8_000;
const TRIES = 2;
const TOO_LARGE = "for-stor";

/** The JSON inside the element. */
export const inside = (element) =>
  [...element.children].filter((child) => child.localName === "script" && child.type === "application/json").map((script) => {
    const text = script.textContent;
    return text.length > LARGEST ? { fault: tooLarge("oppsett i siden") } : parsed(text, "oppsett i siden");
  });

// What came from an address, kept: a change of language asks anew.
const kept = new Map();

/** The JSON at the address that the element gives, if any. */
export const fetched = async (element) => {
  const given = element.getAttribute("oppsett")?.trim();
  if (!given) return [];
  const url = resolved(given);
  if (!["https:", "http:"].includes(url?.protocol)) {
    return [{ fault: fault("oppsett", `Adressen ${shown(given)} kan ikke brukes.`, "Skriv en adresse som begynner med https://.") }];
  }
  if (!kept.has(url.href)) kept.set(url.href, get(url.href));
  const got = await kept.get(url.href);
  if (got.fault) kept.delete(url.href);
  return [got];
};

/** The concepts of today's rules, by name; `null` where they cannot be had. `folder` is where the rules are. */
export const concepts = async (folder) => {
  const url = new URL("begreper.json", folder).href;
  if (!kept.has(url)) kept.set(url, get(url));
  const { json, fault } = await kept.get(url);
  if (fault) kept.delete(url);
  return json ?? null;
};

const resolved = (given) => {
  try {
    return new URL(given, document.baseURI);
  } catch {
    return undefined;
  }
};

const get = async (url, tries = TRIES) => {
  try {
    return parsed(await timed((signal) => body(url, signal)), "oppsett");
  } catch (error) {
    if (error.message === TOO_LARGE) return { fault: tooLarge("oppsett") };
    if (tries > 1) return get(url, tries - 1);
    const mend = "Sjekk at adressen er riktig, at filen kan hentes fra denne siden (CORS), og at connect-src tillater det.";
    return { fault: fault("oppsett", `Fikk ikke hentet ${shown(url)} (${error.message}).`, mend) };
  }
};

const timed = async (work) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error(`intet svar på ${PATIENCE / 1000} sekunder`)), PATIENCE);
  try {
    return await work(stop.signal);
  } finally {
    clearTimeout(timer);
  }
};

// No more is read than there is room for, whatever the server sends.
const body = async (url, signal) => {
  const answer = await fetch(url, { credentials: "omit", signal });
  if (!answer.ok) throw new Error(`svaret var ${answer.status}`);
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let [text, length] = ["", 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > LARGEST) {
      reader.cancel().catch(() => {});
      throw new Error(TOO_LARGE);
    }
    text += decoder.decode(value, { stream: true });
  }
};

const tooLarge = (where) => fault(where, "Oppsettet er større enn 100 kB.", "Kort det ned.");

const parsed = (text, where) => {
  const whole = text.replace(/^\ufeff/, "").normalize("NFC");
  try {
    const json = JSON.parse(whole);
    const key = twice(whole);
    if (key === undefined) return { json };
    return { fault: fault(where, `Nøkkelen ${shown(key)} står to ganger.`, "Ta bort den ene. Bare den siste ville ha blitt brukt.") };
  } catch (error) {
    return { fault: fault(where, `Oppsettet er ikke gyldig JSON: ${shown(error.message)}.`, "Sjekk komma, anførselstegn og klammer, for eksempel i «Bygg inn».") };
  }
};
