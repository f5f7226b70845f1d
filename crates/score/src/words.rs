//! Words of a text, and runs of them: what quotes are compared by, so that a mark or a blank at an
//! edge does not count.

use std::collections::BTreeSet;

use galley_text::Span;

/// Marks that do not count at the edge of a run.
const EDGE: &str = "\"“”'‘’.,;:!?—-";

/// First word and one past the last.
pub(crate) type Run = (usize, usize);

/// The words and marks of a text.
pub(crate) struct Words<'t> {
    text: &'t str,
    spans: Vec<Span>,
}

impl<'t> Words<'t> {
    /// Cuts letters and digits into words, which a dot, an apostrophe or a hyphen inside joins; all
    /// else but white space is a mark of its own.
    pub(crate) fn new(text: &'t str) -> Self {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let after = |at: usize| text[at..].chars().next();
        let (mut spans, mut at) = (Vec::new(), 0);
        while let Some(c) = after(at) {
            let start = at;
            at += c.len_utf8();
            if is_word(c) {
                while let Some(c) = after(at) {
                    let next = at + c.len_utf8();
                    let joins = ".'’-".contains(c) && after(next).is_some_and(is_word);
                    if !is_word(c) && !joins {
                        break;
                    }
                    at = next;
                }
            }
            if !c.is_whitespace() {
                spans.push(Span::new(start, at));
            }
        }
        Self { text, spans }
    }

    /// The words that spans touch.
    pub(crate) fn touched(&self, spans: &[Span]) -> BTreeSet<usize> {
        let runs = spans.iter().map(|span| {
            let first = self.spans.partition_point(|word| word.end() <= span.start());
            first..self.spans.partition_point(|word| word.start() < span.end()).max(first)
        });
        runs.flatten().collect()
    }

    /// Words as runs without marks at their edges.
    pub(crate) fn runs(&self, words: &BTreeSet<usize>) -> BTreeSet<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for &word in words {
            match runs.last_mut() {
                Some(run) if run.1 == word => run.1 += 1,
                _ => runs.push((word, word + 1)),
            }
        }
        runs.into_iter().map(|run| self.stripped(run)).filter(|(from, to)| from < to).collect()
    }

    fn stripped(&self, (mut from, mut to): Run) -> Run {
        let is_edge = |word: usize| EDGE.contains(self.spans[word].of(self.text));
        while from < to && is_edge(from) {
            from += 1;
        }
        while to > from && is_edge(to - 1) {
            to -= 1;
        }
        (from, to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_inner_dots_apostrophes_and_hyphens_and_marks_stand_alone() {
        let text = "The U.S. mother-in-law can’t pay \"5.5%\".";
        let words = Words::new(text);
        let found: Vec<_> = words.spans.iter().map(|span| span.of(text)).collect();
        #[rustfmt::skip]
        let expected = ["The", "U.S", ".", "mother-in-law", "can’t", "pay", "\"", "5.5", "%", "\"", "."];
        assert_eq!(found, expected);
    }

    #[test]
    fn runs_join_where_they_touch_and_lose_marks_at_their_edges() {
        let words = Words::new("\"We sail,\" she said, \"today.\"");
        let touched = words.touched(&[Span::new(0, 10), Span::new(21, 29)]);
        assert_eq!(words.runs(&touched), BTreeSet::from([(1, 3), (9, 10)]));
        assert_eq!(words.runs(&BTreeSet::from([0])), BTreeSet::new());
    }
}
