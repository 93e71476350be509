// The measuring coach: where a number is asked for, the resident can work it out from measures that are easier to take. What
// is measured, and what is made of it, the rules say; here are only the form and the account, which come as lines of fields.
import { el } from "../dom.js";
import { room } from "./rom.js";

// The form that stands in a place, so that it is made once and not while somebody writes in it.
const forms = new WeakMap();

/** Fills the place of every question that can be worked out; empties those of questions that cannot. */
export const show = (context) => {
  for (const outer of context.root.querySelectorAll("[id$='-regn']")) {
    const place = room(outer, "regning");
    place.id = `${outer.id}-ut`;
    const concept = place.closest("[data-begrep]")?.dataset.begrep;
    const key = `${context.language}\t${context.key(concept)}`;
    const { written } = context.state;
    const known = forms.get(place);
    if (known?.key !== key || known.written !== written) forms.set(place, { key, written, ...made(place, concept, context) });
    forms.get(place).follow(context);
  }
};

const made = (place, concept, context) => {
  const lines = concept ? context.later.workings(concept) : "";
  place.replaceChildren();
  return lines ? form(place, concept, working(lines), context) : { follow: () => {} };
};

// What the lines say.

const working = (lines) => {
  const all = { variants: [] };
  let variant, group;
  for (const line of lines.split("\n")) {
    const [sort, id, name, help, ...more] = line.split("\t");
    if (sort === "utregning") Object.assign(all, { id, name, help });
    if (sort === "variant") all.variants.push(variant = { id, name, help, groups: [] });
    if (sort === "gruppe") {
      const [least, most, add] = more;
      variant.groups.push(group = { id, name, help, least: +least, most: +most, add, measures: [] });
    }
    if (sort === "mål") {
      const [sign, unit, optional, filled] = more;
      group.measures.push({ id, name, help, sign, unit, optional: optional === "1", filled });
    }
  }
  return all;
};

const account = (lines) => {
  const all = { steps: [], faults: [] };
  for (const line of lines.split("\n")) {
    const [sort, ...fields] = line.split("\t");
    if (sort === "steg") all.steps.push({ part: fields[0], name: fields[1], formula: fields[2], law: fields[3] });
    if (sort === "resultat") all.result = { amount: +fields[0], bare: fields[1], read: fields[2], rounded: fields[3] };
    if (sort === "tekst") all.text = fields[0];
    if (sort === "feil") all.faults.push({ id: fields[0], row: +fields[1], empty: fields[2] === "1", message: fields[3] });
  }
  return all;
};

// What is written, as it stands in a link: the measures of each group, with a stroke between its parts.

