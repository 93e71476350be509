// Before the first question about a kind of work: what to have at hand, how long it takes, and that one may begin without.
// Which lines there are follows from what the work is asked, and comes ready made: a number, a time, and words to show.
import { el } from "../dom.js";

const line = (text) => el("p", {}, text);

// The keys of the late words for the work at a place among all; none where nothing is told of it.
const told = (word, place) => {
  const key = `start-${place}`;
  const found = word(key);
  return found && found !== key ? found.split(" ") : undefined;
};

const filled = ({ word, root }, [questions, time, ...things]) => {
  const list = el("ul", {}, ...things.map((key) => el("li", {}, word(key))));
  // The first screen has said already that nothing is stored.
  const stored = root.querySelector(".innledning") ? "" : ` ${word("start-lagres-ikke")}`;
  return [
    el("p", { className: "start-tittel" }, word("start-tittel")),
    list,
    line(`${word(time)} ${word("start-spørsmål", { antall: questions })}`),
    line(`${word("start-hopp")}${stored}`),
  ];
};

// The place of the work that is begun on: that of the part whose turn it is.
const begun = ([, turn, parts, ...cases]) => {
  for (let n = 0, at = 0; n < parts; n++) {
    if (n === turn) return cases[at];
    at += 3 + 4 * cases[at + 2];
  }
  return undefined;
};

/** Fills the place before the first question, once for each kind of work and language. */
export const show = (context) => {
  const { place, kase, word, language } = context;
  const box = place("for-start");
  if (!box) return;
  const project = begun([...kase].map(Number));
  const keys = project === undefined ? undefined : told(word, project);
  const shown = keys ? `${language} ${project}` : "";
  if (box.dataset.vist === shown) return;
  box.dataset.vist = shown;
  box.replaceChildren(...(keys ? filled(context, keys) : []));
};
