// Defines <bygg-uten-a-soke>. The guide's own files lie in a folder beside this module, and are fetched from there when the
// page runs: a bundler that moves this module needs that folder copied beside the bundle (README.md), or see load.js.
import { load } from "./load.js";

// Not in `new URL` as it stands: a bundler would take the one file with it, and leave its neighbours behind.
const beside = "./bygg-uten-a-soke/veiviser/veiviser.js";

// On a server that renders pages there are no elements, and nothing to do.
if (globalThis.customElements) load(new URL(beside, import.meta.url));
