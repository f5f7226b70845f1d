// Shows annotations with Recogito's text-annotator, drawn as its spans.
import { createTextAnnotator } from "@recogito/text-annotator";
import "@recogito/text-annotator/text-annotator.css";

/// Milliseconds from the paragraphs and the places of the annotations, in UTF-16 units of the joined
/// paragraphs, to the frame that shows the first of them.
async function show(paragraphs, places) {
  const text = document.getElementById("text");
  text.replaceChildren();
  await painted();
  const joined = paragraphs.join("");
  const began = performance.now();
  text.append(...paragraphs.map((words) => Object.assign(document.createElement("p"), { textContent: words })));
  const annotator = createTextAnnotator(text, { renderer: "SPANS" });
  const drawn = appears(".r6o-annotation");
  annotator.setAnnotations(
    places.map(([start, end], index) => {
      const id = `mark-${index}`;
      const selector = [{ quote: joined.slice(start, end), start, end }];
      return { id, bodies: [], target: { annotation: id, selector } };
    }),
  );
  await drawn;
  await painted();
  const spent = performance.now() - began;
  annotator.destroy();
  return spent;
}

function appears(selector) {
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      done();
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

/// The next frame has been drawn.
function painted() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

window.show = show;
