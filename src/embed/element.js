// The element <bygg-uten-a-soke>: what Rust cannot be. Fetches what one shelf of work needs at once, and other shelves
// when their work is chosen; paints the first question before the app is ready, and hands attributes in and events out.
import init, * as app from "./glue.js";
import { firstQuestion } from "./first_question.js";
import { message } from "./message.js";

const NAME = "bygg-uten-a-soke";
const LANGUAGES = ["nb", "nn", "en"];
const neighbour = (folder) => new URL(`../${folder}/`, import.meta.url);
const rulesFolder = neighbour("regler");

const get = async (url, integrity) => {
  const answer = await fetch(url, { integrity: integrity ?? "", credentials: "omit" });
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer;
};
// A file that never changes: its name holds the first letters and digits of its hash.
const kept = (folder, name, end, hash) =>
  get(new URL(`${name}.${hash.replace(/\W/g, "").slice(0, 12)}.${end}`, folder), `sha256-${hash}=`);
const text = async (answer) => (await answer).text();

// What has been fetched, by name. What could not be fetched is fetched again when it is next wanted.
const fetched = new Map();
const once = (name, fetching) => {
  if (!fetched.has(name)) {
    const promise = fetching();
    promise.catch(() => fetched.delete(name));
    fetched.set(name, promise);
  }
  return fetched.get(name);
};

// Every fetch starts here, whether or not an element is on the page yet; each failure is told by the element.
const ready = init({ module_or_path: kept(import.meta.url, "veiviser", "wasm", __WASM__) });
const sheet = text(kept(import.meta.url, "stil", "css", __STIL__)).then((css) => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
});
const pointer = get(new URL("gjeldende.json", rulesFolder)).then(async (answer) => {
  const now = await answer.json();
  if (now.format > __FORMAT__) throw new Error("format");
  return now;
});
for (const promise of [ready, sheet, pointer]) promise.catch(() => {});

// A file of words, with rules behind them.
const words = async (name, hash) => {
  const bytes = new Uint8Array(await (await kept(rulesFolder, name, "bin", hash)).arrayBuffer());
  const end = bytes.indexOf(0);
  return { lines: new TextDecoder().decode(bytes.subarray(0, end)).split("\n"), rules: bytes.subarray(end + 1) };
};

// The interface's words and the names of all work, shelf by shelf, and rules in which all work is blank.
const start = (language) => once(language, async () => {
  const { lines, rules } = await words(`start.${language}`, (await pointer).start[language]);
  const named = new Map(lines.map((line) => line.split("\t")));
  const shelves = [];
  for (const [line, name] of named) {
    const [sort, id, hash] = line.split(".");
    if (sort === "hylle") shelves.push({ id, hash, name, work: [], drawing: named.get(`tegning.${id}`) });
    if (sort === "tiltak") shelves.at(-1).work.push(id);
  }
  return { lines, rules, named, shelves };
});

// A shelf's rules, the words to ask with, and later those to give reasons with.
const shelf = (id, language) => once(`${id}.${language}`, async () => {
  const { hash } = (await start(language)).shelves.find((shelf) => shelf.id === id);
  const { lines: [grunner, ...lines], rules } = await words(`hylle-${id}.${language}`, hash);
  return { lines, rules, grunner };
});
const reasons = (id, language) => once(`${id}.${language}.grunner`, async () => {
  const { grunner } = await shelf(id, language);
  return { lines: (await text(kept(rulesFolder, `grunner-${id}.${language}`, "txt", grunner))).split("\n") };
});

// What is blank for one shelf gives way to what another says.
const lay = (files) => files.map(({ lines }) => lines).reduce((one, other) => one.map((line, n) => line || other[n]), files[0]?.lines ?? []);
const book = (shelves, files) => once(shelves.join(), async () => {
  const bytes = await new Blob(files.map(({ rules }) => rules)).arrayBuffer();
  await ready;
  return new app.Rules(new Uint8Array(bytes), (await pointer).utgave, neighbour("regelbok").href, undefined);
});

// What people call each kind of work.
const search = () => once("sok", async () => text(kept(rulesFolder, "sok", "txt", (await pointer).sok)));
// Each part with its own outcome, from a line.
const parts = (lines) => lines.trim().split("\n").map((line) => line.split(" ")).map(([tiltak, utfall]) => ({ tiltak, utfall }));

const known = (tag) => {
  const language = (tag ?? "").toLowerCase().split("-")[0].replace(/^no$/, "nb");
  return LANGUAGES.find((one) => one === language);
};

const ofMunicipality = async (number) => {
  const lines = (await text(kept(rulesFolder, "kommuner", "txt", (await pointer).kommuner))).split("\n");
  const line = lines.find((line) => line.startsWith(`${number}\t`));
  return line?.split("\t")[1].startsWith("n") && !line.includes("nøytral") ? "nn" : "nb";
};

class Element extends HTMLElement {
  static observedAttributes = ["tiltak", "lang", "kommune", "overskriftsniva"];
  #root = this.attachShadow({ mode: "open" });
  #widget;
  #first;
  #run = 0;
  #running = false;
  #language = "nb";
  // The shelves that are fetched for this element, by id; what the app was last given; the place of the work last wanted.
  #shelves = [];
  #given;
  #wanted;

  constructor() {
    super();
    this.#root.append(document.createElement("slot"));
  }

  connectedCallback() {
    if (!this.#running) this.#start();
  }

  // A move is a removal and an insertion: only what is still gone afterwards ends.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name) {
    if (!this.#running) return;
    if (name === "tiltak") this.#end();
    if (!this.#widget) this.#start();
    else if (name === "overskriftsniva") this.#widget.level(this.#level);
    else this.#speak();
  }

  get #level() {
    const level = Number.parseInt(this.getAttribute("overskriftsniva"), 10);
    return level >= 1 && level <= 6 ? level : 2;
  }

  get #project() {
    return this.getAttribute("tiltak") || undefined;
  }

