// A checked configuration as lines for the app: one thing a line, its fields divided by tabs, in one language.

/** The lines; `whole` is whether all conditions could be read. */
export const lines = (config, language, whole) => {
  const said = (text) => (typeof text === "object" ? text[language] ?? text.nb ?? Object.values(text)[0] : text) ?? "";
  const { navn, telefon, epost, side } = config.kontakt ?? {};
  const told = [];
  const line = (...fields) => told.push(fields.map((field) => said(field)).join("\t"));
  if (navn || telefon || epost || side) line("kontakt", navn, telefon, epost, side);
  if (config.vis) line("vis", config.vis.join(" "));
  for (const [name, address] of Object.entries(config.lenker ?? {})) line("lenke", name, address);
  for (const { ved: [sort, id], tekst, lenke } of config.meldinger ?? []) {
    line("melding", sort, id, tekst, lenke?.tekst, lenke?.adresse);
  }
  for (const one of config.vilkår ?? []) {
    const kinds = one.gjelder === "alle" ? "*" : one.gjelder.join(" ");
    line("vilkar", kinds, one.ellers === "søk" ? "sok" : "avklares", requirement(one), one.navn, one.spørsmål, one.hjelp,
      one.tekst, one.slik, one.hjemmel, one.lenke);
  }
  if (!whole) line("utilgjengelig");
  return told.join("\n");
};

const requirement = ({ begrep, krav: [key, value] }) => {
  const limit = key === "må-være" ? value : `${key.replace("ø", "o")} ${value}`;
  return begrep ? `${begrep} ${limit}` : limit;
};
