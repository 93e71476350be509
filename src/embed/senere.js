// What comes along once the first question is answered: the drawing, sums, what would help, and what can be taken home. The
// guide shows its places for them, and tells each time it has shown something anew; here they are filled.
import init, { Later } from "./glue.js";
import { el } from "./dom.js";
import { base, kept, once, text } from "./fetching.js";
import { show as showRemedies } from "./senere/endringer.js";
import { show as showLawToCome } from "./senere/lov_som_kommer.js";
import { show as showTips } from "./senere/tips.js";

const PARTS = [showTips, showLawToCome, showRemedies];

const module = () => once("senere.wasm", () => init({ module_or_path: kept(base, "senere", "wasm", __SENERE_WASM__) }));
const sheet = () => once("senere.css", async () => {
  // Marked, so that the guide keeps it when it dresses anew.
  const made = Object.assign(new CSSStyleSheet(), { along: true });
  made.replaceSync(await text(await kept(base, "senere", "css", __SENERE_STIL__)));
  return made;
});

const day = () => {
  const now = new Date();
  return BigInt(now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate());
};

// The lines of words, and what is compiled, in one file.
const parted = (bytes) => {
  const end = bytes.indexOf(0);
  return { lines: new TextDecoder().decode(bytes.subarray(0, end)), compiled: bytes.subarray(end + 1) };
};

// What goes with the words and rules that the guide was given. The guide keeps one object for as long as they are the same.
const made = new WeakMap();
const companion = (given, folder) => {
  if (!made.has(given)) made.set(given, make(given, folder));
  return made.get(given);
};
const make = async ({ language, words, rest, own, rules }, folder) => {
  const hash = words.match(/^senere\t(.*)$/m)?.[1];
  const file = async () => new Uint8Array(await (await kept(folder, `senere.${language}`, "bin", hash)).arrayBuffer());
  const [bytes] = await Promise.all([once(`senere.${language}.${hash}`, file), module()]);
  const { lines, compiled } = parted(bytes);
  const named = new Map(lines.split("\n").map((line) => line.split("\t")));
  return { later: new Later(rules.bytes, compiled, language, `${words}\n${lines}`, rest, own, day()), named };
};

const fill = (words, blanks) => words.replace(/\{([^}]+)\}/g, (blank, name) => blanks[name] ?? blank);

// What the parts need to know. `state` is kept for as long as the element is.
const states = new WeakMap();
const context = (root, { element, given, kase, recall }, { later, named }) => {
  if (!states.has(root)) states.set(root, {});
  const place = (id) => root.getElementById(id);
  return {
    root, element, later, kase, place, recall,
    state: states.get(root),
    own: given.own,
    language: given.language,
    screen: place("endringer") ? "svar" : "spørsmål",
    word: (key, blanks = {}) => fill(named.get(key) ?? key, blanks),
    // A heading one level below the guide's.
    heading: (words) => el(`h${Math.min(6, (Number.parseInt(element.getAttribute("overskriftsniva"), 10) || 2) + 1)}`, { className: "ds-heading" }, words),
  };
};

const dress = async (root) => {
  const style = await sheet();
  if (!root.adoptedStyleSheets.includes(style)) root.adoptedStyleSheets.push(style);
};

/** Fills the guide's places anew. What it is given may have changed before the files have come: only the last is shown. */
const turns = new WeakMap();
export const follow = async (root, page) => {
  const turn = (turns.get(root) ?? 0) + 1;
  turns.set(root, turn);
  const [come] = await Promise.all([companion(page.given, page.folder), dress(root)]);
  if (turns.get(root) !== turn || !page.isThere()) return;
  const now = context(root, page, come);
  for (const show of PARTS) show(now);
};
