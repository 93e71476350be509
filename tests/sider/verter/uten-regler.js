// A service worker that knows its own site alone, and answers that there are no such rules.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (new URL(event.request.url).pathname.includes("/regler/")) event.respondWith(new Response("finnes ikke", { status: 404 }));
});
