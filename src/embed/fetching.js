// Files that are known by their hash, and each fetched once; `late` code is pinned by its hash as all else is.
export const base = import.meta.url;

export const get = async (url, integrity = "", cache = "default") => {
  const answer = await fetch(url, { integrity, cache, credentials: "omit" });
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer;
};

// A file that never changes: its name holds the first letters and digits of its hash.
const pinned = (folder, name, end, hash) =>
  [new URL(`${name}.${hash.replace(/\W/g, "").slice(0, 12)}.${end}`, folder), `sha256-${hash}=`];
// What was broken on its way is kept as broken for as long as the whole would be: the second time it is fetched past that.
export const kept = (...file) => {
  const [url, integrity] = pinned(...file);
  return get(url, integrity).catch(() => get(url, integrity, "reload"));
};
export const text = async (answer) => (await answer).text();

// What has been fetched, by name. What could not be fetched is fetched again when it is next wanted.
const fetched = new Map();
export const once = (name, fetching) => {
  if (!fetched.has(name)) {
    const promise = fetching();
    promise.catch(() => fetched.delete(name));
    fetched.set(name, promise);
  }
  return fetched.get(name);
};

// Code that few elements need. `import` knows no hash, but takes what a checked preload has brought; `root` is any tree of
// the document to put that link into. A link that is taken out brings nothing more: where its tree still stands it is put back,
// and else nobody waits for it.
const LATE = __SENERE__;
export const late = (name, root) => once(`${name}.js`, async () => {
  const [href, integrity] = pinned(base, name, "js", LATE[name]);
  const link = document.createElement("link");
  if (link.relList.supports("modulepreload")) {
    Object.assign(link, { rel: "modulepreload", crossOrigin: "", integrity, href });
    let watch;
    await new Promise((come, fail) => {
      link.onload = come;
      link.onerror = () => fail(new Error(`${href}`));
      root.append(link);
      watch = new MutationObserver(() => link.isConnected || (root.isConnected ? root.append(link) : come()));
      watch.observe(root, { childList: true });
    }).finally(() => (watch.disconnect(), link.remove()));
  }
  return import(href);
});
