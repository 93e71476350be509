/**
 * Defines `<bygg-uten-a-soke>` from the guide's script at an address, such as
 * `/assets/bygg-uten-a-soke/veiviser/veiviser.js`. Fails where the script cannot be fetched.
 */
export declare const load: (address: string | URL) => Promise<void>;
