// The form: what the editor chooses, part by part. `page` holds the state and hears of changes.
import { el, say } from "./dom.js";
import { felt, kryss, liste, valg } from "./felt.js";
import { Kombinasjonsboks } from "./kombinasjonsboks.js";
import { search, shown } from "./kommuner.js";
import { OUTCOMES } from "./tilstand.js";

const part = (id, ...content) =>
  el("section", { id: `steg-${id}`, "aria-labelledby": `steg-${id}-tittel` },
    el("h2", {}, el("span", { id: `steg-${id}-tittel` }, say(`steg-${id}`)), id !== "kommune" && el("span", { class: "valgfritt" }, say("valgfritt"))), content);

/** The whole form. */
export const skjema = (page) => [
  part("kommune", kommune(page)),
  part("innhold", innhold(page)),
  part("utseende", utseende(page)),
  part("kontakt", kontakt(page)),
  part("meldinger", el("div", { id: "meldinger" }), el("div", { id: "oppsettet" })),
];

// A field of the state that is written in.
const written = (page, name, more = {}) =>
  felt({ id: name, label: say(name), value: page.state[name], input: (text) => page.change({ [name]: text }), left: () => page.left(name), ...more });

const chosen = (page, name, options, more = {}) =>
  valg({ name, label: say(name), value: page.state[name], options, change: (value) => page.change({ [name]: value }), ...more });

const kommune = (page) => {
  const { municipalities } = page.data;
  const told = el("p", { id: "kommunen", class: "valgt", role: "status" });
  page.tells("kommunen", () => {
    const one = municipalities.byNumber.get(page.state.kommune);
    if (!one) return say("kommune-uten");
    const about = say("kommune-valgt", { nummer: one.number, navn: one.names.join(" – "), fylke: one.county, målform: one.form });
    return one.sami ? `${about} ${say("kommune-samisk", { språk: one.sami })}` : about;
  });
  const found = (text) => {
    const one = municipalities.byNumber.get(page.state.kommune);
    if (one && text === shown(one)) return { options: [{ value: one.number, text }], told: "" };
    const { found, divided, old } = search(municipalities, text);
    return { options: found.map((one) => ({ value: one.number, text: shown(one), old })), told: heard(text, found, divided, old) };
  };
  const box = new Kombinasjonsboks({
    id: "kommune", label: say("kommune"), help: say("kommune-hjelp"), search: found,
    text: page.state.kommune ? shown(municipalities.byNumber.get(page.state.kommune)) : "",
    chosen: (value) => page.change({ kommune: value ?? "" }),
  });
  return [box.dom, told];
};

const heard = (text, found, divided, old) => {
  if (divided) {
    const valg = found.map(({ number, names }) => `${number} ${names[0]}`).join(", ");
    return say("kommune-delt", { gammel: divided.number, navn: divided.name, år: divided.year, valg });
  }
  if (found.length === 0) return say("kommune-ingen", { søk: text });
  if (old) return say("kommune-gammel", { gammel: old, nummer: found[0].number, navn: found[0].names[0] });
  return found.length === 1 ? say("treff-en") : say("treff-flere", { n: found.length });
};

const innhold = (page) => {
  const { shelves, named } = page.start;
  const all = shelves.flatMap(({ work }) => work);
  return [
    chosen(page, "lang", ["", "nb", "nn", "en"].map((tag) => ({ value: tag, label: say(`lang-${tag}`), help: tag === "" && say("lang--hjelp") }))),
    valg({
      name: "vis", label: say("vis"), value: page.some ? "noe" : "alt",
      options: [{ value: "alt", label: say("vis-alt", { n: all.length }) }, { value: "noe", label: say("vis-noe") }],
      change: (value) => page.showSome(value === "noe"),
    }),
    el("div", { id: "hyller", hidden: !page.some }, el("p", { id: "ingen-valgt", class: "hjelp", role: "status" }), shelves.map((shelf) => hylle(page, shelf, named))),
    liste({
      id: "tiltak", label: say("tiltak"), help: say("tiltak-hjelp"), value: page.state.tiltak,
      options: [["", say("tiltak-")], ...shelves.map(({ name, work }) => ({ label: name, options: work.map((id) => [id, named.get(`tiltak.${id}`)]) }))],
      change: (tiltak) => page.change({ tiltak }),
    }),
  ];
};

// A shelf with its kinds of work; all of them is the shelf itself, so that a new kind comes with it.
const hylle = (page, { id, name, work }, named) => {
  const whole = () => page.state.vis.includes(id);
  const has = (kind) => whole() || page.state.vis.includes(kind);
  const count = () => work.filter(has).length;
  const told = el("span", { class: "antall" });
  const boxes = new Map();
  const set = (wanted) => {
    const others = page.state.vis.filter((one) => one !== id && !work.includes(one));
    page.change({ vis: [...others, ...(wanted.length === work.length ? [id] : wanted)] });
    show();
  };
  const show = () => {
    told.textContent = say("vis-antall", { n: count(), alle: work.length });
    for (const [kind, box] of boxes) box.checked = kind === id ? whole() : has(kind);
  };
  const box = (kind, label, change) => {
    const dom = kryss({ id: `vis-${kind}`, label, value: false, change });
    boxes.set(kind, dom.querySelector("input"));
    return dom;
  };
  const kinds = work.map((kind) => box(kind, named.get(`tiltak.${kind}`), (on) =>
    set(work.filter((one) => (one === kind ? on : has(one))))));
  const dom = el("details", { class: "hylle", open: count() > 0 && !whole() },
    el("summary", {}, el("span", {}, name), " ", told),
    box(id, say("vis-hele", { hylle: name }), (on) => set(on ? work : [])),
    el("div", { class: "slag" }, kinds));
  show();
  return dom;
};

