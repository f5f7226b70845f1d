//! Quotes against quotes: the exact words of each part, and which quotes are found at all.

use std::collections::BTreeSet;

use galley_engine::QuoteKind;
use galley_text::Span;

use crate::figures::Count;
use crate::words::{Run, Words};
use crate::{Attribution, Reading};

const MARKS: [char; 3] = ['"', '“', '”'];

/// What is counted in the quotes of one article.
#[derive(Default)]
pub(crate) struct Quotes {
    pub(crate) source: Count,
    pub(crate) cue: Count,
    pub(crate) content: Count,
    /// Gold quotes that are hit, out of all.
    pub(crate) recall: Count,
    /// Found quotes that are the best for one that is hit, out of all.
    pub(crate) precision: Count,
    /// Hits among gold quotes that open with a quotation mark.
    pub(crate) direct: Count,
    /// Hits whose source shares a word with the gold one.
    pub(crate) right_source: Count,
    /// Which found quote hits a gold one, both by index.
    pub(crate) hits: Vec<(usize, usize)>,
}

impl Quotes {
    /// Adds the counts of another article; hits stay with their article.
    pub(crate) fn add(&mut self, other: &Self) {
        self.source = self.source.and(other.source);
        self.cue = self.cue.and(other.cue);
        self.content = self.content.and(other.content);
        self.recall = self.recall.and(other.recall);
        self.precision = self.precision.and(other.precision);
        self.direct = self.direct.and(other.direct);
        self.right_source = self.right_source.and(other.right_source);
    }
}

/// Compares the quotes of one article.
pub(crate) fn compare(text: &str, gold: &Reading, found: &Reading) -> Quotes {
    let words = Words::new(text);
    let (gold, found) = (&gold.quotes, &found.quotes);
    let part = |of: fn(&Attribution) -> &[Span]| {
        let [gold, found] = [gold, found].map(|quotes| {
            let runs = quotes.iter().flat_map(|quote| words.runs(&words.touched(of(quote))));
            runs.collect::<BTreeSet<Run>>()
        });
        Count::shared(&gold, &found)
    };
    let mut out = Quotes {
        source: part(|quote| &quote.source),
        cue: part(|quote| &quote.cue),
        content: part(|quote| &quote.content),
        ..Quotes::default()
    };
    let contents: Vec<_> = found.iter().map(|quote| words.touched(&quote.content)).collect();
    let mut used = BTreeSet::new();
    for (index, quote) in gold.iter().enumerate() {
        let content = words.touched(&quote.content);
        if content.is_empty() {
            continue;
        }
        let best = best(&content, &contents);
        let is_direct = quote.content.iter().any(|piece| opens_with_mark(piece.of(text)));
        out.recall.tell(best.is_some());
        if is_direct {
            out.direct.tell(best.is_some());
        }
        let Some(best) = best else { continue };
        used.insert(best);
        out.hits.push((index, best));
        let source = words.touched(&quote.source);
        if !source.is_empty() {
            out.right_source.tell(!source.is_disjoint(&words.touched(&found[best].source)));
        }
    }
    out.precision = Count { right: used.len(), found: found.len(), gold: found.len() };
    out
}

/// The found content that shares the largest part with `gold`, if that is half of what they cover.
fn best(gold: &BTreeSet<usize>, found: &[BTreeSet<usize>]) -> Option<usize> {
    let mut best: Option<(usize, usize, usize)> = None;
    for (index, content) in found.iter().enumerate() {
        let shared = gold.intersection(content).count();
        let all = gold.len() + content.len() - shared;
        if best.is_none_or(|(_, most, of)| shared * of > most * all) {
            best = Some((index, shared, all));
        }
    }
    best.filter(|(_, shared, all)| 2 * shared >= *all).map(|(index, ..)| index)
}

/// How much of a content stands in quotation marks.
pub(crate) fn kind_of(text: &str, content: &[Span]) -> QuoteKind {
    let words: String = content.iter().map(|piece| piece.of(text)).collect();
    let words = words.trim_matches(|c: char| c.is_whitespace() || ".,;:!?—-".contains(c));
    if words.starts_with(MARKS) && words.ends_with(MARKS) {
        QuoteKind::Direct
    } else if words.contains(MARKS) {
        QuoteKind::Mixed
    } else {
        QuoteKind::Indirect
    }
}

fn opens_with_mark(words: &str) -> bool {
    words.trim_start().starts_with(['"', '“'])
}

#[cfg(test)]
mod tests;
