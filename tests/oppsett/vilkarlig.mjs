// Thousands of made-up configurations, most of them hostile: nothing is thrown, nothing is touched, and what comes out keeps
// its limits. The same numbers each time; what fails is told with the configuration.
import { check } from "../../src/embed/oppsett/check.js";
import { lines } from "../../src/embed/oppsett/lines.js";
import { merged } from "../../src/embed/oppsett/merged.js";
import { twice } from "../../src/embed/oppsett/twice.js";

let text = "";
for await (const part of process.stdin) text += part;
const { shelves, concepts, whole: example, rounds } = JSON.parse(text);

let seed = 20261122;
const random = (below) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};
const pick = (list) => list[random(list.length)];

const deep = (levels) => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);
const HOSTILE = [
  null, true, false, 0, -1, 4601, 1e300, "", " ", "\t\n", "garasje", "alle", "alltid", "søk", "ja", "nb",
  "x".repeat(501), "y".repeat(1_000_000), "\u202egarasje\u202c", "\u0000\u0007\u001b[31m", "\u2028\u2029\u0085", "\ud800", "a\tb\nc",
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "blob:https://kommunen.no/1", "file:///etc/passwd", "https://", "https:///",
  "https://kommunen.no", "https://a:b@kommunen.no", "https:kommunen.no", "https:\\\\kommunen.no", "//kommunen.no", "http://kommunen.no",
  "https://kommunen.no/\u202e", "mailto:", "mailto:a@b.no", "mailto:a@b.no%0d%0abcc:c@d.no", "tel:", "tel:112", "tel:javascript", "tel:+47-55",
  "55 55 55 55", "+4755555555", "(+47) 55.55", "1".repeat(40), "a@b.no", "a@b.no\r\nbcc:c@d.no", "36,0 m²", "36", "1e9 m", "vilkår", "vilka\u030ar",
  [], {}, [[]], [null], [{}], ["garasje"], ["garasje", "garasje", 1, null], { nb: "Hei" }, { nn: "\u202e" }, { nb: 1 }, { nb: null, en: {} },
  { length: 3 }, { toString: "x" }, { valueOf: 1 }, { hasOwnProperty: 1 }, { then: "x" }, { toJSON: 1 },
  JSON.parse("{\"__proto__\": {\"vis\": [\"garasje\"], \"polluted\": 1}}"), JSON.parse("{\"constructor\": {\"prototype\": {\"polluted\": 1}}}"),
  deep(5_000), Array.from({ length: 3_000 }, () => ({})), Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`k${n}`, n])),
  undefined, Symbol("s"), () => 1, 10n, new Map(), new Date(NaN), Object.create(null), NaN, Infinity,
];
const KEYS = ["$schema", "kommune", "kontakt", "lenker", "vis", "meldinger", "vilkår", "navn", "telefon", "epost", "side", "planregister", "ved",
  "utfall", "begrep", "tiltak", "tekst", "lenke", "adresse", "gjelder", "spørsmål", "hjelp", "må-være", "høyst", "minst", "ellers", "slik", "hjemmel",
  "nb", "nn", "en", "constructor", "prototype", "toString", "vilkar", "k\u202ey", "k".repeat(100_000)];

const made = (depth) => {
  if (depth === 0 || random(3) === 0) return pick(HOSTILE);
  if (random(3) === 0) return Array.from({ length: random(4) }, () => made(depth - 1));
  const object = {};
  for (let n = random(6); n > 0; n--) object[pick(KEYS)] = made(depth - 1);
  return object;
};

// A whole configuration with one to three places spoilt.
const spoilt = () => {
  const copy = structuredClone(example);
  for (let n = 1 + random(3); n > 0; n--) {
    let at = copy;
    for (;;) {
      const keys = Object.keys(at);
      const key = !Array.isArray(at) && random(8) === 0 ? pick(KEYS) : pick(keys);
      if (Object.hasOwn(at, key) && typeof at[key] === "object" && at[key] !== null && Object.keys(at[key]).length && random(4) > 0) at = at[key];
      else {
        if (random(6) === 0) delete at[key];
        else at[key] = pick(HOSTILE);
        break;
      }
      if (typeof at !== "object") break;
    }
  }
  return copy;
};

