// Files from the disk and back to it. Nothing is sent anywhere.
import { byId, el, fill, say, words } from "./dom.js";

const save = (name, content, type) => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  el("a", { href: url, download: name }).click();
  // The browser has begun to read by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};

export class Filer {
  #desk;
  #wished;
  #saved = "";
  #shown;
  #told = el("p", { role: "status" });

  constructor(desk, wished) {
    this.#desk = desk;
    this.#wished = wished;
    for (const id of ["mappe", "enkeltfiler"]) {
      byId(id).addEventListener("change", (event) => this.#open(event.target));
    }
    addEventListener("beforeunload", (event) => {
      if (this.#unsaved) event.preventDefault();
    });
  }

  // Whether there are changes that have not been saved to the disk.
  get #unsaved() {
    return this.#desk.changed().length > 0 && this.#desk.delta() !== this.#saved;
  }

  show(faulty) {
    const changed = this.#desk.changed();
    const key = JSON.stringify([changed, faulty]);
    if (key === this.#shown) return;
    this.#shown = key;
    byId("antall-endret").textContent = changed.length > 0 ? `(${changed.length})` : "";
    const row = ({ path, how }) => el("li", {},
      how === "removed" ? path : el("button", { type: "button", class: "lenke", onclick: () => this.#wished.open(path, { focus: true }) }, path),
      " ", el("span", { class: "merke" }, words.endret[how]), " ",
      how !== "removed" && el("button", { type: "button", "data-fil": path, "aria-label": `${say("last-ned")} ${path}`, onclick: () => this.#one(path) }, say("last-ned")));
    const there = changed.filter(({ how }) => how !== "removed");
    fill("endret", changed.length === 0 ? el("p", {}, say("ingen-filer")) : [
      el("p", { class: "dempet" }, say("last-ned-hjelp")),
      faulty && el("p", { class: "varsel" }, say("har-feil")),
      el("ul", { class: "filer" }, changed.map(row)),
      there.length > 1 && el("p", {}, el("button", { type: "button", id: "last-ned-alle", onclick: () => this.#all() }, say("last-ned-alle", { n: there.length }))),
    ], this.#told);
  }

  #one(path) {
    const name = path.split("/").at(-1);
    save(name, this.#desk.finished(path), "application/json");
    if (this.#desk.changed().length === 1) this.#saved = this.#desk.delta();
    this.#told.textContent = say("lastet-ned", { fil: name });
  }

  #all() {
    save("regler.zip", this.#desk.archive(), "application/zip");
    this.#saved = this.#desk.delta();
    this.#told.textContent = say("lastet-ned", { fil: "regler.zip" });
  }

  async #open(input) {
    if (this.#unsaved && !confirm(say("åpne-spør"))) {
      input.value = "";
      return;
    }
    try {
      const read = async (file) => [file.webkitRelativePath || file.name, await file.text()];
      const files = await Promise.all([...input.files].filter((file) => file.name.endsWith(".json")).map(read));
      const { whole, taken, left } = this.#desk.open(files);
      const told = whole ? say("åpnet-hel", { n: taken.length }) : say("åpnet", { n: taken.length });
      const few = left.filter((path) => !path.includes("/skjema/"));
      byId("apnet").textContent = few.length > 0 ? `${told} ${say("hører-ikke-til", { filer: few.join(", ") })}` : told;
      this.#wished.opened(taken);
    } catch {
      byId("apnet").textContent = say("ikke-tekst");
    }
    input.value = "";
  }
}
