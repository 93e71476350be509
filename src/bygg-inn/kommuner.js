// The municipalities: those of today, and those that their old numbers lead to.

/** Reads the list that the build writes; its form is told in `src/tool/municipalities.rs`. */
export const read = (text) => {
  const [today, divided] = [[], []];
  for (const line of text.split("\n")) {
    const parts = line.split("\t");
    if (line.startsWith("/")) divided.push({ number: parts[0].slice(1), name: parts[1], year: parts[2], became: parts[3].split(" ") });
    else today.push(municipality(parts));
  }
  // By name, as in a telephone book; the number tells those of one name apart.
  today.sort((a, b) => a.names[0].localeCompare(b.names[0], "nb") || a.number.localeCompare(b.number));
  return { today, divided, byNumber: new Map(today.map((one) => [one.number, one])) };
};

const municipality = ([number, names, county, form, sami, old]) => ({
  number, names: names.split(","), county, form, sami, old: old ? old.split(" ") : [],
});

/** How it is shown: every name, and what tells it from another. */
export const shown = ({ number, names, county }) => `${names.join(" – ")} (${county}, ${number})`;

// Letters as people write them who do not have them all.
const plain = (text) => text.toLocaleLowerCase("nb").normalize("NFD").replace(/[\u0300-\u0309\u030b-\u036f]/g, "")
  .replace(/đ/g, "d").replace(/ŋ/g, "n").replace(/ŧ/g, "t").normalize("NFC").trim();

/**
 * Those that fit what is written: a number of today or of before, or a part of a name, those that begin so first.
 * `divided` is one that is no more, and may be several.
 */
export const search = ({ today, divided, byNumber }, written) => {
  const sought = plain(written);
  if (/^\d+$/.test(sought)) {
    const parted = divided.find(({ number }) => number === sought);
    if (parted) return { found: parted.became.map((number) => byNumber.get(number)), divided: parted };
    const found = today.filter(({ number, old }) => number.startsWith(sought) || old.includes(sought));
    return { found, old: found.find(({ old }) => old.includes(sought)) && sought };
  }
  const parted = divided.find(({ name, became }) => plain(name) === sought && !became.some((number) => byNumber.get(number).names.some((own) => plain(own) === sought)));
  if (parted) return { found: parted.became.map((number) => byNumber.get(number)), divided: parted };
  const words = ({ names }) => names.map(plain);
  const begins = today.filter((one) => words(one).some((name) => name.startsWith(sought)));
  const holds = today.filter((one) => !begins.includes(one) && words(one).some((name) => name.includes(sought)));
  const counties = today.filter((one) => !begins.includes(one) && !holds.includes(one) && sought.length > 3 && plain(one.county).startsWith(sought));
  return { found: [...begins, ...holds, ...counties] };
};
