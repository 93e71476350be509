// A case of the lawyer's own: begun from an example, changed, and judged by both rules.
import { el, fill, later, newId, outcome, say } from "./dom.js";

const PAUSE = 200;
const MEASURED = ["mål", "antall"];

export class Sak {
  #back;
  #show;
  #cases = [];
  #own;
  #judged = el("div", { id: "dom", role: "status" });
  #day = el("input", { type: "text", id: newId(), size: 12, autocomplete: "off" });

  // `show` puts a case in the widgets, and gives what is wrong with it.
  constructor(back, show) {
    this.#back = back;
    this.#show = show;
  }

  get own() {
    return this.#own;
  }

  // Takes the examples there are; the case that is open stays.
  async take(cases) {
    const first = this.#cases.length === 0;
    if (cases.length > 0) this.#cases = cases;
    if (first && cases.length > 0) await this.#draw();
    else await this.judge();
  }

  async #draw() {
    const [kind, start] = [newId(), newId()];
    const kinds = [...new Set(this.#cases.map((it) => it.project))].sort((a, b) => a.localeCompare(b, "nb"));
    const garage = kinds.find((it) => it.toLowerCase() === "garasje") ?? kinds[0];
    const projects = el("select", { id: kind }, kinds.map((it) => el("option", {}, it)));
    projects.value = garage;
    const examples = el("select", { id: start });
    const list = () => {
      const mine = this.#cases.filter((it) => it.project === projects.value);
      examples.replaceChildren(...mine.map((it) => el("option", { value: `${it.at} ${it.file}` }, it.name)));
    };
    const open = async () => {
      const [at, ...file] = examples.value.split(" ");
      await this.#open(file.join(" "), Number(at));
    };
    projects.addEventListener("change", () => {
      list();
      open();
    });
    examples.addEventListener("change", open);
    list();
    fill("saken",
      el("div", { class: "rad" },
        el("p", {}, el("label", { for: kind }, say("tiltak")), projects),
        el("p", { class: "bred" }, el("label", { for: start }, say("eksempel")), examples),
        el("p", {}, el("label", { for: this.#day.id }, say("dag-for-saken")), this.#day)),
      el("div", { class: "to" }, el("div", { id: "svar" }), el("div", {}, this.#judged, this.#button())));
    this.#day.addEventListener("input", later(PAUSE, () => this.on(this.#day.value.trim())));
    await open();
  }

  async #open(file, at) {
    const opened = await this.#back.call("open", { file, at });
    if (!opened) return;
    this.#own = opened.case;
    const changed = later(PAUSE, () => this.judge());
    const { questions } = opened;
    const measured = questions.filter((it) => MEASURED.includes(it.kind));
    const others = questions.filter((it) => !MEASURED.includes(it.kind));
    const row = (question) => this.#row(question, changed);
    this.#day.value = this.#own.date;
    fill("svar",
      el("fieldset", {}, el("legend", {}, say("mål")), el("div", { class: "svar" }, measured.map(row))),
      el("details", {}, el("summary", {}, say("alle-svar", { n: others.length })), el("div", { class: "svar" }, others.map(row))));
    await this.judge();
  }

  #row({ id, name, options, unsure, kind }, changed) {
    const write = (text) => {
      this.#own.answers[id] = text;
      changed();
    };
    const value = this.#own.answers[id];
    if (options.length === 0) return this.#field(name, value, write, { "data-begrep": id, kind });
    const all = unsure ? [...options, ["vet-ikke", say("vet-ikke")]] : options;
    const input = el("select", { id: newId(), "data-begrep": id }, all.map(([id, name]) => el("option", { value: id }, name)));
    input.value = value;
    input.addEventListener("change", () => write(input.value));
    return el("p", {}, el("label", { for: input.id }, name), input);
  }

  #field(name, value, write, more = {}) {
    const input = el("input", { type: "text", id: newId(), autocomplete: "off", value, ...more });
    input.addEventListener("input", () => write(input.value.trim()));
    return el("p", {}, el("label", { for: input.id }, name), input);
  }

  // Judges the case that is open.
  async judge() {
    if (!this.#own) return;
    const { before, after } = await this.#back.call("judge", { own: this.#own });
    const both = before.judged && after?.judged;
    const turns = both && outcome(before.judged) !== outcome(after.judged);
    const told = !both ? null : turns
      ? el("p", { class: "snur" }, say("snur", { før: outcome(before.judged), etter: outcome(after.judged) }))
      : el("p", { class: "dempet" }, say("samme"));
    this.#judged.replaceChildren(
      card("publisert", before), card("nå", after), ...(told ? [told] : []));
  }

  // The same case on another day.
  async on(day) {
    if (!this.#own) return;
    if (this.#day.value !== day) this.#day.value = day;
    this.#own.date = day;
    await this.judge();
  }

  #button() {
    const told = el("span", { class: "dempet", role: "status" });
    const press = () => {
      told.textContent = this.#show(this.#own) ?? say("vist");
    };
    return el("p", {}, el("button", { type: "button", id: "vis-sak", onclick: press }, say("vis-i-veiviser")), " ", told);
  }
}

const card = (key, verdict) => {
  const about = !verdict ? say("reglene-brutt") : verdict.judged ? outcome(verdict.judged) : say("kan-ikke-dømmes", { hva: verdict.fault });
  const broken = verdict?.broken ?? [];
  return el("div", { class: "dom", "data-regler": key === "nå" ? "etter" : "for" },
    el("p", { class: "dempet" }, say(key)), el("p", {}, el("strong", {}, about)),
    broken.length > 0 && el("p", {}, say("brudd", { hva: broken.join(", ") })));
};

