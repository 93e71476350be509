// The address look-up, where the municipality has turned it on: says what is sent to whom before it is sent, tells which
// municipality and property an address is, and leads to the plan register. It answers no question of the law, and that
// nothing is found never means that nothing stands in the way.

import { el } from "./dom.js";

const WORDS = {
  nb: {
    title: "Finn eiendommen din (valgfritt)",
    told: "Når du trykker «Slå opp», sendes det du har skrevet til {hos}, og ikke noe annet sted. Svarene dine i veiviseren blir ikke sendt.",
    address: "Adresse",
    hint: "For eksempel Storgata 1, Lillehammer",
    look: "Slå opp",
    looking: "Slår opp …",
    write: "Skriv en adresse på minst tre tegn.",
    none: "{hos} fant ingen adresse som ligner. Sjekk skrivemåten, eller prøv med stedet i tillegg. At vi ikke fant adressen, sier ingenting om hva som gjelder der.",
    failed: "Vi fikk ikke svar fra {hos}. Prøv igjen om litt. Du kan svare på spørsmålene uten å slå opp.",
    many: "Velg adressen din:",
    property: "{adresse} er gårdsnummer {gnr}, bruksnummer {bnr} i {kommune}.",
    elsewhere: "Adressen ligger i {kommune}, ikke i kommunen denne siden gjelder. Bruk sidene til {kommune} for å finne planene.",
    plans: "Se planene for eiendommen i planregisteret",
    noPlans: "Planene for eiendommen finner du i planregisteret på nettsidene til {kommune}.",
    use: "Oppslaget svarer ikke på noe av det veiviseren spør om. Bruk gårds- og bruksnummeret når du leter i planregisteret eller spør kommunen.",
  },
  nn: {
    title: "Finn eigedomen din (valfritt)",
    told: "Når du trykkjer «Slå opp», blir det du har skrive, sendt til {hos}, og ingen annan stad. Svara dine i vegvisaren blir ikkje sende.",
    address: "Adresse",
    hint: "Til dømes Storgata 1, Lillehammer",
    look: "Slå opp",
    looking: "Slår opp …",
    write: "Skriv ei adresse på minst tre teikn.",
    none: "{hos} fann inga adresse som liknar. Sjekk skrivemåten, eller prøv med staden i tillegg. At vi ikkje fann adressa, seier ingenting om kva som gjeld der.",
    failed: "Vi fekk ikkje svar frå {hos}. Prøv igjen om litt. Du kan svare på spørsmåla utan å slå opp.",
    many: "Vel adressa di:",
    property: "{adresse} er gardsnummer {gnr}, bruksnummer {bnr} i {kommune}.",
    elsewhere: "Adressa ligg i {kommune}, ikkje i kommunen denne sida gjeld. Bruk sidene til {kommune} for å finne planane.",
    plans: "Sjå planane for eigedomen i planregisteret",
    noPlans: "Planane for eigedomen finn du i planregisteret på nettsidene til {kommune}.",
    use: "Oppslaget svarar ikkje på noko av det vegvisaren spør om. Bruk gards- og bruksnummeret når du leitar i planregisteret eller spør kommunen.",
  },
  en: {
    title: "Find your property (optional)",
    told: "When you press “Look up”, what you have written is sent to {hos} and nowhere else. Your answers in the guide are not sent.",
    address: "Address",
    hint: "For example Storgata 1, Lillehammer",
    look: "Look up",
    looking: "Looking up …",
    write: "Write an address of at least three characters.",
    none: "{hos} found no such address. Check the spelling, or add the place. That we did not find the address says nothing about what applies there.",
    failed: "{hos} did not answer. Try again in a while. You can answer the questions without looking anything up.",
    many: "Choose your address:",
    property: "{adresse} is farm number (gårdsnummer) {gnr}, title number (bruksnummer) {bnr} in {kommune}.",
    elsewhere: "The address is in {kommune}, not in the municipality that this page is for. Use the website of {kommune} to find the plans.",
    plans: "See the plans for the property in the plan register",
    noPlans: "You find the plans for the property in the plan register on the website of {kommune}.",
    use: "The look-up answers none of the guide's questions. Use the two numbers when you search the plan register or ask the municipality.",
  },
};
const PATIENCE = 8000;
const SHOWN = 5;

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank);
// Kartverket writes municipalities in capitals, each official name after the other.
const named = (capitals) => capitals.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase()).replace(/ (Og|I) /g, (word) => word.toLowerCase());

