// What comes along once the first question is answered: the drawing, sums, what would help, and what can be taken home. The
// guide leaves places for them, and tells each time it has shown something anew; here they are filled.
import init, { Later } from "./glue.js";
import { base, kept, once, text } from "./fetching.js";
import { context } from "./senere/sammenheng.js";
import { show as drawing } from "./senere/tegning.js";
import { show as lawToCome } from "./senere/lov_som_kommer.js";
import { isCase, open } from "./senere/lenke.js";
import { lay } from "./senere/plass.js";
import { show as remedies } from "./senere/endringer.js";
import { show as start } from "./senere/start.js";
import { show as takeAway } from "./senere/ta_med.js";
import { show as tips } from "./senere/tips.js";
import { show as trial } from "./senere/prove.js";
import { show as workings } from "./senere/utregning.js";

const PARTS = [start, tips, workings, lawToCome, remedies, takeAway, drawing, trial, lay];

const module = () => once("senere.wasm", () => init({ module_or_path: kept(base, "senere", "wasm", __SENERE_WASM__) }));
const sheet = () => once("senere.css", async () => {
  // Marked, so that the guide keeps it when it dresses anew.
  const made = Object.assign(new CSSStyleSheet(), { along: true });
  made.replaceSync(await text(await kept(base, "senere", "css", __SENERE_STIL__)));
  return made;
});
const dress = async (root) => {
  const style = await sheet();
  if (!root.adoptedStyleSheets.includes(style)) root.adoptedStyleSheets.push(style);
};

// The lines of words, and what is compiled, in one file.
const parted = (bytes) => {
  const end = bytes.indexOf(0);
  return { lines: new TextDecoder().decode(bytes.subarray(0, end)), compiled: bytes.subarray(end + 1) };
};

const day = () => {
  const now = new Date();
  return BigInt(now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate());
};

// What goes with the rules and words that the guide was given. It keeps one object for as long as they are the same.
const made = new WeakMap();
const companion = (given, now) => {
  if (!made.has(given)) {
    const making = make(given, now);
    made.set(given, making);
    // The net may come back.
    making.catch(() => made.delete(given));
  }
  return made.get(given);
};
const make = async ({ language, words, rest, own, rules }, { folder }) => {
  const hash = words.match(/^senere\t(.*)$/m)?.[1];
  const file = async () => new Uint8Array(await (await kept(folder, `senere.${language}`, "bin", hash)).arrayBuffer());
  const [bytes] = await Promise.all([once(`senere.${language}.${hash}`, file), module()]);
  const { lines, compiled } = parted(bytes);
  const later = new Later(rules.bytes, compiled, language, `${words}\n${lines}`, rest, own, day());
  return { later, lines: lines.split("\n").map((line) => line.split("\t")) };
};

// The one element on the page that opens what stands in the address.
let opener;
const opened = (root, now) => {
  const { hash } = location;
  if (!opener?.isConnected) opener = root;
  if (!isCase(hash) || now.state.opened === hash || opener !== root) return;
  now.state.opened = hash;
  open(now, hash).catch(console.error);
};

// What one part cannot do, the others can.
const alone = (part, now) => {
  try {
    part(now);
  } catch (error) {
    console.error(error);
  }
};

const turns = new WeakMap();
/** Fills the guide's places anew. What it is given may have changed before the files have come: only the last is shown. */
export const follow = async (root, page) => {
  const turn = (turns.get(root) ?? 0) + 1;
  turns.set(root, turn);
  const [come] = await Promise.all([companion(page.given, page.now), dress(root)]);
  if (turns.get(root) !== turn || !page.isThere()) return;
  const show = () => {
    const now = context(root, page, come, show);
    PARTS.forEach((part) => alone(part, now));
    return now;
  };
  opened(root, show());
};
