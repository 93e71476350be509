/** What an answer comes to. Anything but the first two: the resident may not just begin. */
export type Outcome =
{{UTFALL}};

/** `bus:klar`: the guide has started. */
export interface Klar {
  /** The edition of the code. */
  kode: string;
  /** The edition of the rules. */
  regler: string;
}

/** `bus:steg`: the resident has come to another step. */
export interface Steg {
  /** Its number. */
  steg: number;
  /** The kind of work. */
  tiltak: string;
}

/** One of several kinds of work in a project. */
export interface Del {
  tiltak: string;
  utfall: Outcome;
}

/** `bus:utfall`: an answer is shown. None of the resident's own answers is in it. */
export interface Utfall {
  /** The kind of work that decides. */
  tiltak: string;
  /** The outcome of all together. */
  utfall: Outcome;
  /** The rule that decides. */
  regel: string;
  /** The day from which that rule holds, as YYYY-MM-DD. */
  gjelderFra: string;
  /** Each kind of work with its own outcome. */
  deler: Del[];
  /** The edition of the rules. */
  utgave: string;
  /** The hash of the rules. */
  regler: string;
}

/** The events of the element. They bubble, and leave shadow roots. */
export interface ByggUtenASokeEventMap {
{{HENDELSER}}
}

/** The attributes of the element. */
export interface ByggUtenASokeAttributes {
{{ATTRIBUTTER}}
}

/** The element `<bygg-uten-a-soke>`. It is told everything in attributes, and has no properties of its own. */
export interface ByggUtenASokeElement extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    "bygg-uten-a-soke": ByggUtenASokeElement;
  }
  interface HTMLElementEventMap extends ByggUtenASokeEventMap {}
  interface DocumentEventMap extends ByggUtenASokeEventMap {}
}
