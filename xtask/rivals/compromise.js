// A worker that finds what compromise can of what it is asked for, kind by kind.
import nlp from "compromise";

onmessage = ({ data: { text, kinds } }) => {
  const doc = nlp(text);
  postMessage(kinds.map((kind) => doc[kind]().json({ offset: true })));
};
postMessage("ready");
