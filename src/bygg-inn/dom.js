// Elements and words. Words are text, never markup.
import words from "./ord.json";

let language = "nb";
export const LANGUAGES = ["nb", "nn"];
export const speak = (tag) => (language = tag);
export const spoken = () => language;

/** Texts with their blanks filled. */
export const filled = (text, blanks = {}) =>
  text.replace(/\{([^}]+)\}/g, (whole, name) => (Object.hasOwn(blanks, name) ? String(blanks[name]) : whole));

/** A word of the page, in the language that it is read in. */
export const say = (key, blanks) => filled(words[key][language], blanks);

export const el = (tag, properties = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "value") made.value = value;
    else if (name === "checked") made.checked = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
};

export const byId = (id) => document.getElementById(id);

// Calls at last, once nobody has called for a while.
export const later = (milliseconds, call) => {
  let waiting;
  return (...given) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => call(...given), milliseconds);
  };
};

/** A day as people write it in Norway. */
export const written = (iso) => {
  const [year, month, day] = iso.split("-").map(Number);
  return year && month && day ? `${day}.${month}.${year}` : iso;
};
