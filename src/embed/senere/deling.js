// Ways out of the page, each only when the resident presses: the clipboard, a file, an e-mail that is opened and not sent.
import { el } from "../dom.js";

// Longer addresses are cut by some programs without a word.
const LONGEST_MAIL = 1800;

/** A message that is heard, and takes no room before there is one. */
export const status = () => {
  const line = el("p", { className: "ta-med-status" });
  line.setAttribute("role", "status");
  return line;
};

/** A button. */
export const button = (words, press, variant = "secondary") => {
  const made = el("button", { type: "button", className: "ds-button", onclick: press }, words);
  made.dataset.variant = variant;
  return made;
};

/** What opens when it is pressed. */
export const fold = (title, ...content) =>
  el("details", { className: "ds-details" }, el("summary", {}, title), el("div", {}, ...content));

/** Copies a text. Where that is not allowed the text is shown and marked, to be copied by hand. */
export const copy = async (context, text, line, done, shown) => {
  try {
    await navigator.clipboard.writeText(text);
    line.replaceChildren(done);
  } catch {
    const area = shown ?? el("textarea", { readOnly: true, rows: 3, className: "ds-input", value: text });
    if (!shown) area.setAttribute("aria-label", context.word("ta-med-til-kopiering"));
    line.replaceChildren(context.word("ta-med-kopier-selv"));
    if (!shown) line.after(area);
    line.parentNode.querySelectorAll("textarea[readonly]").forEach((old) => old !== area && old.remove());
    area.focus();
    area.select();
  }
};

/** Gives the resident a file. */
export const download = (name, type, text) => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  el("a", { href: address, download: name }).click();
  // Some browsers read the file only after the press is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** The name of a file: what it is and which work, in letters that every system can write. */
export const fileName = (what, id, day, end) => `${what}-${id}-${day}.${end}`;

const address = (to, subject, body) =>
  `mailto:${encodeURIComponent(to).replaceAll("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;

/** An address that opens an e-mail, with something shorter where there is no room for the whole text, and whether there is. */
export const mail = (to, subject, body, shorter) => {
  const whole = address(to, subject, body);
  const fits = whole.length < LONGEST_MAIL;
  return { href: fits ? whole : address(to, subject, shorter), fits };
};

/** The municipality's contact point, as far as it has told of one. */
export const contact = ({ own }) => {
  const line = (own ?? "").split("\n").find((line) => line.startsWith("kontakt\t"));
  const [, name = "", telephone = "", mail = "", page = ""] = (line ?? "").split("\t");
  return { name, telephone, mail, page };
};

/** A box to tick. */
export const tick = (words, change, checked = false) => {
  const box = el("input", { type: "checkbox", className: "ds-input", checked, onchange: () => change(box.checked) });
  return el("label", { className: "ta-med-kryss" }, box, el("span", {}, words));
};
