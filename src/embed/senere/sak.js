// The case as the rules tell it: lines of fields, made into objects. What comes after a `del` is of that kind of work.
const FIELDS = {
  samlet: ["key", "outcome", "answer", "decides"],
  del: ["place", "id", "name", "definite", "key", "outcome", "answer", "day", "begun"],
  regel: ["name", "law", "from"],
  svar: ["concept", "name", "answer", "working", "sort"],
  grunn: ["rule", "law", "sentence", "quote"],
  følge: ["id", "sort", "standard", "name", "meaning", "action", "who", "law"],
  ukjent: ["concept", "name", "question", "action", "with", "who"],
  steg: ["action"],
};

const object = (sort, fields) => Object.fromEntries(FIELDS[sort].map((name, n) => [name, fields[n] ?? ""]));

/** The whole of it, and each kind of work with its answers, reasons, consequences and what is not known. */
export const told = (lines) => {
  const all = { parts: [] };
  for (const line of lines.split("\n").filter(Boolean)) {
    const [sort, ...fields] = line.split("\t");
    if (!FIELDS[sort]) continue;
    const found = object(sort, fields);
    if (sort === "samlet") Object.assign(all, found);
    else if (sort === "del") all.parts.push({ ...found, begun: found.begun === "ja", svar: [], grunn: [], følge: [], ukjent: [], steg: [] });
    else if (sort === "regel") all.parts.at(-1).rule = found;
    else all.parts.at(-1)?.[sort].push(found);
  }
  all.begun = all.parts[0]?.begun ?? false;
  all.name = all.parts.map(({ name }) => name).join(", ");
  return all;
};

/** What follows of some part, by its id. */
export const following = (all, ids) => all.parts.flatMap(({ følge }) => følge).find(({ id }) => ids.includes(id));

/** Whether any of some questions was answered; all were where none is named. */
export const answered = (parts, concepts) =>
  concepts.length === 0 || parts.some(({ svar }) => svar.some(({ concept }) => concepts.includes(concept)));

/** Several names in one field. */
export const names = (field) => field.split(" ").filter(Boolean);

// Some browsers know no nynorsk; its months are called the same.
const LOCALES = { en: ["en-GB"], nn: ["nn", "nb"], nb: ["nb"] };

/** A day as people read it. */
export const longDate = (iso, language) =>
  new Date(`${iso}T12:00:00Z`).toLocaleDateString(LOCALES[language], { dateStyle: "long", timeZone: "UTC" });

/** A day some days after another. */
export const daysAfter = (iso, days) => new Date(Date.parse(`${iso}T12:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
