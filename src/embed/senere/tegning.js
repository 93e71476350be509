// The drawing beside the questions: a section and a plan, to scale, with measures that can be dragged. What is drawn comes
// as lines (see `Scene::lines`); this builds it, listens to finger and keys, and says aloud when a limit is broken or kept.

import { el } from "../dom.js";

const SVG = "http://www.w3.org/2000/svg";
const STEP = 100;
const BIG_STEP = 1000;
// The drawing is made for this size of text, and grows with the resident's own; where there is room it grows a little more.
const TEXT = 18;
const ROOMY_TEXT = 16;
const ROOMY = 22;
const NARROWEST = 280;
const WIDEST = 900;

const drawings = new WeakMap();

/** Shows the drawing as it is now; what is shown already is left alone. */
export const show = (context) => {
  const known = drawings.get(context.root);
  if (known?.language === context.language) {
    known.stand();
    known.use(context);
    return;
  }
  known?.leave();
  const made = drawing(context);
  drawings.set(context.root, made);
};

const svg = (tag, attributes, ...children) => {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
const px = (tenths) => String(Number(tenths) / 10);

const drawing = (first) => {
  let context = first;
  const { language, root, word } = first;
  const views = el("div", { className: "visninger" });
  const help = el("p", { className: "dra" }, word("tegning-dra"));
  const list = el("ul", { className: "ds-list" });
  const details = el("details", { className: "ds-details" }, el("summary", {}, word("tegning-i-ord")), el("div", {}, list));
  const status = el("p", { className: "opplest" });
  status.setAttribute("role", "status");
  const title = first.heading(word("tegning-tittel"));
  title.dataset.size = "xs";
  const section = el("section", { className: "bus tegning", lang: language, ariaLabel: word("tegning-tittel"), hidden: true },
    title, el("div", { className: "prøveplass" }), help, views, details, status);
  section.dataset.size = "md";
  root.append(section);

  const shown = new Map();
  let text = "";
  let broken;
  let held;
  let frame = 0;

  const redraw = () => {
    frame = 0;
    // The guide has ended; it may begin again, and then this is asked for anew.
    if (!section.isConnected) return;
    const { width, factor } = room(section, views);
    const fresh = context.scene(width, held);
    if (fresh === text) return;
    text = fresh;
    section.hidden = !fresh;
    const scene = read(fresh);
    for (const [name, view] of shown) {
      if (scene.views.some((one) => one.name === name)) continue;
      view.figure.remove();
      shown.delete(name);
    }
    for (const one of scene.views) {
      if (!shown.has(one.name)) shown.set(one.name, viewOf(one.name, word, grab));
      const view = shown.get(one.name);
      if (!view.figure.isConnected) views[one.name === "section" ? "prepend" : "append"](view.figure);
      view.fill(one, factor);
    }
    help.hidden = !scene.views.some((one) => one.handles.length);
    list.replaceChildren(...scene.spoken.map((line) => inWords(line, word)));
    announce(scene);
  };

  // Only what has changed sides is read aloud, and nothing the first time.
  const announce = ({ spoken }) => {
    const now = new Map(spoken.map((line) => [line.name, line]));
    const turned = spoken.find((line) => broken?.has(line.name) && broken.get(line.name) !== (line.state === "broken"));
    broken = new Map([...now].map(([name, line]) => [name, line.state === "broken"]));
    if (!turned) return;
    const limits = turned.limits.filter((limit) => limit.broken).map((limit) => limit.words).join("; ");
    const key = turned.state === "broken" ? "tegning-brytes" : "tegning-holdes";
    status.textContent = word(key, { navn: turned.name, verdi: turned.value, grense: limits });
  };

  const soon = () => {
    if (!frame) frame = requestAnimationFrame(redraw);
  };
  // A handle that is taken hold of: the scale rests until it is let go.
  const grab = {
    hold: (view) => {
      held = { ...held, [view.name]: { scale: view.scale, level: view.level } };
    },
    letGo: () => {
      held = undefined;
      soon();
    },
    change: (concept, amount) => context.change(concept, amount),
  };

  const watch = new ResizeObserver(soon);
  watch.observe(section);
  watch.observe(root.host ?? root);
  soon();
  return {
    language,
    use: (fresh) => {
      context = fresh;
      soon();
    },
    stand: () => section.isConnected || root.append(section),
    leave: () => {
      watch.disconnect();
      cancelAnimationFrame(frame);
      section.remove();
    },
  };
};

// How wide the drawing may be, in its own pixels, and what one of them is worth here.
const room = (section, views) => {
  const measured = (section.hidden ? section.parentNode.host ?? section.parentNode : views).clientWidth ?? NARROWEST;
  const size = Number.parseFloat(getComputedStyle(section).fontSize) || TEXT;
  const growth = Math.max(1, size / (measured / size > ROOMY ? ROOMY_TEXT : TEXT));
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(measured / growth)));
  return { width, factor: Math.min(growth, measured / width) };
};

