// Puts what stands in templates into the page a good while after everything else.
addEventListener("load", () => setTimeout(() => {
  for (const late of document.querySelectorAll("template")) late.replaceWith(late.content.cloneNode(true));
}, 300));
