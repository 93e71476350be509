// The attributes of the element. Each is a parameter of the frame's address too.
export const ASKED = ["tiltak", "lang", "kommune", "overskriftsniva"];
// What the municipality says of itself, and the colours it wants: each has code of its own, fetched where it is used.
export const OWN = [
  "oppsett", "vis", "kontakt-navn", "kontakt-telefon", "kontakt-epost", "kontakt-side", "planregister", "soknad", "gebyr", "arkiv",
];
export const THEME = ["farge", "tema", "modus"];
export const ALL = [...ASKED, ...OWN, ...THEME, "adresse-oppslag", "forhandsvisning"];
