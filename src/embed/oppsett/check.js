// Holds a configuration against what it may say. What is right is kept, what is wrong is told: where, what, and how to mend it.
import { address, isMail, LONGEST_ADDRESS, telephone } from "./address.js";
import { fault, oneOf, rename, renamed, shown } from "./fault.js";
import { clean } from "./plain.js";

/** The outcomes that a notice may stand at: those that the event `bus:utfall` tells. */
export const OUTCOMES = [
  "unntatt-fra-søknadsplikt", "ikke-tiltak", "unntatt-når-annet-er-i-orden", "søknad-uten-ansvarsrett",
  "søknad-med-ansvarsrett", "søknad", "uavklart",
];
/** The links that a municipality may give. */
export const LINKS = ["planregister", "soknad", "gebyr", "arkiv"];
/** The parts of the contact point. */
export const CONTACT = ["navn", "telefon", "epost", "side"];
const KEYS = ["$schema", "kommune", "kontakt", "lenker", "vis", "meldinger", "vilkår"];
const LANGUAGES = ["nb", "nn", "en"];
const LONGEST = { text: 500, name: 100 };
const MOST = { meldinger: 30, vilkår: 20, feil: 50 };
const WEB = ["https:"];
const ANY = ["https:", "mailto:", "tel:"];

/**
 * A configuration, the kinds of work shelf by shelf (`[{ id, work: [id, …] }, …]`; left out, their names are not checked), and
 * the concepts of the rules by name (`{ form, tiltak }`: how each is answered, and which kinds of work it judges; left out,
 * they are not checked; `null` where they could not be had, and then no condition may rest on one).
 * `config` is what can be used; `errors` are `{ where, what, mend }`; `whole` is false where a condition, or what may have been
 * one, had to be left out, so that nothing may be green. Pure, and never throws.
 */
export const check = (config, kinds, concepts) => {
  const checking = new Checking(kinds, concepts);
  const told = checking.all(config);
  return { config: told, errors: checking.errors.slice(0, MOST.feil), whole: checking.whole };
};

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);
const has = (object, key) => own(object, key) !== undefined;
const under = (where, key) => (where ? `${where}.${key}` : key);

class Checking {
  errors = [];
  whole = true;
  #kinds;
  #shelves;
  #concepts;

  constructor(kinds, concepts) {
    this.#concepts = concepts;
    this.#shelves = Array.isArray(kinds) ? kinds : undefined;
    this.#kinds = this.#shelves?.flatMap(({ work }) => work);
  }

