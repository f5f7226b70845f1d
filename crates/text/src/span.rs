//! [`Span`]: where something stands in a text.

use serde::{Deserialize, Serialize};
use unicode_segmentation::GraphemeCursor;

/// A half-open range of UTF-8 byte offsets, `start <= end`, on character boundaries of the text it
/// was made for. Ordered by start, then end. Serialised as `[start, end]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "[usize; 2]", into = "[usize; 2]")]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span between two offsets, given in either order.
    pub fn new(a: usize, b: usize) -> Self {
        Self { start: a.min(b), end: a.max(b) }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text it covers; empty where the span is not of this text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether the span lies inside `text`, on character boundaries.
    pub fn fits(self, text: &str) -> bool {
        text.get(self.start..self.end).is_some()
    }

    /// Whether `offset` is one of its bytes.
    pub fn holds(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `inner` lies wholly inside.
    pub fn contains(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the two share at least one byte; an empty span shares none.
    pub fn overlaps(self, other: Span) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// What the two share, if anything.
    pub fn intersection(self, other: Span) -> Option<Span> {
        self.overlaps(other)
            .then(|| Span::new(self.start.max(other.start), self.end.min(other.end)))
    }

    /// The smallest span over both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Without white space at either edge. A span of white space alone shrinks to nothing.
    pub fn trimmed(self, text: &str) -> Span {
        let inside = self.of(text);
        let start = self.start + (inside.len() - inside.trim_start().len());
        Span::new(start, start + inside.trim().len())
    }

    /// Grown outwards to whole graphemes, so that no emoji or combining mark is cut. Offsets past
    /// the end are brought back to it.
    pub fn on_graphemes(self, text: &str) -> Span {
        let start = floor(text, self.start.min(text.len()));
        let mut end = self.end.min(text.len());
        if !is_grapheme_boundary(text, end) {
            end = ceiling(text, end);
        }
        Span::new(start, end.max(start))
    }
}

impl From<[usize; 2]> for Span {
    fn from([a, b]: [usize; 2]) -> Self {
        Span::new(a, b)
    }
}

impl From<Span> for [usize; 2] {
    fn from(span: Span) -> Self {
        [span.start, span.end]
    }
}

fn is_grapheme_boundary(text: &str, offset: usize) -> bool {
    text.is_char_boundary(offset)
        && GraphemeCursor::new(offset, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

fn floor(text: &str, mut offset: usize) -> usize {
    while !is_grapheme_boundary(text, offset) {
        offset -= 1;
    }
    offset
}

fn ceiling(text: &str, mut offset: usize) -> usize {
    while !is_grapheme_boundary(text, offset) {
        offset += 1;
    }
    offset
}
