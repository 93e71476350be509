// The list of provisions and files, with its search.
import { byId, count, el, fill, later, say, today, words, written } from "./dom.js";

// Which version holds, which have been and which are to come.
export const standing = (versions, at) => {
  const now = today();
  const next = versions[at + 1];
  if (versions[at].from > now) return "utkast";
  return next && next.from <= now ? "tidligere" : "gjeldende";
};

const current = (versions) => versions.findLast((version) => version.from <= today()) ?? versions[0];

export class Liste {
  #catalogue;
  #open;
  #path;
  #changed = new Set();
  #shown;

  constructor(open) {
    this.#open = open;
    byId("sok").addEventListener("input", later(120, () => this.#draw()));
    // On a narrow screen the list is closed until it is asked for.
    if (matchMedia("(max-width: 50rem)").matches) byId("liste").open = false;
  }

  show(catalogue, path, changed) {
    // What has the focus stays where it is for as long as nothing is new.
    const key = JSON.stringify([catalogue, path, changed]);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#catalogue = catalogue;
    this.#path = path;
    this.#changed = new Set(changed.map((file) => file.path));
    this.#draw();
  }

  // The provision that a file belongs to.
  provision(path) {
    const stem = path.replace(".eksempler.json", ".json");
    const all = this.#catalogue.acts.flatMap((act) => act.provisions);
    return all.find((provision) => provision.versions.some((version) => version.path === stem));
  }

  #draw() {
    const wanted = byId("sok").value.trim().toLowerCase();
    const fits = (...texts) => !wanted || texts.join(" ").toLowerCase().includes(wanted);
    let hits = 0;
    const group = (name, rows) => {
      hits += rows.length;
      if (rows.length === 0) return null;
      return el("section", {}, el("h2", {}, name), el("ul", {}, rows));
    };
    const acts = this.#catalogue.acts.map((act) => {
      const found = act.provisions.filter((it) => fits(act.name, it.name, it.section, it.id));
      return group(act.name, found.map((it) => this.#provision(act, it)));
    });
    const others = this.#catalogue.others.map(([folder, files]) => {
      const name = words.mapper[folder] ?? folder;
      const found = files.filter((file) => fits(name, file.name, file.path));
      return group(name, found.map((file) => this.#file(file)));
    });
    // What is searched for is shown; otherwise the provisions come first and the files are folded away.
    const files = wanted ? others : [el("details", {}, el("summary", {}, say("andre-filer")), others)];
    fill("utvalg", acts, files);
    byId("treff").textContent = wanted ? count("treff", hits) : "";
  }

  #provision(act, { name, section, versions }) {
    const changed = versions.some((it) => this.#changed.has(it.path) || this.#changed.has(it.examples));
    const mine = versions.some((it) => it.path === this.#path || it.examples === this.#path);
    const title = [section && el("strong", {}, section), section && " ", name];
    return this.#row(current(versions).path, title, mine, changed);
  }

  #file({ path, name }) {
    const examples = path.endsWith(".eksempler.json") && el("span", { class: "dempet" }, ` (${words["eksempler-fil"]})`);
    return this.#row(path, [name.replace(".eksempler.json", ""), examples], path === this.#path, this.#changed.has(path));
  }

  #row(path, title, mine, changed) {
    const mark = changed && el("span", { class: "merke" }, words.endret.changed);
    const press = () => this.#open(path, { focus: true });
    return el("li", {}, el("button", { type: "button", "aria-current": mine && "true", onclick: press }, title, mark));
  }
}

export const versionName = (versions, at) => {
  const { from } = versions[at];
  return `${say("fra", { dato: written(from) })} (${say(standing(versions, at))})`;
};
