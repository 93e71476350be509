// A requirement as it is read: sentences with the numbers in them ready to be changed.
import { el, say, words } from "./dom.js";
import { short } from "./felt.js";

export const sentence = ({ all, any, one }, change) => {
  const several = all ?? any;
  if (!several) return el("p", { class: "setning" }, parts(one, change));
  const list = el("ul", {}, several.map((part) => el("li", {}, sentence(part, change))));
  return el("div", { class: "flere" }, el("p", {}, words[all ? "alle" : "minst-én"]), list);
};

const parts = (list, change) => {
  let said = "";
  return list.flatMap(({ name, word, quoted, field }, at) => {
    if (field) return [short(field, say("grense", { hva: said.trim() }), change), " "];
    const text = name ?? (word !== undefined ? (words.krav[word] ?? word) : `«${quoted}»`);
    said += `${text} `;
    const comma = quoted !== undefined && list[at + 1]?.quoted !== undefined;
    return [name ? el("strong", {}, text) : text, comma ? ", " : " "];
  });
};

// The same in plain words, for where nothing is changed.
export const plain = (given) => sentence(given, () => "sted");
