// The element <bygg-uten-a-soke>: what Rust cannot be. Fetches what one shelf of work needs at once, and other shelves
// when their work is chosen; paints the first question before the app is ready, and hands attributes in and events out.
import init, * as app from "./glue.js";
import { ASKED, OWN, THEME } from "./attributes.js";
import { base, kept, late, once, text } from "./fetching.js";
import { firstQuestion } from "./first_question.js";
import { forbidden, settled } from "./forbidden.js";
import { BOOK, lay, ofMunicipality, pointer, reasons, search, shelf, start } from "./law.js";

const NAME = "bygg-uten-a-soke";
const LANGUAGES = ["nb", "nn", "en"];
const JSON_CHILD = ":scope > script[type='application/json']";
// How long the first question may wait for what the municipality says of itself.
const soon = () => new Promise((go) => setTimeout(go, 1000, {}));

// Every fetch starts here, whether or not an element is on the page yet; each failure is told by the element.
const ready = init({ module_or_path: kept(base, "veiviser", "wasm", __WASM__) });
const style = (name, hash) => once(`${name}.css`, async () => styled(await text(kept(base, name, "css", hash))));
const sheet = style("stil", __STIL__);
for (const promise of [ready, sheet, pointer()]) promise.catch(() => {});

function styled(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

// What comes after the first question wears more.
let restOfStyle;
const rest = async () => (restOfStyle = await style("stil-svar", __STIL_SVAR__));

const book = (shelves, files, own) => once(`${shelves}\n${own}`, async () => {
  const bytes = await new Blob(files.map(({ rules }) => rules)).arrayBuffer();
  await ready;
  const all = new Uint8Array(bytes);
  return Object.assign(new app.Rules(all, (await pointer()).utgave, BOOK.href, own), { bytes: all });
});

// Each part with its own outcome, from a line.
const parts = (lines) => lines.trim().split("\n").map((line) => line.split(" ")).map(([tiltak, utfall]) => ({ tiltak, utfall }));

// All kinds of work, in the order of their places.
const works = ({ shelves }) => shelves.flatMap(({ work }) => work);

const known = (tag) => {
  const language = (tag ?? "").toLowerCase().split("-")[0].replace(/^no$/, "nb");
  return LANGUAGES.find((one) => one === language);
};

class Element extends HTMLElement {
  static observedAttributes = [...ASKED, ...OWN, ...THEME];
  #root = this.attachShadow({ mode: "open" });
  #widget;
  #first;
  #run = 0;
  #turn = 0;
  #running = false;
  #language = "nb";
  // The shelves that are fetched for this element, by id; what the app was last given; the place of the work last wanted.
  #shelves = [];
  #given;
  #wanted;
  // The work, where the municipality shows no other.
  #only;
  // What the municipality says of itself, by language.
  #own = new Map();
  // What its editor is told on a preview.
  #told = [];

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
    if (OWN.includes(name)) this.#own.clear();
    if (!this.#running) return;
    if (name === "tiltak") this.#end();
    if (!this.#widget) this.#start();
    else if (name === "overskriftsniva") this.#widget.level(this.#level);
    else if (THEME.includes(name)) this.#dress();
    else this.#speak();
  }

  get #level() {
    const level = Number.parseInt(this.getAttribute("overskriftsniva"), 10);
    return level >= 1 && level <= 6 ? level : 2;
  }

  get #project() {
    return this.getAttribute("tiltak") || this.#only;
  }

  async #choose() {
    const asked = known(this.getAttribute("lang")) ?? known(document.documentElement.lang);
    if (asked) return asked;
    const number = this.getAttribute("kommune") ?? (await this.#says("nb")).kommune;
    return number ? ofMunicipality(number).catch(() => "nb") : "nb";
  }

  // What the municipality says of itself. Conditions that cannot be read might not be met: then nothing is green.
  #says(language) {
    const silent = !OWN.some((name) => this.hasAttribute(name)) && !this.querySelector(JSON_CHILD);
    if (silent) return {};
    if (!this.#own.has(language)) {
      const read = async () => {
        const [{ read }, { shelves }, { folder }] = await Promise.all([late("oppsett", this.#root), start(language), pointer()]);
        const says = await read(this, language, shelves, folder);
        if (says.errors.length > 0) this.#warn(says.errors);
        return says;
      };
      this.#own.set(language, read().catch((error) => (console.error(error), { own: "utilgjengelig" })));
    }
    return this.#own.get(language);
  }

  async #start() {
    const run = ++this.#run;
    const stale = () => run !== this.#run;
    this.#running = true;
    addEventListener("hashchange", this.#linked);
    try {
      this.#language = await this.#choose();
      const first = await start(this.#language);
      if (stale()) return;
      this.#shelves = [];
      const { show } = await Promise.race([this.#says(this.#language), soon()]);
      this.#only = show?.length === 1 ? show[0] : undefined;
      const place = works(first).indexOf(this.#project);
      if (place >= 0) this.#fetch(place);
      await this.#dress();
      if (stale()) return;
      const mount = this.#paint(first, show);
      this.#wear().catch(() => {});
      const given = await this.#load(this.#language);
      if (!stale()) await this.#take(mount, given, place < 0 ? undefined : place);
    } catch (error) {
      if (!stale()) await this.#fail(error, stale);
    }
  }

  // The sheet, what many pages make necessary, and the municipality's colours.
  async #dress() {
    const turn = ++this.#turn;
    const sheets = [await sheet, ...(restOfStyle ? [restOfStyle] : [])];
    // Many pages set the root to 10 px and count on it; the resident's own choice of size still counts.
    const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (root <= 12) sheets.push(styled(":host{--bus-rem:1.6rem}"));
    const [farge, tema, modus] = THEME.map((name) => this.getAttribute(name));
    if (farge || tema || modus) {
      const dressed = late("farge", this.#root).then(({ theme }) => theme({ farge, tema, modus, host: this, language: this.#language }));
      const { css, errors } = await dressed.catch((error) => (console.error(error), { css: "", errors: [] }));
      sheets.push(styled(css));
      if (errors.length > 0) this.#warn(errors);
    }
    if (turn === this.#turn) this.#root.adoptedStyleSheets = [...sheets, ...this.#root.adoptedStyleSheets.filter(({ along }) => along)];
  }

  // The rest of the style, before anything is shown that wears it.
  async #wear() {
    const style = await rest();
    const worn = this.#root.adoptedStyleSheets;
    if (!worn.includes(style)) worn.push(style);
  }

  // What the app is given: the rules of all shelves fetched so far, and the words to ask with.
  async #load(language) {
    const shelves = [...this.#shelves];
    const files = await Promise.all(shelves.map((id) => shelf(id, language)));
    const first = await start(language);
    const { own } = await this.#says(language);
    const rules = await book(shelves, [first, ...files], own);
    return { language, shelves, rules, own, words: [...lay(files), ...first.lines].join("\n") };
  }

  // The first question, as the app will show it.
  #paint({ named, shelves }, show) {
    const mount = document.createElement("div");
    this.#first = firstQuestion({
      named, shelves, show, language: this.#language, level: this.#level, project: this.#project,
      want: (place) => this.#fetch(place),
    });
    mount.append(this.#first.dom);
    this.#root.replaceChildren(mount, ...this.#told);
    return mount;
  }

  // Ahead of the app, which asks for it when it is there.
  #fetch(place) {
    this.#shelfAt(place).then((id) => reasons(id, this.#language)).catch(() => {});
  }

  // The app takes over, with what has been done so far, the shelves as they stand and the focus where it was.
  async #take(mount, given, place) {
    const { chosen, typed, pressed, open } = this.#first.done();
    const focused = this.#root.activeElement?.id;
    this.#widget = new app.Widget(
      mount, this.#host(), given.rules, given.language, given.words, undefined,
      this.#level, place, chosen, typed, pressed, given.own,
    );
    if (!pressed) queueMicrotask(() => {
      mount.querySelectorAll(".hylle").forEach((shelf, n) => (shelf.open = open[n]));
      if (focused) this.#focus(focused);
    });
    search().then(([lines, pictures]) => {
      this.#widget?.search(lines);
      this.#root.adoptedStyleSheets.push(Object.assign(styled(pictures), { along: true }));
    }).catch(() => {});
    this.#linked();
    settled();
    this.#address().catch(console.error);
    this.#tell("klar", { kode: __WASM__, regler: (await pointer()).utgave });
  }

  // The work of a case that stands in the address, or is pasted there; late code opens it.
  #linked = async () => {
    const linked = location.hash.match(/^#bus=(?:.*?tiltak=([^&]*))?/);
    if (!linked) return;
    const place = works(await start(this.#language)).findIndex((id) => encodeURIComponent(id) === linked[1]);
    this.#want(Math.max(0, place));
  };

  // The rest of the words; tried again where the net is poor.
  async #reasons(given, left = 4) {
    const { language, shelves, rules, words, own } = (this.#given = given);
    try {
      const rest = lay(await Promise.all(shelves.map((id) => reasons(id, language))));
      if (given !== this.#given) return;
      given.rest = rest.join("\n");
      this.#widget.take(rules, language, words, given.rest, own);
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
    this.#widget.take(given.rules, given.language, given.words, undefined, given.own);
    this.#address().catch(console.error);
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
      const [id] = await Promise.all([this.#shelfAt(place), this.#wear()]);
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
    removeEventListener("hashchange", this.#linked);
    this.#given = undefined;
    this.#widget?.destroy();
    this.#widget?.free();
    this.#widget = undefined;
    this.#told = [];
    this.#root.replaceChildren(document.createElement("slot"));
  }

  // The page's own content stays; its owner is told what to allow, and where a frame may stand, that takes over.
  async #fail(error, stale) {
    this.#widget = undefined;
    this.#root.replaceChildren(document.createElement("slot"));
    console.error(error);
    const { rescue } = await late("hjelp", this.#root).catch(() => ({}));
    if (!stale()) rescue?.({ element: this, root: this.#root, error, forbidden, base, language: this.#language, stale });
  }

  // What an editor has written that cannot be used; what is shown of it stays while the element does.
  async #warn(errors) {
    const { tell } = await late("hjelp", this.#root);
    this.#told.push(...tell(this, errors, this.#language));
    this.#root.append(...this.#told);
  }

  // The look-up of an address, below the guide.
  async #address() {
    if (!this.hasAttribute("adresse-oppslag")) return;
    const language = this.#language;
    const [{ place }, { folder }, says] = await Promise.all([late("adresse", this.#root), pointer(), this.#says(language)]);
    const isStale = () => !this.#widget || language !== this.#language;
    await place(this, { language, folder, says, isStale });
  }

  // What comes along once the first question is answered. The guide does without where it does not come.
  async #along(kase) {
    const given = this.#given;
    if (!given?.rest) return;
    const [{ follow }, now] = await Promise.all([late("senere", this.#root), pointer()]);
    await follow(this.#root, {
      element: this, given, now, kase,
      want: (place) => this.#want(place),
      isThere: () => given === this.#given,
      recall: (kase) => this.#widget?.recall(kase),
    });
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
      vist: (kase) => this.#along(kase.slice()).catch(console.error),
      steg: (steg, tiltak) => this.#tell("steg", { steg, tiltak }),
      utfall: (tiltak, utfall, regel, gjelderFra, deler) =>
        pointer().then((now) => this.#tell("utfall", { tiltak, utfall, regel, gjelderFra, deler: parts(deler), utgave: now.utgave, regler: `sha256-${now.regler}=` })),
    };
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, Element);
