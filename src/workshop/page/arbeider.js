// The thread beside the page: looks through the rules while the page stays quick under the fingers.
import init, { Examiner } from "./glue.js";

let examiner;

const tasks = {
  async start({ files }) {
    await init({ module_or_path: new URL(__WASM__, import.meta.url) });
    examiner = new Examiner(files);
  },
  examine({ delta }) {
    const found = JSON.parse(examiner.examine(delta));
    return found.whole ? { ...found, rules: examiner.rules(), texts: examiner.words() } : found;
  },
  open: ({ file, at }) => JSON.parse(examiner.open(file, at)),
  tasks: () => JSON.parse(examiner.tasks()),
  account: ({ project, date }) => JSON.parse(examiner.account(project, date)),
  judge: ({ own }) => JSON.parse(examiner.judge(JSON.stringify(own))),
};

// One after another, in the order in which they came.
let last = Promise.resolve();
onmessage = ({ data }) => {
  last = last.then(async () => {
    try {
      postMessage({ id: data.id, result: await tasks[data.task](data) });
    } catch (error) {
      postMessage({ id: data.id, error: String(error?.message ?? error) });
    }
  });
};