/** The lines of a scene as data. */
export const read = (text) => {
  const scene = { views: [], spoken: [] };
  for (const line of text.split("\n").filter(Boolean)) {
    const [kind, ...fields] = line.split("\t");
    const view = scene.views.at(-1);
    if (kind === "view") {
      const [name, width, height, scale, level] = fields;
      scene.views.push({ name, width: Number(width), height: Number(height), scale: Number(scale), level: Number(level), shapes: [], labels: [], items: [], handles: [], notes: [] });
    } else if (kind === "shape") view.shapes.push(fields);
    else if (kind === "label") view.labels.push(fields);
    else if (kind === "item") view.items.push(fields);
    else if (kind === "handle") view.handles.push(handleOf(fields));
    else if (kind === "note") view.notes.push(fields[0]);
    else if (kind === "spoken") {
      const [state, name, value, ...limits] = fields;
      scene.spoken.push({ state, name, value, limits: pairs(limits).map(([broken, words]) => ({ broken: broken === "1", words })) });
    }
  }
  return scene;
};

const pairs = (fields) => fields.flatMap((field, n) => (n % 2 ? [] : [[field, fields[n + 1]]]));

const handleOf = (fields) => {
  const [role, concept, x, y, reach, axis, sign, scale, amount, known, most, name, value, faults, kept, stops] = fields;
  const numbers = { concept, x, y, reach, sign, scale, amount, most };
  for (const [key, text] of Object.entries(numbers)) numbers[key] = Number(text);
  return { role, axis, known: known === "1", name, value, faults, kept, stops: stops ? stops.split(",").map(Number) : [], ...numbers };
};

/** What a handle comes to, moved by so many tenths of a pixel; as `Handle::moved`. */
export const moved = ({ amount, sign, scale, most }, tenths) => {
  const by = (sign * tenths * scale) / 10;
  const steps = Math.sign(by) * Math.floor((Math.abs(by) + STEP / 2) / STEP);
  if (steps === 0) return amount;
  const start = steps > 0 ? Math.floor(amount / STEP) : Math.ceil(amount / STEP);
  return Math.min(Math.max((start + steps) * STEP, 0), Math.max(most, amount));
};

const viewOf = (name, word, grab) => {
  const words = word(name === "section" ? "tegning-snitt" : "tegning-plan");
  const patterns = svg("defs", {}, pattern(name));
  const drawn = svg("g", { "aria-hidden": "true" });
  const written = svg("g", { "aria-hidden": "true" });
  const gripped = svg("g", { class: "grep" });
  const picture = svg("svg", { role: "group", "aria-label": words, focusable: "false" }, patterns, drawn, written, gripped);
  const items = el("ol", { className: "tall" });
  const notes = el("div", { className: "merknader" });
  const figure = el("figure", { className: "visning" }, el("figcaption", {}, words), picture, items, notes);
  const handles = new Map();
  const view = { figure, name };

  view.fill = (fresh, factor) => {
    Object.assign(view, { scale: fresh.scale, level: fresh.level });
    picture.setAttribute("viewBox", `0 0 ${px(fresh.width)} ${px(fresh.height)}`);
    picture.setAttribute("width", (fresh.width / 10) * factor);
    picture.setAttribute("height", (fresh.height / 10) * factor);
    drawn.replaceChildren(...fresh.shapes.map((fields) => shape(fields, name)));
    written.replaceChildren(...fresh.labels.map(label));
    items.replaceChildren(...fresh.items.map(([number, fault, text]) => {
      const item = el("li", { value: Number(number) }, text);
      if (fault === "1") item.dataset.fault = "";
      return item;
    }));
    items.hidden = !fresh.items.length;
    notes.replaceChildren(...fresh.notes.map((note) => el("p", {}, note)));
    for (const [concept, handle] of handles) {
      if (fresh.handles.some((one) => one.concept === concept)) continue;
      handle.element.remove();
      handles.delete(concept);
    }
    for (const one of fresh.handles) {
      if (!handles.has(one.concept)) {
        handles.set(one.concept, handle(view, picture, word, grab));
        gripped.append(handles.get(one.concept).element);
      }
      handles.get(one.concept).fill(one);
    }
  };
  return view;
};

