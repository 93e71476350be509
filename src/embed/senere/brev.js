// A text that can be read and changed, copied, and opened as an e-mail where there is somebody to send it to. What the resident
// has written in it is not lost: where an answer is changed afterwards, that is said, and the text that goes with the answers
// is one press away.
import { el } from "../dom.js";
import { button, contact, copy, mail, status, tick } from "./deling.js";
import { link } from "./lenke.js";

// The text as we make it now (`made`), as it was when the resident began to write (`from`), and as it stands (`text`).
// `linked` is the link to the answers where the resident wants it there.
const begin = ({ state }, key, made, link, add) => {
  const kept = state.letters.get(key);
  const now = kept?.linked ? add(made) : made;
  const whole = { made: now, from: now, text: now, linked: kept?.linked ? link : "" };
  if (kept && kept.text !== kept.from) {
    const anew = (text) => (kept.linked ? text.replace(kept.linked, () => link) : text);
    Object.assign(whole, { from: anew(kept.from), text: anew(kept.text) });
  }
  state.letters.set(key, whole);
  return whole;
};

// To somebody, where the municipality has told of an address.
const mailed = (context, subject, area, copied) => {
  const to = contact(context);
  if (!to.mail) return [];
  const way = el("a", { className: "ds-button" }, to.name ? context.word("ta-med-epost-til", { hvem: to.name }) : context.word("ta-med-åpne-epost"));
  way.dataset.variant = "secondary";
  const now = () => mail(to.mail, subject, area.value, context.word("ta-med-lim-inn"));
  const aim = () => (way.href = now().href);
  way.addEventListener("click", () => {
    aim();
    if (!now().fits) copied();
  });
  aim();
  return [way];
};

const ways = (context, subject, area) => {
  const line = status();
  const copied = () => copy(context, area.value, line, context.word("ta-med-tekst-kopiert"), area);
  const mails = mailed(context, subject, area, copied);
  const copying = button(context.word("ta-med-kopier-tekst"), copied, mails.length > 0 ? "tertiary" : "secondary");
  const help = mails.map(() => el("p", { className: "dempet" }, context.word("ta-med-epost-hjelp")));
  return [el("div", { className: "knapper" }, ...mails, copying), ...help, line];
};

// What the resident wrote went with other answers.
const outdated = (context, fresh) => {
  const box = el("div", { className: "ta-med-brev ta-med-status" });
  const press = () => {
    box.remove();
    fresh();
  };
  box.append(el("p", {}, context.word("ta-med-egen-tekst")), el("div", { className: "knapper" }, button(context.word("ta-med-ny-tekst"), press)));
  return box;
};

/** The letter that is known by a name. `replace` puts something else where we have written something. */
export const letter = (context, { name, subject, body }) => {
  const greeting = `\n\n${context.word("ta-med-hilsen")}`;
  const answers = `\n\n${context.word("ta-med-svarene-her", { lenke: link(context) })}`;
  // At the end where the resident has taken our greeting away.
  const add = (text) => (text.includes(greeting) ? text.replace(greeting, () => answers + greeting) : text + answers);
  const whole = begin(context, `${context.language}\t${name}`, body, answers, add);
  const area = el("textarea", { className: "ds-input ta-med-tekst", rows: 12, value: whole.text, oninput: () => (whole.text = area.value) });
  const change = (how) => {
    for (const part of ["made", "from", "text"]) whole[part] = how(whole[part]);
    area.value = whole.text;
  };
  const fresh = () => {
    area.value = whole.from = whole.text = whole.made;
    area.focus();
  };
  const more = tick(context.word("ta-med-med-lenke"), (yes) => {
    whole.linked = yes ? answers : "";
    change(yes ? add : (text) => text.replace(answers, ""));
  }, whole.linked !== "");
  const label = el("label", { className: "ta-med-felt" }, el("span", { className: "ds-label" }, context.word("ta-med-teksten")), area);
  const notice = whole.from === whole.made ? [] : [outdated(context, fresh)];
  const dom = el("div", { className: "ta-med-brev" }, more, ...notice, label, ...ways(context, subject, area));
  return { dom, replace: (before, after) => change((text) => text.replace(before, () => after)) };
};
