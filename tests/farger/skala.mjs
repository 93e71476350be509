// Holds every step of every scale against what Designsystemet's own tool makes. Writes each that differs.
import { generateColorScale } from "@digdir/designsystemet/color";
import { few } from "./utvalg.mjs";

const { scale } = await import(process.argv[2]);

let tried = 0;
for (const hex of few) {
  for (const [scheme, dark] of [["light", false], ["dark", true]]) {
    const { steps } = scale(hex, dark);
    const theirs = generateColorScale(hex, scheme);
    if (theirs.length !== Object.keys(steps).length) console.log(`${hex} ${scheme}: ${theirs.length} steps`);
    for (const { name, hex: wanted } of theirs) {
      tried++;
      if (steps[name] !== wanted) console.log(`${hex} ${scheme} ${name}: ${wanted}, not ${steps[name]}`);
    }
  }
}
console.log(`${tried} tried`);
