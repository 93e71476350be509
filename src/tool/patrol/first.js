// Runs first on every page that `vakt` looks at: hears the guide start, as an element or in a frame, and keeps when.
{
  const sett = (window.byggUtenASokeVakt = {});
  const hear = (form, { kode, regler } = {}) => {
    sett.startet ??= { form, kode, regler, ms: Math.round(performance.now()) };
  };
  addEventListener("bus:klar", ({ target, detail }) => hear(target.localName === "iframe" ? "ramme" : "element", detail), true);
  addEventListener("message", ({ data }) => data?.bus === "klar" && hear("ramme", data.detail), true);
}
