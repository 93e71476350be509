// The files on the desk: the module's own, with lists for its JSON and reasons for its errors.
import { Desk } from "./glue.js";

export class Pult {
  #desk;

  constructor(files) {
    this.#desk = new Desk(files);
  }

  #attempt(call) {
    try {
      return { path: call() };
    } catch (reason) {
      return { reason: String(reason?.message ?? reason) };
    }
  }

  catalogue = () => JSON.parse(this.#desk.catalogue());
  reading = (path) => JSON.parse(this.#desk.reading(path));
  text = (path) => this.#desk.text(path) ?? "";
  write = (path, text) => this.#desk.write(path, text);
  edit = (path, { place, shape }, value) => this.#attempt(() => this.#desk.edit(path, place, shape, value));
  draft = (path, from) => this.#attempt(() => this.#desk.draft(path, from));
  open = (files) => JSON.parse(this.#desk.open(JSON.stringify(files)));
  restore = (path) => this.#desk.restore(path);
  changed = () => JSON.parse(this.#desk.changed());
  delta = () => this.#desk.delta();
  finished = (path) => this.#desk.finished(path);
  archive = () => this.#desk.archive();
}
