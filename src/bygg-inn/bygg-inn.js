// Bygg inn: an editor chooses, sees what comes of it, and copies the code. All that is chosen stands in the address; nothing
// is stored and nothing is sent.
import { start } from "../embed/law.js";
import { byId, el, LANGUAGES, later, say, speak, spoken } from "./dom.js";
import { file, koden, resten, text } from "./ferdig.js";
import { kopi } from "./felt.js";
import { attributes, oppsett } from "./kode.js";
import { read as readMunicipalities } from "./kommuner.js";
import { faults } from "./sjekk.js";
import { meldinger, oppsettet, skjema } from "./skjema.js";
import { blank, read, write } from "./tilstand.js";
import { Visning } from "./visning.js";

const PAUSE = 150;
const here = new URL(".", import.meta.url);

const fetched = async (name) => {
  const answer = await fetch(new URL(name, here), { credentials: "omit" });
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return answer;
};
const json = async (name) => (await fetched(name)).json();

/** Everything that the page must know: of the build, of the rules, and the element's own validators. */
const gathered = async () => {
  const [edition, list, ...rest] = await Promise.all([
    json("utgave.json"), fetched("kommuner.txt").then((answer) => answer.text()),
    ...["nb", "nn", "en"].map((tag) => json(`sjekkliste.${tag}.json`)), ...LANGUAGES.map(start),
  ]);
  const late = (name) => import(new URL(`../veiviser/${edition.sene[name]}`, here).href);
  const [{ check }, { verdict }] = await Promise.all([late("oppsett"), late("farge")]);
  const [nb, nn, en, ...starts] = rest;
  return { edition, lists: { nb, nn, en }, starts: { nb: starts[0], nn: starts[1] }, municipalities: readMunicipalities(list), check, verdict };
};

class Page {
  site = new URL("../", here).href;
  origin = location.origin;
  state = blank();
  some = false;
  #touched = new Set();
  #told = new Map();
  #faults = new Map();
  #visning = new Visning();

  constructor(data) {
    this.data = data;
    const shelves = data.starts.nb.shelves;
    this.known = {
      municipalities: new Set(data.municipalities.byNumber.keys()),
      shelves: new Set(shelves.map(({ id }) => id)),
      work: new Set(shelves.flatMap(({ work }) => work)),
    };
    for (const tag of LANGUAGES) byId(`side-${tag}`).addEventListener("click", () => this.speak(tag));
    byId("videre").addEventListener("click", (event) => {
      event.preventDefault();
      byId("kode-tittel").scrollIntoView({ block: "start" });
      byId("kode-tittel").focus({ preventScroll: true });
    });
    byId("skjema").addEventListener("submit", (event) => event.preventDefault());
    document.querySelector(".hopp").addEventListener("click", (event) => {
      event.preventDefault();
      byId("skjema").focus();
    });
    addEventListener("hashchange", () => this.#take());
    this.#take();
    for (const id of ["skjema", "visning", "ferdig"]) byId(id).hidden = false;
  }

  get start() {
    return this.data.starts[spoken()];
  }

  /** The language that the resident will most likely meet: of the checklist, and of the preview's page. */
  get language() {
    const form = this.data.municipalities.byNumber.get(this.state.kommune)?.form;
    return this.state.lang || (form === "nynorsk" ? "nn" : "nb");
  }

  get list() {
    return this.data.lists[this.language];
  }

  get attributes() {
    return attributes(this.state, (name) => !this.#faults.has(name));
  }

  get link() {
    const fragment = write(this.state, spoken());
    return `${location.href.split("#")[0]}#${fragment}`;
  }

  dom(id) {
    return byId(id);
  }

  // What the address says. Whatever in it could not have been chosen here is left out, and told.
  #take() {
    const { state, page, dropped, version } = read(location.hash.slice(1), this.known);
    this.state = state;
    this.some = state.vis.length > 0;
    // What somebody has sent is not half written.
    this.#touched = new Set(location.hash ? ["alt"] : []);
    speak(page ?? spoken());
    this.draw();
    const told = version ? (dropped.length ? say("lenke-delvis", { hva: dropped.join(", ") }) : "") : say("lenke-annen-utgave");
    byId("beskjed").textContent = told;
    byId("beskjed").hidden = !told;
  }

  /** Everything anew, in the language of the page. */
  draw() {
    const tag = spoken();
    document.documentElement.lang = tag;
    document.title = say("sidetittel");
    for (const part of document.querySelectorAll("[data-ord]")) if (part.id !== "beskjed") part.textContent = say(part.dataset.ord);
    for (const part of document.querySelectorAll("[data-ord-navn]")) part.setAttribute("aria-label", say(part.dataset.ordNavn));
    for (const other of LANGUAGES) byId(`side-${other}`).setAttribute("aria-pressed", String(other === tag));
    byId("til-regelboka").setAttribute("href", `../regelbok/${tag}/index.html`);
    this.#told.clear();
    byId("skjema").replaceChildren(...skjema(this).flat());
    byId("kode").replaceChildren(...koden(this));
    this.#visning.name();
    this.#notices();
    this.update();
  }

  speak(tag) {
    speak(tag);
    byId("beskjed").hidden = true;
    this.draw();
    this.#write();
  }

  /** A place on the page that is told anew after each change. */
  tells(id, words) {
    this.#told.set(id, words);
  }

  change(parts) {
    Object.assign(this.state, parts);
    this.#write();
    this.update();
  }

  showSome(some) {
    this.some = some;
    this.change({ vis: some ? this.state.vis : [] });
    if (!some) this.#redraw("steg-innhold", "vis-alt");
  }

  // A part of the form anew, with the focus where it was.
  #redraw(id, focus) {
    const fresh = skjema(this).find((one) => one.id === id);
    byId(id).replaceWith(fresh);
    this.update();
    byId(focus)?.focus();
  }