/** The views of the case as it is answered, drawn for paper of a width in pixels: pictures with a name, and nothing to drag. */
export const pictures = (context, width) => read(context.scene(width, undefined, context.kase)).views.map((one) => {
  const view = viewOf(one.name, context.word, {});
  view.fill(one, 1);
  view.figure.querySelector(".grep").remove();
  view.figure.querySelector("svg").setAttribute("role", "img");
  return view.figure;
});

// The hatch of what breaks a limit. Its name is within the shadow root, once for each view.
const pattern = (name) => svg("pattern", { id: `skravur-${name}`, width: "7", height: "7", patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
  svg("rect", { class: "skravur-bunn", width: "7", height: "7" }), svg("rect", { class: "skravur", width: "2.4", height: "7" }));

const shape = ([ink, form, ...numbers], name) => {
  const points = pairs(numbers).map(([x, y]) => `${px(x)} ${px(y)}`);
  const look = { class: ink };
  if (ink === "broken-zone") look.fill = `url(#skravur-${name})`;
  if (form === "rect") {
    const [x, y, width, height] = numbers.map(px);
    return svg("rect", { ...look, x, y, width, height });
  }
  if (form === "circle") {
    const [cx, cy, r] = numbers.map(px);
    return svg("circle", { ...look, cx, cy, r });
  }
  return svg("path", { ...look, d: `M${points.join("L")}${form === "polygon" ? "Z" : ""}` });
};

const LINE = 17;
const label = ([x, y, width, height, anchor, mark, ...lines]) => {
  const [left, top, wide, high] = [x, y, width, height].map((tenths) => Number(tenths) / 10);
  const group = svg("g", { class: "tekst" });
  if (mark && mark !== "!") group.append(number(left + wide / 2, top + high / 2, mark));
  const written = pairs(lines);
  const marked = mark === "!" ? written.findIndex(([pen]) => pen === "fault") : -1;
  const isStart = anchor === "start" || mark === "!";
  written.forEach(([pen, words], n) => {
    if (n === marked) group.append(warning(left + 8, top + LINE * n + 8.5));
    const at = { x: isStart ? left + (n === marked ? 22 : 0) : left + wide / 2, y: top + LINE * n + 13, class: pen };
    group.append(svg("text", { ...at, "text-anchor": isStart ? "start" : "middle" }, words));
  });
  return group;
};

// A fault is told by a shape as well as by a colour.
const warning = (x, y) => svg("g", { class: "varsel" },
  svg("circle", { cx: x, cy: y, r: "8" }), svg("path", { d: `M${x - 3.4} ${y - 3.4}l6.8 6.8M${x + 3.4} ${y - 3.4}l-6.8 6.8` }));

const number = (x, y, words) => svg("g", { class: "nummer" },
  svg("circle", { cx: x, cy: y, r: "9" }), svg("text", { x, y: y + 4.5, "text-anchor": "middle" }, words));

// A handle is made once and then only moved, so that focus and finger stay on it.
const handle = (view, picture, word, grab) => {
  const target = svg("rect", { class: "treff" });
  const ring = svg("circle", { class: "ring", r: "14" });
  const knob = svg("circle", { class: "knott", r: "8" });
  const arrows = svg("path", { class: "piler" });
  const element = svg("g", { role: "slider", tabindex: "0" }, target, ring, knob, arrows);
  let now;
  let drag;

  const fill = (fresh) => {
    now = fresh;
    const upright = fresh.axis === "vertical";
    element.setAttribute("transform", `translate(${px(fresh.x)} ${px(fresh.y)})`);
    element.setAttribute("aria-label", fresh.name);
    element.setAttribute("aria-orientation", fresh.axis);
    element.setAttribute("aria-valuemin", "0");
    element.setAttribute("aria-valuemax", String(Math.max(fresh.most, fresh.amount) / 1000));
    element.setAttribute("aria-valuenow", String(fresh.amount / 1000));
    const key = !fresh.known ? "tegning-grep-ukjent" : fresh.faults ? "tegning-grep-brutt" : "tegning-grep";
    element.setAttribute("aria-valuetext", word(key, { verdi: fresh.value, grense: fresh.faults || fresh.kept }));
    element.setAttribute("class", ["håndtak", fresh.axis, fresh.faults && "brutt", !fresh.known && "ukjent"].filter(Boolean).join(" "));
    const reach = fresh.reach / 10;
    for (const [name, value] of [["x", -reach], ["y", -reach], ["width", reach * 2], ["height", reach * 2]]) target.setAttribute(name, value);
    arrows.setAttribute("d", upright ? "M-3 -1.5L0 -4.5L3 -1.5M-3 1.5L0 4.5L3 1.5" : "M-1.5 -3L-4.5 0L-1.5 3M1.5 -3L4.5 0L1.5 3");
  };

  const change = (amount) => {
    if (amount !== now.amount || !now.known) grab.change(now.concept, amount);
  };

  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || drag) return;
    event.preventDefault();
    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
    element.classList.add("holdes");
    const worth = picture.viewBox.baseVal.width / picture.getBoundingClientRect().width;
    drag = { id: event.pointerId, x: event.clientX, y: event.clientY, worth, from: now, sent: now.amount, frame: 0 };
    grab.hold(view);
  });
  element.addEventListener("pointermove", (event) => {
    if (drag?.id !== event.pointerId) return;
    const way = drag.from.axis === "vertical" ? event.clientY - drag.y : event.clientX - drag.x;
    drag.wanted = moved(drag.from, way * drag.worth * 10);
    if (!drag.frame) drag.frame = requestAnimationFrame(send);
  });
  const send = () => {
    if (!drag) return;
    drag.frame = 0;
    if (drag.wanted === undefined || drag.wanted === drag.sent) return;
    drag.sent = drag.wanted;
    grab.change(now.concept, drag.wanted);
  };
  const end = () => {
    if (!drag) return;
    cancelAnimationFrame(drag.frame);
    send();
    drag = undefined;
    element.classList.remove("holdes");
    grab.letGo();
  };
  const giveUp = () => {
    if (!drag) return;
    drag.wanted = drag.from.amount;
    end();
  };
  // Some browsers know `touch-action` only of boxes, and a handle is none.
  element.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
  element.addEventListener("pointerup", end);
  element.addEventListener("lostpointercapture", end);
  element.addEventListener("pointercancel", giveUp);

  element.addEventListener("keydown", (event) => {
    if (drag) {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      return giveUp();
    }
    const to = keyed(now, event);
    if (to === undefined) return;
    event.preventDefault();
    change(to);
  });
  return { element, fill };
};

