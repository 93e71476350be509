// Elements and words.
import words from "./ord.json";

export { words };

// A word of the page with its blanks filled.
export const say = (key, blanks = {}) =>
  words.side[key].replace(/\{([^}]+)\}/g, (whole, name) => (name in blanks ? String(blanks[name]) : whole));

// A word for a number of things: none, one or several.
export const count = (key, n, blanks = {}) =>
  say(`${key}-${n === 0 && words.side[`${key}-ingen`] ? "ingen" : n === 1 ? "en" : "flere"}`, { n, ...blanks });

export const el = (tag, properties = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "value") made.value = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
};

export const byId = (id) => document.getElementById(id);

export const fill = (id, ...children) => byId(id).replaceChildren(...children.flat(Infinity).filter(Boolean));

let made = 0;
export const newId = () => `e${++made}`;

// Calls at last, once nobody has called for a while.
export const later = (milliseconds, call) => {
  let waiting;
  return (...given) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => call(...given), milliseconds);
  };
};

// As people write dates in Norway.
export const written = (iso) => {
  const [year, month, day] = iso.split("-").map(Number);
  return year && month && day ? `${day}.${month}.${year}` : iso;
};

export const today = () => {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

export const outcome = ({ outcome, may_start }) => {
  const open = `${outcome}-avklar`;
  return words.utfall[!may_start && words.utfall[open] ? open : outcome] ?? outcome;
};

// Moves the focus to a part of the page, and says so where the part has a name.
export const goTo = (id) => {
  const part = byId(id);
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: "start" });
};
