// JSON in which one key stands twice loses the first without a word: a lost condition would make an answer green.

/** A key that stands twice in one object of a text that is JSON; undefined where there is none. */
export const twice = (text) => {
  const open = [];
  let last;
  for (const [part] of text.matchAll(/"(?:[^"\\]+|\\.)*"|[{}[\]:]/g)) {
    if (part === "{" || part === "[") open.push(new Set());
    else if (part === "}" || part === "]") open.pop();
    else if (part !== ":") last = part;
    else {
      const key = JSON.parse(last);
      if (open.at(-1).has(key)) return key;
      open.at(-1).add(key);
    }
  }
  return undefined;
};
