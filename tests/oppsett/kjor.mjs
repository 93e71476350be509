// Runs the check of a municipality's configuration for the tests: a list of configurations in, what is said of each out.
import { check } from "../../src/embed/oppsett/check.js";
import { lines } from "../../src/embed/oppsett/lines.js";

let text = "";
for await (const part of process.stdin) text += part;
const { shelves, concepts, configurations } = JSON.parse(text);
const told = configurations.map((configuration) => {
  const { config, errors, whole } = check(configuration, shelves, concepts);
  const own = Object.fromEntries(["nb", "nn", "en"].map((language) => [language, lines(config, language, whole)]));
  return { errors, whole, show: config.vis, own };
});
process.stdout.write(JSON.stringify(told));
