// Times Galley's engine and its rivals in one page: each in a worker of its own, in turns, from the
// message with the text to the answer. Galley's worker is started as its page starts it.

const base = new URL("../", location.href).href;

const PROGRAM = `
  import start from "${base}worker.js";
  self.galleyModel = fetch("${base}encoder.bin").then(it => it.ok ? it.arrayBuffer() : null);
  start({ module_or_path: "${base}worker_bg.wasm" });`;

const STARTS = {
  galley: () => new Worker(URL.createObjectURL(new Blob([PROGRAM], { type: "text/javascript" })), { type: "module" }),
  compromise: () => new Worker("compromise.js"),
  "compromise+": () => new Worker("compromise.js"),
  wink: () => new Worker("wink.js"),
};

const NAMES = ["people", "places", "organizations"];

/// compromise by names alone, and by as much as it has of what Galley finds.
const QUESTIONS = {
  galley: request,
  compromise: (text) => ({ text, kinds: NAMES }),
  "compromise+": (text) => ({ text, kinds: [...NAMES, "quotations", "numbers", "money", "percentages"] }),
  wink: (text) => text,
};

/// Milliseconds of one start of each: `ready` for a worker to start, `first` to answer its first text,
/// `again` for every later one, round by round.
async function measure(text, rounds) {
  const names = Object.keys(STARTS);
  const times = {};
  const workers = {};
  for (const name of names) {
    const began = performance.now();
    workers[name] = STARTS[name]();
    await answer(workers[name]);
    const ready = performance.now() - began;
    times[name] = { ready, first: await time(workers[name], QUESTIONS[name](text)), again: [] };
  }
  for (let round = 0; round < rounds; round += 1) {
    // There and back, so that nobody always comes behind the same.
    for (const name of round % 2 ? names.toReversed() : names) {
      times[name].again.push(await time(workers[name], QUESTIONS[name](text)));
    }
  }
  Object.values(workers).forEach((worker) => worker.terminate());
  return times;
}

async function time(worker, question) {
  const began = performance.now();
  worker.postMessage(question);
  await answer(worker);
  return performance.now() - began;
}

function answer(worker) {
  return new Promise((done, fail) => {
    worker.onmessage = done;
    worker.onerror = fail;
  });
}

/// A request as Galley's page posts it: the ticket, then the text with its length before it, then how many of its
/// paragraphs are set as quotations.
function request(text) {
  const bytes = new TextEncoder().encode(text);
  const head = [1];
  for (let left = bytes.length; ; left >>>= 7) {
    head.push(left > 127 ? (left & 127) | 128 : left);
    if (left <= 127) break;
  }
  return Uint8Array.of(...head, ...bytes, 0);
}

window.measure = measure;
