// «Ta det med deg»: what the resident takes away from the answer. It is made anew only when the answer is another.
import { el } from "../dom.js";
import { button, copy, download, fileName, fold, status } from "./deling.js";
import { newDates, todo } from "./kalender.js";
import { print } from "./kvittering.js";
import { link } from "./lenke.js";
import { notices } from "./melding.js";
import { told } from "./sak.js";
import { application, question } from "./spor.js";
import { feedback } from "./tilbakemelding.js";

const shown = new WeakMap();

// The heading under that of the answer.
const heading = (context, words) => {
  const level = Number(context.place("tittel")?.tagName.slice(1) ?? 2) + 1;
  return el(`h${Math.min(level, 6)}`, { className: "ds-heading" }, words);
};

// The part in view may be another by the time that a button is pressed.
const ways = (context, all) => {
  const line = status();
  const write = button(context.word("ta-med-skriv-ut"), () =>
    print(context.state.now, all).catch((error) => {
      console.error(error);
      line.replaceChildren(context.word("ta-med-skriv-ut-feil"));
      globalThis.print();
    }));
  const share = button(context.word("ta-med-kopier-lenke"), () => copy(context, link(context.state.now), line, context.word("ta-med-lenke-kopiert")));
  return [el("div", { className: "knapper" }, write, share), line];
};

const more = (context, all) => {
  const line = status();
  const save = button(context.word("ta-med-last-ned-json"), () => {
    const text = context.later.json(context.kase, context.derivations ?? "");
    download(fileName("svar", all.parts[0].id, context.today, "jsonl"), "application/json", text);
    line.replaceChildren(context.word("ta-med-lastet-ned"));
  });
  const help = el("p", { className: "dempet" }, context.word("ta-med-json-hjelp"));
  return fold(context.word("ta-med-mer"), el("p", {}, context.word("ta-med-lenke-hjelp")), el("div", { className: "knapper" }, save), help, line);
};

const content = (context) => {
  const all = told(context.later.receipt(context.kase, context.derivations ?? ""));
  for (const answer of all.parts.flatMap(({ svar }) => svar)) answer.working &&= context.account(answer.working);
  if (all.parts.length === 0) return [];
  const dates = (context.state.dates ??= newDates());
  dates.heard.length = 0;
  const folds = [application(context, all), question(context, all), todo(context, all, dates), ...notices(context, all, dates)];
  return [
    heading(context, context.word("ta-med-tittel")),
    el("p", {}, context.word("ta-med-innledning")),
    ...ways(context, all),
    ...folds.filter(Boolean),
    more(context, all),
    feedback(context, all),
  ];
};

/** Fills the place on the answer. Cheap where nothing has changed. */
export const show = (context) => {
  const place = context.screen === "svar" && context.place("ta-med");
  if (!place) return;
  // Whoever looks at another part keeps what has been written here.
  const key = [context.language, context.kase[0], context.kase.slice(2).join(), context.derivations ?? "", context.own ?? "", context.rules].join("|");
  if (shown.get(place) === key) return;
  shown.set(place, key);
  place.classList.add("avsnitt", "ta-med", "uten-papir");
  place.replaceChildren(...content(context));
};