// One answer of the service; a server's fault is tried once more.
const ask = async (address, left = 1) => {
  const answer = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(PATIENCE) });
  if (answer.status >= 500 && left > 0) return ask(address, left - 1);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
};

const text = (value) => (typeof value === "string" && value.length < 200 ? value : "");
const whole = (value) => (Number.isSafeInteger(value) && value > 0 ? String(value) : "");
// What is not of the documented shape counts as no answer.
const read = (json) => {
  if (!Array.isArray(json?.adresser)) throw new Error("adresser");
  return json.adresser.slice(0, SHOWN).map((one) => ({
    adresse: [text(one?.adressetekst), text(one?.poststed)].filter(Boolean).map((part, n) => (n ? named(part) : part)).join(", "),
    number: text(one?.kommunenummer),
    kommune: named(text(one?.kommunenavn)),
    gnr: whole(one?.gardsnummer),
    bnr: whole(one?.bruksnummer),
  })).filter((one) => one.adresse && /^\d{4}$/.test(one.number) && one.kommune && one.gnr && one.bnr);
};

// The look-up as a part of the page. `municipality` and `plans` are what the page says of itself.
const lookup = async ({ language, folder, municipality, plans }) => {
  const { adresser, hos } = await (await fetch(new URL("oppslag.json", folder), { credentials: "omit" })).json();
  const words = WORDS[language];
  const say = (name, blanks) => fill(words[name], { hos, ...blanks });

  const said = el("div", { role: "status" });
  const show = (...parts) => said.replaceChildren(...parts);
  const line = (name, blanks) => el("p", {}, say(name, blanks));

  const tell = (one) => {
    const here = !municipality || one.number === municipality;
    const parts = [line("property", one)];
    if (!here) parts.push(line("elsewhere", one));
    else if (plans) parts.push(el("p", {}, el("a", { className: "ds-link", href: plans, rel: "noopener" }, say("plans"))));
    else parts.push(line("noPlans", one));
    show(...parts, line("use"));
  };
  const choose = (found) => {
    if (found.length === 0) return show(line("none"));
    if (found.length === 1) return tell(found[0]);
    const rows = found.map((one) => {
      const button = el("button", { type: "button", className: "lenke" }, `${one.adresse} (${one.kommune})`);
      button.addEventListener("click", () => tell(one));
      return el("li", {}, button);
    });
    show(line("many"), el("ul", { className: "ds-list" }, ...rows));
  };

  const input = el("input", { className: "ds-input", type: "text", id: "adresse", autocomplete: "street-address", maxLength: 120 });
  input.setAttribute("aria-describedby", "adresse-form");
  const hint = el("p", { id: "adresse-form" }, say("hint"));
  hint.dataset.field = "description";
  const form = el("form", { noValidate: true },
    el("p", {}, say("told")),
    el("div", { className: "ds-field" }, el("label", { className: "ds-label", htmlFor: "adresse" }, say("address")), hint, input),
    el("div", { className: "knapper" }, el("button", { type: "submit", className: "ds-button" }, say("look"))));
  form.querySelector("button").dataset.variant = "secondary";

  let asked = 0;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const sought = input.value.trim();
    if (sought.length < 3) return show(line("write"));
    const mine = ++asked;
    show(line("looking"));
    const address = new URL(adresser);
    address.search = new URLSearchParams({ sok: sought, treffPerSide: SHOWN, fuzzy: true });
    const answer = await ask(address).then(read).then((found) => () => choose(found), () => () => show(line("failed")));
    if (mine === asked) answer();
  });
  const details = el("details", { className: "ds-details adresse" }, el("summary", {}, say("title")), el("div", {}, form, said));
  const block = el("section", { className: "bus oppslag", lang: language, ariaLabel: say("title") }, details);
  block.dataset.size = "md";
  return block;
};

/** Puts the look-up below the guide; in another language it begins afresh. */
export const place = async (element, { language, folder, says: { own, kommune }, isStale }) => {
  const shown = () => element.shadowRoot.querySelector(".oppslag");
  if (shown()?.lang === language) return;
  const plans = own?.match(/^lenke\tplanregister\t(.*)$/m)?.[1];
  const block = await lookup({ language, folder, plans, municipality: element.getAttribute("kommune") ?? kommune });
  if (isStale()) return;
  shown()?.remove();
  element.shadowRoot.append(block);
};
