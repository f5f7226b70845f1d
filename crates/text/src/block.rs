//! [`blocks()`]: an article's text cut into paragraphs.

use serde::{Deserialize, Serialize};

use crate::Span;
use crate::wrapped::continued;

/// What a block is on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Running text.
    #[default]
    Paragraph,
    /// A title or a subheading.
    Heading,
    /// One entry of a list.
    ListItem,
    /// A block quotation.
    Quotation,
}

/// One paragraph, without the white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands; never empty.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

impl Block {
    /// The block in parts that touch each other and have at most `most` bytes, which is at least 4. One
    /// ends where a sentence may end, else after a word, else between two characters.
    pub fn parts(self, text: &str, most: usize) -> Vec<Block> {
        let mut parts = Vec::new();
        let mut rest = self.span;
        while rest.len() > most {
            let cut = cut(text, rest.start(), text.floor_char_boundary(rest.start() + most));
            parts.push(Block { span: Span::new(rest.start(), cut), ..self });
            rest = Span::new(cut, rest.end());
        }
        parts.push(Block { span: rest, ..self });
        parts
    }
}

/// Where a part ends that begins at `start` and must not go beyond `limit`. To look back further than over
/// its second half would make small parts.
fn cut(text: &str, start: usize, limit: usize) -> usize {
    let half = text.floor_char_boundary(start.midpoint(limit));
    let within = Span::new(half, limit).of(text);
    let words = || within.char_indices().rev().filter(|(_, c)| c.is_whitespace());
    let ends_sentence = |at: usize| within[..at].ends_with(['.', '!', '?', '”', '"', '。']);
    let sentence = words().find(|(at, _)| ends_sentence(*at));
    if let Some((at, space)) = sentence.or_else(|| words().next()) {
        return half + at + space.len_utf8();
    }
    // A character of many parts that begins before the half is cut through.
    let whole = Span::new(limit, limit).on_graphemes(text).start();
    if whole > half { whole } else { limit }
}

/// Cuts `text` into paragraphs, in order, without overlap. Every character that is not white
/// space lies in exactly one block.
///
/// A line is a paragraph, unless the text or a part of it was broken into short lines by hand (as mail
/// is): then lines without a blank one between them belong together. So do those that part a word
/// by a hyphen.
pub fn blocks(text: &str) -> Vec<Block> {
    let lines: Vec<Span> = lines(text).map(|line| line.trimmed(text)).collect();
    let continued = continued(text, &lines);
    let mut out: Vec<Block> = Vec::new();
    for (line, goes_on) in lines.into_iter().zip(continued).filter(|(line, _)| !line.is_empty()) {
        match out.last_mut() {
            Some(last) if goes_on => last.span = last.span.cover(line),
            _ => out.push(Block { span: line, kind: BlockKind::Paragraph }),
        }
    }
    out
}

/// The lines of `text` with their ends. CR LF ends one line, not two.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let span = Span::new(start, start + first_line(rest));
        start = span.end();
        Some(span)
    })
}

/// How many bytes the first line of `rest` takes, its end included.
fn first_line(rest: &str) -> usize {
    let Some(at) = rest.find(['\n', '\r', '\u{2028}', '\u{2029}']) else {
        return rest.len();
    };
    let end = &rest[at..];
    let width = if end.starts_with("\r\n") {
        2
    } else {
        end.chars().map(char::len_utf8).next().unwrap_or(0)
    };
    at + width
}
