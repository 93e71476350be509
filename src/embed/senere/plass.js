// Where the drawing stands: beside the questions where the element is wide enough for both, else below them.

// In `em` of the guide's own text.
const WIDE = 62;
const beside = Object.assign(new CSSStyleSheet(), { along: true });
beside.replaceSync(`
:host { column-gap: 2.5em; display: grid; grid-template-columns: minmax(0, 44em) minmax(17.5rem, 1fr); }
:host > * { grid-column: 1; }
:host > .bus.tegning { align-self: start; margin-block-start: 0; grid-column: 2; grid-row: 1 / span 9; inset-block-start: 1rem; max-block-size: calc(100vh - 2rem); overflow-y: auto; position: sticky; }`);

const watched = new WeakSet();
const fit = (root) => {
  const drawn = root.querySelector(".bus.tegning");
  const size = Number.parseFloat(getComputedStyle(drawn ?? root.host).fontSize);
  const wide = drawn && !drawn.hidden && root.host.clientWidth >= WIDE * size;
  const worn = root.adoptedStyleSheets.includes(beside);
  if (wide && !worn) root.adoptedStyleSheets.push(beside);
  if (!wide && worn) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== beside);
};

export const lay = ({ root }) => {
  if (!watched.has(root)) {
    watched.add(root);
    // In the next frame: what changes its own size while it is told of it, the page would be told of as an error.
    new ResizeObserver(() => requestAnimationFrame(() => fit(root))).observe(root.host);
  }
  fit(root);
};
