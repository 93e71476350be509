// The municipality's own configuration: its contact point, links, notices, kinds of work and conditions. Gathered from the
// element's attributes, the address in `oppsett` and the JSON inside the element; checked, and handed on as plain lines.
// A late module: a page without such a configuration never fetches it.
import { check } from "./oppsett/check.js";
import { attributeAt, attributesOf } from "./oppsett/attributes.js";
import { fault } from "./oppsett/fault.js";
import { lines } from "./oppsett/lines.js";
import { merged } from "./oppsett/merged.js";
import { concepts, fetched, inside } from "./oppsett/sources.js";

export { check };

/**
 * What the element's municipality says, in one language: `own` for the app, one thing a line; `show`, the ids of the kinds of
 * work to show, or undefined for all; `kommune`, its number where the JSON tells it; and `errors` for the editor of the page.
 * `kinds` are all kinds of work, shelf by shelf: `[{ id, work: [id, …] }, …]`; `folder` is where the rules are. Never throws.
 */
export const read = async (element, language, kinds, folder) => {
  try {
    const told = [...inside(element), ...(await fetched(element))];
    const named = told.some(({ json }) => json) ? await concepts(folder) : undefined;
    const sources = told.map(({ json, fault }) =>
      fault ? { config: {}, errors: [fault], whole: false } : check(json, kinds, named));
    const attributes = check(attributesOf(element), kinds);
    for (const error of attributes.errors) error.where = attributeAt(error.where);
    const { config, errors, whole } = merged([...sources, attributes]);
    return { own: lines(config, language, whole), show: config.vis, kommune: config.kommune, errors };
  } catch (error) {
    const errors = [fault("oppsett", `Oppsettet kunne ikke brukes (${error})`, "Meld fra til dem som lager veiviseren.")];
    return { own: lines({}, language, false), show: undefined, kommune: undefined, errors };
  }
};
