// A number that tips the answer soon is named while it is given, below its field.
import { room } from "./rom.js";

export const show = ({ root, later, kase }) => {
  for (const place of root.querySelectorAll("[id$='-regn']")) {
    const line = room(place, "tips");
    line.role = "status";
    const said = later.tip(kase, place.closest("[data-begrep]").dataset.begrep);
    if (line.textContent !== said) line.textContent = said;
  }
};