  // Tells a fault; what was wrong is left out.
  #wrong(where, what, mend) {
    this.errors.push(fault(where, what, mend));
    return undefined;
  }

  all(config) {
    if (!isObject(config)) {
      this.whole = false;
      this.#wrong("oppsett", `Oppsettet er ${shown(config)}.`, "Oppsettet må være et JSON-objekt: { … }.");
      return {};
    }
    // A misspelt key may have held conditions.
    const strange = Object.keys(config).filter((key) => !KEYS.includes(key));
    if (strange.some((key) => typeof config[key] === "object" && config[key] !== null)) this.whole = false;
    this.#keys("", config, KEYS);
    const before = this.errors.length;
    const vilkår = this.#list("", config, "vilkår", (...one) => this.#condition(...one));
    if (this.errors.length > before) this.whole = false;
    return {
      kommune: this.#number(config),
      kontakt: this.#part(config, "kontakt", CONTACT, (...one) => this.#contact(...one)),
      lenker: this.#part(config, "lenker", LINKS, (...one) => this.#address(...one, ANY)),
      vis: this.#shown(config),
      meldinger: this.#list("", config, "meldinger", (...one) => this.#notice(...one)),
      vilkår,
    };
  }

  #keys(where, object, known) {
    const strange = Object.keys(object).filter((key) => !known.includes(key));
    for (const key of strange.slice(0, MOST.feil)) {
      this.#wrong(under(where, clean(key.slice(0, 40))), `Nøkkelen ${shown(key)} er ikke kjent.`, rename(key, known));
    }
  }

  // An object of some parts, each checked by itself.
  #part(config, key, names, each) {
    if (!has(config, key)) return {};
    const part = config[key];
    if (!isObject(part)) {
      this.#wrong(key, `Her står ${shown(part)}.`, `Skriv et objekt, for eksempel { "${names[0]}": "…" }.`);
      return {};
    }
    this.#keys(key, part, names);
    const told = {};
    for (const name of names.filter((name) => has(part, name))) {
      const value = each(under(key, name), part, name);
      if (value !== undefined) told[name] = value;
    }
    return told;
  }

  // A list of things, each whole or left out.
  #list(where, object, key, each) {
    if (!has(object, key)) return [];
    const [list, here] = [object[key], under(where, key)];
    if (!Array.isArray(list)) return this.#wrong(here, `Her står ${shown(list)}.`, "Skriv en liste: [ … ].") ?? [];
    if (list.length > MOST[key]) {
      this.#wrong(here, `Listen er for lang: ${list.length}.`, `Ta bort noen. Det er plass til ${MOST[key]}.`);
    }
    return Array.from(list.slice(0, MOST[key]), (one, n) => {
      const at = `${here}[${n}]`;
      if (isObject(one)) return each(at, one);
      return this.#wrong(at, `Her står ${shown(one)}.`, "Skriv et objekt: { … }.");
    }).filter(Boolean);
  }

  // Makes one thing, and leaves it out where anything in it was wrong.
  #whole(make) {
    const before = this.errors.length;
    const made = make();
    return this.errors.length === before ? made : undefined;
  }

  #missing(where, key) {
    return this.#wrong(where, `«${key}» mangler.`, `Legg til «${key}».`);
  }

  #required(where, object, keys) {
    for (const key of keys) if (!has(object, key)) this.#missing(where, key);
  }

  // A text in one language, or in several.
  #text(where, object, key, longest = LONGEST.text) {
    const [value, here] = [own(object, key), under(where, key)];
    if (value === undefined) return undefined;
    if (!isObject(value)) return this.#words(here, value, longest);
    this.#keys(here, value, LANGUAGES);
    const told = {};
    for (const language of LANGUAGES.filter((language) => has(value, language))) {
      const words = this.#words(under(here, language), value[language], longest);
      if (words) told[language] = words;
    }
    if (!Object.keys(value).length) return this.#wrong(here, "Teksten er tom.", `Skriv { "nb": "…" }, eller bare teksten.`);
    return Object.keys(told).length ? told : undefined;
  }

  #words(where, value, longest) {
    if (typeof value !== "string") {
      return this.#wrong(where, `Her står ${shown(value)}.`, "Skriv en tekst i anførselstegn.");
    }
    // Counted as the schema counts; most are far from the limit.
    const length = value.length > 2 * longest ? value.length : [...value].length;
    if (length > longest) {
      return this.#wrong(where, `Teksten er for lang: ${length} tegn.`, `Kort den ned til ${longest} tegn.`);
    }
    return clean(value) || this.#wrong(where, "Teksten er tom.", "Skriv noe, eller ta bort nøkkelen.");
  }

  // A word that must be one of a few.
  #choice(where, object, key, known) {
    const value = own(object, key);
    if (value === undefined) return undefined;
    if (known.includes(value)) return value;
    const mend = typeof value === "string" ? rename(value, known) : `Bruk ${oneOf(known)}.`;
    return this.#wrong(under(where, key), `${shown(value)} kan ikke stå her.`, mend);
  }

  #address(where, object, key, allowed) {
    const value = own(object, key);
    if (value === undefined) return undefined;
    if (typeof value !== "string") return this.#wrong(where, `Her står ${shown(value)}.`, "Skriv adressen i anførselstegn.");
    if (value.length > LONGEST_ADDRESS) {
      return this.#wrong(where, `Adressen er for lang: ${value.length} tegn.`, `Bruk en adresse på høyst ${LONGEST_ADDRESS} tegn.`);
    }
    const forms = allowed === WEB ? "https://" : "https://, mailto: eller tel:";
    return address(value.trim(), allowed)
      ?? this.#wrong(where, `Adressen ${shown(value)} kan ikke brukes.`, `Skriv hele adressen. Den må begynne med ${forms}.`);
  }

  #contact(where, part, name) {
    if (name === "navn") return this.#text("kontakt", part, name, LONGEST.name);
    if (name === "side") return this.#address(where, part, name, WEB);
    const text = this.#words(where, part[name], LONGEST.name);
    if (text === undefined) return undefined;
    if (name === "telefon") {
      return telephone(text) ? text : this.#wrong(where, `${shown(text)} er ikke et telefonnummer.`, "Skriv bare tall, for eksempel «55 55 55 55».");
    }
    return isMail(text) ? text : this.#wrong(where, `${shown(text)} er ikke en e-postadresse.`, "Skriv én adresse, for eksempel «post@kommunen.no».");
  }

  #number(config) {
    const number = own(config, "kommune");
    if (number === undefined || (typeof number === "string" && /^\d{4}$/.test(number))) return number;
    return this.#wrong("kommune", `${shown(number)} er ikke et kommunenummer.`, "Skriv fire siffer i anførselstegn, for eksempel «4601».");
  }

  // Kinds of work by name, or a whole shelf by its; in the order of the rules. None that is known is the same as none.
  #work(where, list) {
    const known = this.#kinds && [...this.#kinds, ...this.#shelves.map(({ id }) => id)];
    const wanted = new Set();
    list.forEach((id, n) => {
      const at = `${where}[${n}]`;
      if (typeof id !== "string" || !/^[a-zæøå0-9-]{1,100}$/.test(id.normalize("NFC"))) {
        this.#wrong(at, `Her står ${shown(id)}.`, "Skriv navnet på et tiltak, for eksempel «garasje».");
      } else if (known && !known.includes(id.normalize("NFC"))) {
        this.#wrong(at, `Tiltaket ${shown(id)} finnes ikke.`, rename(id, known));
      } else {
        const name = id.normalize("NFC");
        for (const kind of this.#shelves?.find((shelf) => shelf.id === name)?.work ?? [name]) wanted.add(kind);
      }
    });
    return this.#kinds ? this.#kinds.filter((id) => wanted.has(id)) : [...wanted];
  }

  #shown(config) {
    if (!has(config, "vis")) return undefined;
    const list = config.vis;
    if (!Array.isArray(list)) {
      return this.#wrong("vis", `Her står ${shown(list)}.`, "Skriv en liste med tiltak, for eksempel [\"garasje\", \"levegg\"].");
    }
    const kinds = this.#work("vis", list.slice(0, 200));
    if (kinds.length) return kinds;
    return this.#wrong("vis", "Listen har ingen tiltak som finnes, så alle vises.", "Skriv minst ett tiltak, eller ta bort «vis».");
  }

  #link(where, value) {
    if (value === undefined) return undefined;
    if (!isObject(value)) {
      return this.#wrong(where, `Her står ${shown(value)}.`, "Skriv { \"tekst\": \"…\", \"adresse\": \"https://…\" }.");
    }
    this.#keys(where, value, ["tekst", "adresse"]);
    this.#required(where, value, ["tekst", "adresse"]);
    const tekst = this.#text(where, value, "tekst", LONGEST.name);
    const adresse = this.#address(under(where, "adresse"), value, "adresse", ANY);
    return tekst && adresse && { tekst, adresse };
  }

  // Kept where its place and its words are right, whatever is wrong with its link.
  #notice(where, notice) {
    this.#keys(where, notice, ["ved", "tekst", "lenke"]);
    this.#required(where, notice, ["ved", "tekst"]);
    const ved = this.#place(under(where, "ved"), own(notice, "ved"));
    const tekst = this.#text(where, notice, "tekst");
    const lenke = this.#link(under(where, "lenke"), own(notice, "lenke"));
    return ved && ved[1] !== undefined && tekst && { ved, tekst, lenke };
  }

  // Where a notice stands, as a sort and a name.
  #place(where, place) {
    if (place === undefined || place === "alltid") return place && ["alltid", ""];
    const sorts = ["utfall", "begrep", "tiltak"];
    if (!isObject(place) || Object.keys(place).length !== 1) {
      const mend = "Skriv \"alltid\", eller ett av { \"utfall\": … }, { \"begrep\": … } og { \"tiltak\": … }.";
      return this.#wrong(where, isObject(place) ? "Her må det stå én nøkkel." : `Her står ${shown(place)}.`, mend);
    }
    this.#keys(where, place, sorts);
    const sort = sorts.find((sort) => has(place, sort));
    if (sort === "utfall") return [sort, this.#choice(where, place, sort, OUTCOMES)];
    if (sort === "begrep") return [sort, this.#concept(where, place)];
    if (sort !== "tiltak") return undefined;
    const known = this.#kinds ?? [];
    const id = typeof place.tiltak === "string" ? place.tiltak.normalize("NFC") : "";
    if (/^[a-zæøå0-9-]{1,100}$/.test(id) && (!this.#kinds || known.includes(id))) return [sort, id];
    return this.#wrong(under(where, sort), `Tiltaket ${shown(place.tiltak)} finnes ikke.`, rename(place.tiltak, known));
  }

  #concept(where, object) {
    const [id, here] = [own(object, "begrep"), under(where, "begrep")];
    if (id === undefined) return undefined;
    const name = typeof id === "string" ? id.normalize("NFC") : "";
    if (!/^[a-zæøå0-9-]{1,100}$/.test(name)) {
      return this.#wrong(here, `${shown(id)} er ikke navnet på et begrep.`, "Skriv navnet med små bokstaver og bindestrek, for eksempel «bebygd-areal».");
    }
    if (!this.#concepts || Object.hasOwn(this.#concepts, name)) return name;
    return this.#wrong(here, `Reglene har ikke noe begrep som heter ${shown(name)}.`, renamed(name, Object.keys(this.#concepts)) ?? "Alle navnene står i regler/begreper.json, der veiviseren ligger.");
  }

  // Whether a concept is answered so, and judges the work: a condition on another would never be held against any answer.
  #about(where, condition, { begrep, krav, gjelder }) {
    if (begrep === undefined || this.#concepts === undefined) return gjelder;
    if (this.#concepts === null) {
      return this.#wrong(under(where, "begrep"), "Reglenes begreper kunne ikke hentes.", "Sjekk nettet, og last siden på nytt.");
    }
    const { form, tiltak } = this.#concepts[begrep];
    const [key, value] = krav;
    if (form === "valg" || form === "dato") {
      return this.#wrong(under(where, "begrep"), `${shown(begrep)} er verken ja eller nei eller et mål.`, "Bruk et eget «spørsmål».");
    }
    if ((form === "ja-nei") !== (key === "må-være")) {
      return this.#wrong(under(where, key), `${shown(begrep)} besvares ${form === "ja-nei" ? "med ja eller nei" : "med et tall"}.`, form === "ja-nei" ? "Skriv «må-være»." : "Skriv «høyst» eller «minst».");
    }
    const unit = value.match(/[^\d ,]+$/)?.[0];
    if (key !== "må-være" && unit && unit !== form) {
      return this.#wrong(under(where, key), `${shown(begrep)} måles i ${form}, ikke i ${unit}.`, form === "antall" ? "Skriv bare tallet." : `Skriv for eksempel «36 ${form}».`);
    }
    return this.#judged(under(where, "gjelder"), condition.gjelder, gjelder, begrep, tiltak);
  }

  // Of a whole shelf, the kinds of work that the concept judges; one that is named itself must be among them.
  #judged(where, written, kinds, concept, judged) {
    if (kinds === "alle" && judged.length > 0) return kinds;
    const of = kinds === "alle" ? [] : kinds.filter((kind) => judged.includes(kind));
    const idle = kinds !== "alle" && written.find((id) => typeof id === "string" && kinds.includes(id.normalize("NFC")) && !judged.includes(id.normalize("NFC")));
    if (of.length > 0 && !idle) return of;
    const mend = judged.length > 0 && judged.length <= 12 ? `Det vurderer bare ${oneOf(judged)}.` : "Velg et annet begrep, eller et eget «spørsmål».";
    return this.#wrong(where, `${shown(concept)} vurderer ${idle ? `ikke ${shown(idle)}` : "ingen av tiltakene"}.`, mend);
  }

  #condition(where, condition) {
    const before = this.errors.length;
    return this.#whole(() => {
      const asks = has(condition, "spørsmål");
      const about = ["gjelder", "navn", "ellers", "tekst", "slik", "hjemmel", "lenke"];
      const key = asks ? "spørsmål" : "begrep";
      const limits = asks ? ["må-være"] : ["høyst", "minst", "må-være"];
      this.#keys(where, condition, [...about, key, ...limits, ...(asks ? ["hjelp"] : [])]);
      this.#required(where, condition, about.slice(0, -1));
      if (!asks && !has(condition, "begrep")) {
        this.#wrong(where, "Vilkåret har verken «spørsmål» eller «begrep».", "Legg til et eget «spørsmål», eller et «begrep» fra reglene.");
      }
      const gjelder = this.#appliesTo(under(where, "gjelder"), own(condition, "gjelder"));
      const krav = this.#limit(where, condition, limits);
      const begrep = this.#concept(where, condition);
      const isRight = this.errors.length === before;
      return {
        gjelder: isRight ? this.#about(where, condition, { begrep, krav, gjelder }) : undefined,
        krav,
        begrep,
        ellers: this.#choice(where, condition, "ellers", ["søk", "avklares"]),
        navn: this.#text(where, condition, "navn", LONGEST.name),
        spørsmål: this.#text(where, condition, "spørsmål"),
        hjelp: this.#text(where, condition, "hjelp"),
        tekst: this.#text(where, condition, "tekst"),
        slik: this.#text(where, condition, "slik"),
        hjemmel: this.#text(where, condition, "hjemmel"),
        lenke: this.#address(under(where, "lenke"), condition, "lenke", WEB),
      };
    });
  }

  #appliesTo(where, value) {
    if (value === undefined || value === "alle") return value;
    if (Array.isArray(value) && value.length > 0) return this.#work(where, value.slice(0, 200));
    return this.#wrong(where, `Her står ${shown(value)}.`, "Skriv \"alle\", eller en liste med tiltak, for eksempel [\"garasje\"].");
  }

  // What is required: a yes or no, or a limit with its unit.
  #limit(where, condition, limits) {
    const told = limits.filter((key) => has(condition, key));
    if (told.length !== 1) {
      const what = told.length ? `Her står både ${told.map((key) => `«${key}»`).join(" og ")}.` : "Kravet mangler.";
      return this.#wrong(where, what, `Skriv ett av ${oneOf(limits)}.`);
    }
    const [key] = told;
    if (key === "må-være") return [key, this.#choice(where, condition, key, ["ja", "nei"])];
    const value = condition[key];
    if (typeof value === "string" && /^\d{1,3}(?: ?\d{3}){0,2}(,\d{1,3})?( (m|m²|%))?$/.test(value.normalize("NFC"))) return [key, value.normalize("NFC")];
    return this.#wrong(under(where, key), `${shown(value)} er ikke et mål.`, "Skriv tallet med komma og enhet i anførselstegn, for eksempel «36,0 m²».");
  }
}
