// Addresses that may become links: of web pages, of e-mail and of telephones, and of nothing else.
import { hidesSomething } from "./plain.js";

/** The most that an address may be long. */
export const LONGEST_ADDRESS = 500;

/** The address as a browser understands it, or undefined where it must not be a link. */
export const address = (text, allowed) => {
  if (text.length > LONGEST_ADDRESS || hidesSomething(text) || /[\s\\]/.test(text)) return undefined;
  let url;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  if (!allowed.includes(url.protocol)) return undefined;
  if (url.protocol === "tel:") return telephone(url.pathname) && `tel:${telephone(url.pathname)}`;
  if (url.protocol === "mailto:") return isMail(url.pathname) ? url.href : undefined;
  // Two slashes, a name with a dot, and nobody's password.
  const isPlain = text.slice(6, 8) === "//" && url.hostname.includes(".") && !url.username && !url.password;
  return isPlain && url.href.length <= 2 * LONGEST_ADDRESS ? url.href : undefined;
};

/** The digits to dial, with a plus before them where it was written; undefined where it is no telephone number. */
export const telephone = (text) => {
  const dialled = text.replace(/[\s().-]/g, "");
  return /^\+?\d{3,15}$/.test(dialled) ? dialled : undefined;
};

/** Whether it is one plain e-mail address. */
export const isMail = (text) => /^[\p{L}\d._%+-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)+$/u.test(text);
