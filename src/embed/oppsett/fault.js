// What is wrong, said to somebody who edits web pages and not code.
import { clean } from "./plain.js";

/** One fault: where it is, what is wrong, and how to mend it. */
export const fault = (where, what, mend) => ({ where, what, mend });

/** A value as it may stand in a message: short, and never taken apart. */
export const shown = (value) => {
  if (typeof value === "string") {
    const start = clean(value.slice(0, 41));
    return `«${start.length > 40 ? `${start.slice(0, 40)}…` : start}»`;
  }
  if (Array.isArray(value)) return "en liste";
  if (value === null) return "null (ingenting)";
  if (typeof value === "object") return "et objekt med { }";
  if (typeof value === "number") return `tallet ${value}`;
  return typeof value === "boolean" ? `${value} uten anførselstegn` : "noe annet enn tekst";
};

/** Several names as one says them. */
export const oneOf = (names) => names.map((name) => `«${name}»`).join(", ").replace(/, ([^,]*)$/, " eller $1");

/** The known name that may have been meant, as a question; undefined where there is none. */
export const renamed = (written, known) => {
  const near = typeof written === "string" && nearest(written, known);
  return near ? `Mente du «${near}»?` : undefined;
};

/** How to mend a name that is not known: the nearest one, or all where they are few. */
export const rename = (written, known) => {
  const near = renamed(written, known);
  if (near) return near;
  return known.length > 0 && known.length <= 12 ? `Bruk ${oneOf(known)}.` : "Se listen i «Bygg inn».";
};

/** The known name that is most like the one written; undefined where none is like it. */
export const nearest = (written, known) => {
  const plain = (name) => name.toLowerCase().replace(/å/g, "a").replace(/ø/g, "o").replace(/æ/g, "e")
    .replace(/aa/g, "a").replace(/oe/g, "o").replace(/ae/g, "e").replace(/[^a-z0-9]/g, "");
  const sought = plain(written.slice(0, 60));
  let [best, least] = [undefined, Infinity];
  for (const name of known) {
    const wrong = slips(sought, plain(name));
    if (wrong < least && wrong * 3 <= name.length) [best, least] = [name, wrong];
  }
  return best;
};

// How many letters must be put in, taken out or exchanged to make one of the other.
const slips = (a, b) => {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) next.push(Math.min(row[j] + (a[i] !== b[j]), row[j + 1] + 1, next[j] + 1));
    row = next;
  }
  return row[b.length];
};
