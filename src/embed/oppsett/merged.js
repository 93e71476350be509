// Several checked configurations as one.

/** The later wins, part by part; notices and conditions are all kept. */
export const merged = (checked) => {
  const all = checked.map(({ config }) => config);
  const last = (key) => all.map((config) => config[key]).findLast((value) => value !== undefined);
  const parts = (key) => Object.assign({}, ...all.map((config) => config[key] ?? {}));
  const every = (key) => all.flatMap((config) => config[key] ?? []);
  return {
    config: {
      kommune: last("kommune"), kontakt: parts("kontakt"), lenker: parts("lenker"), vis: last("vis"),
      meldinger: every("meldinger"), vilkår: every("vilkår"),
    },
    errors: checked.flatMap(({ errors }) => errors),
    whole: checked.every(({ whole }) => whole),
  };
};
