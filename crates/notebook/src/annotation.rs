//! [`Annotation`]: what the reader says about a place in the text, in the terms of the W3C Web
//! Annotation vocabulary.

use galley_text::Span;
use serde::{Deserialize, Serialize};

use crate::{Anchor, AnnotationId, Millis};

/// One annotation: an anchor in the text and a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// Its id.
    pub id: AnnotationId,
    /// Where it stands.
    pub anchor: Anchor,
    /// What the reader says there.
    #[serde(default, skip_serializing_if = "Body::is_empty")]
    pub body: Body,
    /// When it was made.
    pub created: Millis,
    /// When it last changed.
    pub modified: Millis,
}

/// What the reader says about a place. An empty body is a bare highlight.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Body {
    /// The reader's words; empty where there are none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Tags, in the reader's order, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

impl Body {
    /// Whether the reader said nothing.
    pub fn is_empty(&self) -> bool {
        self.note.is_empty() && self.tags.is_empty()
    }
}

/// Why an annotation was made, by the name that the W3C vocabulary has for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Motivation {
    /// To mark the place.
    Highlighting,
    /// To say something about it.
    Commenting,
    /// To file it.
    Tagging,
    /// To say of what kind it is. Given to what a machine found.
    Classifying,
    /// To say whom or what it names. Given to what a machine found.
    Identifying,
}

impl Annotation {
    /// A bare highlight of `span` in `text`.
    pub fn highlight(text: &str, span: Span, id: AnnotationId, now: Millis) -> Self {
        let anchor = Anchor::new(text, span);
        Self { id, anchor, body: Body::default(), created: now, modified: now }
    }

    /// The first that applies of: commenting, tagging, highlighting.
    pub fn motivation(&self) -> Motivation {
        if !self.body.note.is_empty() {
            Motivation::Commenting
        } else if !self.body.tags.is_empty() {
            Motivation::Tagging
        } else {
            Motivation::Highlighting
        }
    }
}
