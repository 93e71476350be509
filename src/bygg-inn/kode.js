// The code to paste: static text that any CMS may keep. Nothing in it is a script of its own, and every value stands in an
// attribute, escaped.
import lookup from "../embed/oppslag.json";
import { filled, written } from "./dom.js";

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** A text as it may stand in markup, between tags and in an attribute. */
export const escaped = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);

const attribute = ([name, value]) => (value === "" ? name : `${name}="${escaped(value)}"`);
const within = (space, lines) => lines.map((line) => `${space}${line}`);

const TITLES = { nb: "Kan jeg bygge uten å søke?", nn: "Kan eg byggje utan å søkje?", en: "Can I build without applying?" };
const OPEN = { nb: "Åpne veiviseren i et eget vindu", nn: "Opne vegvisaren i eit eige vindauge", en: "Open the guide in a window of its own" };

/**
 * The element's attributes: what has been chosen and is right. `good` tells whether a field is. What stands where nothing is
 * chosen is left out, so that the code is short.
 */
export const attributes = (state, good) => {
  const told = [];
  const add = (name, value) => value && told.push([name, value]);
  add("kommune", state.kommune);
  add("lang", state.lang);
  add("tiltak", state.tiltak);
  add("vis", state.vis.join(" "));
  if (state.overskriftsniva !== "2") add("overskriftsniva", state.overskriftsniva);
  if (state.fargevalg === "egen" && good("farge")) add("farge", state.farge.trim());
  if (state.fargevalg === "arv") add("tema", "arv");
  if (state.modus !== "lys") add("modus", state.modus);
  for (const name of ["kontakt-navn", "kontakt-telefon", "kontakt-epost", "kontakt-side", "planregister", "soknad", "gebyr", "arkiv"]) {
    if (good(name)) add(name, state[name].trim());
  }
  if (state.meldinger.length > 0 && good("oppsett")) add("oppsett", state.oppsett.trim());
  if (state["adresse-oppslag"]) told.push(["adresse-oppslag", ""]);
  return told;
};

/** The checklist, as lines of markup. `pages` is the address of the rule book. */
export const checklist = (list, state, pages) => {
  const one = state.tiltak || (state.vis.length === 1 ? state.vis[0] : "");
  const limits = Object.hasOwn(list.tiltak, one) ? list.tiltak[one] : undefined;
  const tiltak = limits && `${limits.navn[0].toLowerCase()}${limits.navn.slice(1)}`;
  const lines = (items) => ["<ul>", ...within("  ", items.map((item) => `<li>${escaped(item)}</li>`)), "</ul>"];
  const said = (word) => escaped(filled(list.ord[word], { tiltak, dato: written(list.dato) }));
  return [
    ...(limits?.grenser.length ? [`<p>${said("grenser")}</p>`, ...lines(limits.grenser), `<p>${said("dato")}</p>`] : []),
    `<p>${said("alltid")}</p>`,
    ...lines(list.alltid),
    `<p><a href="${escaped(pages + (limits ? limits.side : list.forside))}">${said(limits ? "lenke" : "lenke-alle")}</a></p>`,
  ];
};

/**
 * The code for the way that is chosen. `site` is where the widget lies, `edition` its version and hash, `language` that of the
 * checklist, `pairs` the attributes.
 */
export const code = (state, pairs, { site, edition, list, language }) => {
  const fast = state.kanal === "fast";
  const folder = `${fast ? edition.versjon : "veiviser"}/`;
  const content = checklist(list, state, `${site}regelbok/`);
  if (state.måte === "iframe") return frame(state, pairs, new URL(folder, site).href, folded(list, content), language);
  if (state.måte === "selv") return element(`${state.sti}veiviser/veiviser.js`, "", pairs, content);
  return element(new URL(`${folder}veiviser.js`, site).href, fast ? edition.integritet : "", pairs, content);
};

// Beside a guide that shows, the checklist is in nobody's way.
const folded = (list, content) =>
  ["<details>", `  <summary>${escaped(list.ord.kort)}</summary>`, ...within("  ", content), "</details>"];

const element = (script, integrity, pairs, content) => {
  const checked = integrity && ` integrity="${escaped(integrity)}" crossorigin="anonymous"`;
  return [
    `<script type="module" src="${escaped(script)}"${checked}></script>`,
    `<${["bygg-uten-a-soke", ...pairs.map(attribute)].join(" ")}>`,
    ...within("  ", content),
    "</bygg-uten-a-soke>",
  ].join("\n");
};

/** The address of the page in the frame. */
export const address = (base, pairs) => {
  const asked = new URLSearchParams(pairs).toString();
  return `${base}ramme.html${asked && `?${asked}`}`;
};

const frame = (state, pairs, base, content, language) => {
  const src = address(base, pairs);
  const lang = state.lang ? ` lang="${state.lang}"` : "";
  const height = state.høyde ? 700 : 1000;
  return [
    // In a box of its own: block themes of WordPress push a bare frame out of the column.
    "<div>",
    `<iframe src="${escaped(src)}" title="${escaped(TITLES[language])}"${lang} width="100%" height="${height}" loading="lazy" frameborder="0"></iframe>`,
    ...(state.høyde ? [`<script type="module" src="${escaped(`${base}tilpass.js`)}"></script>`] : []),
    `<p><a href="${escaped(src)}">${escaped(OPEN[language])}</a></p>`,
    "</div>",
    ...content,
  ].join("\n");
};

/** What the host's policy must allow, for the way that is chosen. */
export const policy = (state, origin) => {
  const asked = state["adresse-oppslag"] ? ` ${new URL(lookup.adresser).origin}` : "";
  if (state.måte === "iframe") return `frame-src ${origin};${state.høyde ? ` script-src ${origin};` : ""}`;
  const from = state.måte === "selv" ? "'self'" : origin;
  const config = state.måte !== "selv" && state.meldinger.length > 0 && state.oppsett ? " 'self'" : "";
  return `script-src ${from} 'wasm-unsafe-eval'; connect-src ${from}${config}${asked};`;
};

/** The configuration that attributes cannot say, as the file that the element reads. */
export const oppsett = (state, schema) => {
  const notice = ({ ved, tekst, lenketekst, adresse }) => {
    const [sort, id] = ved.split(":");
    return {
      ved: id ? { [sort]: id } : sort,
      tekst: tekst.trim(),
      ...(adresse.trim() || lenketekst.trim() ? { lenke: { tekst: lenketekst.trim(), adresse: adresse.trim() } } : {}),
    };
  };
  return {
    $schema: schema,
    ...(state.kommune ? { kommune: state.kommune } : {}),
    meldinger: state.meldinger.map(notice),
  };
};
