// A worker that finds people, places and organizations with compromise.
import nlp from "compromise";

onmessage = ({ data }) => {
  const doc = nlp(data);
  postMessage([doc.people(), doc.places(), doc.organizations()].map((it) => it.json({ offset: true })));
};
postMessage("ready");