const utseende = (page) => {
  const palette = el("input", {
    type: "color", id: "palett", value: /^#[0-9a-f]{6}$/i.test(page.state.farge) ? page.state.farge : "#0062ba", "aria-label": say("farge-velg"),
    oninput: (event) => {
      page.dom("farge").value = event.target.value;
      page.change({ farge: event.target.value });
      page.left("farge");
    },
  });
  const colour = el("div", { id: "egen-farge", class: "egen" },
    el("div", { class: "med-palett" }, written(page, "farge", { help: say("farge-hjelp"), spellcheck: "false", maxlength: "7", class: "kort" }), palette),
    el("p", { id: "fargedom", class: "dom", role: "status" }));
  return [
    chosen(page, "fargevalg", ["", "egen", "arv"].map((value) => ({ value, label: say(`fargevalg-${value}`) }))), colour,
    chosen(page, "modus", ["lys", "mork", "auto"].map((value) => ({ value, label: say(`modus-${value}`) }))),
    liste({
      id: "overskriftsniva", label: say("overskriftsniva"), help: say("overskriftsniva-hjelp"), value: page.state.overskriftsniva,
      options: [1, 2, 3, 4, 5, 6].map((n) => [String(n), say("niva", { n })]),
      change: (overskriftsniva) => page.change({ overskriftsniva }),
    }),
  ];
};

const kontakt = (page) => {
  const web = (name) => written(page, name, { inputmode: "url", help: say("adresse-hjelp"), spellcheck: "false" });
  return [
    el("p", {}, say("kontakt-ingress")),
    el("div", { class: "to" },
      written(page, "kontakt-navn", { help: say("kontakt-navn-hjelp") }), written(page, "kontakt-telefon", { inputmode: "tel" }),
      written(page, "kontakt-epost", { inputmode: "email", spellcheck: "false" }), web("kontakt-side"),
      web("planregister"), web("soknad"), web("gebyr"), web("arkiv")),
    kryss({
      id: "adresse-oppslag", label: say("adresse-oppslag"), help: say("adresse-oppslag-hjelp"), value: page.state["adresse-oppslag"],
      change: (on) => page.change({ "adresse-oppslag": on }),
    }),
  ];
};

/** The notices, which come and go. */
export const meldinger = (page) => [
  el("p", {}, say("meldinger-ingress")),
  page.state.meldinger.map((notice, n) => melding(page, notice, n)),
  page.state.meldinger.length < 30
    ? el("p", {}, el("button", { type: "button", id: "ny-melding", onclick: () => page.addNotice() }, say("melding-ny")))
    : el("p", {}, say("melding-full")),
];

const melding = (page, notice, n) => {
  const { shelves, named } = page.start;
  const change = (part) => (value) => page.changeNotice(n, { [part]: value });
  const one = (part, more = {}) => {
    const id = `melding-${n}-${part}`;
    return felt({ id, label: say(part === "adresse" ? "lenkeadresse" : part), value: notice[part], input: change(part), left: () => page.left(id), ...more });
  };
  const places = [
    ["alltid", say("ved-alltid")],
    { label: say("ved-utfall"), options: OUTCOMES.map((id) => [`utfall:${id}`, say(`utfall-${id}`)]) },
    { label: say("ved-tiltak"), options: shelves.flatMap(({ work }) => work).map((id) => [`tiltak:${id}`, named.get(`tiltak.${id}`)]) },
  ];
  return el("fieldset", { class: "melding" },
    el("legend", {}, say("melding-nr", { n: n + 1 })),
    liste({ id: `melding-${n}-ved`, label: say("ved"), value: notice.ved, options: places, change: change("ved") }),
    one("tekst", { lines: 3 }),
    el("div", { class: "to" }, one("lenketekst"), one("adresse", { help: say("lenkeadresse-hjelp"), inputmode: "url", spellcheck: "false" })),
    el("button", { type: "button", onclick: () => page.removeNotice(n) }, say("melding-fjern", { n: n + 1 })));
};

/** Where the file of the notices lies, and the file. */
export const oppsettet = (page) => [
  written(page, "oppsett", { help: say("oppsett-hjelp"), inputmode: "url", spellcheck: "false" }),
  el("p", { class: "knapper" }, el("button", { type: "button", id: "last-ned", onclick: () => page.download() }, say("last-ned"))),
  el("details", {}, el("summary", {}, say("innhold-av-oppsett")), el("pre", { class: "kode", id: "oppsett-json", role: "group", tabindex: "0", "aria-label": "oppsett.json" })),
];
