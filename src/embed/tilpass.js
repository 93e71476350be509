// For pages that put the guide in a frame: the frame becomes as high as the guide, and its events come to the page.
import { listen } from "./vert.js";

const base = new URL(".", import.meta.url);
const known = new WeakSet();

const take = (frame) => {
  const ours = frame.src.split("?")[0] === new URL("ramme.html", base).href;
  if (!ours || known.has(frame)) return;
  known.add(frame);
  listen(frame, base.origin, (name, detail) =>
    frame.dispatchEvent(new CustomEvent(`bus:${name}`, { bubbles: true, composed: true, detail })));
};
const all = () => document.querySelectorAll("iframe").forEach(take);

// A frame says that it is there, whenever it was put in.
addEventListener("message", ({ origin, data }) => {
  if (origin === base.origin && data?.bus === "her") all();
});
all();