const fail = (why, config) => {
  let shown;
  try {
    shown = JSON.stringify(config, (_, value) => (typeof value === "bigint" || typeof value === "symbol" ? String(value) : value)).slice(0, 2_000);
  } catch {
    shown = "(cannot be shown)";
  }
  process.stdout.write(`${why}\n${shown}\n`);
  process.exit(1);
};

const FIELDS = { vis: 2, kontakt: 5, lenke: 3, melding: 6, vilkar: 11, utilgjengelig: 1 };
const SAFE = /^(https:\/\/[^\s<>"]+|mailto:[^\s<>"]+|tel:\+?\d{3,15})$/;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
const clean = new Set(Object.getOwnPropertyNames(Object.prototype));
const kinds = shelves.flatMap(({ work }) => work);
let [used, refused, shut] = [0, 0, 0];

for (let round = 0; round < rounds; round++) {
  const config = round % 2 ? spoilt() : made(5);
  let result;
  try {
    result = merged([check(config, round % 5 ? shelves : undefined, [concepts, null, undefined][round % 3]), check({}, shelves)]);
  } catch (error) {
    fail(error.stack, config);
  }
  const { config: told, errors, whole } = result;
  if (Object.getOwnPropertyNames(Object.prototype).some((name) => !clean.has(name))) fail("the prototype is polluted", config);
  if (errors.length > 50) fail("too many errors", config);
  for (const { where, what, mend } of errors) {
    if (![where, what, mend].every((words) => typeof words === "string" && words.length > 0 && words.length < 1_200)) fail(`a poor message: ${where} ${what} ${mend}`.slice(0, 500), config);
    if (UNSEEN.test(where + what + mend)) fail("a message with signs that cannot be seen", config);
  }
  const given = typeof config === "object" && config !== null && Object.hasOwn(config, "vilkår") ? config["vilkår"] : undefined;
  const wanted = Array.isArray(given) ? given.length : Number(given !== undefined);
  if (whole && told.vilkår.length < wanted) fail("a condition is lost, and nobody is told", config);
  if (round % 5 && told.vis?.some((id) => !kinds.includes(id))) fail("an unknown kind is shown", config);
  if (told.meldinger.length > 30 || told.vilkår.length > 20) fail("too many", config);
  for (const language of ["nb", "nn", "en"]) {
    for (const line of lines(told, language, whole).split("\n").filter(Boolean)) {
      const fields = line.split("\t");
      if (FIELDS[fields[0]] !== fields.length) fail(`${fields.length} fields: ${line.slice(0, 300)}`, config);
      if (fields.some((field) => UNSEEN.test(field) || field.length > 2_000)) fail(`not plain, or too long: ${line.slice(0, 300)}`, config);
      const addresses = { lenke: [2], melding: [5], kontakt: [4], vilkar: [10] }[fields[0]] ?? [];
      for (const at of addresses) if (fields[at] && !SAFE.test(fields[at])) fail(`not an address: ${fields[at].slice(0, 300)}`, config);
      if (fields[0] === "kontakt" && fields[2] && !/^\d{3,15}$/.test(fields[2].replace(/\D/g, ""))) fail("not a telephone", config);
    }
  }
  used += told.vilkår.length + told.meldinger.length;
  refused += errors.length;
  shut += Number(!whole);
}
if (twice("{\"a\": {\"b\": 1, \"c\": \"\\\"b\\\":\"}, \"b\": [{\"b\": 1}, {\"b\": 2}]}") !== undefined) fail("twice where it is once");
if (twice("{\"a\": [{\"b\": 1, \"\\u0062\": 2}]}") !== "b") fail("once where it is twice");
process.stdout.write(`ok ${used} ${refused} ${shut}`);
