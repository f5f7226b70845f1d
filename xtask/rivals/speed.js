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

/// Milliseconds: `ready` for a worker to start, `first` to answer its first text, `again` for every
/// later one; the median of each.
async function measure(text, starts, rounds) {
  const names = Object.keys(STARTS);
  const times = Object.fromEntries(names.map((name) => [name, { ready: [], first: [], again: [] }]));
  for (let start = 0; start < starts; start += 1) {
    const workers = {};
    for (const name of names) {
      const began = performance.now();
      workers[name] = STARTS[name]();
      await answer(workers[name]);
      times[name].ready.push(performance.now() - began);
      times[name].first.push(await time(workers[name], QUESTIONS[name](text)));
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const name of names) {
        const spent = await time(workers[name], QUESTIONS[name](text));
        // The first rounds are still compiled better and better.
        if (round >= rounds / 3) times[name].again.push(spent);
      }
    }
    Object.values(workers).forEach((worker) => worker.terminate());
  }
  for (const of of Object.values(times)) {
    for (const key of Object.keys(of)) of[key] = median(of[key]);
  }
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

/// A request as Galley's page posts it: the ticket, then the text with its length before it.
function request(text) {
  const bytes = new TextEncoder().encode(text);
  const head = [1];
  for (let left = bytes.length; ; left >>>= 7) {
    head.push(left > 127 ? (left & 127) | 128 : left);
    if (left <= 127) break;
  }
  return Uint8Array.of(...head, ...bytes);
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1];
}

window.measure = measure;