const shielded = (typed) => typed.trim().replace(/[%/;=]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const unshielded = (typed) => typed.replace(/%(25|2F|3B|3D)/g, (_, code) => String.fromCharCode(parseInt(code, 16)));

const text = (variant, rows) => variant.groups.flatMap((group) => {
  const parts = rows[group.id];
  if (parts.length === 0) return [];
  return group.measures.map(({ id }) => `${id}=${parts.map((part) => shielded(part[id])).join("/")}`);
}).join(";");

const blank = (group) => Object.fromEntries(group.measures.map(({ id, filled }) => [id, filled]));
// Where one place is enough, two are shown: one that is left blank is not counted, and it says that several are better.
const shown = ({ least, most, measures }) => (least === 1 && most > 1 && measures.length === 1 ? 2 : least);
const untouched = (variant) =>
  Object.fromEntries(variant.groups.map((group) => [group.id, Array.from({ length: shown(group) }, () => blank(group))]));

// Puts an account that came with a link back into the form.
const restored = (about, state, kept) => {
  const [name, measured = ""] = kept.split(":");
  const [id, chosen] = name.split("/");
  const variant = about.variants.find((variant) => !chosen || variant.id === chosen);
  if (id !== about.id || !variant) return;
  state.variant = variant.id;
  const rows = state.rows[variant.id];
  for (const [measure, values = ""] of measured.split(";").map((pair) => pair.split("="))) {
    const group = variant.groups.find((group) => group.measures.some(({ id }) => id === measure));
    if (!group) continue;
    values.split("/").slice(0, group.most).forEach((value, row) => {
      rows[group.id][row] ??= blank(group);
      rows[group.id][row][measure] = unshielded(value);
    });
  }
};

const fresh = (about, kept) => {
  const state = {
    variant: about.variants[0].id,
    rows: Object.fromEntries(about.variants.map((variant) => [variant.id, untouched(variant)])),
    touched: new Set(),
    tried: false,
  };
  if (kept) restored(about, state, kept);
  return state;
};

// What is written about a concept of the part that is talked about, for as long as the case is. It is stored nowhere.
const remembered = (context, concept, about) => {
  const { written } = context.state;
  const name = context.key(concept);
  if (!written.has(name)) written.set(name, fresh(about, context.derived(concept)));
  return written.get(name);
};

// Two ways to write one number.
const plain = (typed) => {
  const [whole, rest = ""] = typed.replace(/[^0-9.,-]/g, "").replace(".", ",").split(",");
  const decimals = rest.replace(/0+$/, "");
  return `${whole.replace(/^0+(?=\d)/, "")}${decimals && ","}${decimals}`;
};

const lower = (name) => name.charAt(0).toLowerCase() + name.slice(1);

const form = (place, concept, about, first) => {
  let context = first;
  const state = remembered(context, concept, about);
  const word = (key, blanks) => context.word(`utregning-${key}`, blanks);
  const own = (part) => `${place.id}-${part}`;
  const answer = () => context.root.getElementById(place.id.replace(/-regn-ut$/, ""));

  const summary = el("summary", {}, word("regn-ut"), el("span", { className: "ds-sr-only" }, `: ${about.name}`));
  const measures = el("div", { className: "regn-mål" });
  const steps = el("ol", { className: "regn-steg" });
  const heading = el("p", { className: "regn-tittel", textContent: word("slik") });
  const result = el("p", { className: "regn-svar" });
  const rounded = el("p", { className: "dempet" });
  const said = el("p", { className: "ds-sr-only" });
  said.setAttribute("role", "status");
  const button = el("button", { type: "button", className: "ds-button" });
  button.dataset.variant = "secondary";
  const wrong = el("p", { className: "ds-validation-message", hidden: true });
  wrong.setAttribute("role", "alert");
  const used = el("p", { className: "regn-brukt" });
  used.setAttribute("role", "status");

  const variant = () => about.variants.find(({ id }) => id === state.variant);
  const rows = () => state.rows[state.variant];
  const key = (id, row) => `${state.variant}/${id}/${row}`;
  const cells = new Map();

  const work = () => {
    const name = [about.id, state.variant].filter(Boolean).join("/");
    return account(context.later.work(concept, name, text(variant(), rows())));
  };

  // The account, live; and what is wrong, once somebody has left the field or asked for the answer.
  let saying;
  const tell = () => {
    const told = work();
    steps.replaceChildren(...told.steps.map(({ part, name, formula, law }) => el("li", {},
      el("span", { className: "regn-navn" }, [part, name].filter(Boolean).join(": ")),
      el("span", { className: "regn-formel" }, formula),
      ...(law ? [el("span", { className: "dempet" }, law)] : []))));
    heading.hidden = steps.hidden = told.steps.length === 0;
    const whole = told.faults.find(({ id }) => !id);
    const answered = told.result && word("svar", { navn: about.name, tall: told.result.read });
    const words = answered ?? whole?.message ?? word("mangler");
    result.textContent = words;
    result.dataset.sort = answered ? "svar" : whole ? "feil" : "mangler";
    rounded.textContent = told.result?.rounded ?? "";
    rounded.hidden = !rounded.textContent;
    button.textContent = told.result ? word("bruk", { tall: told.result.read }) : word("bruk-svaret");
    // Read aloud when the resident pauses, and not for each figure.
    clearTimeout(saying);
    saying = setTimeout(() => { if (said.textContent !== words) said.textContent = words; }, 700);
    for (const [place, cell] of cells) {
      const fault = told.faults.find(({ id, row }) => key(id, row) === place);
      mark(cell, fault && (state.tried || (!fault.empty && state.touched.has(place))) ? fault.message : "");
    }
    if (!told.faults.length) wrong.hidden = true;
    return told;
  };

  const mark = ({ input, error, help }, message) => {
    error.textContent = message;
    error.hidden = !message;
    if (message) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    const ids = [help?.id, message && error.id].filter(Boolean).join(" ");
    if (ids) input.setAttribute("aria-describedby", ids);
    else input.removeAttribute("aria-describedby");
  };

  // A description stands once for all fields that it is about, and is read with the first.
  const description = (words, id) => {
    const made = el("p", { id, textContent: words });
    made.dataset.field = "description";
    return made;
  };

  const field = (measure, row, name, part, help) => {
    const id = own(`${measure.id}-${row}`);
    // The sign stands beside the field, and is not read aloud.
    const unit = measure.sign
      ? el("span", { className: "ds-sr-only" }, word("i-enhet", { enhet: measure.unit }))
      : el("span", { className: "enhet" }, `(${measure.unit})`);
    const label = el("label", { className: "ds-label", htmlFor: id }, name, " ", unit);
    if (measure.optional) label.append(" ", el("span", { className: "enhet" }, `(${word("valgfri")})`));
    const input = el("input", { className: "ds-input", type: "text", inputMode: "decimal", autocomplete: "off", size: 5, id, value: part[measure.id] });
    const about = measure.help ? description(measure.help, `${id}-hjelp`) : undefined;
    const error = el("p", { className: "ds-validation-message", id: `${id}-feil`, hidden: true });
    input.addEventListener("input", () => { part[measure.id] = input.value; tell(); });
    input.addEventListener("change", () => { state.touched.add(key(measure.id, row)); tell(); });
    // Enter belongs to the account, and not to the button that leads on.
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); use(); } });
    cells.set(key(measure.id, row), { input, error, help: about ?? help });
    const affixes = el("div", { className: "ds-field-affixes" }, input);
    if (measure.sign) {
      const affix = el("span", { className: "ds-field-affix", textContent: measure.sign });
      affix.setAttribute("aria-hidden", "true");
      affixes.append(affix);
    }
    return el("div", { className: "ds-field" }, label, ...(about ? [about] : []), affixes, error);
  };

  const small = (words, press) => {
    const made = el("button", { type: "button", className: "ds-button", textContent: words });
    made.dataset.variant = "tertiary";
    made.addEventListener("click", press);
    return made;
  };

  // After a change of parts the focus stays near what was changed.
  const again = (focus) => { lay(); tell(); (measures.querySelector(focus) ?? measures.querySelector("input"))?.focus(); };
  const at = (group, row) => `#${CSS.escape(own(`${group.measures[0].id}-${row}`))}`;

  const adder = (group) => {
    const made = small(group.add, () => {
      rows()[group.id].push(blank(group));
      again(at(group, rows()[group.id].length - 1));
    });
    made.hidden = rows()[group.id].length >= group.most;
    made.classList.add("regn-legg-til");
    return made;
  };
  const remover = (group, row, name) => small(word("fjern", { del: lower(name) }), () => {
    rows()[group.id].splice(row, 1);
    for (const { id } of group.measures) state.touched.delete(key(id, row));
    again(at(group, Math.max(0, row - 1)));
  });

  const named = (group, row) => group.name.replace("{n}", row + 1);
  const fieldset = (legend, ...children) =>
    el("fieldset", { className: "ds-fieldset" }, el("legend", { className: "ds-label", textContent: legend }), ...children);

  // One measure in several places: one frame round them all.
  const places = (group) => {
    const [measure] = group.measures;
    const help = group.help ? description(group.help, own(`${group.id}-om`)) : undefined;
    const parts = rows()[group.id].map((part, row) => {
      const name = named(group, row);
      const line = el("div", { className: "regn-sted" }, field(measure, row, name, part, row === 0 ? help : undefined));
      if (row >= group.least) line.append(remover(group, row, name));
      return line;
    });
    return fieldset(measure.name, ...(help ? [help] : []), el("div", { className: "regn-steder" }, ...parts), adder(group));
  };

  // Several measures of each part: a frame round each.
  const several = (group) => {
    const parts = rows()[group.id].map((part, row) => {
      const name = named(group, row);
      const help = row === 0 && group.help ? description(group.help, own(`${group.id}-om`)) : undefined;
      const fields = group.measures.map((measure) => field(measure, row, measure.name, part, help));
      const about = help ? [help] : [];
      const away = row >= group.least ? [remover(group, row, name)] : [];
      return fieldset(name, ...about, el("div", { className: "regn-felt" }, ...fields), ...away);
    });
    return el("div", { className: "regn-deler" }, ...parts, adder(group));
  };

  const laid = (group) => {
    const [only] = group.measures;
    if (!group.add) return field({ ...only, help: only.help || group.help }, 0, only.name, rows()[group.id][0]);
    return group.measures.length === 1 ? places(group) : several(group);
  };

  const choice = () => {
    const options = about.variants.map(({ id, name, help }) => {
      const radio = el("input", { className: "ds-input", type: "radio", name: own("variant"), id: own(`variant-${id}`), checked: id === state.variant });
      radio.addEventListener("change", () => { state.variant = id; state.tried = false; wrong.hidden = true; again(`#${CSS.escape(radio.id)}`); });
      const about = help ? description(help, `${radio.id}-om`) : undefined;
      if (about) radio.setAttribute("aria-describedby", about.id);
      const row = el("div", { className: "ds-field valg" }, radio, el("label", { className: "ds-label", htmlFor: radio.id, textContent: name }), ...(about ? [about] : []));
      row.dataset.variant = "outline";
      return row;
    });
    return fieldset(word("måle"), el("div", { className: "rader" }, ...options));
  };

  const lay = () => {
    cells.clear();
    const intro = about.help ? [el("p", { textContent: about.help })] : [];
    const chosen = about.variants.length > 1 ? [choice()] : [];
    measures.replaceChildren(...intro, ...chosen, ...variant().groups.map(laid));
  };

  const use = () => {
    state.tried = true;
    const told = tell();
    if (!told.result) {
      // What is wrong with the measures together stands in the account already; there it is only read once more.
      const marked = measures.querySelector("[aria-invalid]");
      wrong.textContent = marked ? word("rett-opp") : "";
      wrong.hidden = !marked;
      said.textContent = "";
      marked?.focus();
      return;
    }
    state.tried = false;
    const { amount, bare, read } = told.result;
    if (context.type(concept, bare) === false) {
      used.textContent = word("skriv", { tall: read });
      return;
    }
    context.derive?.(concept, told.text, amount);
    state.derived = { bare, read };
    used.textContent = word("brukt", { tall: read });
    details.open = false;
    summary.focus();
    place.closest("[data-begrep]").scrollIntoView?.({ block: "nearest" });
  };
  button.addEventListener("click", use);

  // The account belongs to the number that it came to, and to no other.
  const hold = () => {
    const input = answer();
    if (!state.derived || !input || !details.isConnected || plain(input.value) === plain(state.derived.bare)) return;
    used.textContent = input.value.trim() ? word("annet", { tall: state.derived.read }) : "";
    state.derived = undefined;
  };
  const heard = (event) => { if (event.target === answer()) hold(); };

  const body = el("div", {}, measures, el("div", { className: "regn-ut" }, heading, steps, result, rounded), wrong, el("div", {}, button), said);
  const details = el("details", { className: "ds-details regn", open: Boolean(state.open) }, summary, body);
  const open = () => { if (!measures.firstChild) { lay(); tell(); } };
  details.addEventListener("toggle", () => { state.open = details.open; if (details.open) open(); });
  if (state.open) open();
  if (state.derived) used.textContent = word("brukt", { tall: state.derived.read });
  place.append(details, used);
  place.closest("[data-begrep]").addEventListener("input", heard);

  return { follow: (now) => { context = now; hold(); } };
};
