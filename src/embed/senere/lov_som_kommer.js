// From which day the same answers lead elsewhere.
import { el } from "../dom.js";
import { fill, room } from "./rom.js";

export const show = ({ place, later, kase }) => {
  const here = place("endringer");
  if (!here) return;
  const said = later.to_come(kase);
  fill(room(here, "lov-som-kommer"), said, () => (said ? [el("p", {}, said)] : []));
};
