// Plain text: letters, and nothing that turns the page around, hides, or breaks a line.

// Control signs, signs that turn the direction of writing, that cannot be seen, and halves of letters.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** Text on one line, as it may be shown. */
export const clean = (text) => text.replace(/\s+/gu, " ").replace(UNSEEN, "").normalize("NFC").trim();

/** Whether a text holds what [`clean`] would take away. */
export const hidesSomething = (text) => text.search(UNSEEN) >= 0;
