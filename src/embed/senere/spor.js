// After a no, or where it is not settled: what to apply for, by whom and with what, and a ready text to the municipality that
// names exactly what is not known.
import { el } from "../dom.js";
import { letter } from "./brev.js";
import { fold } from "./deling.js";
import { following, longDate, names } from "./sak.js";

const PARTS = ["hva", "hvem", "skjema", "vedlegg", "nabo", "frist", "ferdig"];
const GRANTED = ["dispensasjon", "tillatelse"];
const APPLIES = ["søknad-uten-ansvarsrett", "søknad-med-ansvarsrett", "søknad"];
const blank = (context, key) => context.word("ta-med-fyll-inn", { hva: context.word(key) });

const granted = (all) => {
  const found = all.parts.flatMap(({ følge }) => følge).filter(({ sort }) => GRANTED.includes(sort));
  return [...new Map(found.map((one) => [one.id, one])).values()];
};

const item = (text, law) => el("li", {}, text, ...(law ? [" ", el("span", { className: "dempet" }, `(${law})`)] : []));

/** What it takes, each thing with its paragraph. */
export const application = (context, all) => {
  const data = context.data("ta-med").filter(([sort, , outcomes, needs]) =>
    sort === "søknad" && names(outcomes).includes(all.outcome) && (!needs || following(all, names(needs))));
  if (data.length === 0) return undefined;
  const list = el("dl", { className: "ta-med-søknad" });
  for (const part of PARTS) {
    const rows = data.filter(([, of]) => of === part).map(([, , , , text, law]) => item(text, law));
    if (part === "hva") rows.push(...granted(all).map(({ name, law }) => item(name, law)));
    if (rows.length === 0) continue;
    list.append(el("div", {}, el("dt", {}, context.word(`ta-med-søk-${part}`)), el("dd", {}, el("ul", { className: "ds-list" }, ...rows))));
  }
  return fold(context.word("ta-med-søk-tittel"), list);
};

const bullets = (lines) => [...new Set(lines)].map((line) => `- ${line}`);
const section = (title, lines) => (lines.length > 0 ? ["", title, ...lines] : []);

const reasons = (context, all) => bullets(all.parts.flatMap(({ grunn }) => grunn)
  .map(({ sentence, law }) => context.word("ta-med-spør-grunn", { setning: sentence, hjemmel: law })));

// What the municipality knows, and what others know.
const unknown = (context, all) => {
  const facts = all.parts.flatMap(({ ukjent }) => ukjent);
  const theirs = facts.filter(({ with: at }) => at.startsWith("kommunen"));
  const others = facts.filter(({ with: at }) => !at.startsWith("kommunen"));
  const said = ({ name, question, concept }) => (concept ? `${name}: ${question}` : name);
  return [
    bullets(theirs.map(said)),
    bullets(others.map(({ name, who }) => context.word("ta-med-spør-hos", { hva: name, hvem: who }))),
  ];
};

const opening = (context, all) => all.begun
  ? context.word("ta-med-spør-åpning-begynt", { dato: longDate(all.parts[0].day, context.language), tiltak: all.name })
  : context.word("ta-med-spør-åpning", { tiltak: all.name });

const body = (context, all) => {
  const applies = APPLIES.includes(all.outcome);
  const [theirs, others] = unknown(context, all);
  const needed = bullets(granted(all).map(({ name, law }) => context.word("ta-med-spør-grunn", { setning: name, hjemmel: law })));
  return [
    opening(context, all),
    context.word("ta-med-eiendommen", { eiendom: blank(context, "ta-med-eiendommen-hva") }),
    "",
    context.word("ta-med-spør-svaret", { svar: all.answer }),
    ...section(context.word("ta-med-spør-grunner"), applies || needed.length > 0 ? reasons(context, all) : []),
    ...section(context.word("ta-med-spør-trenger"), needed),
    ...section(context.word("ta-med-spør-ukjent"), theirs),
    ...section(context.word("ta-med-spør-andre"), others),
    ...(applies || needed.length > 0 ? ["", context.word("ta-med-spør-stemmer")] : []),
    "",
    context.word("ta-med-hilsen"),
    blank(context, "ta-med-hvem-du-er"),
  ].join("\n");
};

/** The text, where there is something to ask or to apply for. */
export const question = (context, all) => {
  const asks = all.parts.some(({ ukjent }) => ukjent.length > 0);
  if (!asks && !APPLIES.includes(all.outcome) && granted(all).length === 0) return undefined;
  const subject = context.word("ta-med-spør-emne", { tiltak: all.name });
  const told = letter(context, { name: "spørsmål", subject, body: body(context, all) });
  const intro = context.word(asks ? "ta-med-spør-innledning" : "ta-med-søk-innledning");
  return fold(context.word("ta-med-spør-tittel"), el("p", {}, intro), told.dom);
};
