// The whole file as it is written, where it can be broken and mended.
import { el, later, newId, say } from "./dom.js";

const PAUSE = 250;

export class Tekst {
  #area;

  constructor(desk, path, saved) {
    const [id, told] = [newId(), el("span", { class: "dempet", role: "status" })];
    this.#area = el("textarea", { id, class: "kode", rows: 28, spellcheck: "false", autocapitalize: "off", value: desk.text(path) });
    const write = () => {
      desk.write(path, this.#area.value);
      told.textContent = "";
      saved(path);
    };
    this.#area.addEventListener("input", later(PAUSE, write));
    const tidy = () => {
      desk.write(path, this.#area.value);
      this.#area.value = desk.finished(path);
      write();
      told.textContent = say("formatert");
    };
    this.dom = el("div", { class: "felt" },
      el("label", { for: id }, say("hele-filen", { fil: path })),
      this.#area,
      el("p", {}, el("button", { type: "button", onclick: tidy }, say("formater")), " ", told));
  }

  // Selects a line and brings it into view.
  goTo(line) {
    const lines = this.#area.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    this.#area.focus();
    this.#area.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    const height = this.#area.scrollHeight / lines.length;
    this.#area.scrollTop = Math.max(0, (line - 5) * height);
  }
}
