// A service worker as many sites have one: what has been answered once is answered so for ever.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => event.respondWith((async () => {
  const kept = await caches.open("alt");
  const found = await kept.match(event.request);
  if (found) return found;
  const answer = await fetch(event.request);
  if (event.request.method === "GET") await kept.put(event.request, answer.clone());
  return answer;
})()));
