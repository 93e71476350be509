// The preview: a page in a frame, as wide as a telephone or as a screen, and as small as the room for it.
import { byId, el, later, say } from "./dom.js";

const WIDTHS = { telefon: 375, skjerm: 1024 };
const HEIGHTS = { telefon: 667, skjerm: 820 };
const PAUSE = 200;

export class Visning {
  #frame = el("iframe", { src: "forhandsvisning.html" });
  #ready = false;
  #last;
  #width = "telefon";

  constructor() {
    addEventListener("message", ({ source, origin, data }) => {
      if (source !== this.#frame.contentWindow || origin !== location.origin || data !== "klar") return;
      this.#ready = true;
      this.#send();
    });
    for (const width of Object.keys(WIDTHS)) byId(`bredde-${width}`).addEventListener("click", () => this.#choose(width));
    byId("scene").append(this.#frame);
    new ResizeObserver(() => this.#fit()).observe(byId("scene"));
    this.#fit();
  }

  #choose(width) {
    this.#width = width;
    for (const other of Object.keys(WIDTHS)) byId(`bredde-${other}`).setAttribute("aria-pressed", String(other === width));
    this.#fit();
  }

  #fit() {
    const [width, height] = [WIDTHS[this.#width], HEIGHTS[this.#width]];
    const scale = Math.min(1, byId("scene").clientWidth / width);
    Object.assign(this.#frame.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` });
    byId("scene").style.height = `${Math.ceil(height * scale)}px`;
    byId("scene").dataset.bredde = this.#width;
  }

  #send() {
    if (this.#ready && this.#last) this.#frame.contentWindow.postMessage(this.#last, location.origin);
  }

  #soon = later(PAUSE, () => this.#send());

  name() {
    this.#frame.title = say("ramme-tittel");
  }

  /** What to show: attributes as pairs, what stands inside as text, and the language of the page around. */
  show(attributter, oppsett, lang) {
    this.#last = { attributter, oppsett, lang };
    this.#soon();
  }
}
