// The element's attributes, written as the same configuration in JSON would be.
import { CONTACT, LINKS } from "./check.js";

/** The configuration that stands in attributes; an empty attribute is none. */
export const attributesOf = (element) => {
  const told = (name) => element.getAttribute(name)?.trim() || undefined;
  const part = (names, prefix) => Object.fromEntries(names.map((name) => [name, told(prefix + name)]));
  return { vis: told("vis")?.split(/\s+/), kontakt: part(CONTACT, "kontakt-"), lenker: part(LINKS, "") };
};