  addNotice() {
    this.state.meldinger.push({ ved: "alltid", tekst: "", lenketekst: "", adresse: "" });
    this.#notices();
    this.change({});
    byId(`melding-${this.state.meldinger.length - 1}-ved`).focus();
  }

  changeNotice(n, parts) {
    Object.assign(this.state.meldinger[n], parts);
    this.change({});
  }

  removeNotice(n) {
    this.state.meldinger.splice(n, 1);
    for (const id of [...this.#touched]) if (id.startsWith("melding-")) this.#touched.delete(id);
    this.#notices();
    this.change({});
    byId("ny-melding").focus();
    byId("beskjed").hidden = false;
    byId("beskjed").textContent = say("melding-fjernet");
  }

  #notices() {
    byId("meldinger").replaceChildren(...meldinger(this).flat().filter(Boolean));
    byId("oppsettet").replaceChildren(...(this.state.meldinger.length > 0 ? oppsettet(this) : []));
  }

  /** A field has been left: now what is wrong with it is said. */
  left(id) {
    this.#touched.add(id);
    this.#say();
  }

  empty() {
    this.state = blank();
    this.some = false;
    this.#touched.clear();
    this.draw();
    this.#write();
    byId("skjema").focus();
  }

  download() {
    const href = URL.createObjectURL(new Blob([file(this)], { type: "application/json" }));
    el("a", { href, download: "oppsett.json" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }

  #write = later(PAUSE, () => {
    const fragment = write(this.state, spoken());
    history.replaceState(null, "", fragment === write(blank(), "nb") ? location.pathname : `#${fragment}`);
  });

  /** All that follows from the state. */
  update() {
    const { state } = this;
    const notices = oppsett(state, "").meldinger;
    this.#faults = faults(state, notices, this.data, this.start.shelves);
    for (const [id, words] of this.#told) byId(id).textContent = words();
    const show = (id, shown) => (byId(id).hidden = !shown);
    show("hyller", this.some);
    byId("ingen-valgt").textContent = this.some && state.vis.length === 0 ? say("vis-ingen") : "";
    show("egen-farge", state.fargevalg === "egen");
    show("for-iframe", state.måte === "iframe");
    show("for-levert", state.måte !== "selv");
    show("for-selv", state.måte === "selv");
    const needed = state.meldinger.length > 0 && !state.oppsett.trim();
    show("oppsett-mangler", needed);
    show("cors", state.meldinger.length > 0 && !needed && state.måte === "iframe");
    this.#colour();
    this.#say();
    this.#results();
    const json = notices.length > 0 && ![...this.#faults.keys()].some((id) => id.startsWith("melding-")) ? file(this) : "";
    if (byId("oppsett-json")) byId("oppsett-json").textContent = file(this);
    this.#visning.show([...this.attributes.filter(([name]) => name !== "oppsett"), ["forhandsvisning", ""]], json, this.language);
  }

  #colour() {
    if (this.state.fargevalg !== "egen" || !this.state.farge.trim()) return (byId("fargedom").textContent = "");
    const { valid, ok, message } = this.data.verdict(this.state.farge);
    byId("fargedom").className = valid ? (ok ? "dom bra" : "dom nesten") : "dom";
    byId("fargedom").textContent = valid ? message[spoken()] : "";
    if (valid) byId("palett").value = this.state.farge.trim().toLowerCase();
    return undefined;
  }

  // At each field that has been left, and all of them where the code is.
  #say() {
    for (const place of document.querySelectorAll("p.feil")) {
      const id = place.id.replace(/-feil$/, "");
      const told = (this.#touched.has("alt") || this.#touched.has(id)) && this.#faults.get(id);
      if (place.textContent !== (told || "")) place.textContent = told || "";
      place.hidden = !told;
      byId(id).setAttribute("aria-invalid", String(Boolean(told)));
    }
    byId("feilene").hidden = this.#faults.size === 0;
    const link = ([id, told]) => el("li", {}, el("a", {
      href: `#${id}`,
      onclick: (event) => {
        event.preventDefault();
        this.#touched.add("alt");
        this.#say();
        byId(id).focus();
      },
    }, `${document.querySelector(`label[for="${id}"]`).textContent}: ${told}`));
    byId("feilene").replaceChildren(
      el("p", { id: "feilene-tittel" }, say("feil-oppsummert")), el("ul", {}, [...this.#faults].map(link)));
  }

  #results() {
    const code = text(this);
    // What is read or marked just now is left alone where it is the same.
    if (byId("snutten")?.textContent !== code) byId("koden").replaceChildren(kopi({ id: "snutten", what: say("koden").toLowerCase(), text: code, lines: true }));
    const open = new Set([...byId("resten").querySelectorAll("details[open]")].map(({ id }) => id));
    const focused = document.activeElement?.closest("#resten") ? document.activeElement.id : undefined;
    byId("resten").replaceChildren(...resten(this).flat());
    for (const id of open) byId(id).open = true;
    if (focused) byId(focused)?.focus();
  }
}

const stop = () => {
  byId("beskjed").textContent = say("kom-ikke");
};
// The language of the page, before anything has come.
speak(new URLSearchParams(location.hash.slice(1)).get("side") === "nn" ? "nn" : "nb");
gathered().then((data) => new Page(data)).catch((error) => {
  stop();
  console.error(error);
});
