// «Var dette til hjelp?» and «Meld feil»: an e-mail that is opened, never sent from here, and without answers unless the
// resident ticks for them.
import { el } from "../dom.js";
import { contact, copy, fold, mail, button, status, tick } from "./deling.js";
import { link, page } from "./lenke.js";

const HELPED = ["ja", "nei", "meld-feil"];

// The municipality's contact point, and else the authority that answers for the rules.
const receiver = (context) => {
  const to = contact(context);
  if (to.mail) return to;
  const [, name = "", address = ""] = context.data("ta-med").find(([sort]) => sort === "tilbakemelding") ?? [];
  return { name, mail: address };
};

const body = (context, all, what, answers) => [
  what,
  context.word("ta-med-tilbakemelding-svar", { svar: all.answer }),
  context.word("ta-med-tilbakemelding-utgave", { utgave: context.edition }),
  context.word("ta-med-tilbakemelding-side", { side: page() }),
  ...answers,
  "",
  context.word("ta-med-tilbakemelding-skriv"),
  "",
].join("\n");

/** The three ways to say something. */
export const feedback = (context, all) => {
  const to = receiver(context);
  let withAnswers = false;
  const line = status();
  const aims = [];
  const answers = () => (withAnswers ? [context.word("ta-med-svarene-her", { lenke: link(context) })] : []);
  const ways = HELPED.map((key) => {
    const what = context.word(`ta-med-${key}`);
    const variant = key === "meld-feil" ? "tertiary" : "secondary";
    if (!to.mail) {
      const text = () => body(context, all, what, answers());
      return button(what, () => copy(context, text(), line, context.word("ta-med-tekst-kopiert")), variant);
    }
    const way = el("a", { className: "ds-button" }, what);
    way.dataset.variant = variant;
    const subject = context.word("ta-med-tilbakemelding-emne", { hva: what });
    const now = () => mail(to.mail, subject, body(context, all, what, answers()), body(context, all, what, [context.word("ta-med-lim-inn-lenke")]));
    const aim = () => (way.href = now().href);
    aim();
    aims.push(aim);
    way.addEventListener("click", () => now().fits || copy(context, link(context), line, context.word("ta-med-lenke-kopiert")));
    return way;
  });
  const more = tick(context.word("ta-med-med-svar"), (yes) => {
    withAnswers = yes;
    aims.forEach((aim) => aim());
  });
  return fold(
    context.word("ta-med-tilbakemelding-tittel"),
    el("p", {}, context.word("ta-med-tilbakemelding-innledning")),
    more, el("div", { className: "knapper" }, ...ways), line,
  );
};
