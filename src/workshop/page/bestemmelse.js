// One file: a provision as sentences beside the statute, or the whole file as it is written.
import { el, fill, newId, say, words, written } from "./dom.js";
import { dated, long } from "./felt.js";
import { standing, versionName } from "./liste.js";
import { sentence } from "./setning.js";
import { Tekst } from "./tekst.js";

export class Bestemmelse {
  #desk;
  #wished;
  #path;
  #asFile = false;
  #problems = [];
  #text;

  // `wished` is what the page does: `open(path)`, `changed(path)`.
  constructor(desk, wished) {
    this.#desk = desk;
    this.#wished = wished;
  }

  // Whether the file is shown as it is written.
  get isText() {
    return this.#text !== undefined;
  }

  get path() {
    return this.#path;
  }

  // Shows a file; `line` is a line of the whole text.
  show(path, provision, { asFile, line } = {}) {
    this.#asFile = asFile ?? (path === this.#path && this.#asFile);
    this.#path = path;
    const reading = this.#desk.reading(path);
    const title = el("h2", { id: "bestemmelse-tittel", tabindex: "-1" }, provision?.name ?? path);
    const readable = Boolean(reading?.provision || reading?.texts.length);
    const whole = this.#asFile || !readable;
    this.#text = whole ? new Tekst(this.#desk, path, (saved) => this.#wished.changed(saved)) : undefined;
    fill("bestemmelsen",
      title,
      el("p", { class: "dempet" }, [provision?.section, path].filter(Boolean).join(" · "), reading?.provision?.link && [
        " · ", el("a", { href: reading.provision.link, target: "_blank", rel: "noopener" }, say("lovdata")),
      ]),
      provision && this.#versions(provision),
      this.#views(whole, readable),
      el("div", { id: "feil-her", role: "status" }),
      whole ? this.#text.dom : this.#read(reading),
    );
    this.tell(this.#problems);
    if (line) this.#text?.goTo(line);
  }

  // What is wrong with the file that is shown.
  tell(problems) {
    this.#problems = problems;
    const mine = problems.filter((problem) => problem.file === this.#path);
    const box = document.getElementById("feil-her");
    if (!box) return;
    box.replaceChildren(...(mine.length === 0 ? [] : [
      el("div", { class: "varsel" },
        el("p", {}, el("strong", {}, say("feil-her"))),
        el("ul", {}, mine.map((problem) => el("li", {}, this.#problem(problem))))),
    ]));
  }

  #problem({ line, place, message }) {
    const go = () => {
      if (!this.#text) this.#wished.open(this.#path, { asFile: true, line });
      else this.#text.goTo(line);
    };
    return [
      place && [el("span", { class: "sted" }, place), ": "], message, " ",
      line && el("button", { type: "button", class: "lenke", onclick: go }, say("gå-til-linje", { n: line })),
    ];
  }

  #versions({ versions }) {
    const row = (version, at) => [
      el("button", {
        type: "button", class: standing(versions, at),
        "aria-current": version.path === this.#path && "true",
        onclick: () => this.#wished.open(version.path, { focus: true }),
      }, versionName(versions, at)),
      version.examples && el("button", {
        type: "button", class: "lenke", "aria-current": version.examples === this.#path && "true",
        "aria-label": `${words["eksempler-fil"]} ${written(version.from)}`,
        onclick: () => this.#wished.open(version.examples, { focus: true }),
      }, words["eksempler-fil"]),
    ];
    return el("div", { class: "versjoner" },
      el("h3", { class: "skjult" }, say("versjoner")),
      el("ul", {}, versions.map((version, at) => el("li", {}, row(version, at)))),
      this.#draft());
  }

  #draft() {
    const [id, help, fault] = [newId(), newId(), el("span", { class: "feil", role: "alert" })];
    const input = el("input", { type: "text", id, name: "fra", size: 12, autocomplete: "off", "aria-describedby": help });
    const make = (event) => {
      event.preventDefault();
      const source = this.#path.replace(".eksempler.json", ".json");
      const { path, reason } = this.#desk.draft(source, input.value.trim());
      fault.textContent = reason ? words.utkast[reason] : "";
      input.toggleAttribute("aria-invalid", Boolean(reason));
      if (reason) return input.focus();
      this.#wished.drafted(path, input.value.trim());
    };
    return el("details", {},
      el("summary", {}, say("ny-versjon")),
      el("form", { class: "rad", onsubmit: make },
        el("p", {}, el("label", { for: id }, say("ny-versjon")), el("span", { class: "dempet", id: help }, say("ny-versjon-hjelp")), input, fault),
        el("button", { type: "submit" }, say("lag-utkast"))));
  }

  #views(whole, readable) {
    const view = (asFile, key) => el("button", {
      type: "button", "aria-pressed": String(asFile === whole), disabled: !asFile && !readable,
      onclick: (event) => {
        this.#wished.open(this.#path, { asFile });
        document.querySelector(`[data-visning="${key}"]`)?.focus();
        event.preventDefault();
      },
      "data-visning": key,
    }, say(key));
    const restore = () => {
      const changed = this.#desk.changed().some((file) => file.path === this.#path);
      if (changed && !confirm(say("angre-spør", { fil: this.#path }))) return;
      this.#desk.restore(this.#path);
      this.#wished.restored(this.#path);
    };
    return el("div", { class: "visning" },
      el("div", { role: "group", "aria-label": say("visning") }, view(false, "som-setninger"), view(true, "som-fil")),
      el("button", { type: "button", class: "lenke", onclick: restore }, say("tilbakestill")));
  }

  // Writes a change where it stands, and gives what is wrong with it.
  #change = (field, value) => {
    const { path, reason } = this.#desk.edit(this.#path, field, value);
    if (reason) return reason;
    const moved = path !== this.#path;
    this.#path = path;
    this.#wished.changed(path);
    if (moved) this.#follow(field.place);
    return undefined;
  };

  // A provision is named after its first day: with another day it is another file.
  #follow(place) {
    this.#wished.open(this.#path);
    const input = document.querySelector(`[data-sted="${place}"]`);
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }

  #read({ provision, texts }) {
    return [provision && this.#provision(provision), this.#texts(texts)];
  }

  #provision({ dates, wording, basis, scope, conditions, facts }) {
    const date = ({ key, field }) => dated(field, words.nøkler[key], this.#change);
    return [
      el("div", { class: "rad" }, dates.map(date)),
      this.#wording(wording, basis, conditions),
      scope && el("section", {}, el("h3", {}, say("virkeområde")), sentence(scope, this.#change)),
      conditions.length > 0 && el("h3", {}, say("vilkår")),
      conditions.length > 0 && el("ol", { class: "vilkar" }, conditions.map((it, at) => this.#condition(it, at))),
      el("h3", {}, say("ellers")),
      el("dl", { class: "ellers" }, facts.map((fact) => this.#fact(fact))),
    ];
  }

  #fact({ key, lines }) {
    const line = ([text, when]) => el("dd", {},
      (key === "utfall" ? words.utfall[text] : text) || say("ingen-kontroll"),
      when && [el("p", { class: "dempet" }, say("når-dette")), sentence(when, this.#change)]);
    return [el("dt", {}, words.nøkler[key]), lines.map(line)];
  }

  #wording(wording, basis, conditions) {
    if (basis) return el("p", { class: "dempet" }, say("ikke-lest", { hva: basis }));
    const quotes = conditions.map((it) => it.quote?.value).filter(Boolean);
    return el("section", {},
      el("h3", {}, say("ordlyd")),
      el("blockquote", { class: "lov" }, wording.map(({ value }) => el("p", {}, marked(value, quotes)))),
      el("details", {}, el("summary", {}, say("rett-ordlyd")),
        wording.map((field, at) => long(field, say("setning-n", { n: at + 1 }), this.#change))));
  }

  #condition({ quote, requirement, broken, doubt, follows }, at) {
    const texts = [
      quote && long(quote, say("sitat"), this.#change),
      broken.map(({ key, field }) => long(field, say("ved-brudd", { språk: words.språk[key].toLowerCase() }), this.#change, key)),
    ];
    const follow = ([when, gives]) => {
      const what = gives.join(", ");
      if (!when) return el("p", {}, say("følge", { hva: what }));
      return el("div", {}, el("p", {}, say("følge-når", { hva: what })), sentence(when, this.#change));
    };
    return el("li", { "aria-label": say("vilkår-n", { n: at + 1 }) },
      el("div", { class: "par" },
        el("div", { class: "lov" }, el("p", { class: "dempet" }, say("loven")),
          quote ? el("p", {}, `«${quote.value}»`) : el("p", { class: "dempet" }, say("uten-sitat"))),
        el("div", { class: "krav" }, el("p", { class: "dempet" }, say("kravet")), sentence(requirement, this.#change))),
      doubt && el("div", { class: "tillegg" }, el("p", {}, say("ved-tvil", { hva: doubt[1] })), sentence(doubt[0], this.#change)),
      follows.length > 0 && el("div", { class: "tillegg" }, follows.map(follow)),
      el("details", {}, el("summary", {}, say("tekster-her")), texts));
  }

  #texts(texts) {
    if (texts.length === 0) return null;
    const name = (about) => about.map((key) => words.nøkler[key] ?? (/^\d+$/.test(key) ? Number(key) + 1 : key)).join(" › ");
    const group = ({ about, languages }) => el("details", {},
      el("summary", {}, name(about), ": ", el("span", { class: "dempet" }, languages[0].field.value)),
      languages.map(({ key, field }) => long(field, words.språk[key], this.#change, key)));
    return el("section", { class: "tekster" }, el("h3", {}, say("andre-tekster")), texts.map(group));
  }
}

// The statute with the words that are quoted marked.
const marked = (text, quotes) => {
  const spans = quotes.map((quote) => [text.indexOf(quote), quote.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0]);
  const parts = [];
  let at = 0;
  for (const [start, length] of spans) {
    const end = start + length;
    if (end <= at) continue;
    parts.push(text.slice(at, Math.max(start, at)), el("mark", {}, text.slice(Math.max(start, at), end)));
    at = end;
  }
  return [...parts, text.slice(at)];
};
