// What the page's owner would see: the console, what the policy blocked, and what has been left in the page's own world.
{
  const seen = { names: Object.getOwnPropertyNames(window), said: [], blocked: [], listens: [], told: [], memories: [] };
  const own = new Set(seen.names);
  for (const level of ["error", "warn", "log", "info", "debug"]) {
    const before = console[level];
    console[level] = (...words) => { seen.said.push(`${level}: ${words.map(String).join(" ")}`); before.apply(console, words); };
  }
  addEventListener("error", ({ message }) => message && seen.said.push(`error: ${message}`));
  addEventListener("unhandledrejection", ({ reason }) => seen.said.push(`error: ${reason}`));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => seen.blocked.push(`${effectiveDirective} ${blockedURI}`));
  for (const name of ["klar", "steg", "utfall"]) addEventListener(`bus:${name}`, () => seen.told.push(name));
  // The memory of the guide's own machine, which nobody else can see.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const before = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await before.apply(WebAssembly, given);
      seen.memories.push((made.instance ?? made).exports.memory);
      return made;
    };
  }
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, ...rest) {
    if (this === undefined || this === window || this === document || this === document.documentElement || this === document.body) seen.listens.push(kind);
    return listen.call(this, kind, ...rest);
  };
  // The number of a frame is the browser's own name for it, and some names are those of the driver that this is tested with.
  seen.added = () => Object.getOwnPropertyNames(window).filter((name) => !own.has(name) && !/^(\d+|spion|ret_nodes|se_exportedFunctionSymbol)$/.test(name));
  window.spion = seen;
}
