// Today's law as files: the pointer, what every conversation starts with, and each shelf of work. Where today's cannot be
// reached, the copy that was shipped with this code, which knows its day.
import { base, get, kept, once, text } from "./fetching.js";

// Built in, and never an attribute: a page that could name another law could make the law milder.
const TODAY = new URL(__REGLER__, base);
/** The pages that the law is cited by. */
export const BOOK = new URL("../regelbok/", TODAY);
const SHIPPED = new URL("regler/", base);

const pointerIn = async (folder) => {
  const now = await (await get(new URL("gjeldende.json", folder))).json();
  if (now.format > __FORMAT__) throw new Error("format");
  return { ...now, folder, day: folder === SHIPPED ? now.dag : undefined };
};
const newer = (error) => error.message === "format";
export const pointer = () => once("gjeldende", () =>
  pointerIn(TODAY).catch((error) => {
    if (newer(error)) throw error;
    return pointerIn(SHIPPED).catch(() => { throw error; });
  }));

const file = async (name, end, hash) => kept((await pointer()).folder, name, end, hash);

// A file of words, with rules behind them.
const words = async (name, hash) => {
  const bytes = new Uint8Array(await (await file(name, "bin", hash)).arrayBuffer());
  const end = bytes.indexOf(0);
  return { lines: new TextDecoder().decode(bytes.subarray(0, end)).split("\n"), rules: bytes.subarray(end + 1) };
};

// The interface's words and the names of all work, shelf by shelf, and rules in which all work is blank.
export const start = (language) => once(language, async () => {
  const { start: hashes, day } = await pointer();
  const { lines, rules } = await words(`start.${language}`, hashes[language]);
  const named = new Map(lines.map((line) => line.split("\t")));
  if (day) lines.push(`kopi-fra\t${new Date(day).toLocaleDateString([language, "nb"], { dateStyle: "long" })}`);
  const shelves = [];
  for (const [line, name] of named) {
    const [sort, id, hash] = line.split(".");
    if (sort === "hylle") shelves.push({ id, hash, name, work: [], drawing: named.get(`tegning.${id}`) });
    if (sort === "tiltak") shelves.at(-1).work.push(id);
  }
  return { lines, rules, named, shelves };
});

// A shelf's rules, the words to ask with, and later those to give reasons with.
export const shelf = (id, language) => once(`${id}.${language}`, async () => {
  const { hash } = (await start(language)).shelves.find((shelf) => shelf.id === id);
  const { lines: [grunner, ...lines], rules } = await words(`hylle-${id}.${language}`, hash);
  return { lines, rules, grunner };
});
export const reasons = (id, language) => once(`${id}.${language}.grunner`, async () => {
  const { grunner } = await shelf(id, language);
  return { lines: (await text(file(`grunner-${id}.${language}`, "txt", grunner))).split("\n") };
});

// What is blank for one shelf gives way to what another says.
export const lay = (files) =>
  files.map(({ lines }) => lines).reduce((one, other) => one.map((line, n) => line || other[n]), files[0]?.lines ?? []);

// What people call each kind of work, and a sheet with a picture of each.
export const search = () => once("sok", async () => (await text(file("sok", "txt", (await pointer()).sok))).split("\n\n"));

/** The written standard of a municipality. */
export const ofMunicipality = async (number) => {
  const lines = (await text(file("kommuner", "txt", (await pointer()).kommuner))).split("\n");
  const line = lines.find((line) => line.startsWith(`${number}\t`));
  return line?.split("\t")[1].startsWith("n") && !line.includes("nøytral") ? "nn" : "nb";
};
