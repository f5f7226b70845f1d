//! [`blocks`]: an article's text cut into paragraphs.

use serde::{Deserialize, Serialize};

use crate::Span;

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

/// Cuts `text` into paragraphs, in order, without overlap. Every character that is not white
/// space lies in exactly one block.
///
/// A line is a paragraph, unless the text was broken into short lines by hand (as mail is): then
/// lines without a blank one between them belong together.
pub fn blocks(text: &str) -> Vec<Block> {
    let lines: Vec<Span> = lines(text).collect();
    let joined = is_hard_wrapped(&lines);
    let mut out: Vec<Block> = Vec::new();
    let mut after_blank = true;
    for line in lines {
        let line = line.trimmed(text);
        if line.is_empty() {
            after_blank = true;
            continue;
        }
        match out.last_mut() {
            Some(last) if joined && !after_blank => last.span = last.span.cover(line),
            _ => out.push(Block { span: line, kind: BlockKind::Paragraph }),
        }
        after_blank = false;
    }
    out
}

/// The lines of `text` without their ends.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']).map(move |line| {
        let span = Span::new(start, start + line.len());
        start = span.end();
        span
    })
}

/// Widest line that a hand-wrapped text has, and the least that most of its lines reach.
const WRAP: std::ops::RangeInclusive<usize> = 45..=100;

/// Whether line ends stand inside paragraphs: no line is long, and most lines that have a
/// neighbour below are nearly full.
fn is_hard_wrapped(lines: &[Span]) -> bool {
    if lines.iter().any(|line| line.len() > *WRAP.end() + 1) {
        return false;
    }
    let followed = lines.windows(2).filter(|pair| pair[0].len() > 1 && pair[1].len() > 1);
    let (mut full, mut all) = (0, 0);
    for pair in followed {
        all += 1;
        full += usize::from(pair[0].len() >= *WRAP.start());
    }
    all >= 3 && full * 10 >= all * 7
}
