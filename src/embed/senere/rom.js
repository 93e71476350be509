// A place that the guide leaves for us, parted between those who fill it: each has its own room there, in the order of coming.
import { el } from "../dom.js";

/** The room with a name in a place; made where it is not there. */
export const room = (place, name) => {
  const found = [...place.children].find((child) => child.classList.contains(name));
  return found ?? place.appendChild(el("div", { className: name }));
};

/** Puts parts in a room, unless they say the same as those that are there. */
export const fill = (room, said, parts) => {
  if (room.said === said) return;
  room.said = said;
  room.replaceChildren(...parts());
};
