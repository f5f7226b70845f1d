//! [`read()`]: annotations out of JSON-LD.

use galley_text::{CodePoint, Offsets, Span};
use serde_json::Value;

use super::shape::{Item, Selector, Targets, TextualBody};
use crate::{Anchor, Annotation, Article, Body, Millis, Motivation};

/// What [`read()`] found.
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

/// The first target's anchor: an annotation of this crate stands in one place.
fn anchor_of(targets: Targets, offsets: &Offsets) -> Option<Anchor> {
    let target = match targets {
        Targets::One(target) => target,
        Targets::Many(targets) => targets.into_iter().next()?,
    };
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
