// A worker that finds dates, times, amounts and the like with wink-nlp; it knows no names.
import model from "wink-eng-lite-web-model";
import wink from "wink-nlp";

const nlp = wink(model);
onmessage = ({ data }) => {
  const doc = nlp.readDoc(data);
  postMessage([doc.entities().out(nlp.its.detail), doc.entities().out(nlp.its.span)]);
};
postMessage("ready");
