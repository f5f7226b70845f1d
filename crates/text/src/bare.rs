//! [`Span::bare`]: words without the signs around them.

use crate::Span;

/// The halves of pairs.
const PAIRS: [(char, char); 8] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('“', '”'),
    ('‘', '’'),
    ('«', '»'),
    ('"', '"'),
    ('\'', '\''),
];

impl Span {
    /// This span without the signs at its edges that belong to the sentence and not to a name in it: commas
    /// and the like, one half of a pair without the other, and the full stop that ends one of the `sentences`,
    /// unless its last word has others. Where nothing would be left, the span stays as it is.
    #[must_use]
    pub fn bare(self, text: &str, sentences: &[Span]) -> Span {
        let mut bare = self.trimmed(text);
        loop {
            let less = bare.less(text, sentences).trimmed(text);
            if less.is_empty() {
                return self;
            }
            if less == bare {
                return bare;
            }
            bare = less;
        }
    }

    fn less(self, text: &str, sentences: &[Span]) -> Span {
        let words = self.of(text);
        let mut signs = words.chars();
        let (first, last) = (signs.next(), signs.next_back());
        let is_loose = |sign: char| match sign {
            ',' | ';' | ':' | '!' | '?' | '…' | '–' | '—' => true,
            sign => PAIRS.iter().any(|(open, close)| match (sign == *open, sign == *close) {
                (true, true) => words.matches(sign).count() % 2 == 1,
                (false, false) => false,
                _ => words.matches(*open).count() != words.matches(*close).count(),
            }),
        };
        let ends_sentence = |sign: char| {
            let word = words.split_whitespace().next_back().unwrap_or_default();
            let is_end = || sentences.iter().any(|it| it.contains(self) && self.end() == it.end());
            sign == '.' && word.matches('.').count() == 1 && is_end()
        };
        let start = first.filter(|it| is_loose(*it)).map_or(0, char::len_utf8);
        let end = last.filter(|it| is_loose(*it) || ends_sentence(*it)).map_or(0, char::len_utf8);
        // A sign with something over it is left where it is.
        Some(Span::new(self.start() + start, self.end() - end))
            .filter(|less| less.on_graphemes(text) == *less)
            .unwrap_or(self)
    }
}