// Up and right make a measure greater, wherever it is drawn. Home is the smallest, End its limit.
const keyed = (handle, { key, shiftKey, ctrlKey, metaKey, altKey }) => {
  if (ctrlKey || metaKey || altKey) return undefined;
  const step = shiftKey ? BIG_STEP : STEP;
  const by = { ArrowUp: step, ArrowRight: step, ArrowDown: -step, ArrowLeft: -step, PageUp: BIG_STEP, PageDown: -BIG_STEP }[key];
  if (by !== undefined) {
    const even = (by > 0 ? Math.floor : Math.ceil)(handle.amount / STEP) * STEP;
    return Math.max(0, even + by);
  }
  if (key === "Home") return 0;
  if (key === "End") return handle.stops.length ? handle.stops[0] : handle.most;
  return undefined;
};

const inWords = ({ name, value, state, limits }, word) => {
  const item = el("li", {}, el("span", {}, `${name}: `), el("strong", {}, state === "unknown" ? word("tegning-ikke-svart") : value));
  if (limits.length) item.append(`. ${word("tegning-grense", { grense: limits.map((limit) => limit.words).join("; ") })}`);
  if (state === "broken") item.append(" ", el("span", { className: "feil" }, word("tegning-utenfor")));
  else if (state === "kept" && limits.length) item.append(" ", word("tegning-innenfor"));
  item.dataset.state = state;
  return item;
};
