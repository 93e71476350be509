// The first question as plain DOM, in the same shape as the app gives it, so that nothing moves when it takes over.

const el = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

const SVG = "http://www.w3.org/2000/svg";
const drawn = (path) => {
  const [svg, line] = ["svg", "path"].map((tag) => document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries({ class: "tegning", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" })) svg.setAttribute(name, value);
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
};

/**
 * The question, and `done()`: what has been chosen, typed and pressed in it. `want` hears which work is chosen; `show` are the
 * ids of the work that is shown, all where there are none.
 */
export const firstQuestion = ({ named, shelves, language, level, project, want, show }) => {
  const word = (name) => named.get(name) ?? name;
  const chosen = named.get(`tiltak.${project}`);
  let pressed = "";

  const radio = (row, label) =>
    el("div", { class: "ds-field valg", "data-variant": "outline" },
      el("input", { class: "ds-input", type: "radio", id: `f0-${row}`, name: "f0", value: row }),
      el("label", { class: "ds-label", for: `f0-${row}` }, label));

  const work = () => {
    let place = 0;
    const all = el("div", { role: "radiogroup", "aria-labelledby": "tittel", class: "hyller" },
      ...shelves.flatMap(({ name, drawing, work }) => {
        const rows = work.map((id) => [place++, id]).filter(([, id]) => !show || show.includes(id));
        return rows.length ? el("details", { class: "ds-details hylle" },
          el("summary", {}, drawn(drawing), name),
          el("div", {}, el("div", { class: "rader spalter" }, ...rows.map(([place, id]) => radio(place, word(`tiltak.${id}`)))))) : [];
      }));
    all.firstChild.open = true;
    all.addEventListener("change", ({ target }) => want(target.value));
    return [
      el("div", { class: "ds-field søk" },
        el("label", { class: "ds-label", for: "f0" }, word("søk")),
        el("input", { class: "ds-input", type: "search", autocomplete: "off", id: "f0" }),
        el("p", { role: "status" })),
      all,
    ];
  };

  const date = () =>
    el("div", { class: "ds-field annet" },
      el("label", { class: "ds-label", for: "f0" }, word("dato-begynt")),
      el("p", { "data-field": "description", id: "f0-form" }, word("dato-form")),
      el("input", { class: "ds-input", type: "text", inputmode: "decimal", autocomplete: "off", size: 12, id: "f0", "aria-describedby": "f0-form" }));

  const start = () => {
    const field = el("fieldset", { class: "ds-fieldset", "aria-labelledby": "tittel" },
      el("p", { "data-field": "description", id: "f0-hjelp" }, word("hvorfor-når")),
      el("div", { class: "rader" }, radio(0, word("ikke-begynt")), radio(1, word("begynt"))));
    field.querySelector("input").checked = true;
    field.addEventListener("change", ({ target }) => {
      if (target.type !== "radio") return;
      field.querySelector(".annet")?.remove();
      if (target.value === "1") field.append(date());
    });
    return field;
  };

  const other = () => {
    const button = el("button", { type: "button", class: "lenke" }, word("velg-noe-annet"));
    button.addEventListener("click", () => (pressed = "annet"));
    const about = word("det-gjelder").replace("{tiltak}", chosen);
    return el("p", { class: "gjelder" }, about, ...(show?.length === 1 ? [] : [" ", button]));
  };

  const title = el(`h${level}`, { class: "ds-heading", id: "tittel", tabindex: "-1" },
    word(chosen ? "når-begynner-arbeidet" : "hva-vil-du-bygge"));
  const form = el("form", { class: "skjerm", novalidate: "true" },
    title,
    el("p", { class: "innledning" }, word("innledning")),
    ...(chosen ? [other(), start()] : work()),
    el("div", { class: "knapper" }, el("button", { type: "submit", class: "ds-button" }, word("neste"))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    pressed = "neste";
  });

  return {
    dom: el("section", { class: "bus", "data-size": "md", lang: language, "aria-label": word("veiviseren") }, form, el("div", { class: "status" })),
    done: () => ({
      chosen: form.querySelector("input:checked")?.value,
      typed: form.querySelector("#f0")?.value ?? "",
      pressed,
      open: [...form.querySelectorAll(".hylle")].map((shelf) => shelf.open),
    }),
  };
};
