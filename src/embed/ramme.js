// The page in a frame: its address says what the element's attributes would. It tells its height, and its events where the
// address asks for them, to the page that has greeted it; before that only that it is here, which is no secret.
import "./veiviser.js";
import { ALL, ASKED } from "./attributes.js";

const TITLES = { nb: "Kan jeg bygge uten å søke?", nn: "Kan eg byggje utan å søkje?", en: "Can I build without applying?" };
const asked = new URLSearchParams(location.search);
const framed = parent !== window;
// Alone in a window nobody vouches for who the municipality is said to be: a link could say anything.
const allowed = framed ? ALL : ASKED;

let host;
const tell = (bus, detail) => host && parent.postMessage({ bus, detail }, host);

const main = document.querySelector("main");
const guide = document.createElement("bygg-uten-a-soke");
for (const name of allowed) if (asked.has(name)) guide.setAttribute(name, asked.get(name));
guide.setAttribute("reserve", "nei");
if (asked.get("lang") in TITLES) {
  document.documentElement.lang = asked.get("lang");
  document.title = TITLES[asked.get("lang")];
}

const height = () => tell("hoyde", Math.ceil(main.getBoundingClientRect().height));
let ready;
addEventListener("message", ({ source, origin, data }) => {
  if (!framed || source !== parent || data?.bus !== "hei") return;
  host = origin === "null" ? undefined : origin;
  height();
  if (ready) tell("klar", ready);
});
guide.addEventListener("bus:klar", ({ detail }) => tell("klar", (ready = detail)));
if (asked.has("hendelser")) {
  for (const name of ["steg", "utfall"]) guide.addEventListener(`bus:${name}`, ({ detail }) => tell(name, detail));
}
new ResizeObserver(height).observe(main);
main.append(guide);
if (framed) parent.postMessage({ bus: "her" }, "*");
