//! W3C Web Annotations: what is written is as the model has it, and reads back.

use galley_notebook::Notebook;
use galley_notebook::export::{Report, w3c};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::sessions::{act, after, annotation, current, highlight, note, opened, steps};

fn write(notebook: &Notebook) -> String {
    w3c::write(notebook, &Report::default())
}

proptest! {
    #[test]
    fn every_annotation_survives_the_round_trip(steps in steps()) {
        let session = after(opened(), steps);
        let notebook = current(&session);
        let read = w3c::read(&write(notebook), notebook.article()).unwrap();
        prop_assert_eq!(read.refused, []);
        let ours: Vec<_> = notebook.annotations().iter().map(|it| (**it).clone()).collect();
        prop_assert_eq!(read.annotations, ours);
    }

    #[test]
    fn any_text_is_read_or_refused(json in "\\PC{0,80}|[{}\\[\\]:,\"itemsfirst0-9]{0,60}") {
        let session = opened();
        if let Ok(read) = w3c::read(&json, current(&session).article()) {
            prop_assert_eq!(read.annotations, []);
        }
    }
}

#[test]
fn positions_count_code_points() {
    let session = act(&opened(), highlight(1, "runs the port", 1_767_323_045_678));
    let session = act(&session, note(1, "Since when?", 1_767_323_046_000));
    let written: Value = serde_json::from_str(&write(current(&session))).unwrap();
    let text = current(&session).article().text();
    let start = text[..text.find("runs the port").unwrap()].chars().count();
    assert_eq!(written["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(written["total"], 1);
    assert_eq!(
        written["first"]["items"][0],
        json!({
            "id": format!("urn:uuid:{}", annotation(&session, 1).id),
            "type": "Annotation",
            "motivation": "commenting",
            "created": "2026-01-02T03:04:05.678Z",
            "modified": "2026-01-02T03:04:06.000Z",
            "body": [{
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/plain",
                "value": "Since when?"
            }],
            "target": {
                "source": "urn:uuid:00000000-0000-4000-8000-000000000001",
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "runs the port",
                        "prefix": " ice away,” said Ane Vik 🔥, who ",
                        "suffix": ".\n\nLa co\u{302}te s’e\u{301}loigne. 港は閉じる。 ה"
                    },
                    { "type": "TextPositionSelector", "start": start, "end": start + 13 }
                ]
            }
        })
    );
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_kept() {
    let session = act(&opened(), highlight(1, "Ane Vik", 5));
    let mut document: Value = serde_json::from_str(&write(current(&session))).unwrap();
    let items = document["first"]["items"].as_array_mut().unwrap();
    items.insert(0, json!({"id": "https://example.org/1", "type": "Annotation", "target": "x"}));
    let read = w3c::read(&document.to_string(), current(&session).article()).unwrap();
    assert_eq!(read.annotations.len(), 1);
    assert_eq!(read.refused.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [0]);
}

#[test]
fn a_quote_without_a_position_is_enough() {
    let session = opened();
    let article = current(&session).article();
    let json = json!([{
        "id": "urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e",
        "type": "Annotation",
        "body": [{ "type": "TextualBody", "value": "The owner." }],
        "target": {
            "source": "https://example.org/",
            "selector": [{ "type": "TextQuoteSelector", "exact": "Ane Vik", "prefix": "said " }]
        }
    }]);
    let read = w3c::read(&json.to_string(), article).unwrap();
    let [owner] = &read.annotations[..] else { panic!("{read:?}") };
    assert_eq!(owner.body.note, "The owner.");
    assert_eq!(owner.anchor.resolve(article.text()).span().unwrap().of(article.text()), "Ane Vik");
}
