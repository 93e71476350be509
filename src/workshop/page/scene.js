// The widget itself, three times side by side, on the rules as they are now.
import { Stage } from "./glue.js";
import { byId, el, newId, say, today, words } from "./dom.js";

export class Scene {
  #stage = new Stage();
  #sheets = Promise.all(__STIL__.map(async (place) => {
    const made = new CSSStyleSheet();
    made.replaceSync(await (await fetch(new URL(place, import.meta.url))).text());
    return made;
  }));
  #day;
  #hosts = [];
  // The widget that is being used, by its place. What the page itself makes a widget do must not take the focus.
  #used = -1;

  async draw() {
    for (const kind of ["pointerdown", "keydown"]) {
      document.addEventListener(kind, (event) => (this.#used = this.#hosts.indexOf(event.target)), true);
    }
    const sheets = await this.#sheets;
    Object.keys(words.språk).forEach((language, place) => {
      const host = el("div", { class: "vert", lang: language, "data-sprak": language });
      byId("scener").append(el("article", {}, el("h3", {}, words.språk[language]), host));
      this.#add(host, place, sheets);
    });
    this.#dayForm();
  }

  #add(host, place, sheets) {
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = sheets;
    const mount = document.createElement("div");
    root.append(mount);
    this.#hosts.push(host);
    this.#stage.add(mount, {
      fokus: (id) => place === this.#used && root.getElementById(id)?.focus(),
      hent: () => {},
      steg: () => queueMicrotask(() => this.#stage.follow(place)),
      vist: () => {},
      utfall: () => {},
    });
  }

  // Other rules; the answers stay.
  take(rules, texts) {
    this.#stage.take(rules, texts);
    byId("veivisere-venter").textContent = "";
  }

  wait() {
    byId("veivisere-venter").textContent = say("venter");
  }

  // Shows a case in all three; gives what is wrong with it.
  hold(own) {
    try {
      this.#stage.hold(JSON.stringify(own));
      this.#day.value = own.date;
      return undefined;
    } catch (fault) {
      return say("kan-ikke-dømmes", { hva: fault?.message ?? fault });
    }
  }

  // The same answers on another day.
  on(day) {
    this.#day.value = day;
    this.#stage.on(day);
  }

  #dayForm() {
    const id = newId();
    this.#day = el("input", { type: "text", id, size: 12, value: today(), autocomplete: "off" });
    const again = (event) => {
      event.preventDefault();
      const fits = /^\d{4}-\d\d-\d\d$/.test(this.#day.value) && !Number.isNaN(Date.parse(this.#day.value));
      this.#day.toggleAttribute("aria-invalid", !fits);
      fault.textContent = fits ? "" : words.form.date;
      if (fits && event.submitter?.value === "nytt") this.#stage.restart(this.#day.value);
      else if (fits) this.#stage.on(this.#day.value);
    };
    const fault = el("span", { class: "feil", role: "alert" });
    const form = byId("dag");
    form.append(
      el("p", {}, el("label", { for: id }, say("prøv-på-dato")), this.#day, fault),
      el("button", { type: "submit", value: "dag" }, say("vis-dagen")),
      el("button", { type: "submit", value: "nytt" }, say("begynn-på-nytt")));
    form.addEventListener("submit", again);
  }
}
