// What each part needs to know of the case, the words and the page. `state` lives as long as the element does.
import { el } from "../dom.js";
import { get, once } from "../fetching.js";

const states = new WeakMap();
const stateOf = (root) => {
  if (!states.has(root)) states.set(root, { derived: new Map(), written: new Map(), letters: new Map() });
  return states.get(root);
};
// Another case has nothing of the one before.
const forget = (state) => {
  state.derived.clear();
  state.written = new Map();
  state.letters.clear();
  delete state.dates;
  delete state.seed;
};

const fill = (words, blanks) => words.replace(/\{([^}]+)\}/g, (blank, name) => blanks[name] ?? blank);

const iso = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

// Rules that were published once, by the beginning of their hash. What came otherwise than it was written is none.
const artefact = async (short, folder) => once(`regler.${short}`, async () => {
  const bytes = new Uint8Array(await (await get(new URL(`regler.${short}.bin`, folder))).arrayBuffer());
  const hash = globalThis.crypto?.subtle && new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (hash && !btoa(String.fromCharCode(...hash)).replace(/\W/g, "").startsWith(short)) throw new Error(short);
  return bytes;
});

// The kinds of work in a case, by their places.
const projects = (kase) => {
  const numbers = [...kase].map(Number);
  const found = [];
  let at = 3;
  for (let part = 0; part < numbers[2]; part++) {
    found.push(numbers[at]);
    at += 3 + 4 * numbers[at + 2];
  }
  return found;
};

// The field on the screen that asks for something. Where ranges stand to be pressed, the text field comes when it is chosen.
const field = (root, concept, given) => {
  const asked = [...root.querySelectorAll("form [data-begrep]")].find((place) => place.dataset.begrep === concept);
  if (!asked) return undefined;
  const [, another] = given.words.match(/^annet-mål\t(.*)$/m) ?? [];
  const other = [...asked.querySelectorAll("label")].find((label) => label.textContent === another)?.control;
  return { input: asked.querySelector("input[type=text][inputmode=decimal]:not(.regning *)"), other };
};
const written = (input, words) => {
  if (input.value === words) return;
  input.value = words;
  input.dispatchEvent(new Event("input", { bubbles: true }));
};

// How numbers were come by, while the answers are still those numbers. A line for each, as the rules' side reads them.
const derivations = (state, later, kase) => {
  const lines = [];
  const work = projects(kase);
  for (const [key, { text, amount, project }] of state.derived) {
    const [part, concept] = key.split("\t");
    // A link that is being opened has told of it before the guide has the case.
    if (!(part in work)) continue;
    const now = later.amount(kase, Number(part), concept);
    const another = now !== BigInt(amount) && now >= 0n;
    if (another || work[part] !== project) state.derived.delete(key);
    else lines.push(`${key}\t${text}`);
  }
  return lines.join("\n");
};

const heading = ({ element }, words) => {
  const level = (Number.parseInt(element.getAttribute("overskriftsniva"), 10) || 2) + 1;
  return el(`h${Math.min(6, level)}`, { className: "ds-heading" }, words);
};

/** All of it. `redraw` fills every place anew. */
export const context = (root, page, { later, lines }, redraw) => {
  const { kase, given, now } = page;
  const state = stateOf(root);
  // A case of parts without an answer, where there were some, is a new beginning.
  const isBegun = kase.length > 3 + 3 * Number(kase[2]);
  if (state.isBegun && !isBegun) forget(state);
  state.isBegun = isBegun;
  if (state.trial && state.trial.of !== kase.join()) delete state.trial;
  const named = new Map(lines);
  const key = (concept) => `${kase[1]}\t${concept}`;
  const pending = state.pending;
  if (pending) {
    const { input } = field(root, pending.concept, given) ?? {};
    if (input) delete state.pending, queueMicrotask(() => written(input, pending.words));
  }
  // What was made for an earlier case, and is pressed now, asks this for what is now.
  return state.now = {
    root, element: page.element, later, kase, state, redraw, key,
    language: given.language,
    own: given.own,
    rules: now.regler,
    edition: now.utgave,
    today: iso(),
    place: (id) => root.getElementById(id),
    screen: root.getElementById("endringer") ? "svar" : "spørsmål",
    word: (name, blanks = {}) => fill(named.get(name) ?? name, blanks),
    data: (name) => lines.filter(([of]) => of === name).map(([, ...fields]) => fields),
    heading: (words) => heading(page, words),
    artefact: (short) => artefact(short, now.folder),
    derivations: derivations(state, later, kase),
    derive: (concept, text, amount) => state.derived.set(key(concept), { text, amount, project: projects(kase)[kase[1]] }),
    derived: (concept) => state.derived.get(key(concept))?.text,
    // How a number was come by, in words; nothing where that cannot be read.
    account: (text) => later.account(text).split("\n").map((line) => line.split("\t")).filter(([sort]) => sort === "steg").map(([, , name, formula]) => `${name}: ${formula}`).join("; "),
    // What the drawing wears, for where it is shown on paper.
    dress: () => root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).filter((rule) => /^\.(bus\.)?tegning\b/.test(rule)).join("\n"),
    scene: (width, held, of = state.trial?.kase ?? kase) => later.scene(of, Math.round(width),
      BigInt64Array.from([held?.section?.scale ?? 0, held?.section?.level ?? 0, held?.plan?.scale ?? held?.plan ?? 0], BigInt)),
    type: (concept, words) => {
      const asked = field(root, concept, given);
      if (!asked) return false;
      if (asked.input) written(asked.input, words);
      else if (asked.other) state.pending = { concept, words }, asked.other.click();
      return Boolean(asked.input || asked.other);
    },
    change(concept, amount) {
      const [id, typed] = later.measure(concept, BigInt(amount)).split("\t");
      if (this.type(id, typed)) return;
      const changes = new Map(state.trial?.changes).set(concept, amount);
      this.attempt(changes);
    },
    attempt(changes, back) {
      const pairs = BigInt64Array.from([...changes].flat(), BigInt);
      // Who presses a button is led to what it does; who moves a handle stays on it.
      state.trial = { of: kase.join(), changes, kase: later.with(kase, pairs), back: back ?? state.trial?.back, seen: !back };
      redraw();
    },
    // Another case, with its workings where it is not this one with other measures.
    async recall(other, found) {
      const work = projects(other);
      await Promise.all(work.map(page.want));
      if (found !== undefined) forget(state);
      state.written = new Map();
      for (const line of (found ?? "").split("\n").filter(Boolean)) {
        const [part, concept, text] = line.split("\t");
        const amount = Number(later.amount(other, Number(part), concept));
        state.derived.set(`${part}\t${concept}`, { text, amount, project: work[part] });
      }
      delete state.trial;
      page.recall(other);
    },
  };
};
