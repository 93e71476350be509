// A place in a file that can be changed where it is read, and is checked while it is written.
import { el, later, newId, words } from "./dom.js";

const PAUSE = 250;

// `change(field, value)` writes, and gives the key of what is wrong or nothing.
const watched = (input, field, change) => {
  const message = el("span", { class: "feil", id: newId() });
  const tell = (text) => {
    message.textContent = text;
    input.toggleAttribute("aria-invalid", Boolean(text));
    if (text) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", message.id);
    } else {
      input.removeAttribute("aria-describedby");
    }
  };
  const write = () => {
    if (input.value === field.value) return tell("");
    const fault = change(field, input.value);
    tell(fault === "form" ? words.form[field.shape] : fault ? words.sted : "");
    if (!fault) field.value = input.value;
  };
  const soon = later(PAUSE, write);
  input.addEventListener("input", soon);
  input.addEventListener("change", write);
  return [input, message];
};

// A number or a date, in the middle of a sentence.
export const short = (field, label, change) => {
  const input = el("input", {
    type: "text", class: "grense", "aria-label": label, "data-sted": field.place, value: field.value,
    size: Math.max(field.value.length, 5), autocomplete: "off", spellcheck: "false",
  });
  return el("span", { class: "felt" }, watched(input, field, change));
};

// A number or a date with its label before it.
export const dated = (field, label, change) => {
  const id = newId();
  const input = el("input", { type: "text", id, "data-sted": field.place, value: field.value, size: 12, autocomplete: "off" });
  return el("p", { class: "felt" }, el("label", { for: id }, label), watched(input, field, change));
};

// Words, on as many lines as they need.
export const long = (field, label, change, lang = "nb") => {
  const id = newId();
  const rows = Math.max(2, Math.ceil(field.value.length / 60));
  const area = el("textarea", { id, rows, lang, "data-sted": field.place, value: field.value });
  return el("p", { class: "felt" }, el("label", { for: id }, label), watched(area, field, change));
};
