// Puts the style sheets into a shadow root as the loader does, round one of each thing that the widget shows.
const host = document.querySelector("proeve-element");
const root = host.attachShadow({ mode: "open" });
for (const name of ["stil.css", "stil-svar.css"]) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetch(name)).text());
  root.adoptedStyleSheets.push(sheet);
}
root.innerHTML = `
  <h2 class="ds-heading" data-size="sm">Overskrift</h2>
  <p>Avsnitt med <a class="ds-link" href="#a">lenke</a></p>
  <fieldset class="ds-fieldset"><legend class="ds-label">Spørsmål</legend>
    <div class="ds-field"><input class="ds-input" type="radio" id="ja"><label class="ds-label" for="ja">Ja</label></div>
  </fieldset>
  <div class="ds-field"><label class="ds-label" for="m">Høyde i meter</label>
    <div class="ds-field-affixes"><input class="ds-input" type="text" id="m"><span class="ds-field-affix">m</span></div>
    <p class="ds-validation-message">Skriv et tall</p></div>
  <div class="ds-error-summary" tabindex="-1"><h3 class="ds-heading" data-size="2xs">Feil</h3></div>
  <details class="ds-details"><summary>Mer</summary><p>Tekst</p></details>
  <ul class="ds-list"><li>Punkt</li></ul>
  <button class="ds-button" type="button">Neste</button>
  <button class="ds-button" type="button" data-variant="secondary" id="to">Tilbake</button>`;
document.documentElement.dataset.klar = "ja";
