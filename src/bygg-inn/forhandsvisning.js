// The element as the editor has it so far, on a page as wide as a telephone or a screen. Only the page around it tells it what
// to show; what attributes cannot say stands inside it, for here it has no address.
const main = document.querySelector("main");
let shown = [];
let config;
let guide;

const made = (attributes, json) => {
  const element = document.createElement("bygg-uten-a-soke");
  for (const [name, value] of attributes) element.setAttribute(name, value);
  if (json) {
    const data = document.createElement("script");
    data.type = "application/json";
    data.textContent = json;
    element.append(data);
  }
  return element;
};

// The attributes that changed, so that what has been answered stays.
const change = (attributes) => {
  const names = attributes.map(([name]) => name);
  for (const [name] of shown) if (!names.includes(name)) guide.removeAttribute(name);
  for (const [name, value] of attributes) if (guide.getAttribute(name) !== value) guide.setAttribute(name, value);
};

addEventListener("message", ({ origin, source, data }) => {
  if (origin !== location.origin || source !== parent || !Array.isArray(data?.attributter)) return;
  document.documentElement.lang = data.lang;
  main.lang = data.lang;
  if (guide && config === data.oppsett) {
    change(data.attributter);
  } else {
    guide = made(data.attributter, data.oppsett);
    main.replaceChildren(guide);
  }
  [shown, config] = [data.attributter, data.oppsett];
});
parent.postMessage("klar", location.origin);
