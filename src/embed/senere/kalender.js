// What to do before, while and after, with dates where the resident has told when, and as a file for the calendar.
import { el } from "../dom.js";
import { button, download, fileName, fold, status } from "./deling.js";
import { link } from "./lenke.js";
import { answered, daysAfter, following, longDate, names } from "./sak.js";

const WHEN = ["før", "mens", "etter"];
const FREE = ["unntatt-fra-søknadsplikt", "ikke-tiltak"];

// What an entry is known by, so that the same entry with another day takes its place, and that of another case does not.
const seed = ({ state }) => (state.seed ??= crypto.getRandomValues(new Uint32Array(4)).join());

const stamp = () => `${new Date().toISOString().replace(/\W/g, "").slice(0, 15)}Z`;

// The items that concern this case, those before it only where it has not begun. Some say what a consequence already says.
const items = (context, all) =>
  context.data("ta-med").filter(([sort, , when]) => sort === "gjøremål" && !(all.begun && when === "før")).flatMap(([, id, when, from, days, warn, limit, same, needs, concepts, title, text, law, linked]) => {
    const source = names(same).length > 0 ? following(all, names(same)) : undefined;
    const concerns = (names(same).length === 0 || source) && (names(needs).length === 0 || following(all, names(needs)));
    if (!concerns || !answered(all.parts, names(concepts))) return [];
    const told = { title: title || source?.name, text: text || source?.action, law: law || source?.law };
    return [{ id, when, from, days: Number(days), warn, limit: limit === "frist", linked, ...told }];
  });

// What should have been done already is for today.
const dated = (context, dates, { from, days, limit }) => {
  if (!dates[from]) return "";
  const day = daysAfter(dates[from], days);
  return !limit && day < context.today && dates[from] >= context.today ? context.today : day;
};

const timing = (context, dates, item) => {
  const day = dated(context, dates, item);
  if (item.limit) return day ? context.word("ta-med-senest", { dato: longDate(day, context.language) }) : context.word("ta-med-fire-uker");
  return day ? longDate(day, context.language) : "";
};

const row = (context, dates, item) => {
  const when = timing(context, dates, item);
  const about = [when, item.law].filter(Boolean).join(" · ");
  return el("li", {}, el("strong", {}, item.title), ...(about ? [el("p", { className: "dempet" }, about)] : []), el("p", {}, item.text));
};

const lists = (context, dates, all) => WHEN.flatMap((when) => {
  const of = items(context, all).filter((item) => item.when === when);
  if (of.length === 0) return [];
  const list = el("ul", { className: "ds-list punkter" }, ...of.map((item) => row(context, dates, item)));
  return [el("p", { className: "finn-tittel" }, context.word(`ta-med-${when}`)), list];
});

// The answers go with the one entry that says to open them again; a calendar is often kept by somebody else.
const events = (context, dates, all) =>
  items(context, all).flatMap((item) => {
    const day = dated(context, dates, item);
    return day ? [[item.id, day, item.warn, item.title, item.text, item.linked ? link(context) : ""].join("\t")] : [];
  });

/** A date that several parts of the page share. */
export const dateField = (context, name, dates) => {
  const input = el("input", { type: "date", className: "ds-input", value: dates[name] });
  input.addEventListener("input", () => dates.set(name, input.value));
  dates.heard.push(() => input.value !== dates[name] && (input.value = dates[name]));
  const words = context.word(name === "start" ? "ta-med-startdato" : "ta-med-ferdigdato");
  return el("label", { className: "ta-med-felt" }, el("span", { className: "ds-label" }, words), input);
};

/** The dates of a case, which live as long as the page. */
export const newDates = () => {
  const dates = { start: "", ferdig: "", heard: [] };
  dates.set = (name, value) => {
    dates[name] = value;
    dates.heard.forEach((hear) => hear());
  };
  return dates;
};

/** The list, where the resident may go ahead. */
export const todo = (context, all, dates) => {
  if (!FREE.includes(all.outcome)) return undefined;
  const body = el("div", { className: "ta-med-liste" });
  const line = status();
  const draw = () => {
    const turned = dates.start && dates.ferdig && dates.ferdig < dates.start;
    line.replaceChildren(turned ? context.word("ta-med-ferdig-før-start") : "");
    body.replaceChildren(...lists(context, dates, all));
  };
  dates.heard.push(draw);
  const save = button(context.word("ta-med-kalender"), () => {
    const told = events(context, dates, all);
    if (told.length === 0) return line.replaceChildren(context.word("ta-med-kalender-uten"));
    const file = context.later.calendar(seed(context), stamp(), told.join("\n"));
    download(fileName("huskeliste", all.parts[0].id, context.today, "ics"), "text/calendar;charset=utf-8", file);
    return line.replaceChildren(context.word("ta-med-kalender-lastet-ned"));
  });
  draw();
  const asks = all.begun ? ["ferdig"] : ["start", "ferdig"];
  const asked = el("div", { className: "ta-med-datoer" }, ...asks.map((name) => dateField(context, name, dates)));
  return fold(context.word("ta-med-gjøremål-tittel"), el("p", {}, context.word("ta-med-datoer-hjelp")), asked, body, save, line);
};
