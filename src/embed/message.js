// What to say where the guide cannot run. Written here, because the words themselves may be what could not be fetched.

const WORDS = {
  nb: {
    blocked: "Veiviseren kunne ikke starte på denne siden.",
    newer: "Reglene er nyere enn denne utgaven av veiviseren. Last siden på nytt, eller prøv igjen senere.",
    owner: "Til deg som eier siden: Content-Security-Policy må tillate",
  },
  nn: {
    blocked: "Vegvisaren kunne ikkje starte på denne sida.",
    newer: "Reglane er nyare enn denne utgåva av vegvisaren. Last sida på nytt, eller prøv igjen seinare.",
    owner: "Til deg som eig sida: Content-Security-Policy må tillate",
  },
  en: {
    blocked: "The guide could not start on this page.",
    newer: "The rules are newer than this edition of the guide. Reload the page, or try again later.",
    owner: "For the owner of this page: the Content-Security-Policy must allow",
  },
};

/** A short message in the language, with the exact words that the page's policy needs. */
export const message = (language, error, origin) => {
  const words = WORDS[language];
  const made = document.createElement("p");
  made.setAttribute("role", "status");
  made.lang = language;
  if (String(error?.message ?? error) === "format") {
    made.append(words.newer);
    return made;
  }
  const policy = document.createElement("code");
  policy.append(`script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`);
  made.append(`${words.blocked} ${words.owner} `, policy, ".");
  return made;
};
