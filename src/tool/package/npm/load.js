/**
 * Defines <bygg-uten-a-soke> from the guide's script at an address: its other files are fetched from where it lies.
 * Asked for again, the guide is not fetched again.
 */
export const load = async (address) => {
  const { href } = new URL(address, globalThis.document?.baseURI);
  await import(/* @vite-ignore */ /* webpackIgnore: true */ href);
  await customElements.whenDefined("bygg-uten-a-soke");
};
