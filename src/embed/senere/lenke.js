// A case as a link, and back. The answers stand after the `#`, which no browser sends to a server.
import { el } from "../dom.js";
import { button } from "./deling.js";
import { longDate } from "./sak.js";

/** Whether an address holds a case. */
export const isCase = (fragment) => fragment.startsWith("#bus=");

const here = () => location.href.split("#")[0];

/** The page without anything that could hold an answer. */
export const page = () => location.origin + location.pathname;

/** The link to the case as it stands. */
export const link = (context) =>
  `${here()}#${context.later.link(context.kase, context.derivations ?? "", context.rules)}`;

const lines = (text) => text.split("\n").filter(Boolean).map((line) => line.split("\t"));

const short = (hash) => hash.replace(/\W/g, "").slice(0, 12);

// What the rules of then say, as far as they can be had. Today's are fetched whole: the guide has those of some work only.
const compared = async (context, fragment) => {
  const then = context.later.rulesOf(fragment);
  const today = short(context.rules);
  const all = await context.artefact(today);
  if (!then || then === today) return { all, lines: context.later.compare(all, new Uint8Array(), fragment) };
  const bytes = await context.artefact(then).catch(() => undefined);
  // No bytes would say that they are the same.
  return { all, lines: context.later.compare(all, bytes?.length ? bytes : undefined, fragment) };
};

const sentences = (context, found) => {
  const of = (sort) => found.find(([name]) => name === sort)?.slice(1) ?? [];
  const [rules] = of("regler");
  const [, was] = of("da");
  const [, is] = of("nå");
  const [alike] = of("likt");
  const said = [];
  if (alike) {
    said.push(context.word(`ta-med-åpnet-${{ ja: "likt", krav: "krav", nei: "nei" }[alike]}`, { da: was, nå: is }));
    const parts = found.filter(([sort]) => sort === "del");
    for (const [, name, then, now] of parts.length > 1 ? parts : []) {
      if (now && then !== now) said.push(context.word("ta-med-åpnet-del", { tiltak: name, da: then, nå: now }));
    }
  } else if (is) {
    if (["mangler", "eldre-form", "skadet"].includes(rules)) said.push(context.word(`ta-med-åpnet-${rules}`));
    said.push(context.word("ta-med-åpnet-under", { nå: is }));
  } else {
    said.push(context.word("ta-med-feil-ingen-deler"));
  }
  for (const [, what, name, answer] of found.filter(([sort]) => sort === "ukjent")) {
    said.push(context.word(`ta-med-åpnet-ukjent-${what}`, { hva: name, svar: answer }));
  }
  return said;
};

// Above the guide, until the resident closes it or opens another link.
const show = (context, title, said, sort) => {
  context.root.querySelector(".ta-med-åpnet")?.remove();
  const box = el("section", { className: "bus ta-med-åpnet", lang: context.language });
  box.dataset.size = "md";
  box.dataset.color = sort;
  const body = el("div", {});
  body.setAttribute("role", "status");
  const close = () => {
    box.remove();
    context.root.getElementById("tittel")?.focus();
  };
  box.append(body, button(context.word("ta-med-lukk"), close, "tertiary"));
  context.root.prepend(box);
  // What is put into a status after it is there is heard.
  body.append(...(title ? [el("p", { className: "finn-tittel" }, title)] : []), ...said.map((sentence) => el("p", {}, sentence)));
  return box;
};

/** Opens a link: shows the same case, and says whether today's rules give the same answer. Tells whether it was one. */
export const open = async (context, fragment) => {
  if (!isCase(fragment)) return false;
  const { all, lines: told } = await compared(context, fragment).catch(() => ({ lines: "feil\thenting" }));
  const found = lines(told);
  const [, fault] = found.find(([sort]) => sort === "feil") ?? [];
  if (fault === "ikke-lenke") return false;
  if (fault) {
    show(context, "", [context.word(`ta-med-feil-${fault}`)], "warning");
    return true;
  }
  const day = context.later.dayOf(fragment);
  const alike = found.some(([sort, how]) => sort === "likt" && how === "ja");
  const kase = context.later.caseOf(all, fragment);
  if (kase.length > 0) await context.recall(kase, context.later.derivationsOf(all, fragment));
  show(context, context.word("ta-med-åpnet", { dato: longDate(day, context.language) }), sentences(context, found), alike ? "info" : "warning");
  return true;
};
