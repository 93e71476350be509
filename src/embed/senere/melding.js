// The notice to the municipality: what the regulation asks for, in its order, filled in as far as the answers go. What they do
// not know stands as a blank that says where to find it.
import { el } from "../dom.js";
import { letter } from "./brev.js";
import { fold } from "./deling.js";
import { dateField } from "./kalender.js";
import { answered, longDate, names } from "./sak.js";

const blank = (context, what, sort = "fyll-inn") => context.word(`ta-med-${sort}`, { hva: what });

// Each piece of information with its fields, in the order of the data.
const pieces = (data) => {
  const all = [];
  for (const [sort, ...fields] of data) {
    if (sort === "opplysning") all.push({ fields, parts: [] });
    if (sort === "felt") all.at(-1).parts.push(fields);
  }
  return all;
};

const known = (context, part, dates, kind, source) => {
  if (source === "ferdigdato") return dates.ferdig && longDate(dates.ferdig, context.language);
  if (source === "tiltak") return kind === "bygg" && part.name;
  const found = part.svar.find(({ concept }) => concept === source);
  if (!found || found.sort === "vet-ikke") return "";
  return found.working ? `${found.answer} (${found.working})` : found.answer;
};

const field = (context, part, dates, kind, [name, from, where, sort]) => {
  const value = names(from).map((source) => known(context, part, dates, kind, source)).find(Boolean);
  const said = value ?? blank(context, where, sort === "legg-ved" ? sort : "fyll-inn");
  // «At most 50 m²» is no area, and a kind of work no type of the register: they are only a beginning.
  const rough = part.svar.some(({ concept, sort }) => sort === "omtrent" && names(from).includes(concept));
  const more = value && (rough || sort === "utdyp") ? ` ${blank(context, where, "sjekk")}` : "";
  return `${name ? `${name}: ` : ""}${said}${more}`;
};

const piece = (context, part, dates, kind, { fields, parts }) => {
  const [letter, text, demolished, , concepts, otherwise, only] = fields;
  const title = `${letter}) ${kind === "riving" && demolished ? demolished : text}`;
  const concerns = kind === "riving" ? only !== "bygg" : answered([part], names(concepts));
  if (!concerns) return `${title}: ${otherwise}`;
  const told = parts.map((one) => field(context, part, dates, kind, one));
  return told.length === 1 ? `${title}: ${told[0]}` : [`${title}:`, ...told.map((line) => `  - ${line}`)].join("\n");
};

const body = (context, part, dates, kind, law) => {
  const end = kind === "riving" ? "-riving" : "";
  const { rule } = part;
  return [
    context.word(`ta-med-melding-åpning${end}`, { tiltak: part.name }),
    ...(rule ? [context.word("ta-med-melding-grunnlag", { regel: rule.name, hjemmel: rule.law })] : []),
    "",
    context.word("ta-med-melding-opplysninger", { hjemmel: law }),
    ...pieces(context.data("ta-med")).map((one) => piece(context, part, dates, kind, one)),
    "",
    context.word("ta-med-hilsen"),
    blank(context, context.word("ta-med-hvem-du-er")),
  ].join("\n");
};

const notice = (context, part, dates, { kind, law }) => {
  const end = kind === "riving" ? "-riving" : "";
  const subject = context.word(`ta-med-melding-emne${end}`, { tiltak: part.name });
  const told = letter(context, { name: `melding\t${part.place}\t${part.id}`, subject, body: body(context, part, dates, kind, law) });
  const day = () => (dates.ferdig ? longDate(dates.ferdig, context.language) : "");
  const [, , where] = pieces(context.data("ta-med")).flatMap(({ parts }) => parts).find(([, from]) => from === "ferdigdato") ?? [];
  let filled = day() || blank(context, where);
  dates.heard.push(() => {
    const now = day() || blank(context, where);
    told.replace(filled, now);
    filled = now;
  });
  return [
    el("p", {}, context.word("ta-med-melding-måter")),
    el("p", {}, context.word("ta-med-melding-innledning")),
    dateField(context, "ferdig", dates), told.dom,
  ];
};

/** A notice for each kind of work that the law asks one for. */
export const notices = (context, all, dates) => {
  const data = context.data("ta-med");
  const asked = new Map(data.filter(([sort]) => sort === "melding").map(([, id, kind]) => [id, kind]));
  const [, law = ""] = data.find(([sort]) => sort === "hjemmel") ?? [];
  return all.parts.flatMap((part) => {
    const duty = part.følge.find(({ id }) => asked.has(id));
    if (!duty || part.outcome !== "unntatt-fra-søknadsplikt") return [];
    const title = context.word("ta-med-melding-tittel");
    const named = all.parts.length > 1 ? `${title}: ${part.name}` : title;
    return [fold(named, ...notice(context, part, dates, { kind: asked.get(duty.id), law }))];
  });
};