  async #choose() {
    const asked = known(this.getAttribute("lang")) ?? known(document.documentElement.lang);
    if (asked) return asked;
    const number = this.getAttribute("kommune");
    return number ? ofMunicipality(number).catch(() => "nb") : "nb";
  }

  async #start() {
    const run = ++this.#run;
    const stale = () => run !== this.#run;
    this.#running = true;
    try {
      this.#language = await this.#choose();
      const first = await start(this.#language);
      if (stale()) return;
      this.#shelves = [];
      const place = first.shelves.flatMap(({ work }) => work).indexOf(this.#project);
      if (place >= 0) this.#fetch(place);
      const style = await sheet;
      if (stale()) return;
      const mount = this.#paint(first, style);
      const given = await this.#load(this.#language);
      if (!stale()) await this.#take(mount, given, place < 0 ? undefined : place);
    } catch (error) {
      if (!stale()) this.#fail(error);
    }
  }

  // What the app is given: the rules of all shelves fetched so far, and the words to ask with.
  async #load(language) {
    const shelves = [...this.#shelves];
    const files = await Promise.all(shelves.map((id) => shelf(id, language)));
    const first = await start(language);
    const rules = await book(shelves, [first, ...files]);
    return { language, shelves, rules, words: [...lay(files), ...first.lines].join("\n") };
  }

  // The first question, as the app will show it.
  #paint({ named, shelves }, style) {
    this.#root.adoptedStyleSheets = [style, ...this.#bigger()];
    const mount = document.createElement("div");
    this.#first = firstQuestion({
      named, shelves, language: this.#language, level: this.#level, project: this.#project,
      want: (place) => this.#fetch(place),
    });
    mount.append(this.#first.dom);
    this.#root.replaceChildren(mount);
    return mount;
  }

  // Ahead of the app, which asks for it when it is there.
  #fetch(place) {
    this.#shelfAt(place).then((id) => reasons(id, this.#language)).catch(() => {});
  }

  // The app takes over, with what has been done so far and the focus where it was.
  async #take(mount, given, place) {
    const { chosen, typed, pressed } = this.#first.done();
    const focused = this.#root.activeElement?.id;
    this.#widget = new app.Widget(
      mount, this.#host(), given.rules, given.language, given.words, undefined,
      this.#level, place, chosen, typed, pressed, undefined,
    );
    if (focused && !pressed) queueMicrotask(() => this.#focus(focused));
    search().then((lines) => this.#widget?.search(lines)).catch(() => {});
    this.#tell("klar", { kode: __WASM__, regler: (await pointer).utgave });
  }

  // The rest of the words; tried again where the net is poor.
  async #reasons(given, left = 4) {
    const { language, shelves, rules, words } = (this.#given = given);
    try {
      const rest = lay(await Promise.all(shelves.map((id) => reasons(id, language))));
      if (given === this.#given) this.#widget.take(rules, language, words, rest.join("\n"), undefined);
    } catch {
      if (left > 0) setTimeout(() => given === this.#given && this.#reasons(given, left - 1), 3000);
    }
  }

  // Gives the app other words, or more rules; whoever asks last is served.
  async #speak() {
    const run = ++this.#run;
    const given = await this.#load(await this.#choose());
    if (run !== this.#run) return;
    this.#language = given.language;
    this.#widget.take(given.rules, given.language, given.words, undefined, undefined);
    this.#reasons(given);
  }

  // The shelf of the work at a place among all, fetched.
  async #shelfAt(place) {
    const { id } = (await start(this.#language)).shelves.find(({ work }) => (place -= work.length) < 0);
    await shelf(id, this.#language);
    return id;
  }

  // The app wants the rules for some work. Only of the one last chosen is it told that they did not come.
  async #want(place) {
    this.#wanted = place;
    try {
      const id = await this.#shelfAt(place);
      if (!this.#widget) return;
      if (!this.#shelves.includes(id)) this.#shelves.push(id);
      await this.#speak();
    } catch {
      if (place === this.#wanted) this.#widget?.missing();
    }
  }

  #end() {
    this.#run++;
    this.#running = false;
    this.#given = undefined;
    this.#widget?.destroy();
    this.#widget?.free();
    this.#widget = undefined;
    this.#root.replaceChildren(document.createElement("slot"));
  }

  // The page's own content stays, and its owner is told what to allow.
  #fail(error) {
    this.#widget = undefined;
    this.#root.replaceChildren(document.createElement("slot"), message(this.#language, error, new URL(import.meta.url).origin));
  }

  // Many pages set the root to 10 px and count on it; the resident's own choice of size still counts.
  #bigger() {
    const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (!(root <= 12)) return [];
    const made = new CSSStyleSheet();
    made.replaceSync(":host{--bus-rem:1.6rem}");
    return [made];
  }

  #focus(id) {
    this.#root.getElementById(id)?.focus();
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`bus:${name}`, { bubbles: true, composed: true, detail }));
  }

  // What the app may ask of its page.
  #host() {
    return {
      fokus: (id) => this.#focus(id),
      hent: (place) => this.#want(place),
      skriv: () => print(),
      steg: (steg, tiltak) => this.#tell("steg", { steg, tiltak }),
      utfall: (tiltak, utfall, regel, gjelderFra, deler) =>
        pointer.then((now) => this.#tell("utfall", { tiltak, utfall, regel, gjelderFra, deler: parts(deler), utgave: now.utgave, regler: `sha256-${now.regler}=` })),
    };
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, Element);
