// What the page's policy forbids of ours is kept, so that its owner can be told.
import { base } from "./fetching.js";

// Directives of `Content-Security-Policy`, by what they were to allow.
export const forbidden = new Set();
const hear = ({ blockedURI, effectiveDirective }) => {
  const ours = blockedURI === "wasm-eval" || blockedURI.startsWith(new URL(base).origin);
  if (ours) forbidden.add(effectiveDirective);
};
document.addEventListener("securitypolicyviolation", hear);
/** Everything has come: nothing of ours listens to the page any more. */
export const settled = () => document.removeEventListener("securitypolicyviolation", hear);
