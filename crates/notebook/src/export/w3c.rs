//! W3C Web Annotations as JSON-LD: <https://www.w3.org/TR/annotation-model/>.
//!
//! [`write`] gives one collection with one page. Each target carries a quote selector and a
//! position selector, which counts code points as the model demands. [`read`] takes such a
//! collection, a page, a list or one annotation, and brings back what the model of this crate can
//! hold. Annotations by other programs are read where they are made of text bodies on a quoted
//! passage.

use galley_text::{CodePoint, Offsets, Span};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Anchor, Annotation, Article, Body, Millis, Motivation, Notebook};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The annotations of `notebook`, in order of their positions, as an indented JSON document.
pub fn write(notebook: &Notebook) -> String {
    let article = notebook.article();
    let offsets = Offsets::new(article.text());
    let source = format!("urn:uuid:{}", article.id());
    let items: Vec<Item> =
        notebook.annotations().iter().map(|it| item(it, &source, &offsets)).collect();
    let collection = Collection {
        context: CONTEXT,
        id: format!("{source}#annotations"),
        kind: "AnnotationCollection",
        label: &notebook.header().details.title,
        total: items.len(),
        first: Page {
            id: format!("{source}#annotations-1"),
            kind: "AnnotationPage",
            start_index: 0,
            items,
        },
    };
    serde_json::to_string_pretty(&collection).expect("annotations are plain JSON")
}

/// What [`read`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The annotations that could be read. Each may still be an orphan in the article at hand.
    pub annotations: Vec<Annotation>,
    /// For each that could not, its place in the list, from 0, and why.
    pub refused: Vec<(usize, String)>,
}

/// Reads annotations on `article`. Fails, with a sentence for the reader, only where `json` is no
/// JSON at all.
pub fn read(json: &str, article: &Article) -> Result<Imported, String> {
    let document: Value =
        serde_json::from_str(json).map_err(|error| format!("This is not a JSON file: {error}."))?;
    let offsets = Offsets::new(article.text());
    let mut imported = Imported::default();
    for (at, item) in items(document).into_iter().enumerate() {
        let annotation = serde_json::from_value(item).map_err(|error| error.to_string());
        match annotation.and_then(|item| annotation_of(item, &offsets)) {
            Ok(annotation) => imported.annotations.push(annotation),
            Err(why) => imported.refused.push((at, why)),
        }
    }
    Ok(imported)
}

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'a str,
    total: usize,
    first: Page,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    start_index: usize,
    items: Vec<Item>,
}

#[derive(Serialize, Deserialize)]
struct Item {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    motivation: Option<Motivation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    body: Vec<TextualBody>,
    target: Target,
}

#[derive(Serialize, Deserialize)]
struct TextualBody {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    purpose: Option<Motivation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    format: Option<String>,
    value: String,
}

#[derive(Serialize, Deserialize)]
struct Target {
    source: String,
    selector: Vec<Selector>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type")]
enum Selector {
    TextQuoteSelector {
        exact: String,
        #[serde(default)]
        prefix: String,
        #[serde(default)]
        suffix: String,
    },
    TextPositionSelector {
        start: usize,
        end: usize,
    },
}

fn item(annotation: &Annotation, source: &str, offsets: &Offsets) -> Item {
    let Anchor { span, exact, prefix, suffix } = annotation.anchor.clone();
    let note = Some(&annotation.body.note).filter(|note| !note.is_empty());
    let comment = note.map(|note| textual(Motivation::Commenting, note));
    let tags = annotation.body.tags.iter().map(|tag| textual(Motivation::Tagging, tag));
    Item {
        id: format!("urn:uuid:{}", annotation.id),
        kind: "Annotation".into(),
        motivation: Some(annotation.motivation()),
        created: Some(annotation.created.iso8601()),
        modified: Some(annotation.modified.iso8601()),
        body: comment.into_iter().chain(tags).collect(),
        target: Target {
            source: source.into(),
            selector: vec![
                Selector::TextQuoteSelector { exact, prefix, suffix },
                Selector::TextPositionSelector {
                    start: offsets.code_point(span.start()).0,
                    end: offsets.code_point(span.end()).0,
                },
            ],
        },
    }
}

fn textual(purpose: Motivation, value: &str) -> TextualBody {
    TextualBody {
        kind: "TextualBody".into(),
        purpose: Some(purpose),
        format: Some("text/plain".into()),
        value: value.into(),
    }
}

/// The annotations of a collection, a page, a list or one annotation.
fn items(document: Value) -> Vec<Value> {
    match document {
        Value::Array(items) => items,
        Value::Object(mut object) => {
            if let Some(first) = object.remove("first") {
                return items(first);
            }
            match object.remove("items") {
                Some(Value::Array(items)) => items,
                _ => vec![Value::Object(object)],
            }
        }
        other => vec![other],
    }
}

fn annotation_of(item: Item, offsets: &Offsets) -> Result<Annotation, String> {
    let id = item.id.strip_prefix("urn:uuid:").and_then(|id| id.parse().ok());
    let date = |text: Option<&str>| text.and_then(Millis::from_iso8601);
    let created = date(item.created.as_deref()).unwrap_or_default();
    Ok(Annotation {
        id: id.ok_or("its id is not a UUID")?,
        anchor: anchor_of(item.target, offsets).ok_or("it does not quote what it is about")?,
        body: body_of(item.body),
        created,
        modified: date(item.modified.as_deref()).unwrap_or(created),
    })
}

fn anchor_of(target: Target, offsets: &Offsets) -> Option<Anchor> {
    let (mut span, mut quote) = (Span::new(0, 0), None);
    for selector in target.selector {
        match selector {
            Selector::TextQuoteSelector { exact, prefix, suffix } => {
                quote = Some((exact, prefix, suffix));
            }
            Selector::TextPositionSelector { start, end } => {
                let byte = |offset| offsets.byte_of_code_point(CodePoint(offset));
                span = Span::new(byte(start), byte(end));
            }
        }
    }
    let (exact, prefix, suffix) = quote.filter(|(exact, ..)| !exact.is_empty())?;
    Some(Anchor { span, exact, prefix, suffix })
}

/// Bodies without a purpose are comments; several comments become paragraphs of one note.
fn body_of(bodies: Vec<TextualBody>) -> Body {
    let mut body = Body::default();
    for TextualBody { purpose, value, .. } in bodies {
        if purpose == Some(Motivation::Tagging) {
            body.tags.push(value);
        } else if body.note.is_empty() {
            body.note = value;
        } else {
            body.note = format!("{}\n\n{value}", body.note);
        }
    }
    body
}
