// A field with a list that follows what is written, as the ARIA authoring practices have it: the focus stays in the field,
// arrows move in the list, Enter chooses, Escape closes it and then empties the field.
import { el } from "./dom.js";

const MOST = 60;

export class Kombinasjonsboks {
  #at = -1;
  #options = [];
  #search;
  #chosen;

  /** `search` gives `{ options: [{ value, text }], told }` of what is written; `chosen` is told the value, or undefined. */
  constructor({ id, label, help, search, chosen, text }) {
    this.#search = search;
    this.#chosen = chosen;
    this.list = el("ul", { id: `${id}-liste`, role: "listbox", class: "forslag", hidden: true, "aria-label": label });
    this.told = el("p", { id: `${id}-sagt`, class: "sagt", role: "status" });
    this.field = el("input", {
      id, type: "text", role: "combobox", value: text, autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id, "aria-describedby": `${id}-hjelp`,
      oninput: () => this.#write(), onkeydown: (event) => this.#press(event), onblur: () => this.#close(), onclick: () => this.#open(),
    });
    const show = el("button", {
      type: "button", class: "pil", tabindex: "-1", "aria-hidden": "true",
      onpointerdown: (event) => {
        event.preventDefault();
        this.field.focus();
        if (this.list.hidden) this.#open();
        else this.#close();
      },
    });
    this.dom = el("div", { class: "felt kombinasjonsboks" },
      el("label", { for: id }, label), el("p", { id: `${id}-hjelp`, class: "hjelp" }, help),
      el("div", { class: "rute" }, this.field, show), this.told, el("div", { class: "med-liste" }, this.list));
  }

  #write() {
    this.#chosen(undefined);
    this.#open();
  }

  #open() {
    const { options, told } = this.#search(this.field.value);
    this.#options = options.slice(0, MOST);
    this.#at = -1;
    this.list.replaceChildren(...this.#options.map(({ text }, n) =>
      el("li", {
        id: `${this.field.id}-${n}`, role: "option", "aria-selected": "false",
        // Before the field loses the focus.
        onpointerdown: (event) => (event.preventDefault(), this.#choose(n)),
      }, text)));
    this.#show(this.#options.length > 0);
    this.told.textContent = told;
  }

  #show(open) {
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
    this.#point(open ? this.#at : -1);
  }

  #close() {
    if (!this.list.hidden) this.#show(false);
  }

  #point(place) {
    this.#at = place;
    [...this.list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === place)));
    const option = this.list.children[place];
    if (option) {
      this.field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  #move(steps) {
    const length = this.#options.length;
    if (length > 0) this.#point((this.#at < 0 && steps < 0 ? length - 1 : this.#at + steps + length) % length);
  }

  #choose(place) {
    const { value, text } = this.#options[place];
    this.field.value = text;
    this.#show(false);
    this.told.textContent = this.#chosen(value) ?? "";
  }

  #press(event) {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) this.#open();
      this.#move(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Enter" && !this.list.hidden) {
      event.preventDefault();
      // One alone needs no arrow.
      if (this.#at >= 0 || this.#options.length === 1) this.#choose(Math.max(this.#at, 0));
    } else if (key === "Escape") {
      if (!this.list.hidden) return this.#show(false);
      this.field.value = "";
      this.told.textContent = "";
      this.#chosen(undefined);
    } else if (key === "Tab" && !this.list.hidden && this.#at >= 0) {
      this.#choose(this.#at);
    }
    return undefined;
  }
}
