// The parts of a form, each with its label, its help and room for what is wrong with it.
import { el, say } from "./dom.js";

const helped = (id, help) => (help ? el("p", { id: `${id}-hjelp`, class: "hjelp" }, help) : undefined);

/** One line, or several, of text. */
export const felt = ({ id, label, help, value, input, left, lines, ...rest }) => {
  const described = [help && `${id}-hjelp`, `${id}-feil`].filter(Boolean).join(" ");
  const properties = {
    id, value, "aria-describedby": described, oninput: (event) => input(event.target.value), onblur: left, ...rest,
  };
  return el("div", { class: "felt" },
    el("label", { for: id }, label), helped(id, help),
    lines ? el("textarea", { rows: lines, ...properties }) : el("input", { type: "text", autocomplete: "off", ...properties }),
    el("p", { id: `${id}-feil`, class: "feil", hidden: true }));
};

/** One of several, all in sight. */
export const valg = ({ name, label, value, options, change, compact }) =>
  el("fieldset", { class: compact ? "valg rad" : "valg", id: `valg-${name}` },
    el("legend", {}, label),
    options.map((option) => {
      const id = `${name}-${option.value || "vanlig"}`;
      return el("div", { class: "alternativ" },
        el("input", {
          type: "radio", id, name, value: option.value, checked: option.value === value,
          "aria-describedby": option.help ? `${id}-hjelp` : undefined,
          onchange: () => change(option.value),
        }),
        el("label", { for: id }, option.label), helped(id, option.help));
    }));

/** On or off. */
export const kryss = ({ id, label, help, value, change }) =>
  el("div", { class: "alternativ" },
    el("input", {
      type: "checkbox", id, checked: value, "aria-describedby": help ? `${id}-hjelp` : undefined,
      onchange: (event) => change(event.target.checked),
    }),
    el("label", { for: id }, label), helped(id, help));

/** One of many: `options` are `[value, label]`, or `{ label, options }` for a group of them. */
export const liste = ({ id, label, help, value, options, change }) => {
  const one = (option) => (Array.isArray(option)
    ? el("option", { value: option[0], selected: option[0] === value }, option[1])
    : el("optgroup", { label: option.label }, option.options.map(one)));
  return el("div", { class: "felt" },
    el("label", { for: id }, label), helped(id, help),
    el("select", { id, "aria-describedby": help ? `${id}-hjelp` : undefined, onchange: (event) => change(event.target.value) },
      options.map(one)));
};

/** Text to take with one press. `told` hears what happened. */
export const kopi = ({ id, what, text, lines }) => {
  const told = el("span", { role: "status", class: "kopiert" });
  const area = el("pre", { id, class: lines ? "kode" : "kode kort", role: "group", tabindex: "0", "aria-label": what }, el("code", {}, text));
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(area.textContent);
      told.textContent = say("kopiert");
    } catch {
      getSelection().selectAllChildren(area);
      told.textContent = say("kopier-selv");
    }
    setTimeout(() => (told.textContent = ""), 6000);
  };
  return el("div", { class: "kopi" }, area,
    el("p", { class: "knapper" },
      el("button", { type: "button", class: "hoved", id: `kopier-${id}`, onclick: copy, "aria-label": say("kopier-hva", { hva: what }) }, say("kopier")), told));
};
