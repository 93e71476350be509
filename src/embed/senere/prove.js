// A changed project, tried before it is taken over: what is changed, the answer it gives, and the way on or back.
import { el } from "../dom.js";
import { fill, room } from "./rom.js";

const button = (variant, words, press) => {
  const made = el("button", { type: "button", className: "ds-button" }, words);
  made.dataset.variant = variant;
  made.addEventListener("click", press);
  return made;
};

export const show = (context) => {
  const { root, place, later, state, word, recall, redraw } = context;
  const drawn = root.querySelector(".bus.tegning:not([hidden]) .prøveplass");
  const here = drawn ?? place("endringer");
  for (const old of root.querySelectorAll(".prøver")) if (old.parentNode !== here) old.remove();
  if (!here) return;
  const box = room(here, "prøver");
  const { trial } = state;
  fill(box, trial ? trial.kase.join() : "", () => {
    if (!trial) return [];
    const measures = [...trial.changes].map(([concept, amount]) => later.measure(concept, BigInt(amount)).split("\t").slice(2).join(": "));
    const [, color, answer] = later.headline(trial.kase).split("\t");
    const said = el("div", { className: "prøve", tabIndex: -1 },
      el("p", { className: "finn-tittel" }, word("endringer-prøver")),
      ...measures.map((measure) => el("p", {}, measure)),
      el("p", { className: "fører-til" }, word("endringer-nytt-svar", { svar: answer.replace(/:$/, "") })));
    said.role = "status";
    said.dataset.color = color;
    const leave = () => {
      const { back } = state.trial ?? {};
      delete state.trial;
      redraw();
      (back?.isConnected ? back : root.querySelector(".bus.tegning [role=slider]"))?.focus();
    };
    return [said, el("div", { className: "knapper" },
      button("primary", word("endringer-bruk"), () => recall(trial.kase)), button("tertiary", word("endringer-tilbake"), leave))];
  });
  if (trial?.back && !trial.seen) {
    trial.seen = true;
    box.querySelector(".prøve").focus();
  }
};
