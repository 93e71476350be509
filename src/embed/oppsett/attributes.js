// The element's attributes, written as the same configuration in JSON would be.
import { CONTACT, LINKS } from "./check.js";

/** Where a fault is, by the attribute's own name. */
export const attributeAt = (where) => where.replace(/^kontakt\./, "kontakt-").replace(/^lenker\./, "");

/** The configuration that stands in attributes; an empty attribute is none. */
export const attributesOf = (element) => {
  const told = (name) => element.getAttribute(name)?.trim() || undefined;
  const part = (names, prefix) => Object.fromEntries(names.map((name) => [name, told(prefix + name)]));
  return { vis: told("vis")?.split(/\s+/), kontakt: part(CONTACT, "kontakt-"), lenker: part(LINKS, "") };
};
