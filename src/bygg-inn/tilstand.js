// What the editor has chosen, and the same as the fragment of an address: `#v=1&kommune=4601&…`. A fragment may come from
// anybody, so each part of it is taken only where it could have been chosen here.

/** The version of the fragment. */
const VERSION = "1";
/** The longest fragment that is read. */
const LONGEST = 40_000;
const LONGEST_FIELD = 2_000;

/** The parts that are one of a few words; the first is what is chosen where nothing is. */
export const CHOICES = {
  lang: ["", "nb", "nn", "en"],
  fargevalg: ["", "egen", "arv"],
  modus: ["lys", "mork", "auto"],
  overskriftsniva: ["2", "1", "3", "4", "5", "6"],
  måte: ["iframe", "skript", "selv"],
  kanal: ["løpende", "fast"],
};
/** What is written in fields, each named as the element's attribute where there is one. */
export const FIELDS = [
  "farge", "kontakt-navn", "kontakt-telefon", "kontakt-epost", "kontakt-side", "planregister", "soknad", "gebyr", "arkiv",
  "oppsett", "sti",
];
/** What is on or off, and how it is where nothing is chosen. */
export const SWITCHES = { "adresse-oppslag": false, høyde: true };
/** The parts of a notice. */
export const NOTICE = ["tekst", "lenketekst", "adresse"];
export const OUTCOMES = [
  "unntatt-fra-søknadsplikt", "unntatt-når-annet-er-i-orden", "ikke-tiltak", "søknad-uten-ansvarsrett", "søknad-med-ansvarsrett",
  "søknad", "uavklart",
];
const MOST_NOTICES = 30;
const STI = "/bygg-uten-a-soke/";

/** Where nothing is chosen yet. */
export const blank = () => ({
  kommune: "", tiltak: "", vis: [], meldinger: [],
  ...Object.fromEntries(Object.entries(CHOICES).map(([name, [first]]) => [name, first])),
  ...Object.fromEntries(FIELDS.map((name) => [name, ""])),
  ...SWITCHES,
  sti: STI,
});

/** The fragment, without its sign: only what differs from where nothing is chosen. */
export const write = (state, page) => {
  const none = blank();
  const told = new URLSearchParams({ v: VERSION, side: page });
  const single = ["kommune", "tiltak", ...Object.keys(CHOICES), ...FIELDS];
  for (const name of single) if (state[name] !== none[name]) told.set(name, state[name]);
  for (const name of Object.keys(SWITCHES)) if (state[name] !== none[name]) told.set(name, state[name] ? "ja" : "nei");
  if (state.vis.length > 0) told.set("vis", state.vis.join(" "));
  if (state.meldinger.length > 0) told.set("meldinger", JSON.stringify(state.meldinger.map(({ ved, ...rest }) => [ved, ...NOTICE.map((part) => rest[part])])));
  return told.toString();
};

/**
 * What a fragment says. `known` tells which municipalities (`Set`) and which shelves and kinds of work there are.
 * Gives the state, the page's own language, and the names of what was left out; `version` is false for another version.
 */
export const read = (fragment, known) => {
  const state = blank();
  const dropped = new Set();
  if (fragment === "") return { state, dropped: [], version: true };
  const told = fragment.length <= LONGEST ? new URLSearchParams(fragment) : new URLSearchParams();
  if (told.get("v") !== VERSION) return { state, dropped: [], version: false };
  const page = ["nb", "nn"].find((one) => one === told.get("side"));
  for (const [name, value] of told) {
    if (name === "v" || (name === "side" && page)) continue;
    const taken = take(name, value, known);
    if (taken === undefined) dropped.add(clean(name).slice(0, 30));
    else state[name] = taken;
  }
  return { state, page, dropped: [...dropped].slice(0, 10), version: true };
};

// The part as it may stand in the state, or undefined where it may not.
const take = (name, value, known) => {
  if (name === "kommune") return known.municipalities.has(value) ? value : undefined;
  if (name === "tiltak") return known.work.has(value) ? value : undefined;
  if (name === "vis") return whole(value.split(" "), (id) => known.work.has(id) || known.shelves.has(id));
  if (name === "meldinger") return notices(value, known);
  if (Object.hasOwn(CHOICES, name)) return CHOICES[name].includes(value) ? value : undefined;
  if (Object.hasOwn(SWITCHES, name)) return value === "ja" || (value === "nei" ? false : undefined);
  return FIELDS.includes(name) ? field(value) : undefined;
};

const whole = (list, good) => (list.length <= 200 && list.every(good) ? [...new Set(list)] : undefined);

const field = (value) =>
  typeof value === "string" && value.length <= LONGEST_FIELD && value === clean(value) ? value : undefined;

const notices = (text, known) => {
  let list;
  try {
    list = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(list) || list.length > MOST_NOTICES) return undefined;
  const read = list.map((one) => {
    if (!Array.isArray(one) || one.length !== 1 + NOTICE.length || !isPlace(one[0], known)) return undefined;
    const parts = one.slice(1).map(field);
    return parts.includes(undefined) ? undefined : { ved: one[0], ...Object.fromEntries(NOTICE.map((name, n) => [name, parts[n]])) };
  });
  return read.includes(undefined) ? undefined : read;
};

const isPlace = (place, known) => {
  if (typeof place !== "string") return false;
  const [sort, id] = place.split(":");
  if (sort === "utfall") return OUTCOMES.includes(id) && place === `utfall:${id}`;
  return place === "alltid" || (sort === "tiltak" && known.work.has(id) && place === `tiltak:${id}`);
};

// Without what is not seen, and what turns the direction of writing. A notice may have lines.
export const clean = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "");
