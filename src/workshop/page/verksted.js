// Regelverksted: the page where lawyers try a change. This file makes the parts and lets each know what the others did.
import init from "./glue.js";
import { Bakrom } from "./bakrom.js";
import { Bestemmelse } from "./bestemmelse.js";
import { byId, goTo, say } from "./dom.js";
import { Filer } from "./filer.js";
import { show, summary } from "./funn.js";
import { Liste } from "./liste.js";
import { Pult } from "./pult.js";
import { Regnskap } from "./regnskap.js";
import { Sak } from "./sak.js";
import { Scene } from "./scene.js";

const FIRST = "sak10/4-1-a";

const begin = async () => {
  const here = (name) => new URL(name, import.meta.url);
  const fetched = fetch(here("regler/regler.json")).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status} regler.json`);
    return answer.text();
  });
  const [files] = await Promise.all([fetched, init({ module_or_path: here(__WASM__) })]);
  const back = new Bakrom();
  const started = back.call("start", { files });
  const desk = new Pult(files);
  const scene = new Scene();
  const account = new Regnskap(back);
  let found;

  const draw = () => {
    list.show(desk.catalogue(), provision.path, desk.changed());
    own.show(found && (!found.whole || found.problems.length > 0));
  };
  const open = (path, { focus, ...how } = {}) => {
    const catalogue = desk.catalogue();
    list.show(catalogue, path, desk.changed());
    if (focus) goTo("bestemmelsen");
    provision.show(path, list.provision(path), how);
    if (focus && !(how.line && provision.isText)) byId("bestemmelse-tittel").focus({ preventScroll: true });
  };
  const changed = () => {
    draw();
    examine();
  };
  const provision = new Bestemmelse(desk, {
    open,
    changed,
    drafted: (path, from) => {
      changed();
      open(path, { focus: true });
      scene.on(from);
      mine.on(from);
    },
    restored: (path) => {
      changed();
      const still = desk.text(path) ? path : first(desk.catalogue());
      open(still, { focus: true });
    },
  });
  const list = new Liste(open);
  const own = new Filer(desk, {
    open,
    opened: (taken) => {
      changed();
      const path = desk.text(provision.path) ? provision.path : first(desk.catalogue());
      open(taken.length === 1 ? taken[0] : path);
    },
  });
  const mine = new Sak(back, (case_) => {
    const fault = scene.hold(case_);
    if (!fault) goTo("veivisere");
    return fault;
  });

  // One examination at a time; what is written meanwhile is examined after it.
  let busy = false;
  let again = false;
  const examine = async () => {
    again = true;
    account.stop();
    if (busy) return;
    busy = true;
    while (again) {
      again = false;
      document.body.dataset.provd = "nei";
      found = await back.call("examine", { delta: desk.delta() });
      if (!again) await tell();
    }
    busy = false;
  };
  const tell = async () => {
    show(found, open);
    byId("tilstand").textContent = summary(found);
    byId("tilstand").className = found.whole && found.problems.length + found.failing.length === 0 ? "bra" : "ikke-bra";
    provision.tell([...found.problems, ...found.failing]);
    draw();
    if (found.whole) scene.take(found.rules, found.texts);
    else scene.wait();
    await mine.take(found.cases);
    document.body.dataset.provd = "ja";
    // Not waited for: the next change is looked through at once.
    account.begin(found.whole && desk.changed().length > 0).catch(failed);
  };

  open(first(desk.catalogue()));
  await Promise.all([started, scene.draw()]);
  await examine();
};

// Where one begins: the provision that most ask about, or else the first there is.
const first = ({ acts, others }) => {
  const all = acts.flatMap((act) => act.provisions);
  const provision = all.find((it) => it.id === FIRST) ?? all[0];
  return provision?.versions.at(-1).path ?? others[0]?.[1][0].path ?? "";
};

const failed = (error) => {
  byId("tilstand").textContent = say("feil-ved-start", { hva: error?.message ?? error });
};

begin().catch(failed);
