// The element <bygg-uten-a-soke>: what Rust cannot be. Fetches everything at once, paints the first question
// before the app is ready, and hands attributes in and events out.
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
const beside = ({ fil, integrity }) => get(new URL(fil, import.meta.url), integrity);
const rule = ({ fil, integrity }) => get(new URL(fil, rulesFolder), integrity);
const text = async (answer) => (await answer).text();

// Every fetch starts here, whether or not an element is on the page yet; each failure is told by the element.
const ready = init({ module_or_path: beside(__WASM__) });
const sheet = text(beside(__STIL__)).then((css) => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
});
const pointer = get(new URL("gjeldende.json", rulesFolder)).then((answer) => answer.json());
const rules = pointer.then(async (now) => {
  if (now.format > __FORMAT__) throw new Error("format");
  const bytes = new Uint8Array(await (await rule(now.regler)).arrayBuffer());
  await ready;
  return new app.Rules(bytes, String(now.utgave), neighbour("regelbok").href);
});
for (const promise of [ready, sheet, pointer, rules]) promise.catch(() => {});

const fetched = new Map();
const words = (kind, language) => {
  const key = `${kind}.${language}`;
  if (!fetched.has(key)) {
    const words = pointer.then((now) => text(rule(now[kind][language])));
    words.catch(() => fetched.delete(key));
    fetched.set(key, words);
  }
  return fetched.get(key);
};

const known = (tag) => {
  const language = (tag ?? "").toLowerCase().split("-")[0].replace(/^no$/, "nb");
  return LANGUAGES.find((one) => one === language);
};

const ofMunicipality = async (number) => {
  const now = await pointer;
  const lines = (await text(rule(now.kommuner))).split("\n");
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
    if (!this.#widget) this.#start();
    else if (name === "lang" || name === "kommune") this.#speak();
    else this.#widget.attributes(this.#level, this.#project);
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
      const now = await pointer;
      if (now.format > __FORMAT__) throw new Error("format");
      const [first, style] = await Promise.all([words("ord", this.#language), sheet]);
      if (stale()) return;
      const mount = this.#paint(first, style);
      const [book] = await Promise.all([rules, ready]);
      if (!stale()) this.#take(mount, book, first, now);
    } catch (error) {
      if (!stale()) this.#fail(error);
    }
  }

  // The first question, as the app will show it.
  #paint(first, style) {
    this.#root.adoptedStyleSheets = [style, ...this.#bigger()];
    const mount = document.createElement("div");
    this.#first = firstQuestion({ words: first, language: this.#language, level: this.#level, project: this.#project });
    mount.append(this.#first.dom);
    this.#root.replaceChildren(mount);
    words("grunner", this.#language).catch(() => {});
    return mount;
  }

  // The app takes over, with what has been done so far and the focus where it was.
  #take(mount, book, first, now) {
    const { chosen, typed, pressed } = this.#first.done();
    const focused = this.#root.activeElement?.id;
    this.#widget = new app.Widget(
      mount, this.#host(), book, this.#language, first, undefined,
      this.#level, this.#project, chosen, typed, pressed,
    );
    if (focused && !pressed) queueMicrotask(() => this.#focus(focused));
    this.#tell("klar", { kode: __WASM__.fil, regler: now.utgave });
    this.#reasons(this.#run, this.#language, first);
  }

  // The rest of the words; tried again where the net is poor.
  async #reasons(run, language, first, left = 4) {
    try {
      const second = await words("grunner", language);
      if (run === this.#run && language === this.#language) this.#widget?.words(language, first, second);
    } catch {
      if (left > 0 && run === this.#run) setTimeout(() => this.#reasons(run, language, first, left - 1), 3000);
    }
  }

  async #speak() {
    const run = this.#run;
    const language = await this.#choose();
    const first = await words("ord", language);
    if (run !== this.#run) return;
    this.#language = language;
    this.#widget.words(language, first, undefined);
    this.#reasons(run, language, first);
  }

  #end() {
    this.#run++;
    this.#running = false;
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
      skriv: () => print(),
      steg: (steg, tiltak) => this.#tell("steg", { steg, tiltak }),
      utfall: (tiltak, utfall, regel, gjelderFra) =>
        pointer.then((now) => this.#tell("utfall", { tiltak, utfall, regel, gjelderFra, regler: now.regler.integrity })),
    };
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, Element);
