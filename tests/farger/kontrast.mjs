// What the municipality's colour becomes, weighed with Designsystemet's own measure of contrast: every pair of colours that
// the style sheets set against each other, light and dark. Writes each that cannot be read or seen.
import { getContrastFromHex } from "@digdir/designsystemet/color";
import { many } from "./utvalg.mjs";

const { theme, verdict } = await import(process.argv[2]);
const own = JSON.parse(process.argv[3]);

const declared = (css) => Object.fromEntries([...css.matchAll(/--ds-color-([a-z-]+):(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));

// The element's colours as a browser would have them: its own, and what the theme says over them.
const colours = async (farge, dark) => {
  const { css, errors } = await theme({ farge, modus: dark ? "mork" : "lys" });
  if (errors.length > 0) throw new Error(`${farge}: ${JSON.stringify(errors)}`);
  const base = Object.fromEntries(Object.entries(own).map(([name, sides]) => [name, sides[0]]));
  const [light, night = ""] = css.split("@media screen");
  return { ...base, ...declared(light), ...(dark ? declared(night) : {}), css: dark ? night : light };
};

const pairs = (all) => {
  const accent = (name) => all[`accent-${name}`];
  const edged = all.css.includes("--dsc-button-border-color");
  const replaced = (what) => all.css.includes(`.bus ${what}{--ds-color-base-default:var(--ds-color-border-strong)`);
  const shape = (what) => accent(replaced(what) ? "border-strong" : "base-default");
  const sign = replaced(".ds-input") ? accent("surface-default") : accent("base-contrast-default");
  const [page, field, grey] = ["background-default", "surface-default", "surface-tinted"].map((name) => all[`neutral-${name}`]);
  const tinted = accent("surface-tinted");
  const text = [
    ...["default", "hover", "active"].map((state) => ["button", accent("base-contrast-default"), accent(`base-${state}`)]),
    ...[page, field, grey, accent("surface-default"), tinted, accent("surface-hover")].map((under) => ["link or quiet button", accent("text-subtle"), under]),
    ...["info", "success", "warning", "danger"].map((kind) => ["link", accent("text-subtle"), all[`${kind}-surface-tinted`] ?? page]),
    ...[page, field, accent("surface-default"), tinted, accent("surface-hover"), accent("surface-active")].map((under) => ["text", accent("text-default"), under]),
    ["chosen row", all["neutral-text-default"], tinted],
    ["its description", all["neutral-text-subtle"], tinted],
  ];
  const seen = [
    ...[page, field, tinted].map((under) => ["edge of a control", accent("border-default"), under]),
    ...[page, field, tinted].map((under) => ["chosen radio", shape(".ds-input"), under]),
    ["its dot", sign, shape(".ds-input")],
    ["button's edge", edged ? accent("border-default") : accent("base-default"), page],
    ["progress", accent("border-strong"), all["neutral-border-subtle"]],
    ["focus", all["focus-outer"], page],
    ["focus", all["focus-outer"], all["focus-inner"]],
  ];
  return [...text.map((pair) => [4.5, ...pair]), ...seen.map((pair) => [3, ...pair])];
};

const steps = Object.keys(declared((await theme({ farge: "#123456" })).css));
for (const name of Object.keys(own)) {
  if (name.startsWith("accent-") && !steps.includes(name)) console.log(`${name} is read and not made`);
}

for (const [hex, ok] of [["#123456", true], ["#0062ba", true], ["#ffff00", false], ["gul", false]]) {
  if (verdict(hex).ok !== ok) console.log(`${hex}: the verdict ${JSON.stringify(verdict(hex).message)}`);
}

let tried = 0;
for (const hex of many) {
  const said = verdict(hex);
  if (!said.valid || said.ok !== said.pairs.every(({ ok }) => ok) || !said.message.nb || !said.message.nn) {
    console.log(`${hex}: the verdict ${JSON.stringify(said.message)}`);
  }
  for (const dark of [false, true]) {
    for (const [least, what, one, other] of pairs(await colours(hex, dark))) {
      tried++;
      const ratio = getContrastFromHex(one, other);
      if (!(ratio >= least)) console.log(`${hex} ${dark ? "dark" : "light"}, ${what}: ${one} on ${other} is ${ratio.toFixed(2)}`);
    }
  }
}
console.log(`${tried} tried`);
