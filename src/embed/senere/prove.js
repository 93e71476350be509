// A changed project, tried before it is taken over: what is changed, the answer it gives, and the way on or back.
import { el } from "../dom.js";
import { button } from "./deling.js";
import { fill, room } from "./rom.js";

// What stands while something is tried: what changes in a status that stays is heard.
const made = ({ root, state, word }) => {
  const said = el("div", { className: "prøve", tabIndex: -1 });
  said.setAttribute("role", "status");
  const leave = () => {
    const { back } = state.trial;
    delete state.trial;
    state.now.redraw();
    (back?.isConnected ? back : root.querySelector(".bus.tegning [role=slider]"))?.focus();
  };
  const use = button(word("endringer-bruk"), () => state.now.recall(state.trial.kase), "primary");
  return [said, el("div", { className: "knapper" }, use, button(word("endringer-tilbake"), leave, "tertiary"))];
};

const told = ({ later, word }, trial) => {
  const measures = [...trial.changes].map(([concept, amount]) => later.measure(concept, BigInt(amount)).split("\t").slice(2).join(": "));
  const [, color, answer] = later.headline(trial.kase).split("\t");
  const lines = [
    el("p", { className: "finn-tittel" }, word("endringer-prøver")),
    ...measures.map((measure) => el("p", {}, measure)),
    el("p", { className: "fører-til" }, word("endringer-nytt-svar", { svar: answer.replace(/:$/, "") })),
  ];
  return { color, lines };
};

export const show = (context) => {
  const { root, place, state, language } = context;
  const drawn = root.querySelector(".bus.tegning:not([hidden]) .prøveplass");
  const here = drawn ?? place("endringer");
  const { trial } = state;
  for (const old of root.querySelectorAll(".prøver")) if (!trial || old.parentNode !== here) old.remove();
  if (!here || !trial) return;
  const box = room(here, "prøver");
  fill(box, language, () => made(context));
  const said = box.firstChild;
  fill(said, trial.kase.join(), () => {
    const { color, lines } = told(context, trial);
    said.dataset.color = color;
    return lines;
  });
  if (!trial.seen) {
    trial.seen = true;
    said.focus();
  }
};
