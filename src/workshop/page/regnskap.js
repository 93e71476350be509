// What the change does to every answer there is, one kind of work at a time, while the page stays quick.
import { byId, count, el, fill, say, today, words, written } from "./dom.js";

const row = ({ way, from, to, cause, shares, example }) => el("li", { class: way },
  el("span", { class: "vei" }, words.vei[way]), ` ${from} → `, el("strong", {}, to),
  el("dl", {},
    [["for-eksempel", example], ["årsak", cause], ["andel", shares]].map(([key, text]) =>
      el("div", {}, el("dt", {}, say(key)), " ", el("dd", {}, text)))));

const rows = (list) => el("ul", { class: "saker" }, list.map(row));

// A kind of work that changes; the first is open.
const kind = ({ name, date }, { totals, told, summed, undecided }, open) => el("details", { open },
  el("summary", {}, el("h4", {}, name), " ",
    date !== today() && el("span", { class: "dempet" }, say("på-dagen", { dato: written(date) })), " ", totals),
  told.length > 0 && rows(told),
  summed && el("details", {}, el("summary", {}, summed), rows(undecided)));

const listed = (names) => [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" og ");

export class Regnskap {
  #back;
  #turn = 0;

  constructor(back) {
    this.#back = back;
  }

  // What is being worked out no longer matters.
  stop() {
    this.#turn += 1;
    document.body.dataset.regnet = "nei";
  }

  // Works out one kind after the other, until all are done or another change comes. `changed`: whether there is
  // anything to work out.
  async begin(changed) {
    this.stop();
    const turn = this.#turn;
    const stale = () => turn !== this.#turn;
    const tasks = changed ? await this.#back.call("tasks") : [];
    if (stale()) return;
    byId("regnet").textContent = "";
    const found = el("div", {});
    const [bar, told] = [el("progress", { max: tasks.length, "aria-label": say("regner-navn") }), el("span", {})];
    fill("regner", tasks.length > 0 && el("p", { class: "dempet" }, told, bar));
    fill("alle-saker", tasks.length > 0 && [el("h3", {}, say("alle-saker")), found]);
    const same = [];
    for (const [place, task] of tasks.entries()) {
      told.textContent = say("regner", { n: place + 1, alle: tasks.length, tiltak: task.name });
      bar.value = place;
      const account = await this.#back.call("account", task);
      if (stale()) return;
      if (account?.totals) found.append(kind(task, account, found.childElementCount === 0));
      else same.push(task.name);
    }
    fill("regner");
    if (tasks.length > same.length) found.prepend(el("p", { class: "dempet" }, say("alle-saker-forklart")));
    if (same.length > 0) found.append(el("p", {}, say("regnet-likt", { tiltak: listed(same) })));
    if (changed) fill("regnet", this.#summary(tasks.length - same.length));
    document.body.dataset.regnet = "ja";
  }

  // The only thing that is said aloud, once it is all worked out.
  #summary(turned) {
    const told = count("regnet", turned);
    return turned === 0 ? [told] : [`${told} `, el("a", { href: "#alle-saker" }, say("se-hvordan"))];
  }
}
